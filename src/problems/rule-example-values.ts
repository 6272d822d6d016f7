/** What can be wrong with the values of a rule file's examples: words that are known, and say what can't be. */
import type { ProblemKind } from '../base/problem.js';

const negative_expected: ProblemKind<{ component: string; text: string }> = {
  code: 'E0732',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.component}" can't come to ${p.text}: amounts are positive as their column is named`,
      expected: 'an amount of 0 or more, of a fine or another deduction too',
      hint: `leave out the minus sign; under \`net\` it is taken off`,
    }),
    zh: (p) => ({
      message: `“${p.component}”不会等于 ${p.text}：金额按所在栏目写正数`,
      expected: '不小于零的金额，扣款也写正数',
      hint: '去掉负号；计算 `net` 时会减去',
    }),
  },
};

const half_days: ProblemKind<{ text: string }> = {
  code: 'E0733',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.text} is no number of days: each is a row of attendance`,
      expected: 'a whole number of 0 or more, or the minutes of each day: `leave: [480, 240]`',
      hint: 'for half days give the minutes of each row, or count them in a measure of measures.csv (`given: { leave_days: 1.5 }`)',
    }),
    zh: (p) => ({
      message: `${p.text} 不是天数：每一天是一行考勤`,
      expected: '不小于零的整数，或每天的分钟数：`leave: [480, 240]`',
      hint: '半天请写每行的分钟数，或用 measures.csv 的指标计天数（`given: { leave_days: 1.5 }`）',
    }),
  },
};

const total_of_one_month: ProblemKind<Record<string, never>> = {
  code: 'E0734',
  severity: 'error',
  explain: {
    en: () => ({
      message: '`total` adds up several months, and this example has one',
      expected: '`total` beside `months` alone',
      hint: 'of one month say `net` or `paid`, under `people` of each person; or write `months: [{ … }, { … }]`',
    }),
    zh: () => ({
      message: '`total` 是几个月的合计，而本例只有一个月',
      expected: '`total` 只与 `months` 同用',
      hint: '一个月请写 `net` 或 `paid`（有 `people` 的写在各人之下），或改写成 `months: [{ … }, { … }]`',
    }),
  },
};

const month_before_plan: ProblemKind<{ month: string; first: string }> = {
  code: 'E0735',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.month} is before the rule file is in force`,
      expected: `${p.first} or later, by \`effective_from\``,
      hint: 'leave the month out, or name a later one; what an example needs of earlier months it says by `months` in a row',
    }),
    zh: (p) => ({
      message: `${p.month} 早于规则文件的生效月份`,
      expected: `${p.first} 或以后（见 \`effective_from\`）`,
      hint: '不写月份，或改为以后的月份；例子要用到的前几个月写在 `months` 里',
    }),
  },
};

export const RULE_EXAMPLE_VALUE_PROBLEMS = {
  negative_expected,
  half_days,
  total_of_one_month,
  month_before_plan,
};
