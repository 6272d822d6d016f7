/** Entries that were reckoned one by one: rounded each, and added up. */
import type { Localized } from '../base/localized.js';
import type { Plan } from '../rules/plan.js';
import type { Rounding } from '../rules/rounding-shape.js';
import type { Entries, Entry } from './entry.js';
import { roundedMeasure } from './rounding.js';
import { computed, type Trace } from './trace.js';

/** Each entry as the rule file has its measure rounded; as they are where it says nothing. */
export function roundedEntries(found: Entries, asked: Rounding | undefined, plan: Plan): Entries {
  if (!asked) return found;
  const entries = found.entries.map((entry): Entry => {
    const trace = entry.trace && roundedMeasure(entry.trace, asked, plan);
    return trace ? { ...entry, trace, value: trace.value } : entry;
  });
  return { ...found, entries };
}

/** The sum of what was reckoned one by one. */
export function sumOfEntries(name: Localized, { entries, rules, rejected = [] }: Entries): Trace {
  const parts = entries.flatMap(({ trace }) => (trace ? [trace] : []));
  return computed('sum', name, parts, { rules, ...(rejected.length > 0 ? { rejected } : {}) });
}
