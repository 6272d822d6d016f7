/** Runs that a kill or an error of the disk meets at a chosen system call. */
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Ending,
  filesBelow,
  MONTH,
  PROGRAM,
  runCommand,
  telepay,
  workspaceWith,
  writeMonth,
} from '../cli/program.js';
import type { Files } from '../input/month-folder.js';

/** The calls with which a folder is changed. */
const CALLS = ['openat', 'mkdir', 'write', 'fsync', 'rename', 'unlink', 'rmdir'];

/** A system call of the program's main thread. */
export interface Point {
  readonly call: string;
  /** The how manieth of its kind. */
  readonly count: number;
  /** What it was done to, when it was recorded. */
  readonly target: string;
}

export type Reports = ReadonlyMap<string, string> | undefined;

/** A workspace that is put back to the same good reports before each run. */
export class Patient {
  readonly workspace: string;
  readonly out: string;
  readonly #good: string;
  /** The good reports, by name. */
  readonly old: Reports;

  private constructor(workspace: string) {
    this.workspace = workspace;
    this.out = join(workspace, 'out');
    this.#good = join(workspace, 'good');
    cpSync(this.out, this.#good, { recursive: true });
    this.old = this.reports();
  }

  /** One with the reports of `before`, and `now` as the exports that further runs will find. */
  static async with(before: Files, now: Files): Promise<Patient> {
    const workspace = workspaceWith(before);
    await telepay(['run', MONTH], { cwd: workspace });
    writeMonth(workspace, now);
    return new Patient(workspace);
  }

  /** The month's reports as they stand now, with what marks them as stale; undefined when there is no such folder. */
  reports(): Reports {
    return filesBelow(join(this.out, MONTH));
  }

  /** Those that an interrupted replacement has set aside. */
  setAside(): Reports {
    return filesBelow(join(this.out, `.${MONTH}.old`));
  }

  /** Names in out/, hidden ones too. */
  names(): string[] {
    return readdirSync(this.out).toSorted();
  }

  restore(): void {
    rmSync(this.out, { recursive: true, force: true });
    cpSync(this.#good, this.out, { recursive: true });
  }

  run(): Promise<Ending> {
    return telepay(['run', MONTH], { cwd: this.workspace });
  }

  /** A run to which strace does `what` at the point. */
  runWith({ call, count }: Point, what: string): Promise<Ending> {
    return this.#traced(['-e', `trace=${call}`, '-e', `inject=${call}:${what}:when=${count}`], '/dev/null');
  }

  /** Every call of an undisturbed run that touches out/. */
  async record(): Promise<Point[]> {
    const log = join(this.workspace, 'trace.log');
    await this.#traced(['-y', '-e', `trace=${CALLS.join(',')}`], log);
    return pointsIn(readFileSync(log, 'utf8'), this.out);
  }

  #traced(options: readonly string[], log: string): Promise<Ending> {
    const command = [process.execPath, PROGRAM, 'run', MONTH];
    return runCommand('strace', ['-f', '-qq', ...options, '-o', log, ...command], { cwd: this.workspace });
  }
}

/** The lines of a log of strace, `1234 rename("…", "…") = 0`, that name something at or below `folder`. */
function pointsIn(log: string, folder: string): Point[] {
  const counts = new Map<string, number>();
  const lines = [...log.matchAll(/^(\d+) +(\w+)\((.*)$/gm)];
  const main = lines[0]?.[1];
  return lines.flatMap(([, thread, call = '', rest = '']) => {
    if (thread !== main) return [];
    const count = (counts.get(call) ?? 0) + 1;
    counts.set(call, count);
    const isOutput = call === 'write' && /^[12]</.test(rest);
    return rest.includes(folder) && !isOutput ? [{ call, count, target: rest.slice(0, 120) }] : [];
  });
}

/** All that move or flush, and every third of the many that open, fill and delete files. */
export function thinned(points: readonly Point[]): Point[] {
  const many = new Set(['openat', 'write', 'unlink']);
  return points.filter(({ call }, index) => !many.has(call) || index % 3 === 0);
}

/** Two at a time, one for each of the cores that a small machine has: every point with a patient of its own. */
export async function inTwoLanes<T>(
  patients: readonly [Patient, Patient],
  points: readonly Point[],
  examine: (patient: Patient, at: Point) => Promise<T>,
): Promise<T[]> {
  const lanes = patients.map(async (patient, lane) => {
    const found: T[] = [];
    for (const point of points.filter((_, index) => index % 2 === lane))
      found.push(await examine(patient, point));
    return found;
  });
  return (await Promise.all(lanes)).flat();
}

export function sameFiles(one: Reports, other: Reports): boolean {
  return (
    one?.size === other?.size && [...(one ?? [])].every(([name, content]) => other?.get(name) === content)
  );
}
