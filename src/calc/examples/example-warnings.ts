/** What the calculation warns of in an example, as far as an example can tell. */
import type { Problem } from '../../base/problem.js';
import { CALC_PROBLEMS } from '../../problems/calc.js';
import type { Plan } from '../../rules/plan.js';
import type { MonthResult } from '../month.js';

/**
 * An example gives only what it needs: that nobody has a target, has taken a test or has closed months before, and
 * what the net comes to, says nothing of the plan there.
 */
const OF_WHAT_IS_NOT_GIVEN: ReadonlySet<string> = new Set([
  CALC_PROBLEMS.no_target.code,
  CALC_PROBLEMS.no_test.code,
  CALC_PROBLEMS.first_week_cut.code,
  CALC_PROBLEMS.negative_net.code,
]);

/** The warnings of an example's months, each once by its words. */
export function exampleWarnings(plan: Plan, results: readonly MonthResult[]): Problem[] {
  // A guard that only reports changes no amount, and the earnings of an example are seldom whole.
  const reports = plan.net.guard?.mode.value === 'report' ? CALC_PROBLEMS.guard_exceeded.code : undefined;
  const told = new Map<string, Problem>();
  for (const one of results.flatMap(({ problems }) => problems)) {
    if (one.severity !== 'warning' || one.code === reports || OF_WHAT_IS_NOT_GIVEN.has(one.code)) continue;
    const words = `${one.code} ${one.explain('en').message}`;
    if (!told.has(words)) told.set(words, one);
  }
  return [...told.values()];
}
