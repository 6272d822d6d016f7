/** Numbers of the whole month beside days and transactions, and weeks across months, in formulas under `each`. */
import { describe, expect, it } from 'vitest';
import { completed, failuresOf } from '../rules/complete-plan.js';
import { load } from '../rules/rule-files.js';

const planWith = (measures: string, amount: string, examples: string): string =>
  completed(`measures:
  orders: { name: orders, when_absent: zero, stated: P-1 }
  ${measures}
components: { pay: { name: pay, clause: P-1, column: allowances, stated: P-1, amount: ${amount} } }
examples:
  ${examples}
`);

const failures = (...parts: Parameters<typeof planWith>): string[] => failuresOf(load(planWith(...parts)));

describe('a number of the whole month', () => {
  const quota = (monthly: string): string => `quota: { name: quota, when_absent: zero, ${monthly}stated: P-1 }
  met: { name: met, each: { per: day, formula: "orders >= quota ? 1 : 0" }, stated: P-1 }`;
  // 9 < 10, 10 ≥ 10.
  const days =
    'one: { month: 2025-04, given: { orders: { 2025-04-02: 9, 2025-04-03: 10 }, quota: 10 }, pays: { pay: 50 } }';

  it('stands beside each day where it says that it is one', () => {
    expect(failures(quota('monthly: yes, '), '{ rate: 50, of: met }', days)).toEqual([]);
  });

  it('is refused beside days where it does not say so', () => {
    const [failure = ''] = failures(quota(''), '{ rate: 50, of: met }', days);
    expect(failure).toContain('a row of quota names a month, not a day');
    expect(failure).toContain('monthly: yes');
  });

  it('is refused beside refs where it does not say so, and stands beside each where it does', () => {
    const fee = (
      monthly: string,
    ): string => `factor: { name: factor, when_absent: zero, ${monthly}stated: P-1 }
  fees: { name: fees, each: { per: transaction, formula: "orders * factor" }, stated: P-1 }`;
    // (100 + 200) × 1.2
    const refs = 'one: { given: { orders: { D1: 100, D2: 200 }, factor: 1.2 }, pays: { pay: 360 } }';
    expect(failures(fee('monthly: yes, '), 'fees', refs)).toEqual([]);
    expect(failures(fee(''), 'fees', refs).join()).toContain('a row of factor has no ref');
  });

  it.each([
    ['a number that says so', 'monthly: yes, ', ''],
    ['a formula', '', 'level'],
  ])('picks the band of each transaction: %s', (_, monthly, formula) => {
    const level = `stars: { name: stars, when_absent: zero, ${monthly}stated: P-1 }
  level: { name: level, formula: "stars + 0", stated: P-1 }`;
    const scale = `{ scale: whole, per: transaction, of: orders, by: ${formula || 'stars'}, each_rounded: { places: 0 }, bands: [{ from: 0, pays: 1% }, { from: 2, pays: 2% }] }`;
    // 130 × 2% = 2.6 → 3, 140 × 2% = 2.8 → 3
    const two = 'one: { given: { orders: { D1: 130, D2: 140 }, stars: 2 }, pays: { pay: 6 } }';
    expect(failures(level, scale, two)).toEqual([]);
  });
});

describe('a week of a formula', () => {
  const above = 'above: { name: above, each: { per: week, formula: "max(orders - 40, 0)" }, stated: P-1 }';
  const pay = '{ rate: 15, of: above }';

  it('is reckoned in the month in which it ends, with its days of the month before', () => {
    // The 31st of March is a Monday; the week ends on the 6th of April: 9 + 4 × 9 − 40 = 5.
    const across = `across:
    months:
      - { month: 2025-03, given: { orders: { 2025-03-31: 9 } }, pays: { pay: 0 } }
      - { given: { orders: { 2025-04-01: 9, 2025-04-02: 9, 2025-04-03: 9, 2025-04-04: 9 } }, pays: { pay: 75 } }`;
    expect(failures(above, pay, across)).toEqual([]);
  });

  it('is not reckoned in the month before, however much there is of it', () => {
    const before = `before:
    months:
      - { month: 2025-03, given: { orders: { 2025-03-24: 41, 2025-03-31: 45 } }, pays: { pay: 15 } }
      - { pays: { pay: 75 } }`;
    expect(failures(above, pay, before)).toEqual([]);
  });

  it('comes to what a scale by the week comes to', () => {
    const both = `${above}
  by_scale: { name: by scale, is: { scale: marginal, per: week, of: orders, bands: [{ up_to: 40, pays: 0 }, { pays: 1 }] }, stated: P-1 }`;
    const weeks = `weeks:
    months:
      - { month: 2025-03, given: { orders: { 2025-03-04: 50, 2025-03-31: 30 } }, pays: { pay: 0 } }
      - { given: { orders: { 2025-04-06: 30, 2025-04-07: 60, 2025-04-29: 70 } }, pays: { pay: 0 } }
      - { pays: { pay: 0 } }`;
    expect(
      failures(both, '{ formula: "max(above - by_scale, 0) + max(by_scale - above, 0)" }', weeks),
    ).toEqual([]);
    expect(failures(both, 'by_scale', weeks)).toHaveLength(3);
  });
});
