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

export const RULE_PERCENTAGE_PROBLEMS = { percentage_of_nothing, rate_of_pieces };
