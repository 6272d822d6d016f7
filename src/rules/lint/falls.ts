/** Falls of a curve: where its edges let the pay drop as the quantity rises by one step. */
import { type Exact, ZERO } from '../../base/exact.js';
import type { Leaning } from './leanings.js';
import type { Edge } from './scale-at.js';

export interface Curve {
  readonly edges: readonly Edge[];
  /** What is paid for a quantity; undefined where that hangs on something else. */
  readonly at: (quantity: Exact) => Exact | undefined;
  readonly step: Exact;
}

export interface Fall {
  readonly edge: Edge;
  readonly before: Exact;
  readonly after: Exact;
  readonly paidBefore: Exact;
  readonly paidAfter: Exact;
}

/**
 * The falls of a curve that are no intention. A curve that only ever falls, over something of which nobody knows that more
 * is better, is a deduction by its nature (a bonus less the complaints): it has none.
 */
export function fallsOf(curve: Curve, leaning: Leaning): Fall[] {
  if (leaning === 'none') return [];
  const all = distinct(curve.edges)
    .map((edge) => changeAt(edge, curve))
    .filter((one) => one !== undefined)
    // Above 8 and from 9 are one step of whole numbers: the band that is reached tells it.
    .filter((one, index, found) => found[index + 1]?.after.equals(one.after) !== true);
  const falls = all.filter((one) => lossOf(one).compare(ZERO) > 0 && !isSlope(one, curve));
  if (leaning === 'more' || rises(all, curve)) return falls;
  return [];
}

export const lossOf = ({ paidBefore, paidAfter }: Fall): Exact => paidBefore.sub(paidAfter);

function changeAt(edge: Edge, { at, step }: Curve): Fall | undefined {
  const before = edge.side === 'from' ? edge.at.value.sub(step) : edge.at.value;
  const after = before.add(step);
  if (before.compare(ZERO) < 0) return undefined;
  const [paidBefore, paidAfter] = [at(before), at(after)];
  return paidBefore && paidAfter && { edge, before, after, paidBefore, paidAfter };
}

/** Whether it falls like that before or after the edge as well, where no other edge is near: then it is no jump. */
function isSlope(fall: Fall, curve: Curve): boolean {
  const { step } = curve;
  const around = [
    lossBetween(fall.before.sub(step), fall.before, curve),
    lossBetween(fall.after, fall.after.add(step), curve),
  ];
  return around.some((one) => one !== undefined && lossOf(fall).compare(one.mul(2)) <= 0);
}

/** What one step loses that crosses no edge. */
function lossBetween(before: Exact, after: Exact, { at, edges }: Curve): Exact | undefined {
  const crosses = edges.some(({ at: { value }, side }) =>
    side === 'from'
      ? value.compare(before) > 0 && value.compare(after) <= 0
      : value.compare(before) >= 0 && value.compare(after) < 0,
  );
  const [paidBefore, paidAfter] = [at(before), at(after)];
  return crosses || !paidBefore || !paidAfter ? undefined : paidBefore.sub(paidAfter);
}

/** Whether anywhere between its edges more is paid for more. */
function rises(changes: readonly Fall[], { at }: Curve): boolean {
  const seen = [at(ZERO), ...changes.flatMap((one) => [one.paidBefore, one.paidAfter])];
  const known = seen.filter((one) => one !== undefined);
  return known.some((one, index) => {
    const next = known[index + 1];
    return next !== undefined && next.compare(one) > 0;
  });
}

/** Ascending, each once. */
function distinct(edges: readonly Edge[]): Edge[] {
  const rank = { from: 0, above: 1 };
  const order = (a: Edge, b: Edge): number => a.at.value.compare(b.at.value) || rank[a.side] - rank[b.side];
  return edges.toSorted(order).filter((edge, index, sorted) => {
    const before = sorted[index - 1];
    return !before || order(before, edge) !== 0;
  });
}
