/** Scales at work: a quantity becomes points, money or a score, with the trace of how. */
import { computedOnce } from '../base/computed-once.js';
import { type Exact, formatShort, ONE, ZERO } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import type { Value } from '../rules/mark.js';
import type { Band, Scale } from '../rules/scale-shape.js';
import {
  type BandPick,
  restingOn,
  chosen,
  computed,
  given,
  pickBand,
  reaches,
  rounded,
  ruled,
  rulesOfBand,
  slice,
  type Trace,
} from './trace.js';

type BandScale = Extract<Scale, { kind: 'bands' }>;
type StepScale = Extract<Scale, { kind: 'step' }>;
type InterpolatedScale = Extract<Scale, { kind: 'interpolated' }>;

const LABELS = {
  scale: { en: 'by the scale', zh: '按档计算' },
  slice: { en: 'part in this band', zh: '落在本档的部分' },
  unit_pay: { en: 'pay of the band reached', zh: '达到档次的单价' },
  part: { en: 'part of the whole', zh: '所占比例' },
  plus: { en: 'once, with the band', zh: '本档另付' },
  with_plus: { en: 'with what the band pays once', zh: '加本档另付' },
  reached: { en: 'all bands reached', zh: '达到的各档合计' },
  steps_started: { en: 'steps begun above the threshold', zh: '超过起点的步数（不足一步按一步）' },
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

/** What picks the band of a scale, and what its edges are parts of, where these are other numbers than the quantity. */
export interface ScaleKeys {
  readonly key?: Trace | undefined;
  readonly base?: Trace | undefined;
  /** How what each band of a marginal scale adds is rounded; left out: not at all. */
  readonly roundPart?: ((part: Trace) => Trace) | undefined;
}

/** What `scale` gives for `quantity`. Below the first band nothing is paid. `base` is not zero. */
export function applyScale(scale: Scale, quantity: Trace, keys: ScaleKeys = {}): Trace {
  const { key = quantity, base, roundPart = asItIs } = keys;
  switch (scale.kind) {
    case 'bands':
      return applyBands(scale, quantity, { key: base ? partOf(key, base) : key, base, roundPart });
    case 'step':
      return applyStep(scale, quantity);
    case 'interpolated':
      return interpolate(scale, quantity);
  }
}

const partOf = (quantity: Trace, base: Trace): Trace => computed('quotient', LABELS.part, [quantity, base]);

const asItIs = (part: Trace): Trace => part;

interface BandKeys {
  readonly key: Trace;
  readonly base: Trace | undefined;
  readonly roundPart: (part: Trace) => Trace;
}

function applyBands(scale: BandScale, quantity: Trace, { key, base, roundPart }: BandKeys): Trace {
  const ground = restingOn(scale.scale);
  switch (scale.scale.value) {
    case 'marginal': {
      const parts = marginalParts(scale.bands, base ? partOf(quantity, base) : quantity, base);
      return computed('sum', LABELS.scale, parts.map(roundPart), ground);
    }
    case 'whole': {
      const pay = pickBand(LABELS.unit_pay, key, scale.bands);
      return withFee(computed('product', LABELS.scale, [quantity, pay], ground), pay);
    }
    case 'lookup': {
      const pay = pickBand(LABELS.unit_pay, key, scale.bands, ground);
      return withFee(pay, pay);
    }
    case 'cumulative': {
      const reached = scale.bands.filter((band) => reaches(key.value, band));
      const paid = reached.map((band) =>
        given(bandLabel(band), band.pays.value, { rules: rulesOfBand(band) }),
      );
      const fees = reached.flatMap((band) => (band.plus ? [ruled(LABELS.plus, band.plus)] : []));
      return chosen(LABELS.scale, computed('sum', LABELS.reached, [...paid, ...fees]), [key], ground);
    }
  }
}

/** With what the band that was reached pays once, beside. */
function withFee(paid: Trace, { band }: BandPick): Trace {
  if (!band?.plus) return paid;
  return computed('sum', LABELS.with_plus, [paid, ruled(LABELS.plus, band.plus)]);
}

/**
 * For each band that part of the quantity falls into, what that part is paid. With a `base` the quantity is given
 * in parts of it.
 */
export function marginalParts(bands: readonly Band[], quantity: Trace, base?: Trace): Trace[] {
  return bands.flatMap((band, index) => {
    const next = bands[index + 1];
    const part = slice(LABELS.slice, quantity, startOf(band), next && startOf(next));
    if (part.value.compare(ZERO) <= 0) return [];
    const pay = payOf(band);
    const paid = computed('product', sliceLabel(band, next), base ? [part, base, pay] : [part, pay]);
    return [band.plus ? computed('sum', LABELS.with_plus, [paid, ruled(LABELS.plus, band.plus)]) : paid];
  });
}

/** What each unit in a marginal band is paid: the same node for everybody. */
const payOf = (band: Band): Trace => computedOnce(pays, band, unitPay);

const unitPay = (band: Band): Trace =>
  given(LABELS.pays, band.pays.value, { rules: rulesOfBand(band).toReversed() });

const pays = new WeakMap<Band, Trace>();

/** What lies below a marginal band: `from: 101` begins with unit 101, so 100 lie below; `above: 100` likewise. */
export function startOf(band: Band): Exact {
  if (band.edge === 'start') return ZERO;
  return band.edge === 'from' ? band.at.value.sub(ONE) : band.at.value;
}

/** The label of a band's slice, the same for everybody: by the band and the next, or by the last one alone. */
const sliceLabels = new WeakMap<Band, WeakMap<Band, Localized>>();

const sliceLabel = (band: Band, next: Band | undefined): Localized => {
  const byNext = computedOnce(sliceLabels, band, () => new WeakMap<Band, Localized>());
  return computedOnce(byNext, next ?? band, () => stretch(band, next));
};

function stretch(band: Band, next: Band | undefined): Localized {
  const from = formatShort(startOf(band));
  if (!next) return { en: `above ${from}`, zh: `${from} 以上部分` };
  const to = formatShort(startOf(next));
  return { en: `above ${from} up to ${to}`, zh: `${from} 以上至 ${to} 部分` };
}

const bandLabel = ({ written }: Band): Localized => ({ en: `band ${written}`, zh: `档位 ${written}` });

function applyStep(scale: StepScale, quantity: Trace): Trace {
  const above = computed('greatest', LABELS.above, [
    computed('difference', LABELS.above, [quantity, ruled(LABELS.threshold, scale.above)]),
    given(LABELS.zero, ZERO),
  ]);
  const begun = computed('quotient', LABELS.steps, [above, ruled(LABELS.step, scale.each)]);
  const { counts } = scale;
  const full =
    counts?.value === 'started'
      ? rounded(LABELS.steps_started, begun, 0, 'up', restingOn(counts))
      : computed('whole_part', LABELS.steps, [begun], counts && restingOn(counts));
  const steps = scale.most ? computed('least', LABELS.steps, [full, ruled(LABELS.most, scale.most)]) : full;
  return computed('product', LABELS.scale, [steps, ruled(LABELS.pays, scale.pays)], restingOn(scale.scale));
}

type Point = InterpolatedScale['points'][number];

function interpolate(scale: InterpolatedScale, quantity: Trace): Trace {
  const after = scale.points.findIndex((point) => point.at.value.compare(quantity.value) > 0);
  const left = scale.points.at(after === -1 ? -1 : after - 1);
  const right = scale.points[after];
  if (after === 0 && right) return level(scale.scale, right);
  if (!left || !right) return left ? level(scale.scale, left) : given(LABELS.zero, ZERO);
  const { step, rise } = wayBetween(left, right);
  const share = computed('quotient', LABELS.line, [
    computed('difference', LABELS.above, [quantity, ruled(LABELS.threshold, left.at)]),
    step,
  ]);
  const climbed = computed('product', LABELS.scale, [share, rise]);
  return computed('sum', LABELS.scale, [ruled(LABELS.pays, left.pays), climbed], restingOn(scale.scale));
}

interface Way {
  readonly step: Trace;
  readonly rise: Trace;
}

/** From one point to the next: the same nodes for everybody. Either may stand in another scale too. */
const ways = new WeakMap<Point, WeakMap<Point, Way>>();

const wayBetween = (left: Point, right: Point): Way =>
  computedOnce(
    computedOnce(ways, left, () => new WeakMap<Point, Way>()),
    right,
    () => measuredWay(left, right),
  );

const measuredWay = (left: Point, right: Point): Way => ({
  step: given(LABELS.step, right.at.value.sub(left.at.value), { rules: [left.at, right.at] }),
  rise: given(LABELS.rise, right.pays.value.sub(left.pays.value), { rules: [left.pays, right.pays] }),
});

function level(method: Value<unknown>, point: Point): Trace {
  return ruled(LABELS.pays, point.pays, point.at, method);
}
