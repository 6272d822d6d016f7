/** A workspace: where its months, rules, outputs and settings are. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { byText } from '../base/order.js';
import { type Month, parseMonth } from '../base/period.js';
import { problem } from '../base/problem.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { WorkspaceFault } from './fault.js';
import type { Settings } from './settings.js';

export interface Workspace {
  readonly folder: string;
  readonly settings: Settings;
}

/** Whether the folder is a workspace. */
export const isWorkspace = (folder: string): boolean => isFolder(join(folder, 'months'));

/** The folder, when it is a workspace. Throws a WorkspaceFault when it is none. */
export function requireWorkspace(folder: string): void {
  if (isWorkspace(folder)) return;
  throw new WorkspaceFault(problem(WORKSPACE_PROBLEMS.no_workspace, { file: folder }, { folder }));
}

/** The month that a user named. Throws a WorkspaceFault when it is none. */
export function requireMonth(given: string): Month {
  const month = parseMonth(given);
  if (month) return month;
  throw new WorkspaceFault(problem(WORKSPACE_PROBLEMS.not_a_month, { file: given }, { given }));
}

/** The folder of a month's exports. Throws a WorkspaceFault when there is none. */
export function monthFolder(workspace: Workspace, month: Month): string {
  const folder = join(workspace.folder, 'months', month);
  if (isFolder(folder)) return folder;
  const known = monthsOf(workspace);
  throw new WorkspaceFault(problem(WORKSPACE_PROBLEMS.no_month, { file: folder }, { month, known }));
}

/** The months that have a folder, in order. */
export function monthsOf(workspace: Workspace): Month[] {
  return readdirSync(join(workspace.folder, 'months'))
    .flatMap((name) => parseMonth(name) ?? [])
    .toSorted(byText);
}

/** The rule files of the workspace, by name. */
export function ruleFilesOf(workspace: Workspace): string[] {
  const folder = join(workspace.folder, workspace.settings.rules);
  if (!isFolder(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/i.test(name) && !name.startsWith('.'))
    .toSorted(byText)
    .map((name) => join(folder, name));
}

/** A rule file as messages name it: from the workspace where it lies in it. */
export function shownPath(workspace: Workspace, path: string): string {
  const inside = relative(workspace.folder, path);
  return (inside.startsWith('..') ? basename(path) : inside).replaceAll('\\', '/');
}

/** Where the reports of all months are. */
export const outRoot = (workspace: Workspace): string => join(workspace.folder, 'out');

export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
