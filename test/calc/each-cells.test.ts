/** What a formula under `each` takes for a transaction that has no row of one of its measures. */
import { describe, expect, it } from 'vitest';
import { completed, failuresOf } from '../rules/complete-plan.js';
import { load } from '../rules/rule-files.js';

const byScale =
  '{ scale: lookup, per: transaction, of: discount, bands: [{ up_to: 0, pays: 5% }, { pays: 2% }] }';
const byTable =
  '{ table: { per: transaction, rows: { of: discount, up_to: [0] }, columns: { of: months, from: [0, 12] }, pays: [[5%, 6%], [2%, 3%]] } }';
const byOther =
  '{ scale: whole, per: transaction, of: months, by: discount, bands: [{ up_to: 0, pays: 0.05 }, { pays: 0.02 }] }';

/** 1000 without a discount and 1000 with one of 10%, at the rate of each. */
function failures(rate: string, whenAbsent: string, given: string, pays: number): string[] {
  return failuresOf(
    load(
      completed(`measures:
  price: { name: price, when_absent: zero, stated: P-1 }
  months: { name: months, when_absent: zero, stated: P-1 }
  discount: { name: discount, when_absent: ${whenAbsent}, stated: P-1 }
  rate: { name: rate, is: ${rate}, stated: P-1 }
  earned: { name: earned, each: { per: transaction, formula: "price * rate" }, stated: P-1 }
components: { pay: { name: pay, clause: P-1, column: allowances, amount: earned, stated: P-1 } }
examples: { one: { given: ${given}, pays: { pay: ${pays} } } }
`),
    ),
  );
}

const TWO = '{ price: { D1: 1000, D2: 1000 }, discount: { D2: 10% } }';

describe('a rate by a number that a transaction has no row of', () => {
  it.each([
    // D1 at 5% and D2 at 2%.
    ['zero', TWO, 70],
    // None has a discount.
    ['zero', '{ price: { D1: 1000, D2: 1000 } }', 100],
    // D1 is left out.
    ['skip', TWO, 20],
  ])('when_absent: %s, %s', (whenAbsent, given, pays) => {
    expect(failures(byScale, whenAbsent, given, pays)).toEqual([]);
  });

  it('when_absent: error refuses the month, and names the measure and the transaction', () => {
    const [failure = ''] = failures(byScale, 'error', TWO, 20);
    expect(failure).toContain('no discount (measures.csv has no row of it for D1)');
  });

  it.each([
    // D1 at 5%, D2, of 24 months, at 3%.
    ['a table', byTable, 80],
    // 24 months × 0.02 of D2 alone; the other has 0 months.
    ['a scale that another number picks the band of', byOther, 480],
  ])('%s', (_, rate, pays) => {
    const given = '{ price: { D1: 1000, D2: 1000 }, discount: { D2: 10% }, months: { D2: 24 } }';
    expect(failures(rate, 'zero', given, pays)).toEqual([]);
  });
});
