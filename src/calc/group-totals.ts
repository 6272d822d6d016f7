/** Totals of a measure over the people of a team, of a site, or over everyone. */
import type { Localized } from '../base/localized.js';
import { whole } from '../base/exact.js';
import { computedOnce } from '../base/computed-once.js';
import type { DeclaredMeasure } from '../rules/measure-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import { type Group, groupOf } from './groups.js';
import { type Absent, have, lack, type Measured } from './measured.js';
import { measure } from './measures.js';
import { shared } from './rests-on.js';
import { computed, given, type Trace } from './trace.js';

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
  if ((total.total.take?.value ?? 'sum') === 'sum')
    return have(computed('difference', total.name, [all, own]));
  const others = [...parts].flatMap(([member, part]) => (member === facts ? [] : [part]));
  return have(takenTogether(total, others));
}

/** The sum, mean, greatest or least of some people's; of nobody's, nothing. */
function takenTogether({ name, total }: Total, parts: readonly Trace[]): Trace {
  const rules = [total.over, total.take, total.without_self].filter((rule) => rule !== undefined);
  const take = total.take?.value ?? 'sum';
  if (take !== 'mean' || parts.length === 0) {
    return computed(take === 'mean' ? 'sum' : take, name, parts, { rules });
  }
  const all = computed('sum', name, parts);
  return computed('quotient', name, [all, given(LABELS.people, whole(parts.length))], { rules });
}

const LABELS = { people: { en: 'people', zh: '人数' } } satisfies Record<string, Localized>;

function sumOver(group: Group, declared: Total, month: MonthFacts): GroupSum {
  const sums = computedOnce(known, group, () => new WeakMap<Total, GroupSum>());
  return computedOnce(sums, declared, () => addUp(group, declared, month));
}

function addUp({ members }: Group, declared: Total, month: MonthFacts): GroupSum {
  const { total } = declared;
  const parts = new Map<AgentFacts, Trace>();
  const failed = new Map<AgentFacts, Absent>();
  for (const member of members) {
    const found = measure(total.of, member, month);
    if ('trace' in found) parts.set(member, computed('sum', personLabel(member), [found.trace]));
    else if (found.cause !== 'skip' && found.cause !== 'no_target' && !isOthers(found, member, month))
      failed.set(member, found);
  }
  return { all: shared(takenTogether(declared, [...parts.values()])), parts, failed };
}

/** Someone with another plan, which need not know the measure, brings nothing. */
const isOthers = ({ cause }: Absent, { plan }: AgentFacts, month: MonthFacts): boolean =>
  cause === 'no_measure' && plan !== month.plan;

/** A person among others: by his id. */
export const personLabel = ({ agent }: AgentFacts): Localized => ({ en: agent.agent_id, zh: agent.agent_id });
