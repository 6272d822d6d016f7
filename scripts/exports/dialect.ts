/** How an export is spelled: the same rows in the ways that systems and offices write them. */
import type { Column } from './columns.js';

export interface Dialect {
  /** Chinese or English header names; likewise the words of enumerations. */
  readonly headers: 'zh' | 'en';
  readonly words: 'zh' | 'en';
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'gb18030';
  readonly delimiter: ',' | ';' | '\t';
  readonly newline: '\n' | '\r\n';
  /** `2025-04-01`, `2025/4/1` or `2025年4月1日`; times follow, with a one-digit hour in the last two. */
  readonly dates: 'iso' | 'slash' | 'hanzi';
  /** A title row above the header, with this in front of the file's own title. */
  readonly title?: string;
  /** Columns from last to first: a header may list them in any order. */
  readonly reversed?: boolean;
  /** A tab before each id, with which offices keep leading zeros. */
  readonly tabbedIds?: boolean;
  /** Separators of thousands in numbers. */
  readonly thousands?: boolean;
  /** Full-width digits in numbers and dates, as a Chinese input method types them. */
  readonly fullWidth?: boolean;
  /** A blank column at the end of each row and blank rows at the end of the file. */
  readonly blankEdges?: boolean;
}

/** `value` (ISO date, English word, bare number) as `dialect` writes it in `column`, not yet quoted. */
export function spell(value: string, column: Column, dialect: Dialect): string {
  if (value === '') return '';
  switch (column.kind) {
    case 'id':
      return dialect.tabbedIds ? `\t${value}` : value;
    case 'text':
      return dialect.words === 'zh' ? (column.words?.[value] ?? value) : value;
    case 'date':
    case 'time':
      return widen(spellDate(value, dialect.dates), dialect);
    case 'number':
      return widen(dialect.thousands ? separateThousands(value) : value, dialect);
  }
}

/** A date or time in the dialect's form. A month (of measures.csv) stays as it is. */
function spellDate(value: string, form: Dialect['dates']): string {
  if (form === 'iso' || value.length < 10) return value;
  const [year, month, day] = [value.slice(0, 4), bare(value.slice(5, 7)), bare(value.slice(8, 10))];
  const date = form === 'slash' ? `${year}/${month}/${day}` : `${year}年${month}月${day}日`;
  if (value.length === 10) return date;
  const seconds = value.slice(16);
  return `${date} ${bare(value.slice(11, 13))}${value.slice(13, 16)}${seconds === ':00' ? '' : seconds}`;
}

const bare = (twoDigits: string): string => (twoDigits.startsWith('0') ? twoDigits.slice(1) : twoDigits);

function separateThousands(value: string): string {
  return value.replace(/^\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','));
}

function widen(value: string, dialect: Dialect): string {
  if (!dialect.fullWidth) return value;
  return value.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** `cell` quoted where the delimiter, a quote or a line end in it wants it. */
export function quote(cell: string, delimiter: string): string {
  if (!cell.includes(delimiter) && !/["\r\n]/.test(cell)) return cell;
  return `"${cell.replaceAll('"', '""')}"`;
}
