/** What a Node process costs from its start to its end. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export const PROJECT = resolve(import.meta.dirname, '..');

export interface Cost {
  readonly wall: number;
  readonly cpu: number;
  readonly megabytes: number;
}

/** Makes a process tell what it used, on its third stream, when it ends. */
const METER = `import { writeSync } from 'node:fs';
process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));`;

/** What a Node process costs from its start to its end: seconds, and megabytes at its peak. */
export function costOf(args: readonly string[]): Cost {
  const meter = `data:text/javascript,${encodeURIComponent(METER)}`;
  const start = process.hrtime.bigint();
  const { status, stderr, output } = spawnSync(process.execPath, ['--import', meter, ...args], {
    cwd: PROJECT,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    maxBuffer: 1e9,
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}:\n${String(stderr)}`);
  const used = JSON.parse(String(output[3])) as NodeJS.ResourceUsage;
  return { wall, cpu: (used.userCPUTime + used.systemCPUTime) / 1e6, megabytes: used.maxRSS / 1024 };
}

/** The middle one of several costs, each of its figures by itself. */
export function median(costs: readonly Cost[]): Cost {
  const middle = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;
  return {
    wall: middle(costs.map(({ wall }) => wall)),
    cpu: middle(costs.map(({ cpu }) => cpu)),
    megabytes: middle(costs.map(({ megabytes }) => megabytes)),
  };
}

/** The median of so many processes. */
export const repeated = (times: number, args: readonly string[]): Cost =>
  median(Array.from({ length: times }, () => costOf(args)));
