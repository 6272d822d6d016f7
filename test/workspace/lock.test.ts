/** The lock: one holder at a time, and dead ones hold nothing. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WorkspaceFault } from '../../src/workspace/fault.js';
import { type Holder, isAlive, withLock } from '../../src/workspace/lock.js';
import { temporaryFolder } from '../cli/program.js';

const HOUR = 3_600_000;
const gone = spawnSync(process.execPath, ['-e', '']).pid;
const startOfMachine = Date.now() - uptime() * 1000;
const startOfProcess = Date.now() - process.uptime() * 1000;
const holder = (about: Partial<Holder>): Holder => ({
  id: 'x',
  pid: process.ppid,
  host: hostname(),
  since: Date.now(),
  ...about,
});

describe('a holder', () => {
  it.each([
    ['a process that runs', {}, true],
    ['a process that is gone', { pid: gone }, false],
    ['a process of another machine, which nobody here can know', { host: 'elsewhere', pid: gone }, true],
    ['a process of before this machine was started', { since: startOfMachine - HOUR }, false],
    ['this process', { pid: process.pid }, true],
    [
      'an earlier process that had the number of this one',
      { pid: process.pid, since: startOfProcess - 1000 },
      false,
    ],
  ])('%s', (_, about, alive) => {
    expect(isAlive(holder(about))).toBe(alive);
  });
});

/** A path for a lock; what lies beside it is left by others. */
function lockPath(): string {
  return join(temporaryFolder(), 'lock');
}

function leave(path: string, note: string): void {
  mkdirSync(path);
  writeFileSync(join(path, 'holder.json'), note);
}

const namesBeside = (path: string): string[] => readdirSync(dirname(path));

async function faultOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof WorkspaceFault ? `${error.problem.code} ${error.message}` : String(error);
}

describe('withLock', () => {
  it('holds while the work runs, gives its result, and leaves nothing', async () => {
    const path = lockPath();
    const seen = await withLock(path, () => existsSync(path));
    expect(seen).toBe(true);
    expect(namesBeside(path)).toEqual([]);
  });

  it('gives the lock back when the work fails', async () => {
    const path = lockPath();
    await expect(withLock(path, () => Promise.reject(new Error('no luck')))).rejects.toThrow('no luck');
    expect(namesBeside(path)).toEqual([]);
  });

  it('refuses whoever comes second, by the name of the first', async () => {
    const path = lockPath();
    const refused = await withLock(path, () => faultOf(withLock(path, () => 'second')));
    expect(refused).toMatch(new RegExp(`^E0104 .*process ${process.pid} on ${hostname()}`));
  });

  it.each([
    ['a dead holder', JSON.stringify(holder({ pid: gone }))],
    ['a holder of before the start of the machine', JSON.stringify(holder({ since: 0 }))],
  ])('takes the lock of %s', async (_, note) => {
    const path = lockPath();
    leave(path, note);
    expect(await withLock(path, () => 'mine')).toBe('mine');
    expect(namesBeside(path)).toEqual([]);
  });

  it.each([
    ['a living holder', JSON.stringify(holder({}))],
    ['another machine', JSON.stringify(holder({ host: 'elsewhere' }))],
    ['nobody knows whom', '{"pid":'],
  ])('leaves the lock to %s', async (_, note) => {
    const path = lockPath();
    leave(path, note);
    expect(await faultOf(withLock(path, () => 'mine'))).toMatch(/^E0104/);
    expect(namesBeside(path)).toEqual(['lock']);
  });

  it('takes a dead holder’s lock from one who died in taking it', async () => {
    const path = lockPath();
    leave(path, JSON.stringify(holder({ id: 'first', pid: gone })));
    leave(`${path}.first`, JSON.stringify(holder({ id: 'second', pid: gone })));
    leave(`${path}.third.draft`, '');
    expect(await withLock(path, () => 'mine')).toBe('mine');
    expect(namesBeside(path)).toEqual([]);
  });

  it('waits for one who is just taking a dead holder’s lock', async () => {
    const path = lockPath();
    leave(path, JSON.stringify(holder({ id: 'first', pid: gone })));
    leave(`${path}.first`, JSON.stringify(holder({ id: 'second' })));
    expect(await faultOf(withLock(path, () => 'mine'))).toMatch(/^E0104/);
    expect(namesBeside(path).toSorted()).toEqual(['lock', 'lock.first']);
  });
});
