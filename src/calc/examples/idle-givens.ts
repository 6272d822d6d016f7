/** What an example gives that does not bear on what it expects: for the hints where it does not come out. */
import type { Example, ExamplePerson } from '../../rules/examples.js';
import {
  needsOfComponent,
  needsOfMeasure,
  needsOfScore,
  type Need,
  scalesOf,
} from '../../rules/dependencies.js';
import { measuresIn } from '../../rules/formula.js';
import type { Plan } from '../../rules/plan.js';

export type Idle =
  /** Nothing that is expected is reckoned from it; the fines of attendance among what is. */
  | { readonly kind: 'unused'; readonly measure: string; readonly fines: readonly string[] }
  /** Several entries without a day, of a measure that is reckoned by day or week. */
  | { readonly kind: 'one_day'; readonly measure: string };

/** Each once, in the order in which the example gives them. */
export function idleGivens(plan: Plan, example: Example): Idle[] {
  const people = example.months.flatMap((month) => month.people);
  const used = measuresUsed(plan, example);
  const dated = measuresByDay(plan);
  const found = new Map<string, Idle>();
  for (const [measure, parts] of people.flatMap(({ says }) => Object.entries(says.given ?? {}))) {
    const several =
      parts.length > 1 && parts.every((part) => part.date === undefined && part.ref === undefined);
    if (used && !used.has(measure)) {
      found.set(measure, { kind: 'unused', measure, fines: finesByRows(plan, people) });
    } else if (several && dated.has(measure)) found.set(measure, { kind: 'one_day', measure });
  }
  return [...found.values()];
}

/** Measures that telepay counts itself from others that may be given. */
const BUILT_OF: Readonly<Record<string, readonly string[]>> = {
  attainment: ['counted', 'target'],
  team_counted: ['counted'],
  team_target: ['target'],
  team_attainment: ['counted', 'team_counted', 'target', 'team_target'],
  uncovered_misses: ['missed_days', 'assessed_days'],
};

/** All that what is expected is reckoned from; undefined where that is the whole pay of somebody. */
function measuresUsed(plan: Plan, { months, total }: Example): ReadonlySet<string> | undefined {
  const said = months.flatMap((month) => month.people.map((person) => person.says));
  const whole = said.some(({ net, paid, debt_out }) =>
    [net, paid, debt_out].some((one) => one !== undefined),
  );
  if (whole || total?.paid) return undefined;
  const components = [...said.map(({ pays }) => pays), ...said.map(({ parts }) => parts), total?.pays];
  const seen = new Set<string>();
  const used = new Set<string>();
  const visit = ({ kind, name }: Need): void => {
    if (seen.has(`${kind} ${name}`)) return;
    seen.add(`${kind} ${name}`);
    if (kind === 'measure') used.add(name);
    for (const need of kind === 'component' ? needsOf(name, plan) : needsWithin(name, plan)) visit(need);
  };
  for (const name of components.flatMap((one) => Object.keys(one ?? {}))) visit({ kind: 'component', name });
  for (const name of said.flatMap(({ measures }) => Object.keys(measures ?? {})))
    visit({ kind: 'measure', name });
  return used;
}

function needsOf(name: string, plan: Plan): Need[] {
  const component = plan.components[name];
  if (!component) return [];
  const byBase = component.kind === 'fine' ? (['monthly_base'] as const) : [];
  return [...needsOfComponent(component), ...byBase.map((one): Need => ({ kind: 'measure', name: one }))];
}

function needsWithin(name: string, plan: Plan): Need[] {
  if (name === 'score') return needsOfScore(plan);
  const declared = plan.measures?.[name];
  if (!declared) {
    const of = Object.hasOwn(BUILT_OF, name) ? (BUILT_OF[name] ?? []) : [];
    return of.map((one): Need => ({ kind: 'measure', name: one }));
  }
  // Earlier months stand in the same example.
  if (declared.kind === 'earlier') return [{ kind: 'measure', name: declared.earlier.of }];
  return needsOfMeasure(declared);
}

/** The measures that something is reckoned of by single days or weeks. */
function measuresByDay(plan: Plan): ReadonlySet<string> {
  const byDay = (clock: string | undefined): boolean => clock === 'day' || clock === 'week';
  const scales = scalesOf(plan).flatMap((scale) => (byDay(scale.per?.value) ? [scale.of] : []));
  const formulas = Object.values(plan.measures ?? {}).flatMap((one) =>
    one.kind === 'each' && byDay(one.each.per.value) ? measuresIn(one.each.formula.value) : [],
  );
  return new Set([...scales, ...formulas]);
}

/** The fines that are expected and go by rows of attendance, whatever counts its days. */
function finesByRows({ components }: Plan, people: readonly ExamplePerson[]): string[] {
  const expected = new Set(people.flatMap(({ says }) => Object.keys(says.pays ?? {})));
  return [...expected].filter((key) => {
    const own = components[key];
    return own?.kind === 'fine' && own.fine.kind === 'attendance';
  });
}
