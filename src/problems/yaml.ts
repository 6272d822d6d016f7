/** What can be wrong with a YAML file (rule files and telepay.yaml) before its meaning is looked at. */
import type { Localized } from '../base/localized.js';
import type { ProblemKind } from '../base/problem.js';

type None = Record<string, never>;

const not_utf8: ProblemKind<None> = {
  code: 'E0501',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'the file is not UTF-8 text',
      expected: 'a text file saved as UTF-8',
      hint: 'open it in the editor it was written with and save it with encoding UTF-8',
    }),
    zh: () => ({
      message: '文件不是 UTF-8 文本',
      expected: '以 UTF-8 编码保存的文本文件',
      hint: '用原来的编辑器打开，另存为 UTF-8 编码',
    }),
  },
};

const too_large: ProblemKind<{ limit: string }> = {
  code: 'E0502',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the file is larger than ${p.limit}`,
      expected: `at most ${p.limit}`,
      hint: 'check that this is the file you meant; a rule file holds rates, not exports',
    }),
    zh: (p) => ({
      message: `文件超过 ${p.limit}`,
      expected: `不超过 ${p.limit}`,
      hint: '请确认文件没有放错；规则文件只写费率，不放导出数据',
    }),
  },
};

const too_deep: ProblemKind<{ limit: number }> = {
  code: 'E0503',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: 'lists or mappings are nested too deeply',
      expected: `at most ${p.limit} levels`,
      hint: 'look for brackets that are opened and never closed',
    }),
    zh: (p) => ({
      message: '列表或映射嵌套过深',
      expected: `最多 ${p.limit} 层`,
      hint: '检查是否有只开不关的括号',
    }),
  },
};

const syntax: ProblemKind<{ detail: Localized }> = {
  code: 'E0504',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `this is not valid YAML: ${p.detail.en}`,
      expected: '`key: value` with a space after the colon, two spaces of indentation for each level',
      hint: 'compare the line with its neighbours: indentation, colon, quotes, brackets, all of them half-width',
    }),
    zh: (p) => ({
      message: `YAML 写法有误：${p.detail.zh}`,
      expected: '`键: 值`，冒号后有空格，每一层缩进两个空格',
      hint: '与上下几行比较：缩进、冒号、引号、括号，都用半角',
    }),
  },
};

const duplicate_key: ProblemKind<{ key: string }> = {
  code: 'E0505',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the key "${p.key}" stands twice in one mapping`,
      expected: 'each key once',
      hint: 'keep the one that is meant and delete the other',
    }),
    zh: (p) => ({
      message: `同一映射中键“${p.key}”出现两次`,
      expected: '每个键只出现一次',
      hint: '保留正确的一个，删去另一个',
    }),
  },
};

const several_documents: ProblemKind<None> = {
  code: 'E0506',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'the file holds more than one document (a line `---` or `...` begins another)',
      expected: 'one document',
      hint: 'put each version into a file of its own, or delete the separating line',
    }),
    zh: () => ({
      message: '文件包含多个文档（“---”或“...”行开始了另一个文档）',
      expected: '一个文件一个文档',
      hint: '每个版本单独存成一个文件，或删去分隔行',
    }),
  },
};

const alias: ProblemKind<{ name: string }> = {
  code: 'E0507',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `anchors and aliases (&${p.name}, *${p.name}) are not allowed`,
      expected: 'each value written out where it applies',
      hint: 'replace the alias by the text it stands for',
    }),
    zh: (p) => ({
      message: `不允许使用锚点和别名（&${p.name}、*${p.name}）`,
      expected: '每个值写在它适用的地方',
      hint: '把别名换成它所代表的内容',
    }),
  },
};

const tag: ProblemKind<{ tag: string }> = {
  code: 'E0508',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the tag or directive ${p.tag} is not allowed`,
      expected: 'plain values; telepay knows the type of each from its place',
      hint: 'delete the tag',
    }),
    zh: (p) => ({
      message: `不允许使用标签或指令 ${p.tag}`,
      expected: '直接写值；telepay 由位置得知类型',
      hint: '删去该标签',
    }),
  },
};

const full_width_colon: ProblemKind<{ key: string }> = {
  code: 'E0509',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `a full-width colon (\uFF1A) stands after "${p.key}"`,
      expected: `\`${p.key}: \` with the half-width colon and a space`,
      hint: 'switch the input method to half-width punctuation and type the colon again',
    }),
    zh: (p) => ({
      message: `“${p.key}”后面是全角冒号（\uFF1A）`,
      expected: `\`${p.key}: \`，用半角冒号加一个空格`,
      hint: '把输入法切换为半角标点，重新输入冒号',
    }),
  },
};

/** What `{ sales: 20,000 }` leaves as a key. */
const THOUSANDS = /^\d{3}(?:\.\d+)?$/;

const no_value: ProblemKind<{ key: string }> = {
  code: 'E0510',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.key}" has no value`,
      expected: 'a value after the colon, or lines indented below it',
      hint: THOUSANDS.test(p.key)
        ? 'digits after a comma: numbers are written without thousands separators, `20000`'
        : 'write the value, or delete the line if the key is not needed',
    }),
    zh: (p) => ({
      message: `“${p.key}”没有值`,
      expected: '冒号后写值，或在下一行缩进书写',
      hint: THOUSANDS.test(p.key)
        ? '逗号后面是数字：数字不带千分位，写作 `20000`'
        : '补上值；若不需要此键，删去该行',
    }),
  },
};

const invisible_character: ProblemKind<{ code: string }> = {
  code: 'E0511',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `an invisible control character (${p.code}) stands here`,
      expected: 'letters, digits, signs, spaces and line breaks',
      hint: 'delete the character and type the text around it again; if there are many, this is no text file',
    }),
    zh: (p) => ({
      message: `此处有不可见的控制字符（${p.code}）`,
      expected: '文字、数字、符号、空格和换行',
      hint: '删去该字符并重新输入前后文字；若有很多，说明这不是文本文件',
    }),
  },
};

const empty: ProblemKind<None> = {
  code: 'E0512',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'the file holds nothing but comments or blank lines',
      expected: 'keys and values',
      hint: 'check that the file was saved, and whole',
    }),
    zh: () => ({
      message: '文件没有内容，只有注释或空行',
      expected: '键和值',
      hint: '检查文件是否已保存、是否完整',
    }),
  },
};

const bad_key: ProblemKind<None> = {
  code: 'E0513',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'this cannot be a key',
      expected: 'a single word before the colon',
      hint: 'write the key out; lists and mappings belong after the colon',
    }),
    zh: () => ({
      message: '此处不能作为键',
      expected: '冒号前是一个词',
      hint: '写出键名；列表和映射应写在冒号之后',
    }),
  },
};

/** What the parser's error codes mean to somebody who edits the file. */
const DETAILS = {
  indentation: {
    en: 'this line, or the one below it, is indented too far or too little',
    zh: '本行或下一行的缩进过多或过少',
  },
  tab: { en: 'a tab is used for indentation', zh: '缩进用了制表符' },
  unclosed: { en: 'a quote, bracket or colon is missing', zh: '缺少引号、括号或冒号' },
  key: {
    en: 'a key must stand on one line, with a colon and a space after it',
    zh: '键应写在一行内，后面是冒号加空格',
  },
  block_in_brackets: {
    en: 'inside brackets, entries are separated by commas',
    zh: '括号内各项用半角逗号分隔',
  },
  escape: {
    en: 'after a backslash in double quotes stands an unknown letter',
    zh: '双引号内反斜杠后的字母无效',
  },
  start: {
    en: 'a value cannot begin with this sign unless it is quoted',
    zh: '值不能以此符号开头，除非加引号',
  },
  unexpected: { en: 'something stands here that does not belong', zh: '此处有多余的内容' },
} satisfies Record<string, Localized>;

export const SYNTAX_DETAILS: Readonly<Record<string, Localized>> = {
  BAD_INDENT: DETAILS.indentation,
  TAB_AS_INDENT: DETAILS.tab,
  MISSING_CHAR: DETAILS.unclosed,
  MULTILINE_IMPLICIT_KEY: DETAILS.key,
  BLOCK_AS_IMPLICIT_KEY: DETAILS.indentation,
  KEY_OVER_1024_CHARS: DETAILS.key,
  BLOCK_IN_FLOW: DETAILS.block_in_brackets,
  BAD_DQ_ESCAPE: DETAILS.escape,
  BAD_SCALAR_START: DETAILS.start,
};

export const UNEXPECTED: Localized = DETAILS.unexpected;

export const YAML_PROBLEMS = {
  not_utf8,
  too_large,
  too_deep,
  syntax,
  duplicate_key,
  several_documents,
  alias,
  tag,
  full_width_colon,
  no_value,
  invisible_character,
  empty,
  bad_key,
};
