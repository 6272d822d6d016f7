/** Why an agent gets what he gets, and why not more: every line with its tree, every refusal with its reason. */
import type { Currency } from '../base/currency.js';
import { formatMoney } from '../base/exact.js';
import type { Language, Localized } from '../base/localized.js';
import type { NotPaid, Reason } from '../calc/components.js';
import type { AssessedDay } from '../calc/daily.js';
import type { MonthResult } from '../calc/month.js';
import type { AgentResult } from '../calc/pay.js';
import { type AppliedLine, type Payslip, rulesOfApplied } from '../calc/payslip.js';
import { rulesOf } from '../calc/rests-on.js';
import type { Trace } from '../calc/trace.js';
import { rulesOfWeighed } from '../calc/weighed.js';
import type { Value } from '../rules/mark.js';
import type { Plan } from '../rules/plan.js';
import { comparisonRules, metText, unmetText } from './condition-text.js';
import { formatRows } from './csv.js';
import { DAILY_NAMES, dailyName } from './explain-day.js';
import { printableLines } from './printable.js';
import { PAYROLL_NAMES } from './payroll-names.js';
import { signedAmount } from '../calc/payslip.js';
import { clausesText, MARK_NAMES, ruleText, traceText } from './trace-text.js';

/** What of an agent's month is asked about: one line, one component, or all. */
export interface Focus {
  readonly line?: string;
  readonly component?: string;
}

const TEXTS = {
  lines: { en: 'Pay lines', zh: '应付明细' },
  not_paid: { en: 'Not paid', zh: '未发项目' },
  conditions: { en: 'conditions that held', zh: '已满足的条件' },
  days: { en: 'Assessed days', zh: '考核日' },
  score: { en: 'Score (no money)', zh: '考核得分（不计金额）' },
  applied: { en: 'applied', zh: '实扣' },
  role: { en: 'only for', zh: '仅限岗位' },
  nothing: { en: 'comes to nothing', zh: '计算结果为零' },
  missing: { en: 'missing', zh: '缺少' },
  met: { en: 'met by', zh: '达标依据' },
  missed: { en: 'MISSED', zh: '未达标' },
  retention_day: { en: 'retention day', zh: '告知维系日' },
  clauses: { en: 'Clauses of the handbook', zh: '制度条款原文' },
  provisional: { en: 'PROVISIONAL: pending sign-ups taken as billed', zh: '预估：待出账受理按已出账计算' },
  none: { en: 'nothing of this kind', zh: '没有此类项目' },
} satisfies Record<string, Localized>;

/** The explanation as text. */
export function explainAgentText(
  agent: AgentResult,
  result: MonthResult,
  focus: Focus,
  language: Language,
): string {
  const { plan } = agent.facts;
  const lines = agent.lines.filter((line) => isAsked(line.component, line.line_id, focus));
  const notPaid = agent.notPaid.filter((one) => isAsked(one.component, one.component, focus));
  const whole = focus.line === undefined && focus.component === undefined;
  const parts = [
    [headerText(agent, result)],
    result.provisional ? [TEXTS.provisional[language]] : [],
    whole ? payslipText(agent.payslip, plan.currency, language) : [],
    lines.length > 0
      ? [TEXTS.lines[language], ...lines.flatMap((line) => lineText(line, plan, language))]
      : [],
    notPaid.length > 0
      ? [TEXTS.not_paid[language], ...notPaid.flatMap((one) => notPaidText(one, language))]
      : [],
    lines.length + notPaid.length === 0 && !asksAboutScore(focus) ? [TEXTS.none[language]] : [],
    asksAboutDays(focus, plan) ? daysText(agent.facts.days, language) : [],
    asksAboutScore(focus) ? scoreText(agent, language) : [],
    clausesPart(
      [
        ...lines.flatMap(rulesOfApplied),
        ...notPaid.flatMap(rulesAgainst),
        ...(asksAboutScore(focus) ? scoreTraces(agent).flatMap(rulesOf) : []),
      ],
      plan,
      language,
    ),
  ];
  return parts
    .filter((part) => part.length > 0)
    .map(printableLines)
    .join('\n\n');
}

export const isAsked = (component: string, line: string, focus: Focus): boolean =>
  (focus.component === undefined || focus.component === component) &&
  (focus.line === undefined || focus.line === line);

function headerText(agent: AgentResult, result: MonthResult): string {
  const { agent_id, name, team, role } = agent.facts.agent;
  return [agent_id, name, team, role, result.month, agent.facts.plan.version].join(' · ');
}

const EARNINGS = ['base_commission', 'product_commission', 'prior_period', 'allowances'] as const;
const DEDUCTIONS = ['clawbacks', 'penalties', 'debt_in'] as const;

/** The equation of the payroll, the amounts as printed there. */
function payslipText(payslip: Payslip, currency: Currency, language: Language): string[] {
  const term = (column: keyof Payslip): string =>
    `${PAYROLL_NAMES[column][language]} ${formatMoney(payslip[column], currency)}`;
  const minus = DEDUCTIONS.map((column) => ` − ${term(column)}`).join('');
  return [
    `${EARNINGS.map(term).join(' + ')}${minus}`,
    `= ${term('net')} → ${term('paid')}, ${term('debt_out')}`,
  ];
}

/** A pay line with its tree and the conditions that held; `told`: nodes that were shown already. */
export function lineText(line: AppliedLine, plan: Plan, language: Language, told?: Set<Trace>): string[] {
  const applied = line.applied.equals(line.amount)
    ? ''
    : ` (${TEXTS.applied[language]} ${formatMoney(line.applied, plan.currency)})`;
  const product = line.product === undefined ? '' : ` ${plan.products[line.product]?.name[language] ?? ''}`;
  const head = `${line.line_id}  ${line.name[language]}${product}  ${formatMoney(signedAmount(line), plan.currency)}${applied}  ${line.clause} · ${MARK_NAMES[line.basis][language]}`;
  const rules = [...(line.penalty ? [line.penalty.class] : []), ...(line.roles ? [line.roles] : [])];
  const conditions = line.conditions.flatMap((one) => metText(one, language, '    '));
  return [
    head,
    ...traceText(line.guard ?? line.trace, language, '  ', told),
    ...rules.map((rule) => `    ${ruleText(rule, language)}`),
    ...(conditions.length > 0 ? [`  ${TEXTS.conditions[language]}`, ...conditions] : []),
  ];
}

/** A component that pays nothing, and why. */
export function notPaidText(one: NotPaid, language: Language): string[] {
  const reasons = one.reasons.flatMap((reason) => reasonText(reason, language));
  return [`${one.component}  ${one.name[language]}  0.00  ${one.clause}`, ...reasons];
}

function reasonText(reason: Reason, language: Language): string[] {
  switch (reason.kind) {
    case 'role':
      return [
        `  ${TEXTS.role[language]} ${reason.roles.value.join(', ')}`,
        `    ${ruleText(reason.roles, language)}`,
      ];
    case 'absent':
      return [
        `  ${TEXTS.missing[language]} ${reason.measure}: ${reason.absent.absent[language]}`,
        ...(reason.condition ? comparisonRules(reason.condition) : []).map(
          (rule) => `    ${ruleText(rule, language)}`,
        ),
      ];
    case 'waived':
      return [
        `  ${reason.waived.why[language]}  ${formatRows(reason.waived.rows)}`,
        ...reason.waived.rules.map((rule) => `    ${ruleText(rule, language)}`),
      ];
    case 'nothing':
      return [`  ${TEXTS.nothing[language]}`, ...traceText(reason.trace, language, '    ')];
    case 'condition':
      return unmetText(reason.weighed, language, '  ');
  }
}

const DAILY = ['successes', 'answered', 'dialled'] as const;
const DAY_MEASURES = new Set(['assessed_days', 'missed_days', 'uncovered_misses']);

/** Whether the days belong to the answer: asked for all, or for a component that hangs on them. */
function asksAboutDays(focus: Focus, plan: Plan): boolean {
  const key = focus.component ?? focus.line;
  if (key === undefined) return true;
  const component = plan.components[key];
  const gate = component && component.kind !== 'fine' ? (component.gate ?? []) : [];
  return gate.some((condition) => condition.kind === 'comparison' && DAY_MEASURES.has(condition.measure));
}

function daysText(days: readonly AssessedDay[], language: Language): string[] {
  if (days.length === 0) return [];
  const rows = days.map((day) => {
    const counts = DAILY.map((key) => `${DAILY_NAMES[key][language]} ${day[key]}`).join(', ');
    const verdict = day.met
      ? `${TEXTS.met[language]} ${dailyName(day.met_by ?? '', language)}`
      : TEXTS.missed[language];
    const retention = day.retention_day ? `  ${TEXTS.retention_day[language]}` : '';
    return `  ${day.date}  ${counts}  ${verdict}${retention}  ${formatRows(day.attendance)}`;
  });
  return [TEXTS.days[language], ...rows];
}

/** Whether the score belongs to the answer: asked for all, or for it. */
const asksAboutScore = ({ line, component }: Focus): boolean =>
  component === SCORE || (line === undefined && component === undefined);

/** What `--component` calls the score sheet. */
export const SCORE = 'score';

const scoreTraces = ({ score }: AgentResult): readonly Trace[] =>
  score?.total ? [score.total] : (score?.sections ?? []).map((one) => one.trace);

function scoreText(agent: AgentResult, language: Language): string[] {
  const traces = scoreTraces(agent);
  return traces.length === 0
    ? []
    : [TEXTS.score[language], ...traces.flatMap((trace) => traceText(trace, language, '  '))];
}

function clausesPart(rules: readonly Value<unknown>[], plan: Plan, language: Language): string[] {
  return rules.length > 0 ? [TEXTS.clauses[language], ...clausesText(rules, plan, language)] : [];
}

/** The values of the rule file that stand behind a refusal. */
function rulesAgainst(one: NotPaid): Value<unknown>[] {
  return one.reasons.flatMap((reason): Value<unknown>[] => {
    switch (reason.kind) {
      case 'role':
        return [reason.roles];
      case 'condition':
        return rulesOfWeighed(reason.weighed);
      case 'waived':
        return [...reason.waived.rules];
      case 'nothing':
        return [...rulesOf(reason.trace)];
      case 'absent':
        return reason.condition ? comparisonRules(reason.condition) : [];
    }
  });
}
