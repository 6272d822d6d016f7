/** The words of a rule file that the exports use. */
import type { Localized } from '../base/localized.js';
import type { Vocabulary } from '../input/records.js';
import type { Plan } from './plan.js';

export function vocabularyOf(plan: Plan): Vocabulary {
  return {
    products: new Set(Object.keys(plan.products)),
    incident_kinds: namesOf(plan.incidents),
    tests: namesOf(plan.tests),
    forcing_kinds: new Set([plan.counting.forced_by.value]),
  };
}

function namesOf(
  entries: Readonly<Record<string, { readonly name: Localized }>>,
): Map<string, readonly string[]> {
  return new Map(Object.entries(entries).map(([key, { name }]) => [key, [...new Set([name.zh, name.en])]]));
}
