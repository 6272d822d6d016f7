/** What can be wrong with a YAML file (rule files and telepay.yaml) before its meaning is looked at. */
import type { ProblemKind } from '../base/problem.js';

type None = Record<never, never>;

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
      hint: '用原来的编辑器打开,另存为 UTF-8 编码',
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
      hint: '请确认文件没有放错;规则文件只写费率,不放导出数据',
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

const syntax: ProblemKind<{ detail: string }> = {
  code: 'E0504',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `this is not valid YAML: ${p.detail}`,
      expected: '`key: value` with a space after the colon, two spaces of indentation for each level',
      hint: 'compare the line with its neighbours: indentation, colon, quotes, brackets',
    }),
    zh: (p) => ({
      message: `YAML 写法有误:${p.detail}`,
      expected: '“键: 值”,冒号后有空格,每一层缩进两个空格',
      hint: '与上下几行比较:缩进、冒号、引号、括号',
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
      hint: '保留正确的一个,删去另一个',
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
      message: '文件包含多个文档(“---”或“...”行开始了另一个文档)',
      expected: '一个文件一个文档',
      hint: '每个版本单独存成一个文件,或删去分隔行',
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
      message: `不允许使用锚点和别名(&${p.name}、*${p.name})`,
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
      expected: '直接写值;telepay 由位置得知类型',
      hint: '删去该标签',
    }),
  },
};

const full_width_colon: ProblemKind<{ key: string }> = {
  code: 'E0509',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `a full-width colon (:) stands after "${p.key}"`,
      expected: `${p.key}: with the half-width colon and a space`,
      hint: 'switch the input method to half-width punctuation and type the colon again',
    }),
    zh: (p) => ({
      message: `“${p.key}”后面是全角冒号(:)`,
      expected: `${p.key}: 用半角冒号加一个空格`,
      hint: '把输入法切换为半角标点,重新输入冒号',
    }),
  },
};

const no_value: ProblemKind<{ key: string }> = {
  code: 'E0510',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.key}" has no value`,
      expected: 'a value after the colon, or lines indented below it',
      hint: 'write the value, or delete the line if the key is not needed',
    }),
    zh: (p) => ({
      message: `“${p.key}”没有值`,
      expected: '冒号后写值,或在下一行缩进书写',
      hint: '补上值;若不需要此键,删去该行',
    }),
  },
};

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
};
