/** Components whose gates meet at a number that belongs to both of them, or to neither. */
import { type Problem, problem } from '../../base/problem.js';
import { LINT_PROBLEMS } from '../../problems/lint.js';
import type { Comparator, Comparison } from '../condition-shape.js';
import { type Earning, isEarning } from './leanings.js';
import type { Check } from './linted.js';

/** Pairs that leave the number itself out, and pairs that take it in twice. */
const NEITHER: readonly Comparator[] = ['less_than', 'more_than'];
const BOTH: readonly Comparator[] = ['at_most', 'at_least'];

/** Only of components of one column and the same people whose gates ask for nothing else: such pairs take turns. */
export const meetingGates: Check = ({ plan }) => {
  const gated = Object.entries(plan.components).flatMap(([name, one]) => {
    const by = isEarning(one) ? onlyComparison(one) : undefined;
    return by && isEarning(one) ? [{ name, one, by }] : [];
  });
  return gated.flatMap((left, index) =>
    gated.slice(index + 1).flatMap((right) => {
      if (left.by.measure !== right.by.measure || !areAlike(left.one, right.one)) return [];
      return meeting(left, right);
    }),
  );
};

function onlyComparison({ gate = [] }: Earning): Comparison | undefined {
  const [only, ...others] = gate;
  return only?.kind === 'comparison' && others.length === 0 ? only : undefined;
}

const areAlike = (one: Earning, other: Earning): boolean =>
  one.column === other.column &&
  [...(one.roles?.value ?? [])].toSorted().join() === [...(other.roles?.value ?? [])].toSorted().join();

interface Gated {
  readonly name: string;
  readonly by: Comparison;
}

function meeting(left: Gated, right: Gated): Problem[] {
  if (!left.by.threshold.value.equals(right.by.threshold.value)) return [];
  const pair = [left.by.comparator.value, right.by.comparator.value];
  const both = BOTH.every((one) => pair.includes(one));
  if (!both && !NEITHER.every((one) => pair.includes(one))) return [];
  const { at, text } = right.by.threshold;
  const params = { one: left.name, other: right.name, measure: right.by.measure, edge: text, both };
  return [problem(LINT_PROBLEMS.both_or_neither, at, params, { value: text })];
}
