/** Explanations: for every yuan why, and for every refusal why not. */
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/calc/outcomes.js';
import type { MonthResult } from '../../src/calc/month.js';
import { explainAgentData } from '../../src/report/explain-agent-data.js';
import { explainAgentText, type Focus } from '../../src/report/explain-agent.js';
import { explainDayText } from '../../src/report/explain-day.js';
import { explainCustomerText, explainSignupText } from '../../src/report/explain-signup.js';
import {
  agent,
  answered,
  attendance,
  bill,
  calculate,
  call,
  contact,
  day,
  dial,
  handbook,
  handbookText,
  incident,
  lead,
  listing,
  month,
  type Parts,
  planOf,
  resultOf,
  sales,
  signup,
  signupOf,
  target,
  test,
  time,
  together,
  visit,
} from '../calc/department.js';

const explain = (result: MonthResult, id: string, focus: Focus = {}, language: 'en' | 'zh' = 'en'): string =>
  explainAgentText(resultOf(result, id), result, focus, language);

/** That each of these texts stands in `text`, one after the other. */
function expectInOrder(text: string, ...parts: readonly string[]): void {
  let from = 0;
  for (const part of parts) {
    const found = text.indexOf(part, from);
    expect(found, `${part}\nin\n${text.slice(from)}`).toBeGreaterThanOrEqual(0);
    from = found + part.length;
  }
}

const at = (file: string, line: number) => ({ at: { file, line } });

describe('a line that is paid', () => {
  const [first, second, unbilled] = [
    signup('A1', 'INFO_4', { signup_id: 'S1', ...at('signups.csv', 2) }),
    signup('A1', 'INFO_4', { signup_id: 'S2', ...at('signups.csv', 3) }),
    signup('A1', 'INFO_4', { signup_id: 'S3', ...at('signups.csv', 9) }),
  ];
  const result = calculate({
    agents: [agent('A1')],
    signups: [first, second, unbilled],
    billing: [bill(first), bill(second)],
  });
  const text = explain(result, 'A1', { line: 'product_commission:INFO_4' });

  it('shows the amount, what it is the product of, the band with why, and the rows that counted and did not', () => {
    expectInOrder(
      text,
      'product_commission:INFO_4  product commission Info Supermarket, 4 yuan  4.00  P-6 · assumed',
      '4  rounded half-up to 0.01 yuan',
      '4  amount (product of)',
      '4  by the scale (product of)',
      '2  counted sign-ups',
      'rows signups.csv:2-3',
      'not counted, no billing: signups.csv:9',
      '2  pay of the band reached',
      'products.INFO_4.points.bands.1.from = 0 · stated P-6',
      'products.INFO_4.points.bands.1.pays = 2 · stated P-6',
      '1  yuan per point',
    );
  });

  it('shows each value with its mark, and for an assumed one why and what else it could be', () => {
    expect(text).toMatch(
      /products\.INFO_4\.points\.scale = whole · assumed P-6 · [^\n]*read as the rate of all units once reached; or marginal · rules\/test\.yaml:\d+/,
    );
  });

  it('quotes the words of each clause', () => {
    expectInOrder(
      text,
      'Clauses of the handbook',
      'P-21 「次月出帐若有扣费即可算量」',
      'P-3 「1分积分相当1元人民币」',
      'P-6 「信息超市(4元月租)',
    );
  });

  it('speaks Chinese too', () => {
    const chinese = explain(result, 'A1', { line: 'product_commission:INFO_4' }, 'zh');
    expectInOrder(
      chinese,
      '业务佣金 信息超市(4元月租)',
      '依据行 signups.csv:2-3',
      '无账单',
      'signups.csv:9',
      '原文载明 P-6',
    );
  });

  it('as data: the same tree', () => {
    const data = explainAgentData(
      resultOf(result, 'A1'),
      result,
      { line: 'product_commission:INFO_4' },
      'en',
    );
    expect(data).toMatchObject({
      agent_id: 'A1',
      month: '2025-04',
      rules_version: '2025.04',
      payslip: { product_commission: '4.00', net: '4.00', paid: '4.00', debt_out: '0.00' },
      provisional: false,
      lines: [
        {
          line_id: 'product_commission:INFO_4',
          amount: '4.00',
          basis: 'assumed',
          trace: { operation: 'rounded', value: '4' },
        },
      ],
      not_paid: [],
    });
  });
});

it('everything about an agent: the equation of his payroll row, lines, refusals, days, score', () => {
  const parts = together(
    {
      agents: [agent('A1', { subsidy_phone: '139' })],
      targets: [target('agent', 'A1', 4)],
      tests: [test('A1', 'typing', '52.9')],
    },
    sales('A1', { MAIL: 2 }),
    {
      attendance: [attendance('A1', '2025-04-01', at('attendance.csv', 5))],
      calls: dial('A1', '2025-04-01', 2),
    },
  );
  expectInOrder(
    explain(calculate(parts), 'A1'),
    'A1 · name of A1 · T · agent · 2025-04 · 2025.04',
    'base commission 0.00 + product commission 8.00 + prior periods 0.00 + allowances 50.00 − clawbacks 0.00 − penalties 8.00 − debt carried in 0.00',
    '= net 50.00 → paid 50.00, debt carried out 0.00',
    'Pay lines',
    'product_commission:MAIL',
    'phone_subsidy',
    'conditions that held',
    'subsidy_phone at least 1',
    'typing:52.9  typing test  -8.00  S-1',
    'Not paid',
    'base_commission  base commission  0.00  P-2',
    'team_leader_allowance',
    'only for team_leader',
    'Assessed days',
    '2025-04-01  successes 0, answered 0, dialled 2  MISSED  attendance.csv:5',
    'Score (no money)',
    '70  monthly score',
    'Clauses of the handbook',
    'X-5 (no words in the text)',
  );
});

describe('why something was not paid', () => {
  it('base commission: how many misses, what the allowance covers, and each day with its counts', () => {
    const days = ['2025-04-01', '2025-04-02', '2025-04-03'];
    const parts = {
      agents: [agent('A1')],
      attendance: days.map((date, index) => attendance('A1', date, at('attendance.csv', index + 2))),
      calls: [
        ...dial('A1', '2025-04-01', 60),
        ...dial('A1', '2025-04-02', 4, 2),
        ...dial('A1', '2025-04-03', 5, 2),
      ],
    };
    expectInOrder(
      explain(calculate(parts), 'A1', { component: 'base_commission' }),
      'Not paid',
      'base_commission  base commission  0.00  P-2',
      'uncovered_misses = 1, needed at most 0',
      '1  misses not covered (first minus the others)',
      '2  days below target',
      'rows attendance.csv:3-4',
      '1  misses covered by the allowance (smallest of)',
      '2  misses allowed',
      'daily_target.allowed_misses.count = 2 · stated T-2',
      '1  days below target on retention days',
      'Assessed days',
      '2025-04-01  successes 0, answered 0, dialled 60  met by dialled  attendance.csv:2',
      '2025-04-02  successes 0, answered 0, dialled 4  MISSED  retention day  attendance.csv:3',
      '2025-04-03  successes 0, answered 0, dialled 5  MISSED  attendance.csv:4',
      'T-2 「每月允许两次(告知维系类)未达量」',
    );
  });

  it('the team leader allowance: what was short, or that there is no target', () => {
    const leader = agent('L', { role: 'team_leader' });
    const short = { agents: [leader], ...sales('L', { MAIL: 2 }), targets: [target('team', 'T', 3)] };
    expectInOrder(
      explain(calculate(short), 'L', { component: 'team_leader_allowance' }),
      'team_attainment = 0.666667, needed at least 100%',
      "0.666667  the team's attainment (first divided by second)",
      "2  the team's counted sign-ups",
      "3  the team's target",
    );
    expect(explain(calculate({ agents: [leader] }), 'L', { component: 'team_leader_allowance' })).toContain(
      'missing team_attainment: the team has no target, or a target of zero',
    );
  });

  it('the phone subsidy: the run of unreached attempts, no phone, no file', () => {
    const phone = agent('A1', { subsidy_phone: '139' });
    const contacts = ['no', 'no'].map((reached, index) => ({
      ...contact('A1', `2025-04-0${index + 1} 10:00:00`, reached === 'no' ? 'no' : 'yes'),
      ...at('contacts.csv', index + 4),
    }));
    const asked = (parts: Parts) => explain(calculate(parts), 'A1', { component: 'phone_subsidy' });
    expectInOrder(
      asked({ agents: [phone], contacts }),
      'unreached_in_a_row = 2, needed less than 2',
      '2  longest run of unreached contact attempts',
      'rows contacts.csv:4-5',
    );
    expect(asked({ agents: [agent('A1')] })).toContain('subsidy_phone = 0, needed at least 1');
    expect(asked({ agents: [phone], contacts: undefined })).toContain(
      'missing unreached_in_a_row: contacts.csv is missing',
    );
  });

  it('nothing of the kind that was asked for', () => {
    expect(explain(calculate({ agents: [agent('A1')] }), 'A1', { line: 'typing:50' })).toContain(
      'nothing of this kind',
    );
  });
});

describe('what became of a sign-up', () => {
  const of = (id: string, customer_no: string, product = 'MAIL', agentId = 'A1') =>
    signup(agentId, product, {
      signup_id: id,
      customer_no,
      signed_at: time(`2025-04-10 10:00:0${id.slice(1)}`),
      ...at('signups.csv', Number(id.slice(1)) + 1),
    });
  const signups = [
    of('S1', '1'),
    of('S2', '1', 'MAIL', 'A2'),
    of('S3', '3'),
    of('S4', '4'),
    of('S5', '5'),
    of('S6', '6'),
    of('S7', '7', 'WAP_TRIAL'),
  ];
  const row = (customer_no: string, line: number, more = {}) =>
    bill({ customer_no, product: 'MAIL' }, { ...at('billing.csv', line), ...more });
  const result = calculate({
    agents: [agent('A1'), agent('A2')],
    signups,
    billing: [
      row('1', 2),
      row('3', 3),
      row('4', 4, { status: 'cancelled', cancelled_on: day('2025-05-01') }),
      row('5', 5, { fee_type: 'usage' }),
      row('6', 6, { bill_month: month('2025-03') }),
    ],
    incidents: [incident('A1', 'forced_activation', { incident_id: 'E1', signup_id: 'S3' })],
  });
  const explained = (id: string, language: 'en' | 'zh' = 'en') =>
    explainSignupText(signupOf(result, id), result, language);

  const OUTCOMES: readonly [string, Outcome, readonly string[]][] = [
    [
      'S1',
      'counted',
      [
        'S1 · A1 · 2025-04-10 10:00:01 · 1 · MAIL Ruyi Mail · signups.csv:2',
        'counted (counted): counted billing.csv:2',
        'products.MAIL.counts_on = rent · stated P-11',
        '「如意邮箱(普及型) 一次开发4分/户需有出帐月租即可算量」',
        'paid in line A1 product_commission:MAIL · points 4',
        'billing.csv:2  2025-04  rent  3  active',
      ],
    ],
    [
      'S2',
      'duplicate',
      ['duplicate (duplicate): contested: S1 of A1 came first', 'billing.csv:2  2025-04  rent  3  active'],
    ],
    [
      'S3',
      'forced',
      [
        'forced (forced activation): incident E1',
        'counting.forced_by = forced_activation · stated C-3',
        'billing.csv:3',
        'penalties about it: forced_activation:E1 40.00 (C-3)',
        'penalties about it: refund:E1 3.00 (C-3)',
      ],
    ],
    [
      'S4',
      'reversed',
      [
        'reversed (reversed): reversed billing.csv:4',
        'counting.reversed_by',
        'billing.csv:4  2025-04  rent  3  cancelled 2025-05-01',
      ],
    ],
    [
      'S5',
      'unbilled',
      [
        'unbilled (unbilled): unbilled billing.csv:5',
        'counting.bases.rent.sum_of = [rent] · stated P-22',
        'billing.csv:5  2025-04  usage  3  active',
      ],
    ],
    [
      'S6',
      'no_billing',
      [
        'no_billing (no billing): no billing billing.csv:6',
        'counting.rows_before_signup = ignore · assumed X-1',
        'billing rows of before the sign-up, which prove nothing about it',
        'billing.csv:6  2025-03  rent  3  active',
      ],
    ],
    [
      'S7',
      'counted',
      [
        'counted (counted): counted',
        'counting.bases.activation.without_bill = yes · assumed P-19',
        'points 2',
      ],
    ],
  ];
  it.each(OUTCOMES)('%s is %s', (id, outcome, parts) => {
    expect(signupOf(result, id).outcome).toBe(outcome);
    expectInOrder(explained(id), ...parts);
  });

  it('is paid in no line when it does not count', () => {
    for (const id of ['S2', 'S3', 'S4', 'S5', 'S6']) expect(explained(id)).not.toContain('paid in line');
  });

  it('in Chinese', () => {
    expectInOrder(explained('S2', 'zh'), 'duplicate (重复)', '有争议');
  });

  it('before the extract is there, waits for its bill', () => {
    const pending = calculate({ agents: [agent('A1')], signups, billing: undefined });
    expect(explainSignupText(signupOf(pending, 'S1'), pending, 'en')).toContain(
      'counted (counted): billing still to come',
    );
  });
});

describe('what the exports hold about a customer', () => {
  const calls = [call('A1', '2025-04-01 09:00:00', '139', { call_id: 'C1', ...at('calls.csv', 7) })];
  const one = signup('A1', 'MAIL', { signup_id: 'S1', customer_no: '139' });
  const result = calculate({
    agents: [agent('A1')],
    signups: [one],
    billing: [bill(one), bill({ customer_no: '139', product: 'SMS_3' }, at('billing.csv', 9))],
    do_not_disturb: [{ ...listing('139', '2025-04-20'), ...at('do_not_disturb.csv', 3) }],
    visits: [{ ...visit('139', { visited_on: day('2025-04-02') }), ...at('visits.csv', 4) }],
    leads: [{ ...lead('A1', '2025-04-01', '139'), ...at('leads.csv', 5) }],
  });

  it('his sign-ups, other bills, calls, listings, visits and records', () => {
    expectInOrder(
      explainCustomerText('139', result, calls, 'en') ?? '',
      '139',
      'S1 · A1',
      'counted (counted)',
      'billing.csv:9  2025-04  rent  3  active',
      'calls.csv:7  C1  A1  2025-04-01 09:00:00  outbound  no_answer  0 s',
      'do-not-disturb listings do_not_disturb.csv:3',
      'visits visits.csv:4',
      'customer records collected leads.csv:5',
    );
  });

  it('or that there is nothing', () => {
    expect(explainCustomerText('138', result, [], 'en')).toBeUndefined();
  });
});

describe('one day of an agent', () => {
  const date = '2025-04-10';
  const calls = [
    answered('A1', date, '1', { direction: 'inbound', ...at('calls.csv', 2) }),
    call('A1', `${date} 10:00:00`, '1', at('calls.csv', 3)),
    call('A1', `${date} 10:00:00`, '1', at('calls.csv', 4)),
  ];
  const parts = {
    agents: [agent('A1')],
    attendance: [attendance('A1', date, at('attendance.csv', 6))],
    signups: [signup('A1', 'MAIL', at('signups.csv', 8))],
    calls,
  };

  it('the counts with the rows behind them, and the verdict', () => {
    const result = calculate(parts);
    expectInOrder(
      explainDayText(resultOf(result, 'A1'), day(date), calls, handbook, 'en'),
      'A1 · name of A1 · 2025-04-10',
      'missed',
      'attendance: attendance.csv:6',
      'successes: 1',
      'signups.csv:8',
      'answered: 1',
      'calls.csv:2',
      'dialled: 1',
      'calls.csv:3-4',
      'daily_target.met_by.1.at_least = 30 · stated T-1',
    );
  });

  it('a day that is not assessed', () => {
    const result = calculate({ ...parts, attendance: [] });
    expect(explainDayText(resultOf(result, 'A1'), day(date), calls, handbook, 'en')).toContain(
      'not an assessed day',
    );
  });
});

describe('what was not fined, and why', () => {
  const named = (id: string, more: object) => incident('A1', 'complaint', { incident_id: id, ...more });
  const parts = together(
    { agents: [agent('A1')], tests: [test('A1', 'typing', '61')] },
    {
      incidents: [
        named('E1', { cause: 'tariff_unexplained', upheld: 'no' }),
        named('E2', { cause: 'tariff_unexplained', upheld: 'pending' }),
        named('E3', { cause: 'other' }),
        named('E4', { cause: 'tariff_unexplained', signup_id: 'S1' }),
        named('E5', { cause: 'tariff_unexplained', signup_id: 'S1' }),
      ],
    },
  );

  it('says of each incident why it costs nothing', () => {
    expectInOrder(
      explain(calculate(parts), 'A1', { component: 'complaint' }),
      'complaint:E4',
      '-1000.00',
      'Not paid',
      'not upheld',
      'still pending',
      'not for this cause',
      'charged once already',
    );
  });

  it('says of a test that the standard was met', () => {
    expectInOrder(
      explain(calculate(parts), 'A1', { component: 'typing' }),
      'the standard was met',
      'tests.csv',
    );
  });
});

it('marks a provisional month in the explanation', () => {
  const provisional = calculate({ agents: [agent('A1')], billing: undefined });
  expectInOrder(explain(provisional, 'A1'), 'PROVISIONAL');
});

it('names the assumption that a condition counts at all', () => {
  const missed = together({ agents: [agent('A1')], attendance: [attendance('A1', '2025-04-01')] });
  expectInOrder(
    explain(calculate(missed), 'A1', { component: 'base_commission' }),
    'uncovered_misses = 1',
    'assumed P-2',
    'P-2 「',
  );
});

it('shows what the enforced wage guard lets through, and by which values', () => {
  const plan = planOf(handbookText().replace('mode: { value: report,', 'mode: { value: enforce,'));
  // 50 × 4 = 200 earned; 20% = 40 of the 60 for typing.
  const parts = together(sales('A1', { MAIL: 50 }), {
    agents: [agent('A1')],
    tests: [test('A1', 'typing', '0')],
  });
  const result = calculate(parts, plan);
  expectInOrder(
    explain(result, 'A1', { line: 'typing:0' }),
    '-40.00',
    '40  applied, within the wage guard',
    'net.guard.cap = 20%',
  );
  expect(result.rules.map((rule) => rule.path)).toContain('net.guard.cap');
});
