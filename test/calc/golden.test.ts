/** The golden months of fixtures/golden, from their exports to every cell that was worked out for them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/commands/run.js';
import { readSettings } from '../../src/workspace/settings.js';
import { type Cells, differences } from './compare.js';
import { APRIL } from './rows.js';

const GOLDEN = 'fixtures/golden';
const MONTHS = [
  'outcomes',
  'tiers',
  'daily-target',
  'deductions-and-score',
  'teams-and-subsidy',
  'checks-and-funnel',
];

const outputs = mkdtempSync(join(tmpdir(), 'telepay-golden-'));
afterAll(() => {
  rmSync(outputs, { recursive: true });
});

/** Runs April of a workspace, as `telepay run` does, and gives the folder of its reports. */
async function runApril(name: string): Promise<string> {
  const folder = join(GOLDEN, name);
  const reading = readSettings(folder);
  if ('problems' in reading) throw new Error(`settings of ${name}`);
  const out = join(outputs, name);
  const { problems, refused } = await run({
    workspace: { folder, settings: reading.settings },
    month: APRIL,
    rules: undefined,
    provisional: false,
    strict: 'none',
    out,
    language: { messages: 'en', files: 'en' },
    program: 'telepay',
  });
  if (refused) throw new Error(problems.map((one) => one.explain('en').message).join('\n'));
  return out;
}

const read = (path: string): Cells[] =>
  parse(readFileSync(path, 'utf8'), { bom: true, columns: true, comment: '#', comment_no_infix: true });

/** Only these cells of a row. */
const only = (row: Cells, columns: readonly string[]): Cells =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? `no column ${column}`]));

describe.each(MONTHS)('golden month %s', (name) => {
  const expected = join(GOLDEN, name, 'expected');
  let out = '';
  beforeAll(async () => {
    out = await runApril(name);
  });

  it.each(readdirSync(expected))('%s: every row, in order, cell by cell as printed', (file) => {
    const rows = read(join(expected, file));
    const columns = Object.keys(rows[0] ?? {});
    expect(read(join(out, file)).map((row) => only(row, columns))).toEqual(rows);
  });
});

describe('the month with answers from an independent calculation', () => {
  const expected = join(GOLDEN, 'quarter/expected/2025-04');
  let out = '';
  beforeAll(async () => {
    out = await runApril('quarter');
  });

  it.each(readdirSync(expected))('%s agrees in every cell', (file) => {
    expect(differences(file, read(join(expected, file)), read(join(out, file)))).toEqual([]);
  });

  it('is a month worth comparing', () => {
    expect(read(join(out, 'payroll.csv'))).toHaveLength(23);
    expect(read(join(out, 'signups.csv')).length).toBeGreaterThan(2000);
  });
});
