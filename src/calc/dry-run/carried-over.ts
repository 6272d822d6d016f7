/**
 * The second and later months of a chain: what the changed rules made of the month itself, and what came over from the
 * months before, which they changed too.
 *
 * The rules' parts are split with the state that the old rules left, the same for all of them. What the state that the new
 * rules left makes of the month by the new rules beside that is a part of its own. The parts add up to the difference.
 */
import { type Exact, ZERO } from '../../base/exact.js';
import { indexBy } from '../../base/group.js';
import { byText } from '../../base/order.js';
import type { ChangedRules } from '../../rules/variant.js';
import type { AgentResult } from '../pay.js';
import { byId, differenceOf, type Paid, type PersonDifference, together, total } from './comparison.js';
import { settlementsOf } from './settlement.js';
import type { Split } from './split.js';
import { tierMoves } from './tiers.js';

/** Stands in the place of a rule among those that a difference is split over. */
export const CARRIED_OVER: ChangedRules = { names: ['carried_over'], changes: [] };

/**
 * The difference between a month by the old rules with what they left, and by the new ones with what those left. `byRules`:
 * the difference that the rules make with what the old ones left.
 */
export function withCarriedOver({ variant, difference }: Split, before: Paid, after: Paid): Split {
  const byRules = indexBy(difference.people, ({ agent }) => agent.agent_id);
  const [old, now] = [byId(before), byId(after)];
  const ids = [...new Set([...byRules.keys(), ...now.keys()])].toSorted(byText);
  const rules = variant.rules.length;
  const people = ids.flatMap((id) => {
    const person = personWith(byRules.get(id), old.get(id), now.get(id), rules);
    return person ? [person] : [];
  });
  if (people.every(({ carried }) => carried.n === 0n)) {
    const own = people.map(({ person }) => person);
    return { variant, difference: { ...difference, people: own, total: together(own, rules) } };
  }
  const own = people.map(({ person, carried }) => ({ ...person, parts: [...person.parts, carried] }));
  return {
    variant: { ...variant, rules: [...variant.rules, CARRIED_OVER] },
    difference: { ...difference, people: own, total: together(own, rules + 1) },
  };
}

interface Person {
  /** With the parts of the rules alone. */
  readonly person: PersonDifference;
  readonly carried: Exact;
}

function personWith(
  byRules: PersonDifference | undefined,
  old: AgentResult | undefined,
  now: AgentResult | undefined,
  rules: number,
): Person | undefined {
  const agent = byRules?.agent ?? now?.facts.agent;
  if (!agent) return undefined;
  const [before, after] = [total(old?.lines ?? []), total(now?.lines ?? [])];
  const parts = byRules?.parts ?? Array.from({ length: rules }, () => ZERO);
  return {
    person: {
      agent,
      ...differenceOf(before, after, parts),
      tiers: tierMoves(old?.lines ?? [], now?.lines ?? []),
      settlements: settlementsOf(old?.payslip, now?.payslip),
    },
    carried: after.sub(byRules?.after ?? ZERO),
  };
}
