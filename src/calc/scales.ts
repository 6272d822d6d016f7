/** Scales at work: a quantity becomes points, yuan or a score, with the trace of how. */
import { type Exact, formatShort, ONE, ZERO } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import type { Value } from '../rules/mark.js';
import type { Band, Scale } from '../rules/scale-shape.js';
import { computed, given, type Ground, pickBand, ruled, slice, type Trace } from './trace.js';

type BandScale = Extract<Scale, { kind: 'bands' }>;
type StepScale = Extract<Scale, { kind: 'step' }>;
type InterpolatedScale = Extract<Scale, { kind: 'interpolated' }>;

const LABELS = {
  scale: { en: 'by the scale', zh: '按档计算' },
  slice: { en: 'part in this band', zh: '落在本档的部分' },
  unit_pay: { en: 'pay of the band reached', zh: '达到档次的单价' },
  steps: { en: 'full steps above the threshold', zh: '超过起点的整步数' },
  above: { en: 'above the threshold', zh: '超过起点的部分' },
  step: { en: 'one step', zh: '每步' },
  threshold: { en: 'threshold', zh: '起点' },
  most: { en: 'at most so many steps', zh: '最多步数' },
  pays: { en: 'pay', zh: '单价' },
  zero: { en: 'nothing', zh: '零' },
  line: { en: 'share of the way between two points', zh: '两点之间的比例' },
  rise: { en: 'rise between the two points', zh: '两点之间的增量' },
} satisfies Record<string, Localized>;

/**
 * What `scale` gives for `quantity`. `key` picks the band where that is another number than the quantity.
 * Below the first band nothing is paid.
 */
export function applyScale(scale: Scale, quantity: Trace, key: Trace = quantity): Trace {
  switch (scale.kind) {
    case 'bands':
      return applyBands(scale, quantity, key);
    case 'step':
      return applyStep(scale, quantity);
    case 'interpolated':
      return interpolate(scale, quantity);
  }
}

function applyBands(scale: BandScale, quantity: Trace, key: Trace): Trace {
  const ground: Ground = { rules: [scale.scale] };
  switch (scale.scale.value) {
    case 'marginal':
      return computed('sum', LABELS.scale, marginalParts(scale.bands, quantity), ground);
    case 'whole':
      return computed(
        'product',
        LABELS.scale,
        [quantity, pickBand(LABELS.unit_pay, key, scale.bands)],
        ground,
      );
    case 'lookup':
      return pickBand(LABELS.unit_pay, key, scale.bands, ground);
  }
}

/** A product for each band that part of the quantity falls into. */
function marginalParts(bands: readonly Band[], quantity: Trace): Trace[] {
  return bands.flatMap((band, index) => {
    const next = bands[index + 1];
    const part = slice(LABELS.slice, quantity, startOf(band), next && startOf(next));
    if (part.value.compare(ZERO) <= 0) return [];
    const pay = ruled(LABELS.pays, band.pays, band.at);
    return [computed('product', sliceLabel(band, next), [part, pay])];
  });
}

/** What lies below a marginal band: `from: 101` begins with unit 101, so 100 lie below; `above: 100` likewise. */
export function startOf(band: Band): Exact {
  return band.edge === 'from' ? band.at.value.sub(ONE) : band.at.value;
}

function sliceLabel(band: Band, next: Band | undefined): Localized {
  const from = formatShort(startOf(band));
  if (!next) return { en: `above ${from}`, zh: `${from} 以上部分` };
  const to = formatShort(startOf(next));
  return { en: `above ${from} up to ${to}`, zh: `${from} 以上至 ${to} 部分` };
}

function applyStep(scale: StepScale, quantity: Trace): Trace {
  const above = computed('greatest', LABELS.above, [
    computed('difference', LABELS.above, [quantity, ruled(LABELS.threshold, scale.above)]),
    given(LABELS.zero, ZERO),
  ]);
  const full = computed('whole_part', LABELS.steps, [
    computed('quotient', LABELS.steps, [above, ruled(LABELS.step, scale.each)]),
  ]);
  const steps = scale.most ? computed('least', LABELS.steps, [full, ruled(LABELS.most, scale.most)]) : full;
  return computed('product', LABELS.scale, [steps, ruled(LABELS.pays, scale.pays)], { rules: [scale.scale] });
}

type Point = InterpolatedScale['points'][number];

function interpolate(scale: InterpolatedScale, quantity: Trace): Trace {
  const after = scale.points.findIndex((point) => point.at.value.compare(quantity.value) > 0);
  const left = scale.points.at(after === -1 ? -1 : after - 1);
  const right = scale.points[after];
  if (after === 0 && right) return level(scale.scale, right);
  if (!left || !right) return left ? level(scale.scale, left) : given(LABELS.zero, ZERO);
  const share = computed('quotient', LABELS.line, [
    computed('difference', LABELS.above, [quantity, ruled(LABELS.threshold, left.at)]),
    given(LABELS.step, right.at.value.sub(left.at.value), { rules: [left.at, right.at] }),
  ]);
  const rise = given(LABELS.rise, right.pays.value.sub(left.pays.value), { rules: [left.pays, right.pays] });
  const climbed = computed('product', LABELS.scale, [share, rise]);
  return computed('sum', LABELS.scale, [ruled(LABELS.pays, left.pays), climbed], { rules: [scale.scale] });
}

function level(method: Value<unknown>, point: Point): Trace {
  return ruled(LABELS.pays, point.pays, point.at, method);
}
