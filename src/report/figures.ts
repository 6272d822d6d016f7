/** Two versions of a sealed file: whether they agree in every figure, where their words may differ. */
import { parse } from 'csv-parse/sync';
import { LANGUAGES } from '../base/localized.js';

/** Columns of the reports, by either name, whose text is the program's own words. */
const WORDS = new Set([
  'warnings',
  '提示',
  'reason',
  '原因',
  'product_name',
  '业务名称',
  'detail',
  '说明',
  'name',
  '项目名称',
]);

type Rows = readonly Readonly<Record<string, string>>[];

/** Whether two CSV files hold the same figures for the same people: the same rows, equal in all but words. */
export function sameFigures(sealed: string, now: string): boolean {
  const [left, right] = [sealed, now].map((text): Rows => parse(text, { bom: true, columns: true }));
  if (!left || left.length !== right?.length) return false;
  return left.every((row, index) =>
    Object.entries(row).every(([column, cell]) => WORDS.has(column) || cell === right[index]?.[column]),
  );
}

/** Whether two JSON values hold the same records: texts in both languages are words, all else is equal. */
export function sameRecords(sealed: unknown, now: unknown): boolean {
  if (Array.isArray(sealed) && Array.isArray(now)) {
    return sealed.length === now.length && sealed.every((part, index) => sameRecords(part, now[index]));
  }
  if (!isRecord(sealed) || !isRecord(now)) return sealed === now;
  const keys = new Set([...Object.keys(sealed), ...Object.keys(now)]);
  return isWords(keys) || [...keys].every((key) => sameRecords(sealed[key], now[key]));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const isWords = (keys: ReadonlySet<string>): boolean =>
  keys.size === LANGUAGES.length && LANGUAGES.every((language) => keys.has(language));
