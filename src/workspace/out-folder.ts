/** Which folders reports may go to: none that holds, or lies among, what a workspace lives on. */
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, isAbsolute } from 'node:path';
import { problem } from '../base/problem.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { WorkspaceFault } from './fault.js';
import { outRoot, type Workspace } from './workspace.js';

/** What marks a folder of a run's reports. */
export const SUMMARY_FILE = 'summary.json';

/** Throws a WorkspaceFault for a folder in months/, ledger/ or the rules, and for one that the workspace is in. */
export function requireOutFolder({ folder, settings }: Workspace, out: string): void {
  const real = realPath(out);
  const kept = ['months', 'ledger', settings.rules].map((name) => join(folder, name));
  const among = kept.some((one) => isIn(real, realPath(one)));
  if (!among && !isIn(realPath(folder), real)) return;
  throw new WorkspaceFault(problem(WORKSPACE_PROBLEMS.reserved_folder, { file: out }, { folder: out }));
}

/** Folders below out/ that `run` and `grade` replace whole: a month's, a provisional one's, a quarter's. */
const REPLACED = /^\d{4}-(?:\d{2}(?:-provisional)?|Q[1-4])$/;

/** Throws a WorkspaceFault for a folder that is replaced whole by reports, with all else that lies in it. */
export function requireLastingFolder(workspace: Workspace, out: string): void {
  const [first = ''] = relative(realPath(outRoot(workspace)), realPath(out)).split(/[/\\]/);
  if (!REPLACED.test(first) && !existsSync(join(out, SUMMARY_FILE))) return;
  throw new WorkspaceFault(problem(WORKSPACE_PROBLEMS.reserved_folder, { file: out }, { folder: out }));
}

function isIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !/^\.\.[/\\]/.test(way) && !isAbsolute(way);
}

/** The path without links, as far as it exists. */
function realPath(path: string): string {
  const parent = dirname(path);
  if (existsSync(path)) return realpathSync(path);
  return parent === path ? path : join(realPath(parent), basename(path));
}
