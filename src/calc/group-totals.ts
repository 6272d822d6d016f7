/** Totals of a measure over the people of a team, of a site, or over everyone. */
import type { Localized } from '../base/localized.js';
import { computedOnce } from '../base/computed-once.js';
import type { DeclaredMeasure } from '../rules/measure-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import { type Group, groupOf } from './groups.js';
import { type Absent, have, lack, type Measured } from './measured.js';
import { measure } from './measures.js';
import { shared } from './rests-on.js';
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
 * The sum of a measure over the others of the person's group and, unless it says otherwise, himself. People for
 * whom the plan skips the measure, or who have no target, bring nothing.
 */
export function totalOf(total: Total, facts: AgentFacts, month: MonthFacts): Measured {
  const group = groupOf(total.total.over.value, facts, month);
  if (!group) return lack('no_site');
  const { all, parts, failed } = sumOver(group, total, month);
  const withoutSelf = total.total.without_self?.value === true;
  const failure = [...failed].find(([member]) => !(withoutSelf && member === facts));
  if (failure) return failure[1];
  const own = withoutSelf ? parts.get(facts) : undefined;
  return have(own ? computed('difference', total.name, [all, own]) : all);
}

function sumOver(group: Group, declared: Total, month: MonthFacts): GroupSum {
  const sums = computedOnce(known, group, () => new WeakMap<Total, GroupSum>());
  return computedOnce(sums, declared, () => addUp(group, declared, month));
}

function addUp({ members }: Group, { name, total }: Total, month: MonthFacts): GroupSum {
  const parts = new Map<AgentFacts, Trace>();
  const failed = new Map<AgentFacts, Absent>();
  for (const member of members) {
    const found = measure(total.of, member, month);
    if ('trace' in found) parts.set(member, computed('sum', personLabel(member), [found.trace]));
    else if (found.cause !== 'skip' && found.cause !== 'no_target') failed.set(member, found);
  }
  const rules = [total.over, ...(total.without_self ? [total.without_self] : [])];
  return { all: shared(computed('sum', name, [...parts.values()], { rules })), parts, failed };
}

/** A person among others: by his id. */
export const personLabel = ({ agent }: AgentFacts): Localized => ({ en: agent.agent_id, zh: agent.agent_id });
