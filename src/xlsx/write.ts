/** Writes workbooks: equal sheets give equal bytes. */
import { type Cell, type CellStyle, type CellValue, writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { floatOf } from './decimal-text.js';
import type { SheetCell, SheetColumn, WorkbookSheet } from './sheets.js';

/** Workbooks bear a date, and this one says nothing: when a file was written is the file system's to say. */
const NO_DAY = new Date(Date.UTC(1980, 0, 1));

const fill = (rgb: string): NonNullable<CellStyle['fill']> => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { rgb },
  bgColor: { rgb },
});

const HEADER: CellStyle = { font: { bold: true }, fill: fill('D9E2F3'), numFmt: '@' };
const OPEN = fill('FFF9E5');
const CHANGED = fill('FFC000');
const CLOSED: NonNullable<CellStyle['font']> = { color: { rgb: '595959' } };

/** The workbook as an .xlsx file. */
export async function writeWorkbook(title: string, sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const properties = { title, created: NO_DAY, modified: NO_DAY };
  return writeXlsx({ properties, sheets: sheets.map(sheetOf) });
}

function sheetOf({ name, columns, rows }: WorkbookSheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  for (const column of columns.keys()) cells.set(`0,${column}`, { style: HEADER });
  const values = rows.map((row, index) =>
    row.map((cell, at): CellValue => {
      const { value, style } = written(cell, columns[at]);
      cells.set(`${index + 1},${at}`, { style });
      return value;
    }),
  );
  const range = `A1:${letterOf(columns.length - 1)}${rows.length + 1}`;
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [columns.map(({ header }) => header), ...values],
    cells,
    freezePane: { rows: 1 },
    autoFilter: { range },
    conditionalRules: columns.flatMap((column, at) => changedRule(columns, column, at, rows.length)),
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

function written(cell: SheetCell, column: SheetColumn | undefined): { value: CellValue; style: CellStyle } {
  const look: CellStyle = column?.isOpen ? { fill: OPEN } : { font: CLOSED };
  if (typeof cell !== 'object') return { value: cell ?? null, style: { ...look, numFmt: '@' } };
  const value = floatOf(cell.number);
  // What a float would not give back stays the text that it is.
  if (value === undefined) return { value: cell.number, style: { ...look, numFmt: '@' } };
  return { value, style: { ...look, numFmt: cell.format ?? 'General' } };
}

/** Marks what differs from the column that it is held against. */
function changedRule(
  columns: readonly SheetColumn[],
  { against }: SheetColumn,
  at: number,
  rows: number,
): NonNullable<WriteSheet['conditionalRules']> {
  const other = columns.findIndex(({ header }) => header === against);
  if (against === undefined || other < 0 || rows === 0) return [];
  const [own, beside] = [letterOf(at), letterOf(other)];
  const range = `${own}2:${own}${rows + 1}`;
  return [
    { type: 'expression', priority: 1, range, formula: `$${own}2<>$${beside}2`, style: { fill: CHANGED } },
  ];
}

/** The letters of a column, from 0 on: A … Z, AA … */
export function letterOf(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? letterOf(rest) : '') + String.fromCharCode(65 + (column % 26));
}
