/** Folders of reports that are put in place whole or not at all, readable by their owner alone. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { problem } from '../base/problem.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { WorkspaceFault } from './fault.js';
import { isCode, withLock } from './lock.js';

export type Files = ReadonlyMap<string, string | Uint8Array>;

/**
 * Replaces `folder` by one with exactly these files. They are written and flushed beside it first; two renames
 * put them in place, and an interruption between the two is undone at the next start.
 */
export async function replaceFolder(folder: string, files: Files): Promise<void> {
  const parent = dirname(folder);
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  await withLock(lockPath(folder), async () => {
    recoverFolder(folder);
    const staged = mkdtempSync(join(parent, `.${basename(folder)}.new-`));
    try {
      for (const [name, content] of files) writeFlushed(join(staged, name), content);
      flushFolder(staged);
      swap(staged, folder);
      flushFolder(parent);
    } finally {
      rmSync(staged, { recursive: true, force: true });
    }
    return Promise.resolve();
  });
}

/** Writes one file so that a reader sees the old or the new content, never a part. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const staged = join(folder, `.${basename(path)}.new-${process.pid}`);
  try {
    writeFlushed(staged, content);
    guardHeldOpen(path, () => {
      renameSync(staged, path);
    });
    flushFolder(folder);
  } finally {
    rmSync(staged, { force: true });
  }
}

/** Undoes what an interrupted replacement left: the old folder comes back if the new one is not in place. */
export function recoverFolder(folder: string): void {
  const parent = dirname(folder);
  const old = oldPath(folder);
  if (existsSync(old)) {
    if (existsSync(folder)) rmSync(old, { recursive: true, force: true });
    else renameSync(old, folder);
  }
  const staged = `.${basename(folder)}.new-`;
  for (const name of readdirSync(parent)) {
    if (name.startsWith(staged)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

const oldPath = (folder: string): string => join(dirname(folder), `.${basename(folder)}.old`);
const lockPath = (folder: string): string => join(dirname(folder), `.${basename(folder)}.lock`);

function swap(staged: string, folder: string): void {
  const old = oldPath(folder);
  if (existsSync(folder)) {
    guardHeldOpen(folder, () => {
      renameSync(folder, old);
    });
  }
  try {
    renameSync(staged, folder);
  } catch (error) {
    if (existsSync(old)) renameSync(old, folder);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

/** Turns the system's refusal to replace an open file into a message that names it. */
function guardHeldOpen(path: string, replace: () => void): void {
  try {
    replace();
  } catch (error) {
    if (!isCode(error, 'EBUSY', 'EPERM', 'EACCES', 'ENOTEMPTY')) throw error;
    const file = heldFile(path) ?? path;
    throw new WorkspaceFault(problem(WORKSPACE_PROBLEMS.held_open, { file }, { file }));
  }
}

/** The file at or in `path` that can't be opened for writing. */
function heldFile(path: string): string | undefined {
  const files = isFolder(path) ? readdirSync(path).map((name) => join(path, name)) : [path];
  return files.find((file) => {
    try {
      closeSync(openSync(file, 'r+'));
      return false;
    } catch {
      return true;
    }
  });
}

function isFolder(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}

function writeFlushed(path: string, content: string | Uint8Array): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    let written = 0;
    while (written < bytes.length) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Flushes a folder's entries, where the system knows such a thing (Windows does not). */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
