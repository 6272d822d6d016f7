/** What a value of a rule file bears on at once, before anything that is built on it. */
import { entryIn } from './named-path.js';
import type { Plan } from './plan.js';

/**
 * A part of a month's calculation that can differ: what a measure comes to, what a component pays, which sign-ups of
 * a product count … `everything` stands for all of them.
 */
export type Fact =
  | 'everything'
  | 'counting'
  | 'clawback_rules'
  | 'daily'
  | 'year'
  | 'calendar'
  | 'score'
  | 'grades'
  | 'checks'
  | 'absence'
  | 'guard'
  | 'debts'
  | 'others'
  | `basis:${string}`
  | `counts_on:${string}`
  | `counted:${string}`
  | `points:${string}`
  | `words:${string}`
  | `incident:${string}`
  | `test:${string}`
  | `measure:${string}`
  | `own:${string}`
  | `line:${string}`
  | `component:${string}`
  | `applied:${string}`
  | `prior_period:${string}`
  | `clawback:${string}`;

/** Sections that say nothing about anybody's pay. */
const WORDS_ALONE: readonly string[] = ['version', 'title', 'document', 'clauses', 'examples'];

/** The facts that a value at this path says itself. What is not known to say less says everything. */
export function sourcesOf(plan: Plan, path: string): readonly Fact[] {
  const [section = '', ...steps] = path.split('.');
  if (WORDS_ALONE.includes(section)) return [];
  const entry = (table: object | undefined) => entryIn(Object.keys(table ?? {}), steps);
  switch (section) {
    case 'counting':
      return ofCounting(plan, steps);
    case 'clawback':
      return ['clawback_rules'];
    case 'products':
      return ofProduct(entry(plan.products));
    case 'daily_target':
      return ['daily'];
    case 'incidents':
      return named('incident', entry(plan.incidents)?.name);
    case 'tests':
      return named('test', entry(plan.tests)?.name);
    case 'year_begins_in':
      return ['year'];
    case 'calendar':
      return ['calendar'];
    case 'measures':
      return ofMeasure(entry(plan.measures));
    case 'components':
      return named('own', entry(plan.components)?.name);
    case 'score':
    case 'grades':
      return [section];
    case 'checks':
      return steps.length === 0 || steps[0] === 'absence' ? ['absence', 'checks'] : ['checks'];
    case 'net':
      return ofNet(steps);
    default:
      return ['everything'];
  }
}

const EVERYTHING: readonly Fact[] = ['everything'];

const named = (kind: 'incident' | 'test' | 'own', name: string | undefined): readonly Fact[] =>
  name === undefined ? EVERYTHING : [`${kind}:${name}`];

type Entry = ReturnType<typeof entryIn>;

function ofCounting(plan: Plan, [key, ...steps]: readonly string[]): readonly Fact[] {
  if (key !== 'bases') return ['counting'];
  const basis = entryIn(Object.keys(plan.counting?.bases ?? {}), steps);
  return basis ? [`basis:${basis.name}`] : ['counting'];
}

function ofProduct(product: Entry): readonly Fact[] {
  if (!product) return EVERYTHING;
  const { name, rest } = product;
  const all: readonly Fact[] = [`counts_on:${name}`, `points:${name}`, `words:${name}`];
  switch (rest[0]) {
    case 'counts_on':
      return [`counts_on:${name}`];
    case 'points':
      // What is left out is for the reader alone.
      return rest[1] === 'not_by' ? [`words:${name}`] : [`points:${name}`];
    case 'name':
    case 'clause':
      return [`words:${name}`];
    default:
      return all;
  }
}

function ofMeasure(measure: Entry): readonly Fact[] {
  if (!measure) return EVERYTHING;
  return measure.rest[0] === 'name' ? [] : [`measure:${measure.name}`];
}

function ofNet([key]: readonly string[]): readonly Fact[] {
  switch (key) {
    case 'clause':
      return [];
    case 'guard':
      return ['guard'];
    case 'negative':
      return ['debts'];
    default:
      return ['guard', 'debts'];
  }
}
