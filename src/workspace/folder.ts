/** Folders of reports that are put in place whole or not at all, readable by their owner alone. */
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { problem } from '../base/problem.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { isCode, WorkspaceFault } from './fault.js';
import { type Content, discard, flushFolder, writeNew } from './files.js';
import { withLock } from './lock.js';

export type Files = ReadonlyMap<string, Content>;

/**
 * Runs `work` as the only writer of `folder` and of what stands beside it, after undoing what an interrupted
 * writer left. All that is written here on the way bears a name that begins with a dot and the folder's name.
 */
export async function asOnlyWriter<T>(folder: string, work: () => Promise<T> | T): Promise<T> {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  return withLock(beside(folder, 'lock'), () => {
    recover(folder);
    return work();
  });
}

/**
 * Replaces `folder` by one with exactly these files; for its only writer. They are written and flushed beside
 * it first, then two renames put them in place; an interruption between the two is undone at the next start.
 */
export function replaceFolder(folder: string, files: Files): void {
  const staged = stagedPath(folder);
  try {
    mkdirSync(staged, { mode: 0o700 });
    for (const [name, content] of files) writeNew(join(staged, name), content);
    flushFolder(staged);
    swap(staged, folder);
  } finally {
    discard(staged);
  }
  discard(oldPath(folder));
}

/**
 * Writes one file in or beside `folder`, for its only writer: a reader sees the old or the new content, never
 * a part.
 */
export function replaceFile(folder: string, path: string, content: Content): void {
  const staged = stagedPath(folder);
  try {
    writeNew(staged, content);
    movingAside(path, () => {
      renameSync(staged, path);
    });
    flushFolder(dirname(path));
  } finally {
    discard(staged);
  }
}

/** Brings the old folder back if the new one did not get into its place, and clears away what is half done. */
function recover(folder: string): void {
  const old = oldPath(folder);
  if (existsSync(old) && !existsSync(folder)) renameSync(old, folder);
  discard(old);
  const parent = dirname(folder);
  const staged = basename(stagedPath(folder, ''));
  for (const name of readdirSync(parent)) {
    if (name.startsWith(staged) && /^[0-9a-f]+$/.test(name.slice(staged.length))) discard(join(parent, name));
  }
}

const beside = (folder: string, what: string): string =>
  join(dirname(folder), `.${basename(folder)}.${what}`);
const oldPath = (folder: string): string => beside(folder, 'old');
const stagedPath = (folder: string, id = randomBytes(6).toString('hex')): string =>
  beside(folder, `new-${id}`);

/** A name beside `folder` for what its only writer makes before it is moved into place. */
export const stagedBeside = (folder: string): string => stagedPath(folder);

/** Puts the staged folder in place of the old one, which stays beside it; or leaves all as it was. */
function swap(staged: string, folder: string): void {
  const undo: (() => void)[] = [];
  const move = (from: string, to: string): void => {
    renameSync(from, to);
    undo.unshift(() => {
      renameSync(to, from);
    });
  };
  try {
    if (existsSync(folder)) {
      movingAside(folder, () => {
        move(folder, oldPath(folder));
      });
    }
    move(staged, folder);
    flushFolder(dirname(folder));
  } catch (error) {
    for (const back of undo) back();
    throw error;
  }
}

/** Turns the system's refusal to move what another program holds open into a message that names the file. */
export function movingAside(path: string, move: () => void): void {
  try {
    move();
  } catch (error) {
    const codes = process.platform === 'win32' ? ['EBUSY', 'EPERM', 'EACCES'] : ['EBUSY'];
    if (!isCode(error, ...codes)) throw error;
    const file = heldFile(path) ?? path;
    throw new WorkspaceFault(problem(WORKSPACE_PROBLEMS.held_open, { file }, { file }));
  }
}

/** The file at or in `path` that can't be opened for writing. */
function heldFile(path: string): string | undefined {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const files = isFolder ? readdirSync(path).map((name) => join(path, name)) : [path];
  return files.find((file) => {
    try {
      closeSync(openSync(file, 'r+'));
      return false;
    } catch {
      return true;
    }
  });
}
