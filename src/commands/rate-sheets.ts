/** The rows of a workbook of rates, from all of its sheets that have the columns of such a table. */
import { problem, type Place, type ProblemKind } from '../base/problem.js';
import type { ProblemLog } from '../base/problem-log.js';
import { findHeader, type Header } from '../input/header.js';
import type { CellParams } from '../problems/input.js';
import { TABLE_PROBLEMS } from '../problems/rule-tables.js';
import type { RowTeller, TableRow } from '../rules/table-back.js';
import type { ReadCell, ReadSheet } from '../xlsx/sheets.js';
import { hasColumns, RATE_FAMILY, type TakeRow } from './rate-family.js';

export function takeSheets(sheets: readonly ReadSheet[], file: string, log: ProblemLog, take: TakeRow): void {
  const tables = sheets.flatMap(({ name, rows }) => {
    const header = headerOf(rows);
    return header ? [{ header, rows, place: `${file}[${name}]` }] : [];
  });
  if (tables.length === 0) log.add(problem(TABLE_PROBLEMS.no_rate_columns, { file }, { missing: [] }));
  for (const { header, rows, place } of tables) {
    const columns = new Map(header.known.map(({ field, index }) => [field.field, index]));
    if (!hasColumns(place, (field) => columns.has(field), log)) continue;
    for (const [index, cells] of rows.entries()) {
      if (index < header.line || cells.every(({ text }) => text.trim() === '')) continue;
      take(rowOf(cells, columns), new SheetRow(place, index + 1, cells, columns, log));
    }
  }
}

/** A header may stand below titles, as in CSV files. */
const HEAD_ROWS = 11;

/** The header of a sheet that is a table of rates: it has their paths, or their old values beside others. */
function headerOf(rows: readonly (readonly ReadCell[])[]): Header | undefined {
  const lines = rows
    .slice(0, HEAD_ROWS)
    .map((cells) => cells.map(({ text }) => text.replaceAll(/[\t\r\n"]/g, ' ')).join('\t'));
  const header = findHeader(`${lines.join('\n')}\n`, RATE_FAMILY, new Map());
  const has = (name: string): boolean => header?.known.some(({ field }) => field.field === name) ?? false;
  return has('path') || (has('value') && has('was')) ? header : undefined;
}

type ColumnsByField = ReadonlyMap<string, number>;

function rowOf(cells: readonly ReadCell[], columns: ColumnsByField): TableRow {
  const texts = [...columns].flatMap(([field, index]) => {
    const text = (cells[index]?.text ?? '').trim();
    return text === '' ? [] : [[field, text] as const];
  });
  const fault = cells[columns.get('value') ?? -1]?.fault;
  return { ...Object.fromEntries(texts), ...(fault ? { fault } : {}) };
}

class SheetRow implements RowTeller {
  readonly #file: string;
  readonly #line: number;
  readonly #cells: readonly ReadCell[];
  readonly #columns: ColumnsByField;
  readonly #log: ProblemLog;

  constructor(
    file: string,
    line: number,
    cells: readonly ReadCell[],
    columns: ColumnsByField,
    log: ProblemLog,
  ) {
    this.#file = file;
    this.#line = line;
    this.#cells = cells;
    this.#columns = columns;
    this.#log = log;
  }

  cell<Extra>(kind: ProblemKind<CellParams & Extra>, field: string, extra: Extra): void {
    const text = (this.#cells[this.#columns.get(field) ?? -1]?.text ?? '').trim();
    const column = RATE_FAMILY.fields.find((one) => one.field === field)?.header ?? { en: field, zh: field };
    this.#log.add(problem(kind, this.placeOf(field), { column, text, ...extra }, { value: text }));
  }

  placeOf(field: string): Place {
    return { file: this.#file, line: this.#line, column: (this.#columns.get(field) ?? 0) + 1 };
  }
}
