/**
 * Times ten rule files tried on three months of 500 people against a single run of the three months, as whole processes:
 * `npm run bench:dry-run`, or `tsx scripts/bench-dry-run.ts [--runs 3] [--calls 250000]`. Ends with exit code 1 when the
 * bar is missed.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Cost, PROJECT, repeated } from './process-cost.js';

const MOST_RATIO = 1.5;
const MONTHS = ['2025-04', '2025-05', '2025-06'];

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, calls: { type: 'string', default: '250000' } },
});
const runs = Number(values.runs);

type Change = readonly [string, string];
const INFO_6: Change = ['points: { value: 4, stated: P-7 }', 'points: { value: 5, stated: P-7 }'];
const INFO_4: Change = [
  '{ value: 90, stated: P-6 },     pays: 2.5,',
  '{ value: 20, stated: P-6 },     pays: 3,',
];
const MAIL: Change = ['points: { value: 4, stated: P-11 }', 'points: { value: 4.5, stated: P-11 }'];
const POINT: Change = ['yuan_per_point: { value: 1,', 'yuan_per_point: { value: 1.1,'];
const SECRETARY: Change = ['pays: 2,   stated: P-4 }', 'pays: 2.2,   stated: P-4 }'];

/** One rule or several at once; of the seventh two bear on the same lines. */
const VARIANTS: readonly (readonly Change[])[] = [
  [INFO_6],
  [INFO_4],
  [MAIL],
  [POINT],
  [SECRETARY],
  [INFO_6, INFO_4],
  [MAIL, POINT],
  [INFO_6, MAIL, SECRETARY],
  [INFO_4, SECRETARY],
  [INFO_6, INFO_4, MAIL, SECRETARY],
];

function makeWorkspace(folder: string): void {
  for (const month of MONTHS) {
    const options = ['--month', month, '--calls', values.calls, '--agents', '500'];
    const generator = ['--import', 'tsx', 'scripts/generate-load.ts', folder, ...options];
    const { status, stderr } = spawnSync(process.execPath, generator, { cwd: PROJECT });
    if (status !== 0) throw new Error(String(stderr));
  }
  cpSync(join(PROJECT, 'rules'), join(folder, 'rules'), { recursive: true });
}

/** Writes the rule files to try; gives back their paths. */
function writeVariants(folder: string): string[] {
  const shipped = readFileSync(join(PROJECT, 'rules/2025.04.yaml'), 'utf8');
  return VARIANTS.map((changes, index) => {
    const version: Change = ['version: "2025.04"', `version: "trial.${index + 1}"`];
    const text = [version, ...changes].reduce((before, [old, now]) => {
      if (!before.includes(old)) throw new Error(`not in the rule file: ${old}`);
      return before.replace(old, now);
    }, shipped);
    const path = join(folder, `trial-${index + 1}.yaml`);
    writeFileSync(path, text);
    return path;
  });
}

const told = (name: string, { wall, cpu, megabytes }: Cost): string =>
  `${name}: ${wall.toFixed(2)} s (cpu ${cpu.toFixed(2)} s), ${megabytes.toFixed(0)} MB at its peak`;

function bench(folder: string): boolean {
  makeWorkspace(folder);
  const rules = writeVariants(folder).flatMap((path) => ['--rules', path]);
  const where = ['--workspace', folder];
  const singles = MONTHS.map((month) => repeated(runs, ['bin/telepay.js', 'run', month, ...where]));
  const dry = repeated(runs, ['bin/telepay.js', 'dry-run', ...MONTHS, ...rules, ...where]);
  const total = (of: (cost: Cost) => number): number => singles.reduce((sum, one) => sum + of(one), 0);
  const single: Cost = {
    wall: total(({ wall }) => wall),
    cpu: total(({ cpu }) => cpu),
    megabytes: Math.max(...singles.map(({ megabytes }) => megabytes)),
  };
  const ratio = dry.wall / single.wall;
  console.log(
    [
      `the median of ${runs} runs, with a load of ${loadavg()[0]?.toFixed(1) ?? '?'}`,
      told('a run of each of the three months', single),
      told(`${VARIANTS.length} rule files tried on them`, dry),
      `ratio ${ratio.toFixed(2)} (cpu ${(dry.cpu / single.cpu).toFixed(2)}); bar: at most ${MOST_RATIO}`,
    ].join('\n'),
  );
  return ratio <= MOST_RATIO;
}

const folder = mkdtempSync(join(tmpdir(), 'telepay-bench-'));
try {
  process.exitCode = bench(folder) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
