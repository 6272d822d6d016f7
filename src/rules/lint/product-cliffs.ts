/** Cliffs of products: points that fall when one more is sold. */
import { nameOfCurrency } from '../../base/currency.js';
import { type Exact, formatShort, ONE, ZERO } from '../../base/exact.js';
import type { Localized } from '../../base/localized.js';
import { type Problem, problem } from '../../base/problem.js';
import { LINT_PROBLEMS } from '../../problems/lint.js';
import type { Plan, Product } from '../plan.js';
import type { ProductScale } from '../scale-shape.js';
import { cliffOf } from './cliff-of-fall.js';
import { fallsOf } from './falls.js';
import type { Check } from './linted.js';
import { edgesOf, scaleAt } from './scale-at.js';

const POINTS: Localized = { en: 'points', zh: '分' };

export const productCliffs: Check = ({ plan }) => {
  const worth = worthOf(plan);
  const unit = worth ? nameOfCurrency(plan.currency) : POINTS;
  return Object.entries(plan.products).flatMap(([code, product]) => {
    if (product.points.kind === 'flat') return [];
    const { scale } = product.points;
    if (scale.kind === 'bands' && scale.by) return byOthers(code, product, scale, unit, worth, plan);
    const at = (quantity: Exact): Exact => scaleAt(scale, quantity);
    const words = {
      of: product.name,
      pays: code,
      unit,
      scale,
      step: ONE,
      ...(worth ? { worth, currency: plan.currency } : {}),
    };
    return fallsOf({ edges: edgesOf(scale), at, step: ONE }, 'more').map((fall) => cliffOf(fall, words));
  });
};

/** What a point is worth, where one component pays all points. */
function worthOf({ components }: Plan): Exact | undefined {
  const paying = Object.values(components).flatMap((one) =>
    one.kind === 'yuan_per_point' ? [one.yuan_per_point.value] : [],
  );
  return paying.length === 1 ? paying[0] : undefined;
}

function byOthers(
  code: string,
  { name }: Product,
  { scale, bands, by }: Extract<ProductScale, { kind: 'bands' }>,
  unit: Localized,
  worth: Exact = ONE,
  plan: Plan,
): Problem[] {
  const named = by?.value ?? [];
  const names = (language: 'en' | 'zh'): string =>
    named.map((one) => plan.products[one]?.name[language] ?? one).join(' + ');
  return bands.flatMap((band, index) => {
    const before = bands[index - 1];
    if (!before || band.edge === 'start') return [];
    const [high, low] = [before.pays.value.mul(worth), band.pays.value.mul(worth)];
    if (high.compare(low) <= 0) return [];
    const count = band.edge === 'from' ? band.at.value : band.at.value.add(ONE);
    const lost = scale.value === 'whole' ? count.sub(ONE).mul(high).sub(count.mul(low)) : high.sub(low);
    const most = named.includes(code) && lost.compare(ZERO) > 0 ? formatShort(lost) : undefined;
    const params = {
      pays: code,
      of: name,
      by: { en: names('en'), zh: names('zh') },
      edge: formatShort(count),
      before: formatShort(high),
      after: formatShort(low),
      unit,
      most,
    };
    return [problem(LINT_PROBLEMS.cliff_by_others, band.at.at, params, { value: band.at.text })];
  });
}
