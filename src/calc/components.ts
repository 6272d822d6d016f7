/** Components: what the plan pays or deducts for each agent by measures, points and gates. */
import { computedOnce } from '../base/computed-once.js';
import { formatShort, whole } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import { lastDay } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import { CALC_PROBLEMS } from '../problems/calc.js';
import type { Amount, Component, Plan } from '../rules/plan.js';
import { absenceProblems } from './absence-problems.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import { reckonAmount, type ReckonedAmount, type Reckoning } from './amounts.js';
import { perPointLabel } from './commission.js';
import { droppedProblems } from './dropped.js';
import type { Waived } from './fine-line.js';
import { type Hindrance, tryGate } from './gate.js';
import { type LineParts, payLine, type PayLine } from './pay-line.js';
import { shareOf } from './pools.js';
import { lineRounding } from './rounding.js';
import { computed, ruled, type Trace } from './trace.js';
import type { Weighed } from './weighed.js';

/** Why a component pays an agent nothing. */
export type Reason =
  | Hindrance
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

export type PayingComponent = Exclude<Component, { kind: 'fine' }>;
type AmountComponent = Extract<Component, { kind: 'amount' }>;
type PointsComponent = Extract<Component, { kind: 'yuan_per_point' }>;

const LABELS = {
  amount: { en: 'amount', zh: '金额' },
  cap: { en: 'at most', zh: '封顶' },
  floor: { en: 'at least', zh: '保底' },
} satisfies Record<string, Localized>;

/** What was computed already of components whose amount others ask for. */
const known = new WeakMap<MonthFacts, Map<AgentFacts, Map<string, ComponentResult>>>();

/** What a component that is no fine comes to for one agent; computed once where other rules ask for it. */
export function componentResult(
  key: string,
  component: PayingComponent,
  facts: AgentFacts,
  month: MonthFacts,
): ComponentResult {
  if (!askedFor(month.plan).has(key)) return evaluateComponent(key, component, facts, month);
  const people = computedOnce(known, month, () => new Map<AgentFacts, Map<string, ComponentResult>>());
  const own = people.get(facts) ?? new Map<string, ComponentResult>();
  people.set(facts, own);
  const found = own.get(key) ?? evaluateComponent(key, component, facts, month);
  own.set(key, found);
  return found;
}

/** The components whose amounts measures name. */
const askedFor = (plan: Plan): ReadonlySet<string> =>
  computedOnce(
    named,
    plan,
    () =>
      new Set(
        Object.values(plan.measures ?? {}).flatMap((one) =>
          one.kind === 'amount_of' ? one.amount_of.value : [],
        ),
      ),
  );

const named = new WeakMap<Plan, ReadonlySet<string>>();

function evaluateComponent(
  key: string,
  component: PayingComponent,
  facts: AgentFacts,
  month: MonthFacts,
): ComponentResult {
  const gate = tryGate(component, facts, month);
  if (gate.reasons.length > 0) return unpaid(key, component, gate.reasons, facts);
  return component.kind === 'yuan_per_point'
    ? { lines: productLines(key, component, facts, month, gate.met), problems: [] }
    : amountLine(key, component, facts, month, gate.met);
}

function unpaid(
  key: string,
  component: PayingComponent,
  reasons: readonly Reason[],
  facts: AgentFacts,
): ComponentResult {
  const { name, clause } = component;
  // A condition that does not hold settles the gate, whatever number lacks beside it.
  const isSettled = reasons.some(({ kind }) => kind !== 'absent');
  const problems = reasons.flatMap((reason) =>
    reason.kind === 'absent' && !isSettled ? absenceProblems({ key, name }, reason, facts) : [],
  );
  return { lines: [], notPaid: { component: key, name, clause, reasons }, problems };
}

/** One line for each product with points. */
function productLines(
  key: string,
  component: PointsComponent,
  facts: AgentFacts,
  { plan }: MonthFacts,
  conditions: readonly Weighed[],
): PayLine[] {
  return facts.commission.flatMap((own) => {
    if (own.points.value.n === 0n) return [];
    const perPoint = ruled(perPointLabel(plan), component.yuan_per_point);
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
        rounding: lineRounding(plan, key),
      }),
    ];
  });
}

function amountLine(
  key: string,
  component: AmountComponent,
  facts: AgentFacts,
  month: MonthFacts,
  conditions: readonly Weighed[],
): ComponentResult {
  const reckoned =
    component.amount.kind === 'share'
      ? shareOf(key, component, component.amount.share, facts, month)
      : reckonAmount(component.amount, facts, month);
  const limited = 'trace' in reckoned ? withLimits(component, reckoned, facts, month) : reckoned;
  const agent = facts.agent.agent_id;
  if ('absent' in limited) return unpaid(key, component, [{ kind: 'absent', ...limited }], facts);
  // The pool is told of once, not of each who shares it.
  if ('refused' in limited) return { lines: [], problems: [] };
  if (!('trace' in limited)) {
    const { from, above } = limited;
    const params = { agent, component: key, quantity: formatShort(limited.quantity), from, above };
    return { lines: [], problems: [problem(CALC_PROBLEMS.not_whole_units, facts.agent.at, params)] };
  }
  const exact = limited.trace;
  const problems = droppedProblems(key, exact, facts);
  if (exact.value.n === 0n) {
    return { ...unpaid(key, component, [{ kind: 'nothing', trace: exact }], facts), problems };
  }
  if (exact.value.s < 0n) {
    const params = { agent, component: key, amount: formatShort(exact.value) };
    return { lines: [], problems: [problem(CALC_PROBLEMS.negative_amount, facts.agent.at, params)] };
  }
  const parts: LineParts = {
    line_id: key,
    agent_id: agent,
    component: key,
    name: component.name,
    clause: component.clause,
    column: component.column,
    conditions,
    exact,
    rounding: lineRounding(month.plan, key),
  };
  // One after the other: a month has hundreds of thousands of lines, and most have few of these.
  if (limited.quantity) parts.quantity = limited.quantity;
  if (limited.rate) parts.rate = limited.rate;
  if (component.roles) parts.roles = component.roles;
  if (component.class) {
    parts.penalty = { class: component.class, date: lastDay(month.month), source: key };
  }
  const line = payLine(parts);
  return { lines: [line], problems };
}

/** The amount within the component's cap and floor; as it was reckoned where neither bites. */
function withLimits(
  { cap, floor }: AmountComponent,
  reckoned: ReckonedAmount,
  facts: AgentFacts,
  month: MonthFacts,
): Reckoning {
  const most = cap && limitOf(cap, LABELS.cap, facts, month);
  if (most && !('trace' in most)) return most;
  const { trace: amount } = reckoned;
  const capped =
    most && amount.value.compare(most.trace.value) > 0
      ? computed('least', LABELS.cap, [amount, most.trace])
      : amount;
  const least = floor && limitOf(floor, LABELS.floor, facts, month);
  if (least && !('trace' in least)) return least;
  const raised =
    least && capped.value.compare(least.trace.value) < 0
      ? computed('greatest', LABELS.floor, [capped, least.trace])
      : capped;
  return raised === amount ? reckoned : { trace: raised };
}

function limitOf(limit: Amount, label: Localized, facts: AgentFacts, month: MonthFacts): Reckoning {
  return limit.kind === 'fixed' ? { trace: ruled(label, limit.fixed) } : reckonAmount(limit, facts, month);
}
