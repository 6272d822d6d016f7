/** Which rule file holds for a month. */
import { byText } from '../base/order.js';
import { firstDay, type Month } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import type { LoadedPlan, RefusedPlan } from './load.js';

/**
 * The rule file in force: the one with the latest effective_from not after the month's first day (contract of
 * the workspace). `folder` is where they were looked for, for the message when there is none.
 */
export function planInForce(
  loaded: readonly LoadedPlan[],
  month: Month,
  folder: string,
): LoadedPlan | RefusedPlan {
  const problems = clashesOf(loaded);
  if (problems.length > 0) return { problems };
  const byDate = loaded.toSorted((a, b) => byText(a.plan.effective_from, b.plan.effective_from));
  const inForce = byDate.findLast(({ plan }) => plan.effective_from <= firstDay(month));
  if (inForce) return inForce;
  const earliest = byDate[0]?.plan.effective_from ?? '';
  return { problems: [problem(RULE_PROBLEMS.none_in_force, { file: folder }, { month, earliest })] };
}

/** Files that begin on the same date or bear the same version: it must be plain which one was used. */
function clashesOf(loaded: readonly LoadedPlan[]): Problem[] {
  return loaded.flatMap((one, index) => {
    const { version, effective_from: date } = one.plan;
    const before = loaded.slice(0, index);
    const place = { file: one.file };
    const sameDate = before.find(({ plan }) => plan.effective_from === date);
    const sameVersion = before.find(({ plan }) => plan.version === version);
    return [
      ...(sameDate
        ? [problem(RULE_PROBLEMS.same_effective_from, place, { date, other: sameDate.file })]
        : []),
      ...(sameVersion
        ? [problem(RULE_PROBLEMS.same_version, place, { version, other: sameVersion.file })]
        : []),
    ];
  });
}
