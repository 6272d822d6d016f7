/** What stands against a table of rates that comes back to change its rule file. */
import type { Localized } from '../base/localized.js';
import type { ProblemKind } from '../base/problem.js';
import type { CellParams } from './input.js';
import { cited } from './input/wording.js';
import { unclear_cell } from './unclear-rates.js';

/** A cell of the table, and the path of the value that its row is about. */
type Params<More = object> = CellParams & { readonly path: string } & More;

/** `old`: of before 2007, or under a password. */
type NoWorkbook = 'no_archive' | 'unsound' | 'old';

const NO_WORKBOOK: Readonly<Record<NoWorkbook, Localized>> = {
  no_archive: {
    en: 'the file is damaged: it begins like a workbook and ends before its end',
    zh: '文件已损坏：开头像工作簿，但不完整',
  },
  unsound: { en: 'the file is no workbook that could be read', zh: '文件不是可读取的工作簿' },
  old: {
    en: 'the workbook is an old .xls, or it is under a password',
    zh: '工作簿是旧的 .xls 格式，或设有密码',
  },
};

const unreadable_table: ProblemKind<{ why: NoWorkbook }> = {
  code: 'E0928',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: NO_WORKBOOK[p.why].en,
      expected: 'a CSV file, or an .xlsx workbook without a password',
      hint: 'open it in Excel, WPS or LibreOffice and save it as .xlsx, without a password',
    }),
    zh: (p) => ({
      message: NO_WORKBOOK[p.why].zh,
      expected: 'CSV 文件，或未设密码的 .xlsx 工作簿',
      hint: '用 Excel、WPS 或 LibreOffice 打开，另存为 .xlsx，不设密码',
    }),
  },
};

const table_too_large: ProblemKind<Record<string, never>> = {
  code: 'E0929',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'the file holds, or unpacks to, far more than any table of rates',
      expected: 'the table as it was written, with changed values',
      hint: 'copy its rows into a new workbook, or save them as CSV',
    }),
    zh: () => ({
      message: '文件的内容（或解压后）远远超出费率表应有的大小',
      expected: '导出的表，只改数值',
      hint: '把各行复制到新工作簿，或另存为 CSV',
    }),
  },
};

/** `missing`: those that no column bears, where others of the table are there. */
const no_rate_columns: ProblemKind<{ missing: readonly Localized[] }> = {
  code: 'E0930',
  severity: 'error',
  explain: {
    en: (p) => ({
      message:
        p.missing.length === 0
          ? 'this is no table of rates: no row of it names the columns'
          : `the table lacks ${p.missing.map(({ en }) => en).join(', ')}`,
      expected: 'all columns of the table as it was written; only the values change',
      hint: 'write the table anew with `telepay rules tables FILE --out PATH`, and change the values there',
    }),
    zh: (p) => ({
      message:
        p.missing.length === 0
          ? '这不是费率表：找不到表头'
          : `表中缺少列：${p.missing.map(({ zh }) => zh).join('、')}`,
      expected: '导出时的全部列，只改数值',
      hint: '用 `telepay rules tables 文件 --out 路径` 重新导出，在其中修改数值',
    }),
  },
};

/** `isItem`: it would be a further item of a list of the file. */
const no_such_rate: ProblemKind<CellParams & { near: string; isItem: boolean }> = {
  code: 'E0931',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: p.text === '' ? 'the row has no path' : `nothing stands at ${p.text} in the rule file`,
      expected: p.near === '' ? 'the paths that the table was written with' : `perhaps ${p.near}`,
      hint: p.isItem
        ? 'a table changes values that are there; put a new band into the rule file, then write the table anew'
        : 'take the row out, or copy its path from a table that was written anew; new rows go into the rule file',
    }),
    zh: (p) => ({
      message: p.text === '' ? '此行没有路径' : `规则文件中没有 ${p.text}`,
      expected: p.near === '' ? '导出时的路径' : `也许是 ${p.near}`,
      hint: p.isItem
        ? '表只能改已有的值；新的档请写入规则文件，再重新导出'
        : '删去此行，或从重新导出的表中复制路径；新增内容请写入规则文件',
    }),
  },
};

const rate_given_twice: ProblemKind<Params<{ first: number; before: string }>> = {
  code: 'E0932',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.path} is ${cited.en(p.text)} here and ${cited.en(p.before)} in row ${p.first}`,
      expected: 'one row for each value',
      hint: 'take one of the two rows out',
    }),
    zh: (p) => ({
      message: `${p.path} 此处为${cited.zh(p.text)}，第 ${p.first} 行为${cited.zh(p.before)}`,
      expected: '每个值只有一行',
      hint: '删去其中一行',
    }),
  },
};

const old_value_differs: ProblemKind<Params<{ now: string }>> = {
  code: 'E0933',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.path} was ${cited.en(p.text)} when the table was written, and is ${cited.en(p.now)} in the rule file`,
      expected: 'a table of the rule file as it is now, with the column of old values left alone',
      hint: 'write the table anew and change it there; or take this row out, and the value stays as it is',
    }),
    zh: (p) => ({
      message: `${p.path} 导出时为${cited.zh(p.text)}，规则文件现为${cited.zh(p.now)}`,
      expected: '按现在的规则文件导出的表，且原值一列未改动',
      hint: '重新导出后再改；或删去此行，该值即保持不变',
    }),
  },
};

const closed_column: ProblemKind<Params<{ written: string }>> = {
  code: 'E0934',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} is ${cited.en(p.text)} in the row of ${p.path}, where the rule file has ${cited.en(p.written)}`,
      expected: 'a row that belongs together: only its value changes',
      hint: 'was the table sorted by single columns, or the path of another row put here? Write it anew; marks are confirmed by `telepay rules confirm`',
    }),
    zh: (p) => ({
      message: `${p.path} 一行的“${p.column.zh}”是${cited.zh(p.text)}，规则文件为${cited.zh(p.written)}`,
      expected: '各列对应同一个值，只改数值',
      hint: '是否只对个别列排了序，或贴错了路径？请重新导出；标记请用 `telepay rules confirm` 确认',
    }),
  },
};

type NoValue = 'empty' | 'not_computed' | 'error';

const NO_VALUE: Readonly<Record<NoValue, Localized>> = {
  empty: { en: 'is empty', zh: '为空' },
  not_computed: { en: 'is a formula without a result', zh: '是没有结果的公式' },
  error: { en: 'is a formula that came to an error', zh: '是出错的公式' },
};

const no_value_in_cell: ProblemKind<Params<{ now: string; why: NoValue }>> = {
  code: 'E0935',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the value of ${p.path} ${NO_VALUE[p.why].en}`,
      expected: `a value, such as ${cited.en(p.now)}, which it is in the rule file`,
      hint: 'write the value itself; to leave it as it is, take the row out or put the old value back',
    }),
    zh: (p) => ({
      message: `${p.path} 的数值${NO_VALUE[p.why].zh}`,
      expected: `一个值，规则文件中现为${cited.zh(p.now)}`,
      hint: '请写数值本身；不改的，删去此行或恢复原值',
    }),
  },
};

const items_left_out: ProblemKind<{ items: readonly string[]; beside: string }> = {
  code: 'E0937',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the table has ${p.beside} and not ${p.items.join(', ')} of the same list`,
      expected: 'all items of a list (the bands of a scale), or none',
      hint: 'put the rows back; a band is taken away in the rule file, not here',
    }),
    zh: (p) => ({
      message: `表中有 ${p.beside}，却没有同一列表的 ${p.items.join('、')}`,
      expected: '同一列表（如一个价目的各档）要么都在，要么都不在',
      hint: '请恢复这些行；要去掉一档，请改规则文件',
    }),
  },
};

const other_rules: ProblemKind<{ written: string; now: string }> = {
  code: 'W0938',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `the table was written from ${p.written}, and the rule file is ${p.now}`,
      expected: 'a table of this very file; that all old values in it are those of the file was looked at',
      hint: 'what the table does not hold may differ: look at `telepay rules diff` of the two',
    }),
    zh: (p) => ({
      message: `此表由 ${p.written} 导出，规则文件是 ${p.now}`,
      expected: '由同一文件导出的表；表中各原值已与文件核对一致',
      hint: '表外的内容可能不同，请用 `telepay rules diff` 比较两者',
    }),
  },
};

export const TABLE_PROBLEMS = {
  unreadable_table,
  table_too_large,
  no_rate_columns,
  no_such_rate,
  rate_given_twice,
  old_value_differs,
  closed_column,
  no_value_in_cell,
  unclear_cell,
  items_left_out,
  other_rules,
};
