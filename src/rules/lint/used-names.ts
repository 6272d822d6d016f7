/** The names of a plan that something in it uses, through all that it is built of. */
import { isIncidentKind } from '../deductions.js';
import { needsOfComponent, needsOfMeasure, needsOfScore } from '../dependencies.js';
import type { PersonShape } from '../example-shape.js';
import type { DeclaredMeasure } from '../measure-shape.js';
import type { Fine, Plan } from '../plan.js';

export interface UsedNames {
  readonly measures: ReadonlySet<string>;
  readonly incidents: ReadonlySet<string>;
  readonly tests: ReadonlySet<string>;
  readonly bases: ReadonlySet<string>;
  /** Products that a measure counts by themselves. */
  readonly products: ReadonlySet<string>;
}

export function usedIn(plan: Plan): UsedNames {
  const measures = new Set<string>();
  const visit = (name: string): void => {
    if (measures.has(name)) return;
    measures.add(name);
    const declared = plan.measures?.[name];
    if (declared) for (const other of namedBy(declared)) visit(other);
  };
  for (const name of roots(plan)) visit(name);
  const counted = Object.entries(plan.measures ?? {}).flatMap(([name, one]) =>
    measures.has(name) ? [one] : [],
  );
  return {
    measures,
    incidents: new Set([...incidentsOf(plan), ...filteredBy(counted, 'incidents', 'kind')]),
    tests: new Set([...testsOf(plan), ...filteredBy(counted, 'tests', 'test')]),
    bases: new Set(Object.values(plan.products).map((one) => one.counts_on.value)),
    products: new Set([
      ...filteredBy(counted, 'signups', 'product'),
      ...filteredBy(counted, 'billing', 'product'),
    ]),
  };
}

/** The measures that pay, scores and examples ask for. */
const roots = (plan: Plan): string[] => [
  ...[...Object.values(plan.components).flatMap(needsOfComponent), ...needsOfScore(plan)].flatMap(
    ({ kind, name }) => (kind === 'measure' ? [name] : []),
  ),
  ...saidOf(plan).flatMap(({ given = {}, measures = {} }) => [
    ...Object.keys(measures),
    // An example that brings rows of it shows that they change nothing.
    ...Object.keys(given).filter((name) => plan.measures?.[name]?.kind === 'collected'),
  ]),
];

/** What examples say of each person's months. */
const saidOf = ({ examples }: Plan): PersonShape[] =>
  Object.values(examples ?? {}).flatMap(({ months }) =>
    months.flatMap((month) => (month.kind === 'one' ? [month] : Object.values(month.people))),
  );

/** What a measure names, those of earlier months and of filters too. */
function namedBy(declared: DeclaredMeasure): string[] {
  switch (declared.kind) {
    case 'earlier':
      return [declared.earlier.of];
    case 'earlier_by_ref':
      return [declared.earlier_by_ref.of.value];
    case 'rows':
      return filteredBy([declared], 'measures', 'measure');
    default:
      return needsOfMeasure(declared).flatMap(({ kind, name }) => (kind === 'measure' ? [name] : []));
  }
}

const filteredBy = (all: readonly DeclaredMeasure[], file: string, column: string): string[] =>
  all.flatMap((one) =>
    one.kind === 'rows' && one.file === file
      ? one.where.flatMap((filter) =>
          filter.kind === 'words' && filter.column === column ? filter.words.value : [],
        )
      : [],
  );

const finesOf = (plan: Plan): Fine[] =>
  Object.values(plan.components).flatMap((one) => (one.kind === 'fine' ? [one.fine] : []));

const incidentsOf = (plan: Plan): string[] => [
  ...finesOf(plan).flatMap((fine) => (fine.kind === 'incident' ? [fine.incident] : [])),
  ...Object.values(plan.score?.sections ?? {}).flatMap((one) =>
    one.kind === 'less' ? Object.keys(one.less).filter((word) => isIncidentKind(word, plan)) : [],
  ),
  ...(plan.counting ? [plan.counting.forced_by.value] : []),
];

const testsOf = (plan: Plan): string[] =>
  finesOf(plan).flatMap((fine) => (fine.kind === 'test' ? [fine.test] : []));
