/** What the calculation has to say of numbers that a rule needs and nothing gives. */
import type { Localized } from '../base/localized.js';
import type { ProblemKind } from '../base/problem.js';

interface OfAgent {
  readonly agent: string;
}

const no_monthly_base: ProblemKind<OfAgent & { component: string }> = {
  code: 'E0701',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.agent} has no monthly_base, but the rule "${p.component}" reckons with it`,
      expected: 'a monthly_base in agents.csv for everyone whom such a rule touches',
      hint: 'fill in monthly_base for this agent, or change the rule',
    }),
    zh: (p) => ({
      message: `${p.agent} 没有月基本工资，而规则“${p.component}”要用到它`,
      expected: '规则涉及的人员在 agents.csv 中都填写月基本工资',
      hint: '为此人补填“月基本工资”，或修改规则',
    }),
  },
};

const divides_by_zero: ProblemKind<OfAgent & { component: string; why: Localized }> = {
  code: 'E0706',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `for ${p.agent}, ${p.why.en}, which the rule "${p.component}" needs`,
      expected: 'a divisor other than 0',
      hint: 'say in the formula what holds then: target > 0 ? counted / target : 0',
    }),
    zh: (p) => ({
      message: `${p.agent}：${p.why.zh}，而规则“${p.component}”要用到它`,
      expected: '除数不为零',
      hint: '在公式中写明此时如何计算：target > 0 ? counted / target : 0',
    }),
  },
};

const measure_absent: ProblemKind<OfAgent & { measure: string; component: string }> = {
  code: 'E0702',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.agent} has no value of "${p.measure}", which the rule "${p.component}" needs`,
      expected: 'a row for each agent, since the rule file says when_absent: error',
      hint: 'add the row to measures.csv, or say when_absent: zero or skip in the rule file',
    }),
    zh: (p) => ({
      message: `${p.agent} 没有“${p.measure}”的数值，而规则“${p.component}”需要它`,
      expected: '每人都有一行，因为规则写明 when_absent: error',
      hint: '在 measures.csv 中补上该行，或在规则中改为 when_absent: zero 或 skip',
    }),
  },
};

const measure_unknown: ProblemKind<OfAgent & { measure: string; component: string; why: Localized }> = {
  code: 'E0710',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.measure}", which the rule "${p.component}" needs, is not known for ${p.agent}: ${p.why.en}`,
      expected: 'every number that a rule needs',
      hint: 'close the months before or bring them with telepay open, or fill in what is missing in the exports',
    }),
    zh: (p) => ({
      message: `${p.agent} 的“${p.measure}”无从得知，而规则“${p.component}”需要它：${p.why.zh}`,
      expected: '规则所需的每个数都有来源',
      hint: '先给此前各月结账，或用 telepay open 带入；或在导出文件中补填',
    }),
  },
};

const not_whole_units: ProblemKind<
  OfAgent & { component: string; quantity: string; from: string; above: string }
> = {
  code: 'E0704',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the marginal scale of "${p.component}" counts units with \`${p.from}\`, but the quantity of ${p.agent} is ${p.quantity}`,
      expected: 'whole units, or bands that begin `above` an amount',
      hint: `for a scale over amounts write \`${p.above}\` in place of \`${p.from}\`, and \`above\` in its other bands`,
    }),
    zh: (p) => ({
      message: `“${p.component}”的分档累计用 \`${p.from}\` 按户计数，但 ${p.agent} 的数量是 ${p.quantity}`,
      expected: '整数户数；若按金额分档，用 above 起档',
      hint: `按金额分档时把 \`${p.from}\` 改写为 \`${p.above}\`，其余各档也用 \`above\``,
    }),
  },
};

const no_target: ProblemKind<OfAgent> = {
  code: 'W0701',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${p.agent} has no target, so no monthly score`,
      expected: 'a target above zero in targets.csv',
      hint: 'add the row `agent,<id>,<target>` if this person is assessed',
    }),
    zh: (p) => ({
      message: `${p.agent} 没有任务量，因此没有月度得分`,
      expected: 'targets.csv 中有大于零的任务量',
      hint: '若此人参加考核，请在 targets.csv 中补上',
    }),
  },
};

const no_team_target: ProblemKind<{ team: string; component: string }> = {
  code: 'W0702',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `team ${p.team} has no target, so "${p.component}" is not paid`,
      expected: 'a target above zero for the team in targets.csv',
      hint: 'add the row `team,<team>,<target>`',
    }),
    zh: (p) => ({
      message: `班组 ${p.team} 没有任务量，因此不发“${p.component}”`,
      expected: 'targets.csv 中有该班组大于零的任务量',
      hint: '在 targets.csv 中补上一行：班组,<名称>,<任务量>',
    }),
  },
};

export const CALC_MEASURE_PROBLEMS = {
  no_monthly_base,
  divides_by_zero,
  measure_absent,
  measure_unknown,
  not_whole_units,
  no_target,
  no_team_target,
};
