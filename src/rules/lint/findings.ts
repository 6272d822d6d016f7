/** Findings in order, each once. */
import { indexBy } from '../../base/group.js';
import type { Problem } from '../../base/problem.js';

/** What several versions of a plan have alike is told once, in the order of the lines. */
export const findingsOf = (found: readonly Problem[]): Problem[] =>
  [...indexBy(found, keyOf).values()].toSorted(byPlace);

const keyOf = (one: Problem): string =>
  [one.code, one.place.file, one.place.line, one.place.column, one.explain('en').message].join('\t');

const byPlace = ({ place: one }: Problem, { place: other }: Problem): number =>
  (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);
