/**
 * Four plans of other firms, each a workspace under fixtures/plans with a rule file, months of exports and what they
 * come to, worked by hand in its ANSWERS.md: run, compared and closed month by month through the command line.
 */
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type Ending, PROJECT, telepay, temporaryFolder } from './cli/program.js';

type Cells = Readonly<Record<string, string>>;

const PLANS = join(PROJECT, 'fixtures/plans');

const rowsOf = (path: string): Cells[] => parse(readFileSync(path, 'utf8'), { bom: true, columns: true });

/** The columns of `row` that `expected` has. */
const like = (expected: Cells, row: Cells): Cells =>
  Object.fromEntries(Object.keys(expected).map((column) => [column, row[column] ?? 'no such column']));

/** The debts of an advance that is taken back are warned of when they are carried; nothing else is. */
const WARNINGS: Readonly<Record<string, readonly string[]>> = {
  'insurance-advance 2025-02': ['W0705'],
  'insurance-advance 2025-03': ['W0705', 'W0705'],
};

describe.each(readdirSync(PLANS))('the plan %s', (name) => {
  const months = readdirSync(join(PLANS, name, 'months'));
  const run = (folder: string, ...args: string[]): Promise<Ending> => telepay(args, { cwd: folder });

  it('comes to the examples of its rule file', async () => {
    const rules = readdirSync(join(PLANS, name, 'rules')).map((file) => join('rules', file));
    const { code, stdout, stderr } = await run(join(PLANS, name), 'rules', 'test', ...rules, '--lang', 'en');
    expect([code, stderr, stdout]).toEqual([0, '', expect.stringMatching(/: \d+ examples, all come out/)]);
  });

  it(`pays ${months.join(', ')} as worked by hand, one closed after the other`, async () => {
    const folder = temporaryFolder();
    cpSync(join(PLANS, name), folder, { recursive: true });
    for (const month of months) {
      const ending = await run(folder, 'run', month);
      expect([month, ending.code, ending.stderr]).toEqual([month, 0, ending.stderr]);
      const expected = rowsOf(join(folder, 'expected', month, 'payroll.csv'));
      const out = join(folder, 'out', month);
      const paid = rowsOf(join(out, 'payroll.csv'));
      expect([month, paid.map((row, index) => like(expected[index] ?? row, row))]).toEqual([month, expected]);
      const warned = rowsOf(join(out, 'problems.csv')).map((row) => Object.values(row)[1]);
      expect([month, warned]).toEqual([month, WARNINGS[`${name} ${month}`] ?? []]);
      expect((await run(folder, 'close', month, '--yes', '--by', 'Ann')).code).toBe(0);
    }
    const verified = await run(folder, 'verify', '--lang', 'en');
    expect([verified.code, verified.stdout.match(/byte for byte the same/g)?.length]).toEqual([
      0,
      months.length,
    ]);
  });
});
