/** The rates of a rule file as a workbook: a sheet that says how to go about it, then one for each table. */
import type { Language, Localized } from '../base/localized.js';
import type { LoadedPlan } from '../rules/load.js';
import type { SheetCell, WorkbookSheet } from '../xlsx/sheets.js';
import {
  COLUMN_NAMES,
  RATE_COLUMNS,
  RATE_TABLES,
  type RateColumn,
  type RateRow,
  rateRows,
  textOf,
} from './rate-tables.js';

const HELP_SHEET: Localized = { en: 'How to', zh: '说明' };

const HELP: readonly Localized[] = [
  {
    en: 'Change values in the yellow column only. What differs from the old value turns orange.',
    zh: '只在黄色的“数值”列中修改；与原值不同的单元格变为橙色。',
  },
  {
    en: 'Rows may be sorted, filtered or left out: what no row is about stays as it is. All bands of a list stay together.',
    zh: '各行可以排序、筛选或删去：没有的行保持不变。同一列表的各档要么都在，要么都不在。',
  },
  {
    en: 'New products and bands, and marks, are written into the rule file itself.',
    zh: '新的业务、新的档以及标记，请直接写入规则文件。',
  },
  {
    en: 'Examples come to other amounts by other rates: change them on their sheet too, or the change is refused.',
    zh: '费率变了，例子的应得数也会变：请在“例子”表中一并修改，否则不予写入。',
  },
  {
    en: 'Then: telepay rules tables FILE --from THIS_WORKBOOK shows every change and asks before it writes.',
    zh: '改好后：telepay rules tables 规则文件 --from 本工作簿，逐项列出改动，确认后才写入。',
  },
];

export function rateWorkbook(rules: LoadedPlan, language: Language): WorkbookSheet[] {
  const rows = rateRows(rules, language);
  const tables = Object.entries(RATE_TABLES).flatMap(([table, name]): WorkbookSheet[] => {
    const own = rows.filter((row) => row.table === table);
    return own.length > 0 ? [sheetOf(name[language], own, language)] : [];
  });
  const head = `${rules.plan.title[language]} · ${rules.file}`;
  const help = HELP.map((line) => [line[language]]);
  return [{ name: HELP_SHEET[language], columns: [{ header: head, width: 110 }], rows: help }, ...tables];
}

function sheetOf(name: string, rows: readonly RateRow[], language: Language): WorkbookSheet {
  const header = (column: RateColumn): string => (language === 'zh' ? RATE_COLUMNS[column].zh : column);
  return {
    name,
    columns: COLUMN_NAMES.map((column) => ({
      header: header(column),
      width: RATE_COLUMNS[column].width,
      ...(column === 'value' ? { isOpen: true, against: header('was') } : {}),
    })),
    rows: rows.map((row) =>
      COLUMN_NAMES.map((column): SheetCell => {
        const text = textOf(row, column, language);
        return column === 'value' || column === 'was' ? valueCell(text) : text;
      }),
    ),
  };
}

/** Numbers as numbers and percentages in their format, so that what is typed over them is read alike; all else as text. */
function valueCell(text: string): SheetCell {
  const [, number, decimals = '', percent] = /^(-?\d+(?:\.(\d+))?)(%)?$/.exec(text) ?? [];
  if (number === undefined || /^-?0\d/.test(number)) return text;
  if (!percent) return { number };
  return { number: hundredth(number), format: `0.${'0'.repeat(Math.max(2, decimals.length))}%` };
}

/** The decimal with its point two places to the left. */
function hundredth(number: string): string {
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(number) ?? [];
  const digits = whole.padStart(3, '0');
  const shifted = `${digits.slice(0, -2)}.${digits.slice(-2)}${decimals}`.replace(/\.?0+$/, '');
  return sign + shifted.replace(/^0+(?=\d)/, '');
}
