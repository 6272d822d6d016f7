/** Changes of a plan by dated versions of its values: from when on, whether they may begin then, and what they leave. */
import { firstDay, monthOf, parseIsoDate, type PlainDate, shiftMonth } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { nodeAt, type YamlNode } from '../yaml/tree.js';
import type { Version } from './mark-reader.js';
import type { Plan, PlanChange, Product } from './plan.js';

/** Values that belong to one sign-up or one day. All others are of a whole month. */
const BY_THE_DAY: readonly RegExp[] = [
  /^products\..+\.(counts_on|points)($|\.)/,
  /^counting\.bases\./,
  /^daily_target\.(?!allowed_misses\.)/,
  /^components\..+\.fine\.(charge|causes|on_top_of_forced|standard|per_unit|result_rounded)($|\.)/,
];

const beginsMonth = (date: PlainDate): boolean => date.endsWith('-01');

/** The first day of the month after. */
const nextFirst = (date: PlainDate): string => firstDay(shiftMonth(monthOf(date), 1));

/** Versions that begin when their value can't change. */
export function checkVersions(root: YamlNode, versions: readonly Version[]): Problem[] {
  const written = nodeAt(root, ['effective_from']);
  const begins = written?.kind === 'scalar' ? parseIsoDate(written.text) : undefined;
  return versions.flatMap(({ from, of, at }) => {
    const seen = { value: from };
    if (begins !== undefined && from <= begins) {
      return [problem(RULE_PROBLEMS.version_too_early, at, { from, begins }, seen)];
    }
    if (beginsMonth(from) || BY_THE_DAY.some((one) => one.test(of))) return [];
    const params = { from, next: nextFirst(from), ofMeasures: /^(components|measures)\./.test(of) };
    return [problem(RULE_PROBLEMS.version_within_month, at, params, seen)];
  });
}

/** Points that can't change within a month, since they are not those of single sign-ups. */
export function checkPointChanges(
  first: Plan,
  changes: readonly PlanChange[],
  versions: readonly Version[],
): Problem[] {
  return changes.flatMap(({ from, plan }, index) => {
    const before = changes[index - 1]?.plan ?? first;
    if (beginsMonth(from)) return [];
    return Object.entries(plan.products).flatMap(([code, product]) => {
      const old = before.products[code];
      if (!old || old.points === product.points || (isOfUnits(old) && isOfUnits(product))) return [];
      const version = versions.find(
        (one) => one.from === from && isWithin(one.of, `products.${code}.points`),
      );
      if (!version) return [];
      const params = { from, next: nextFirst(from) };
      return [problem(RULE_PROBLEMS.points_within_month, version.at, params, { value: from })];
    });
  });
}

const isWithin = (path: string, of: string): boolean => path === of || path.startsWith(`${of}.`);

/** Whether each sign-up has points of its own. */
function isOfUnits({ points }: Product): boolean {
  if (points.kind === 'flat') return true;
  const { scale } = points;
  if (scale.kind !== 'bands' || scale.bands.some(({ plus }) => plus)) return false;
  return scale.scale.value === 'whole' || scale.scale.value === 'marginal';
}
