/** Section 4 of the handbook: who is on the payroll, team leaders, the phone subsidy (P-23, P-24, P-25). */
import { describe, expect, it } from 'vitest';
import type { AgentRow } from '../../src/input/records.js';
import {
  agent,
  amountsOf,
  calculate,
  contact,
  day,
  handbook,
  handbookWith,
  messagesOf,
  type Parts,
  resultOf,
  S,
  sales,
  signup,
  target,
  together,
} from './department.js';

const leader = (id: string, more: Partial<AgentRow> = {}): AgentRow =>
  agent(id, { role: 'team_leader', ...more });
const PAID = { team_leader_allowance: '100.00' };
const teamOf = (result: ReturnType<typeof calculate>, team: string) =>
  result.teams.find((one) => one.team === team);

describe('payroll rows', () => {
  it('are all of agents.csv, by id as text, whatever the role and employment', () => {
    const result = calculate({
      agents: [
        agent('9'),
        agent('10', { role: 'duty_manager' }),
        agent('0101'),
        agent('101', { left_on: day('2025-03-31') }),
        agent('a', { hired_on: day('2025-05-01') }),
        leader('B'),
      ],
    });
    expect(result.agents.map((one) => one.facts.agent.agent_id)).toEqual([
      '0101',
      '10',
      '101',
      '9',
      'B',
      'a',
    ]);
  });
});

describe('P-23, the allowance of a team leader', () => {
  /** A leader L and an agent A of team T, who together count so many against the team's target. */
  const team = (counted: number, goal: number | undefined): Parts =>
    together(
      { agents: [leader('L'), agent('A')], targets: goal === undefined ? [] : [target('team', 'T', goal)] },
      sales('A', { MAIL: counted }),
    );
  const allowances = (parts: Parts, ids: readonly string[] = ['L'], plan = handbook) => {
    const result = calculate(parts, plan);
    return ids.map((id) => amountsOf(result, id)['team_leader_allowance'] ?? '-');
  };

  const CASES: readonly [string, number, number | undefined, string, boolean | undefined][] = [
    ['exactly the target', 3, 3, '100.00', true],
    ['one short of it', 2, 3, '-', false],
    ['above it', 4, 3, '100.00', true],
    ['a target of 0', 3, 0, '-', undefined],
    ['no target', 3, undefined, '-', undefined],
  ];
  it.each(CASES)('%s', (_, counted, goal, expected, met) => {
    expect(allowances(team(counted, goal))).toEqual([expected]);
    const found = teamOf(calculate(team(counted, goal)), 'T');
    expect([found?.leaders, found?.target, found?.met]).toEqual([['L'], goal, met]);
  });

  it.each([[0], [undefined]])('a target of %s is told', (goal) => {
    expect(messagesOf(calculate(team(3, goal)), 'no_team_target')).toEqual([
      'team T has no target, so "team_leader_allowance" is not paid',
    ]);
    expect(messagesOf(calculate(team(2, 3)), 'no_team_target')).toEqual([]);
  });

  it('counts the leader’s own sign-ups, and only counted ones', () => {
    const withOwn = together(team(2, 3), sales('L', { INFO_6: 1 }));
    expect(allowances(withOwn)).toEqual(['100.00']);
    expect(allowances(together(team(2, 3), { signups: [signup('L', 'MAIL')] }))).toEqual(['-']);
  });

  it('goes to each of two leaders, to no one else, and to other teams’ leaders by their own numbers', () => {
    const parts = together(team(3, 3), {
      agents: [leader('L2'), leader('L3', { team: 'U' }), agent('D', { role: 'duty_manager' })],
      targets: [target('team', 'U', 1)],
    });
    expect(allowances(parts, ['L', 'L2', 'L3', 'A', 'D'])).toEqual(['100.00', '100.00', '-', '-', '-']);
    const result = calculate(parts);
    expect(
      result.teams.map((one) => [
        one.team,
        one.leaders.join(' '),
        one.counted.toFraction(),
        one.paid.toFraction(),
      ]),
    ).toEqual([
      ['T', 'L L2', '3', '200'],
      ['U', 'L3', '0', '0'],
    ]);
  });

  it('an agent’s target with the id of a team is not the team’s', () => {
    const parts = together(team(3, undefined), { targets: [target('agent', 'T', 1)] });
    expect(allowances(parts)).toEqual(['-']);
  });

  const EMPLOYED: readonly [string, Partial<AgentRow>, string][] = [
    ['left on the last day before the month', { left_on: day('2025-03-31') }, '-'],
    ['left on the first day of the month', { left_on: day('2025-04-01') }, '100.00'],
    ['left on the last day of the month', { left_on: day('2025-04-30') }, '100.00'],
    ['hired on the last day of the month', { hired_on: day('2025-04-30') }, '100.00'],
    ['hired on the first day after it', { hired_on: day('2025-05-01') }, '-'],
    ['hired and left within it', { hired_on: day('2025-04-10'), left_on: day('2025-04-10') }, '100.00'],
  ];
  it.each(EMPLOYED)('a leader who %s', (_, more, expected) => {
    const parts = together(
      { agents: [leader('L', more), agent('A')], targets: [target('team', 'T', 1)] },
      sales('A', { MAIL: 1 }),
    );
    expect(allowances(parts)).toEqual([expected]);
  });

  it('sign-ups of those who left stay the team’s', () => {
    const parts = together(
      {
        agents: [leader('L'), agent('A', { left_on: day('2025-04-12') })],
        targets: [target('team', 'T', 2)],
      },
      sales('A', { MAIL: 2 }),
    );
    expect(allowances(parts)).toEqual(['100.00']);
  });

  it('the threshold is data', () => {
    const ninety = handbookWith({
      'components.team_leader_allowance.gate.1': `{ measure: team_attainment, at_least: 90%, ${S} }`,
    });
    expect(allowances(team(9, 10), ['L'], ninety)).toEqual(['100.00']);
    expect(allowances(team(8, 10), ['L'], ninety)).toEqual(['-']);
  });
});

describe('P-24, P-25: the phone subsidy', () => {
  const PHONE = { subsidy_phone: '13900000001' };
  /** Attempts in their order: `-` unreached, `+` reached. */
  const attempts = (marks: string) =>
    Array.from(marks, (mark, index) =>
      contact('A1', `2025-04-${String(index + 1).padStart(2, '0')} 10:00:00`, mark === '+' ? 'yes' : 'no'),
    );

  const RUNS: readonly [string, string][] = [
    ['', '50.00'],
    ['+', '50.00'],
    ['-', '50.00'],
    ['--', '-'],
    ['-+-', '50.00'],
    ['-+--', '-'],
    ['--+', '-'],
    ['+--+', '-'],
    ['-+-+-+', '50.00'],
    ['---', '-'],
  ];
  it.each(RUNS)('attempts "%s": %s', (marks, expected) => {
    const result = calculate({ agents: [agent('A1', PHONE)], contacts: attempts(marks) });
    expect(amountsOf(result, 'A1')['phone_subsidy'] ?? '-').toBe(expected);
  });

  it('takes the attempts by their times, not by their order in the file, and each agent’s own', () => {
    const [first, second, third] = attempts('-+-');
    if (!first || !second || !third) throw new Error('three attempts');
    // In the file the two unreached ones stand together, and another agent's between the others.
    const contacts = [first, third, second, contact('A2', '2025-04-01 11:00:00', 'no')];
    const result = calculate({ agents: [agent('A1', PHONE), agent('A2', PHONE)], contacts });
    expect(amountsOf(result, 'A1')).toEqual({ phone_subsidy: '50.00' });
    expect(amountsOf(result, 'A2')).toEqual({ phone_subsidy: '50.00' });
  });

  it('is lost over a gap of weeks, and by the second', () => {
    const late = [contact('A1', '2025-04-02 10:00:00', 'no'), contact('A1', '2025-04-29 10:00:00', 'no')];
    expect(amountsOf(calculate({ agents: [agent('A1', PHONE)], contacts: late }), 'A1')).toEqual({});
    // 10:00:00 unreached, 10:00:01 reached, 10:00:02 unreached
    const close = [
      contact('A1', '2025-04-02 10:00:02', 'no'),
      contact('A1', '2025-04-02 10:00:00', 'no'),
      contact('A1', '2025-04-02 10:00:01', 'yes'),
    ];
    expect(amountsOf(calculate({ agents: [agent('A1', PHONE)], contacts: close }), 'A1')).toEqual({
      phone_subsidy: '50.00',
    });
  });

  it('needs a registered phone', () => {
    expect(amountsOf(calculate({ agents: [agent('A1')] }), 'A1')).toEqual({});
  });

  it.each(['agent', 'team_leader', 'duty_manager'] as const)('goes to a %s', (role) => {
    expect(amountsOf(calculate({ agents: [agent('A1', { ...PHONE, role })] }), 'A1')).toEqual({
      phone_subsidy: '50.00',
    });
  });

  it('goes in full to who was employed on one day, and to no one else', () => {
    const result = calculate({
      agents: [
        agent('A1', { ...PHONE, left_on: day('2025-04-01') }),
        agent('A2', { ...PHONE, hired_on: day('2025-04-30') }),
        agent('A3', { ...PHONE, left_on: day('2025-03-31') }),
        agent('A4', { ...PHONE, hired_on: day('2025-05-01') }),
      ],
    });
    expect(['A1', 'A2', 'A3', 'A4'].map((id) => amountsOf(result, id)['phone_subsidy'])).toEqual([
      '50.00',
      '50.00',
      undefined,
      undefined,
    ]);
  });

  it('is paid to nobody when contacts.csv is missing, and to those without a row when it is there', () => {
    const agents = [agent('A1', PHONE), agent('A2', PHONE)];
    expect(amountsOf(calculate({ agents, contacts: undefined }), 'A1')).toEqual({});
    const reasons = resultOf(calculate({ agents, contacts: undefined }), 'A1').notPaid.flatMap((one) =>
      one.component === 'phone_subsidy' ? one.reasons : [],
    );
    expect(reasons.map((one) => (one.kind === 'absent' ? one.absent.cause : one.kind))).toEqual([
      'no_contacts',
    ]);
    const contacts = [contact('A2', '2025-04-02 10:00:00', 'yes')];
    expect(amountsOf(calculate({ agents, contacts }), 'A1')).toEqual({ phone_subsidy: '50.00' });
  });
});

it('nothing is pro-rated: a leader with a phone who is hired on the last day gets both in full', () => {
  const parts = together(
    {
      agents: [leader('L', { hired_on: day('2025-04-30'), subsidy_phone: '139' }), agent('A')],
      targets: [target('team', 'T', 1)],
    },
    sales('A', { MAIL: 1 }),
  );
  expect(amountsOf(calculate(parts), 'L')).toEqual({ ...PAID, phone_subsidy: '50.00' });
});
