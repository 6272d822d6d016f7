/** What can be wrong with percentages of a rule file. */
import type { ProblemKind } from '../base/problem.js';

const percentage_of_nothing: ProblemKind<{ written: string }> = {
  code: 'E0730',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `an amount of money stands here, and ${p.written} does not say of what`,
      expected: 'an amount, or a percentage with what it is of',
      hint: `write { rate: ${p.written}, of: … }, or, where bands pay a percentage of the quantity, scale: whole or marginal; a rate for formulas to name is a measure with \`is\``,
    }),
    zh: (p) => ({
      message: `这里应为金额，而 ${p.written} 没有说明是什么的百分比`,
      expected: '金额，或连同基数一起写出的百分比',
      hint: `请写 { rate: ${p.written}, of: … }；若各档按数量的百分比付，用 scale: whole 或 marginal；供公式引用的比例请用带 \`is\` 的指标`,
    }),
  },
};

const CLOCKS: Readonly<Record<string, string>> = { transaction: '笔', day: '天', week: '周' };

const rate_of_pieces: ProblemKind<{ name: string; clock: string }> = {
  code: 'E0740',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.name}" is a rate of each ${p.clock}; in a formula of the month its rates would be added up`,
      expected: `a formula that is reckoned for each ${p.clock}`,
      hint: `write it as a measure, each: { per: ${p.clock}, formula: … }, and pay what that comes to`,
    }),
    zh: (p) => ({
      message: `“${p.name}”是每${CLOCKS[p.clock] ?? p.clock}各自的比例；在整月的公式中各比例会被相加`,
      expected: `按每${CLOCKS[p.clock] ?? p.clock}分别计算的公式`,
      hint: `请写成指标 each: { per: ${p.clock}, formula: … }，再按该指标计付`,
    }),
  },
};

const RUNS: Readonly<Record<string, string>> = { quarter: '季度', year: '年度' };

const running_rate: ProblemKind<{ name: string; of: string; clock: string }> = {
  code: 'E0741',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.name}" would be the difference to the rates of the months before: a scale per ${p.clock} gives what the month adds`,
      expected: `a rate that is looked up for the month, by what the ${p.clock} comes to so far`,
      hint: `leave \`per\` out and look up by a measure of the ${p.clock} to date: { formula: "${p.of} + before" }, with before as { earlier: { of: ${p.of}, so_far_in: ${p.clock}, when_absent: zero } }; where it is money, write the scale as the \`amount\` of a component`,
    }),
    zh: (p) => ({
      message: `“${p.name}”会成为与前几个月比例的差额：按${RUNS[p.clock] ?? p.clock}连续计算的分档得出的是本月增加的部分`,
      expected: `按${RUNS[p.clock] ?? p.clock}累计数查出的本月比例`,
      hint: `请删去 \`per\`，改按累计指标查档：{ formula: "${p.of} + before" }，其中 before 为 { earlier: { of: ${p.of}, so_far_in: ${p.clock}, when_absent: zero } }；若得出的是金额，请把分档写成项目的 \`amount\``,
    }),
  },
};

export const RULE_PERCENTAGE_PROBLEMS = { percentage_of_nothing, rate_of_pieces, running_rate };
