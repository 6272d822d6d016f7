/** Products whose points change within the month: the parts of the month, each with its own. */
import type { Localized } from '../base/localized.js';
import { dateOf, type PlainDate, type PlainTime } from '../base/period.js';
import type { Plan, Product } from '../rules/plan.js';
import { productOf } from './outcomes.js';
import type { Trace } from './trace.js';

/** Days of a month: from its first where `from` is left out, to its last where `before` is. */
export interface Days {
  readonly from?: PlainDate | undefined;
  readonly before?: PlainDate | undefined;
}

/** How many sign-ups of a product count, of the month or of some of its days. */
export type Counted = (code: string, days?: Days) => Trace;

/** Days on which a product's points are the same. */
export interface Period {
  readonly product: Product;
  readonly days: Days;
}

/** The parts of the month by a product's points, in their order: nearly always one. */
export function periodsOf(plan: Plan, code: string): [Period, ...Period[]] {
  const periods: [Period, ...Period[]] = [{ product: productOf(plan, code), days: {} }];
  for (const change of plan.changes ?? []) {
    const product = productOf(change.plan, code);
    const last = periods.at(-1) ?? periods[0];
    if (last.product.points === product.points) continue;
    periods[periods.length - 1] = { ...last, days: { ...last.days, before: change.from } };
    periods.push({ product, days: { from: change.from } });
  }
  return periods;
}

/** Whether a sign-up is of those days. */
export function isWithin({ signed_at }: { readonly signed_at: PlainTime }, { from, before }: Days): boolean {
  const day = dateOf(signed_at);
  return (from === undefined || day >= from) && (before === undefined || day < before);
}

export function daysLabel({ from, before }: Days): Localized {
  const en = [...(from ? [`from ${from}`] : []), ...(before ? [`before ${before}`] : [])];
  const zh = [...(from ? [`${from} 起`] : []), ...(before ? [`${before} 之前`] : [])];
  return { en: `points of those signed ${en.join(' and ')}`, zh: `${zh.join('、')}受理的积分` };
}
