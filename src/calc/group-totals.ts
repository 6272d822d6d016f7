/** Totals of a measure over the people of a team, of a site, or over everyone. */
import type { Localized } from '../base/localized.js';
import type { DeclaredMeasure } from '../rules/measure-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import { have, lack, type Measured } from './measured.js';
import { measure } from './measures.js';
import { computed, type Trace } from './trace.js';

type Total = Extract<DeclaredMeasure, { kind: 'total' }>;

/**
 * The sum of a measure over the others of the person's group and, unless it says otherwise, himself. People for
 * whom the plan skips the measure, or who have no target, bring nothing.
 */
export function totalOf({ name, total }: Total, facts: AgentFacts, month: MonthFacts): Measured {
  const group = groupOf(total.over.value, facts, month);
  if (!group) return lack('no_site');
  const rules = [total.over, ...(total.without_self ? [total.without_self] : [])];
  const parts: Trace[] = [];
  for (const member of group) {
    if (total.without_self?.value === true && member === facts) continue;
    const found = measure(total.of, member, month);
    if ('trace' in found) parts.push(computed('sum', personLabel(member), [found.trace]));
    else if (found.cause !== 'skip' && found.cause !== 'no_target') return found;
  }
  return have(computed('sum', name, parts, { rules }));
}

const personLabel = ({ agent }: AgentFacts): Localized => ({ en: agent.agent_id, zh: agent.agent_id });

/** The people of the group, in the order of their ids; undefined where the person stands at no site. */
function groupOf(
  over: 'team' | 'site' | 'everyone',
  { agent }: AgentFacts,
  month: MonthFacts,
): readonly AgentFacts[] | undefined {
  switch (over) {
    case 'team':
      return month.teams.get(agent.team)?.members ?? [];
    case 'site':
      return agent.site === undefined
        ? undefined
        : present(month).filter((one) => one.agent.site === agent.site);
    case 'everyone':
      return present(month);
  }
}

const present = ({ agents }: MonthFacts): AgentFacts[] => agents.filter((one) => !one.absent);
