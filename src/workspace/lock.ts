/** One writer at a time: a lock file that names its holder, and that a dead holder can't keep. */
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { problem } from '../base/problem.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { WorkspaceFault } from './fault.js';

interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** Runs `work` while holding the lock at `path`. Throws a WorkspaceFault when another process holds it. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  acquire(path);
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function acquire(path: string): void {
  if (create(path)) return;
  const takeover = `${path}.takeover`;
  if (isStale(path) && (create(takeover) || (isStale(takeover) && replace(takeover)))) {
    try {
      // Looked at again inside the takeover: somebody may have taken the stale lock over before us.
      if (isStale(path)) rmSync(path, { force: true });
      if (create(path)) return;
    } finally {
      rmSync(takeover, { force: true });
    }
  }
  const holder = readHolder(path);
  const params = { pid: String(holder?.pid ?? '?'), host: holder?.host ?? '?' };
  throw new WorkspaceFault(problem(WORKSPACE_PROBLEMS.locked, { file: path }, params));
}

function replace(path: string): boolean {
  rmSync(path, { force: true });
  return create(path);
}

/**
 * Creates the lock file; false when it is there already. It is linked into place with its content, so that
 * no kill can leave one that names nobody.
 */
function create(path: string): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder), { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Whether the holder is a process of this machine that is no more. */
function isStale(path: string): boolean {
  const holder = readHolder(path);
  if (!holder || holder.host !== hostname()) return false;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return isCode(error, 'ESRCH');
  }
}

function readHolder(path: string): Holder | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (found === null || typeof found !== 'object' || !('pid' in found) || !('host' in found)) return undefined;
    return { pid: Number(found.pid), host: String(found.host) };
  } catch {
    // Its holder has just removed it: nobody can be named.
    return undefined;
  }
}

export function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
