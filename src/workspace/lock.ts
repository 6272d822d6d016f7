/**
 * One writer at a time: a lock that names its holder, and that a dead holder can't keep.
 *
 * The lock is a folder with a note about its holder in it, made elsewhere and renamed into place: a rename onto
 * a folder that holds something fails on every file system, so of any number of starters one succeeds, and no
 * interruption leaves a lock without its note. A dead holder's lock is cleared away under a lock of its own,
 * named after that very holder: so nobody clears away the lock of the one who came next.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { problem } from '../base/problem.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { isCode, WorkspaceFault } from './fault.js';
import { discard, writeNew } from './files.js';

const holderShape = z.object({ id: z.string(), pid: z.int(), host: z.string(), since: z.number() });

/** Who has a lock: `id` is another one for each holding, `since` in milliseconds since 1970. */
export type Holder = z.infer<typeof holderShape>;

const NOTE = 'holder.json';

/**
 * Runs `work` while holding the lock at `path`, in a folder that is there. Throws a WorkspaceFault when another
 * process holds it. The lock goes with the process, unless that is killed.
 */
export async function withLock<T>(path: string, work: () => Promise<T> | T): Promise<T> {
  const me = { id: randomBytes(6).toString('hex'), pid: process.pid, host: hostname(), since: Date.now() };
  if (!acquire(path, me)) {
    const holder = holderOf(path);
    const params = { pid: String(holder?.pid ?? '?'), host: holder?.host ?? '?' };
    throw new WorkspaceFault(problem(WORKSPACE_PROBLEMS.locked, { file: path }, params));
  }
  const release = (): void => {
    try {
      remove(path, me);
    } catch {
      // The work is done whether or not its lock goes: the next starter clears it away as a dead holder's.
    }
  };
  process.once('exit', release);
  try {
    clearDrafts(path);
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

/** Takes the lock, a dead holder's too; false when somebody has it. */
function acquire(path: string, me: Holder): boolean {
  if (place(path, me)) return true;
  const holder = holderOf(path);
  // Without a note it is being released at this moment, or nobody can tell whose it is.
  if (!holder) return place(path, me);
  if (isAlive(holder)) return false;
  const clearing = `${path}.${holder.id}`;
  if (!acquire(clearing, me)) return false;
  try {
    if (holderOf(path)?.id === holder.id) remove(path, me);
    return place(path, me);
  } finally {
    remove(clearing, me);
  }
}

/** Puts the lock in place with its holder's note; false when there is one. */
function place(path: string, me: Holder): boolean {
  const draft = `${path}.${me.id}.draft`;
  try {
    mkdirSync(draft, { mode: 0o700 });
    writeNew(join(draft, NOTE), JSON.stringify(me));
    renameSync(draft, path);
    return true;
  } catch (error) {
    // It was there when the draft should have taken its place, though it may be gone by now.
    if (isCode(error, 'ENOTEMPTY', 'EEXIST') || existsSync(path)) return false;
    // Who had the lock until now took the draft for a dead starter's.
    if (isCode(error, 'ENOENT') && existsSync(dirname(path))) return place(path, me);
    throw error;
  } finally {
    discard(draft);
  }
}

/** Takes the lock away whole: a folder emptied first could be replaced before it is gone. */
function remove(path: string, me: Holder): void {
  const away = `${path}.${me.id}.away`;
  try {
    renameSync(path, away);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
  discard(away);
}

/** Clears away what killed starters left beside the lock. All of it is of no use to anyone once it is held. */
function clearDrafts(path: string): void {
  const folder = dirname(path);
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`${basename(path)}.`)) discard(join(folder, name));
  }
}

/** Whether the holder may still be at work: only a process of this machine can be known to be gone. */
export function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  // Numbers of processes are given out anew: this one's may have been another's, any may after a restart.
  const running = holder.pid === process.pid ? process.uptime() : uptime() + CLOCK_SLACK;
  if (holder.since < Date.now() - running * 1000) return false;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return !isCode(error, 'ESRCH');
  }
}

/** How far, in seconds, the clock may be set back or forth after the machine has started. */
const CLOCK_SLACK = 60;

function holderOf(path: string): Holder | undefined {
  try {
    return holderShape.safeParse(JSON.parse(readFileSync(join(path, NOTE), 'utf8'))).data;
  } catch {
    // No lock, or no note that could be read: nobody can be named.
    return undefined;
  }
}
