/**
 * Which components' lines a value of a rule file can bear on, told from the plan alone. It is an over-approximation:
 * what is not named can't differ when the value changes, in this month or, by what is carried on, in a later one; what
 * is named need not.
 */
import { computedOnce } from '../base/computed-once.js';
import { groupBy } from '../base/group.js';
import type { Plan } from './plan.js';
import { restsOf } from './touch-needs.js';
import { type Fact, sourcesOf } from './touch-sources.js';

/** A component whose lines can differ. */
export interface TouchedComponent {
  /** A key under `components`, or `prior_period` or `clawback`, which telepay makes itself. */
  readonly component: string;
  /** Where only lines of some products can differ: their codes, in the order of the file. */
  readonly products?: readonly string[];
}

export interface Touched {
  /** In the order of the rule file, then what closed months bring. */
  readonly components: readonly TouchedComponent[];
  readonly score: boolean;
  readonly grades: boolean;
  readonly checks: boolean;
}

/**
 * What a value at `path` (`products.INFO_4.points.bands.2.pays`) can bear on. The plan must have it: of a change that
 * takes away or adds something, ask the plan that has it; of any other, both.
 */
export const touches = (plan: Plan, path: string): Touched => touchedBy(plan, sourcesOf(plan, path));

/**
 * What the value can bear on in another plan that is in force beside this one: its teams, totals and places take in the
 * people of this one with their sign-ups, points and days, and a case that was fined is fined by neither again.
 */
export function touchedBeside(other: Plan, plan: Plan, path: string): Touched {
  const facts = spread(plan, sourcesOf(plan, path));
  const isSeen = (fact: Fact): boolean => /^(counted|points):|^daily$/.test(fact);
  const fines = Object.entries(other.components).flatMap(([key, { kind }]): Fact[] =>
    kind === 'fine' && facts.has(`own:${key}`) ? [`own:${key}`] : [],
  );
  return touchedBy(other, [...fines, ...([...facts].some(isSeen) ? (['others'] as const) : [])]);
}

/** Two plans' answers in one: `first` has the order. */
export function together(first: Touched, second: Touched): Touched {
  const parts = groupBy([...first.components, ...second.components], (one) => one.component);
  const components = [...parts].map(([component, found]): TouchedComponent => {
    const products = found.flatMap((one) => one.products ?? []);
    const isConfined = found.every((one) => one.products);
    return isConfined ? { component, products: [...new Set(products)] } : { component };
  });
  return {
    components,
    score: first.score || second.score,
    grades: first.grades || second.grades,
    checks: first.checks || second.checks,
  };
}

function touchedBy(plan: Plan, sources: readonly Fact[]): Touched {
  const facts = spread(plan, sources);
  const codes = [...new Set(versionsOf(plan).flatMap(({ products }) => Object.keys(products)))];
  const ofProducts = (component: string, isTouched: (code: string) => boolean): TouchedComponent[] => {
    const products = codes.filter(isTouched);
    if (products.length === 0) return [];
    return [products.length === codes.length ? { component } : { component, products }];
  };
  const own = Object.keys(plan.components).flatMap((component): TouchedComponent[] => {
    if (facts.has(`own:${component}`) || facts.has(`applied:${component}`)) return [{ component }];
    return ofProducts(component, (code) => facts.has(`line:${component}.${code}`));
  });
  return {
    components: [
      ...own,
      ...ofProducts('prior_period', (code) => facts.has(`prior_period:${code}`)),
      ...ofProducts('clawback', (code) => facts.has(`clawback:${code}`)),
    ],
    score: facts.has('score') && plan.score !== undefined,
    grades: facts.has('grades') && plan.grades !== undefined,
    checks: facts.has('checks') && Object.values(plan.checks).some((one) => one !== undefined),
  };
}

/** All facts that rest on these, and they themselves. */
function spread(plan: Plan, sources: readonly Fact[]): ReadonlySet<Fact> {
  const dependents = computedOnce(known, plan, dependentsOf);
  const found = new Set<Fact>(sources);
  for (const fact of found) for (const one of dependents.get(fact) ?? []) found.add(one);
  return found;
}

type Dependents = ReadonlyMap<Fact, readonly Fact[]>;

/** Asked once for each plan, not once for each value. */
const known = new WeakMap<Plan, Dependents>();

/** What rests on what, in any of the plan's dated versions. */
function dependentsOf(plan: Plan): Dependents {
  const pairs = groupBy(versionsOf(plan).flatMap(restsOf), ([, on]) => on);
  return new Map([...pairs].map(([on, rests]) => [on, rests.map(([fact]) => fact)]));
}

const versionsOf = (plan: Plan): Plan[] => [plan, ...(plan.changes ?? []).map((one) => one.plan)];
