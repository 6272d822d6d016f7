/** The plans of a firm in one month, and whose is whose. */
import { matches, type Placed } from './applies-to.js';
import type { Plan } from './plan.js';

/** Every plan in force, in the order of their files: nearly always one. */
export type PlansInForce = readonly [Plan, ...Plan[]];

export interface Plans {
  readonly all: PlansInForce;
  /** The plan of the person with this id. */
  readonly of: (agentId: string) => Plan;
}

/** One plan for everybody, whomever it says it is for. */
export const onePlan = (plan: Plan): Plans => ({ all: [plan], of: () => plan });

/** The plans that are for this person; exactly one should be. */
export const plansFor = (all: PlansInForce, person: Placed): Plan[] =>
  all.filter((plan) => matches(plan.applies_to, person));

/**
 * Whose plan is whose among `people`. For whom not exactly one plan is, `otherwise` says which to take: who stands
 * in agents.csv was refused before, so this is about people of closed months.
 */
export function assignPlans(
  all: PlansInForce,
  people: Iterable<Placed & { readonly agent_id: string }>,
  otherwise: (agentId: string) => Plan | undefined,
): Plans {
  const [first, ...others] = all;
  if (others.length === 0 && !first.applies_to) return onePlan(first);
  const own = new Map<string, Plan>();
  for (const person of people) {
    const [found, second] = plansFor(all, person);
    if (found && !second) own.set(person.agent_id, found);
  }
  return { all, of: (agentId) => own.get(agentId) ?? otherwise(agentId) ?? first };
}
