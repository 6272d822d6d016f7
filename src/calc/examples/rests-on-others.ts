/** The other people on whose numbers a place among several, or a part of what several sold, rests. */
import type { DeclaredMeasure } from '../../rules/measure-shape.js';
import type { AgentFacts, MonthFacts } from '../agent-facts.js';
import { entriesOf } from '../entries.js';
import { groupOf } from '../groups.js';
import { measure } from '../measures.js';
import { isRanked } from '../ranks.js';

type Declared<Kind> = Extract<DeclaredMeasure, { kind: Kind }>;

/** Those who come before a person, and the nearest one who does not: with these alone his place is the same. */
export function rivalsOf({ rank }: Declared<'rank'>, facts: AgentFacts, month: MonthFacts): AgentFacts[] {
  const group = groupOf(rank.among.value, facts, month);
  const own = measure(rank.of, facts, month);
  if (!group || 'absent' in own) return [];
  const sign = rank.first?.value === 'least' ? -1 : 1;
  const others = group.members.flatMap((member) => {
    if (member === facts || !isRanked(member, { rank })) return [];
    const found = measure(rank.of, member, month);
    return 'trace' in found
      ? [{ member, ahead: sign * found.trace.value.compare(own.trace.value), value: found.trace.value }]
      : [];
  });
  const before = others.filter(({ ahead }) => ahead > 0);
  const [nearest] = others
    .filter(({ ahead }) => ahead <= 0)
    .toSorted((a, b) => sign * b.value.compare(a.value));
  return [...before, ...(nearest ? [nearest] : [])].map(({ member }) => member);
}

/** What of one person bears on another's parts of sales: the refs of sales in which both have something. */
export function partnersOf(
  { split }: Declared<'split'>,
  facts: AgentFacts,
  month: MonthFacts,
): ReadonlyMap<AgentFacts, ReadonlySet<string>> {
  const refsOf = (person: AgentFacts): string[] =>
    [split.of.value, split.by.value].flatMap((name) => {
      const found = entriesOf(name, person, month, false);
      return 'absent' in found ? [] : found.entries.flatMap(({ ref }) => (ref === undefined ? [] : [ref]));
    });
  const own = new Set(refsOf(facts));
  const others = month.everyone.filter((one) => one !== facts && !one.absent);
  const common = others.map((one) => ({ one, refs: new Set(refsOf(one).filter((ref) => own.has(ref))) }));
  return new Map(common.flatMap(({ one, refs }) => (refs.size > 0 ? [[one, refs] as const] : [])));
}
