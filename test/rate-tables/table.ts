/** Tables of rates for tests: written as the command writes them, changed cell by cell, and read back. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Language } from '../../src/base/localized.js';
import { ProblemLog } from '../../src/base/problem-log.js';
import { readRateTable } from '../../src/commands/rate-table-rows.js';
import { expectedOf } from '../../src/commands/rules-tables.js';
import { ratesCsv, rateRows, stateOf } from '../../src/report/rate-tables.js';
import { rateWorkbook } from '../../src/report/rate-workbook.js';
import { type LoadedPlan, loadPlan } from '../../src/rules/load.js';
import { TableBack } from '../../src/rules/table-back.js';
import { writeWorkbook } from '../../src/xlsx/write.js';

const ROOT = resolve(import.meta.dirname, '../..');

export function rulesAt(path: string): LoadedPlan {
  const found = loadPlan(readFileSync(join(ROOT, path)), path);
  if ('problems' in found) throw new Error(`${path} is refused`);
  return found;
}

export const FORMS = ['csv', 'xlsx'] as const;
export type Form = (typeof FORMS)[number];

export async function tableOf(
  rules: LoadedPlan,
  form: Form,
  language: Language,
): Promise<string | Uint8Array> {
  if (form === 'csv') return ratesCsv(rateRows(rules, language), language);
  return writeWorkbook('', rateWorkbook(rules, language));
}

const expected = new Map<LoadedPlan, ReturnType<typeof expectedOf>>();

function expectedOnce(rules: LoadedPlan): ReturnType<typeof expectedOf> {
  const found = expected.get(rules) ?? expectedOf(rules);
  expected.set(rules, found);
  return found;
}

export interface Back {
  /** `path → text`. */
  readonly changes: readonly string[];
  /** `E0933 3:6`, or of a sheet `E0933 [Products] 3:6`. */
  readonly problems: readonly string[];
  readonly leftOut: number;
}

/** What a file says that is taken for a table of the rules. */
export async function back(rules: LoadedPlan, content: string | Uint8Array): Promise<Back> {
  const folder = mkdtempSync(join(tmpdir(), 'telepay-test-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const path = join(folder, 'table');
  writeFileSync(path, content);
  const log = new ProblemLog();
  const table = new TableBack(expectedOnce(rules), stateOf(rules));
  await readRateTable(path, log, (row, teller) => {
    table.row(row, teller);
  });
  table.end(log);
  const problems = log.sorted().map(({ code, place }) => {
    const sheet = /\[.*\]$/.exec(place.file)?.[0];
    const at = [place.line, place.column].filter((one) => one !== undefined).join(':');
    return [code, sheet, at].filter((one) => one !== undefined && one !== '').join(' ');
  });
  return {
    changes: table.changes.map(({ path: at, text }) => `${at} → ${text}`),
    problems,
    leftOut: table.leftOut,
  };
}
