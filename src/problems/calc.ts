/** What the calculation itself has to say: values that a plan needs and the exports lack, and what to look at. */
import type { Localized } from '../base/localized.js';
import type { ProblemKind } from '../base/problem.js';
import { CALC_ROW_PROBLEMS } from './calc-rows.js';
import { SHARING_PROBLEMS } from './sharing.js';

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

const paid_not_employed: ProblemKind<OfAgent & { component: string }> = {
  code: 'W0713',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${p.agent} is employed on no day of the month, and "${p.component}" pays him all the same`,
      expected: 'a fixed pay, a floor or a share for those who are employed',
      hint: 'give the component a gate in the rule file: { measure: days_employed, at_least: 1 }',
    }),
    zh: (p) => ({
      message: `${p.agent} 当月没有一天在职，“${p.component}”仍然发放`,
      expected: '固定金额、保底和分成只发给在职人员',
      hint: '在规则中为该项目加条件：{ measure: days_employed, at_least: 1 }',
    }),
  },
};

const week_without_person: ProblemKind<OfAgent & { from: string }> = {
  code: 'E0711',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.agent} has work from ${p.from} on in a week that ends this month, but no row in agents.csv`,
      expected: 'a row for everyone whose week is paid with this month',
      hint: 'add the row, with left_on if the person has left',
    }),
    zh: (p) => ({
      message: `${p.agent} 自 ${p.from} 起有业绩，该周在本月结束，而 agents.csv 中没有此人`,
      expected: '本月结算该周的人都有一行',
      hint: '补上该行；已离职的填写离职日期',
    }),
  },
};

const first_week_cut: ProblemKind<{ month: string }> = {
  code: 'W0711',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${p.month} begins within a week, and no closed month gives its first days: the week is weighed without them`,
      expected: 'the month before, closed',
      hint: 'nothing needs to be done if nothing was sold on those days; else bring them with telepay open (measures.csv)',
    }),
    zh: (p) => ({
      message: `${p.month} 从一周中间开始，此前没有已结账月份：该周不含之前几天`,
      expected: '上月已结账',
      hint: '若那几天没有业绩，无需处理；否则请用 telepay open 带入（measures.csv）',
    }),
  },
};

const no_minutes: ProblemKind<OfAgent & { date: string; component: string }> = {
  code: 'E0703',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the row of ${p.agent} on ${p.date} gives no minutes, but the rule "${p.component}" charges by the minute`,
      expected: 'minutes in every row that such a rule charges',
      hint: 'fill in minutes in this row of attendance.csv',
    }),
    zh: (p) => ({
      message: `${p.agent} 在 ${p.date} 的考勤没有填分钟数，而规则“${p.component}”按分钟扣款`,
      expected: '按分钟扣款的考勤行都填写分钟数',
      hint: '在 attendance.csv 的该行补填“分钟”',
    }),
  },
};

const not_whole_units: ProblemKind<OfAgent & { component: string; quantity: string }> = {
  code: 'E0704',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the marginal scale of "${p.component}" counts units with \`from\`, but the quantity of ${p.agent} is ${p.quantity}`,
      expected: 'whole units, or bands that begin `above` an amount',
      hint: 'write `above: 100` in place of `from: 101` for a scale over amounts',
    }),
    zh: (p) => ({
      message: `“${p.component}”的分档累计用 from 按户计数，但 ${p.agent} 的数量是 ${p.quantity}`,
      expected: '整数户数；若按金额分档，用 above 起档',
      hint: '按金额分档时把 from: 101 改写为 above: 100',
    }),
  },
};

const negative_amount: ProblemKind<OfAgent & { component: string; amount: string }> = {
  code: 'E0705',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.component}" comes to ${p.amount} for ${p.agent}: a payroll column can't be less than zero by one rule`,
      expected: 'an amount of zero or more; what is taken away is a rule of its own',
      hint: 'correct the measure, or give the rule `floor: 0` with its mark if nothing is to be paid then',
    }),
    zh: (p) => ({
      message: `“${p.component}”对 ${p.agent} 的结果为 ${p.amount}：单项金额不能为负`,
      expected: '不小于零的金额；要扣的款项另立规则',
      hint: '改正指标数值；若此时不应发放，为该规则加上 floor: 0 并注明依据',
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

const no_test: ProblemKind<OfAgent & { test: Localized }> = {
  code: 'W0703',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${p.agent} took no ${p.test.en}; no fine`,
      expected: 'a result of each test in the month',
      hint: 'check whether the result is missing from tests.csv',
    }),
    zh: (p) => ({
      message: `${p.agent} 当月没有${p.test.zh}成绩，不扣款`,
      expected: '当月每项测试都有成绩',
      hint: '核对 tests.csv 是否漏了成绩',
    }),
  },
};

const contested: ProblemKind<{ signup: string; agent: string; first: string; first_agent: string }> = {
  code: 'W0704',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `sign-up ${p.signup} of ${p.agent} is contested: ${p.first} of ${p.first_agent} came first`,
      expected: 'one sign-up of a customer and product in a month',
      hint: 'the first alone is judged; settle with both agents whose it is',
    }),
    zh: (p) => ({
      message: `${p.agent} 的受理 ${p.signup} 有争议：${p.first_agent} 的 ${p.first} 在先`,
      expected: '同一客户同一业务当月只受理一次',
      hint: '只认最先的一笔；请与双方核实归属',
    }),
  },
};

const negative_net: ProblemKind<OfAgent & { net: string; carried: boolean }> = {
  code: 'W0705',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `the net of ${p.agent} is ${p.net}: 0.00 is paid`,
      expected: 'a net of zero or more',
      hint: p.carried
        ? 'what is missing is carried into the next month as debt; look at the deductions before closing'
        : 'what is missing stands in debt_out and is not carried; look at the deductions before closing',
    }),
    zh: (p) => ({
      message: `${p.agent} 的应付净额为 ${p.net}，实发 0.00`,
      expected: '应付净额不小于零',
      hint: p.carried
        ? '差额作为欠款结转下月；结账前请核对扣款'
        : '差额列在结转下期欠款栏，但不结转；结账前请核对扣款',
    }),
  },
};

const guard_exceeded: ProblemKind<
  OfAgent & { penalties: string; room: string; blocked: string; enforced: boolean }
> = {
  code: 'W0706',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `penalties of ${p.agent} are ${p.penalties}, ${p.blocked} more than the wage guard leaves room for (${p.room})`,
      expected: 'penalties within the guard of the rule file',
      hint: p.enforced
        ? 'what is blocked returns as a penalty of the next month'
        : 'the guard only reports: the whole is deducted; have it checked against the law before paying',
    }),
    zh: (p) => ({
      message: `${p.agent} 的考核扣款为 ${p.penalties}，超出工资保护允许的 ${p.room}，多 ${p.blocked}`,
      expected: '扣款在规则的工资保护范围内',
      hint: p.enforced
        ? '被挡下的部分下月继续作为考核扣款'
        : '工资保护只提示，扣款照扣；发放前请核对法律规定',
    }),
  },
};

const absent_person: ProblemKind<OfAgent & { team: string }> = {
  code: 'W0708',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${p.agent} is not in agents.csv any more; a payroll row is made under the last known name and team (${p.team})`,
      expected: 'nothing still to pay or to deduct for people who are gone',
      hint: 'lines of closed months, fines or debts concern this person; settle them, or keep the person in agents.csv with left_on',
    }),
    zh: (p) => ({
      message: `${p.agent} 已不在 agents.csv 中；按最后已知的姓名和班组（${p.team}）列入工资表`,
      expected: '离开的人员没有待付或待扣的款项',
      hint: '此人仍有往期补发、扣款或欠款；请结清，或在 agents.csv 中保留此人并填写离职日期',
    }),
  },
};

const no_funnel: ProblemKind<Record<string, never>> = {
  code: 'W0707',
  severity: 'warning',
  explain: {
    en: () => ({
      message: 'activity.csv gives counts only: do-not-disturb calls and unvisited customers stay empty',
      expected: 'calls.csv for these two reports',
      hint: 'export the single calls if you need them',
    }),
    zh: () => ({
      message: 'activity.csv 只有汇总数：免打扰呼叫和未拜访客户数留空',
      expected: '这两项报表需要 calls.csv',
      hint: '如需要，请导出通话明细',
    }),
  },
};

export const CALC_PROBLEMS = {
  divides_by_zero,
  no_monthly_base,
  measure_absent,
  measure_unknown,
  first_week_cut,
  week_without_person,
  paid_not_employed,
  no_minutes,
  not_whole_units,
  negative_amount,
  no_target,
  no_team_target,
  no_test,
  contested,
  negative_net,
  guard_exceeded,
  no_funnel,
  absent_person,
  ...CALC_ROW_PROBLEMS,
  ...SHARING_PROBLEMS,
};
