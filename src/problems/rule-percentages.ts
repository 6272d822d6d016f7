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

export const RULE_PERCENTAGE_PROBLEMS = { percentage_of_nothing };
