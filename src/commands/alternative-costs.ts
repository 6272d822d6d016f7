/** What each alternative of a rule file's assumptions would have cost in given months. */
import type { Month } from '../base/period.js';
import { isError } from '../base/problem.js';
import { ProblemLog } from '../base/problem-log.js';
import { groupBy } from '../base/group.js';
import { costOfChange } from '../calc/cost-of-change.js';
import type { MonthResult } from '../calc/month.js';
import type { CostedAlternative, MonthCost } from '../report/confirm-rows.js';
import { type Alternative, alternativesOf } from '../rules/alternatives.js';
import type { Assumption } from '../rules/assumptions.js';
import type { RulesInForce } from '../rules/in-force.js';
import type { LoadedPlan } from '../rules/load.js';
import { monthFolder, type Workspace } from '../workspace/workspace.js';
import { pastFor } from './closed-months.js';
import { chooseRules } from './compute-month.js';
import { readFor, readingAskedBy, type ReadingSource } from './read-for-rules.js';

export interface CostRequest {
  readonly workspace: Workspace;
  readonly months: readonly Month[];
  /** Path of the rule file, and what it says. */
  readonly path: string;
  readonly rules: LoadedPlan;
}

/**
 * Computes each month by the rule file, and by it with each alternative alone; the exports are read and the calls counted
 * once for all that ask the same of them. The errors that refuse a month by the file itself are in the log.
 */
export async function alternativeCosts(
  request: CostRequest,
  assumptions: readonly Assumption[],
  log: ProblemLog,
): Promise<CostedAlternative[]> {
  const alternatives = alternativesOf(request.rules, assumptions);
  const ofMonths: ReadonlyMap<Alternative, MonthCost>[] = [];
  for (const month of request.months) {
    ofMonths.push(await costsOfMonth(request, month, alternatives, log));
  }
  return alternatives.map((one) => ({
    assumption: one.assumption,
    text: one.text,
    refused: 'problems' in one.rules ? one.rules.problems : [],
    months: ofMonths.flatMap((costs) => costs.get(one) ?? []),
  }));
}

async function costsOfMonth(
  { workspace, path, rules }: CostRequest,
  month: Month,
  alternatives: readonly Alternative[],
  log: ProblemLog,
): Promise<Map<Alternative, MonthCost>> {
  const costs = new Map(
    alternatives.map((one): [Alternative, MonthCost] => [one, { month, cost: undefined }]),
  );
  const base = chooseRules({ workspace, month, rules: path }, log);
  const past = pastFor(workspace, month, log);
  if (!base || log.hasErrors) return costs;
  const { outsideMonth, columnNames } = workspace.settings;
  const from = monthFolder(workspace, month);
  const source = { month, from, past, outsideMonth, columnNames, provisional: false };
  const byReading = groupBy(variantsOf(alternatives, rules, base), (one) => readingAskedBy(one.rules, month));
  const asBase = byReading.get(readingAskedBy(base, month)) ?? [];
  const ofBase = await computed(source, [base, ...asBase.map((one) => one.rules)], log);
  const old = ofBase(base);
  log.addAll(old?.problems.filter(isError) ?? []);
  if (!old || isRefused(old)) return costs;
  for (const same of byReading.values()) {
    const [first, ...others] = same.map((one) => one.rules);
    if (!first) continue;
    const calculate = same === asBase ? ofBase : await computed(source, [first, ...others], new ProblemLog());
    for (const one of same) {
      const now = calculate(one.rules);
      costs.set(one.alternative, {
        month,
        cost: now && !isRefused(now) ? costOfChange(old, now) : undefined,
      });
    }
  }
  return costs;
}

const isRefused = ({ problems }: MonthResult): boolean => problems.some(isError);

/** Reads a month for rule files that ask the same of it. What is returned gives nothing where errors refuse the month. */
async function computed(
  source: ReadingSource,
  all: readonly [RulesInForce, ...RulesInForce[]],
  log: ProblemLog,
): Promise<(rules: RulesInForce) => MonthResult | undefined> {
  const { exports, calculate } = await readFor(source, all, log);
  const readable = log.hasErrors ? undefined : exports;
  return (rules) => readable && calculate(readable, rules);
}

interface Variant {
  readonly alternative: Alternative;
  readonly rules: RulesInForce;
}

function variantsOf(
  alternatives: readonly Alternative[],
  old: LoadedPlan,
  [first, ...others]: RulesInForce,
): Variant[] {
  return alternatives.flatMap((alternative): Variant[] => {
    const own = alternative.rules;
    if ('problems' in own) return [];
    const one = (rules: LoadedPlan): LoadedPlan => (rules.sha256 === old.sha256 ? own : rules);
    return [{ alternative, rules: [one(first), ...others.map(one)] }];
  });
}
