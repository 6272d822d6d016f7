/** How the closed months grow by one more: what it leaves, and what it settled of those before it. Pure. */
import { type Exact, ZERO } from '../base/exact.js';
import type { Month } from '../base/period.js';
import type { RowRef } from '../input/records.js';
import type { Plan } from '../rules/plan.js';
import { assignPlans, type Plans, type PlansInForce } from '../rules/plans.js';
import { type BlockedState, personOf, type Remains } from './closing.js';
import { type BlockedPenalty, type ClosedMonth, type KnownPerson, lastPlanOf, type Past } from './past.js';

/** The closed months with one more. `inForce`: the rule files that the month was closed with. */
export function advance(past: Past, state: Remains, inForce: PlansInForce): Past {
  const plans = assignPlans(inForce, state.people, (agent) => lastPlanOf(past, agent));
  const late = new Map(state.late.map((one) => [one.signup_id, one.points]));
  const takenBack = new Map(state.taken_back.map((one) => [one.signup_id, one.amount]));
  // Beside this month's own rows, a row of a closed month is named with its month.
  const named = <T extends { readonly at: RowRef }>(one: T): T => ({
    ...one,
    at: { ...one.at, file: `${state.month}/${one.at.file}` },
  });
  const own: ClosedMonth = {
    month: state.month,
    plans,
    signups: state.signups.map((signup) => ({ ...named(signup), taken_back: undefined })),
    unlisted: state.unlisted.map(named),
    paid: paidIn(state, state.month, []),
    gates: state.gates,
    scores: new Map(state.scores.flatMap(({ agent_id, score }) => (score ? [[agent_id, score]] : []))),
    remembered: state.remembered,
    people: state.people.filter((person) => !person.absent).map(personOf),
  };
  return {
    months: [...past.months.map((month) => settled(month, state, late, takenBack)), own],
    people: new Map([
      ...past.people,
      ...state.people.map((one): [string, KnownPerson] => [one.agent_id, personOf(one)]),
    ]),
    debts: new Map(state.debts.map((debt) => [debt.agent_id, debt.amount])),
    blocked: state.blocked.map((one) => ({ ...one, class: classOf(past, plans, one) })),
    charged: chargedBy(past, state),
    incident_ids: new Set([...past.incident_ids, ...state.incident_ids]),
    postings: [],
    head: undefined,
  };
}

/** A closed month with what a later one paid for it and took back. */
function settled(
  month: ClosedMonth,
  state: Remains,
  late: ReadonlyMap<string, Exact>,
  takenBack: ReadonlyMap<string, Exact>,
): ClosedMonth {
  const signups = month.signups.map((signup) => ({
    ...signup,
    paid_points: signup.paid_points ?? late.get(signup.signup_id),
    taken_back: signup.taken_back ?? takenBack.get(signup.signup_id),
  }));
  return { ...month, signups, paid: paidIn(state, month.month, month.paid) };
}

function paidIn(state: Remains, month: Month, before: ClosedMonth['paid']): ClosedMonth['paid'] {
  const now = state.paid.filter((one) => one.month === month);
  const keyOf = (one: { agent_id: string; product: string }): string => `${one.agent_id}\t${one.product}`;
  const totals = new Map(before.map((one) => [keyOf(one), one]));
  for (const { agent_id, product, amount } of now) {
    const key = keyOf({ agent_id, product });
    totals.set(key, { agent_id, product, amount: (totals.get(key)?.amount ?? ZERO).add(amount) });
  }
  return [...totals.values()];
}

function chargedBy(past: Past, state: Remains): Past['charged'] {
  const charged = new Map([...past.charged].map(([component, keys]) => [component, new Set(keys)]));
  for (const { component, key } of state.charged) {
    charged.set(component, (charged.get(component) ?? new Set()).add(key));
  }
  return charged;
}

/**
 * The class of a blocked penalty with its mark, by the component it comes from: in the month's own rule file, or
 * in an older one, for a component that there is no more. The person's own file comes before those of others: he
 * may have had another one when he was fined.
 */
function classOf(past: Past, plans: Plans, blocked: BlockedState): BlockedPenalty['class'] {
  const earlier = past.months.toReversed().flatMap((month) => inOrder(month.plans, blocked.agent_id));
  for (const rules of [...inOrder(plans, blocked.agent_id), ...earlier]) {
    const component = rules.components[blocked.component];
    const own = component && 'class' in component ? component.class : undefined;
    if (own) return own;
  }
  throw new Error(`no closed month's rules have a penalty ${blocked.component}`);
}

const inOrder = ({ all, of }: Plans, agent: string): Plan[] => [...new Set([of(agent), ...all])];
