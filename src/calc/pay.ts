/** What a month pays: exports and plans in, everybody's lines and payslip out. Pure. */
import type { Currency } from '../base/currency.js';
import { computedOnce } from '../base/computed-once.js';
import { ZERO } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import { byKeys } from '../base/order.js';
import { type Problem, problem } from '../base/problem.js';
import type { Month } from '../base/period.js';
import type { MonthExports } from '../input/records.js';
import { CALC_PROBLEMS } from '../problems/calc.js';
import { INPUT_PROBLEMS } from '../problems/input.js';
import type { Plan } from '../rules/plan.js';
import { type Plans, plansFor } from '../rules/plans.js';
import type { Activity } from './activity.js';
import { measuresWithoutCalls } from './activity-counts.js';
import { correctionLines } from './correction.js';
import { type AgentFacts, type FirmFacts, gatherFacts, type MonthFacts, seenBy } from './agent-facts.js';
import { baseCountedTwice } from './base-counted-twice.js';
import { type ComponentResult, componentResult, type NotPaid, type PayingComponent } from './components.js';
import { paidThoughNotEmployed } from './employment.js';
import { finesOfComponent, type FinesOfMonth } from './fines.js';
import type { GivenMeasures } from './given-measures.js';
import { withDistinctIds } from './line-ids.js';
import { poolProblems } from './pools.js';
import { type Past } from './past.js';
import type { PayLine } from './pay-line.js';
import { type AppliedLine, type Payslip, settle } from './payslip.js';
import { clawbackLines } from './clawbacks.js';
import { lateEvidence, returningPenalties } from './prior-period.js';
import { cutsFirstWeek, goneWithinWeek } from './remembered.js';
import { type ScoreSheet, scoreOf } from './score.js';
import { splitProblems } from './splits.js';

/** Everything about one agent's month. */
export interface AgentResult {
  readonly facts: AgentFacts;
  readonly lines: readonly AppliedLine[];
  readonly notPaid: readonly NotPaid[];
  readonly score: ScoreSheet | undefined;
  readonly payslip: Payslip;
  readonly problems: readonly Problem[];
}

/** What is paid in a month, and what stands against it. */
export interface Pay {
  readonly month: Month;
  /** Of all plans: rule files in force together pay in one. */
  readonly currency: Currency;
  readonly facts: FirmFacts;
  /** The same as each plan sees it. */
  readonly months: readonly [MonthFacts, ...MonthFacts[]];
  /** In the order of their ids. */
  readonly agents: readonly AgentResult[];
  /** Of every fine component, by its key. */
  readonly fines: readonly (readonly [string, FinesOfMonth])[];
  readonly prior: ReturnType<typeof lateEvidence>;
  /** Errors refuse the month; warnings are for the clerk. */
  readonly problems: readonly Problem[];
}

/** Where each is paid by his own plan. Teams and everybody are the same people for every plan. */
export function calculatePay(
  plans: Plans,
  exports: MonthExports,
  activity: Activity,
  past: Past,
  given: ReadonlyMap<string, GivenMeasures> = new Map(),
): Pay {
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
  return {
    month: exports.month,
    currency: plans.all[0].currency,
    facts,
    months,
    agents,
    fines,
    prior,
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
    ],
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
