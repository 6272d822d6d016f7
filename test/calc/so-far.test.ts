/** Formulas under `each` that sum a measure up to the transaction, day or week: `so_far`. */
import { describe, expect, it } from 'vitest';
import { completed, failuresOf } from '../rules/complete-plan.js';
import { faultsIn, load } from '../rules/rule-files.js';

const plan = (formula: string, per = 'transaction', more = ''): string => `
measures:
  price: { name: price, when_absent: zero, stated: P-1 }
  minutes: { name: minutes, when_absent: skip, stated: P-1 }
  quota: { name: quota, when_absent: zero, stated: P-1 }
${more}  earned: { name: earned, each: { per: ${per}, formula: "${formula}" }, stated: P-1 }
components:
  commission: { name: c, clause: P-1, column: allowances, amount: { rate: 1, of: earned }, stated: P-1 }
`;

const outcome = (rules: string, example: string): string[] =>
  failuresOf(load(completed(`${rules}examples:\n  it: ${example}\n`)));

describe('the deal that reaches the quota of 1000 and all later ones pay 12%, those before 10%', () => {
  const AT_QUOTA = 'price * (so_far(price) >= 1000 ? 0.12 : 0.1)';

  it.each([
    // 600 + 399 = 999: 10% of both
    ['short', '{ given: { price: [600, 399] }, pays: { commission: 99.9 } }'],
    // 600 × 10%; 600 + 400 = 1000: 400 × 12%, then 100 × 12%
    ['reached exactly', '{ given: { price: [600, 400, 100] }, pays: { commission: 120 } }'],
    // By date the 400 are first: 400 × 10%, 600 × 12%
    [
      'in the order of dates',
      '{ given: { price: { 2025-04-09: 600, 2025-04-02: 400 } }, pays: { commission: 112 } }',
    ],
    // D2 is before D10: 900 × 10%, 100 × 12%
    ['then of refs', '{ given: { price: { D10: 100, D2: 900 } }, pays: { commission: 102 } }'],
    // A cancellation takes it below again: 1000 × 12%, −1 × 10%, 100 × 12%
    ['with a negative one', '{ given: { price: [1000, -1, 100] }, pays: { commission: 131.9 } }'],
    [
      'each person and month for itself',
      '{ months: [{ given: { price: [999] } }, { given: { price: [10] }, pays: { commission: 1 } }] }',
    ],
  ])('%s', (_, example) => {
    expect(outcome(plan(AT_QUOTA), example)).toEqual([]);
  });

  it('beside a number of the month', () => {
    // 600 × 10%, 400 × 12%
    const quota = '  month_quota: { name: q, formula: quota, stated: P-1 }\n';
    const own = plan('price * (so_far(price) >= month_quota ? 0.12 : 0.1)', 'transaction', quota);
    expect(outcome(own, '{ given: { price: [600, 400], quota: 1000 }, pays: { commission: 108 } }')).toEqual(
      [],
    );
  });
});

describe('the first 300 are free, used up in order; 0.1 for each further minute', () => {
  const FREE = '0.1 * max(min(so_far(minutes) - 300, minutes), 0)';

  it.each([
    // 200 and 100 are free; 50 × 0.1
    ['used up by two', '{ given: { minutes: [200, 100, 50] }, pays: { commission: 5 } }'],
    // 200 free; of 150 the 50 above 300; 10
    ['used up within one', '{ given: { minutes: [200, 150, 10] }, pays: { commission: 6 } }'],
  ])('%s', (_, example) => {
    expect(outcome(plan(FREE), example)).toEqual([]);
  });

  it('what is left out is not summed', () => {
    // D1 has no minutes: it is skipped with its price. D2: 5, D3: 5 + 7
    const own = plan('so_far(price) + minutes * 0');
    const example =
      '{ given: { price: { D1: 100, D2: 5, D3: 7 }, minutes: { D2: 1, D3: 1 } }, pays: { commission: 17 } }';
    expect(outcome(own, example)).toEqual([]);
  });

  it('per day', () => {
    // The 2nd: 30, the 3rd: 30 + 5
    const example = '{ given: { price: { 2025-04-03: 5, 2025-04-02: 30 } }, pays: { commission: 65 } }';
    expect(outcome(plan('so_far(price)', 'day'), example)).toEqual([]);
  });

  it('over a measure that is itself reckoned per transaction', () => {
    // net 90 and 180: 90, then 270
    const net = '  net: { name: net, each: { per: transaction, formula: "price * 0.9" }, stated: P-1 }\n';
    const own = plan('so_far(net)', 'transaction', net);
    expect(outcome(own, '{ given: { price: { D1: 100, D2: 200 } }, pays: { commission: 360 } }')).toEqual([]);
  });
});

describe('it is refused', () => {
  const faults = (rules: string): string[] =>
    faultsIn(completed(rules)).map((fault) => fault.split(' ')[0] ?? '');

  it.each([
    ['of a number of the month', plan('price + so_far(target)'), 'E0679'],
    ['of what is no name', plan('so_far(price + 1)'), 'E0680'],
    ['of an unknown measure', plan('price + so_far(prise)'), 'E0634'],
    ['of two', plan('so_far(price, minutes)'), 'E0674'],
    ['of itself', plan('price + so_far(earned)'), 'E0676'],
    [
      'in a formula of the month',
      plan('price').replace('rate: 1, of: earned', 'formula: so_far(price)'),
      'E0629',
    ],
  ])('%s', (_, rules, code) => {
    expect(faults(rules)).toEqual([code]);
  });
});
