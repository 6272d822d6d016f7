/** Section 1 of the handbook: which sign-ups count (P-21, P-22, C-1, C-2). */
import { describe, expect, it } from 'vitest';
import { decimal } from '../../src/base/exact.js';
import type { Outcome } from '../../src/calc/outcomes.js';
import type { BillingRow, FeeType } from '../../src/input/records.js';
import {
  agent,
  bill,
  calculate,
  day,
  handbook,
  handbookWith,
  incident,
  messagesOf,
  month,
  signup,
  signupOf,
  time,
} from './department.js';

/** INFO_4 counts on any charge, MAIL on rent, WAP_TRIAL without a bill. */
const CHARGE = 'INFO_4';
const RENT = 'MAIL';
const ACTIVATION = 'WAP_TRIAL';

const fee = (fee_type: FeeType, amount: string): Partial<BillingRow> => ({
  fee_type,
  amount: decimal(amount),
});
const rent = (amount: string): Partial<BillingRow> => fee('rent', amount);
const cancelled = (on?: string): Partial<BillingRow> => ({
  status: 'cancelled',
  ...(on === undefined ? {} : { cancelled_on: day(on) }),
});
const leftNetwork: Partial<BillingRow> = { status: 'left_network' };
const billedIn = (bill_month: string): Partial<BillingRow> => ({ bill_month: month(bill_month) });

/** The outcome of one sign-up of 10 April with these billing rows. */
function outcomeWith(product: string, bills: readonly Partial<BillingRow>[], plan = handbook): Outcome {
  const one = signup('A1', product, { signup_id: 'S1' });
  const billing = bills.map((row) => bill(one, row));
  return signupOf(calculate({ agents: [agent('A1')], signups: [one], billing }, plan), 'S1').outcome;
}

describe('outcomes 3 to 6, by the billing rows of customer and product', () => {
  const CASES: readonly [string, string, readonly Partial<BillingRow>[], Outcome][] = [
    ['a charge of rent', CHARGE, [rent('4')], 'counted'],
    ['a charge of a fen of usage', CHARGE, [fee('usage', '0.01')], 'counted'],
    ['a charge of another kind', CHARGE, [fee('other', '2')], 'counted'],
    ['charges that sum to exactly 0', CHARGE, [rent('4'), fee('other', '-4')], 'unbilled'],
    ['a charge of 0', CHARGE, [rent('0')], 'unbilled'],
    ['a negative charge', CHARGE, [rent('-4')], 'unbilled'],
    ['charges that sum to one fen', CHARGE, [rent('4'), fee('usage', '-3.99')], 'counted'],
    ['no row, for a charge', CHARGE, [], 'no_billing'],

    ['rent', RENT, [rent('5')], 'counted'],
    ['usage alone, for rent', RENT, [fee('usage', '5')], 'unbilled'],
    ['another fee alone, for rent', RENT, [fee('other', '5')], 'unbilled'],
    ['rent of 0 beside usage', RENT, [rent('0'), fee('usage', '5')], 'unbilled'],
    ['rent that sums to 0', RENT, [rent('5'), rent('-5')], 'unbilled'],
    ['rent beside usage that is credited', RENT, [rent('5'), fee('usage', '-6')], 'counted'],
    ['no row, for rent', RENT, [], 'no_billing'],

    ['activation without a row', ACTIVATION, [], 'counted'],
    ['activation with a bill of 0', ACTIVATION, [rent('0')], 'counted'],
    ['activation that is cancelled', ACTIVATION, [cancelled('2025-04-20')], 'reversed'],
    ['activation, cancelled before it', ACTIVATION, [cancelled('2025-04-09')], 'counted'],

    ['cancelled, though billed', CHARGE, [{ ...rent('4'), ...cancelled('2025-05-01') }], 'reversed'],
    [
      'one row of several cancelled',
      RENT,
      [rent('5'), { ...rent('0'), ...cancelled('2025-05-09') }],
      'reversed',
    ],
    ['left the network', RENT, [{ ...rent('5'), ...leftNetwork }], 'reversed'],
    ['cancelled without a date', CHARGE, [cancelled()], 'reversed'],
    ['cancelled on the day of the sign-up', CHARGE, [cancelled('2025-04-10')], 'reversed'],

    ['cancelled the day before, and nothing else', CHARGE, [cancelled('2025-04-09')], 'no_billing'],
    ['cancelled the day before, and billed anew', CHARGE, [cancelled('2025-04-09'), rent('4')], 'counted'],
    ['billed for the month before', CHARGE, [billedIn('2025-03')], 'no_billing'],
    [
      'cancelled in a row of the month before',
      CHARGE,
      [{ ...billedIn('2025-03'), ...cancelled() }],
      'no_billing',
    ],
    [
      'a row of the month before, dated after',
      CHARGE,
      [{ ...billedIn('2025-03'), ...cancelled('2025-04-20') }],
      'no_billing',
    ],
    ['an old bill beside one that sums to 0', CHARGE, [billedIn('2025-03'), rent('0')], 'unbilled'],
    ['billed for the month after', RENT, [{ ...rent('5'), ...billedIn('2025-05') }], 'counted'],
  ];
  it.each(CASES)('%s', (_, product, bills, expected) => {
    expect(outcomeWith(product, bills)).toBe(expected);
  });

  it('rows of another product or customer say nothing', () => {
    const one = signup('A1', RENT, { signup_id: 'S1', customer_no: '130' });
    const billing = [
      bill({ customer_no: '130', product: CHARGE }),
      bill({ customer_no: '131', product: RENT }),
    ];
    const result = calculate({ agents: [agent('A1')], signups: [one], billing });
    expect(signupOf(result, 'S1').outcome).toBe('no_billing');
  });

  it('are data: a rule file that counts rows from before the sign-up', () => {
    const counting = handbookWith({
      'counting.rows_before_signup': '{ value: count, assumed: X-1, because: the other reading }',
    });
    expect(outcomeWith(CHARGE, [billedIn('2025-03')], counting)).toBe('counted');
    expect(outcomeWith(CHARGE, [cancelled('2025-04-09')], counting)).toBe('reversed');
  });
});

describe('outcome 2, forced', () => {
  const CASES: readonly [string, 'yes' | 'no' | 'pending', Partial<BillingRow>[], Outcome][] = [
    ['upheld, though billed', 'yes', [rent('4')], 'forced'],
    ['upheld comes before reversed', 'yes', [cancelled('2025-05-01')], 'forced'],
    ['upheld, without a bill', 'yes', [], 'forced'],
    ['not upheld', 'no', [rent('4')], 'counted'],
    ['pending', 'pending', [rent('4')], 'counted'],
    ['not upheld, and cancelled', 'no', [cancelled('2025-05-01')], 'reversed'],
  ];
  it.each(CASES)('%s', (_, upheld, bills, expected) => {
    const one = signup('A1', CHARGE, { signup_id: 'S1' });
    const result = calculate({
      agents: [agent('A1')],
      signups: [one],
      billing: bills.map((row) => bill(one, row)),
      incidents: [incident('A1', 'forced_activation', { signup_id: 'S1', upheld })],
    });
    expect(signupOf(result, 'S1').outcome).toBe(expected);
  });

  it('not by an incident of another kind', () => {
    const one = signup('A1', CHARGE, { signup_id: 'S1' });
    const result = calculate({
      agents: [agent('A1')],
      signups: [one],
      billing: [bill(one)],
      incidents: [incident('A1', 'complaint', { signup_id: 'S1', cause: 'forced_activation' })],
    });
    expect(signupOf(result, 'S1').outcome).toBe('counted');
  });
});

describe('outcome 1, duplicate', () => {
  const at = (when: string, signup_id: string, agentId = 'A1') =>
    signup(agentId, CHARGE, { signup_id, customer_no: '130', signed_at: time(when) });
  const outcomesOf = (
    signups: readonly ReturnType<typeof at>[],
    incidents = [] as ReturnType<typeof incident>[],
  ) => {
    const agents = [agent('A1'), agent('A2')];
    const billing = [bill({ customer_no: '130', product: CHARGE })];
    const result = calculate({ agents, signups, billing, incidents });
    return Object.fromEntries(result.signups.map((one) => [one.row.signup_id, one.outcome]));
  };

  const FIRSTS: readonly [string, readonly ReturnType<typeof at>[], Record<string, Outcome>][] = [
    [
      'the earlier one is judged, in whatever order the file has them',
      [at('2025-04-11 09:00:00', 'S1'), at('2025-04-10 09:00:00', 'S2')],
      { S1: 'duplicate', S2: 'counted' },
    ],
    [
      'a second later is later',
      [at('2025-04-10 09:00:01', 'S1'), at('2025-04-10 09:00:00', 'S2')],
      { S1: 'duplicate', S2: 'counted' },
    ],
    [
      'in the same second the id decides, as text: 10 before 9',
      [at('2025-04-10 09:00:00', 'S9'), at('2025-04-10 09:00:00', 'S10')],
      { S10: 'counted', S9: 'duplicate' },
    ],
    [
      'capital letters come before small ones',
      [at('2025-04-10 09:00:00', 'a1'), at('2025-04-10 09:00:00', 'Z1')],
      { Z1: 'counted', a1: 'duplicate' },
    ],
    [
      'by code point, beyond the 65,536th too',
      [at('2025-04-10 09:00:00', '\u{20000}'), at('2025-04-10 09:00:00', '\uFF21')],
      { '\uFF21': 'counted', '\u{20000}': 'duplicate' },
    ],
    [
      'of three, one',
      [
        at('2025-04-12 09:00:00', 'S3'),
        at('2025-04-10 09:00:00', 'S1', 'A2'),
        at('2025-04-11 09:00:00', 'S2'),
      ],
      { S1: 'counted', S2: 'duplicate', S3: 'duplicate' },
    ],
  ];
  it.each(FIRSTS)('%s', (_, signups, expected) => {
    expect(outcomesOf(signups)).toEqual(expected);
  });

  it('another product or another customer is none', () => {
    const signups = [
      signup('A1', CHARGE, { signup_id: 'S1', customer_no: '130' }),
      signup('A1', RENT, { signup_id: 'S2', customer_no: '130' }),
      signup('A1', CHARGE, { signup_id: 'S3', customer_no: '131' }),
    ];
    const result = calculate({ agents: [agent('A1')], signups, billing: signups.map((one) => bill(one)) });
    expect(result.signups.map((one) => one.outcome)).toEqual(['counted', 'counted', 'counted']);
  });

  it('stays one, whatever becomes of the first: forced', () => {
    const signups = [at('2025-04-10 09:00:00', 'S1'), at('2025-04-11 09:00:00', 'S2')];
    const forced = [incident('A1', 'forced_activation', { signup_id: 'S1' })];
    expect(outcomesOf(signups, forced)).toEqual({ S1: 'forced', S2: 'duplicate' });
  });

  it('stays one that an incident names as forced', () => {
    const signups = [at('2025-04-10 09:00:00', 'S1'), at('2025-04-11 09:00:00', 'S2')];
    const forced = [incident('A1', 'forced_activation', { signup_id: 'S2' })];
    expect(outcomesOf(signups, forced)).toEqual({ S1: 'counted', S2: 'duplicate' });
  });

  const AFTERWARDS: readonly [string, Partial<BillingRow>, Outcome][] = [
    // The row proves something about the second sign-up alone, yet the first alone is judged.
    ['cancelled between the two', cancelled('2025-04-10'), 'reversed'],
    ['cancelled after both', cancelled('2025-04-20'), 'reversed'],
    ['nothing charged', rent('0'), 'unbilled'],
  ];
  it.each(AFTERWARDS)('stays one when the first is: %s', (_, row, expected) => {
    const signups = [at('2025-04-10 09:00:00', 'S1'), at('2025-04-11 09:00:00', 'S2')];
    const billing = [bill({ customer_no: '130', product: CHARGE }, row)];
    const result = calculate({ agents: [agent('A1')], signups, billing });
    expect(result.signups.map((one) => one.outcome)).toEqual([expected, 'duplicate']);
  });

  it('by another agent is contested, with a warning that names both; by the same it is not', () => {
    const agents = [agent('A1'), agent('A2')];
    const own = [at('2025-04-10 09:00:00', 'S1'), at('2025-04-11 09:00:00', 'S2')];
    const contested = [...own, at('2025-04-12 09:00:00', 'S3', 'A2')];
    expect(messagesOf(calculate({ agents, signups: own }), 'contested')).toEqual([]);
    expect(messagesOf(calculate({ agents, signups: contested }), 'contested')).toEqual([
      'sign-up S3 of A2 is contested: S1 of A1 came first',
    ]);
  });
});

describe('before the billing extract is there', () => {
  it('what waits for its bill counts; duplicates and forced ones stay so', () => {
    const one = signup('A1', RENT, { signup_id: 'S1', customer_no: '130' });
    const again = signup('A1', RENT, { signup_id: 'S2', customer_no: '130' });
    const forced = signup('A1', RENT, { signup_id: 'S3' });
    const result = calculate({
      agents: [agent('A1')],
      signups: [one, again, forced],
      billing: undefined,
      incidents: [incident('A1', 'forced_activation', { signup_id: 'S3' })],
    });
    expect(result.provisional).toBe(true);
    expect(result.signups.map((judged) => [judged.outcome, judged.pending])).toEqual([
      ['counted', true],
      ['duplicate', false],
      ['forced', false],
    ]);
  });
});
