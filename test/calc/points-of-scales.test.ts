/** Points of a product by any scale: of its counted sign-ups, and of one more, which a fine is so many times. */
import { describe, expect, it } from 'vitest';
import { completed, failuresOf } from '../rules/complete-plan.js';
import { load } from '../rules/rule-files.js';

/** Products N and M; M counts by its bill, at a point each. The fine is ten times one more unit of N, for one sign-up. */
const planOf = (points: string): string => `
counting:
  extract_day: 10
  forced_by: forced_activation
  reversed_by: [cancelled]
  reversal_takes: all_points
  rows_before_signup: ignore
  bases: { activation: { without_bill: yes }, rent: { sum_of: [rent], above: 0 } }
  late_evidence: pay
  stated: S-1
products:
  N: { name: n, clause: S-1, counts_on: rent, points: ${points}, stated: S-1 }
  M: { name: m, clause: S-1, counts_on: activation, points: 1, stated: S-1 }
components:
  c: { name: c, clause: S-1, column: product_commission, yuan_per_point: 1, stated: S-1 }
  f:
    name: f
    clause: S-1
    class: disciplinary
    fine: { incident: forced_activation, charge: { times_points: 10, points_of: next_unit, on_top_of_reversal: yes }, once_per: signup }
    stated: S-1
`;

const failures = (points: string, example: string): string[] =>
  failuresOf(load(completed(`${planOf(points)}examples:\n  it: ${example}\n`)));

const bands = (scale: string, edges: string, more = ''): string =>
  `{ scale: ${scale}, ${more}bands: [${edges}] }`;
const WHOLE = bands('whole', '{ from: 0, pays: 2 }, { from: 10, pays: 3 }');
const WHOLE_FEE = bands('whole', '{ from: 0, pays: 2, plus: 4 }, { from: 10, pays: 3, plus: 10 }');
const WHOLE_BY = bands('whole', '{ from: 0, pays: 2 }, { from: 10, pays: 3 }', 'by: [N, M], ');
const MARGINAL = bands('marginal', '{ from: 1, pays: 2 }, { from: 10, pays: 5 }');
const MARGINAL_FEE = bands('marginal', '{ from: 1, pays: 2 }, { from: 10, pays: 5, plus: 1 }');
const CUMULATIVE = bands('cumulative', '{ from: 5, pays: 100 }, { from: 10, pays: 200, plus: 7 }');
const LOOKUP = bands('lookup', '{ from: 0, pays: 10 }, { from: 10, pays: 100, plus: 5 }');
const LOOKUP_BY = bands('lookup', '{ from: 0, pays: 10 }, { from: 10, pays: 100 }', 'by: [N, M], ');
const STEP = '{ scale: step, above: 9, each: 1, pays: 4 }';
const LINE = '{ scale: interpolated, points: [{ at: 0, pays: 30 }, { at: 10, pays: 50 }] }';

describe('one more counted unit', () => {
  it.each<[string, string, number, number, number, string]>([
    ['a rate', '2', 9, 18, 20, '10 × 2'],
    ['whole: its equal part of all', WHOLE, 9, 18, 30, '10 × 30 ÷ 10'],
    ['whole with a fee', WHOLE_FEE, 9, 22, 40, '10 × (30 + 10) ÷ 10'],
    ['whole by other products', WHOLE_BY, 9, 18, 30, '10 × 30 ÷ 10'],
    ['marginal', MARGINAL, 9, 18, 50, '10 × 5'],
    ['marginal: where a fee is reached', MARGINAL_FEE, 9, 18, 60, '10 × (5 + 1)'],
    ['marginal: where it is behind', MARGINAL_FEE, 10, 24, 50, '10 × 5'],
    ['cumulative: within a tier', CUMULATIVE, 7, 100, 0, '100 − 100'],
    ['cumulative: where a tier is reached', CUMULATIVE, 9, 100, 2070, '10 × (100 + 200 + 7 − 100)'],
    ['lookup: within a band', LOOKUP, 8, 10, 0, '10 − 10'],
    ['lookup: where a band is reached', LOOKUP, 9, 10, 950, '10 × (105 − 10)'],
    ['lookup: the first of all', LOOKUP, 0, 0, 100, '10 × (10 − nothing)'],
    ['step', STEP, 9, 0, 40, '10 × 4'],
    ['interpolated', LINE, 5, 40, 20, '10 × (42 − 40)'],
    ['interpolated: the first of all', LINE, 0, 0, 320, '10 × (32 − nothing)'],
  ])('%s, of %s: %i counted are paid %i, the fine is %i: %s', (_, points, counted, paid, fine) => {
    const signups = `{ N: { counted: ${String(counted)}, forced: 1 } }`;
    expect(
      failures(points, `{ signups: ${signups}, pays: { c: ${String(paid)}, f: ${String(fine)} } }`),
    ).toEqual([]);
  });
});

describe('a product without a counted sign-up earns nothing, whatever its scale pays at 0', () => {
  it.each([
    ['without any', LOOKUP, '{ pays: { c: 0 } }'],
    ['reversed', LOOKUP, '{ signups: { N: { counted: 0, reversed: 3 } }, pays: { c: 0 } }'],
    ['without a bill', LINE, '{ signups: { N: { counted: 0, unbilled: 3 } }, pays: { c: 0 } }'],
    ['with those of others', LOOKUP_BY, '{ signups: { M: 10 }, pays: { c: 10 } }'],
    [
      'and with one, those of others pick the band',
      LOOKUP_BY,
      '{ signups: { M: 9, N: 1 }, pays: { c: 109 } }',
    ],
    ['a fee of the first band', WHOLE_FEE, '{ signups: { N: { counted: 0, reversed: 1 } }, pays: { c: 0 } }'],
  ])('%s', (_, points, example) => {
    expect(failures(points, example)).toEqual([]);
  });
});
