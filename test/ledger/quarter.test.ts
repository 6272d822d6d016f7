/** A quarter closed month after month, against the answers of an independent calculation, grades included. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseMonth } from '../../src/base/period.js';
import { close, type CloseRequest } from '../../src/commands/close.js';
import { grade } from '../../src/commands/grade.js';
import type { CommandResult } from '../../src/commands/outcome.js';
import { run } from '../../src/commands/run.js';
import { readSettings } from '../../src/workspace/settings.js';
import type { Workspace } from '../../src/workspace/workspace.js';
import { differences } from '../calc/compare.js';
import type { Cells } from '../calc/reports.js';

const QUARTER = resolve('fixtures/golden/quarter');
const MONTHS = ['2025-04', '2025-05', '2025-06'];
const LANGUAGE = { messages: 'en', files: 'en' } as const;

const folder = mkdtempSync(join(tmpdir(), 'telepay-quarter-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function workspace(): Workspace {
  const reading = readSettings(folder);
  if ('problems' in reading) throw new Error('settings');
  return { folder, settings: reading.settings };
}

function closing(month: string): CloseRequest {
  const chosen = parseMonth(month);
  if (!chosen) throw new Error(month);
  return {
    workspace: workspace(),
    month: chosen,
    rules: undefined,
    provisional: false,
    strict: 'none',
    by: '王会计',
    note: '',
    at: '2025-07-01T00:00:00.000Z',
    language: LANGUAGE,
    program: 'telepay',
    confirm: () => Promise.resolve(true),
  };
}

const read = (path: string): Cells[] => parse(readFileSync(path, 'utf8'), { bom: true, columns: true });

let heads: unknown[] = [];
let graded: CommandResult;

beforeAll(async () => {
  cpSync(join(QUARTER, 'months'), join(folder, 'months'), { recursive: true });
  cpSync(resolve('rules'), join(folder, 'rules'), { recursive: true });
  for (const month of MONTHS) {
    const request = closing(month);
    const ran = await run({ ...request, strict: 'none', out: undefined });
    expect(ran.refused).toBe(false);
    heads = [...heads, (await close(request)).data];
  }
  graded = await grade({ workspace: workspace(), quarter: '2025-Q2', language: LANGUAGE });
}, 120_000);

describe.each(MONTHS)('%s', (month) => {
  const files = readdirSync(join(QUARTER, 'expected', month)).filter((file) => file !== 'grades.csv');

  it.each(files)('%s agrees in every cell', (file) => {
    const theirs = read(join(QUARTER, 'expected', month, file));
    expect(theirs.length).toBeGreaterThan(10);
    expect(differences(file, theirs, read(join(folder, 'out', month, file)))).toEqual([]);
  });

  it('is sealed with the very reports of its run', () => {
    for (const name of readdirSync(join(folder, 'out', month))) {
      const run = readFileSync(join(folder, 'out', month, name));
      expect(readFileSync(join(folder, 'ledger', month, 'out', name)).equals(run), name).toBe(true);
    }
  });

  it('adds its lines up to the net before debt, for everybody', () => {
    const lines = read(join(folder, 'out', month, 'lines.csv'));
    for (const row of read(join(folder, 'out', month, 'payroll.csv'))) {
      const own = lines.filter((line) => line['agent_id'] === row['agent_id']);
      const fen = own.reduce((total, line) => total + fenOf(line['amount']), 0);
      expect(fen, row['agent_id']).toBe(fenOf(row['net']) + fenOf(row['debt_in']));
    }
  });
});

/** An amount of two decimals in whole fen. */
const fenOf = (amount = ''): number => Number(amount.replace('.', ''));

describe('the quarter', () => {
  it('is graded as the independent calculation grades it', () => {
    expect(graded.refused).toBe(false);
    const theirs = read(join(QUARTER, 'expected/2025-06/grades.csv'));
    const ours = read(join(folder, 'out/2025-Q2/grades.csv')).map(rounded);
    expect(differences('grades.csv', theirs.map(rounded), ours)).toEqual([]);
  });

  it('carries every debt into the next month, to the fen', () => {
    const payroll = MONTHS.map((month) => read(join(folder, 'out', month, 'payroll.csv')));
    for (const [index, rows] of payroll.slice(0, -1).entries()) {
      const next = new Map((payroll[index + 1] ?? []).map((row) => [row['agent_id'], row['debt_in']]));
      for (const row of rows) {
        if (row['debt_out'] !== '0.00')
          expect(next.get(row['agent_id']), row['agent_id']).toBe(row['debt_out']);
      }
    }
  });

  it('closed again changes nothing and says so', async () => {
    const again = await close(closing('2025-05'));
    expect(again.refused).toBe(false);
    expect(again.text).toContain('unchanged');
    expect(again.data).toMatchObject({ seal: (heads[1] as { head: string }).head });
  });

  it('refuses a closed month whose exports have changed, and names them', async () => {
    const path = join(folder, 'months/2025-06/targets.csv');
    const before = readFileSync(path);
    writeFileSync(path, before.toString().replace('agent,0001,', 'agent,0001,1'));
    const again = await close(closing('2025-06'));
    writeFileSync(path, before);
    expect(again.refused).toBe(true);
    expect(again.problems[0]?.explain('en').message).toContain('targets.csv');
  });

  it('is not believed any more when a byte of a sealed file is changed', async () => {
    const path = join(folder, 'ledger/2025-04/state/2025-04/debts.json');
    const before = readFileSync(path);
    writeFileSync(
      path,
      before.toString().replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
    );
    const request = closing('2025-06');
    const refused = await run({ ...request, strict: 'none', out: undefined });
    writeFileSync(path, before);
    expect(refused.refused).toBe(true);
    expect(refused.problems.map((one) => one.place.file)).toContain(
      'ledger/2025-04/state/2025-04/debts.json',
    );
  });
});

/** The mean as six decimals show it, which is all that both print. */
const rounded = (row: Cells): Cells => ({ ...row, mean: Number(row['mean']).toFixed(6) });
