/** A fall of the pay as a finding, in the numbers of its measure. */
import type { Currency } from '../../base/currency.js';
import { type Exact, formatMoney, formatShort, greatest, round, roundMoney, ZERO } from '../../base/exact.js';
import type { Localized } from '../../base/localized.js';
import { type Problem, problem } from '../../base/problem.js';
import { LINT_PROBLEMS } from '../../problems/lint.js';
import type { Scale } from '../scale-shape.js';
import type { Fall } from './falls.js';
import { startOf } from './scale-at.js';
import { quantityText } from './units.js';

export interface CliffWords {
  readonly of: Localized;
  readonly pays: string;
  readonly unit: Localized;
  /** What a whole-volume scale of this measure alone says where as much is paid again. */
  readonly scale?: Scale | undefined;
  readonly step: Exact;
  readonly each?: Localized | undefined;
  /** What each point is worth, where the scale is in points. */
  readonly worth?: Exact | undefined;
  /** Of amounts of money, which are told as they are paid: rounded to its smallest unit. */
  readonly currency?: Currency | undefined;
}

export function cliffOf(fall: Fall, words: CliffWords): Problem {
  const { of, pays, unit, scale, step, each, worth, currency } = words;
  const percent = fall.edge.at.text.endsWith('%');
  const paid = (value: Exact): Exact => {
    const all = worth ? value.mul(worth) : value;
    return currency ? roundMoney(all, currency) : all;
  };
  const text = (value: Exact): string => (currency ? formatMoney(value, currency) : formatShort(value));
  const [high, low] = [paid(fall.paidBefore), paid(fall.paidAfter)];
  const again = scale && againFrom(fall, scale, step);
  const isWhole = scale?.kind === 'bands' && scale.scale.value === 'whole';
  return problem(
    LINT_PROBLEMS.cliff,
    fall.edge.at.at,
    {
      of,
      pays,
      unit,
      before: quantityText(fall.before, percent),
      paidBefore: text(high),
      after: quantityText(fall.after, percent),
      paidAfter: text(low),
      loss: text(high.sub(low)),
      again: again && quantityText(again, percent),
      method: isWhole ? 'whole' : 'other',
      each,
    },
    { value: fall.edge.at.text },
  );
}

/** The least quantity beyond the edge that a whole-volume scale pays as much for as before it. */
function againFrom({ after, paidBefore }: Fall, scale: Scale, step: Exact): Exact | undefined {
  if (scale.kind !== 'bands' || scale.scale.value !== 'whole') return undefined;
  for (const [index, band] of scale.bands.entries()) {
    const next = scale.bands[index + 1];
    const isBefore = next && next.edge !== 'start' && next.at.value.compare(after) <= 0;
    if (isBefore === true || band.pays.value.compare(ZERO) <= 0) continue;
    const needed = paidBefore.sub(band.plus?.value ?? ZERO).div(band.pays.value);
    const begins = band.edge === 'from' ? band.at.value : startOf(band).add(step);
    const found = greatest(round(needed.div(step), 0, 'ceiling').mul(step), begins);
    if (!next || next.edge === 'start' || found.compare(next.at.value) < 0) return found;
  }
  return undefined;
}
