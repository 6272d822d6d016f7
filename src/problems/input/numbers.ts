/** What can be wrong with a number, a count or an amount (E0331 and on). */
import type { ProblemKind } from '../../base/problem.js';
import type { CellParams } from './cells.js';
import { cited, formatCells } from './wording.js';

export const not_a_number: ProblemKind<CellParams> = {
  code: 'E0331',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} is not a number`,
      expected: 'digits with a decimal point, such as 1200.50',
      hint: 'correct the cell; leave it empty only if the column is optional',
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}不是数字`,
      expected: '数字和小数点，如 1200.50',
      hint: '更正该单元格；只有选填列可以留空',
    }),
  },
};

export const number_in_brackets: ProblemKind<CellParams> = {
  code: 'E0332',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} stands in brackets: telepay does not guess that it is negative`,
      expected: 'a minus sign before a negative number, such as -1200.00',
      hint: formatCells.en('Number with a minus sign'),
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}写在括号里，telepay 不会擅自当作负数`,
      expected: '负数前写负号，如 -1200.00',
      hint: formatCells.zh('数值，负数用负号'),
    }),
  },
};

export const malformed_thousands: ProblemKind<CellParams> = {
  code: 'E0333',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the separators in ${p.column.en} ${cited.en(p.text)} do not stand between groups of three digits`,
      expected: '1200.50 or 1,200.50: commas for thousands, a point for decimals',
      hint: formatCells.en('Number without thousands separator'),
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}的分隔符不是每三位一组`,
      expected: '1200.50 或 1,200.50：逗号分千位，点表示小数',
      hint: formatCells.zh('数值，不用千位分隔符'),
    }),
  },
};

export const currency_sign: ProblemKind<CellParams> = {
  code: 'E0334',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} carries a currency`,
      expected: 'the bare number, in the currency of the rule file',
      hint: formatCells.en('Number'),
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}带有货币符号`,
      expected: '只写数字，以规则文件的货币计',
      hint: formatCells.zh('数值'),
    }),
  },
};

export const percent_sign: ProblemKind<CellParams> = {
  code: 'E0335',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} is a percentage`,
      expected: 'a plain number',
      hint: `${formatCells.en('Number')}; check whether 85% is meant as 85 or as 0.85`,
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}是百分数`,
      expected: '普通数字',
      hint: `${formatCells.zh('数值')}；确认 85% 应写成 85 还是 0.85`,
    }),
  },
};

export const number_scientific: ProblemKind<CellParams> = {
  code: 'E0336',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} is in scientific notation: digits may be lost`,
      expected: 'the number written out',
      hint: formatCells.en('Number'),
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}是科学计数法，数字可能已丢失`,
      expected: '写全的数字',
      hint: formatCells.zh('数值'),
    }),
  },
};

export const negative_number: ProblemKind<CellParams> = {
  code: 'E0337',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} is negative`,
      expected: '0 or more',
      hint: 'look the record up in the source system: a clock that was set back, or a correction row, gives such values',
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}是负数`,
      expected: '0 或以上',
      hint: '在源系统中核对这条记录：时钟回拨或冲正记录会产生这种值',
    }),
  },
};

export const fraction_of_count: ProblemKind<CellParams> = {
  code: 'E0338',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} is not a whole number`,
      expected: 'a whole number (30 or 30.00)',
      hint: 'check that the right column was exported, and its unit (seconds, minutes, customers)',
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}不是整数`,
      expected: '整数（30 或 30.00）',
      hint: '确认导出的列和单位（秒、分钟、户）没有弄错',
    }),
  },
};

export const number_too_long: ProblemKind<CellParams> = {
  code: 'E0339',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} has too many digits to be meant`,
      expected: 'at most 15 digits in a count, 30 in an amount',
      hint: 'a customer number or an id probably slipped into this column: check the order of the columns',
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}位数过多，应是误填`,
      expected: '数量最多 15 位，金额最多 30 位',
      hint: '很可能把客户号码或编号填进了此列：检查各列的顺序',
    }),
  },
};
