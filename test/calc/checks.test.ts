/** Section 8 of the handbook: checks that pay nothing (D-1, D-5, H2-1, R-5, G-6, A-1, A-3). */
import { describe, expect, it } from 'vitest';
import type { CheckName } from '../../src/calc/checks.js';
import type { Parts } from './department.js';
import {
  activity,
  agent,
  attendance,
  calculate,
  call,
  customers,
  day,
  handbookWith,
  incident,
  lead,
  listing,
  messagesOf,
  resultOf,
  sales,
  talk,
  target,
} from './department.js';

/** What one check found: `agent date subject`. */
const found = (check: CheckName, parts: Parts): string[] =>
  calculate(parts)
    .checks.filter((one) => one.check === check)
    .map((one) => [one.agent_id, one.date, one.subject].filter((text) => text !== '').join(' '));

describe('D-5: an outbound call on a later date than the listing', () => {
  const listed = { agents: [agent('A1')], do_not_disturb: [listing('130', '2025-04-10')] };
  const CASES: readonly [string, Parts['calls'], string[]][] = [
    ['before', [call('A1', '2025-04-09 09:00:00', '130')], []],
    ['on the day, even at its end', [call('A1', '2025-04-10 23:59:59', '130')], []],
    ['the day after, at midnight', [call('A1', '2025-04-11 00:00:00', '130')], ['A1 2025-04-11 130']],
    ['weeks after', [call('A1', '2025-04-30 09:00:00', '130')], ['A1 2025-04-30 130']],
    ['inbound', [call('A1', '2025-04-11 09:00:00', '130', { direction: 'inbound', result: 'answered' })], []],
    ['another number', [call('A1', '2025-04-11 09:00:00', '131')], []],
    ['the number as text: 0130 is another', [call('A1', '2025-04-11 09:00:00', '0130')], []],
    [
      'each call by itself, in the order of agent and time',
      [call('A1', '2025-04-12 09:00:00', '130'), call('A1', '2025-04-11 09:00:00', '130')],
      ['A1 2025-04-11 130', 'A1 2025-04-12 130'],
    ],
  ];
  it.each(CASES)('%s', (_, calls, expected) => {
    expect(found('dnd_call', { ...listed, calls: calls ?? [] })).toEqual(expected);
  });

  it('listed twice: from the earlier date', () => {
    const do_not_disturb = [listing('130', '2025-04-20'), listing('130', '2025-04-10')];
    const calls = [call('A1', '2025-04-15 09:00:00', '130')];
    expect(found('dnd_call', { agents: [agent('A1')], do_not_disturb, calls })).toEqual([
      'A1 2025-04-15 130',
    ]);
  });

  it('names the call and the listing', () => {
    const calls = [call('A1', '2025-04-11 09:00:00', '130', { call_id: 'C1' })];
    expect(calculate({ ...listed, calls }).checks.map((one) => one.detail.en)).toEqual([
      'call C1 at 2025-04-11 09:00:00; listed on 2025-04-10',
    ]);
  });
});

describe('D-1: a duty manager talks with 30% of the others of the team, rounded up', () => {
  const team = (count: number) => Array.from({ length: count }, (_, index) => agent(`A${index}`));
  const manager = agent('M', { role: 'duty_manager' });
  const talksWith = (...ids: readonly string[]) => ids.map((id) => talk('M', id));

  // others of the team, talks needed: 30% rounded up
  it.each([
    [1, 1],
    [3, 1], // 0.9
    [4, 2], // 1.2
    [10, 3], // 3.0
    [11, 4], // 3.3
  ])('of %i others: %i', (others, needed) => {
    const agents = [...team(others), manager];
    const enough = team(needed).map((one) => one.agent_id);
    expect(found('talks_short', { agents, talks: talksWith(...enough) })).toEqual([]);
    // A talk of another manager, so that the file is not empty.
    const short = [...talksWith(...enough.slice(1)), talk('N', 'A0')];
    expect(found('talks_short', { agents, talks: short })).toEqual(['M T']);
  });

  const CASES: readonly [string, Parts, string[]][] = [
    // 4 others: 2 are needed.
    ['different people', { agents: [...team(4), manager], talks: talksWith('A0', 'A0') }, ['M T']],
    [
      'of the own team',
      { agents: [...team(4), manager, agent('X', { team: 'U' })], talks: talksWith('A0', 'X') },
      ['M T'],
    ],
    [
      'duty managers apart: they neither count among the others nor as talks',
      {
        agents: [...team(3), manager, agent('M2', { role: 'duty_manager' })],
        talks: [...talksWith('M2'), talk('M2', 'A0')],
      },
      ['M T'],
    ],
    [
      'the team leader is one of the others',
      { agents: [...team(3), agent('L', { role: 'team_leader' }), manager], talks: talksWith('L', 'A0') },
      [],
    ],
    [
      'those not employed in the month are none of them: 3 remain, 1 is needed',
      {
        agents: [...team(3), agent('G', { left_on: day('2025-03-31') }), manager],
        talks: talksWith('A0'),
      },
      [],
    ],
    [
      'a manager who left before the month has none to hold',
      {
        agents: [...team(4), agent('M', { role: 'duty_manager', left_on: day('2025-03-31') })],
        talks: [talk('N', 'A0')],
      },
      [],
    ],
    ['a team of managers alone needs none', { agents: [manager], talks: [talk('N', 'A0')] }, []],
  ];
  it.each(CASES)('%s', (_, parts, expected) => {
    expect(found('talks_short', parts)).toEqual(expected);
  });

  it('says how many of how many', () => {
    const { checks } = calculate({ agents: [...team(4), manager], talks: talksWith('A0') });
    expect(checks.map((one) => one.detail.en)).toEqual(['1 of 2 talks (30% of 4)']);
  });
});

describe('H2-1: 20 different customer records on each assessed day', () => {
  const leads = (count: number, date = '2025-04-10') => customers(count).map((one) => lead('A1', date, one));
  const assessed = { agents: [agent('A1')], attendance: [attendance('A1', '2025-04-10')] };
  const CASES: readonly [string, Parts, string[]][] = [
    ['20', { ...assessed, leads: leads(20) }, []],
    ['19', { ...assessed, leads: leads(19) }, ['A1 2025-04-10']],
    ['20 rows of 19 customers', { ...assessed, leads: [...leads(19), ...leads(1)] }, ['A1 2025-04-10']],
    [
      'none, where others have some',
      { ...assessed, leads: [lead('A2', '2025-04-10', '1')] },
      ['A1 2025-04-10'],
    ],
    ['records of another day', { ...assessed, leads: leads(20, '2025-04-11') }, ['A1 2025-04-10']],
    ['a day that is not assessed', { agents: [agent('A1')], leads: leads(1) }, []],
    ['no file', { ...assessed, leads: undefined }, []],
  ];
  it.each(CASES)('%s', (_, parts, expected) => {
    expect(found('leads_short', parts)).toEqual(expected);
  });
});

describe('R-5: due for retraining with a score below 60', () => {
  // 40 × counted ÷ 100 + 50
  it.each([
    [25, []], // 10 + 50 = 60.00
    [24, ['A1']], // 9.6 + 50 = 59.60
  ])('%i of 100', (counted, expected) => {
    const parts = {
      agents: [agent('A1')],
      targets: [target('agent', 'A1', 100)],
      ...sales('A1', { INFO_2: counted }),
    };
    expect(found('retraining', parts)).toEqual(expected);
  });

  it('by the score as it is rounded: 59.995 is 60.00', () => {
    const plan = handbookWith({ 'score.places': '{ value: 1, stated: S-6 }' });
    // 40 × 249 ÷ 1000 = 9.96; + 50 = 59.96, which is 60.0 at one decimal
    const parts = {
      agents: [agent('A1')],
      targets: [target('agent', 'A1', 1000)],
      ...sales('A1', { INFO_2: 249 }),
    };
    expect(calculate(parts, plan).checks).toEqual([]);
  });

  it('no score, no finding', () => {
    expect(found('retraining', { agents: [agent('A1')] })).toEqual([]);
  });
});

describe('G-6: the one-month trial ends in the month', () => {
  it.each([
    ['2025-03-17', ['A1 2025-04-17']],
    ['2025-03-01', ['A1 2025-04-01']],
    ['2025-03-31', ['A1 2025-04-30']], // a day that April lacks
    ['2025-02-28', []], // ended on 28 March
    ['2025-04-01', []], // ends on 1 May
  ])('hired on %s', (hired, expected) => {
    expect(found('trial_over', { agents: [agent('A1', { hired_on: day(hired) })] })).toEqual(expected);
  });

  it('not of those who left before the month', () => {
    const gone = agent('A1', { hired_on: day('2025-03-17'), left_on: day('2025-03-31') });
    expect(found('trial_over', { agents: [gone] })).toEqual([]);
  });
});

describe('A-1, A-3: absence', () => {
  it('marked so, or leave not approved that takes up the day', () => {
    const rows = [
      attendance('A1', '2025-04-01', { status: 'absent' }),
      attendance('A1', '2025-04-02', { status: 'leave', approved: 'no' }),
      attendance('A1', '2025-04-03', { status: 'leave', approved: 'no', minutes: 480 }),
      attendance('A1', '2025-04-04', { status: 'leave', approved: 'no', minutes: 479 }),
      attendance('A1', '2025-04-05', { status: 'leave', approved: 'yes' }),
    ];
    expect(found('absence', { agents: [agent('A1')], attendance: rows })).toEqual([
      'A1 2025-04-01 absent',
      'A1 2025-04-02 leave',
      'A1 2025-04-03 leave',
    ]);
  });
});

describe('what the checks are not', () => {
  it('money: none of them makes a pay line', () => {
    const parts = {
      agents: [agent('A1', { hired_on: day('2025-03-17') }), agent('M', { role: 'duty_manager' })],
      attendance: [attendance('A1', '2025-04-01', { status: 'absent' })],
      talks: [talk('N', 'A1')],
    };
    const result = calculate(parts);
    expect(result.checks.map((one) => one.check)).toEqual(['talks_short', 'trial_over', 'absence']);
    expect(resultOf(result, 'A1').lines).toEqual([]);
  });

  it('made in silence: that the counts alone can not serve two of them is told', () => {
    const counts = { agents: [agent('A1')], activity: [activity('A1', '2025-04-10')] };
    expect(messagesOf(calculate(counts), 'no_funnel')).toHaveLength(1);
    expect(messagesOf(calculate({ agents: [agent('A1')] }), 'no_funnel')).toEqual([]);
  });

  it('fixed: a rule file that leaves them out has none', () => {
    const plan = handbookWith({ checks: '{}' });
    const parts = {
      agents: [agent('A1')],
      attendance: [attendance('A1', '2025-04-01', { status: 'absent' })],
    };
    const result = calculate({ ...parts, incidents: [incident('A1', 'point_wrong')] }, plan);
    expect([result.checks, result.funnel]).toEqual([[], []]);
  });
});
