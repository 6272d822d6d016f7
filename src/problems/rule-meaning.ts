/** What can be wrong with rules whose words are all right: bands, penalties, grades, guard. */
import type { ProblemKind } from '../base/problem.js';

type None = Record<string, never>;

const bands_not_ascending: ProblemKind<{ edge: string; before: string }> = {
  code: 'E0641',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the band \`${p.edge}\` stands after the band \`${p.before}\``,
      expected: 'bands in ascending order; each reaches to where the next begins',
      hint: 'put the bands in order, or correct the number',
    }),
    zh: (p) => ({
      message: `档位 \`${p.edge}\` 排在 \`${p.before}\` 之后`,
      expected: '档位由低到高；每一档到下一档的起点为止',
      hint: '按从低到高排列，或改正数字',
    }),
  },
};

const same_edge_twice: ProblemKind<{ edge: string }> = {
  code: 'E0642',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `two bands or points stand at \`${p.edge}\``,
      expected: 'each edge once',
      hint: 'delete one of them, or correct its number',
    }),
    zh: (p) => ({
      message: `有两个档位或点都是 \`${p.edge}\``,
      expected: '每个起点只出现一次',
      hint: '删去一个，或改正其数字',
    }),
  },
};

/** Where a marginal scale of units begins; one of amounts begins otherwise. */
const FIRST_UNIT = 'from: 1';

const first_band_not_at_start: ProblemKind<{ edge: string; expected: string }> = {
  code: 'E0643',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the first band of this scale is \`${p.edge}\``,
      expected: `a first band \`${p.expected}\`${p.expected === FIRST_UNIT ? ' (the first unit), for money and ratios `above: 0`' : ''}, so that every quantity has a rate`,
      hint: 'correct the edge, or add a band for what lies below; if nothing is paid there, say so with `pays: 0`',
    }),
    zh: (p) => ({
      message: `此表的第一档是 \`${p.edge}\``,
      expected: `第一档应为 \`${p.expected}\`${p.expected === FIRST_UNIT ? '（第一户），金额和比例用 `above: 0`' : ''}，使每个数量都有费率`,
      hint: '改正起点，或为更低的部分补一档；若不计酬，写明 `pays: 0`',
    }),
  },
};

const points_not_ascending: ProblemKind<{ at: string; before: string }> = {
  code: 'E0644',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the point at ${p.at} stands after the point at ${p.before}`,
      expected: 'points in ascending order of "at"',
      hint: 'put the points in order, or correct the number',
    }),
    zh: (p) => ({
      message: `点 ${p.at} 排在点 ${p.before} 之后`,
      expected: '各点按“at”由低到高',
      hint: '按从低到高排列，或改正数字',
    }),
  },
};

const ratio_without_percent: ProblemKind<{ text: string; measure: string }> = {
  code: 'E0645',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.measure}" is a ratio, but ${p.text} is written without a percent sign`,
      expected: 'a percentage, such as 100%',
      hint: 'write 100% for the whole, 80% for 0.8 of it (100 alone would be a hundred times the target)',
    }),
    zh: (p) => ({
      message: `“${p.measure}”是比率，而 ${p.text} 没有写百分号`,
      expected: '百分数，如 100%',
      hint: '全部写 100%，其 0.8 写 80%（单写 100 表示任务量的一百倍）',
    }),
  },
};

const by_in_marginal: ProblemKind<None> = {
  code: 'E0646',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'a marginal scale cannot take its band from other products',
      expected: '`by` only with `scale: whole` or `scale: lookup`',
      hint: 'in a marginal scale each unit stands in the band of its own number: delete `by`, or choose whole',
    }),
    zh: () => ({
      message: '分段计算的档位不能由其他业务决定',
      expected: '`by` 只与 `scale: whole` 或 `scale: lookup` 同用',
      hint: '分段计算时每户按自己的序号落档：删去 `by`，或改用 whole',
    }),
  },
};

const class_missing: ProblemKind<None> = {
  code: 'E0651',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'a component that goes to the penalties lacks its class',
      expected: '`class`: disciplinary, loss, performance or absence',
      hint: 'add it: the wage guard works by class',
    }),
    zh: () => ({
      message: '计入扣款的项目没有写性质',
      expected: '`class`:disciplinary、loss、performance 或 absence',
      hint: '补上；工资保障按性质计算',
    }),
  },
};

const class_elsewhere: ProblemKind<{ column: string }> = {
  code: 'E0652',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `a component that goes to ${p.column} has a penalty class`,
      expected: '`class` only with `column: penalties`',
      hint: 'delete `class`, or correct the column',
    }),
    zh: (p) => ({
      message: `计入 ${p.column} 的项目写了扣款性质`,
      expected: '`class` 只与 `column: penalties` 同用',
      hint: '删去 `class`，或改正 column',
    }),
  },
};

const cap_below_floor: ProblemKind<{ cap: string; floor: string }> = {
  code: 'E0653',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the cap ${p.cap} is below the floor ${p.floor}`,
      expected: 'a cap that is not below the floor',
      hint: 'check whether the two are exchanged',
    }),
    zh: (p) => ({
      message: `上限 ${p.cap} 低于下限 ${p.floor}`,
      expected: '上限不低于下限',
      hint: '检查两者是否写反',
    }),
  },
};

const guard_without_limit: ProblemKind<None> = {
  code: 'E0654',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'the wage guard names no limit',
      expected: '`cap` (percent of the earnings), `floor` (an amount), or both',
      hint: 'add one, or delete the guard',
    }),
    zh: () => ({
      message: '工资保障没有写任何限度',
      expected: '`cap`（收入的百分比）、`floor`（金额），或两者都写',
      hint: '补上一个，或删去 guard',
    }),
  },
};

const allowance_does_nothing: ProblemKind<{ key: string }> = {
  code: 'E0655',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.key}" has no effect beside this charge`,
      expected: '`free_minutes` with a charge by minutes; `free_occurrences` with any other',
      hint: 'delete it, or choose the charge that was meant',
    }),
    zh: (p) => ({
      message: `“${p.key}”对这种扣法不起作用`,
      expected: '`free_minutes` 与按分钟的扣法同用；`free_occurrences` 与其他扣法同用',
      hint: '删去它，或改用原本要用的扣法',
    }),
  },
};

const absence_by_minutes: ProblemKind<None> = {
  code: 'E0656',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'an absence has no minutes, so it cannot be charged by them',
      expected: '`per_occurrence` or `day_rate`',
      hint: 'choose one of them',
    }),
    zh: () => ({
      message: '旷工没有分钟数，不能按分钟扣',
      expected: '`per_occurrence` 或 `day_rate`',
      hint: '改用其中之一',
    }),
  },
};

const grades_not_descending: ProblemKind<{ grade: string; before: string }> = {
  code: 'E0657',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the grade "${p.grade}" does not begin below "${p.before}", which stands before it`,
      expected: 'the highest grade first, each beginning at a lower mean than the one before',
      hint: 'put the grades in order, or correct `mean_from`',
    }),
    zh: (p) => ({
      message: `等级“${p.grade}”的起点不低于排在它前面的“${p.before}”`,
      expected: '由高到低排列，每一级的平均分起点低于前一级',
      hint: '按从高到低排列，或改正 `mean_from`',
    }),
  },
};

export const RULE_MEANING_PROBLEMS = {
  bands_not_ascending,
  same_edge_twice,
  first_band_not_at_start,
  points_not_ascending,
  ratio_without_percent,
  by_in_marginal,
  class_missing,
  class_elsewhere,
  cap_below_floor,
  guard_without_limit,
  allowance_does_nothing,
  absence_by_minutes,
  grades_not_descending,
};
