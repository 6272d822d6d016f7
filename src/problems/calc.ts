/** The catalogue of what the calculation itself has to say: what it refuses, and what to look at. */
import type { Localized } from '../base/localized.js';
import type { ProblemKind } from '../base/problem.js';
import { CALC_MEASURE_PROBLEMS } from './calc-measures.js';
import { CALC_ROW_PROBLEMS } from './calc-rows.js';
import { DROPPED_PROBLEMS } from './dropped.js';
import { SHARING_PROBLEMS } from './sharing.js';
import { WAGE_GUARD_PROBLEMS } from './wage-guard.js';

interface OfAgent {
  readonly agent: string;
}

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

const negative_amount: ProblemKind<OfAgent & { component: string; amount: string }> = {
  code: 'E0705',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.component}" comes to ${p.amount} for ${p.agent}: a payroll column can't be less than zero by one rule`,
      expected: 'an amount of zero or more; what is taken away is a rule of its own',
      hint: 'what is taken away goes into a component of its own in the column `clawbacks`: here `max(…, 0)`, there `max(0 - …, 0)`; or `floor: 0` here if nothing is taken away then',
    }),
    zh: (p) => ({
      message: `“${p.component}”对 ${p.agent} 的结果为 ${p.amount}：单项金额不能为负`,
      expected: '不小于零的金额；要扣的款项另立规则',
      hint: '要扣的款项另立一个 `clawbacks` 列的项目：此处写 `max(…, 0)`，那里写 `max(0 - …, 0)`；若此时只是不发放，为该规则加上 `floor: 0`',
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
  first_week_cut,
  week_without_person,
  paid_not_employed,
  no_minutes,
  negative_amount,
  no_test,
  contested,
  negative_net,
  no_funnel,
  absent_person,
  ...CALC_MEASURE_PROBLEMS,
  ...CALC_ROW_PROBLEMS,
  ...DROPPED_PROBLEMS,
  ...SHARING_PROBLEMS,
  ...WAGE_GUARD_PROBLEMS,
};
