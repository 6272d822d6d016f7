/** Amounts of components that can only be slips: percentages of nothing, and fixed ones below zero. */
import { describe, expect, it } from 'vitest';
import { loadPlan } from '../../src/rules/load.js';
import { completed } from './complete-plan.js';

/** The codes that a component with this amount (and cap, floor) is refused by. */
function codesOf(amount: string): string[] {
  const text = completed(`measures:
  sales: { name: sales, when_absent: zero, stated: P-1 }
  rate: { name: rate, is: { scale: lookup, of: sales, bands: [{ from: 0, pays: 5% }] }, stated: P-1 }
components:
  pay: { name: pay, clause: P-1, column: allowances, stated: P-1, amount: ${amount} }
`);
  const reading = loadPlan(Buffer.from(text), 'rules.yaml');
  return 'problems' in reading ? reading.problems.map(({ code }) => code) : [];
}

const PERCENTAGE = 'E0730';
const NEGATIVE = 'E0612';

describe('money by', () => {
  it.each([
    ['5%', [PERCENTAGE]],
    ['sales, cap: 20%', [PERCENTAGE]],
    ['sales, floor: 20%', [PERCENTAGE]],
    ['{ scale: lookup, of: sales, bands: [{ from: 0, pays: 5% }] }', [PERCENTAGE]],
    ['{ scale: cumulative, of: sales, bands: [{ from: 0, pays: 5% }] }', [PERCENTAGE]],
    ['{ scale: step, of: sales, above: 0, each: 100, pays: 1% }', [PERCENTAGE]],
    ['{ scale: interpolated, of: sales, points: [{ at: 0, pays: 0 }, { at: 1, pays: 5% }] }', [PERCENTAGE]],
    ['{ cases: [{ when: [{ measure: sales, at_least: 1 }], pays: 5% }, { pays: 0 }] }', [PERCENTAGE]],
    ['{ table: { rows: { of: sales, from: [0] }, columns: { grade: [A] }, pays: [[1%]] } }', [PERCENTAGE]],
    ['-300', [NEGATIVE]],
    ['sales, cap: -20', [NEGATIVE]],
    ['{ cases: [{ when: [{ measure: sales, at_least: 1 }], pays: -5 }, { pays: 0 }] }', [NEGATIVE]],
    ['5', []],
    ['{ rate: 5%, of: sales }', []],
    ['{ scale: marginal, of: sales, bands: [{ above: 0, pays: 5% }] }', []],
    ['{ scale: whole, of: sales, bands: [{ from: 0, pays: 5%, plus: 3 }] }', []],
    ['{ formula: "sales * rate" }', []],
    [
      '{ cases: [{ when: [{ measure: sales, at_least: 1 }], pays: { rate: 5%, of: sales } }, { pays: 0 }] }',
      [],
    ],
  ])('%s', (amount, codes) => {
    expect(codesOf(amount)).toEqual(codes);
  });
});
