/** Small bar charts of text, and the steps that amounts are counted in. */
import { type Exact, floor, ONE, whole, ZERO } from '../base/exact.js';

/** Characters of the longest bar. */
const LONGEST = 20;

/** A bar as long as the amount is of the longest one; below zero of another shade. */
export function bar(amount: Exact, longest: Exact): string {
  if (amount.n === 0n || longest.n === 0n) return '';
  const length = Number(floor(amount.abs().mul(whole(LONGEST)).div(longest)).n);
  return (amount.s < 0n ? '░' : '█').repeat(Math.max(length, 1));
}

/** Amounts from `from` on and below `to`; one amount alone where the two are the same. */
export interface Bin {
  readonly from: Exact;
  readonly to: Exact;
  readonly count: number;
}

/** About so many steps on each side of zero. */
const STEPS = 5;

/** Amounts counted in round steps on both sides of zero, and zero by itself, from the lowest. Empty steps are left out. */
export function binsOf(amounts: readonly Exact[]): Bin[] {
  const greatest = amounts.reduce((most, one) => (one.abs().compare(most) > 0 ? one.abs() : most), ZERO);
  const step = roundStep(greatest.div(STEPS));
  const counts = new Map<number, number>();
  for (const amount of amounts) {
    const place = placeOf(amount, step);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([a], [b]) => a - b)
    .map(([place, count]) => {
      if (place === 0) return { from: ZERO, to: ZERO, count };
      const inner = step.mul(whole(Math.abs(place) - 1));
      const outer = inner.add(step);
      return place > 0 ? { from: inner, to: outer, count } : { from: outer.neg(), to: inner.neg(), count };
    });
}

/** 0 for nothing, 1 for up to one step, -1 for the same below zero. */
function placeOf(amount: Exact, step: Exact): number {
  if (amount.n === 0n) return 0;
  const steps = amount.abs().div(step);
  const full = floor(steps);
  const place = Number(full.n) + (full.equals(steps) ? 0 : 1);
  return amount.s < 0n ? -place : place;
}

/** The least of 1, 2, 5, 10, 20, 50 … that is not below a number; 1 for zero. */
function roundStep(least: Exact): Exact {
  for (let power = ONE; ; power = power.mul(whole(10))) {
    for (const factor of [1, 2, 5]) {
      const step = power.mul(whole(factor));
      if (step.compare(least) >= 0) return step;
    }
  }
}
