/** The files of a dry run, in a folder of their own: never beside the reports of a month. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../base/localized.js';
import { problem } from '../base/problem.js';
import type { TriedFile } from '../calc/dry-run/tried.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { dryRunCsv, dryRunPartsCsv } from '../report/dry-run-data.js';
import { WorkspaceFault } from '../workspace/fault.js';
import { requireLastingFolder, requireOutFolder } from '../workspace/out-folder.js';
import type { Workspace } from '../workspace/workspace.js';
import { asOnlyWriter, replaceFolder } from '../workspace/folder.js';

const FILES = { people: 'dry-run.csv', parts: 'dry-run-rules.csv' };

/** Refuses a folder that holds anything but an earlier dry run. Gives back the folder. */
export async function writeDryRun(
  workspace: Workspace,
  folder: string,
  tried: readonly TriedFile[],
  language: Language,
): Promise<string> {
  requireOutFolder(workspace, folder);
  requireLastingFolder(workspace, folder);
  const currency = tried[0]?.months[0]?.difference.currency;
  const contents = new Map([
    [FILES.people, dryRunCsv(tried, language, currency)],
    [FILES.parts, dryRunPartsCsv(tried, language, currency)],
  ]);
  await asOnlyWriter(folder, () => {
    requireOwn(folder);
    replaceFolder(folder, contents);
  });
  return folder;
}

function requireOwn(folder: string): void {
  const names: readonly string[] = Object.values(FILES);
  const foreign = existsSync(folder) ? readdirSync(folder).find((name) => !names.includes(name)) : undefined;
  if (foreign === undefined) return;
  const file = join(folder, foreign);
  throw new WorkspaceFault(problem(WORKSPACE_PROBLEMS.foreign_files, { file }, { folder, file: foreign }));
}
