/** The golden months of fixtures/golden, from their exports to every cell that was worked out for them. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences } from './compare.js';
import { type Cells, readReport, runApril } from './reports.js';

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

/** Only these cells of a row. */
const only = (row: Cells, columns: readonly string[]): Cells =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? `no column ${column}`]));

describe.each(MONTHS)('golden month %s', (name) => {
  const expected = join(GOLDEN, name, 'expected');
  let out = '';
  beforeAll(async () => {
    out = join(outputs, name);
    await runApril(join(GOLDEN, name), out);
  });

  it.each(readdirSync(expected))('%s: every row, in order, cell by cell as printed', (file) => {
    const rows = readReport(join(expected, file));
    const columns = Object.keys(rows[0] ?? {});
    expect(readReport(join(out, file)).map((row) => only(row, columns))).toEqual(rows);
  });
});

describe('the month with answers from an independent calculation', () => {
  const expected = join(GOLDEN, 'quarter/expected/2025-04');
  let out = '';
  beforeAll(async () => {
    out = join(outputs, 'quarter');
    await runApril(join(GOLDEN, 'quarter'), out);
  });

  it.each(readdirSync(expected))('%s agrees in every cell', (file) => {
    expect(differences(file, readReport(join(expected, file)), readReport(join(out, file)))).toEqual([]);
  });

  it('is a month worth comparing', () => {
    expect(readReport(join(out, 'payroll.csv'))).toHaveLength(23);
    expect(readReport(join(out, 'signups.csv')).length).toBeGreaterThan(2000);
  });
});
