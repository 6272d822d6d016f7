/** Dividing a whole into parts that can be paid, so that nothing is lost and nothing is paid twice. */
import { type Exact, floor, ONE, sum, whole, ZERO } from './exact.js';

/**
 * `total` divided by weights into parts of `places` decimals that add up to it exactly: each part is rounded down,
 * and what that leaves goes, one unit each, to those who lost most by it; of equals, to the first. `total` has no
 * more than `places` decimals (-2 are whole hundreds); weights are zero or more, and not all of them zero.
 */
export function apportion(total: Exact, weights: readonly Exact[], places: number): Exact[] {
  const all = sum(weights);
  if (all.n === 0n) throw new RangeError('nobody has a weight');
  const scale = places < 0 ? ONE.div(whole(10n ** BigInt(-places))) : whole(10n ** BigInt(places));
  const units = total.mul(scale);
  if (units.d !== 1n) throw new RangeError(`${total.toString()} has more than ${places} decimals`);
  const perWeight = units.div(all);
  const parts = weights.map((weight, index) => {
    const exact = weight.mul(perWeight);
    const full = floor(exact);
    return { index, full, lost: exact.sub(full) };
  });
  const left = units.sub(sum(parts.map((part) => part.full)));
  const luckiest = parts.toSorted((a, b) => b.lost.compare(a.lost) || a.index - b.index);
  const more = new Set(luckiest.slice(0, Number(left.n)).map(({ index }) => index));
  return parts.map(({ index, full }) => (more.has(index) ? full.add(1) : full).div(scale));
}

/** What is left of `total` when its parts are taken away. */
export const restOf = (total: Exact, parts: readonly Exact[]): Exact =>
  parts.reduce((rest, part) => rest.sub(part), total.add(ZERO));
