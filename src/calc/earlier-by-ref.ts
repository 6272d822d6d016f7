/** What a measure came to in closed months for the orders and contracts of one person. */
import { firstDay } from '../base/period.js';
import type { DeclaredMeasure } from '../rules/measure-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import type { Entries, Entry } from './entry.js';
import { have, type Measured } from './measured.js';
import { rememberedByRef } from './remembered.js';
import { computed, given } from './trace.js';

type EarlierByRef = Extract<DeclaredMeasure, { kind: 'earlier_by_ref' }>;

/** Each ref's number of each closed month. */
export function earlierEntries(
  { earlier_by_ref: { of, when_absent } }: EarlierByRef,
  facts: AgentFacts,
  month: MonthFacts,
): Entries {
  const entries = rememberedByRef(of.value, facts, month).map(({ month: earlier, ref, value }): Entry => ({
    date: firstDay(earlier),
    value,
    rows: [],
    ref,
    trace: given({ en: `${earlier} ${ref}`, zh: `${earlier} ${ref}` }, value),
  }));
  return { entries, rules: [of, when_absent] };
}

/** The sum of all of them, whatever their refs. */
export function earlierOfAllRefs(declared: EarlierByRef, facts: AgentFacts, month: MonthFacts): Measured {
  const { entries, rules } = earlierEntries(declared, facts, month);
  const parts = entries.flatMap(({ trace }) => (trace ? [trace] : []));
  return have(computed('sum', declared.name, parts, { rules }));
}
