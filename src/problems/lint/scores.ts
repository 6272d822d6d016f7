/** Scores, grades and weights that do not add up. */
import type { ProblemKind } from '../../base/problem.js';

const grade_out_of_reach: ProblemKind<{ grade: string; from: string; most: string }> = {
  code: 'W0870',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `nobody can get the grade \`${p.grade}\`: it needs a mean of ${p.from}, and the score is at most ${p.most}`,
      expected: `a mean of at most ${p.most}`,
      hint: 'correct `mean_from`, or what the sections of the score come to',
    }),
    zh: (p) => ({
      message: `没有人能评上 \`${p.grade}\`：要平均 ${p.from} 分，而得分最多 ${p.most}`,
      expected: `不超过 ${p.most}`,
      hint: '改正 `mean_from`，或改正各部分的满分',
    }),
  },
};

const grade_for_nobody: ProblemKind<{ grade: string }> = {
  code: 'W0871',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `the quota of the grade \`${p.grade}\` is 0%: nobody gets it`,
      expected: 'a share above 0%',
      hint: 'write the share, or leave the quota out if there is no limit',
    }),
    zh: (p) => ({
      message: `\`${p.grade}\` 的名额为 0%：没有人能评上`,
      expected: '大于 0% 的比例',
      hint: '填写比例；不限名额的不写 quota',
    }),
  },
};

const section_not_full: ProblemKind<{ section: string; outOf: string; most: string; by: 'parts' | 'cap' }> = {
  code: 'W0872',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `the section \`${p.section}\` is out of ${p.outOf}, and its ${p.by === 'cap' ? 'cap is' : 'parts come to at most'} ${p.most}`,
      expected: 'parts that come to what the section is out of',
      hint: 'correct `out_of` or the parts; where less can be had by intention, say so with a `cap`',
    }),
    zh: (p) => ({
      message: `\`${p.section}\` 满分 ${p.outOf}，而${p.by === 'cap' ? '封顶为' : '各项最多共'} ${p.most}`,
      expected: '各项加起来等于满分',
      hint: '改正 `out_of` 或各项；本意达不到满分的用 `cap` 写明',
    }),
  },
};

const floor_above_full: ProblemKind<{ section: string; outOf: string; floor: string }> = {
  code: 'W0873',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `the section \`${p.section}\` never falls below ${p.floor}, and is out of ${p.outOf}: nothing is ever taken off`,
      expected: 'a floor below what the section is out of',
      hint: 'correct `floor` or `out_of`',
    }),
    zh: (p) => ({
      message: `\`${p.section}\` 最低 ${p.floor}，满分 ${p.outOf}：扣分不起作用`,
      expected: '最低分低于满分',
      hint: '改正 `floor` 或 `out_of`',
    }),
  },
};

const weights_not_one: ProblemKind<{ weights: string; sum: string }> = {
  code: 'W0874',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `the weights of the formula add up to ${p.sum}: ${p.weights}`,
      expected: 'weights that add up to 1',
      hint: 'look which weight is mistaken or missing',
    }),
    zh: (p) => ({
      message: `公式中的权重合计为 ${p.sum}：${p.weights}`,
      expected: '权重合计为 1',
      hint: '看哪个权重写错或遗漏',
    }),
  },
};

const shares_not_whole: ProblemKind<{ of: string; shares: string; sum: string }> = {
  code: 'W0875',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `the places share ${p.sum} of what is shared by \`${p.of}\`: ${p.shares}`,
      expected: 'shares that add up to 100%',
      hint: 'look which share is mistaken or missing',
    }),
    zh: (p) => ({
      message: `按 \`${p.of}\` 分的各名次合计为 ${p.sum}：${p.shares}`,
      expected: '合计为 100%',
      hint: '看哪个比例写错或遗漏',
    }),
  },
};

const ratio_as_number: ProblemKind<{ measure: string; text: string; instead: string; really: string }> = {
  code: 'W0876',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `\`${p.measure}\` is a ratio, one number divided by another like it, and is compared with ${p.text}: that is ${p.really}`,
      expected: `a percentage: ${p.instead}`,
      hint: `write ${p.instead}, or ${p.really} if so many times is meant`,
    }),
    zh: (p) => ({
      message: `\`${p.measure}\` 是两个同类数相除的比例，却与 ${p.text} 比较：即 ${p.really}`,
      expected: `百分数：${p.instead}`,
      hint: `改为 ${p.instead}；确指 ${p.text} 倍的写 ${p.really}`,
    }),
  },
};

export const LINT_SCORE_PROBLEMS = {
  grade_out_of_reach,
  grade_for_nobody,
  section_not_full,
  floor_above_full,
  weights_not_one,
  shares_not_whole,
  ratio_as_number,
};
