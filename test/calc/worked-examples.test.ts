/** The worked examples of section 10 of the handbook, to the fen. */
import { describe, expect, it } from 'vitest';
import { daysOf } from '../../src/base/period.js';
import {
  agent,
  amountsOf,
  APRIL,
  attendance,
  bill,
  calculate,
  contact,
  dial,
  incident,
  type Parts,
  payslipOf,
  sales,
  scoresOf,
  signup,
  target,
  test,
  together,
} from './department.js';

const department = (...parts: readonly Parts[]): Parts => together({ agents: [agent('A1')] }, ...parts);

/** A sign-up of SECRETARY that an upheld incident calls forced, with a bill of 3 yuan. */
function forcedSecretary(): Parts {
  const forced = signup('A1', 'SECRETARY', { signup_id: 'F1' });
  return {
    signups: [forced],
    billing: [bill(forced)],
    incidents: [incident('A1', 'forced_activation', { incident_id: 'E1', signup_id: 'F1' })],
  };
}

const complaintAboutIt: Parts = {
  incidents: [
    incident('A1', 'complaint', { incident_id: 'E2', signup_id: 'F1', cause: 'tariff_unexplained' }),
  ],
};

/** 21 assessed days: of these, the first ones missed on retention days, the next ones on others, all others met. */
function daysWith({ retention = 0, other = 0 }): Parts {
  const days = daysOf(APRIL).slice(0, 21);
  return {
    attendance: days.map((date) => attendance('A1', date)),
    // Missed: 59 customers dialled, none answers. A retention day: 30 of the 59 calls.
    calls: days.flatMap((date, index) => {
      if (index < retention) return dial('A1', date, 59, 30);
      return index < retention + other ? dial('A1', date, 59) : dial('A1', date, 60);
    }),
  };
}

const PAID: readonly [string, Parts, Readonly<Record<string, string>>][] = [
  // 100 × 1.5 + 100 × 2 + 5 × 2.5 = 150 + 200 + 12.5
  [
    '1: SECRETARY, 205 counted',
    sales('A1', { SECRETARY: 205 }),
    { 'product_commission:SECRETARY': '362.50' },
  ],
  [
    // 60 × 2 = 120; 29 × 4 = 116; together 236.00
    '2: INFO_4 60 and INFO_6 29: basis 89',
    sales('A1', { INFO_4: 60, INFO_6: 29 }),
    { 'product_commission:INFO_4': '120.00', 'product_commission:INFO_6': '116.00' },
  ],
  [
    // 60 × 2.5 = 150; 30 × 4 = 120; together 270.00
    '2: INFO_4 60 and INFO_6 30: basis 90',
    sales('A1', { INFO_4: 60, INFO_6: 30 }),
    { 'product_commission:INFO_4': '150.00', 'product_commission:INFO_6': '120.00' },
  ],
  [
    // The 101st would be paid 2 points: 10 × 2 = 20; refund 3; together 23.00
    '3: a forced SECRETARY on top of exactly 100 counted',
    together(sales('A1', { SECRETARY: 100 }), forcedSecretary()),
    { 'product_commission:SECRETARY': '150.00', 'forced_activation:E1': '20.00', 'refund:E1': '3.00' },
  ],
  [
    // 20 + 3 + 1000 = 1023.00
    '3: with a justified complaint about it',
    together(sales('A1', { SECRETARY: 100 }), forcedSecretary(), complaintAboutIt),
    {
      'product_commission:SECRETARY': '150.00',
      'forced_activation:E1': '20.00',
      'refund:E1': '3.00',
      'complaint:E2': '1000.00',
    },
  ],
  // 3 misses − min(2, 2 on retention days) = 1 uncovered
  ['5: 21 days, 3 misses, 2 of them on retention days', daysWith({ retention: 2, other: 1 }), {}],
  // 2 − min(2, 1) = 1 uncovered
  ['5: 2 misses, 1 on a retention day', daysWith({ retention: 1, other: 1 }), {}],
  // 2 − min(2, 2) = 0 uncovered
  ['5: 2 misses, both on retention days', daysWith({ retention: 2 }), { base_commission: '100.00' }],
  // 52.9 rounded down is 52; 60 − 52 = 8
  ['6: typing 52.9', { tests: [test('A1', 'typing', '52.9')] }, { 'typing:52.9': '8.00' }],
  // 60 − 57.5 = 2.50
  ['6: written 57.5', { tests: [test('A1', 'written', '57.5')] }, { 'written:57.5': '2.50' }],
];

describe('worked examples', () => {
  it.each(PAID)('%s', (_, parts, expected) => {
    expect(amountsOf(calculate(department(parts)), 'A1')).toEqual(expected);
  });

  it('3: the penalties add up to 23.00, with the complaint to 1023.00', () => {
    const forced = together(sales('A1', { SECRETARY: 100 }), forcedSecretary());
    expect(payslipOf(calculate(department(forced)), 'A1')).toMatchObject({ penalties: '23.00' });
    const both = together(forced, complaintAboutIt);
    expect(payslipOf(calculate(department(both)), 'A1')).toMatchObject({ penalties: '1023.00' });
  });

  const spotChecks = [incident('A1', 'spot_check_failed'), incident('A1', 'spot_check_failed')];
  const SCORES: readonly [string, Parts, Readonly<Record<string, string>>][] = [
    [
      // 163 ÷ 150 = 108.67%: 8 whole percent; 40 + 0.5 × 8 = 44; 50 − 2 × 1 − 1 × 2 = 46
      '4: 163 of 150, two spot checks failed, one must-say point missed',
      together(
        sales('A1', { INFO_2: 163 }),
        { targets: [target('agent', 'A1', 150)] },
        { incidents: [...spotChecks, incident('A1', 'must_say_missed')] },
      ),
      { telemarketing: '44.00', quality: '46.00', total: '90.00' },
    ],
    [
      // 40 × 100 ÷ 150 = 26.67; + 50 = 76.67
      '4: 100 of 150',
      together(sales('A1', { INFO_2: 100 }), { targets: [target('agent', 'A1', 150)] }),
      { telemarketing: '26.67', quality: '50.00', total: '76.67' },
    ],
  ];

  it.each(SCORES)('%s', (_, parts, expected) => {
    expect(scoresOf(calculate(department(parts)), 'A1')).toEqual(expected);
  });

  it('7: unreached, reached, unreached, unreached: the phone subsidy is lost', () => {
    const contacts = [
      contact('A1', '2025-04-02 10:00:00', 'no'),
      contact('A1', '2025-04-03 10:00:00', 'yes'),
      contact('A1', '2025-04-04 10:00:00', 'no'),
      contact('A1', '2025-04-05 10:00:00', 'no'),
    ];
    const withPhone = { agents: [agent('A1', { subsidy_phone: '13900000001' })] };
    expect(amountsOf(calculate({ ...withPhone, contacts }), 'A1')).toEqual({});
    expect(amountsOf(calculate({ ...withPhone, contacts: contacts.slice(0, 3) }), 'A1')).toEqual({
      phone_subsidy: '50.00',
    });
  });
});
