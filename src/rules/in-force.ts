/** Which rule files hold for a month. */
import { byText } from '../base/order.js';
import { firstDay, type Month } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { canMeet, isSame } from './applies-to.js';
import type { LoadedPlan, RefusedPlan } from './load.js';
import { planOfMonth } from './plan-on.js';
import type { PlansInForce } from './plans.js';
import { nameClashes } from './vocabulary.js';

/** The rule files of a month, in the order of their names: nearly always one. */
export type RulesInForce = readonly [LoadedPlan, ...LoadedPlan[]];

/**
 * The rule files in force: of those that are for the same people the one with the latest effective_from not after
 * the month's first day (contract of the workspace), unless a later one says that it replaces it. `folder` is
 * where they were looked for, for the message when there is none.
 */
export function rulesInForce(
  loaded: readonly LoadedPlan[],
  month: Month,
  folder: string,
): RulesInForce | RefusedPlan {
  const problems = clashesOf(loaded);
  if (problems.length > 0) return { problems };
  const begun = loaded.filter(({ plan }) => plan.effective_from <= firstDay(month));
  const found = begun.filter((one) => !begun.some((later) => putsOutOfForce(later, one)));
  return together(found) ?? { problems: [noneInForce(loaded, month, folder)] };
}

/**
 * The rule files with one that a user named: alone, if it is for everybody; else in place of the one in force that
 * is for the same people, beside the others.
 */
export function withNamed(
  named: LoadedPlan,
  loaded: readonly LoadedPlan[],
  month: Month,
): RulesInForce | RefusedPlan {
  if (!named.plan.applies_to) return [named];
  const others = loaded.filter(({ sha256 }) => sha256 !== named.sha256);
  const found = others.length > 0 ? rulesInForce(others, month, '') : [];
  // With none in force beside it, the named one is all there is.
  if ('problems' in found)
    return found.problems.every(({ code }) => code === RULE_PROBLEMS.none_in_force.code) ? [named] : found;
  const beside = found.filter(
    ({ plan }) => !isSame(plan.applies_to, named.plan.applies_to) && !replaces(named, plan.version),
  );
  return together([...beside, named]) ?? [named];
}

/** Those files in the order of their names, or why they can't hold together. */
function together(found: readonly LoadedPlan[]): RulesInForce | RefusedPlan | undefined {
  const [first, ...others] = found.toSorted((a, b) => byText(a.file, b.file));
  if (!first) return undefined;
  const problems = [...currencyClashes(first, others), ...nameClashes([first, ...others])];
  return problems.length > 0 ? { problems } : [first, ...others];
}

function currencyClashes(first: LoadedPlan, others: readonly LoadedPlan[]): Problem[] {
  return others.flatMap((one) => {
    const params = otherCurrency(one, first);
    return params ? [problem(RULE_PROBLEMS.other_currency, { file: one.file }, params)] : [];
  });
}

/** What the two files pay in, where it is not the same. */
export function otherCurrency(
  one: LoadedPlan,
  other: LoadedPlan,
): { here: string; there: string; other: string } | undefined {
  const nameOf = ({ plan: { currency } }: LoadedPlan): string => `${currency.code} (${currency.places})`;
  const [here, there] = [nameOf(one), nameOf(other)];
  return here === there ? undefined : { here, there, other: other.file };
}

/** The rule files with their plans as they are in a month. */
export function inMonth([first, ...others]: RulesInForce, month: Month): RulesInForce {
  const one = (rules: LoadedPlan): LoadedPlan => ({ ...rules, plan: planOfMonth(rules.plan, month) });
  return [one(first), ...others.map(one)];
}

/** Their plans, as they are in a month. */
export function plansOf(rules: RulesInForce, month: Month): PlansInForce {
  const [first, ...others] = inMonth(rules, month);
  return [first.plan, ...others.map(({ plan }) => plan)];
}

function putsOutOfForce(later: LoadedPlan, one: LoadedPlan): boolean {
  if (later.plan.effective_from <= one.plan.effective_from) return false;
  return isSame(later.plan.applies_to, one.plan.applies_to) || replaces(later, one.plan.version);
}

const replaces = ({ plan }: LoadedPlan, version: string): boolean =>
  plan.replaces?.includes(version) ?? false;

function noneInForce(loaded: readonly LoadedPlan[], month: Month, folder: string): Problem {
  const [earliest = ''] = loaded.map(({ plan }) => plan.effective_from).toSorted(byText);
  return problem(RULE_PROBLEMS.none_in_force, { file: folder }, { month, earliest });
}

/**
 * Files that begin on the same date though they can be for the same person, or bear the same version: it must be
 * plain which one was used.
 */
function clashesOf(loaded: readonly LoadedPlan[]): Problem[] {
  return loaded.flatMap((one, index) => {
    const { version, effective_from: date, applies_to: scope } = one.plan;
    const before = loaded.slice(0, index);
    const place = { file: one.file };
    const sameDate = before.find(
      ({ plan }) => plan.effective_from === date && canMeet(plan.applies_to, scope),
    );
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
