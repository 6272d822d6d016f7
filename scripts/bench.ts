/**
 * Times `telepay run` as a whole process on a large month, under the shipped rules: `npm run bench`, or
 * `tsx scripts/bench.ts [--runs 5] [--calls 1000000]`. Beside it, what merely counting the lines of the same
 * files costs with the same streaming read; and how the peak of memory grows with the number of calls. Ends
 * with exit code 1 when a bar is missed.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Cost, PROJECT, repeated } from './process-cost.js';

const MOST_SECONDS = 8;
const MOST_MEGABYTES = 600;
const MONTH = '2025-04';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, calls: { type: 'string', default: '1000000' } },
});
const runs = Number(values.runs);
const calls = Number(values.calls);
if (!(Number.isInteger(runs) && runs > 0 && Number.isInteger(calls) && calls >= 1000)) {
  throw new RangeError('--runs and --calls take whole numbers');
}

const COUNT_LINES = `
  import { fileBlocks } from ${JSON.stringify(join(PROJECT, 'dist/input/file-blocks.js'))};
  let lines = 0;
  for (const path of process.argv.slice(1)) {
    for await (const { bytes } of fileBlocks(path, () => {})) {
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
    }
  }
  console.log(lines);
`;

/** A workspace with the load month of so many calls. */
function makeWorkspace(root: string, count: number): string {
  const folder = join(root, String(count));
  const generator = ['--import', 'tsx', 'scripts/generate-load.ts', folder, '--calls', String(count)];
  const { status, stderr } = spawnSync(process.execPath, generator, { cwd: PROJECT });
  if (status !== 0) throw new Error(String(stderr));
  cpSync(join(PROJECT, 'rules'), join(folder, 'rules'), { recursive: true });
  return folder;
}

const runArgs = (workspace: string): string[] => ['bin/telepay.js', 'run', MONTH, '--workspace', workspace];

/** How many rows telepay read, by its own summary. */
function rowsRead(workspace: string): number {
  const text = readFileSync(join(workspace, 'out', MONTH, 'summary.json'), 'utf8');
  const { inputs } = JSON.parse(text) as { inputs: { rows: number }[] };
  return inputs.reduce((rows, file) => rows + file.rows, 0);
}

const table: string[][] = [];

function bench(root: string): boolean {
  const workspace = makeWorkspace(root, calls);
  const folder = join(workspace, 'months', MONTH);
  const paths = readdirSync(folder).map((name) => join(folder, name));
  const bytes = paths.reduce((size, path) => size + statSync(path).size, 0);
  const whole = repeated(runs, runArgs(workspace));
  const counting = repeated(runs, ['--input-type=module', '-e', COUNT_LINES, ...paths]);
  const rows = rowsRead(workspace);
  console.log(
    `${rows} rows, ${(bytes / 1e6).toFixed(0)} MB of exports; the median of ${runs} runs; Node ${process.version}\n` +
      `${availableParallelism()} cores, with a load of ${loadavg()[0]?.toFixed(1) ?? '?'} (above that number of cores, trust the cpu time)\n`,
  );
  table.push(['', 'wall s', 'cpu s', 'rows/s', 'peak MB']);
  for (const [name, cost] of Object.entries({ 'telepay run': whole, 'counting lines': counting })) {
    const perSecond = Math.round(rows / cost.wall);
    table.push([
      name,
      cost.wall.toFixed(2),
      cost.cpu.toFixed(2),
      String(perSecond),
      cost.megabytes.toFixed(0),
    ]);
  }
  print();
  console.log(
    `\nrun : counting = ${(whole.wall / counting.wall).toFixed(1)} (wall), ${(whole.cpu / counting.cpu).toFixed(1)} (cpu)\n`,
  );
  growth(root, whole);
  const met = whole.wall < MOST_SECONDS && whole.megabytes < MOST_MEGABYTES;
  console.log(`\nbars: below ${MOST_SECONDS} s and ${MOST_MEGABYTES} MB: ${met ? 'met' : 'MISSED'}`);
  return met;
}

/** The peak of memory with a quarter and half of the calls, and the bytes that each further call takes. */
function growth(root: string, whole: Cost): void {
  const points = [calls / 4, calls / 2].map(Math.round).map((count) => {
    const workspace = makeWorkspace(root, count);
    const { megabytes } = repeated(Math.min(runs, 3), runArgs(workspace));
    rmSync(workspace, { recursive: true });
    return { count, megabytes };
  });
  points.push({ count: calls, megabytes: whole.megabytes });
  table.push(['calls', 'peak MB', 'bytes per further call']);
  points.forEach(({ count, megabytes }, index) => {
    const before = points[index - 1];
    const each = before && ((megabytes - before.megabytes) * 2 ** 20) / (count - before.count);
    table.push([String(count), megabytes.toFixed(0), each?.toFixed(0) ?? '']);
  });
  print();
}

/** Prints the rows gathered so far, right-aligned, and forgets them. */
function print(): void {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((row) => (row[column] ?? '').length)),
  );
  for (const row of table.splice(0)) {
    console.log(row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '));
  }
}

const root = mkdtempSync(join(tmpdir(), 'telepay-bench-'));
try {
  process.exitCode = bench(root) ? 0 : 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}
