/** What can be wrong with a line before its cells are looked at (E0231 and on). */
import type { ProblemKind } from '../../base/problem.js';
import { cited, counted } from './wording.js';

type None = Record<string, never>;

export const line_too_long: ProblemKind<{ limit: string }> = {
  code: 'E0231',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the line is longer than ${p.limit}`,
      expected: `lines of at most ${p.limit}`,
      hint: 'the line breaks were probably lost: export again as CSV, one record a line',
    }),
    zh: (p) => ({
      message: `此行超过 ${p.limit}`,
      expected: `每行不超过 ${p.limit}`,
      hint: '很可能换行丢失：重新导出为 CSV，每条记录一行',
    }),
  },
};

export const quote_not_closed: ProblemKind<None> = {
  code: 'E0232',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'the quotation mark that opens this cell is never closed',
      expected: 'a closing " before the next separator; a " inside a cell is written twice ("")',
      hint: 'delete the mark or close it; the rows below are read as if this line had ended',
    }),
    zh: () => ({
      message: '此单元格开头的引号没有结束',
      expected: '在下一个分隔符之前有结束的 "；单元格内的 " 要写两次（""）',
      hint: '删去或补全引号；以下各行按此行已结束继续读取',
    }),
  },
};

export const text_after_quote: ProblemKind<None> = {
  code: 'E0233',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'text stands between a closing quotation mark and the next separator',
      expected: 'the separator right after the closing "; a " inside a cell is written twice ("")',
      hint: 'double the mark inside the cell, or put the whole cell into quotation marks',
    }),
    zh: () => ({
      message: '结束引号与下一个分隔符之间有多余文字',
      expected: '结束引号 " 后紧跟分隔符；单元格内的 " 要写两次（""）',
      hint: '把单元格内的引号写成两个，或把整个单元格用引号括起来',
    }),
  },
};

export const row_too_long: ProblemKind<{ columns: number; cells: number; surplus: string }> = {
  code: 'E0234',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the row has ${counted(p.cells, 'cell')}, the header ${p.columns}; ${cited.en(p.surplus)} belongs to no column`,
      expected: `at most ${counted(p.columns, 'cell')}`,
      hint: 'a cell probably holds the separator itself: put it into quotation marks, or delete the surplus',
    }),
    zh: (p) => ({
      message: `此行有 ${p.cells} 个单元格，表头只有 ${p.columns} 列；${cited.zh(p.surplus)}不属于任何列`,
      expected: `最多 ${p.columns} 个单元格`,
      hint: '很可能某个单元格内含有分隔符：用引号括起来，或删去多余内容',
    }),
  },
};

export const row_too_short: ProblemKind<{ cells: number; column: { en: string; zh: string } }> = {
  code: 'E0235',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the row ends after ${counted(p.cells, 'cell')}, before the required column ${p.column.en}`,
      expected: 'a cell for every required column',
      hint: 'a line break inside a cell probably tore the row apart: join the two lines, or export again',
    }),
    zh: (p) => ({
      message: `此行只有 ${p.cells} 个单元格，到不了必需的列“${p.column.zh}”`,
      expected: '每个必需的列都有单元格',
      hint: '很可能单元格内的换行把一行拆成了两行：合并这两行，或重新导出',
    }),
  },
};

export const row_cut_off: ProblemKind<{ cells: number; columns: number }> = {
  code: 'E0236',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the file breaks off in this row: ${p.cells} of ${p.columns} cells and no line end`,
      expected: 'a complete last row',
      hint: 'the export or copy was cut off: rows after it are missing too, so export or copy again',
    }),
    zh: (p) => ({
      message: `文件在此行中断：${p.columns} 列中只有 ${p.cells} 个单元格，且没有行尾`,
      expected: '完整的最后一行',
      hint: '导出或复制被截断，其后的行也已丢失：请重新导出或复制',
    }),
  },
};
