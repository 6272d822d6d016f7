/** A month's calculation, whole: exports and a plan in, pay and reports out. Pure. */
import type { Currency } from '../base/currency.js';
import { type Exact, sum } from '../base/exact.js';
import { indexBy } from '../base/group.js';
import { byKeys } from '../base/order.js';
import { type Problem } from '../base/problem.js';
import type { Month } from '../base/period.js';
import type { MonthExports } from '../input/records.js';
import type { Value } from '../rules/mark.js';
import type { Plan } from '../rules/plan.js';
import { onePlan, type Plans } from '../rules/plans.js';
import type { Activity } from './activity.js';
import { type FirmFacts, type MonthFacts } from './agent-facts.js';
import { type CheckFinding, runChecks } from './checks.js';
import { type MonthState, stateOf } from './closing.js';
import type { GivenMeasures } from './given-measures.js';
import { type FunnelRow, funnelRows } from './funnel.js';
import type { JudgedSignup } from './outcomes.js';
import { NO_PAST_MONTHS, type Past } from './past.js';
import { type AppliedLine, eachRuleOfApplied, type Payslip } from './payslip.js';
import { type LateSignup } from './prior-period.js';
import { type TeamResult, teamResults } from './teams.js';
import { type AgentResult, calculatePay, type Pay } from './pay.js';

export interface MonthResult {
  readonly month: Month;
  readonly plans: Plans;
  /** Of all plans: rule files in force together pay in one. */
  readonly currency: Currency;
  readonly provisional: boolean;
  readonly facts: FirmFacts;
  /** The same as each plan sees it. */
  readonly months: readonly [MonthFacts, ...MonthFacts[]];
  /** In the order of their ids. */
  readonly agents: readonly AgentResult[];
  readonly signups: readonly JudgedSignup[];
  readonly teams: readonly TeamResult[];
  readonly funnel: readonly FunnelRow[];
  readonly checks: readonly CheckFinding[];
  /** Errors refuse the month; warnings are for the clerk. */
  readonly problems: readonly Problem[];
  /** The values of the rule files that pay lines rest on, each once, in the order of their paths. */
  readonly rules: readonly Value<unknown>[];
  /** Sign-ups of the month before that are paid now. */
  readonly late: readonly LateSignup[];
  /** What incident fines were charged for, by component. */
  readonly charged: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Computes a month by one plan for everybody, with what closed months leave to it. `given`: what an example states
 * of its people.
 */
export function calculateMonth(
  plan: Plan,
  exports: MonthExports,
  activity: Activity,
  past: Past = NO_PAST_MONTHS,
  given: ReadonlyMap<string, GivenMeasures> = new Map(),
): MonthResult {
  return calculateFirm(onePlan(plan), exports, activity, past, given);
}

/** The same where each is paid by his own plan. Teams and everybody are the same people for every plan. */
export function calculateFirm(
  plans: Plans,
  exports: MonthExports,
  activity: Activity,
  past: Past,
  given: ReadonlyMap<string, GivenMeasures> = new Map(),
): MonthResult {
  const pay = calculatePay(plans, exports, activity, past, given);
  const { facts, months, agents, fines, prior } = pay;
  const scores = new Map(agents.flatMap((one) => (one.score ? [[one.facts.agent.agent_id, one.score]] : [])));
  const checks = runChecks(months, scores);
  const lines = agents.flatMap((one) => one.lines);
  return {
    month: exports.month,
    plans,
    currency: plans.all[0].currency,
    provisional: facts.provisional,
    facts,
    months,
    agents,
    signups: facts.signups,
    teams: teamResults(facts, months, lines),
    funnel: funnelRows(facts),
    checks: checks.findings,
    problems: [...pay.problems, ...checks.problems],
    rules: rulesUsed(lines, plans),
    late: prior.late,
    charged: chargedBy(fines),
  };
}

/** What a close would leave of a month of which only the pay was calculated. */
export const leftBy = (pay: Pay): MonthState =>
  stateOf({ ...pay, late: pay.prior.late, charged: chargedBy(pay.fines) });

/** Of one plan a path is one value, whatever version it stands in; of several each has its own there. */
function rulesUsed(lines: readonly AppliedLine[], { all }: Plans): Value<unknown>[] {
  const fileOf = (rule: Value<unknown>): string => (all.length > 1 ? rule.at.file : '');
  const found = new Set<Value<unknown>>();
  for (const line of lines) eachRuleOfApplied(line, (rule) => found.add(rule));
  const used = indexBy(found, (rule) => `${fileOf(rule)}\t${rule.path}`);
  return [...used.values()].toSorted(byKeys((rule) => rule.path, fileOf));
}

/** What the fines of all plans were charged for: those of one name share what is charged once. */
function chargedBy(fines: Pay['fines']): Map<string, ReadonlySet<string>> {
  const charged = new Map<string, ReadonlySet<string>>();
  for (const [key, one] of fines) charged.set(key, new Set([...(charged.get(key) ?? []), ...one.charged]));
  return charged;
}

/** The warnings about one agent: those that stand at his row of agents.csv. */
export function warningsAbout(agent: AgentResult, result: MonthResult): Problem[] {
  return result.problems.filter((one) => one.place === agent.facts.agent.at);
}

/** Totals of the payroll columns over all agents. */
export function totalsOf(agents: readonly AgentResult[]): Payslip {
  const total = (column: keyof Payslip): Exact => sum(agents.map((one) => one.payslip[column]));
  return {
    base_commission: total('base_commission'),
    product_commission: total('product_commission'),
    prior_period: total('prior_period'),
    allowances: total('allowances'),
    clawbacks: total('clawbacks'),
    penalties: total('penalties'),
    debt_in: total('debt_in'),
    net: total('net'),
    paid: total('paid'),
    debt_out: total('debt_out'),
  };
}
