/** What can be wrong with a single cell (E03xx). */
import type { Localized } from '../../base/localized.js';
import type { ProblemKind } from '../../base/problem.js';
import { AS_TEXT, cited, formatCells } from './wording.js';

/** The column a cell stands in, and its text as the file has it. */
export interface CellParams {
  readonly column: Localized;
  readonly text: string;
}

export const empty_cell: ProblemKind<CellParams> = {
  code: 'E0301',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} is empty`,
      expected: 'a value in every row',
      hint: 'fill it in in the source system and export again',
    }),
    zh: (p) => ({
      message: `“${p.column.zh}”为空`,
      expected: '每行都有值',
      hint: '在源系统中补齐后重新导出',
    }),
  },
};

export const unknown_value: ProblemKind<CellParams & { allowed: readonly string[] }> = {
  code: 'E0302',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} has no value ${cited.en(p.text)}`,
      expected: `one of: ${p.allowed.join(', ')}`,
      hint: 'write one of these words, English or Chinese',
    }),
    zh: (p) => ({
      message: `“${p.column.zh}”没有${cited.zh(p.text)}这个值`,
      expected: `下列之一：${p.allowed.join('、')}`,
      hint: '改为其中之一，英文或中文均可',
    }),
  },
};

export const id_scientific: ProblemKind<CellParams> = {
  code: 'E0303',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `a spreadsheet turned ${p.column.en} into the number ${cited.en(p.text)}: its digits are lost`,
      expected: 'all digits, such as 13900000001',
      hint: AS_TEXT.en,
    }),
    zh: (p) => ({
      message: `“${p.column.zh}”被表格软件转成了数字${cited.zh(p.text)}，原来的数字已丢失`,
      expected: '完整的数字，如 13900000001',
      hint: AS_TEXT.zh,
    }),
  },
};

export const id_decimals: ProblemKind<CellParams> = {
  code: 'E0304',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} was exported as a number: leading zeros may be lost`,
      expected: 'the id as it is written, without decimals',
      hint: AS_TEXT.en,
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}是按数字导出的，开头的 0 可能已丢失`,
      expected: '编号原文，不带小数',
      hint: AS_TEXT.zh,
    }),
  },
};

export const id_invisible: ProblemKind<CellParams & { character: string }> = {
  code: 'E0305',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} holds the invisible character ${p.character}`,
      expected: 'visible characters only: two ids that look alike must be alike',
      hint: 'delete the cell and type the id anew; such characters come from web pages and chat programs',
    }),
    zh: (p) => ({
      message: `“${p.column.zh}”含有看不见的字符 ${p.character}`,
      expected: '只含可见字符：看上去相同的编号必须相同',
      hint: '清空单元格后重新输入；这类字符常从网页或聊天软件复制而来',
    }),
  },
};

export const not_a_date: ProblemKind<CellParams> = {
  code: 'E0306',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} is not a date`,
      expected: '2025-04-01, 2025/4/1 or 2025年4月1日',
      hint: formatCells.en('Date yyyy-mm-dd'),
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}不是日期`,
      expected: '2025-04-01、2025/4/1 或 2025年4月1日',
      hint: formatCells.zh('日期 yyyy-mm-dd'),
    }),
  },
};

export const no_such_date: ProblemKind<CellParams> = {
  code: 'E0307',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)}: there is no such day or time`,
      expected: 'a day of the calendar; hours 0 to 23, minutes and seconds 0 to 59',
      hint: 'look the record up in the source system and correct it there',
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}：没有这一天或这一时刻`,
      expected: '日历上存在的日期；时 0 至 23，分、秒 0 至 59',
      hint: '在源系统中核对这条记录并更正',
    }),
  },
};

export const date_serial: ProblemKind<CellParams> = {
  code: 'E0308',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} is a spreadsheet's day number, not a date`,
      expected: 'the date written out, such as 2025-04-01',
      hint: formatCells.en('Date yyyy-mm-dd'),
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}是表格软件的日期序号，不是日期`,
      expected: '写全的日期，如 2025-04-01',
      hint: formatCells.zh('日期 yyyy-mm-dd'),
    }),
  },
};

export const time_in_date: ProblemKind<CellParams> = {
  code: 'E0309',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} holds a time where a day is meant`,
      expected: 'a date alone, or with 00:00',
      hint: 'check that the right column was exported; if so, export it as a date',
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}应为日期，却带有时刻`,
      expected: '只有日期，或时刻为 00:00',
      hint: '确认导出的列没有选错；没错的话请按日期格式导出',
    }),
  },
};

export const not_a_time: ProblemKind<CellParams> = {
  code: 'E0310',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} is not a time`,
      expected: '2025-04-01 09:00 or 2025-04-01 09:00:12, 24 hours, without time zone',
      hint: formatCells.en('Custom yyyy-mm-dd hh:mm:ss'),
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}不是时间`,
      expected: '2025-04-01 09:00 或 2025-04-01 09:00:12，24 小时制，不带时区',
      hint: formatCells.zh('自定义 yyyy-mm-dd hh:mm:ss'),
    }),
  },
};

export const time_missing: ProblemKind<CellParams> = {
  code: 'E0311',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} is a day without its time`,
      expected: 'day and time, such as 2025-04-01 09:00',
      hint: formatCells.en('Custom yyyy-mm-dd hh:mm:ss'),
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}只有日期，没有时刻`,
      expected: '日期加时刻，如 2025-04-01 09:00',
      hint: formatCells.zh('自定义 yyyy-mm-dd hh:mm:ss'),
    }),
  },
};

export const not_a_month: ProblemKind<CellParams> = {
  code: 'E0312',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} is not a month`,
      expected: '2025-04, 2025/4, 2025年4月 or 202504',
      hint: formatCells.en('Custom yyyy-mm'),
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}不是月份`,
      expected: '2025-04、2025/4、2025年4月 或 202504',
      hint: formatCells.zh('自定义 yyyy-mm'),
    }),
  },
};
