/** Scales that pay less for each further unit: negative rates, steps and lines that go down. */
import { type Exact, formatShort, HUNDRED, ONE, ZERO } from '../../base/exact.js';
import { type Problem, problem } from '../../base/problem.js';
import { LINT_PROBLEMS } from '../../problems/lint.js';
import { scalesIn } from '../dependencies.js';
import type { Value } from '../mark.js';
import type { Plan } from '../plan.js';
import type { MeasuredScale } from '../scale-shape.js';
import { type Earning, leaningOf } from './leanings.js';
import type { Check } from './linted.js';
import { earningsOf, isMadeUpFor } from './pay-by-measure.js';
import { startOf } from './scale-at.js';
import { measureName } from './units.js';

/** So far into a stretch others are asked whether they make up for it. */
const STRETCH = ONE;

/** A stretch with what each unit in it adds. */
interface Stretch {
  readonly from: string;
  readonly begins: Exact;
  readonly rate: Exact;
  readonly at: Value<Exact>;
}

export const slopes: Check = ({ plan }) =>
  earningsOf(plan).flatMap(([name, one]) =>
    scalesIn(one.amount).flatMap((scale) => slopesOf(scale, one, name, plan)),
  );

function slopesOf(scale: MeasuredScale, own: Earning, pays: string, plan: Plan): Problem[] {
  const leaning = leaningOf(scale.of, plan);
  const stretches = stretchesOf(scale);
  const rises = stretches.some(({ rate }) => rate.compare(ZERO) > 0);
  if (leaning === 'none' || (leaning === 'unknown' && !rises)) return [];
  return stretches.flatMap(({ from, begins, rate, at }) => {
    if (rate.compare(ZERO) >= 0) return [];
    const lost = {
      own,
      measure: scale.of,
      before: begins,
      after: begins.add(STRETCH),
      loss: rate.mul(STRETCH).neg(),
    };
    if (isMadeUpFor(lost, plan)) return [];
    const percent = from.endsWith('%');
    const each = formatShort(percent ? rate.div(HUNDRED) : rate);
    const of = measureName(scale.of, plan);
    const params = { pays, of, from, rate: each, per: percent ? '1%' : '1' };
    return [problem(LINT_PROBLEMS.falls_on, at.at, params, { value: at.text })];
  });
}

function stretchesOf(scale: MeasuredScale): Stretch[] {
  switch (scale.kind) {
    case 'bands': {
      const method = scale.scale.value;
      if (method !== 'marginal' && method !== 'whole') return [];
      return scale.bands.map((band) => ({
        from: formatShort(startOf(band)),
        begins: startOf(band),
        rate: band.pays.value,
        at: band.pays,
      }));
    }
    case 'step':
      return [
        {
          from: scale.above.text,
          begins: scale.above.value,
          rate: scale.pays.value.div(scale.each.value),
          at: scale.pays,
        },
      ];
    case 'interpolated':
      return scale.points.flatMap(({ at, pays }, index): Stretch[] => {
        const before = scale.points[index - 1];
        if (!before) return [];
        const rate = pays.value.sub(before.pays.value).div(at.value.sub(before.at.value));
        return [{ from: before.at.text, begins: before.at.value, rate, at: pays }];
      });
  }
}
