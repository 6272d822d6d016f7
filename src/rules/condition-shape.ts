/** The shape of conditions: a measure compared with a number. */
import type { z } from 'zod';
import type { Exact } from '../base/exact.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { Fault, refuse } from './fault.js';
import { markedReference, number } from './leaf-shape.js';
import type { Value } from './mark.js';
import { checkRatio } from './scale-checks.js';
import { mapping } from './shape.js';

export const COMPARATORS = ['at_least', 'more_than', 'at_most', 'less_than'] as const;
export type Comparator = (typeof COMPARATORS)[number];

export interface Condition {
  readonly measure: string;
  /**
   * How it is compared. Its mark is that of the condition as a whole: that this measure counts, and in this
   * way, may be assumed where the number itself is stated.
   */
  readonly comparator: Value<Comparator>;
  readonly threshold: Value<Exact>;
}

/** `{ measure: successes, at_least: { value: 30, stated: T-1 }, assumed: T-1, because: … }` */
export const condition = (per: 'day' | 'month'): z.ZodType<Condition> =>
  mapping({
    measure: markedReference(`${per}_measure`),
    at_least: number.optional(),
    more_than: number.optional(),
    at_most: number.optional(),
    less_than: number.optional(),
  }).transform((found, faults): Condition => {
    const given = COMPARATORS.flatMap((comparator) => {
      const threshold = found[comparator];
      return threshold ? [{ comparator, threshold }] : [];
    });
    const [only] = given;
    if (!only || given.length > 1) {
      const params = { keys: COMPARATORS, found: given.map(({ comparator }) => comparator) };
      return refuse(faults, Fault.of(RULE_PROBLEMS.not_exactly_one, params));
    }
    const { comparator, threshold } = only;
    const { value: measure, mark } = found.measure;
    checkRatio(measure, threshold, faults);
    return {
      measure,
      comparator: { ...found.measure, value: comparator, text: comparator, path: mark.path },
      threshold,
    };
  });
