/** Computing a closed month anew, beside its seal. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Month } from '../base/period.js';
import { ProblemLog } from '../base/problem-log.js';
import type { Past } from '../calc/past.js';
import { hashExports } from '../input/file-hashes.js';
import { readRulesOf, type Standing } from '../ledger/history.js';
import type { ComputedWith, SealedOptions } from '../ledger/manifest.js';
import type { LoadedPlan } from '../rules/load.js';
import type { Settings } from '../workspace/settings.js';
import type { Workspace } from '../workspace/workspace.js';
import { calculateFrom, chooseRules, type MonthWork } from './compute-month.js';
import { changesBetween, readingSettings } from './ingredients.js';

/** What a closed month's exports were read and its figures computed with, the last time. */
export const lastComputed = ({ seal, corrected }: Standing): ComputedWith => (corrected ?? seal).manifest;

type Reading = Pick<Settings, 'outsideMonth' | 'columnNames'>;

/** How exports are read, as an entry has written it down. */
export const readingOptions = ({ outside_month, columns }: SealedOptions): Reading => ({
  outsideMonth: new Map(Object.entries(outside_month)),
  columnNames: new Map(
    Object.entries(columns).map(([file, names]) => [file, new Map(Object.entries(names))]),
  ),
});

/**
 * The rule file that a closed month has on the disk by now: the one named, else, as at its close, the one in
 * force or the sealed copy of one that was named then. Undefined, with the problems in the log, if refused.
 */
export function rulesNow(
  workspace: Workspace,
  standing: Standing,
  named: string | undefined,
  log: ProblemLog,
): LoadedPlan | undefined {
  if (named === undefined && lastComputed(standing).options.rules_named) {
    return readRulesOf(standing.corrected ?? standing.seal);
  }
  return chooseRules({ workspace, month: standing.month, rules: named }, log);
}

/** Names of the exports of a closed month that are not on the disk as it stands with them. */
export async function changedExports(workspace: Workspace, standing: Standing): Promise<string[]> {
  const last = lastComputed(standing);
  return changesBetween(last, { ...last, inputs: await hashExports(exportsOf(workspace, standing.month)) });
}

/** Names of the exports, rules or settings of a closed month that are not on the disk as it stands with them. */
export async function changedOnDisk(workspace: Workspace, standing: Standing): Promise<string[]> {
  const folder = exportsOf(workspace, standing.month);
  if (!existsSync(folder)) return [];
  const last = lastComputed(standing);
  const rules = rulesNow(workspace, standing, undefined, new ProblemLog());
  return changesBetween(last, {
    inputs: await hashExports(folder),
    rules: rules ? { file: rules.file, sha256: rules.sha256 } : { file: last.rules.file, sha256: '' },
    options: readingSettings(workspace.settings),
  });
}

export const exportsOf = (workspace: Workspace, month: Month): string =>
  join(workspace.folder, 'months', month);

/** Computes a month from the exports on the disk, with these rules and this past. */
export function recompute(
  workspace: Workspace,
  month: Month,
  rules: LoadedPlan,
  past: Past,
  reading: Reading,
): Promise<MonthWork> {
  const folder = exportsOf(workspace, month);
  const { outsideMonth, columnNames } = reading;
  return calculateFrom(
    { month, folder, rules, past, outsideMonth, columnNames, provisional: false },
    new ProblemLog(),
  );
}
