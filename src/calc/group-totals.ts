/** Totals of a measure over the people of a team, of a site, or over everyone. */
import type { Localized } from '../base/localized.js';
import { computedOnce } from '../base/computed-once.js';
import type { DeclaredMeasure, Take } from '../rules/measure-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import { type Group, groupOf, isCompared } from './groups.js';
import { type Absent, have, lack, type Measured } from './measured.js';
import { measure } from './measures.js';
import { shared } from './rests-on.js';
import { taken } from './taken.js';
import { computed, type Trace } from './trace.js';

type Total = Extract<DeclaredMeasure, { kind: 'total' }>;

/** What a measure comes to over a group: one number for all of its people, however many ask for it. */
interface GroupSum {
  readonly all: Trace;
  readonly parts: ReadonlyMap<AgentFacts, Trace>;
  /** For whom the measure could not be known. */
  readonly failed: ReadonlyMap<AgentFacts, Absent>;
}

const known = new WeakMap<Group, WeakMap<Total, GroupSum>>();

/**
 * A measure over the others of the person's group and, unless it says otherwise, himself: their sum, mean, greatest
 * or least. People for whom the plan skips the measure, or who have no target, bring nothing.
 */
export function totalOf(total: Total, facts: AgentFacts, month: MonthFacts): Measured {
  const group = groupOf(total.total.over.value, facts, month);
  if (!group) return lack('no_site');
  const { all, parts, failed } = sumOver(group, total, month);
  const withoutSelf = total.total.without_self?.value === true;
  const failure = [...failed].find(([member]) => !(withoutSelf && member === facts));
  if (failure) return failure[1];
  const own = withoutSelf ? parts.get(facts) : undefined;
  if (!own) return have(all);
  if (takeOf(total) === 'sum') return have(computed('difference', total.name, [all, own]));
  const others = [...parts].flatMap(([member, part]) => (member === facts ? [] : [part]));
  return have(takenTogether(total, others));
}

/** The others whose numbers are in the person's total; of a sum those who bring anything to it. */
export function othersInTotal(total: Total, facts: AgentFacts, month: MonthFacts): AgentFacts[] {
  const group = groupOf(total.total.over.value, facts, month);
  if (!group) return [];
  const isSum = takeOf(total) === 'sum';
  return [...sumOver(group, total, month).parts].flatMap(([member, { value }]) =>
    member === facts || (isSum && value.n === 0n) ? [] : [member],
  );
}

/** What `take` says of some people's; of nobody's, nothing. */
function takenTogether(declared: Total, parts: readonly Trace[]): Trace {
  const { over, take, without_self, roles } = declared.total;
  const rules = [over, take, without_self, roles].filter((rule) => rule !== undefined);
  return taken(takeOf(declared), declared.name, parts, LABELS.people, { rules });
}

const takeOf = ({ total }: Total): Take => total.take?.value ?? 'sum';

const LABELS = { people: { en: 'people', zh: '人数' } } satisfies Record<string, Localized>;

function sumOver(group: Group, declared: Total, month: MonthFacts): GroupSum {
  const sums = computedOnce(known, group, () => new WeakMap<Total, GroupSum>());
  return computedOnce(sums, declared, () => addUp(group, declared, month));
}

function addUp({ members }: Group, declared: Total, month: MonthFacts): GroupSum {
  const { total } = declared;
  const parts = new Map<AgentFacts, Trace>();
  const failed = new Map<AgentFacts, Absent>();
  // A sum takes what people who have left still bring; they are no part of a mean, a greatest, a least, a number of people.
  const isSum = takeOf(declared) === 'sum';
  const compared = members.filter((one) => isCompared(one, total.roles) && (isSum || one.employed));
  for (const member of compared) {
    const found = measure(total.of, member, month);
    if ('trace' in found) parts.set(member, computed('sum', personLabel(member), [found.trace]));
    else if (!bringsNothing(found) && !isOthers(found, member, month)) failed.set(member, found);
  }
  return { all: shared(takenTogether(declared, [...parts.values()])), parts, failed };
}

/** What the plan skips, who has no target, and who has no place among others. */
const bringsNothing = ({ cause }: Absent): boolean =>
  cause === 'skip' || cause === 'no_target' || cause === 'not_compared';

/** Someone with another plan, which need not know the measure, brings nothing. */
const isOthers = ({ cause }: Absent, { plan }: AgentFacts, month: MonthFacts): boolean =>
  cause === 'no_measure' && plan !== month.plan;

/** A person among others: by his id. */
export const personLabel = ({ agent }: AgentFacts): Localized => ({ en: agent.agent_id, zh: agent.agent_id });
