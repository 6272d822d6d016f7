/** Cliffs of scales that no single amount of the month shows: by the piece, in parts of a quota, by another measure, and rates. */
import { nameOfCurrency } from '../../base/currency.js';
import { type Exact, formatShort, greatest, least } from '../../base/exact.js';
import type { Localized } from '../../base/localized.js';
import { type Problem, problem } from '../../base/problem.js';
import { LINT_PROBLEMS } from '../../problems/lint.js';
import { scalesIn } from '../dependencies.js';
import type { Plan } from '../plan.js';
import type { Clock, MeasuredScale } from '../scale-shape.js';
import { cliffOf } from './cliff-of-fall.js';
import { fallsOf } from './falls.js';
import { isEarning, leaningOf } from './leanings.js';
import type { Check } from './linted.js';
import { ratesOfPay } from './rates-of-pay.js';
import { edgesOf, scaleAt } from './scale-at.js';
import { measureName, stepOf } from './units.js';

const EACH: Readonly<Partial<Record<Clock, Localized>>> = {
  transaction: { en: 'transaction', zh: '笔' },
  day: { en: 'day', zh: '日' },
  week: { en: 'week', zh: '周' },
};

export const scaleCliffs: Check = ({ plan }) => [
  ...Object.entries(plan.components).flatMap(([name, one]) =>
    isEarning(one) ? scalesIn(one.amount).flatMap((scale) => cliffsOf(scale, name, plan)) : [],
  ),
  ...ratesOfPay(plan).flatMap(([name, is]) =>
    scalesIn(is).flatMap((scale) => fallsOfRate(scale, name, plan)),
  ),
];

function cliffsOf(scale: MeasuredScale, pays: string, plan: Plan): Problem[] {
  const by = scale.kind === 'bands' ? scale.by?.value : undefined;
  if (by !== undefined && by !== scale.of) return fallsOfRate(scale, pays, plan);
  const parts = scale.kind === 'bands' && scale.percent_of !== undefined;
  if (!scale.per && !parts) return [];
  const edges = edgesOf(scale);
  const step = stepOf(scale.of, edges, plan);
  const at = (quantity: Exact): Exact => limited(scale, scaleAt(scale, quantity));
  const base = parts ? measureName(scale.percent_of?.value ?? '', plan) : undefined;
  const unit = base && { en: `× ${base.en}`, zh: `× ${base.zh}` };
  return fallsOf({ edges, at, step }, leaningOf(scale.of, plan)).map((fall) =>
    cliffOf(fall, {
      of: measureName(scale.of, plan),
      pays,
      ...(unit ? { unit } : { unit: nameOfCurrency(plan.currency), currency: plan.currency }),
      scale,
      step,
      each: scale.per && EACH[scale.per.value],
    }),
  );
}

/** Within what each transaction, day or week can come to. */
function limited({ each_at_least: low, each_at_most: high }: MeasuredScale, paid: Exact): Exact {
  const capped = high ? least(paid, high.value) : paid;
  return low ? greatest(capped, low.value) : capped;
}

/** Of what is looked up by another measure: that it falls is known, and not how much is lost. */
function fallsOfRate(scale: MeasuredScale, pays: string, plan: Plan): Problem[] {
  if (scale.kind !== 'bands' || (scale.scale.value !== 'lookup' && scale.scale.value !== 'whole')) return [];
  const by = scale.by?.value ?? scale.of;
  const leaning = leaningOf(by, plan);
  // What one deal is like (its discount, its months) is no amount that is sold.
  if (leaning === 'unknown' && scale.per) return [];
  const rates = { ...scale, scale: { ...scale.scale, value: 'lookup' as const } };
  const edges = edgesOf(rates);
  const at = (quantity: Exact): Exact => scaleAt(rates, quantity);
  const percent = scale.bands.some((band) => band.pays.text.endsWith('%'));
  const text = (value: Exact): string => (percent ? `${formatShort(value.mul(100))}%` : formatShort(value));
  return fallsOf({ edges, at, step: stepOf(by, edges, plan) }, leaning).map((fall) => {
    const params = {
      pays,
      of: measureName(by, plan),
      edge: fall.edge.side === 'above' ? `> ${fall.edge.at.text}` : fall.edge.at.text,
      before: text(fall.paidBefore),
      after: text(fall.paidAfter),
    };
    return problem(LINT_PROBLEMS.falling_rate, fall.edge.at.at, params, { value: fall.edge.at.text });
  });
}
