/** The smallest step of a measure, and its numbers as texts. */
import { type Exact, formatShort, HUNDRED, ONE } from '../../base/exact.js';
import type { Localized } from '../../base/localized.js';
import { isRatio, MEASURES } from '../measures.js';
import type { Plan } from '../plan.js';
import { rangeOf } from './measure-ranges.js';
import type { Edge } from './scale-at.js';

/** A hundredth of a percent. */
const RATIO_STEP = ONE.div(10_000);

/** The step by which the measure rises: one, the smallest unit of money, or a hundredth of a percent. */
export function stepOf(measure: string, edges: readonly Edge[], plan: Plan): Exact {
  if (rangeOf(measure, plan).whole) return ONE;
  if (isRatio(measure) || edges.some(({ at }) => at.text.endsWith('%'))) return RATIO_STEP;
  const counts = edges.every(({ at }) => at.value.d === 1n);
  return counts && isGivenWhole(measure, plan) ? ONE : ONE.div(10 ** plan.currency.places);
}

/** Whether the examples give the measure, and as whole numbers alone. */
function isGivenWhole(measure: string, { examples }: Plan): boolean {
  const given = Object.values(examples ?? {}).flatMap(({ months, given: ofAll }) => [
    ofAll?.[measure] ?? [],
    ...months.flatMap((month) =>
      month.kind === 'one'
        ? (month.given?.[measure] ?? [])
        : [
            month.given?.[measure] ?? [],
            ...Object.values(month.people).map((one) => one.given?.[measure] ?? []),
          ].flat(),
    ),
  ]);
  const numbers = given.flat();
  return numbers.length > 0 && numbers.every(({ value }) => value.d === 1n);
}

/** A number of a measure, in percent where its edges are. */
export const quantityText = (value: Exact, percent: boolean): string =>
  percent ? `${formatShort(value.mul(HUNDRED))}%` : formatShort(value);

/** What people call a measure. */
export function measureName(measure: string, { measures }: Pick<Plan, 'measures'>): Localized {
  const own = measures?.[measure]?.name ?? MEASURES[measure]?.name;
  return own ?? { en: measure, zh: measure };
}
