/** A month's calculation, whole: exports and a plan in, pay and reports out. Pure. */
import type { Currency } from '../base/currency.js';
import { computedOnce } from '../base/computed-once.js';
import { type Exact, sum, ZERO } from '../base/exact.js';
import { groupBy, indexBy } from '../base/group.js';
import { byKeys } from '../base/order.js';
import { type Problem, problem } from '../base/problem.js';
import type { Month } from '../base/period.js';
import type { MonthExports } from '../input/records.js';
import { CALC_PROBLEMS } from '../problems/calc.js';
import { INPUT_PROBLEMS } from '../problems/input.js';
import type { Value } from '../rules/mark.js';
import type { Plan } from '../rules/plan.js';
import { onePlan, type Plans, plansFor } from '../rules/plans.js';
import type { Activity } from './activity.js';
import { measuresWithoutCalls } from './activity-counts.js';
import { correctionLines } from './correction.js';
import { type AgentFacts, type FirmFacts, gatherFacts, type MonthFacts, seenBy } from './agent-facts.js';
import { baseCountedTwice } from './base-counted-twice.js';
import { type CheckFinding, runChecks } from './checks.js';
import { type ComponentResult, componentResult, type NotPaid, type PayingComponent } from './components.js';
import { paidThoughNotEmployed } from './employment.js';
import { finesOfComponent, type FinesOfMonth } from './fines.js';
import type { GivenMeasures } from './given-measures.js';
import { type FunnelRow, funnelRows } from './funnel.js';
import { withDistinctIds } from './line-ids.js';
import type { JudgedSignup } from './outcomes.js';
import { poolProblems } from './pools.js';
import { NO_PAST_MONTHS, type Past } from './past.js';
import type { PayLine } from './pay-line.js';
import { type AppliedLine, eachRuleOfApplied, type Payslip, settle } from './payslip.js';
import { clawbackLines } from './clawbacks.js';
import { lateEvidence, type LateSignup, returningPenalties } from './prior-period.js';
import { cutsFirstWeek, goneWithinWeek } from './remembered.js';
import { type ScoreSheet, scoreOf } from './score.js';
import { splitProblems } from './splits.js';
import { type TeamResult, teamResults } from './teams.js';

/** Everything about one agent's month. */
export interface AgentResult {
  readonly facts: AgentFacts;
  readonly lines: readonly AppliedLine[];
  readonly notPaid: readonly NotPaid[];
  readonly score: ScoreSheet | undefined;
  readonly payslip: Payslip;
  readonly problems: readonly Problem[];
}

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
  const prior = lateEvidence(plans, exports, past);
  const priorLines = [
    ...prior.lines,
    ...clawbackLines(plans, exports, past, prior.lines),
    ...returningPenalties(plans, past),
    ...correctionLines(plans, past.postings),
  ];
  const facts = gatherFacts(
    plans,
    exports,
    activity,
    past,
    priorLines.map((line) => line.agent_id),
    given,
  );
  const [first, ...others] = plans.all;
  const months = [seenBy(first, facts), ...others.map((plan) => seenBy(plan, facts))] as const;
  const fines = months.flatMap(finesOf);
  const lineIndex = groupBy(
    [...priorLines, ...fines.flatMap(([, one]) => one.lines)],
    (line) => line.agent_id,
  );
  const agents = months
    .flatMap((month) =>
      month.agents.map((own) =>
        calculateAgent(own, month, lineIndex.get(own.agent.agent_id) ?? [], waivedFines(own, fines)),
      ),
    )
    .toSorted(byKeys((one) => one.facts.agent.agent_id))
    .filter((one) => !one.facts.absent || one.lines.length > 0 || one.payslip.debt_in.n !== 0n);
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
    problems: [
      ...agents.flatMap((one) => one.problems),
      ...fines.flatMap(([, one]) => one.problems),
      ...brokenWeeks(facts, months),
      ...baseCountedTwice(plans.all, agents),
      ...months.flatMap(poolProblems),
      ...splitProblems(months),
      ...contestedSignups(facts),
      ...[...activity.counts].flatMap(([plan, counts]) => measuresWithoutCalls(plan, counts)),
      ...withoutPlan(facts),
      ...checks.problems,
    ],
    rules: rulesUsed(lines, plans),
    late: prior.late,
    charged: chargedBy(fines),
  };
}

/** The fines of every fine component, by its key. */
function finesOf(facts: MonthFacts): [string, FinesOfMonth][] {
  return Object.entries(facts.plan.components).flatMap(([key, component]): [string, FinesOfMonth][] =>
    component.kind === 'fine' ? [[key, finesOfComponent(key, component, facts)]] : [],
  );
}

/** `others`: the agent's lines of closed months and his fines. */
function calculateAgent(
  facts: AgentFacts,
  month: MonthFacts,
  others: readonly PayLine[],
  waived: readonly NotPaid[],
): AgentResult {
  const results = facts.absent ? [] : componentResults(facts, month);
  const lines = withDistinctIds([...results.flatMap((one) => one.lines), ...others]);
  const settled = settle(month.plan, facts, lines, month.past.debts.get(facts.agent.agent_id) ?? ZERO);
  const score = scoreOf(facts, month);
  return {
    facts,
    lines: settled.lines,
    notPaid: [...results.flatMap((one) => (one.notPaid ? [one.notPaid] : [])), ...waived],
    score,
    payslip: settled.payslip,
    problems: [
      ...absence(facts),
      ...results.flatMap((one) => one.problems),
      ...paidThoughNotEmployed(facts, settled.lines, month),
      ...(score?.problems ?? []),
      ...settled.problems,
    ],
  };
}

function componentResults(facts: AgentFacts, month: MonthFacts): ComponentResult[] {
  return computedOnce(paying, month.plan, payingComponents).map(([key, component]) =>
    componentResult(key, component, facts, month),
  );
}

/** The components of a plan that pay each for himself: asked for once, not once for everybody. */
const paying = new WeakMap<Plan, readonly [string, PayingComponent][]>();

const payingComponents = ({ components }: Plan): [string, PayingComponent][] =>
  Object.entries(components).flatMap(([key, component]): [string, PayingComponent][] =>
    component.kind === 'fine' ? [] : [[key, component]],
  );

/** What could have been fined and was not, by component. */
function waivedFines(facts: AgentFacts, fines: readonly [string, FinesOfMonth][]): NotPaid[] {
  return fines.flatMap(([key, { waived }]): NotPaid[] => {
    const own = waived.filter((one) => one.agent_id === facts.agent.agent_id);
    const component = facts.plan.components[key];
    if (!component || own.length === 0) return [];
    const { name, clause } = component;
    return [{ component: key, name, clause, reasons: own.map((one) => ({ kind: 'waived', waived: one })) }];
  });
}

/** Weeks whose first days lie before this month, and that can't be paid as they should be. */
function brokenWeeks(facts: FirmFacts, months: readonly MonthFacts[]): Problem[] {
  const { month } = facts;
  const gone = [...goneWithinWeek(facts)].map(([agent, from]) =>
    problem(CALC_PROBLEMS.week_without_person, { file: 'agents.csv' }, { agent, from }, { value: agent }),
  );
  if (!months.some(cutsFirstWeek)) return gone;
  return [...gone, problem(CALC_PROBLEMS.first_week_cut, { file: `months/${month}` }, { month })];
}

function absence({ absent, agent }: AgentFacts): Problem[] {
  if (!absent) return [];
  return [problem(CALC_PROBLEMS.absent_person, agent.at, { agent: agent.agent_id, team: agent.team })];
}

/** Of one plan a path is one value, whatever version it stands in; of several each has its own there. */
function rulesUsed(lines: readonly AppliedLine[], { all }: Plans): Value<unknown>[] {
  const fileOf = (rule: Value<unknown>): string => (all.length > 1 ? rule.at.file : '');
  const found = new Set<Value<unknown>>();
  for (const line of lines) eachRuleOfApplied(line, (rule) => found.add(rule));
  const used = indexBy(found, (rule) => `${fileOf(rule)}\t${rule.path}`);
  return [...used.values()].toSorted(byKeys((rule) => rule.path, fileOf));
}

/** What the fines of all plans were charged for: those of one name share what is charged once. */
function chargedBy(fines: readonly [string, FinesOfMonth][]): Map<string, ReadonlySet<string>> {
  const charged = new Map<string, ReadonlySet<string>>();
  for (const [key, one] of fines) charged.set(key, new Set([...(charged.get(key) ?? []), ...one.charged]));
  return charged;
}

/** People of closed months for whom not exactly one plan is; those of agents.csv were checked when they were read. */
function withoutPlan({ agents, plans: { all } }: FirmFacts): Problem[] {
  if (all.length === 1 && !all[0].applies_to) return [];
  return agents.flatMap(({ agent, absent }) => {
    const own = plansFor(all, agent);
    if (!absent || own.length === 1) return [];
    const kind = own.length === 0 ? INPUT_PROBLEMS.no_plan : INPUT_PROBLEMS.several_plans;
    const files = (own.length === 0 ? all : own).map((plan) => plan.version);
    return [problem(kind, agent.at, { agent: agent.agent_id, files, absent })];
  });
}

/** A duplicate whose first sign-up is another agent's. */
function contestedSignups(month: FirmFacts): Problem[] {
  return month.signups.flatMap(({ row, first }) => {
    if (!first || first.agent_id === row.agent_id) return [];
    const params = {
      signup: row.signup_id,
      agent: row.agent_id,
      first: first.signup_id,
      first_agent: first.agent_id,
    };
    return [problem(CALC_PROBLEMS.contested, row.at, params, { value: row.signup_id })];
  });
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
