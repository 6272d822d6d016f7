/** What the cases about sign-ups, tiers and forced activation promise of the rows. */
import { expect } from 'vitest';
import { cell, fen } from './facts.js';
import type { Promised, Shown } from './shown.js';

/** The case's sign-ups come out so, in the case's order. */
const comesTo =
  (...outcomes: string[]): Promised =>
  (shown) => {
    expect(shown.outcomes()).toEqual(outcomes);
    const owners = shown.signups.map((_, place) => cell(shown.signup(place), 'agent_id'));
    expect(owners).toEqual(shown.agents.length === 1 ? owners.map(() => shown.agent()) : shown.agents);
  };

const both =
  (...promises: Promised[]): Promised =>
  (shown) => {
    for (const promised of promises) promised(shown);
  };

/** So many counted of the products together. */
const counted =
  (count: number, ...products: string[]): Promised =>
  ({ month, agent }: Shown) => {
    expect(month.count(agent(), 'counted', ...products)).toBe(count);
  };

/** The rows of the month's extract about the case's sign-up, as `bill_month fee_type amount status`. */
const billed =
  (...expected: string[]): Promised =>
  ({ quarter, signup }: Shown) => {
    const month = quarter.months.find((one) => cell(signup(), 'signed_at').startsWith(one.month));
    const bills = (month?.billsOf(signup()) ?? []).map((bill) =>
      [cell(bill, 'bill_month'), cell(bill, 'fee_type'), cell(bill, 'amount'), cell(bill, 'status')].join(
        ' ',
      ),
    );
    expect(bills).toEqual(expected);
  };

/** Every incident of the case is an upheld forced activation of that agent and one of the sign-ups. */
const forcedBy: Promised = ({ incidents, incident, signups, agent }) => {
  for (const place of incidents.keys()) {
    const { kind, upheld, agent_id, signup_id } = incident(place);
    expect([kind, upheld, agent_id, signups]).toEqual([
      'forced_activation',
      'yes',
      agent(),
      expect.arrayContaining([signup_id]),
    ]);
  }
};

/** Nothing paid in April; `evidence` is what May's extract alone makes of the sign-up. */
const late =
  (april: string, evidence: string): Promised =>
  ({ quarter, signup, agent }: Shown) => {
    expect(quarter.april.outcome(cell(signup(), 'signup_id'))).toBe(april);
    expect(quarter.may.evidence(signup())).toBe(evidence);
    expect(cell(signup(), 'agent_id')).toBe(agent());
  };

/** Not signed up again in May, and not named as forced in May: nothing stands against a late payment. */
const unhindered: Promised = ({ quarter, signup }) => {
  const { customer_no = '', product = '', signup_id = '' } = signup();
  expect(quarter.may.where('signups', { customer_no, product })).toEqual([]);
  expect(quarter.may.where('incidents', { signup_id })).toEqual([]);
};

/** The incident stands in the case's month; its sign-up in April, where it came to `april`. */
const afterClose =
  (april: string): Promised =>
  ({ quarter, month, incident, signup, agent }: Shown) => {
    expect(cell(incident(), 'date').slice(0, 7)).toBe(month.month);
    expect(incident()).toMatchObject({
      kind: 'forced_activation',
      upheld: 'yes',
      agent_id: agent(),
      signup_id: signup()['signup_id'],
    });
    expect(quarter.april.outcome(cell(signup(), 'signup_id'))).toBe(april);
  };

const sameCustomerAndProduct: Promised = ({ signups, signup }) => {
  const keys = new Set(
    signups.map((_, place) => `${cell(signup(place), 'customer_no')} ${cell(signup(place), 'product')}`),
  );
  expect(keys.size).toBe(1);
};

export const SIGNUP_PROMISES: Readonly<Record<string, Promised>> = {
  own_duplicate: both(comesTo('counted', 'duplicate'), sameCustomerAndProduct),
  contested_duplicate: both(comesTo('counted', 'duplicate'), sameCustomerAndProduct),
  same_second: both(comesTo('counted', 'duplicate'), sameCustomerAndProduct, ({ signup }) => {
    expect(cell(signup(0), 'signed_at')).toBe(cell(signup(1), 'signed_at'));
    expect(cell(signup(0), 'signup_id') < cell(signup(1), 'signup_id')).toBe(true);
  }),
  first_alone_is_judged: both(comesTo('reversed', 'duplicate'), sameCustomerAndProduct),
  three_of_one: both(comesTo('counted', 'duplicate', 'duplicate'), sameCustomerAndProduct),
  left_network: both(
    comesTo('reversed'),
    billed('2025-04 rent 5.00 active', '2025-04 rent 0.00 left_network'),
  ),
  cancelled_same_day: both(comesTo('reversed'), ({ month, signup }) => {
    const [bill] = month.billsOf(signup());
    expect(cell(bill, 'cancelled_on')).toBe(cell(signup(), 'signed_at').slice(0, 10));
  }),
  cancelled_before: both(comesTo('counted'), ({ month, signup }) => {
    const dates = month.billsOf(signup()).map((bill) => cell(bill, 'cancelled_on'));
    expect(dates.some((date) => date !== '' && date < cell(signup(), 'signed_at').slice(0, 10))).toBe(true);
  }),
  billed_before: both(comesTo('no_billing'), billed('2025-03 rent 6.00 active')),
  charge_of_zero: both(comesTo('unbilled'), billed('2025-04 rent 4.00 active', '2025-04 other -4.00 active')),
  charge_of_a_fen: both(comesTo('counted'), billed('2025-04 usage 0.01 active')),
  usage_is_no_rent: both(comesTo('unbilled'), billed('2025-04 usage 1.20 active')),
  activation: both(comesTo('counted'), billed()),
  activation_cancelled: both(comesTo('reversed'), billed('2025-04 rent 0.00 cancelled')),
  no_billing: both(comesTo('no_billing'), billed()),
  billed_next_month: both(comesTo('counted'), billed('2025-05 rent 5.00 active')),
  every_product: ({ month }) => {
    const products = month
      .rows('signups')
      .filter((row) => month.outcome(cell(row, 'signup_id')) === 'counted')
      .map((row) => cell(row, 'product'));
    expect(new Set(products).size).toBe(20);
  },
  unknown_billing: ({ month }) => {
    const known = new Set(
      month.rows('signups').map((row) => `${cell(row, 'customer_no')} ${cell(row, 'product')}`),
    );
    const unknown = month
      .rows('billing')
      .filter((row) => !known.has(`${cell(row, 'customer_no')} ${cell(row, 'product')}`));
    expect(unknown.map((row) => row['product'])).toEqual(['RINGTONE', 'RINGTONE', 'RINGTONE']);
  },

  secretary_100: counted(100, 'SECRETARY'),
  secretary_101: counted(101, 'SECRETARY'),
  secretary_200: counted(200, 'SECRETARY'),
  secretary_201: counted(201, 'SECRETARY'),
  secretary_205: counted(205, 'SECRETARY'),
  info4_basis_89: both(counted(60, 'INFO_4'), counted(29, 'INFO_6')),
  info4_basis_90: both(counted(60, 'INFO_4'), counted(30, 'INFO_6')),

  forced_at_the_edge: both(
    comesTo('forced'),
    billed('2025-04 rent 3.00 active'),
    counted(100, 'SECRETARY'),
    ({ incident, signup }) => {
      expect(incident(0)).toMatchObject({
        kind: 'forced_activation',
        upheld: 'yes',
        signup_id: signup()['signup_id'],
      });
      expect(incident(1)).toMatchObject({
        kind: 'complaint',
        cause: 'forced_activation',
        upheld: 'yes',
        signup_id: signup()['signup_id'],
      });
    },
  ),
  forced_basis_89: both(comesTo('forced'), counted(89, 'INFO_4', 'INFO_6'), forcedBy),
  forced_refunded: both(comesTo('forced'), forcedBy, ({ incident }) => {
    expect(incident()['refunded']).toBe('yes');
  }),
  forced_twice: both(comesTo('forced'), forcedBy, ({ incidents }) => {
    expect(incidents).toHaveLength(2);
  }),
  forced_duplicate: both(comesTo('forced', 'duplicate'), sameCustomerAndProduct, forcedBy, ({ incident }) => {
    expect(incident(0)['signup_id']).not.toBe(incident(1)['signup_id']);
  }),
  forced_negative_bill: both(comesTo('forced'), forcedBy, ({ month, signup }) => {
    const billedFen = month.billsOf(signup()).reduce((sum, bill) => sum + fen(cell(bill, 'amount')), 0);
    expect(billedFen).toBe(-150);
  }),
  forced_unbilled: both(comesTo('forced'), forcedBy, billed()),
  forced_not_upheld: both(comesTo('counted'), ({ incident }) => {
    expect(incident()).toMatchObject({ kind: 'forced_activation', upheld: 'no' });
  }),
  forced_pending: both(comesTo('counted'), ({ incident }) => {
    expect(incident()).toMatchObject({ kind: 'forced_activation', upheld: 'pending' });
  }),
  forced_not_refunded: both(
    comesTo('forced'),
    billed('2025-05 rent 20.00 active', '2025-05 usage 12.35 active'),
    ({ incident }) => {
      expect(incident(0)).toMatchObject({ kind: 'forced_activation', refunded: 'no' });
      expect(incident(1)).toMatchObject({ kind: 'complaint', cause: 'forced_activation' });
    },
  ),

  late_lifts_a_tier: both(late('no_billing', 'counted'), unhindered, ({ quarter, agent }) => {
    // 89 paid for in April; of INFO_4 and INFO_6 no other is billed late, so May's basis is 90.
    expect(quarter.april.count(agent(), 'counted', 'INFO_4', 'INFO_6')).toBe(89);
    expect(quarter.april.where('signups', { agent_id: agent() })).toHaveLength(90);
  }),
  late_marginal_unit: both(late('unbilled', 'counted'), unhindered, ({ quarter, agent }) => {
    expect(quarter.april.count(agent(), 'counted', 'SECRETARY')).toBe(200);
  }),
  late_of_someone_gone: both(late('no_billing', 'counted'), unhindered, ({ month, agent }) => {
    expect(month.where('agents', { agent_id: agent() })).toEqual([]);
  }),
  late_of_a_leaver: both(late('no_billing', 'counted'), unhindered, ({ month, agent }) => {
    expect(month.one('agents', { agent_id: agent() })['left_on']).toBe('2025-04-30');
  }),
  late_signed_up_again: both(
    late('no_billing', 'counted'),
    comesTo('no_billing', 'counted'),
    sameCustomerAndProduct,
  ),
  late_but_forced: both(late('no_billing', 'counted'), afterClose('no_billing')),
  late_charge: both(late('unbilled', 'counted'), unhindered),
  late_but_cancelled: both(late('no_billing', 'reversed'), unhindered),
  cancelled_a_month_later: ({ quarter, signup }) => {
    expect(quarter.april.outcome(cell(signup(), 'signup_id'))).toBe('counted');
    expect(quarter.may.evidence(signup())).toBe('reversed');
  },
  forced_after_close: both(
    afterClose('counted'),
    billed('2025-04 rent 3.00 active', '2025-04 usage 0.40 active'),
  ),
  pending_then_upheld: both(afterClose('counted'), ({ quarter, signup }) => {
    const before = quarter.april.where('incidents', { signup_id: cell(signup(), 'signup_id') });
    expect(before.map((row) => row['upheld'])).toEqual(['pending']);
  }),
  forced_two_months_later: afterClose('counted'),
  forced_after_late_payment: both(afterClose('no_billing'), late('no_billing', 'counted')),
};
