/** Splitting a difference over the rules that made it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, type Exact, sum, toText, whole, ZERO } from '../../src/base/exact.js';
import {
  allOf,
  type Coalition,
  coalitionsOf,
  exactParts,
  membersOf,
  MOST_TOGETHER,
  roundedParts,
} from '../../src/calc/dry-run/coalitions.js';

const parts = (rules: number, outcomeOf: (coalition: Coalition) => Exact): string[] =>
  [...exactParts(allOf(rules), outcomeOf).values()].map(toText);

/** What a month comes to with some of the rules changed, by their numbers. */
const outcomes =
  (by: Readonly<Record<string, number>>) =>
  (coalition: Coalition): Exact =>
    whole(by[membersOf(coalition).join('')] ?? 0);

describe('the part of each rule', () => {
  it.each<[string, Readonly<Record<string, number>>, number, string[]]>([
    [
      'is what it adds, where rules add up',
      { 0: 10, 1: 5, 2: 1, '01': 15, '02': 11, '12': 6, '012': 16 },
      3,
      ['10', '5', '1'],
    ],
    // Rate 2 → 3 (0) and quantity 10 → 15 (1): 20 → 45. Alone the rate adds 10, the quantity 10; together 25.
    ['shares evenly what two make together', { '': 20, 0: 30, 1: 30, '01': 45 }, 2, ['12.5', '12.5']],
    // The gate (1) opens a pay of 100 that rule 0 raises to 130: alone 0 adds nothing. ((0) + (30)) / 2, ((100) + (130)) / 2.
    ['of a rule that works only behind another', { 0: 0, 1: 100, '01': 130 }, 2, ['15', '115']],
    ['is nothing where it changes nothing', { 0: 7, 1: 0, '01': 7 }, 2, ['7', '0']],
  ])('%s', (_, by, rules, expected) => {
    expect(parts(rules, outcomes(by))).toEqual(expected);
  });

  it('adds up to the difference, whatever the rules do to each other, and needs no other outcomes than asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.infiniteStream(fc.integer({ min: -9999, max: 9999 })),
        (rules, cents) => {
          const together = allOf(rules);
          const known = new Map(
            coalitionsOf(together).map((one) => [one, whole(Number(cents.next().value)).div(whole(100))]),
          );
          const outcomeOf = (one: Coalition): Exact => {
            const found = known.get(one);
            if (!found) throw new Error(`not asked for: ${one}`);
            return found;
          };
          const exact = [...exactParts(together, outcomeOf).values()];
          const difference = outcomeOf(together).sub(outcomeOf(0n));
          expect(toText(sum(exact))).toBe(toText(difference));
          const fen = roundedParts(exact, 2);
          expect(toText(sum(fen))).toBe(toText(difference));
          for (const [index, part] of fen.entries()) {
            expect(
              part
                .sub(exact[index] ?? ZERO)
                .abs()
                .compare(decimal('0.01')),
            ).toBe(-1);
          }
        },
      ),
    );
  });

  it('takes all orders of a few rules, and two of many', () => {
    expect(coalitionsOf(allOf(MOST_TOGETHER))).toHaveLength(2 ** MOST_TOGETHER);
    // Both orders: none, five, and four others each.
    expect(coalitionsOf(allOf(5))).toHaveLength(2 + 4 + 4);
    expect(coalitionsOf(allOf(40))).toHaveLength(2 + 39 + 39);
  });
});
