/** Why an agent gets what he gets, and why not more: every line with its tree, every refusal with its reason. */
import { formatMoney, formatShort } from '../base/exact.js';
import type { Language, Localized } from '../base/localized.js';
import type { NotPaid, Reason } from '../calc/components.js';
import { COMPARATOR_NAMES } from '../calc/conditions.js';
import type { AssessedDay } from '../calc/daily.js';
import type { AgentResult, MonthResult } from '../calc/month.js';
import type { AppliedLine, Payslip } from '../calc/payslip.js';
import { rulesOfLine } from '../calc/pay-line.js';
import { rulesOf } from '../calc/trace.js';
import type { Value } from '../rules/mark.js';
import type { Plan } from '../rules/plan.js';
import { formatRows } from './csv.js';
import { DAILY_NAMES, dailyName } from './explain-day.js';
import { printableLines } from './printable.js';
import { signedAmount } from './tables.js';
import { clausesText, ruleText, traceData, traceText } from './trace-text.js';

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
  needed: { en: 'needed', zh: '需要' },
  met: { en: 'met by', zh: '达标依据' },
  missed: { en: 'MISSED', zh: '未达标' },
  retention_day: { en: 'retention day', zh: '告知维系日' },
  clauses: { en: 'Clauses of the handbook', zh: '制度条款原文' },
  none: { en: 'nothing of this kind', zh: '没有此类项目' },
} satisfies Record<string, Localized>;

/** The explanation as text. */
export function explainAgentText(
  agent: AgentResult,
  result: MonthResult,
  focus: Focus,
  language: Language,
): string {
  const { plan } = result;
  const lines = agent.lines.filter((line) => isAsked(line.component, line.line_id, focus));
  const notPaid = agent.notPaid.filter((one) => isAsked(one.component, one.component, focus));
  const whole = focus.line === undefined && focus.component === undefined;
  const parts = [
    [headerText(agent, result)],
    whole ? payslipText(agent.payslip) : [],
    lines.length > 0
      ? [TEXTS.lines[language], ...lines.flatMap((line) => lineText(line, plan, language))]
      : [],
    notPaid.length > 0
      ? [TEXTS.not_paid[language], ...notPaid.flatMap((one) => notPaidText(one, language))]
      : [],
    lines.length + notPaid.length === 0 ? [TEXTS.none[language]] : [],
    asksAboutDays(focus, plan) ? daysText(agent.facts.days, language) : [],
    whole ? scoreText(agent, language) : [],
    clausesPart([...lines.flatMap(rulesOfLine), ...notPaid.flatMap(rulesAgainst)], plan, language),
  ];
  return parts
    .filter((part) => part.length > 0)
    .map(printableLines)
    .join('\n\n');
}

const isAsked = (component: string, line: string, focus: Focus): boolean =>
  (focus.component === undefined || focus.component === component) &&
  (focus.line === undefined || focus.line === line);

function headerText(agent: AgentResult, result: MonthResult): string {
  const { agent_id, name, team, role } = agent.facts.agent;
  return [agent_id, name, team, role, result.month, result.plan.version].join(' · ');
}

const EARNINGS = ['base_commission', 'product_commission', 'prior_period', 'allowances'] as const;
const DEDUCTIONS = ['clawbacks', 'penalties', 'debt_in'] as const;

/** The equation of the payroll: the names of its columns, the amounts as printed there. */
function payslipText(payslip: Payslip): string[] {
  const plus = EARNINGS.map((column) => `${column} ${formatMoney(payslip[column])}`).join(' + ');
  const minus = DEDUCTIONS.map((column) => ` − ${column} ${formatMoney(payslip[column])}`).join('');
  const end = `net ${formatMoney(payslip.net)} → paid ${formatMoney(payslip.paid)}, debt_out ${formatMoney(payslip.debt_out)}`;
  return [`${plus}${minus}`, `= ${end}`];
}

function lineText(line: AppliedLine, plan: Plan, language: Language): string[] {
  const applied = line.applied.equals(line.amount)
    ? ''
    : ` (${TEXTS.applied[language]} ${formatMoney(line.applied)})`;
  const product = line.product === undefined ? '' : ` ${plan.products[line.product]?.name[language] ?? ''}`;
  const head = `${line.line_id}  ${line.name[language]}${product}  ${formatMoney(signedAmount(line))}${applied}  ${line.clause} · ${line.basis}`;
  const rules = [...(line.penalty ? [line.penalty.class] : []), ...(line.roles ? [line.roles] : [])];
  const conditions = line.conditions.flatMap(({ condition, measured }) => [
    `    ${condition.measure} ${COMPARATOR_NAMES[condition.comparator.value][language]} ${condition.threshold.text}`,
    `      ${ruleText(condition.threshold, language)}`,
    ...traceText(measured, language, '      '),
  ]);
  return [
    head,
    ...traceText(line.trace, language, '  '),
    ...rules.map((rule) => `    ${ruleText(rule, language)}`),
    ...(conditions.length > 0 ? [`  ${TEXTS.conditions[language]}`, ...conditions] : []),
  ];
}

function notPaidText(one: NotPaid, language: Language): string[] {
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
      return [`  ${TEXTS.missing[language]} ${reason.measure}: ${reason.absent.absent[language]}`];
    case 'nothing':
      return [`  ${TEXTS.nothing[language]}`, ...traceText(reason.trace, language, '    ')];
    case 'condition': {
      const { condition, measured } = reason;
      const needed = `${TEXTS.needed[language]} ${COMPARATOR_NAMES[condition.comparator.value][language]} ${condition.threshold.text}`;
      return [
        `  ${condition.measure} = ${formatShort(measured.value)}, ${needed}`,
        `    ${ruleText(condition.threshold, language)}`,
        ...traceText(measured, language, '    '),
      ];
    }
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
  return gate.some((condition) => DAY_MEASURES.has(condition.measure));
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

function scoreText(agent: AgentResult, language: Language): string[] {
  const { score } = agent;
  if (!score) return [];
  const traces = score.total ? [score.total] : score.sections.map((one) => one.trace);
  return [TEXTS.score[language], ...traces.flatMap((trace) => traceText(trace, language, '  '))];
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
        return [reason.condition.threshold, ...rulesOf(reason.measured)];
      case 'nothing':
        return rulesOf(reason.trace);
      case 'absent':
        return [];
    }
  });
}

/** The explanation as data. */
export function explainAgentData(
  agent: AgentResult,
  result: MonthResult,
  focus: Focus,
  language: Language,
): object {
  const lines = agent.lines.filter((line) => isAsked(line.component, line.line_id, focus));
  const notPaid = agent.notPaid.filter((one) => isAsked(one.component, one.component, focus));
  return {
    agent_id: agent.facts.agent.agent_id,
    month: result.month,
    rules_version: result.plan.version,
    net: formatMoney(agent.payslip.net),
    paid: formatMoney(agent.payslip.paid),
    lines: lines.map((line) => ({
      line_id: line.line_id,
      component: line.component,
      clause: line.clause,
      amount: formatMoney(signedAmount(line)),
      basis: line.basis,
      trace: traceData(line.trace, language),
      conditions: line.conditions.map(({ condition, measured }) => ({
        measure: condition.measure,
        comparator: condition.comparator.value,
        threshold: condition.threshold.text,
        measured: traceData(measured, language),
      })),
    })),
    not_paid: notPaid.map((one) => ({
      component: one.component,
      clause: one.clause,
      reasons: one.reasons.map((reason) => reasonData(reason, language)),
    })),
  };
}

function reasonData(reason: Reason, language: Language): object {
  switch (reason.kind) {
    case 'role':
      return { kind: reason.kind, roles: reason.roles.value };
    case 'absent':
      return { kind: reason.kind, measure: reason.measure, why: reason.absent.absent[language] };
    case 'nothing':
      return { kind: reason.kind, trace: traceData(reason.trace, language) };
    case 'condition':
      return {
        kind: reason.kind,
        measure: reason.condition.measure,
        comparator: reason.condition.comparator.value,
        threshold: reason.condition.threshold.text,
        measured: traceData(reason.measured, language),
      };
  }
}
