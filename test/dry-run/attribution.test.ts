/** A difference split over the rules that changed, on random months and random pairs of rule files. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum, toText } from '../../src/base/exact.js';
import { allOf, MOST_TOGETHER } from '../../src/calc/dry-run/coalitions.js';
import { type Paid, touchingBy, type Touching } from '../../src/calc/dry-run/comparison.js';
import { type Split, splitOverRules } from '../../src/calc/dry-run/split.js';
import type { LoadedPlan } from '../../src/rules/load.js';
import { type Variant, variantOf } from '../../src/rules/variant.js';
import { reachOfRules } from '../../src/rules/variant-touches.js';
import { calculate } from '../calc/department.js';
import { anyMonth } from '../calc/random-month.js';
import { RANDOM_TEXTS } from '../calc/random-plans.js';
import { load } from '../rules/rule-files.js';
import { anyEdits, edited } from './random-edits.js';

type Parts = Parameters<typeof calculate>[0];

const FILES = RANDOM_TEXTS.map((text) => load(text));

/** The month by the two files and by their mixtures; undefined where either is refused. */
async function splitOf(
  month: Parts,
  variant: Variant,
  touchingOf: (variant: Variant) => Touching,
): Promise<{ split: Split; mixtures: Paid[] } | undefined> {
  const mixtures: Paid[] = [];
  const resultOf = (file: LoadedPlan): Paid | undefined => {
    const result = calculate(month, file.plan);
    return result.problems.some(({ severity }) => severity === 'error') ? undefined : result;
  };
  const [before, after] = [resultOf(variant.before), resultOf(variant.after)];
  if (!before || !after) return undefined;
  const split = await splitOverRules({
    variant,
    before,
    after,
    touchingOf,
    calculate: (file) => {
      const result = resultOf(file);
      if (result) mixtures.push(result);
      return Promise.resolve(result);
    },
  });
  return { split, mixtures };
}

const byReach = (variant: Variant): Touching => touchingBy(reachOfRules(variant));
const together = ({ rules }: Variant): Touching => {
  const all = allOf(rules.length);
  return () => all;
};

const anyVariant = fc
  .tuple(fc.constantFrom(...FILES), fc.constantFrom(...FILES), anyEdits)
  .map(([before, other, edits]) => variantOf(before, edited(other, edits)));

/** Numbers of one file alone, where what hangs on what is told from the plan. */
const anyNumbers = fc
  .tuple(fc.constantFrom(...FILES), anyEdits)
  .map(([before, edits]) => variantOf(before, edited(before, edits)));

describe('the parts of a difference', () => {
  it('add up to it for everybody, to the fen, whatever the two files are', async () => {
    await fc.assert(
      fc.asyncProperty(anyMonth, anyVariant, async (month, variant) => {
        const found = await splitOf(month, variant, byReach);
        fc.pre(found !== undefined);
        const { people, total } = found.split.difference;
        for (const { before, after, difference, parts } of people) {
          expect(toText(difference)).toBe(toText(after.sub(before)));
          expect(toText(sum(parts))).toBe(toText(difference));
          for (const part of parts) expect(part.mul(100).d).toBe(1n);
        }
        expect(toText(sum(total.parts))).toBe(toText(total.difference));
      }),
      { numRuns: 40 },
    );
  });

  it('are the same where each rule is tried on the lines it can bear on as where all are tried on all lines', async () => {
    await fc.assert(
      fc.asyncProperty(anyMonth, anyNumbers, async (month, variant) => {
        fc.pre(variant.rules.length > 1 && variant.rules.length <= MOST_TOGETHER);
        const [apart, all] = [
          await splitOf(month, variant, byReach),
          await splitOf(month, variant, together),
        ];
        fc.pre(apart !== undefined && all !== undefined);
        if (apart.split.variant.rules.length !== all.split.variant.rules.length) return;
        for (const [index, person] of apart.split.difference.people.entries()) {
          const other = all.split.difference.people[index];
          expect(person.parts.map(toText)).toEqual(other?.parts.map(toText));
        }
      }),
      { numRuns: 20 },
    );
  });
});
