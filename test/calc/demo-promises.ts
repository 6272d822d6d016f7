/** What the cases of fixtures/demo/cases.csv about April say of amounts and outcomes, as telepay's reports show it. */
import { expect } from 'vitest';
import type { Cells } from './reports.js';

/** The reports of the demo's April, and the cells of one case. */
export interface Shown {
  readonly rows: (report: string, where?: Cells) => Cells[];
  readonly agents: readonly string[];
  readonly signups: readonly string[];
  readonly incidents: readonly string[];
  readonly dates: readonly string[];
  readonly team: string;
}

/** Throws when the reports do not keep the case's promise. */
export type Promised = (shown: Shown) => void;

const all =
  (...promises: readonly Promised[]): Promised =>
  (shown) => {
    for (const promise of promises) promise(shown);
  };

/** The case's sign-ups come out so. */
const outcomes =
  (...expected: readonly string[]): Promised =>
  ({ rows, signups }) => {
    expect(signups.map((signup_id) => rows('signups', { signup_id })[0]?.['outcome'])).toEqual(expected);
  };

/** The first agent's counted number and points of a product. */
const earns =
  (product: string, counted: string, points: string): Promised =>
  ({ rows, agents: [agent_id = ''] }) => {
    expect(rows('commission', { agent_id, product })).toMatchObject([{ counted, points }]);
  };

/** The case's incidents are charged so, as `kind amount` in the order of the report; and nothing else is charged for them. */
const fines =
  (...expected: readonly (readonly string[])[]): Promised =>
  ({ rows, incidents }) => {
    const found = incidents.map((source) =>
      rows('penalties', { source }).map((row) => `${row['kind'] ?? ''} ${row['amount'] ?? ''}`),
    );
    expect(found).toEqual(incidents.map((_, place) => expected[place] ?? []));
  };

/** The first agent's row of the payroll. */
const payroll =
  (expected: Cells): Promised =>
  ({ rows, agents: [agent_id = ''] }) => {
    expect(rows('payroll', { agent_id })).toMatchObject([expected]);
  };

const baseOfEach =
  (base_commission: string): Promised =>
  ({ rows, agents }) => {
    const found = agents.map((agent_id) => rows('payroll', { agent_id })[0]?.['base_commission']);
    expect(found).toEqual(agents.map(() => base_commission));
  };

/** Each of the case's days is assessed so. */
const days =
  (expected: Cells): Promised =>
  ({ rows, agents: [agent_id = ''], dates }) => {
    for (const date of dates) expect(rows('daily', { agent_id, date })).toMatchObject([expected]);
  };

/** What a check found about the case's agents, as dates; the agents are those of the case. */
const checked =
  (check: string, ...expected: readonly string[]): Promised =>
  ({ rows, agents }) => {
    const found = agents.flatMap((agent_id) => rows('checks', { check, agent_id }).map((row) => row['date']));
    expect(found).toEqual(expected);
  };

/** A check found the case's first agent on its first day, or did not. */
const foundOnTheDay =
  (check: string, expected: boolean): Promised =>
  ({ rows, agents: [agent_id = ''], dates: [date = ''] }) => {
    expect(rows('checks', { check, agent_id, date }).length > 0).toBe(expected);
  };

const subsidy =
  (paid: boolean): Promised =>
  ({ rows, agents: [agent_id = ''] }) => {
    expect(rows('lines', { agent_id, component: 'phone_subsidy' }).map((row) => row['amount'])).toEqual(
      paid ? ['50.00'] : [],
    );
  };

const team =
  (met: string, paid: string): Promised =>
  ({ rows, team: name }) => {
    expect(rows('teams', { team: name })).toMatchObject([{ met, paid }]);
  };

/** The fines of a test, one text for each agent of the case. */
const tests =
  (clause: string, ...expected: readonly string[]): Promised =>
  ({ rows, agents }) => {
    const found = agents.map((agent_id) =>
      rows('penalties', { agent_id, clause })
        .map((row) => row['amount'])
        .join(' '),
    );
    expect(found).toEqual(expected);
  };

/** The first agent's score sheet, item by item. */
const scores =
  (expected: Cells): Promised =>
  ({ rows, agents: [agent_id = ''] }) => {
    const found = rows('scores', { agent_id }).map((row) => [row['item'], row['value']]);
    expect(Object.fromEntries(found)).toMatchObject(expected);
    expect(found.some(([item]) => item === 'total')).toBe('total' in expected);
  };

const notMet = { met: 'no', met_by: '' };

export const PROMISES: Readonly<Record<string, Promised>> = {
  own_duplicate: outcomes('counted', 'duplicate'),
  contested_duplicate: all(outcomes('counted', 'duplicate'), ({ rows, signups: [, again = ''] }) => {
    expect(rows('signups', { signup_id: again })[0]?.['reason']).toMatch(/^contested: /);
  }),
  same_second: outcomes('counted', 'duplicate'),
  first_alone_is_judged: outcomes('reversed', 'duplicate'),
  left_network: outcomes('reversed'),
  cancelled_same_day: outcomes('reversed'),
  cancelled_before: outcomes('counted'),
  billed_before: outcomes('no_billing'),
  charge_of_zero: outcomes('unbilled'),
  charge_of_a_fen: outcomes('counted'),
  usage_is_no_rent: outcomes('unbilled'),
  activation: outcomes('counted'),
  activation_cancelled: outcomes('reversed'),
  no_billing: outcomes('no_billing'),
  billed_next_month: outcomes('counted'),
  every_product: ({ rows }) => {
    const paid = rows('commission').filter((row) => row['counted'] !== '0' && row['amount'] !== '0.00');
    expect(new Set(paid.map((row) => row['product'])).size).toBe(20);
  },

  secretary_100: earns('SECRETARY', '100', '150'), // 100 × 1.5
  secretary_101: earns('SECRETARY', '101', '152'), // + 2
  secretary_200: earns('SECRETARY', '200', '350'), // 150 + 100 × 2
  secretary_201: earns('SECRETARY', '201', '352.5'), // + 2.5
  secretary_205: earns('SECRETARY', '205', '362.5'), // 350 + 5 × 2.5
  info4_basis_89: all(earns('INFO_4', '60', '120'), earns('INFO_6', '29', '116')),
  info4_basis_90: all(earns('INFO_4', '60', '150'), earns('INFO_6', '30', '120')),

  // The 101st SECRETARY: 10 × 2; billed 3.00
  forced_at_the_edge: all(
    outcomes('forced'),
    fines(['forced_activation 20.00', 'refund 3.00'], ['complaint 1000.00']),
  ),
  // The 90th of the basis: 10 × 2.5
  forced_basis_89: all(outcomes('forced'), ({ rows, incidents: [source = ''] }) => {
    expect(rows('penalties', { source, kind: 'forced_activation' })[0]?.['amount']).toBe('25.00');
  }),
  forced_refunded: all(outcomes('forced'), kindsCharged(['forced_activation'])),
  forced_twice: all(outcomes('forced'), kindsCharged(['forced_activation', 'refund'], [])),
  forced_duplicate: all(
    outcomes('forced', 'duplicate'),
    kindsCharged(['forced_activation', 'refund'], ['forced_activation']),
  ),
  forced_negative_bill: all(outcomes('forced'), kindsCharged(['forced_activation'])),
  forced_unbilled: all(outcomes('forced'), kindsCharged(['forced_activation'])),
  forced_not_upheld: all(outcomes('counted'), fines()),
  forced_pending: all(outcomes('counted'), fines()),

  met_by_successes: days({ met: 'yes', met_by: 'successes', successes: '30' }),
  successes_29: days({ ...notMet, successes: '29' }),
  met_by_answered: days({ met: 'yes', met_by: 'answered', answered: '40', dialled: '59' }),
  met_by_dialled: days({ met: 'yes', met_by: 'dialled', answered: '39', dialled: '60' }),
  missed_on_retention_day: days({ ...notMet, answered: '39', dialled: '59', retention_day: 'yes' }),
  missed_below_half: days({ ...notMet, retention_day: 'no' }),
  met_by_inbound: days({ met: 'yes', met_by: 'answered', answered: '40', dialled: '0' }),
  missed_without_outbound: days({ ...notMet, answered: '39', dialled: '0', retention_day: 'no' }),
  misses_0: baseOfEach('100.00'),
  misses_1: all(days({ ...notMet, retention_day: 'no' }), baseOfEach('0.00')),
  misses_1_covered: all(days({ ...notMet, retention_day: 'yes' }), baseOfEach('100.00')),
  misses_2_covered: all(days({ ...notMet, retention_day: 'yes' }), baseOfEach('100.00')),
  misses_2_one_covered: all(days(notMet), baseOfEach('0.00')),
  misses_3_two_covered: all(days(notMet), baseOfEach('0.00')),
  misses_3_all_retention: all(days({ ...notMet, retention_day: 'yes' }), baseOfEach('0.00')),
  no_assessed_day: baseOfEach('0.00'),
  duty_managers: baseOfEach('0.00'),
  joined_mid_month: baseOfEach('100.00'),
  two_statuses_a_day: ({ rows, agents: [agent_id = ''], dates: [date = ''] }) => {
    expect(rows('daily', { agent_id, date })).toHaveLength(1);
  },
  // In April's file: these days, and the unapproved leave of 9 and 11 April.
  absent: checked('absence', '2025-04-08', '2025-04-09', '2025-04-11', '2025-04-16'),
  unapproved_leave: checked('absence', '2025-04-08', '2025-04-09', '2025-04-11', '2025-04-16'),
  unapproved_leave_479: foundOnTheDay('absence', false),
  approved_leave: foundOnTheDay('absence', false),

  called_on_day_of_listing: foundOnTheDay('dnd_call', false),
  called_after_listing: foundOnTheDay('dnd_call', true),
  listed_customer_calls: foundOnTheDay('dnd_call', false),
  leads_19: foundOnTheDay('leads_short', true),
  leads_repeated: foundOnTheDay('leads_short', true),
  leads_20: foundOnTheDay('leads_short', false),
  talks_short: checked('talks_short', ''),
  talks_enough: checked('talks_short'),
  trial_over: checked('trial_over', '2025-04-17'),

  left_before_the_month: payroll({ net: '0.00' }),
  hired_after_the_month: payroll({ net: '0.00' }),
  leading_zeros: ({ rows, agents }) => {
    expect(agents.map((agent_id) => rows('payroll', { agent_id }).length)).toEqual([1, 1]);
  },

  team_reached: team('yes', '100.00'),
  two_leaders: all(team('yes', '200.00'), ({ rows, agents }) => {
    const paid = agents.flatMap((agent_id) =>
      rows('lines', { agent_id, component: 'team_leader_allowance' }),
    );
    expect(paid.map((row) => row['amount'])).toEqual(['100.00', '100.00']);
  }),
  team_just_missed: team('no', '0.00'),
  team_without_target: team('', '0.00'),
  subsidy_lost: subsidy(false),
  subsidy_kept: subsidy(true),
  subsidy_no_attempts: subsidy(true),
  subsidy_no_phone: subsidy(false),
  subsidy_lost_out_of_order: subsidy(false),

  complaint_tariff: fines(['complaint 1000.00']),
  complaint_twice: fines(['complaint 1000.00'], []),
  complaint_other: fines(),
  complaint_without_signup: fines(['complaint 1000.00'], ['complaint 1000.00']),
  complaint_not_upheld: fines(),
  debt_carried: inDebt,
  leaver_with_debt: inDebt,

  typing_below: tests('S-1', '8.00'),
  written_below: tests('S-2', '2.50'),
  // Typing 59.99, 60, 60.01; written 60, 59.99, 60.5
  tests_at_the_edge: all(tests('S-1', '1.00', '', ''), tests('S-2', '', '0.01', '')),
  // Last: typing 61, written 59.5
  tests_several: all(tests('S-1', ''), tests('S-2', '0.50')),
  tests_none: all(tests('S-1', ''), tests('S-2', '')),

  worked_score: scores({ telemarketing: '44.00', quality: '46.00', total: '90.00' }),
  over_the_cap: scores({ telemarketing: '45.00', quality: '50.00', total: '95.00' }),
  target_zero: scores({ quality: '50.00' }),
  every_deduction: ({ rows, agents: [agent_id = ''] }) => {
    expect(rows('scores', { agent_id, item: 'quality' })[0]?.['value']).toBe('44.00');
  },
};

/** Which kinds of penalties each of the case's incidents is charged with. */
function kindsCharged(...expected: readonly (readonly string[])[]): Promised {
  return ({ rows, incidents }) => {
    expect(incidents.map((source) => rows('penalties', { source }).map((row) => row['kind']))).toEqual(
      expected,
    );
  };
}

/** A net below zero: nothing is paid, and what is missing is owed. */
function inDebt({ rows, agents: [agent_id = ''] }: Shown): void {
  const [row] = rows('payroll', { agent_id });
  expect(row?.['net']).toMatch(/^-/);
  expect([row?.['paid'], `-${row?.['debt_out'] ?? ''}`]).toEqual(['0.00', row?.['net']]);
}
