/** Computing a closed month anew, beside its seal. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Month } from '../base/period.js';
import { ProblemLog } from '../base/problem-log.js';
import type { Past } from '../calc/past.js';
import { hashExports, hashFile } from '../input/file-hashes.js';
import type { ExportCopies } from '../input/folder.js';
import type { Entry } from '../ledger/chain.js';
import { readRulesOf, type Standing } from '../ledger/history.js';
import type { ComputedWith, SealedOptions } from '../ledger/manifest.js';
import { believing } from '../ledger/sealed-file.js';
import type { RulesInForce } from '../rules/in-force.js';
import type { Settings } from '../workspace/settings.js';
import type { Workspace } from '../workspace/workspace.js';
import { calculateFrom, chooseRules, type MonthSource, type MonthWork } from './compute-month.js';
import { changesBetween, inUse, readingSettings } from './ingredients.js';

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
 * The rule files that a closed month has on the disk by now: with the one named, else, as at its close, those in
 * force or the sealed copies where one was named then. Undefined, with the problems in the log, if refused.
 */
export function rulesNow(
  workspace: Workspace,
  standing: Standing,
  named: string | undefined,
  log: ProblemLog,
): RulesInForce | undefined {
  if (named === undefined && lastComputed(standing).options.rules_named) {
    return readRulesOf(standing.corrected ?? standing.seal);
  }
  return chooseRules({ workspace, month: standing.month, rules: named }, log);
}

/** Names of the exports, rules or settings of a closed month that are not on the disk as it stands with them. */
export async function changedOnDisk(workspace: Workspace, standing: Standing): Promise<string[]> {
  const folder = exportsOf(workspace, standing.month);
  if (!existsSync(folder)) return [];
  const last = lastComputed(standing);
  const reading = believing(() => rulesNow(workspace, standing, undefined, new ProblemLog()));
  // A rule file that can't be read or believed is not the one that the month stands with.
  const rules = 'value' in reading ? reading.value : undefined;
  return changesBetween(last, {
    inputs: await hashExports(folder),
    ...(rules ? inUse(rules) : { rules: { file: last.rules.file, sha256: '' } }),
    options: readingSettings(workspace.settings),
  });
}

export const exportsOf = (workspace: Workspace, month: Month): string =>
  join(workspace.folder, 'months', month);

/** Where the exports lie that a closed month was computed from, and which can't be found any more. */
export interface Found extends ExportCopies {
  readonly missing: readonly string[];
}

/** Finds exports by their hashes: among the copies in the ledger's entries, else on the disk. */
export async function findExports(
  workspace: Workspace,
  entries: readonly Entry[],
  month: Month,
  { inputs, other_files }: Pick<ComputedWith, 'inputs' | 'other_files'>,
): Promise<Found> {
  const folders = [
    ...entries.filter(({ manifest }) => manifest.month === month).map(({ folder }) => join(folder, 'months')),
    exportsOf(workspace, month),
  ];
  const paths = new Map<string, string>();
  for (const { file, sha256 } of inputs) {
    for (const path of folders.map((folder) => join(folder, file)).filter((one) => existsSync(one))) {
      if (paths.has(file) || (await hashFile(path)) !== sha256) continue;
      paths.set(file, path);
    }
  }
  const missing = inputs.map(({ file }) => file).filter((file) => !paths.has(file));
  return { paths, others: other_files, missing };
}

/** Computes a month from exports on the disk or in the ledger, with these rules and this past. */
export function recompute(
  month: Month,
  from: MonthSource['from'],
  rules: RulesInForce,
  past: Past,
  reading: Reading,
): Promise<MonthWork> {
  const { outsideMonth, columnNames } = reading;
  return calculateFrom(
    { month, from, rules, past, outsideMonth, columnNames, provisional: false },
    new ProblemLog(),
  );
}
