/** What a scale makes of each of its parts: within limits, and rounded, where the rule file says so. */
import type { Localized } from '../base/localized.js';
import type { Plan } from '../rules/plan.js';
import type { MeasuredScale } from '../rules/scale-shape.js';
import { roundedMeasure } from './rounding.js';
import { computed, ruled, type Trace } from './trace.js';

const LABELS = {
  most: { en: 'each at most', zh: '每次封顶' },
  least: { en: 'each at least', zh: '每次保底' },
} satisfies Record<string, Localized>;

/** How each part that a scale places is rounded; undefined where the rule file says nothing of it. */
export function roundingOf(
  { each_rounded }: MeasuredScale,
  plan: Plan,
): ((part: Trace) => Trace) | undefined {
  return each_rounded && ((part) => roundedMeasure(part, each_rounded, plan));
}

/** What a transaction, day or week comes to: at most and at least so much, then rounded. */
export function pieceAmount(scale: MeasuredScale, amount: Trace, plan: Plan): Trace {
  const { each_at_most: most, each_at_least: least } = scale;
  const capped =
    most && amount.value.compare(most.value) > 0
      ? computed('least', LABELS.most, [amount, ruled(LABELS.most, most)])
      : amount;
  const raised =
    least && capped.value.compare(least.value) < 0
      ? computed('greatest', LABELS.least, [capped, ruled(LABELS.least, least)])
      : capped;
  return roundingOf(scale, plan)?.(raised) ?? raised;
}
