/**
 * The shape of conditions: a measure compared with a number, a person's role, team, site or grade, the day of hiring, and
 * several of them together.
 */
import { z } from 'zod';
import type { Exact } from '../base/exact.js';
import type { PlainDate } from '../base/period.js';
import { ROLES } from '../input/records.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { Fault, refuse } from './fault.js';
import { Leaf } from './leaf.js';
import { choices, markedDay, markedReference, NAME, number, words } from './leaf-shape.js';
import type { Value } from './mark.js';
import { checkRatio } from './scale-checks.js';
import { byKey, form, isMapping, list, mapping, wordAt } from './shape.js';

export const COMPARATORS = ['at_least', 'more_than', 'at_most', 'less_than', 'equals'] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** A measure compared with a number. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly measure: string;
  /**
   * How it is compared. Its mark is that of the condition as a whole: that this measure counts, and in this
   * way, may be assumed where the number itself is stated.
   */
  readonly comparator: Value<Comparator>;
  readonly threshold: Value<Exact>;
}

/** A measure compared with another one of the same person and month. */
export interface Against {
  readonly kind: 'against';
  readonly measure: string;
  readonly comparator: Value<Comparator>;
  /** The other measure. */
  readonly threshold: Value<string>;
}

/** The columns of agents.csv that a condition can ask for. */
export const ATTRIBUTES = ['role', 'team', 'site', 'grade'] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** The person's attribute is one of these words. */
export interface Belonging {
  readonly kind: 'belonging';
  readonly attribute: Attribute;
  readonly words: Value<readonly string[]>;
}

/** The sides of a day on which somebody can have been hired; the day itself is `from`. */
export const HIRED = ['hired_before', 'hired_from'] as const;

/** The person was hired before a day, or on it or later. */
export interface Hiring {
  readonly kind: 'hiring';
  readonly side: (typeof HIRED)[number];
  readonly day: Value<PlainDate>;
}

export type Condition =
  | Comparison
  | Against
  | Belonging
  | Hiring
  | { readonly kind: 'any'; readonly any: readonly Condition[] }
  | { readonly kind: 'all'; readonly all: readonly Condition[] }
  | { readonly kind: 'not'; readonly not: Condition };

/** The path of a condition, from that of the measure in it. */
const conditionAt = (path: string): string => path.replace(/\.measure$/, '');

/** `{ measure: successes, at_least: { value: 30, stated: T-1 }, assumed: T-1, because: … }` */
export const comparison = (per: 'day' | 'month'): z.ZodType<Comparison> =>
  mapping({
    measure: markedReference(`${per}_measure`),
    at_least: number.optional(),
    more_than: number.optional(),
    at_most: number.optional(),
    less_than: number.optional(),
    equals: number.optional(),
  }).transform((found, faults): Comparison => {
    const given = COMPARATORS.flatMap((comparator) => {
      const threshold = found[comparator];
      return threshold ? [{ comparator, threshold }] : [];
    });
    const [only] = given;
    if (!only || given.length > 1) {
      // Of the conditions of a day the first that holds is enough: two of them are no range.
      const eachAlone = per === 'month';
      const params = { keys: COMPARATORS, found: given.map(({ comparator }) => comparator), eachAlone };
      return refuse(faults, Fault.of(RULE_PROBLEMS.not_exactly_one, params));
    }
    const { comparator, threshold } = only;
    const { value: measure, path } = found.measure;
    checkRatio(measure, threshold, faults);
    return {
      kind: 'comparison',
      measure,
      comparator: { ...found.measure, value: comparator, text: comparator, path: conditionAt(path) },
      threshold,
    };
  });

/** `{ measure: days_employed, equals: calendar_days }` */
const against: z.ZodType<Against> = mapping({
  measure: markedReference('month_measure'),
  at_least: markedReference('month_measure').optional(),
  more_than: markedReference('month_measure').optional(),
  at_most: markedReference('month_measure').optional(),
  less_than: markedReference('month_measure').optional(),
  equals: markedReference('month_measure').optional(),
}).transform((found, faults): Against => {
  const given = COMPARATORS.filter((comparator) => found[comparator]);
  const [comparator] = given;
  const threshold = comparator && found[comparator];
  if (!threshold || given.length > 1) {
    const params = { keys: COMPARATORS, found: given, eachAlone: true };
    return refuse(faults, Fault.of(RULE_PROBLEMS.not_exactly_one, params));
  }
  const { value: measure, path } = found.measure;
  const compared = { ...found.measure, value: comparator, text: comparator, path: conditionAt(path) };
  return { kind: 'against', measure, comparator: compared, threshold };
});

/** Whether what a measure is compared with is a name. */
const isAgainst = (input: unknown): boolean =>
  isMapping(input) &&
  COMPARATORS.some((key) => {
    const found = input[key];
    return found instanceof Leaf && NAME.test(found.scalar ?? '');
  });

/** A measure compared with a number, or with another measure. */
const compared: z.ZodType<Comparison | Against> = form(
  (input) => {
    if (!isAgainst(input)) return 'number';
    const attribute = ATTRIBUTES.find((one) => one === wordAt(input, 'measure'));
    return attribute ? Fault.of(RULE_PROBLEMS.attribute_compared, { attribute }) : 'measure';
  },
  { number: comparison('month'), measure: against },
);

const belongingBy = (attribute: Attribute, of: z.ZodType<Value<readonly string[]>>): z.ZodType<Belonging> =>
  mapping({ [attribute]: of }).transform((found, faults): Belonging => {
    const asked = found[attribute];
    if (!asked) return refuse(faults, Fault.of(RULE_PROBLEMS.missing, { key: attribute }));
    return { kind: 'belonging', attribute, words: asked };
  });

/** `{ role: [agent] }`: words that a column of agents.csv may have. */
export const belonging = {
  role: belongingBy('role', choices(...ROLES)),
  team: belongingBy('team', words),
  site: belongingBy('site', words),
  grade: belongingBy('grade', words),
} satisfies Record<Attribute, z.ZodType<Belonging>>;

/** `{ hired_before: 2024-04-01 }` */
const hiring = {
  hired_before: mapping({ hired_before: markedDay }).transform(({ hired_before: day }): Hiring => ({
    kind: 'hiring',
    side: 'hired_before',
    day,
  })),
  hired_from: mapping({ hired_from: markedDay }).transform(({ hired_from: day }): Hiring => ({
    kind: 'hiring',
    side: 'hired_from',
    day,
  })),
};

const KEYS = ['measure', 'any', 'all', 'not', ...ATTRIBUTES, ...HIRED] as const;

/** A condition on a person's month: `{ role: [agent] }`, `{ any: [ … ] }`, or a measure compared. */
export const condition: z.ZodType<Condition> = form(byKey(...KEYS), {
  measure: compared,
  any: mapping({ any: z.lazy(() => list(condition, 2)) }).transform(({ any }) => ({
    kind: 'any' as const,
    any,
  })),
  all: mapping({ all: z.lazy(() => list(condition, 2)) }).transform(({ all }) => ({
    kind: 'all' as const,
    all,
  })),
  not: mapping({ not: z.lazy(() => condition) }).transform(({ not }) => ({ kind: 'not' as const, not })),
  ...belonging,
  ...hiring,
});
