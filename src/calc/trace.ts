/**
 * A value that is its own explanation: the tree of operations that made it, down to rows of the exports and
 * values of the rule file. Building a node computes it; explaining only walks the tree; `refold` computes it
 * again from the leaves, as a check that the tree says the truth.
 */
import { computedOnce } from '../base/computed-once.js';
import {
  type Exact,
  floor,
  greatest,
  least,
  remainder,
  round,
  type RoundingMode,
  ZERO,
} from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import type { RowRef } from '../input/records.js';
import type { Case } from '../rules/amount-shape.js';
import type { Value } from '../rules/mark.js';
import type { Band } from '../rules/scale-shape.js';

/** A row that did not count, and why. */
export interface RejectedRow {
  readonly at: RowRef;
  readonly why: Localized;
}

/** What a node rests on beside its parts. */
export interface Ground {
  /** Values of the rule file that were applied here. */
  readonly rules?: readonly Value<unknown>[];
  readonly rows?: readonly RowRef[];
  readonly rejected?: readonly RejectedRow[];
}

interface Node extends Ground {
  readonly label: Localized;
  readonly value: Exact;
  /** The trees of many people share this node: what it rests on is gathered once for all of them. */
  readonly shared?: true;
}

/** A number that comes from outside the calculation: rows counted or summed, or a value of the rule file. */
export interface Given extends Node {
  readonly op: 'given';
}

/** The pay of the band that `key` reaches. */
export interface BandPick extends Node {
  readonly op: 'band';
  readonly key: Trace;
  readonly bands: readonly Band[];
  readonly band: Band | undefined;
}

/** The part of a quantity that lies above `from` and not above `to`. */
export interface Slice extends Node {
  readonly op: 'slice';
  readonly quantity: Trace;
  readonly from: Exact;
  readonly to: Exact | undefined;
}

export interface Computed extends Node {
  readonly op:
    | 'sum'
    | 'product'
    | 'difference'
    | 'quotient'
    | 'remainder'
    | 'least'
    | 'greatest'
    | 'whole_part'
    | 'absolute';
  readonly parts: readonly Trace[];
}

export interface Rounded extends Node {
  readonly op: 'rounded';
  readonly part: Trace;
  readonly places: number;
  readonly mode: RoundingMode;
}

/** One number of two, by a condition; `tested`: the numbers that the condition was decided by. */
export interface Chosen extends Node {
  readonly op: 'chosen';
  readonly part: Trace;
  readonly tested: readonly Trace[];
  /** Of the cases of an amount: which one. */
  readonly picked?: { readonly of: readonly Case[]; readonly index: number };
}

export type Trace = Given | BandPick | Slice | Computed | Rounded | Chosen;

export function given(label: Localized, value: Exact, ground?: Ground): Given {
  return { op: 'given', label, value, ...ground };
}

/** A number of the rule file. The same node wherever it is used alone: a month has hundreds of thousands of lines. */
export function ruled(label: Localized, rule: Value<Exact>, ...others: Value<unknown>[]): Given {
  if (others.length > 0) return given(label, rule.value, { rules: [rule, ...others] });
  const nodes = computedOnce(ruledNodes, rule, noNodes);
  return nodes.get(label) ?? addNode(nodes, label, rule);
}

const noNodes = (): WeakMap<Localized, Given> => new WeakMap();

function addNode(nodes: WeakMap<Localized, Given>, label: Localized, rule: Value<Exact>): Given {
  const node = given(label, rule.value, restingOn(rule));
  nodes.set(label, node);
  return node;
}

/** What rests on one value of the rule file: the same for everybody. */
export const restingOn = (rule: Value<unknown>): Ground => computedOnce(grounds, rule, onlyThis);

const onlyThis = (rule: Value<unknown>): Ground => ({ rules: [rule] });

const grounds = new WeakMap<Value<unknown>, Ground>();

const ruledNodes = new WeakMap<Value<Exact>, WeakMap<Localized, Given>>();

export function computed(
  op: Computed['op'],
  label: Localized,
  parts: readonly Trace[],
  ground?: Ground,
): Computed {
  return { op, label, value: apply(op, parts, valueOf), parts, ...ground };
}

const valueOf = (trace: Trace): Exact => trace.value;

export function rounded(
  label: Localized,
  part: Trace,
  places: number,
  mode: RoundingMode = 'half_up',
  ground?: Ground,
): Rounded {
  return { op: 'rounded', label, value: round(part.value, places, mode), part, places, mode, ...ground };
}

export function chosen(label: Localized, part: Trace, tested: readonly Trace[], ground?: Ground): Chosen {
  return { op: 'chosen', label, value: part.value, part, tested, ...ground };
}

export function slice(label: Localized, quantity: Trace, from: Exact, to: Exact | undefined): Slice {
  return { op: 'slice', label, value: cut(quantity.value, from, to), quantity, from, to };
}

export function pickBand(
  label: Localized,
  key: Trace,
  bands: readonly Band[],
  ground: Ground = {},
): BandPick {
  const band = bandFor(key.value, bands);
  const own = band ? rulesOfBand(band) : [];
  const rules = ground.rules ? [...ground.rules, ...own] : own;
  return { op: 'band', label, value: band?.pays.value ?? ZERO, key, bands, band, ...ground, rules };
}

/** Where a band begins, in all the places that say so, and what it pays. */
export const rulesOfBand = (band: Band): readonly Value<Exact>[] => computedOnce(bandRules, band, gatherBand);

function gatherBand(band: Band): readonly Value<Exact>[] {
  if (band.edge === 'start') return [band.pays];
  return band.agreed ? [band.at, band.agreed, band.pays] : [band.at, band.pays];
}

const bandRules = new WeakMap<Band, readonly Value<Exact>[]>();

/** The last band that `key` has reached; undefined below the first. */
export function bandFor(key: Exact, bands: readonly Band[]): Band | undefined {
  return bands.findLast((band) => reaches(key, band));
}

/** Whether `key` lies in a band or above it. */
export function reaches(key: Exact, band: Band): boolean {
  if (band.edge === 'start') return true;
  const order = key.compare(band.at.value);
  return band.edge === 'from' ? order >= 0 : order > 0;
}

function cut(quantity: Exact, from: Exact, to: Exact | undefined): Exact {
  return greatest(ZERO, (to ? least(quantity, to) : quantity).sub(from));
}

type Combine = (left: Exact, right: Exact) => Exact;

/** Operations on any number of parts: from the first to the last. */
const COMBINE: Readonly<Record<Exclude<Computed['op'], 'whole_part' | 'absolute'>, Combine>> = {
  sum: (left, right) => left.add(right),
  product: (left, right) => left.mul(right),
  difference: (left, right) => left.sub(right),
  quotient: (left, right) => left.div(right),
  remainder,
  least: (left, right) => least(left, right),
  greatest: (left, right) => greatest(left, right),
};

function apply(op: Computed['op'], parts: readonly Trace[], valueOf: (part: Trace) => Exact): Exact {
  const [first] = parts;
  if (!first) return ZERO;
  if (op === 'whole_part') return floor(valueOf(first));
  if (op === 'absolute') return valueOf(first).abs();
  const combine = COMBINE[op];
  // One part alone is its value: most sums only name it.
  let value: Exact | undefined;
  for (const part of parts) value = value ? combine(value, valueOf(part)) : valueOf(part);
  return value ?? ZERO;
}

/** The value of `trace` computed again from its leaves. */
export function refold(trace: Trace): Exact {
  switch (trace.op) {
    case 'given':
      return trace.value;
    case 'band':
      return bandFor(refold(trace.key), trace.bands)?.pays.value ?? ZERO;
    case 'slice':
      return cut(refold(trace.quantity), trace.from, trace.to);
    case 'rounded':
      return round(refold(trace.part), trace.places, trace.mode);
    case 'chosen':
      return refold(trace.part);
    default:
      return apply(trace.op, trace.parts, refold);
  }
}

/** What stands directly below a node. */
export function partsOf(trace: Trace): readonly Trace[] {
  switch (trace.op) {
    case 'given':
      return [];
    case 'band':
      return [trace.key];
    case 'slice':
      return [trace.quantity];
    case 'rounded':
      return [trace.part];
    case 'chosen':
      return [trace.part, ...trace.tested];
    default:
      return trace.parts;
  }
}

/** How far a value rests on guesses: assumed if any part is, else confirmed if any is, else stated. */
export type Basis = 'stated' | 'confirmed' | 'assumed';

/** The weakest of several: what a sum of them rests on. */
export function weakest(bases: readonly Basis[]): Basis {
  if (bases.includes('assumed')) return 'assumed';
  return bases.includes('confirmed') ? 'confirmed' : 'stated';
}

export function basisOf(rules: readonly Value<unknown>[]): Basis {
  if (rules.some((rule) => rule.mark.kind === 'assumed')) return 'assumed';
  return rules.some((rule) => rule.mark.kind === 'confirmed') ? 'confirmed' : 'stated';
}
