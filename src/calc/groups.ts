/** The people of a team, of a site, or everyone, as they stand in a month's file, whatever their plans. */
import { groupBy } from '../base/group.js';
import { computedOnce } from '../base/computed-once.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';

export const GROUPS = ['team', 'site', 'everyone'] as const;
export type GroupKind = (typeof GROUPS)[number];

/** One object for all of its people, so that what holds for all of them is computed once. */
export interface Group {
  readonly kind: GroupKind;
  /** The team or the site; empty for everyone. */
  readonly name: string;
  /** In the order of their ids. */
  readonly members: readonly AgentFacts[];
}

type Groups = Readonly<Record<GroupKind, ReadonlyMap<string, Group>>>;

const known = new WeakMap<MonthFacts, Groups>();

/** Every group of a kind. */
export const groupsOf = (kind: GroupKind, month: MonthFacts): Group[] => [...allOf(month)[kind].values()];

/** The group that a person belongs to; undefined where agents.csv gives him no site. */
export function groupOf(kind: GroupKind, { agent }: AgentFacts, month: MonthFacts): Group | undefined {
  const groups = allOf(month);
  switch (kind) {
    case 'team':
      return groups.team.get(agent.team);
    case 'site':
      return agent.site === undefined ? undefined : groups.site.get(agent.site);
    case 'everyone':
      return groups.everyone.get('');
  }
}

function allOf(month: MonthFacts): Groups {
  return computedOnce(known, month, () => {
    const present = month.everyone.filter((one) => !one.absent);
    const placed = present.filter(({ agent }) => agent.site !== undefined);
    return {
      team: named(
        'team',
        groupBy(present, ({ agent }) => agent.team),
      ),
      site: named(
        'site',
        groupBy(placed, ({ agent }) => agent.site ?? ''),
      ),
      everyone: named('everyone', new Map([['', present]])),
    };
  });
}

const named = (kind: GroupKind, groups: ReadonlyMap<string, readonly AgentFacts[]>): Map<string, Group> =>
  new Map([...groups].map(([name, members]) => [name, { kind, name, members }]));

/** Whether a person has one of the roles that are asked for, if any are. */
export const isCompared = (
  { agent }: AgentFacts,
  roles: { readonly value: readonly string[] } | undefined,
): boolean => roles === undefined || roles.value.includes(agent.role);
