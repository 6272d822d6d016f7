/** Reads the demo's files back as they stand on disk: another reader than telepay's, as plain as it can be. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { FILES, type Column, type FileName } from '../../../scripts/exports/columns.js';

/** A row by English column names: ISO dates, English words, bare numbers; '' for an empty cell. */
export type Cells = Readonly<Record<string, string>>;

/** The rows of `file` in `folder`, all parts, in order. */
export function readExport(folder: string, file: FileName): Cells[] {
  return readdirSync(folder)
    .filter((name) => name === `${file}.csv` || (name.startsWith(`${file}-`) && name.endsWith('.csv')))
    .sort()
    .flatMap((name) => rowsOf(decode(readFileSync(join(folder, name))), FILES[file]));
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}

function rowsOf(text: string, columns: Readonly<Record<string, Column>>): Cells[] {
  const names = new Map(
    Object.entries(columns).flatMap(([name, { zh }]) => [[name, name] as const, [zh, name] as const]),
  );
  const isHeader = (cells: readonly string[]): boolean => cells.filter((cell) => names.has(cell)).length > 1;
  const start = text.slice(0, 1000).split('\n').slice(0, 2).join('\n').trimEnd();
  const delimiter = [',', ';', '\t'].find((one) => recordsOf(start, one).some(isHeader));
  if (delimiter === undefined) throw new Error(`no header in ${start}`);
  const records = recordsOf(text, delimiter);
  const header = records.findIndex(isHeader);
  const cells = (records[header] ?? []).flatMap((title, index) => {
    const name = names.get(title);
    const column = name === undefined ? undefined : columns[name];
    return name !== undefined && column ? [{ index, name, bare: bareOf(column) }] : [];
  });
  return records
    .slice(header + 1)
    .filter((record) => record.some((cell) => cell !== ''))
    .map((record) => {
      const row: Record<string, string> = {};
      for (const { index, name, bare } of cells) row[name] = bare(record[index] ?? '');
      return row;
    });
}

function recordsOf(text: string, delimiter: string): string[][] {
  return parse(text, { delimiter, relax_column_count: true });
}

/** How a cell of `column` reads without its spelling. */
function bareOf(column: Column): (cell: string) => string {
  switch (column.kind) {
    case 'id':
      return (cell) => cell.trim();
    case 'text': {
      const english = new Map(Object.entries(column.words ?? {}).map(([en, zh]) => [zh, en]));
      return (cell) => english.get(cell) ?? cell;
    }
    case 'number':
      return (cell) => cell.normalize('NFKC').replaceAll(',', '');
    case 'date':
    case 'time':
      return (cell) => (cell.charAt(4) === '-' ? cell : isoOf(cell.normalize('NFKC')));
  }
}

function isoOf(text: string): string {
  const match = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text);
  if (!match) return text;
  const [year = '', month = '', day = '', hour, minute = '', second = '00'] = match.slice(1);
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return hour === undefined ? date : `${date} ${hour.padStart(2, '0')}:${minute}:${second}`;
}
