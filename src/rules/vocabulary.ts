/** The words of rule files that the exports use. */
import type { Localized } from '../base/localized.js';
import { type Problem, problem } from '../base/problem.js';
import type { Vocabulary } from '../input/records.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { matches } from './applies-to.js';
import type { LoadedPlan } from './load.js';
import { memoryOf } from './memory.js';
import type { Plan } from './plan.js';

export function vocabularyOf(plan: Plan): Vocabulary {
  const versions = [plan, ...(plan.changes ?? []).map((change) => change.plan)];
  return {
    products: new Set(Object.keys(plan.products)),
    incident_kinds: namesOf(plan.incidents),
    tests: namesOf(plan.tests),
    forcing_kinds: new Set(plan.counting ? [plan.counting.forced_by.value] : []),
    measures: new Set(
      Object.entries(plan.measures ?? {}).flatMap(([name, { kind }]) => (kind === 'collected' ? [name] : [])),
    ),
    occasional_measures: new Set(
      Object.entries(plan.measures ?? {}).flatMap(([name, one]) =>
        one.kind === 'collected' && one.occasional?.value === true ? [name] : [],
      ),
    ),
    products_without_bill: new Set(
      Object.keys(plan.products).filter((code) => versions.every((one) => countsWithoutBill(one, code))),
    ),
    remembered: memoryOf(plan),
  };
}

/** The words of all rule files in force, and, where not one is for everybody, of each with whom it is for. */
export function vocabularyOfAll(files: readonly LoadedPlan[]): Vocabulary {
  const plans = files.map(({ file, plan }) => ({
    file,
    words: vocabularyOf(plan),
    isFor: (person: Parameters<typeof matches>[1]) => matches(plan.applies_to, person),
  }));
  const all = plans.map((one) => one.words);
  const [first] = all;
  if (first && files.length === 1 && !files[0]?.plan.applies_to) return first;
  return {
    products: union(all.map((one) => one.products)),
    incident_kinds: namesOfAll(all.map((one) => one.incident_kinds)),
    tests: namesOfAll(all.map((one) => one.tests)),
    forcing_kinds: union(all.map((one) => one.forcing_kinds)),
    measures: union(all.map((one) => one.measures)),
    occasional_measures: union(all.map((one) => one.occasional_measures)),
    products_without_bill: union(all.map((one) => one.products_without_bill)),
    remembered: {
      totals: union(all.map((one) => one.remembered.totals)),
      weeks: union(all.map((one) => one.remembered.weeks)),
      refs: union(all.map((one) => one.remembered.refs)),
    },
    plans,
  };
}

const union = (sets: readonly ReadonlySet<string>[]): Set<string> => new Set(sets.flatMap((one) => [...one]));

type Names = Vocabulary['tests'];

function namesOfAll(all: readonly Names[]): Names {
  const names = new Map<string, readonly string[]>();
  for (const [key, own] of all.flatMap((one) => [...one]))
    names.set(key, [...new Set([...(names.get(key) ?? []), ...own])]);
  return names;
}

/** Names by which an incident kind or a test of one file in force could be taken for another one of another file. */
export function nameClashes(files: readonly LoadedPlan[]): Problem[] {
  return files.flatMap((one, index) =>
    files.slice(0, index).flatMap((before) =>
      (['incidents', 'tests'] as const).flatMap((kind) => {
        const known = new Map(
          [...namesOf(before.plan[kind])].flatMap(([key, names]) =>
            names.map((name): [string, string] => [name, key]),
          ),
        );
        return [...namesOf(one.plan[kind])].flatMap(([here, names]) =>
          names.flatMap((name) => {
            const there = known.get(name);
            if (there === undefined || there === here) return [];
            const params = { name, here, there, other: before.file };
            return [problem(RULE_PROBLEMS.name_clash, { file: one.file }, params)];
          }),
        );
      }),
    ),
  );
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
