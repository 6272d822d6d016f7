/** Cells of a table of rates that can be read in two ways, or in none: a wrong figure that looks right is never taken. */
import type { Explanation, ProblemKind } from '../base/problem.js';
import type { CellParams } from './input.js';
import { cited } from './input/wording.js';

/** Why a text can't be taken for the value of a rule file. */
export type Unclear =
  /** A plain number where the file has a percentage: `9` for `8%`. */
  | { readonly kind: 'no_percent_sign'; readonly percentage: string; readonly multiple: string }
  /** A percentage where the file has a number that is none: `9%` for `8`. */
  | { readonly kind: 'percentage'; readonly number: string }
  /** No decimal where the file has one. */
  | { readonly kind: 'no_number' }
  /** No day or month where the file has one; `form`: as it is written. */
  | { readonly kind: 'no_day'; readonly form: string }
  /** Fewer digits than the file has, which begin with zeros. */
  | { readonly kind: 'zeros_lost'; readonly digits: number }
  /** What only a spreadsheet understands. */
  | { readonly kind: 'formula' };

type Params = CellParams & { readonly path: string; readonly now: string; readonly why: Unclear };

export const unclear_cell: ProblemKind<Params> = {
  code: 'E0936',
  severity: 'error',
  explain: { en: inEnglish, zh: inChinese },
};

function inEnglish({ path, now, text, why }: Params): Explanation {
  const message = `the value of ${path} is ${cited.en(text)} where the rule file has ${cited.en(now)}`;
  switch (why.kind) {
    case 'no_percent_sign':
      return {
        message: `${message}: ${why.percentage} or ${why.multiple}?`,
        expected: 'a percentage with its sign',
        hint: `write ${why.percentage} or ${why.multiple}; in a spreadsheet give the cell the percent format first`,
      };
    case 'percentage':
      return {
        message: `${message}, which is no percentage`,
        expected: 'a number',
        hint: `write ${why.number} if that is what is meant`,
      };
    case 'no_number':
      return {
        message,
        expected: 'a decimal with a point, such as 2.5, 1200 or 8%',
        hint: 'write it with digits and a point, without signs of money; commas part thousands only; words go in by `telepay rules set`',
      };
    case 'no_day':
      return {
        message,
        expected: why.form,
        hint: `write it as ${why.form}, in a cell with the format Text`,
      };
    case 'zeros_lost':
      return {
        message: `${message}: a spreadsheet drops leading zeros`,
        expected: `${why.digits} digits`,
        hint: 'give the cell the format Text and write all digits',
      };
    case 'formula':
      return {
        message,
        expected: 'the value itself',
        hint: 'write what the formula comes to, without =',
      };
  }
}

function inChinese({ path, now, text, why }: Params): Explanation {
  const message = `${path} 的数值是${cited.zh(text)}，规则文件中是${cited.zh(now)}`;
  switch (why.kind) {
    case 'no_percent_sign':
      return {
        message: `${message}：是 ${why.percentage} 还是 ${why.multiple}？`,
        expected: '带百分号的百分数',
        hint: `写成 ${why.percentage} 或 ${why.multiple}；在表格软件中先把单元格设为百分比格式`,
      };
    case 'percentage':
      return {
        message: `${message}，不是百分数`,
        expected: '数字',
        hint: `确是此意时写成 ${why.number}`,
      };
    case 'no_number':
      return {
        message,
        expected: '用小数点的数，例如 2.5、1200 或 8%',
        hint: '只写数字和小数点，不写货币符号；逗号只作千位分隔；要改成文字请用 `telepay rules set`',
      };
    case 'no_day':
      return { message, expected: why.form, hint: `写成 ${why.form}，单元格设为文本格式` };
    case 'zeros_lost':
      return {
        message: `${message}：表格软件会丢掉开头的零`,
        expected: `${why.digits} 位数字`,
        hint: '把单元格设为文本格式，写全各位数字',
      };
    case 'formula':
      return { message, expected: '数值本身', hint: '写公式的结果，不写等号' };
  }
}
