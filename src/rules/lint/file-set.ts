/** Rule files together: months without rules or with two, and files that put out of force what is not there. */
import { byText } from '../../base/order.js';
import { firstDay, type Month, monthOf } from '../../base/period.js';
import { type Problem, problem } from '../../base/problem.js';
import { ROLES } from '../../input/records.js';
import { LINT_PROBLEMS } from '../../problems/lint.js';
import { RULE_PROBLEMS } from '../../problems/rules.js';
import { isSame } from '../applies-to.js';
import { rulesInForce } from '../in-force.js';
import { findingsOf } from './findings.js';
import type { LoadedPlan } from '../load.js';
import { openForLint, placesIn } from './linted.js';

/**
 * What is wrong with rule files of one firm together. `months`: those of the workspace whose rules these are all;
 * undefined where they are some of them, so that what is not there may lie elsewhere.
 */
export function lintTogether(
  files: readonly LoadedPlan[],
  months: readonly Month[] | undefined,
): readonly Problem[] {
  const errors = months === undefined ? [] : clashes(files);
  if (errors.length > 0) return errors;
  const found = [
    ...(months === undefined ? [] : [...beforeAll(files, months), ...files.flatMap(replacesNothing(files))]),
    ...files.flatMap((one) => replacesTooLate(one, files)),
    ...files.flatMap((one, index) => leavesOut(one, files.slice(0, index), files)),
  ];
  return findingsOf(found);
}

/** What refuses a month in which they are in force, each once. */
function clashes(files: readonly LoadedPlan[]): Problem[] {
  const begins = [...new Set(files.map(({ plan }) => monthOf(plan.effective_from)))].toSorted(byText);
  const all = begins.flatMap((month) => {
    const found = rulesInForce(files, month, '');
    return 'problems' in found ? found.problems : [];
  });
  return findingsOf(all.filter(({ code }) => code !== RULE_PROBLEMS.none_in_force.code));
}

const keyAt = (rules: LoadedPlan, ...path: readonly string[]) => placesIn(openForLint(rules))(...path);

/** Months that have exports and that no file rules. */
function beforeAll(files: readonly LoadedPlan[], months: readonly Month[]): Problem[] {
  const [first] = files.toSorted((a, b) => byText(a.plan.effective_from, b.plan.effective_from));
  if (!first) return [];
  const date = first.plan.effective_from;
  const early = months.filter((month) => firstDay(month) < date);
  if (early.length === 0) return [];
  const at = keyAt(first, 'effective_from');
  return [problem(LINT_PROBLEMS.month_without_rules, at, { months: early, date }, { value: date })];
}

const replacesNothing =
  (files: readonly LoadedPlan[]) =>
  (one: LoadedPlan): Problem[] =>
    (one.plan.replaces ?? []).flatMap((version) => {
      const others = files.filter((other) => other !== one).map(({ plan }) => plan.version);
      if (others.includes(version)) return [];
      const at = keyAt(one, 'replaces');
      return [problem(LINT_PROBLEMS.replaces_nothing, at, { version, known: others }, { value: version })];
    });

/** A file can put out of force only what began before it. */
function replacesTooLate(one: LoadedPlan, files: readonly LoadedPlan[]): Problem[] {
  return (one.plan.replaces ?? []).flatMap((version) => {
    const other = files.find(({ plan }) => plan.version === version);
    if (!other || other.plan.effective_from < one.plan.effective_from) return [];
    const params = { version, own: one.plan.effective_from, date: other.plan.effective_from };
    return [problem(LINT_PROBLEMS.replaces_too_late, keyAt(one, 'replaces'), params, { value: version })];
  });
}

/** Roles that a file ruled and that none of those rules that put it out of force; told at the first of these. */
function leavesOut(
  later: LoadedPlan,
  before: readonly LoadedPlan[],
  files: readonly LoadedPlan[],
): Problem[] {
  const { replaces = [], effective_from: date } = later.plan;
  const out = files.filter(
    (one) =>
      replaces.includes(one.plan.version) &&
      one.plan.effective_from < date &&
      !before.some(({ plan }) => plan.effective_from === date && plan.replaces?.includes(one.plan.version)) &&
      !isSame(one.plan.applies_to, later.plan.applies_to),
  );
  return out.flatMap((old) => {
    const roles = old.plan.applies_to?.role ?? ROLES;
    const inForce = files.filter(
      (one) => one !== old && one.plan.effective_from <= date && !isReplaced(one, date, files),
    );
    const left = roles.filter(
      (role) => !inForce.some(({ plan }) => plan.applies_to?.role?.includes(role) ?? true),
    );
    if (left.length === 0) return [];
    const params = { version: old.plan.version, roles: left, date };
    return [problem(LINT_PROBLEMS.role_without_rules, keyAt(later, 'replaces'), params)];
  });
}

const isReplaced = (one: LoadedPlan, date: string, files: readonly LoadedPlan[]): boolean =>
  files.some(
    ({ plan }) =>
      plan.effective_from <= date &&
      plan.effective_from > one.plan.effective_from &&
      (plan.replaces?.includes(one.plan.version) ?? false),
  );
