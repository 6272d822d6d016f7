/** A person's place among others by a measure. */
import { computedOnce } from '../base/computed-once.js';
import { type Exact, whole } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import type { DeclaredMeasure } from '../rules/measure-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import { type Group, groupOf, isCompared } from './groups.js';
import { have, lack, type Measured } from './measured.js';
import { measure } from './measures.js';
import { chosen, given } from './trace.js';

type Rank = Extract<DeclaredMeasure, { kind: 'rank' }>;

const known = new WeakMap<Group, WeakMap<Rank, readonly Exact[]>>();

/** 1 plus the number of those who come before; equals share a place. Those without the measure are not ranked. */
export function rankOf(declared: Rank, facts: AgentFacts, month: MonthFacts): Measured {
  const { of, among, first, roles } = declared.rank;
  if (!isRanked(facts, declared)) return lack('not_compared');
  const group = groupOf(among.value, facts, month);
  if (!group) return lack('no_site');
  const own = measure(of, facts, month);
  if ('absent' in own) return own;
  const values = computedOnce(
    computedOnce(known, group, () => new WeakMap<Rank, readonly Exact[]>()),
    declared,
    () => valuesOf(group, declared, month),
  );
  const place = placeOf(own.trace.value, values, first?.value ?? 'greatest');
  const rules = [among, first, roles].filter((rule) => rule !== undefined);
  const label: Localized = { en: `place among ${values.length}`, zh: `${values.length} 人中的名次` };
  return have(chosen(declared.name, given(label, whole(place)), [own.trace], { rules }));
}

/** Who left, or is not there yet, has no place; nor has anybody with another role than those that are ranked. */
export const isRanked = (facts: AgentFacts, { rank }: Pick<Rank, 'rank'>): boolean =>
  facts.employed && isCompared(facts, rank.roles);

/** The values of all who are ranked, ascending. */
function valuesOf({ members }: Group, declared: Rank, month: MonthFacts): Exact[] {
  return members
    .filter((member) => isRanked(member, declared))
    .flatMap((member) => {
      const found = measure(declared.rank.of, member, month);
      return 'trace' in found ? [found.trace.value] : [];
    })
    .toSorted((a, b) => a.compare(b));
}

/** By two halvings: a firm of thousands ranks everyone. */
function placeOf(own: Exact, ascending: readonly Exact[], first: 'greatest' | 'least'): number {
  const below = countWhile(ascending, (value) => value.compare(own) < 0);
  const notAbove = countWhile(ascending, (value) => value.compare(own) <= 0);
  return 1 + (first === 'least' ? below : ascending.length - notAbove);
}

/** How many at the front of a list satisfy what all before some point do and none after. */
function countWhile(ascending: readonly Exact[], holds: (value: Exact) => boolean): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = ascending[middle];
    if (value && holds(value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
