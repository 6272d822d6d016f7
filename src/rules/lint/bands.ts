/** Bands that no quantity reaches: beyond what a measure can be, or between two whole numbers. */
import { formatShort, ZERO, round } from '../../base/exact.js';
import { type Problem, problem } from '../../base/problem.js';
import { LINT_PROBLEMS } from '../../problems/lint.js';
import { scalesOf } from '../dependencies.js';
import type { Plan } from '../plan.js';
import type { MeasuredScale } from '../scale-shape.js';
import type { Check } from './linted.js';
import { rangeOf } from './measure-ranges.js';
import { ownersOfScales } from './owners.js';
import { measureName, quantityText } from './units.js';

export const bands: Check = ({ plan }) => {
  const owners = ownersOfScales(plan);
  return scalesOf(plan).flatMap((scale) => unreached(scale, owners.get(scale) ?? scale.of, plan));
};

function unreached(scale: MeasuredScale, of: string, plan: Plan): Problem[] {
  if (scale.kind !== 'bands' || scale.percent_of) return [];
  const key = scale.by?.value ?? scale.of;
  const range = rangeOf(key, plan);
  // Of a quarter or year the number is a sum of several months.
  const most = scale.per?.value === 'quarter' || scale.per?.value === 'year' ? undefined : range.most;
  const measure = measureName(key, plan);
  return scale.bands.flatMap((band, index) => {
    if (band.edge === 'start') return [];
    const { value, text, at } = band.at;
    const over = most ? value.compare(most) : -1;
    if (most && (over > 0 || (over === 0 && band.edge === 'above'))) {
      const bound = quantityText(most, text.endsWith('%'));
      const params = { of, measure, edge: band.written, most: bound };
      return [problem(LINT_PROBLEMS.band_out_of_range, at, params, { value: text })];
    }
    const next = scale.bands[index + 1];
    if (!range.whole || !next || next.edge === 'start' || value.compare(ZERO) < 0) return [];
    const first = band.edge === 'from' ? round(value, 0, 'ceiling') : round(value, 0, 'floor').add(1);
    const order = first.compare(next.at.value);
    if (order < 0 || (order === 0 && next.edge === 'above')) return [];
    const params = { of, measure, edge: band.written, next: formatShort(next.at.value) };
    return [problem(LINT_PROBLEMS.band_without_number, at, params, { value: text })];
  });
}
