/** Formulas under `each` that name the number of the transaction, day or week: `ordinal`. */
import { describe, expect, it } from 'vitest';
import { completed, failuresOf } from '../rules/complete-plan.js';
import { faultsIn, load } from '../rules/rule-files.js';

const plan = (formula: string, per = 'transaction'): string => `
measures:
  price: { name: price, when_absent: zero, stated: P-1 }
  rebate: { name: rebate, when_absent: skip, stated: P-1 }
  earned: { name: earned, each: { per: ${per}, formula: "${formula}" }, stated: P-1 }
components:
  commission: { name: c, clause: P-1, column: allowances, amount: { rate: 1, of: earned }, stated: P-1 }
`;
const FIRST_TWO = 'price * (ordinal <= 2 ? 0.05 : 0.08)';

const outcome = (rules: string, example: string): string[] =>
  failuresOf(load(completed(`${rules}examples:\n  it: ${example}\n`)));

describe('the first two deals at 5%, the others at 8%', () => {
  it.each([
    // 300 × 5%
    ['two', '{ given: { price: [100, 200] }, pays: { commission: 15 } }'],
    // 300 × 5% + 1000 × 8%
    ['three', '{ given: { price: [100, 200, 1000] }, pays: { commission: 95 } }'],
    // The 2nd and 3rd of April are first: 300 × 5% + 1000 × 8%, though the 1000 stand before.
    [
      'by date, not by their order',
      '{ given: { price: { 2025-04-20: 1000, 2025-04-03: 200, 2025-04-02: 100 } }, pays: { commission: 95 } }',
    ],
    // All on the first of the month: D1, D2 are first, 300 × 5% + 1000 × 8%.
    ['then by ref', '{ given: { price: { D3: 1000, D2: 200, D1: 100 } }, pays: { commission: 95 } }'],
    // D2 and D9 are first, and D10 is after them: 300 × 5% + 1000 × 8%
    [
      'a ref with a greater number later',
      '{ given: { price: { D10: 1000, D9: 200, D2: 100 } }, pays: { commission: 95 } }',
    ],
    // D1 is there twice and is one transaction: (100 + 50) × 5% + 200 × 5% + 1000 × 8%
    [
      'rows of one ref are one',
      `{ pays: { commission: 97.5 }, rows: { measures: [
        { measure: price, value: 100, ref: D1, date: 2025-04-01 }, { measure: price, value: 50, ref: D1, date: 2025-04-09 },
        { measure: price, value: 1000, ref: D3, date: 2025-04-08 }, { measure: price, value: 200, ref: D2, date: 2025-04-07 }] } }`,
    ],
    // Each begins at 1: 100 × 5% and 200 × 5%
    [
      'each person for himself',
      '{ people: { A1: { given: { price: [100] }, pays: { commission: 5 } }, A2: { given: { price: [200] }, pays: { commission: 10 } } } }',
    ],
    [
      'each month anew',
      '{ months: [{ given: { price: [1, 1] } }, { given: { price: [100] }, pays: { commission: 5 } }] }',
    ],
  ])('%s', (_, example) => {
    expect(outcome(plan(FIRST_TWO), example)).toEqual([]);
  });

  it('rows of one day without a ref stand as in the file, more than ten of them too', () => {
    // 1 × 5 + 2 × 7 + 11 × 1000
    const example = '{ given: { price: [5, 7, 0, 0, 0, 0, 0, 0, 0, 0, 1000] }, pays: { commission: 11019 } }';
    expect(outcome(plan('ordinal * price'), example)).toEqual([]);
  });

  it('what is left out takes no number', () => {
    // D1 has no rebate and is skipped: D2 is 1, D3 is 2.
    const example =
      '{ given: { price: { D1: 1, D2: 1, D3: 1 }, rebate: { D2: 0, D3: 0 } }, pays: { commission: 3 } }';
    expect(outcome(plan('ordinal + price * rebate'), example)).toEqual([]);
  });
});

describe('per day and per week', () => {
  it('the days that have rows are numbered', () => {
    // 1 × (10 + 20), 2 × 5
    const example =
      '{ rows: { measures: [{ measure: price, value: 5, date: 2025-04-09 }, { measure: price, value: 10, date: 2025-04-03 }, { measure: price, value: 20, date: 2025-04-03 }] }, pays: { commission: 40 } }';
    expect(outcome(plan('ordinal * price', 'day'), example)).toEqual([]);
  });

  it('and the weeks', () => {
    // Monday the 7th and Sunday the 13th of April are one week: 1 × 30, 2 × 5
    const example =
      '{ given: { price: { 2025-04-14: 5, 2025-04-07: 10, 2025-04-13: 20 } }, pays: { commission: 40 } }';
    expect(outcome(plan('ordinal * price', 'week'), example)).toEqual([]);
  });
});

describe('the name', () => {
  const faults = (rules: string): string[] =>
    faultsIn(completed(rules)).map((fault) => fault.split(' ')[0] ?? '');

  it.each([
    ['in a formula of the month', 'earned: { name: e, formula: "price * ordinal" }', 'E0634'],
    ['of a total', 'earned: { name: e, total: { of: ordinal, over: team } }', 'E0634'],
    ['as a measure of the file', 'ordinal: { name: e, formula: "price * 2" }', 'E0600'],
    [
      'without a measure that is made of rows',
      'earned: { name: e, each: { per: day, formula: ordinal } }',
      'E0679',
    ],
  ])('is refused %s', (_, measure, code) => {
    const rules = `measures:\n  price: { name: price, when_absent: zero, stated: P-1 }\n  ${measure.slice(0, -2)}, stated: P-1 }\n`;
    expect(faults(rules)).toEqual([code]);
  });

  it('is refused in an example', () => {
    expect(
      faults(`${plan(FIRST_TWO)}examples:\n  it: { given: { ordinal: 3 }, pays: { commission: 1 } }\n`),
    ).toEqual(['E0634']);
  });
});
