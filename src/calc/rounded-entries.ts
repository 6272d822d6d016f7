/** Entries that were reckoned one by one: rounded each, and taken together. */
import type { Localized } from '../base/localized.js';
import type { Plan } from '../rules/plan.js';
import type { Take } from '../rules/measure-shape.js';
import type { Rounding } from '../rules/rounding-shape.js';
import type { Entries, Entry } from './entry.js';
import { roundedMeasure } from './rounding.js';
import { taken } from './taken.js';
import type { Trace } from './trace.js';

/** Each entry as the rule file has its measure rounded; as they are where it says nothing. */
export function roundedEntries(found: Entries, asked: Rounding | undefined, plan: Plan): Entries {
  if (!asked) return found;
  const entries = found.entries.map((entry): Entry => {
    const trace = entry.trace && roundedMeasure(entry.trace, asked, plan);
    return trace ? { ...entry, trace, value: trace.value } : entry;
  });
  return { ...found, entries };
}

/** What was reckoned one by one, taken together. */
export function takenOfEntries(
  take: Take,
  name: Localized,
  { entries, rules, rejected = [] }: Entries,
): Trace {
  const parts = entries.flatMap(({ trace }) => (trace ? [trace] : []));
  return taken(take, name, parts, LABELS.number, { rules, ...(rejected.length > 0 ? { rejected } : {}) });
}

const LABELS = { number: { en: 'number of them', zh: '个数' } } satisfies Record<string, Localized>;
