/** Sections of the score that do not come to what they are out of, and grades that no score reaches. */
import { formatShort, ZERO } from '../../base/exact.js';
import { type Problem, problem } from '../../base/problem.js';
import { LINT_PROBLEMS } from '../../problems/lint.js';
import type { ScoreSection } from '../plan.js';
import { greatestOfParts, greatestScore } from './greatest-score.js';
import type { Check } from './linted.js';

export const sections: Check = ({ plan }) =>
  Object.entries(plan.score?.sections ?? {}).flatMap(([name, one]) => faultsOf(name, one));

/** A cap below what the section is out of says that less is meant; parts without one are to come to it. */
function faultsOf(section: string, one: ScoreSection): Problem[] {
  const { value, text: outOf, at } = one.out_of;
  if (one.kind === 'less') {
    const { floor } = one;
    if (floor.value.compare(value) < 0) return [];
    return [problem(LINT_PROBLEMS.floor_above_full, floor.at, { section, outOf, floor: floor.text })];
  }
  if (one.cap) {
    const { cap } = one;
    if (cap.value.compare(value) <= 0) return [];
    return [problem(LINT_PROBLEMS.section_not_full, cap.at, { section, outOf, most: cap.text, by: 'cap' })];
  }
  const most = greatestOfParts(one);
  if (!most || most.equals(value)) return [];
  return [
    problem(LINT_PROBLEMS.section_not_full, at, { section, outOf, most: formatShort(most), by: 'parts' }),
  ];
}

export const grades: Check = ({ plan }) => {
  const most = greatestScore(plan);
  return Object.entries(plan.grades?.levels ?? {}).flatMap(([grade, { mean_from: from, quota }]) => {
    const high = most && from.value.compare(most) > 0 ? formatShort(most) : undefined;
    return [
      ...(high === undefined
        ? []
        : [problem(LINT_PROBLEMS.grade_out_of_reach, from.at, { grade, from: from.text, most: high })]),
      ...(quota?.at_most.value.equals(ZERO) === true
        ? [problem(LINT_PROBLEMS.grade_for_nobody, quota.at_most.at, { grade })]
        : []),
    ];
  });
};
