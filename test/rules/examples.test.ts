/** What the examples of a rule file start from and are held against. */
import { describe, expect, it } from 'vitest';
import { completed, failuresOf } from './complete-plan.js';
import { faultsIn, load } from './rule-files.js';

const PLAN = `
measures:
  revenue: { name: revenue, when_absent: { value: error, stated: P-1 } }
  bonus_base: { name: bonus_base, when_absent: { value: skip, stated: P-1 } }
  large: { name: large, count: measures, where: { measure: [revenue], value: { at_least: 100 } }, stated: P-1 }
components:
  commission: { name: a, clause: P-1, column: allowances, amount: { rate: 10%, of: revenue, stated: P-1 } }
  skipped: { name: b, clause: P-1, column: allowances, amount: { rate: 10%, of: bonus_base, stated: P-1 } }
  leaders:
    name: c
    clause: P-1
    column: allowances
    roles: { value: [team_leader], stated: P-1 }
    amount: { rate: 10%, of: revenue, stated: P-1 }
  gated:
    name: d
    clause: P-1
    column: allowances
    amount: { value: 5, stated: P-1 }
    gate: [{ measure: revenue, at_least: 1, stated: P-1 }, { measure: late_days, at_least: 1, stated: P-1 }]
`;

const outcome = (example: string): string[] =>
  failuresOf(load(completed(`${PLAN}examples:\n  it: ${example}\n`)));

const NO_REVENUE = 'not computed: no revenue (measures.csv has no row for it), not';

describe('an example', () => {
  it.each([
    ['a number given', '{ given: { revenue: 100 }, pays: { commission: 10 } }'],
    ['a list is summed', '{ given: { revenue: [100, 0.5, 20] }, pays: { commission: 12.05 } }'],
    ['percentages are numbers', '{ given: { attainment: 95% }, measures: { attainment: 0.95 } }'],
    [
      'rows of measures.csv',
      '{ rows: { measures: [{ measure: revenue, value: 30 }] }, pays: { commission: 3 } }',
    ],
    [
      'what is given stands in measures.csv',
      '{ given: { revenue: { D1: 50, D2: 150, 2025-04-03: 200 } }, measures: { large: 2, revenue: 400 } }',
    ],
    ['a measure that the plan skips pays 0', '{ pays: { skipped: 0 } }'],
    ['a component for other roles pays 0, whatever it needs', '{ pays: { leaders: 0 } }'],
    ['a gate that another condition settles', '{ attendance: { present: 3 }, pays: { gated: 0 } }'],
    [
      'days of attendance',
      '{ attendance: { late: [5, 6], absent: 1 }, measures: { late_days: 2, absent_days: 1 } }',
    ],
    [
      'outcomes of sign-ups',
      '{ signups: { MAIL: { counted: 3, forced: 1, reversed: 1, unbilled: 1, no_billing: 1, duplicate: 1 } }, measures: { counted: 3, gross: 8 } }',
    ],
    [
      'what all months come to, over all people',
      '{ months: [{ given: { revenue: 10 } }, { people: { B1: { given: { revenue: 20 } }, B2: { given: { revenue: 30 } } } }], total: { pays: { commission: 6 }, paid: 6 } }',
    ],
    ['days employed', '{ person: { hired_on: 2025-04-30 }, measures: { days_employed: 1 } }'],
  ])('comes out: %s', (_, example) => {
    expect(outcome(example)).toEqual([]);
  });

  it.each([
    ['{ given: { revenue: 100 }, pays: { commission: 10.01 } }', ['it: commission: 10, not 10.01']],
    // A thousandth of a yuan is not there: 33.333 × 10% is paid as 3.33.
    ['{ given: { revenue: 33.333 }, pays: { commission: 3.3333 } }', ['it: commission: 3.33, not 3.3333']],
    ['{ pays: { commission: 0 } }', [`it: commission: ${NO_REVENUE} 0`]],
    ['{ measures: { revenue: 0 } }', [`it: revenue: ${NO_REVENUE} 0`]],
    [
      '{ given: { bonus_base: 10 }, pays: { skipped: 1 }, net: 1 }',
      ['it: net: not computed: A1 has no value of "revenue", which the rule "commission" needs, not 1'],
    ],
    [
      '{ people: { B1: { given: { revenue: 10 }, pays: { commission: 2 } }, B2: { given: { revenue: 10 }, pays: { commission: 1 } } } }',
      ['it: commission of B1: 1, not 2'],
    ],
    [
      '{ months: [{ given: { revenue: 10 }, pays: { commission: 1 } }, { given: { revenue: 20 }, pays: { commission: 1 } }] }',
      ['it: commission in 2025-05: 2, not 1'],
    ],
    [
      '{ months: [{ given: { revenue: 10 } }, { given: { revenue: 20 } }], total: { pays: { commission: 2 }, paid: 4 } }',
      ['it: commission of all months: 3, not 2', 'it: paid of all months: 3, not 4'],
    ],
    // What is not known for one month is not known of all, though the other's is 1.
    [
      '{ months: [{ given: { revenue: 10 } }, {}], total: { pays: { commission: 1 } } }',
      [`it: commission of all months: ${NO_REVENUE} 1`],
    ],
  ])('does not come out: %s', (example, expected) => {
    expect(outcome(example)).toEqual(expected);
  });

  it('carries what is owed into its next month', () => {
    const fine =
      '  fine: { name: e, clause: P-1, column: penalties, amount: { rate: 1, of: late_days, stated: P-1 }, class: { value: loss, stated: P-1 } }\n';
    const months =
      '  it: { months: [{ given: { late_days: 7 }, net: -7, paid: 0, debt_out: 7 }, { given: { late_days: 0 }, net: -7 }] }\n';
    expect(failuresOf(load(completed(`components:\n${fine}examples:\n${months}`)))).toEqual([]);
  });

  it('shows of a scale that runs through the quarter what the month adds to its bands', () => {
    const commission =
      '  running: { name: r, clause: P-1, column: allowances, amount: { scale: marginal, per: quarter, of: sales, bands: [{ up_to: 100, pays: 5% }, { up_to: 200, pays: 6% }, { pays: 7% }], stated: P-1 } }\n';
    const months =
      '  it: { months: [{ given: { sales: 50 }, parts: { running: [2.5] } }, { given: { sales: 200 }, parts: { running: [2.5, 6, 3.5] } }, { given: { sales: 10 }, parts: { running: [0.7] } }] }\n';
    const sales = '  sales: { name: s, when_absent: { value: zero, stated: P-1 } }\n';
    const plan = `measures:\n${sales}components:\n${commission}examples:\n${months}`;
    expect(failuresOf(load(completed(plan)))).toEqual([]);
  });

  it.each([
    ['{ given: { revenu: 1 }, pays: { commission: 1 } }', 'E0634 21:18'],
    ['{ given: { answered: 1 }, pays: { commission: 1 } }', 'E0635 21:18'],
    ['{ signups: { POST: 1 }, pays: { commission: 1 } }', 'E0632 21:20'],
    ['{ pays: { comission: 1 } }', 'E0639 21:17'],
    ['{ months: [{}], total: { pays: { comission: 1 } } }', 'E0639 21:40'],
    ['{ months: [{}], total: { net: 1 } }', 'E0601 21:32'],
    ['{ months: [{}], total: {} }', 'E0686 21:3'],
    ['{ rows: { measures: [{ measure: revenu, value: 1 }] }, pays: { commission: 1 } }', 'E0634 21:39'],
    ['{ person: { role: boss }, pays: { commission: 1 } }', 'E0302 21:25'],
    ['{ given: { revenue: { 2025/04/03: 1 } }, pays: { commission: 1 } }', 'E0617 21:41'],
  ])('refused: %s', (example, expected) => {
    expect(faultsIn(completed(`${PLAN.trimStart()}examples:\n  it: ${example}\n`))).toEqual([expected]);
  });
});
