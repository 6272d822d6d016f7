/** Reads workbooks that others may have made: bounded before anything is unpacked, every cell as a text. */
import { type Cell, type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import { HUNDRED, parseDecimal, toText } from '../base/exact.js';
import { decimalText } from './decimal-text.js';
import type { ReadCell, ReadSheet } from './sheets.js';
import { directoryFault, type DirectoryFault, type WorkbookLimits } from './zip-directory.js';

/** `unsound`: an archive, but no workbook that could be read; `old`: of before 2007, or under a password. */
export type WorkbookFault = DirectoryFault | 'unsound' | 'old';

/** Far more than a table for people has, and little enough for any machine. */
const LIMITS: WorkbookLimits = { entries: 1000, unpacked: 64 * 1024 * 1024 };
/** An archive can name one large sheet a thousand times. */
const MOST_SHEETS = 100;

/** How workbooks of before 2007 begin, and those that Office keeps under a password. */
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];

/** The sheets of an .xlsx file in their order, hidden ones too; or why there are none. */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: WorkbookLimits = LIMITS,
): Promise<{ readonly sheets: readonly ReadSheet[] } | { readonly fault: WorkbookFault }> {
  if (OLE2.every((byte, index) => bytes[index] === byte)) return { fault: 'old' };
  const fault = directoryFault(bytes, limits);
  if (fault) return { fault };
  const sheets = await sheetsIn(bytes);
  if (!sheets) return { fault: 'unsound' };
  if (sheets.length > MOST_SHEETS) return { fault: 'too_large' };
  return { sheets: sheets.map(readSheet) };
}

/** Undefined where the library can't make sense of the file: whatever it throws then is about the file. */
async function sheetsIn(bytes: Uint8Array): Promise<readonly Sheet[] | undefined> {
  try {
    const found = await readXlsx(bytes, { readStyles: true, sheets: (_, index) => index <= MOST_SHEETS });
    return found.sheets;
  } catch {
    return undefined;
  }
}

const readSheet = ({ name, rows, cells }: Sheet): ReadSheet => ({
  name,
  rows: rows.map((row, r) => row.map((value, c) => readCell(value, cells?.get(`${r},${c}`)))),
});

function readCell(value: CellValue, cell: Cell | undefined): ReadCell {
  if (cell?.type === 'error') return { text: String(value), fault: 'error' };
  if (value === null) return cell?.formula === undefined ? { text: '' } : { text: '', fault: 'not_computed' };
  if (typeof value === 'number') return { text: numberText(value, cell?.style?.numFmt ?? '') };
  if (value instanceof Date) return { text: dayText(value) };
  return { text: typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : value };
}

/** A percent sign that is part of the format, not of a text in it. */
const isPercent = (format: string): boolean => format.replaceAll(/"[^"]*"|\\./g, '').includes('%');

function numberText(value: number, format: string): string {
  const text = decimalText(value);
  const exact = isPercent(format) ? parseDecimal(text) : undefined;
  return exact ? `${toText(exact.mul(HUNDRED))}%` : text;
}

/** `2025-05-01`, with the time of day where there is one. */
function dayText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const [day = '', time = ''] = value.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
}
