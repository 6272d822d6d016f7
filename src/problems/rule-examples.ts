/** What can be wrong with the examples of a rule file, and that one of them does not come out. */
import type { Localized } from '../base/localized.js';
import type { ProblemKind } from '../base/problem.js';
import type { UnknownWord } from './rule-shape.js';

const unknown_column: ProblemKind<UnknownWord & { file: string }> = {
  code: 'E0681',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.file} has no column "${p.text}"`,
      expected: `one of: ${p.known.join(', ')}`,
      hint: p.near ? `did you mean "${p.near}"?` : 'name a column of that export',
    }),
    zh: (p) => ({
      message: `${p.file} 没有“${p.text}”列`,
      expected: `以下之一：${p.known.join('、')}`,
      hint: p.near ? `是否想写“${p.near}”？` : '请写该导出文件的列名',
    }),
  },
};

const not_a_month: ProblemKind<{ text: string }> = {
  code: 'E0682',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.text}" is no month`,
      expected: 'a month as YYYY-MM',
      hint: 'write it like 2025-04',
    }),
    zh: (p) => ({
      message: `“${p.text}”不是月份`,
      expected: '月份，写成 YYYY-MM',
      hint: '例如 2025-04',
    }),
  },
};

const outside_month: ProblemKind<{ date: string; month: string }> = {
  code: 'E0683',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.date} is not in ${p.month}, the month of this example`,
      expected: `a day of ${p.month}`,
      hint: 'correct the day, or say `month: …` at the top of the example',
    }),
    zh: (p) => ({
      message: `${p.date} 不在本例的月份 ${p.month} 内`,
      expected: `${p.month} 内的日期`,
      hint: '改正日期，或在本例开头写 `month: …`',
    }),
  },
};

const month_out_of_order: ProblemKind<{ month: string; expected: string }> = {
  code: 'E0684',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.month} does not follow the month before it`,
      expected: `${p.expected}: the months of an example are in a row`,
      hint: 'leave the month out; it follows by itself',
    }),
    zh: (p) => ({
      message: `${p.month} 与上一个月不连续`,
      expected: `${p.expected}：同一例中的月份须连续`,
      hint: '可不写月份，自动顺延',
    }),
  },
};

const too_many_days: ProblemKind<{ days: number; month: string; most: number }> = {
  code: 'E0685',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the attendance of this example takes ${p.days} days`,
      expected: `at most ${p.most}, the days of ${p.month}: each status has days of its own`,
      hint: 'for several statuses on one day write them under `rows: attendance:`',
    }),
    zh: (p) => ({
      message: `本例的考勤共占 ${p.days} 天`,
      expected: `最多 ${p.most} 天，即 ${p.month} 的天数：每种考勤各占各的日子`,
      hint: '同一天有几种考勤的，写在 `rows: attendance:` 下',
    }),
  },
};

const expects_nothing: ProblemKind<Record<string, never>> = {
  code: 'E0686',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'this example expects nothing, so it could never fail',
      expected: 'at least one of: pays, measures, parts, net, paid, debt_out',
      hint: 'say what it comes to, such as `pays: { commission: 100 }`',
    }),
    zh: () => ({
      message: '本例没有写预期结果，永远不会不符',
      expected: '至少写一项：pays、measures、parts、net、paid、debt_out',
      hint: '写出应得结果，如 `pays: { commission: 100 }`',
    }),
  },
};

const unknown_person: ProblemKind<UnknownWord> = {
  code: 'E0687',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `this example has no person "${p.text}"`,
      expected: `one of: ${p.known.join(', ')}`,
      hint: 'name one of its people, or leave the column out: it is filled in',
    }),
    zh: (p) => ({
      message: `本例中没有“${p.text}”此人`,
      expected: `以下之一：${p.known.join('、')}`,
      hint: '写本例中的人员，或不写此列，由程序补上',
    }),
  },
};

const too_many_rows: ProblemKind<{ most: number }> = {
  code: 'E0688',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `more than ${p.most} are more than an example needs`,
      expected: `at most ${p.most}`,
      hint: 'give the measure outright, such as `given: { counted: 50000 }`',
    }),
    zh: (p) => ({
      message: `超过 ${p.most}，例子用不到这么多`,
      expected: `最多 ${p.most}`,
      hint: '可直接给出指标，如 `given: { counted: 50000 }`',
    }),
  },
};

/** One example that does not come out, as it stops a month: `what` came to `got` in place of `expected`. */
export interface FailedExample {
  readonly file: string;
  readonly example: string;
  readonly what: Localized;
  readonly expected: Localized;
  readonly got: Localized;
}

const example_fails: ProblemKind<FailedExample> = {
  code: 'E0689',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the rule file's own example "${p.example}" does not come out: ${p.what.en} is ${p.got.en}`,
      expected: p.expected.en,
      hint: `mend the rule or the example; \`telepay rules test ${p.file}\` shows how it was reckoned`,
    }),
    zh: (p) => ({
      message: `规则文件自带的例子“${p.example}”结果不符，${p.what.zh}：${p.got.zh}`,
      expected: p.expected.zh,
      hint: `改正规则或例子；\`telepay rules test ${p.file}\` 会列出计算过程`,
    }),
  },
};

export const RULE_EXAMPLE_PROBLEMS = {
  unknown_column,
  not_a_month,
  outside_month,
  month_out_of_order,
  too_many_days,
  expects_nothing,
  unknown_person,
  too_many_rows,
  example_fails,
};
