/** Commands that a kill or an error of the disk meets at a chosen system call. */
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Ending, PROGRAM, runCommand, telepay } from '../cli/program.js';

/** The calls with which a folder is changed. */
const CALLS = ['openat', 'mkdir', 'write', 'fsync', 'rename', 'unlink', 'rmdir'];

/** A system call of the program's main thread. */
export interface Point {
  readonly call: string;
  /** The how manieth of its kind. */
  readonly count: number;
  /** What it was done to, when it was recorded. */
  readonly target: string;
  /** Whether a thread of Node's own comes to as many calls of the kind: such a one may be met in its stead. */
  readonly shared: boolean;
}

export const KILL = 'signal=SIGKILL';

/** The program stops at the calls asked for only, every other one runs at its full speed; no signal can be sent so. */
const QUICKLY = '--seccomp-bpf';

/**
 * Which of its modules a program opens in which order is now and then another thing, and the calls are met by their
 * number.
 */
const LOADING = /^Error: .*'\/\S*\/(?:node_modules|dist)\//m;
const MOST_ATTEMPTS = 4;

/** A workspace in which a command changes one folder, which is put back as it was before each attempt. */
export class Patient {
  readonly workspace: string;
  readonly folder: string;
  readonly #command: readonly string[];
  readonly #good: string;

  /** `folder` is as it shall be before each attempt. */
  constructor(workspace: string, folder: string, command: readonly string[]) {
    this.workspace = workspace;
    this.folder = join(workspace, folder);
    this.#command = command;
    this.#good = join(workspace, 'good');
    cpSync(this.folder, this.#good, { recursive: true });
  }

  /** Names in the folder, hidden ones too. */
  names(): string[] {
    return readdirSync(this.folder).toSorted();
  }

  restore(): void {
    rmSync(this.folder, { recursive: true, force: true });
    cpSync(this.#good, this.folder, { recursive: true });
  }

  attempt(): Promise<Ending> {
    return telepay(this.#command, { cwd: this.workspace });
  }

  /** An attempt to which strace does `what` at the point; made again where it met the loading of the program instead. */
  async attemptWith({ call, count }: Pick<Point, 'call' | 'count'>, what: string): Promise<Ending> {
    const speed = what === KILL ? [] : [QUICKLY];
    const injection = `inject=${call}:${what}:when=${count}`;
    const options = [...speed, '-e', `trace=${call}`, '-e', injection];
    for (let attempt = 1; ; attempt += 1) {
      const ending = await this.#traced(options, '/dev/null');
      if (attempt === MOST_ATTEMPTS || !LOADING.test(ending.stderr)) return ending;
      this.restore();
    }
  }

  /** Every call of an undisturbed attempt that touches the folder. */
  async record(): Promise<Point[]> {
    const log = join(this.workspace, 'trace.log');
    await this.#traced([QUICKLY, '-y', '-e', `trace=${CALLS.join(',')}`], log);
    return pointsIn(readFileSync(log, 'utf8'), this.folder);
  }

  #traced(options: readonly string[], log: string): Promise<Ending> {
    const tracing = ['-f', '-qq', ...options, '-o', log];
    // Many threads of Node's own share the reading of its modules, so that none comes to as many calls as are met.
    const command = ['env', 'UV_THREADPOOL_SIZE=64', process.execPath, PROGRAM, ...this.#command];
    return runCommand('strace', [...tracing, ...command], { cwd: this.workspace });
  }
}

/** The lines of a log of strace, `1234 rename("…", "…") = 0`, that name something at or below `folder`. */
function pointsIn(log: string, folder: string): Point[] {
  const counts = new Map<string, number>();
  const next = (thread: string, call: string): number => {
    const count = (counts.get(`${thread} ${call}`) ?? 0) + 1;
    counts.set(`${thread} ${call}`, count);
    return count;
  };
  const lines = [...log.matchAll(/^(\d+) +(\w+)\((.*)$/gm)];
  const main = lines[0]?.[1];
  const mostByOthers = new Map<string, number>();
  const found: Omit<Point, 'shared'>[] = [];
  for (const [, thread = '', call = '', rest = ''] of lines) {
    const count = next(thread, call);
    if (thread !== main) mostByOthers.set(call, Math.max(count, mostByOthers.get(call) ?? 0));
    const isOutput = call === 'write' && /^[12]</.test(rest);
    if (thread === main && rest.includes(folder) && !isOutput) {
      found.push({ call, count, target: rest.slice(0, 200) });
    }
  }
  // Twice the count, since how the threads share their work is another thing each time.
  return found.map((point) => ({
    ...point,
    shared: point.count <= 2 * (mostByOthers.get(point.call) ?? 0),
  }));
}

/** Of the many calls that open, fill and delete files, every so many is met: TELEPAY_KILL_EVERY=1 for all. */
const EVERY = Number(process.env['TELEPAY_KILL_EVERY'] ?? 16);

/** All that move or flush, and some of the many others. */
export function thinned(points: readonly Point[]): Point[] {
  const many = new Set(['openat', 'write', 'unlink']);
  return points.filter(
    ({ call, target }, index) => (!many.has(call) && !target.includes('EEXIST')) || index % EVERY === 0,
  );
}

/** Two at a time, one for each of the cores that a small machine has: every point with a patient of its own. */
export async function inTwoLanes<P extends Patient, T>(
  patients: readonly [P, P],
  points: readonly Point[],
  examine: (patient: P, at: Point) => Promise<T>,
): Promise<T[]> {
  const lanes = patients.map(async (patient, lane) => {
    const found: T[] = [];
    for (const point of points.filter((_, index) => index % 2 === lane))
      found.push(await examine(patient, point));
    return found;
  });
  return (await Promise.all(lanes)).flat();
}
