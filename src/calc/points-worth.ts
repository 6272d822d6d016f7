/** What a closed month paid a person for points: by which components, and what points come to by them. */
import { computedOnce } from '../base/computed-once.js';
import { ZERO } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import type { Role } from '../input/records.js';
import type { Component, Plan } from '../rules/plan.js';
import { perPointLabel } from './commission.js';
import type { ClosedMonth, PointsGate } from './past.js';
import { lineRounding } from './rounding.js';
import { computed, given, rounded, ruled, type Trace } from './trace.js';

type PointsComponent = Extract<Component, { kind: 'yuan_per_point' }>;

/** A component that pays points, with its key. */
export type PayingPoints = readonly [key: string, component: PointsComponent];

const LABELS = {
  amount: { en: 'amount', zh: '金额' },
  per_point: { en: 'worth of a point by all components', zh: '每分折合（各项合计）' },
} satisfies Record<string, Localized>;

/** The components of a plan that pay points to someone of this role, whatever their gates say. */
export function payingPoints({ components }: Plan, role: Role | undefined): PayingPoints[] {
  return Object.entries(components).flatMap(([key, component]): PayingPoints[] => {
    if (component.kind !== 'yuan_per_point') return [];
    const isFor = !component.roles || role === undefined || component.roles.value.includes(role);
    return isFor ? [[key, component]] : [];
  });
}

/**
 * The components that paid a person's points in a closed month: those for his role of then whose gate was not
 * shut. A month that does not know its gates (before telepay, or sealed before they were kept) had them open.
 */
export function paidPoints(closed: ClosedMonth, agent: string): PayingPoints[] {
  const { roles, shut } = computedOnce(known, closed, () => ({
    roles: new Map(closed.people.map((person) => [person.agent_id, person.role])),
    shut: new Set(closed.gates.flatMap((gate) => (gate.open ? [] : [gateKey(gate)]))),
  }));
  return payingPoints(closed.plans.of(agent), roles.get(agent)).filter(
    ([component]) => !shut.has(gateKey({ agent_id: agent, component })),
  );
}

const known = new WeakMap<
  ClosedMonth,
  { readonly roles: ReadonlyMap<string, Role>; readonly shut: ReadonlySet<string> }
>();

const gateKey = ({ agent_id, component }: Omit<PointsGate, 'open'>): string => `${agent_id}\t${component}`;

/** What points of one product come to: by each component by itself, rounded as its lines are. */
export function worthOf(label: Localized, plan: Plan, paying: readonly PayingPoints[], points: Trace): Trace {
  const parts = paying.map(([key, component]) => {
    const { places, mode, rules } = lineRounding(plan, key);
    const exact = computed('product', LABELS.amount, [points, perPoint(plan, component)]);
    return rounded(label, exact, places, mode, { rules });
  });
  const [one = given(label, ZERO)] = parts;
  return parts.length > 1 ? computed('sum', label, parts) : one;
}

/** What one point comes to by all of them together, before any rounding. */
export function exactWorth(plan: Plan, paying: readonly PayingPoints[]): Trace {
  const parts = paying.map(([, component]) => perPoint(plan, component));
  const [one = given(LABELS.per_point, ZERO)] = parts;
  return parts.length > 1 ? computed('sum', LABELS.per_point, parts) : one;
}

const perPoint = (plan: Plan, { yuan_per_point }: PointsComponent): Trace =>
  ruled(perPointLabel(plan), yuan_per_point);
