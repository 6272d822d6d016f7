/** What can be wrong with a measure of a rule file that counts or sums the rows of an export. */
import type { ProblemKind } from '../base/problem.js';
import type { UnknownWord } from './rule-shape.js';

const unknown_rows: ProblemKind<UnknownWord> = {
  code: 'E0690',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `there are no rows "${p.text}" to count or sum`,
      expected: `\`count:\` with one of these, \`sum:\` with one and its column: ${p.known.join(', ')}`,
      hint: p.near
        ? `did you mean "${p.near}"?`
        : 'numbers of other systems come by measures.csv, with when_absent',
    }),
    zh: (p) => ({
      message: `没有名为“${p.text}”的行可供计数或求和`,
      expected: `\`count:\` 后写以下之一，\`sum:\` 后写其中之一和列名：${p.known.join('、')}`,
      hint: p.near ? `是否想写“${p.near}”？` : '其他系统的数值由 measures.csv 提供，用 when_absent 声明',
    }),
  },
};

const not_summable: ProblemKind<UnknownWord & { file: string }> = {
  code: 'E0691',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.text}" is no number that can be summed`,
      expected:
        p.known.length > 0
          ? `one of: ${p.known.join(', ')}`
          : `\`count: ${p.file}\`: these rows hold no number`,
      hint: p.near ? `did you mean "${p.near}"?` : `\`count: ${p.file}\` counts the rows`,
    }),
    zh: (p) => ({
      message: `“${p.text}”不是可以求和的数`,
      expected:
        p.known.length > 0 ? `以下之一：${p.known.join('、')}` : `\`count: ${p.file}\`：这些行没有数值列`,
      hint: p.near ? `是否想写“${p.near}”？` : `\`count: ${p.file}\` 统计行数`,
    }),
  },
};

const no_comparison: ProblemKind<{ known: readonly string[] }> = {
  code: 'E0692',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: 'the filter compares with nothing',
      expected: `at least one of: ${p.known.join(', ')}`,
      hint: 'write { more_than: 10 }, or leave the filter out',
    }),
    zh: (p) => ({
      message: '筛选条件没有写比较',
      expected: `至少其中之一：${p.known.join('、')}`,
      hint: '写成 { more_than: 10 }，或删去此条件',
    }),
  },
};

const two_bounds: ProblemKind<{ key: string }> = {
  code: 'E0693',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.key}" is a second bound on the same side`,
      expected: 'one of at_least and more_than, one of at_most and less_than; or equals alone',
      hint: 'keep the one that is meant',
    }),
    zh: (p) => ({
      message: `“${p.key}”与另一个界限在同一侧`,
      expected: 'at_least 与 more_than 取一，at_most 与 less_than 取一；或单独用 equals',
      hint: '只保留要用的那个',
    }),
  },
};

const empty_range: ProblemKind<{ from: string; to: string }> = {
  code: 'E0694',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `no number lies between ${p.from} and ${p.to}`,
      expected: 'a lower bound below the upper one',
      hint: 'swap the two, or write two measures if both ends are meant',
    }),
    zh: (p) => ({
      message: `${p.from} 与 ${p.to} 之间没有任何数`,
      expected: '下限小于上限',
      hint: '把两者对调；若两端都要，请写成两个指标',
    }),
  },
};

const not_a_day_of_month: ProblemKind<{ text: string }> = {
  code: 'E0695',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.text} is not a day of the month`,
      expected: 'a whole number from 1 to 31',
      hint: 'the first half of the month is { at_most: 15 }',
    }),
    zh: (p) => ({
      message: `${p.text} 不是月中的某一天`,
      expected: '1 到 31 之间的整数',
      hint: '上半月写成 { at_most: 15 }',
    }),
  },
};

const not_an_hour: ProblemKind<{ text: string }> = {
  code: 'E0667',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.text} is not an hour of the day`,
      expected: 'a whole number from 0 to 23',
      hint: 'from ten in the evening on is { at_least: 22 }; it ends with the day',
    }),
    zh: (p) => ({
      message: `${p.text} 不是一天中的某个小时`,
      expected: '0 到 23 之间的整数',
      hint: '晚上十点以后写成 { at_least: 22 }，到当天结束为止',
    }),
  },
};

export const RULE_ROW_PROBLEMS = {
  unknown_rows,
  not_summable,
  no_comparison,
  two_bounds,
  empty_range,
  not_a_day_of_month,
  not_an_hour,
};
