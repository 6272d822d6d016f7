/** Gates: whether a component is for a person, by its roles and its conditions. */
import type { Value } from '../rules/mark.js';
import type { Component } from '../rules/plan.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import type { Absent } from './measured.js';
import { type Undecided, weigh, type Weighed } from './weighed.js';

/** What stands against paying a component. */
export type Hindrance =
  | { readonly kind: 'role'; readonly roles: Value<readonly string[]> }
  | { readonly kind: 'condition'; readonly weighed: Weighed }
  | {
      readonly kind: 'absent';
      readonly measure: string;
      readonly absent: Absent;
      readonly condition?: Undecided['condition'];
    };

export interface GateResult {
  readonly reasons: readonly Hindrance[];
  readonly met: readonly Weighed[];
}

/** Nothing was asked: the same for everybody. */
const OPEN: GateResult = { reasons: [], met: [] };

/** Holds a person against the component's roles and each condition of its gate. */
export function tryGate(
  { roles, gate = [] }: Pick<Exclude<Component, { kind: 'fine' }>, 'roles' | 'gate'>,
  facts: AgentFacts,
  month: MonthFacts,
): GateResult {
  if (roles && !roles.value.includes(facts.agent.role))
    return { reasons: [{ kind: 'role', roles }], met: [] };
  if (gate.length === 0) return OPEN;
  const reasons: Hindrance[] = [];
  const met: Weighed[] = [];
  for (const condition of gate) {
    const weighed = weigh(condition, facts, month);
    if ('absent' in weighed) reasons.push({ kind: 'absent', ...weighed });
    else if (weighed.holds) met.push(weighed);
    else reasons.push({ kind: 'condition', weighed });
  }
  return { reasons, met };
}
