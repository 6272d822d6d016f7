/** The words of a rule file that the exports use. */
import type { Localized } from '../base/localized.js';
import type { Vocabulary } from '../input/records.js';
import type { Plan } from './plan.js';

export function vocabularyOf(plan: Plan): Vocabulary {
  return {
    products: new Set(Object.keys(plan.products)),
    incident_kinds: namesOf(plan.incidents),
    tests: namesOf(plan.tests),
    forcing_kinds: new Set(plan.counting ? [plan.counting.forced_by.value] : []),
    measures: new Set(
      Object.entries(plan.measures ?? {}).flatMap(([name, { kind }]) => (kind === 'collected' ? [name] : [])),
    ),
    products_without_bill: new Set(
      Object.keys(plan.products).filter((code) => countsWithoutBill(plan, code)),
    ),
  };
}

function countsWithoutBill({ products, counting }: Plan, code: string): boolean {
  const product = products[code];
  const basis = product && counting?.bases[product.counts_on.value];
  return basis?.kind === 'without_bill' && basis.without_bill.value;
}

function namesOf(
  entries: Readonly<Record<string, { readonly name: Localized }>>,
): Map<string, readonly string[]> {
  return new Map(Object.entries(entries).map(([key, { name }]) => [key, [...new Set([name.zh, name.en])]]));
}
