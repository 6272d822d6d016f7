/** What can stand in the way of an example made of what somebody was paid. */
import type { Localized } from '../../base/localized.js';
import type { ProblemKind } from '../../base/problem.js';

const not_captured: ProblemKind<{ month: string; what: Localized }> = {
  code: 'E0950',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `no example of one person and month comes to what was paid in ${p.month}: ${p.what.en}`,
      expected: 'pay that hangs on the own inputs of one person in one month',
      hint: 'what rests on others, on orders of earlier months or on a pool is stated by hand: see people and months in the section on examples of docs/plan-language.md',
    }),
    zh: (p) => ({
      message: `${p.month} 所发无法写成一人一月的例子：${p.what.zh}`,
      expected: '只取决于本人当月数据的薪酬',
      hint: '涉及他人、以前月份的单或奖池的，请手工写例子：见 docs/plan-language.md 例子一节的 people 和 months',
    }),
  },
};

const example_name: ProblemKind<{ name: string; taken: boolean }> = {
  code: 'E0951',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: p.taken ? `the rule file has an example "${p.name}"` : `"${p.name}" is no name of an example`,
      expected: 'a name of letters, digits, _ and - that begins with a letter and is not taken',
      hint: 'choose another one with --name, or leave it out',
    }),
    zh: (p) => ({
      message: p.taken ? `规则文件中已有例子“${p.name}”` : `“${p.name}”不能作例子的名称`,
      expected: '由字母（含汉字）、数字、_ 和 - 组成、以字母开头、未被占用的名称',
      hint: '请用 --name 另取名称，或省略',
    }),
  },
};

export const CAPTURE_PROBLEMS = { not_captured, example_name };
