/** What can be wrong with an export as a whole: which files there are, and whether they are text (E02xx). */
import type { ProblemKind } from '../../base/problem.js';
import { cited } from './wording.js';

type None = Record<string, never>;

export const missing_folder: ProblemKind<{ folder: string }> = {
  code: 'E0201',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the month's folder ${p.folder} does not exist`,
      expected: 'a folder with the exports of the month',
      hint: 'check the month (YYYY-MM), or make the folder and put the exports into it',
    }),
    zh: (p) => ({
      message: `找不到该月份的文件夹 ${p.folder}`,
      expected: '存放当月导出文件的文件夹',
      hint: '检查月份（YYYY-MM）是否写对，或新建该文件夹并放入导出文件',
    }),
  },
};

export const missing_file: ProblemKind<{ file: string }> = {
  code: 'E0202',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the required file ${p.file} is missing`,
      expected: `${p.file} in the month's folder`,
      hint: `export it and put it into the folder as ${p.file}`,
    }),
    zh: (p) => ({
      message: `缺少必需的文件 ${p.file}`,
      expected: `月份文件夹中有 ${p.file}`,
      hint: `导出该文件，以 ${p.file} 为名放入文件夹`,
    }),
  },
};

export const calls_and_activity: ProblemKind<None> = {
  code: 'E0203',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'both calls.csv and activity.csv are there: the calls would be counted from two sources',
      expected: 'either calls.csv (every call) or activity.csv (counts per agent and day)',
      hint: 'keep calls.csv if you have it, and move activity.csv out of the folder',
    }),
    zh: () => ({
      message: 'calls.csv 与 activity.csv 同时存在，通话会有两个来源',
      expected: '二者只留其一：calls.csv（逐条通话）或 activity.csv（按人按日汇总）',
      hint: '有 calls.csv 就保留它，把 activity.csv 移出文件夹',
    }),
  },
};

export const billing_in_provisional: ProblemKind<None> = {
  code: 'E0204',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'a provisional run was asked for, but billing.csv is there',
      expected: 'no billing.csv: a provisional run shows what is paid if every sign-up is billed',
      hint: 'run without --provisional; if the extract is not final, move it out of the folder',
    }),
    zh: () => ({
      message: '要求试算（--provisional），但文件夹中已有 billing.csv',
      expected: '没有 billing.csv：试算显示的是假定全部受理都出账时的应付',
      hint: '去掉 --provisional 重新运行；如果账单尚未定稿，先把它移出文件夹',
    }),
  },
};

export const empty_file: ProblemKind<None> = {
  code: 'E0205',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'the file is empty',
      expected: 'a header row and a row for each record',
      hint: 'the export probably failed: export it again; if there is nothing to report, keep the header row',
    }),
    zh: () => ({
      message: '文件是空的',
      expected: '一行表头，其后每条记录一行',
      hint: '很可能导出失败，请重新导出；确实没有记录时也要保留表头',
    }),
  },
};

export const no_rows: ProblemKind<{ file: string }> = {
  code: 'E0206',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.file} holds no records of the month`,
      expected: 'at least one row below the header: a month cannot be paid without this file',
      hint: 'fill the file, or export it again with the dates of the whole month',
    }),
    zh: (p) => ({
      message: `${p.file} 中没有当月的记录`,
      expected: '表头下至少一行：缺了此文件的内容无法核算当月',
      hint: '填入记录，或按整月日期重新导出',
    }),
  },
};

export const spreadsheet_file: ProblemKind<None> = {
  code: 'E0207',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'this is a spreadsheet (.xlsx or .xls) with the name of a CSV file',
      expected: 'a CSV text file',
      hint: 'open it in Excel or WPS and use Save As > CSV UTF-8; changing the name does not convert it',
    }),
    zh: () => ({
      message: '这是改名为 CSV 的表格文件（.xlsx 或 .xls）',
      expected: 'CSV 文本文件',
      hint: '用 Excel 或 WPS 打开，“另存为 > CSV UTF-8”；只改扩展名并不会转换格式',
    }),
  },
};

export const utf16_file: ProblemKind<None> = {
  code: 'E0208',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'the file is UTF-16 text ("Unicode text")',
      expected: 'UTF-8 or GB18030',
      hint: 'in Excel or WPS use Save As > CSV UTF-8; in Notepad use Save As with encoding UTF-8',
    }),
    zh: () => ({
      message: '文件是 UTF-16 编码（“Unicode 文本”）',
      expected: 'UTF-8 或 GB18030 编码',
      hint: '在 Excel 或 WPS 中“另存为 > CSV UTF-8”；在记事本中另存为并选择 UTF-8 编码',
    }),
  },
};

export const binary_file: ProblemKind<None> = {
  code: 'E0209',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'the file holds NUL bytes: it is not text, or it was damaged when it was copied',
      expected: 'a CSV text file',
      hint: 'export it again; if it came by a network drive or a USB stick, copy it again',
    }),
    zh: () => ({
      message: '文件含有 NUL 字节：不是文本，或复制时已损坏',
      expected: 'CSV 文本文件',
      hint: '重新导出；如经网盘或 U 盘传递，请重新复制',
    }),
  },
};

export const undecodable: ProblemKind<{ encoding: 'utf-8' | 'gb18030' }> = {
  code: 'E0210',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the bytes of this line are neither UTF-8 nor GB18030 (read as ${p.encoding.toUpperCase()}); the file is not read further`,
      expected: 'one encoding throughout: UTF-8 or GB18030',
      hint: 'export again as CSV UTF-8; files of different encodings must not be pasted into one',
    }),
    zh: (p) => ({
      message: `此行字节既不是 UTF-8 也不是 GB18030（按 ${p.encoding.toUpperCase()} 读取），其后内容未读`,
      expected: '全文件统一编码：UTF-8 或 GB18030',
      hint: '重新导出为 CSV UTF-8；不同编码的文件不能直接拼接',
    }),
  },
};

export const cut_character: ProblemKind<None> = {
  code: 'E0211',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'the file ends in the middle of a character: its end is missing',
      expected: 'the whole file',
      hint: 'copy or export it again, and compare its size with the original',
    }),
    zh: () => ({
      message: '文件在一个字符中间结束，末尾部分丢失',
      expected: '完整的文件',
      hint: '重新复制或导出，并与原文件核对大小',
    }),
  },
};

export const changed_while_read: ProblemKind<None> = {
  code: 'E0212',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'the file changed while it was being read',
      expected: 'a finished export that nobody writes to',
      hint: 'wait until the export or copy has finished, close the file in other programs, and run again',
    }),
    zh: () => ({
      message: '读取过程中文件发生了变化',
      expected: '已导出完毕、无人改动的文件',
      hint: '等导出或复制完成，关闭其他程序中的该文件，再运行一次',
    }),
  },
};

export const no_header: ProblemKind<{ required: readonly string[] }> = {
  code: 'E0213',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: 'no header row was found in the first rows of the file',
      expected: `a row with the column names: ${p.required.join(', ')}`,
      hint: 'check that this is the right file, separated by comma, semicolon or tab; the header may stand below at most ten title rows',
    }),
    zh: (p) => ({
      message: '文件开头几行中找不到表头',
      expected: `一行列名：${p.required.join('、')}`,
      hint: '确认文件没有放错，且以逗号、分号或制表符分隔；表头上方最多允许十行标题',
    }),
  },
};

export const missing_column: ProblemKind<{ column: { en: string; zh: string }; near: string | undefined }> = {
  code: 'E0214',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the required column ${p.column.en} (${p.column.zh}) is missing`,
      expected: `${p.column.en} or ${p.column.zh} in the header row`,
      hint:
        p.near === undefined
          ? 'export again with this column, or map your own header to it in telepay.yaml'
          : `probably the column ${cited.en(p.near)} is meant: rename it, or map it in telepay.yaml`,
    }),
    zh: (p) => ({
      message: `缺少必需的列：${p.column.zh}（${p.column.en}）`,
      expected: `表头中有“${p.column.zh}”或 ${p.column.en}`,
      hint:
        p.near === undefined
          ? '带上此列重新导出，或在 telepay.yaml 中把本单位的列名对应到它'
          : `可能就是${cited.zh(p.near)}列：请改列名，或在 telepay.yaml 中对应`,
    }),
  },
};

export const duplicate_column: ProblemKind<{ header: string; first: number }> = {
  code: 'E0215',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the column ${cited.en(p.header)} stands twice (first as column number ${p.first})`,
      expected: 'each column once, under its English or its Chinese name',
      hint: 'delete or rename the column that is not meant',
    }),
    zh: (p) => ({
      message: `列${cited.zh(p.header)}重复（首次为第 ${p.first} 列）`,
      expected: '每列只出现一次，用英文名或中文名均可',
      hint: '删去或改名多余的一列',
    }),
  },
};

export const carriage_returns: ProblemKind<None> = {
  code: 'E0216',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'the lines end in carriage returns alone (the old Macintosh form)',
      expected: 'lines that end in LF or CRLF',
      hint: 'in Excel use Save As > CSV UTF-8 or CSV (Comma delimited), not CSV (Macintosh)',
    }),
    zh: () => ({
      message: '各行仅以回车符（CR）结束，是旧 Macintosh 格式',
      expected: '以 LF 或 CRLF 结束的行',
      hint: '在 Excel 中另存为“CSV UTF-8”或“CSV（逗号分隔）”，不要选“CSV（Macintosh）”',
    }),
  },
};

export const same_part: ProblemKind<{ file: string; other: string }> = {
  code: 'E0217',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.file} is the same as ${p.other}, byte for byte`,
      expected: 'parts of one export, each with rows of its own',
      hint: `the same export was put in twice, so its rows would count twice: move ${p.file} out of the folder`,
    }),
    zh: (p) => ({
      message: `${p.file} 与 ${p.other} 内容完全相同`,
      expected: '同一导出的各个分段，记录互不重复',
      hint: `同一份导出放了两次，其中的记录会重复计算：请把 ${p.file} 移出文件夹`,
    }),
  },
};
