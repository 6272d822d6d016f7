/**
 * CSV as spreadsheets take it undamaged: UTF-8 with BOM, CRLF, texts quoted and safe against formula
 * injection, numbers bare.
 */
import { stringify } from 'csv-stringify/sync';
import { type Currency, YUAN } from '../base/currency.js';
import { type Exact, formatFixed, formatMoney, formatShort } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import type { Language } from '../base/localized.js';
import { byText } from '../base/order.js';
import type { RowRef } from '../input/records.js';

/** A number, as it is to be printed. */
export interface NumberCell {
  readonly number: string;
}

/** An amount, printed with the decimals of the file's currency. */
export interface MoneyCell {
  readonly money: Exact;
}

/** A text, a number, an amount, or nothing. */
export type Cell = string | NumberCell | MoneyCell | undefined;

/** A table of one kind of row. The key is the English header; a title is the Chinese one. */
export interface Column<Row> {
  readonly key: string;
  readonly zh: string;
  readonly cell: (row: Row, language: Language) => Cell;
}

export type Table<Row> = readonly Column<Row>[];

export const money = (value: Exact): MoneyCell => ({ money: value });
export const plain = (value: Exact): NumberCell => ({ number: formatShort(value) });
export const integer = (value: number): NumberCell => ({ number: String(value) });
export const fixed = (value: Exact, places: number): NumberCell => ({ number: formatFixed(value, places) });
export const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

const BYTE_ORDER_MARK = '\uFEFF';

/** The whole file. Rows must be in their order already. */
export function toCsv<Row>(
  table: Table<Row>,
  rows: readonly Row[],
  language: Language,
  currency?: Currency,
): string {
  return [...csvParts(table, rows, language, currency)].join('');
}

/** So many rows at a time: a file of a million problems is larger than what should stand in memory at once. */
const ROWS_OF_A_PART = 10_000;

/** The same in parts, to be written one after the other. */
export function* csvParts<Row>(
  table: Table<Row>,
  rows: readonly Row[],
  language: Language,
  currency: Currency = YUAN,
): Generator<string> {
  const options = {
    record_delimiter: '\r\n',
    quoted_string: true,
    cast: { object: (cell: object) => ('number' in cell ? String(cell.number) : '') },
  };
  const header = table.map((column) => (language === 'zh' ? column.zh : column.key));
  yield BYTE_ORDER_MARK + stringify([header], options);
  for (let start = 0; start < rows.length; start += ROWS_OF_A_PART) {
    const part = rows.slice(start, start + ROWS_OF_A_PART);
    const records = part.map((row) => table.map((column) => toField(column.cell(row, language), currency)));
    yield stringify(records, options);
  }
}

function toField(cell: Cell, currency: Currency): string | NumberCell {
  if (cell === undefined) return '';
  if (typeof cell === 'object' && 'money' in cell) return { number: formatMoney(cell.money, currency) };
  return typeof cell === 'string' ? defuse(cell) : cell;
}

/** Characters that make a spreadsheet take a text for a formula, or hide that it is one. */
const DANGEROUS_START = /^[=+\-@\t\r\0\uFF1D\uFF0B\uFF0D\uFF20]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** The text with an apostrophe before it where a spreadsheet would run it; a number is left as it is. */
export function defuse(text: string): string {
  return DANGEROUS_START.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** What `defuse` was given, of what it gave. */
export function undefused(text: string): string {
  const rest = text.slice(1);
  return text.startsWith("'") && defuse(rest) === text ? rest : text;
}

/** Rows as `signups.csv:3-5,9`: files by name, runs of lines drawn together. */
export function formatRows(rows: readonly RowRef[]): string {
  return [...groupBy(rows, (row) => row.file)]
    .toSorted(([a], [b]) => byText(a, b))
    .map(([file, own]) => `${file}:${runs(own.map((row) => row.line)).join(',')}`)
    .join(' ');
}

function runs(numbers: readonly number[]): string[] {
  const found: { from: number; to: number }[] = [];
  for (const number of [...new Set(numbers)].toSorted((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && number === last.to + 1) last.to = number;
    else found.push({ from: number, to: number });
  }
  return found.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`));
}
