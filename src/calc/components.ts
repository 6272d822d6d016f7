/** Components: what the plan pays or deducts for each agent by measures, points and gates. */
import { formatShort, whole } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import { lastDay } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import { CALC_PROBLEMS } from '../problems/calc.js';
import type { Value } from '../rules/mark.js';
import type { Component, Condition } from '../rules/plan.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import { reckonAmount } from './amounts.js';
import { holds } from './conditions.js';
import type { Waived } from './fine-line.js';
import type { Absent } from './measured.js';
import { measure } from './measures.js';
import { type MetCondition, payLine, type PayLine } from './pay-line.js';
import { computed, ruled, type Trace } from './trace.js';

/** Why a component pays an agent nothing. */
export type Reason =
  | { readonly kind: 'role'; readonly roles: Value<readonly string[]> }
  | { readonly kind: 'condition'; readonly condition: Condition; readonly measured: Trace }
  | {
      readonly kind: 'absent';
      readonly measure: string;
      readonly absent: Absent;
      readonly condition?: Condition;
    }
  | { readonly kind: 'waived'; readonly waived: Waived }
  | { readonly kind: 'nothing'; readonly trace: Trace };

export interface NotPaid {
  readonly component: string;
  readonly name: Localized;
  readonly clause: string;
  readonly reasons: readonly Reason[];
}

/** What one component comes to for one agent. */
export interface ComponentResult {
  readonly lines: readonly PayLine[];
  readonly notPaid?: NotPaid;
  readonly problems: readonly Problem[];
}

type PayingComponent = Exclude<Component, { kind: 'fine' }>;
type AmountComponent = Extract<Component, { kind: 'amount' }>;
type PointsComponent = Extract<Component, { kind: 'yuan_per_point' }>;

const LABELS = {
  per_point: { en: 'yuan per point', zh: '每分折合元' },
  amount: { en: 'amount', zh: '金额' },
  cap: { en: 'at most', zh: '封顶' },
  floor: { en: 'at least', zh: '保底' },
} satisfies Record<string, Localized>;

/** Evaluates a component that is no fine. */
export function evaluateComponent(
  key: string,
  component: PayingComponent,
  facts: AgentFacts,
  month: MonthFacts,
): ComponentResult {
  const gate = tryGate(component, facts, month);
  if (gate.reasons.length > 0) return unpaid(key, component, gate.reasons, facts);
  return component.kind === 'yuan_per_point'
    ? { lines: productLines(key, component, facts, gate.met), problems: [] }
    : amountLine(key, component, facts, month, gate.met);
}

interface GateResult {
  /** What stands against paying. */
  readonly reasons: readonly Reason[];
  readonly met: readonly MetCondition[];
}

/** Holds an agent against the component's roles and each condition of its gate. */
function tryGate(component: PayingComponent, facts: AgentFacts, month: MonthFacts): GateResult {
  const { roles, gate = [] } = component;
  if (roles && !roles.value.includes(facts.agent.role))
    return { reasons: [{ kind: 'role', roles }], met: [] };
  const reasons: Reason[] = [];
  const met: MetCondition[] = [];
  for (const condition of gate) {
    const found = measure(condition.measure, facts, month);
    if ('absent' in found)
      reasons.push({ kind: 'absent', measure: condition.measure, absent: found, condition });
    else if (holds(condition, found.trace.value)) met.push({ condition, measured: found.trace });
    else reasons.push({ kind: 'condition', condition, measured: found.trace });
  }
  return { reasons, met };
}

function unpaid(
  key: string,
  component: PayingComponent,
  reasons: readonly Reason[],
  facts: AgentFacts,
): ComponentResult {
  const { name, clause } = component;
  const problems = reasons.flatMap((reason) =>
    reason.kind === 'absent' ? absenceProblems(key, component, reason, facts) : [],
  );
  return { lines: [], notPaid: { component: key, name, clause, reasons }, problems };
}

function absenceProblems(
  key: string,
  component: PayingComponent,
  reason: Extract<Reason, { kind: 'absent' }>,
  facts: AgentFacts,
): Problem[] {
  const agent = facts.agent.agent_id;
  const place = facts.agent.at;
  switch (reason.absent.cause) {
    case 'no_base':
      return [problem(CALC_PROBLEMS.no_monthly_base, place, { agent, component: key })];
    case 'zero_divisor':
      return [
        problem(CALC_PROBLEMS.divides_by_zero, place, { agent, component: key, why: reason.absent.absent }),
      ];
    case 'no_measure':
      return [
        problem(CALC_PROBLEMS.measure_absent, place, { agent, component: key, measure: reason.measure }),
      ];
    case 'no_team_target': {
      const params = { team: facts.agent.team, component: key };
      return [problem(CALC_PROBLEMS.no_team_target, place, params, { value: component.name.zh })];
    }
    // Told when the files were read (no contacts), with the score (no target), or as the plan wants it (skip).
    case 'no_contacts':
    case 'no_target':
    case 'no_daily_target':
    case 'skip':
      return [];
  }
}

/** One line for each product with points. */
function productLines(
  key: string,
  component: PointsComponent,
  facts: AgentFacts,
  conditions: readonly MetCondition[],
): PayLine[] {
  return facts.commission.flatMap((own) => {
    if (own.points.value.n === 0n) return [];
    const perPoint = ruled(LABELS.per_point, component.yuan_per_point);
    const counted = own.counts.counted;
    const rates = new Set([...own.unitPoints.values()].map((points) => points.toFraction()));
    const [rate] = own.unitPoints.values();
    return [
      payLine({
        line_id: `${key}:${own.product}`,
        agent_id: facts.agent.agent_id,
        component: key,
        name: component.name,
        clause: own.clause,
        column: component.column,
        product: own.product,
        quantity: whole(counted),
        ...(rates.size === 1 && rate ? { rate: rate.mul(component.yuan_per_point.value) } : {}),
        conditions,
        exact: computed('product', LABELS.amount, [own.points, perPoint]),
      }),
    ];
  });
}

function amountLine(
  key: string,
  component: AmountComponent,
  facts: AgentFacts,
  month: MonthFacts,
  conditions: readonly MetCondition[],
): ComponentResult {
  const reckoned = reckonAmount(component.amount, facts, month);
  const agent = facts.agent.agent_id;
  if ('absent' in reckoned) return unpaid(key, component, [{ kind: 'absent', ...reckoned }], facts);
  if (!('trace' in reckoned)) {
    const params = { agent, component: key, quantity: formatShort(reckoned.quantity) };
    return { lines: [], problems: [problem(CALC_PROBLEMS.not_whole_units, facts.agent.at, params)] };
  }
  const { trace, ...unit } = reckoned;
  const exact = withLimits(component, trace);
  if (exact.value.n === 0n) return unpaid(key, component, [{ kind: 'nothing', trace: exact }], facts);
  if (exact.value.s < 0n) {
    const params = { agent, component: key, amount: formatShort(exact.value) };
    return { lines: [], problems: [problem(CALC_PROBLEMS.negative_amount, facts.agent.at, params)] };
  }
  const limited = exact !== trace;
  const line = payLine({
    line_id: key,
    agent_id: agent,
    component: key,
    name: component.name,
    clause: component.clause,
    column: component.column,
    ...(limited ? {} : unit),
    ...(component.class
      ? { penalty: { class: component.class, date: lastDay(month.month), source: key } }
      : {}),
    ...(component.roles ? { roles: component.roles } : {}),
    conditions,
    exact,
  });
  return { lines: [line], problems: [] };
}

/** The amount within the component's cap and floor; the same node where neither bites. */
function withLimits(component: AmountComponent, amount: Trace): Trace {
  const { cap, floor } = component;
  const capped =
    cap && amount.value.compare(cap.value) > 0
      ? computed('least', LABELS.cap, [amount, ruled(LABELS.cap, cap)])
      : amount;
  return floor && capped.value.compare(floor.value) < 0
    ? computed('greatest', LABELS.floor, [capped, ruled(LABELS.floor, floor)])
    : capped;
}
