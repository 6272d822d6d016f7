/** Reads a table of rates that comes back: as CSV in any form in which exports come, or as a workbook. */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { problem, type Problem } from '../base/problem.js';
import { ProblemLog } from '../base/problem-log.js';
import { settleEncodings, survey } from '../input/survey.js';
import { readTable } from '../input/table-reader.js';
import { INPUT_PROBLEMS } from '../problems/input.js';
import { TABLE_PROBLEMS } from '../problems/rule-tables.js';
import type { RowTeller } from '../rules/table-back.js';
import { naming } from '../workspace/fault.js';
import { readWorkbook } from '../xlsx/read.js';
import { hasColumns, RATE_FAMILY, type RateLine, type TakeRow } from './rate-family.js';
import { takeSheets } from './rate-sheets.js';

/** No table of rates is larger: the shipped rule file makes one of 100 KB. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Gives the rows of the table at `path` to `take`. What is wrong with the file goes to `log`. */
export async function readRateTable(path: string, log: ProblemLog, take: TakeRow): Promise<void> {
  const file = path.replaceAll('\\', '/');
  if (naming(path, () => statSync(path)).size > MOST_BYTES) {
    log.add(problem(TABLE_PROBLEMS.table_too_large, { file }, {}));
  } else if (isWorkbook(path)) {
    await readSheets(path, file, log, take);
  } else {
    await readCsv(path, file, log, take);
  }
}

/** How archives begin, and workbooks of before 2007 or under a password. */
const WORKBOOKS = ['PK\x03\x04', '\xd0\xcf\x11\xe0'];

/** By what it is, not by its name. */
function isWorkbook(path: string): boolean {
  const head = Buffer.alloc(4);
  naming(path, () => {
    const file = openSync(path, 'r');
    try {
      readSync(file, head, 0, head.length, 0);
    } finally {
      closeSync(file);
    }
  });
  return WORKBOOKS.includes(head.toString('latin1'));
}

async function readCsv(path: string, file: string, log: ProblemLog, take: TakeRow): Promise<void> {
  const own = new ProblemLog();
  const surveyed = settleEncodings(new Map([['rates', [await survey({ name: file, path }, own)]]]));
  let isWhole: boolean | undefined;
  const check = (row: Partial<RateLine>, report: RowTeller & { has(field: string): boolean }): void => {
    isWhole ??= hasColumns(file, (field) => report.has(field), own);
    if (isWhole) take(row, report);
  };
  for (const one of surveyed.get('rates') ?? [])
    await readTable(one, RATE_FAMILY, new Map(), { check, take: () => undefined }, own);
  log.addAll(own.sorted().map(asTable));
}

/** Of a file without a known header it is told what it should have been. */
const asTable = (one: Problem): Problem =>
  one.code === INPUT_PROBLEMS.no_header.code
    ? problem(TABLE_PROBLEMS.no_rate_columns, one.place, { missing: [] })
    : one;

async function readSheets(path: string, file: string, log: ProblemLog, take: TakeRow): Promise<void> {
  const found = await readWorkbook(naming(path, () => readFileSync(path)));
  if ('sheets' in found) takeSheets(found.sheets, file, log, take);
  else if (found.fault === 'too_large') log.add(problem(TABLE_PROBLEMS.table_too_large, { file }, {}));
  else log.add(problem(TABLE_PROBLEMS.unreadable_table, { file }, { why: found.fault }));
}
