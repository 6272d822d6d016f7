/** What the ledger leaves to a month, and what stands in the way of believing it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Month, shiftMonth } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import type { ProblemLog } from '../base/problem-log.js';
import { NO_PAST_MONTHS, type Past } from '../calc/past.js';
import { type Entry, readChain, type Seal, sealsOf } from '../ledger/chain.js';
import { pastOf } from '../ledger/history.js';
import { believing } from '../ledger/sealed-file.js';
import { LEDGER_PROBLEMS } from '../problems/ledger.js';
import type { RulesInForce } from '../rules/in-force.js';
import type { Plan } from '../rules/plan.js';
import type { Workspace } from '../workspace/workspace.js';

export const ledgerFolder = (workspace: Workspace): string => join(workspace.folder, 'ledger');

/** The ledger's entries; none, with the problem in the log, when they can't be believed. */
export function chainOf(workspace: Workspace, log: ProblemLog): readonly Entry[] {
  const reading = readChain(ledgerFolder(workspace));
  if ('entries' in reading) return reading.entries;
  log.addAll(reading.problems);
  return [];
}

/** The seal of a month among these entries. */
export const sealOf = (entries: readonly Entry[], month: Month): Seal | undefined =>
  sealsOf(entries).find((seal) => seal.manifest.month === month);

/** The entries that a closed month rested on when it was closed; for an open one, all. */
export function entriesBefore(entries: readonly Entry[], month: Month): readonly Entry[] {
  const seal = sealOf(entries, month);
  return seal ? entries.slice(0, seal.manifest.sequence - 1) : entries;
}

/** What these entries leave; nothing, with the problem in the log, when a sealed file can't be believed. */
export function pastLeftBy(entries: readonly Entry[], log: ProblemLog): Past {
  const reading = believing(() => pastOf(entries));
  if ('value' in reading) return reading.value;
  log.addAll(reading.problems);
  return NO_PAST_MONTHS;
}

/**
 * What the months closed before `month` leave to it. While the month just before is open, the debts, blocked
 * penalties and corrections of older ones are not this month's: they go through the open one first.
 */
export function pastFor(workspace: Workspace, month: Month, log: ProblemLog): Past {
  const entries = entriesBefore(chainOf(workspace, log), month);
  const last = sealsOf(entries).at(-1)?.manifest.month;
  if (last !== undefined && last >= month) return NO_PAST_MONTHS;
  const past = pastLeftBy(entries, log);
  const before = shiftMonth(month, -1);
  if (last === before) return past;
  if (existsSync(join(workspace.folder, 'months', before))) {
    log.add(problem(LEDGER_PROBLEMS.month_before_open, { file: `months/${before}` }, { before }));
  }
  return { ...past, debts: new Map(), blocked: [], postings: [], head: undefined };
}

/** What stands against paying a month by these files after closed ones, whose amounts it carries on. */
export function currencyChanges([{ file, plan }]: RulesInForce, { months }: Past): Problem[] {
  const last = months.at(-1);
  const here = currencyOf(plan);
  const before = last ? currencyOf(last.plans.all[0]) : here;
  if (!last || before === here) return [];
  return [problem(LEDGER_PROBLEMS.currency_changed, { file }, { here, before, month: last.month })];
}

/** All files in force have the same. */
const currencyOf = ({ currency: { code, places } }: Plan): string => `${code} (${String(places)})`;
