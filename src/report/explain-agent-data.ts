/** The explanation of an agent's month as data: all that the text shows. */
import type { Currency } from '../base/currency.js';
import { type Exact, formatMoney, formatShort } from '../base/exact.js';
import type { Language } from '../base/localized.js';
import type { NotPaid, Reason } from '../calc/components.js';
import type { MonthResult } from '../calc/month.js';
import type { AgentResult } from '../calc/pay.js';
import { type AppliedLine, type Payslip, rulesOfApplied } from '../calc/payslip.js';
import { weighedData } from './condition-text.js';
import { formatRows } from './csv.js';
import { type Focus, isAsked } from './explain-agent.js';
import { signedAmount } from '../calc/payslip.js';
import { clausesData, ruleData, traceData } from './trace-text.js';

export function explainAgentData(
  agent: AgentResult,
  result: MonthResult,
  focus: Focus,
  language: Language,
): object {
  const { facts, payslip, score } = agent;
  const lines = agent.lines.filter((line) => isAsked(line.component, line.line_id, focus));
  const notPaid = agent.notPaid.filter((one) => isAsked(one.component, one.component, focus));
  const { agent_id, name, team, role } = facts.agent;
  return {
    agent_id,
    name,
    team,
    role,
    month: result.month,
    provisional: result.provisional,
    rules_version: facts.plan.version,
    payslip: payslipData(payslip, facts.plan.currency),
    lines: lines.map((line) => lineData(line, facts.plan.currency, language)),
    not_paid: notPaid.map((one) => notPaidData(one, language)),
    days: facts.days.map(({ attendance, signups, ...day }) => ({
      ...day,
      met_by: day.met_by ?? null,
      attendance: formatRows(attendance),
      signups: formatRows(signups),
    })),
    score: {
      sections: (score?.sections ?? []).map((one) => ({
        section: one.section,
        clause: one.clause,
        trace: traceData(one.trace, language),
      })),
      total: score?.total ? formatShort(score.total.value) : null,
    },
    clauses: clausesData(lines.flatMap(rulesOfApplied), facts.plan),
  };
}

export function notPaidData({ component, clause, reasons }: NotPaid, language: Language): object {
  return { component, clause, reasons: reasons.map((reason) => reasonData(reason, language)) };
}

const payslipData = (payslip: Payslip, currency: Currency): Record<string, string> => {
  const columns: Record<string, Exact> = { ...payslip };
  return Object.fromEntries(
    Object.entries(columns).map(([column, amount]) => [column, formatMoney(amount, currency)]),
  );
};

export function lineData(line: AppliedLine, currency: Currency, language: Language): object {
  return {
    line_id: line.line_id,
    component: line.component,
    clause: line.clause,
    column: line.column,
    amount: formatMoney(signedAmount(line), currency),
    basis: line.basis,
    ...(line.product === undefined ? {} : { product: line.product }),
    ...(line.penalty
      ? { class: line.penalty.class.value, date: line.penalty.date, source: line.penalty.source }
      : {}),
    ...(line.prior ? { prior: line.prior } : {}),
    trace: traceData(line.guard ?? line.trace, language),
    ...(line.roles ? { roles: ruleData(line.roles, language) } : {}),
    conditions: line.conditions.map((met) => weighedData(met, language)),
  };
}

function reasonData(reason: Reason, language: Language): object {
  const { kind } = reason;
  switch (reason.kind) {
    case 'role':
      return { kind, roles: reason.roles.value, rules: [ruleData(reason.roles, language)] };
    case 'absent':
      return { kind, measure: reason.measure, why: reason.absent.absent[language] };
    case 'waived': {
      const { why, rows, rules } = reason.waived;
      return {
        kind,
        why: why[language],
        rows: formatRows(rows),
        rules: rules.map((rule) => ruleData(rule, language)),
      };
    }
    case 'nothing':
      return { kind, trace: traceData(reason.trace, language) };
    case 'condition':
      return { kind, ...weighedData(reason.weighed, language) };
  }
}
