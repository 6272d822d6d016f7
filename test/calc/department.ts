/** A small department for the tests: its month's exports from rows, calculated, and what comes out by name. */
import { type Exact, formatFixed, formatMoney, round } from '../../src/base/exact.js';
import { NO_PAST_MONTHS, type Past } from '../../src/calc/past.js';
import { CallTally, fromActivity } from '../../src/calc/activity.js';
import type { Month } from '../../src/base/period.js';
import { calculateMonth, type MonthResult } from '../../src/calc/month.js';
import type { AgentResult } from '../../src/calc/pay.js';
import type { JudgedSignup } from '../../src/calc/outcomes.js';
import type { CallRow, MonthExports } from '../../src/input/records.js';
import { CALC_PROBLEMS } from '../../src/problems/calc.js';
import type { Plan } from '../../src/rules/plan.js';
import { handbook } from './plans.js';
import { APRIL } from './rows.js';
import { onePlan } from '../../src/rules/plans.js';

export * from './plans.js';
export * from './rows.js';

export interface Parts extends Partial<Omit<MonthExports, 'month'>> {
  readonly calls?: readonly CallRow[];
}

/** The rows of several parts as one. A file that no part has is an empty one. */
export function together(...parts: readonly Parts[]): Parts {
  const rows = <T>(of: (part: Parts) => readonly T[] | undefined): T[] =>
    parts.flatMap((part) => of(part) ?? []);
  const activity = rows((part) => part.activity);
  return {
    ...(activity.length > 0 ? { activity } : {}),
    agents: rows((part) => part.agents),
    signups: rows((part) => part.signups),
    billing: rows((part) => part.billing),
    attendance: rows((part) => part.attendance),
    calls: rows((part) => part.calls),
    targets: rows((part) => part.targets),
    incidents: rows((part) => part.incidents),
    tests: rows((part) => part.tests),
    contacts: rows((part) => part.contacts),
    do_not_disturb: rows((part) => part.do_not_disturb),
    talks: rows((part) => part.talks),
    leads: rows((part) => part.leads),
    visits: rows((part) => part.visits),
    measures: rows((part) => part.measures),
  };
}

/** The exports of April: these rows, and an empty list for every other file; `undefined` is a file that is missing. */
export function exportsOf(parts: Parts, of: Month = APRIL): MonthExports {
  return {
    month: of,
    agents: parts.agents ?? [],
    signups: parts.signups ?? [],
    billing: 'billing' in parts ? parts.billing : [],
    attendance: parts.attendance ?? [],
    activity: parts.activity,
    targets: 'targets' in parts ? parts.targets : [],
    incidents: 'incidents' in parts ? parts.incidents : [],
    tests: 'tests' in parts ? parts.tests : [],
    contacts: 'contacts' in parts ? parts.contacts : [],
    do_not_disturb: 'do_not_disturb' in parts ? parts.do_not_disturb : [],
    talks: 'talks' in parts ? parts.talks : [],
    leads: 'leads' in parts ? parts.leads : [],
    visits: 'visits' in parts ? parts.visits : [],
    measures: 'measures' in parts ? parts.measures : [],
  };
}

/** April calculated from these rows. `debts`: yuan carried in, by agent. */
export function calculate(
  parts: Parts,
  plan: Plan = handbook,
  debts: ReadonlyMap<string, Exact> = new Map(),
): MonthResult {
  return calculateIn(APRIL, parts, plan, { ...NO_PAST_MONTHS, debts });
}

/** A month calculated from these rows, with what closed months leave to it. */
export function calculateIn(of: Month, parts: Parts, plan: Plan, past: Past): MonthResult {
  const exports = exportsOf(parts, of);
  if (exports.activity)
    return calculateMonth(plan, exports, fromActivity(exports.activity, onePlan(plan)), past);
  const tally = new CallTally(onePlan(plan), exports.visits ?? [], exports.do_not_disturb ?? []);
  for (const one of parts.calls ?? []) tally.add(one);
  return calculateMonth(plan, exports, tally.result(), past);
}

export function resultOf(result: MonthResult, agentId: string): AgentResult {
  const found = result.agents.find((one) => one.facts.agent.agent_id === agentId);
  if (!found) throw new Error(`no result for ${agentId}`);
  return found;
}

export function signupOf(result: MonthResult, signupId: string): JudgedSignup {
  const found = result.signups.find((one) => one.row.signup_id === signupId);
  if (!found) throw new Error(`no sign-up ${signupId}`);
  return found;
}

/** The amounts of an agent's lines by line id, as printed; positive as the column is named. */
export function amountsOf(result: MonthResult, agentId: string): Record<string, string> {
  return Object.fromEntries(
    resultOf(result, agentId).lines.map((line) => [line.line_id, formatMoney(line.amount)]),
  );
}

/** The columns of an agent's payroll row that are not 0.00, as printed. */
export function payslipOf(result: MonthResult, agentId: string): Record<string, string> {
  const { payslip } = resultOf(result, agentId);
  const columns: Record<string, Exact> = { ...payslip };
  return Object.fromEntries(
    Object.entries(columns).flatMap(([column, amount]) =>
      amount.n === 0n ? [] : [[column, formatMoney(amount)]],
    ),
  );
}

/** An agent's sections and total of the score sheet, at two decimals; no total where there is none. */
export function scoresOf(result: MonthResult, agentId: string): Record<string, string> {
  const { score } = resultOf(result, agentId);
  const scores = new Map((score?.sections ?? []).map((one) => [one.section, one.trace.value]));
  if (score?.total) scores.set('total', score.total.value);
  return Object.fromEntries([...scores].map(([item, value]) => [item, formatFixed(round(value, 2), 2)]));
}

/** The messages of one kind of problem. */
export const messagesOf = (result: MonthResult, name: keyof typeof CALC_PROBLEMS): string[] =>
  result.problems
    .filter((one) => one.code === CALC_PROBLEMS[name].code)
    .map((one) => one.explain('en').message);
