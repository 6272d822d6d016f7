/** What must hold between the parts of a scale: no gap, no edge twice, ascending, ratios in percent. */
import { type Exact, formatShort, ONE, ZERO } from '../base/exact.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { Fault, type Faults, refuse, unknownWord, type Written } from './fault.js';
import type { Value } from './mark.js';
import type { Band } from './band-shape.js';
import { isRatio } from './measures.js';
import type { BandMethod, Clock } from './scale-shape.js';

/** Every quantity lies in exactly one band: the first begins at the start, and each is above the one before. */
export function checkBands(
  bands: readonly Band[],
  method: BandMethod,
  faults: Faults,
  /** The edges are parts of a measure, and told so if they are units. */
  ofParts = false,
): void {
  checkEnds(bands, method, faults);
  const [first] = bands;
  const units = ofParts || checkUnits(bands, method, faults);
  if (units && first && first.edge !== 'start' && !isAtStart(first, method)) {
    const expected = method === 'marginal' ? 'from: 1' : 'from: 0';
    const params = { edge: first.written, expected };
    refuse(faults, Fault.of(RULE_PROBLEMS.first_band_not_at_start, params), first.at);
  }
  for (const [index, band] of bands.entries()) {
    const before = bands[index - 1];
    if (!before || before.edge === 'start' || band.edge === 'start') continue;
    const order = compareEdges(before, band);
    const edge = band.written;
    if (order === 0) refuse(faults, Fault.of(RULE_PROBLEMS.same_edge_twice, { edge }), band.at);
    if (order > 0) {
      refuse(faults, Fault.of(RULE_PROBLEMS.bands_not_ascending, { edge, before: before.written }), band.at);
    }
  }
}

/** In a marginal scale `below: 100` would end with the 99th unit: of money and units alike that is rarely meant. */
function checkEnds(bands: readonly Band[], method: BandMethod, faults: Faults): void {
  if (method !== 'marginal') return;
  for (const { edge, at } of bands.flatMap(({ edges }) => edges)) {
    if (edge !== 'below') continue;
    refuse(faults, Fault.of(RULE_PROBLEMS.below_in_marginal, { edge: `below: ${at.text}` }), at);
  }
}

/**
 * In a marginal scale `from` counts units, and over money or ratios would be off by one without a word: it is refused
 * where something says that no units are counted. Whether nothing does.
 */
function checkUnits(bands: readonly Band[], method: BandMethod, faults: Faults): boolean {
  const edges = method === 'marginal' ? bands.flatMap((band) => band.edges) : [];
  const mixed = edges.find(({ edge }) => edge === 'above');
  const percent = bands.find(({ pays }) => isPercent(pays));
  const units = edges.filter(({ edge }) => edge === 'from');
  for (const { at } of units) {
    const why = isPercent(at) ? 'percent_edge' : percent ? 'pays_percent' : mixed ? 'mixed' : undefined;
    const params = { edge: `from: ${at.text}`, instead: `above: ${amountBelow(at)}`, why };
    if (why) refuse(faults, Fault.of(RULE_PROBLEMS.units_of_money, { ...params, why }), at);
  }
  return !(units.length > 0 && (mixed ?? percent ?? units.find(({ at }) => isPercent(at))));
}

const isPercent = ({ text }: Value<Exact>): boolean => text.endsWith('%');

/** The amount that is nearly always meant: `from: 10001` and `from: 10000` are both above 10000. */
function amountBelow({ text, value }: Value<Exact>): string {
  const before = formatShort(value.sub(ONE));
  return text.endsWith('1') && /^\d*0$/.test(before) ? before : text;
}

type Opened = Exclude<Band, { edge: 'start' }>;

/** In a marginal scale the first unit is number 1; the others are entered with 0. */
function isAtStart({ edge, at }: Opened, method: BandMethod): boolean {
  if (method === 'cumulative') return true;
  if (method !== 'marginal') return edge === 'from' && at.value.equals(ZERO);
  return at.value.equals(edge === 'from' ? ONE : ZERO);
}

/** `from: 10` begins before `above: 10`, which leaves 10 itself out. */
function compareEdges(left: Opened, right: Opened): number {
  const rank = { from: 0, above: 1 };
  return left.at.value.compare(right.at.value) || rank[left.edge] - rank[right.edge];
}

/** Each unit of a marginal scale stands in the band of its own number, so nothing else can pick it. */
export function checkBy(by: Written, method: BandMethod, faults: Faults): void {
  if (method === 'marginal') refuse(faults, Fault.of(RULE_PROBLEMS.by_in_marginal, {}), by);
}

interface InParts {
  readonly scale: Value<BandMethod>;
  readonly bands: readonly Band[];
  readonly percent_of?: Value<string> | undefined;
}

/** Edges that are parts of a measure are percentages, and no unit of a marginal scale. */
export function checkParts({ scale, bands, percent_of }: InParts, faults: Faults): void {
  for (const band of bands) {
    if (band.edge === 'start' || !percent_of) continue;
    const { at } = band;
    if (scale.value === 'marginal' && band.edge === 'from') {
      refuse(faults, Fault.of(RULE_PROBLEMS.unit_of_part, { edge: band.written }), at);
    }
    if (!at.text.endsWith('%') && !at.value.equals(ZERO)) {
      const params = { text: at.text, measure: percent_of.value };
      refuse(faults, Fault.of(RULE_PROBLEMS.ratio_without_percent, params), at);
    }
  }
}

interface Point {
  readonly at: Value<Exact>;
}

/** The points of an interpolated scale ascend. */
export function checkPoints(points: readonly Point[], faults: Faults): void {
  for (const [index, { at }] of points.entries()) {
    const before = points[index - 1]?.at;
    const order = before ? before.value.compare(at.value) : -1;
    if (order === 0) refuse(faults, Fault.of(RULE_PROBLEMS.same_edge_twice, { edge: `at: ${at.text}` }), at);
    if (before && order > 0) {
      refuse(faults, Fault.of(RULE_PROBLEMS.points_not_ascending, { at: at.text, before: before.text }), at);
    }
  }
}

/** A number that a ratio is compared with is written in percent: 100 beside a ratio is nearly always 100%. */
export function checkRatio(measure: string, threshold: Value<Exact>, faults: Faults): void {
  const { text, value } = threshold;
  if (!isRatio(measure) || text.endsWith('%') || value.equals(ZERO)) return;
  refuse(faults, Fault.of(RULE_PROBLEMS.ratio_without_percent, { text, measure }), threshold);
}

interface Limited {
  readonly per?: Value<Clock> | undefined;
  readonly each_at_least?: Value<Exact> | undefined;
  readonly each_at_most?: Value<Exact> | undefined;
}

/** What each transaction, day or week comes to can be limited where a scale runs over them; the most leaves room for the least. */
export function checkLimits({ per, each_at_least, each_at_most }: Limited, faults: Faults): void {
  const pieces = ['transaction', 'day', 'week'];
  for (const [key, limit] of Object.entries({ each_at_least, each_at_most })) {
    if (!limit || (per && pieces.includes(per.value))) continue;
    const fault = per
      ? Fault.of(RULE_PROBLEMS.not_an_option, unknownWord(per.value, pieces))
      : Fault.of(RULE_PROBLEMS.missing, { key: 'per', within: key });
    refuse(faults, fault, per ?? limit);
  }
  if (!each_at_least || !each_at_most || each_at_least.value.compare(each_at_most.value) <= 0) return;
  const params = { cap: each_at_most.text, floor: each_at_least.text };
  refuse(faults, Fault.of(RULE_PROBLEMS.cap_below_floor, params), each_at_most);
}
