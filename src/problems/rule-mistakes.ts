/** What is wrong where one thing of a rule file stands in the place of another: mistakes that are often made. */
import type { ProblemKind } from '../base/problem.js';

const component_as_measure: ProblemKind<{ text: string }> = {
  code: 'E0720',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.text}" is a component, and a measure belongs here`,
      expected: 'the name of a measure',
      hint: `declare under "measures" what it pays, \`${p.text}_paid: { name: …, amount_of: [${p.text}] }\`, and name that; an example says it under \`pays\``,
    }),
    zh: (p) => ({
      message: `“${p.text}”是项目，而此处应为指标`,
      expected: '一个指标的名称',
      hint: `在“measures”下声明它所发的金额：\`${p.text}_paid: { name: …, amount_of: [${p.text}] }\`，再引用该指标；例子中用 \`pays\` 写项目的金额`,
    }),
  },
};

const number_as_measure: ProblemKind<{ text: string }> = {
  code: 'E0721',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.text} is a number, and the name of a measure belongs here`,
      expected: 'the name of a measure',
      hint: `a constant is a measure: declare it under "measures", such as \`quota: { name: …, is: ${p.text} }\`, and write its name here`,
    }),
    zh: (p) => ({
      message: `${p.text} 是数，而此处应为指标的名称`,
      expected: '一个指标的名称',
      hint: `常数也是指标：在“measures”下声明，如 \`quota: { name: …, is: ${p.text} }\`，此处写它的名称`,
    }),
  },
};

const column_as_component: ProblemKind<{ text: string }> = {
  code: 'E0722',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.text}" is what the payroll comes to, not a component`,
      expected: 'components alone in `pays`',
      hint: `put \`${p.text}\` beside \`pays\`: \`{ pays: { … }, ${p.text}: … }\``,
    }),
    zh: (p) => ({
      message: `“${p.text}”是工资表的结果，不是项目`,
      expected: '`pays` 里只写项目',
      hint: `把 \`${p.text}\` 写在 \`pays\` 旁边：\`{ pays: { … }, ${p.text}: … }\``,
    }),
  },
};

const no_marks_at_all: ProblemKind<{ values: number; clause: string | undefined }> = {
  code: 'E0723',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `no value of this file says where it comes from (${p.values} in all)`,
      expected: 'a mark for every value: `stated: CLAUSE`, beside it or further out',
      hint: `one line \`stated: ${p.clause ?? 'S-1'}\` at the top of the file covers all of them; a value with another origin has its own mark`,
    }),
    zh: (p) => ({
      message: `本文件的值都没有注明来源（共 ${p.values} 处）`,
      expected: '每个值都有标记 `stated: 条款号`，写在它旁边或更外层',
      hint: `在文件开头写一行 \`stated: ${p.clause ?? 'S-1'}\` 即可覆盖全部；来源不同的值另写自己的标记`,
    }),
  },
};

export const RULE_MISTAKE_PROBLEMS = {
  component_as_measure,
  number_as_measure,
  column_as_component,
  no_marks_at_all,
};
