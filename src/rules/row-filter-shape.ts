/** The shape of filters: which rows of an export a measure counts or sums. */
import type { z } from 'zod';
import { type Exact, ONE, whole, ZERO } from '../base/exact.js';
import type { ProblemKind } from '../base/problem.js';
import { WEEKDAYS } from '../base/weekday.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { type Comparator, COMPARATORS } from './condition-shape.js';
import { type Column, columnsOf, type RowFile } from './export-columns.js';
import { Fault, type Faults, refuse } from './fault.js';
import { choices, markedReferences, number, words } from './leaf-shape.js';
import type { Value } from './mark.js';
import { mapping } from './shape.js';

/** A comparison with a number. */
export interface Bound {
  readonly comparator: Comparator;
  readonly threshold: Value<Exact>;
}

/** A row passes when its column holds one of these words, or a number that all these comparisons hold for. */
export type RowFilter =
  | { readonly kind: 'words'; readonly column: string; readonly words: Value<readonly string[]> }
  | { readonly kind: 'range'; readonly column: string; readonly bounds: readonly Bound[] };

/** The values of the rule file that filters apply. */
export const rulesOfFilters = (filters: readonly RowFilter[]): Value<unknown>[] =>
  filters.flatMap((filter): Value<unknown>[] =>
    filter.kind === 'words' ? [filter.words] : filter.bounds.map((bound) => bound.threshold),
  );

/** `{ at_least: 5, less_than: 10 }`: one comparison, or a lower and an upper one. `equals` stands alone. */
const range = mapping({
  at_least: number.optional(),
  more_than: number.optional(),
  at_most: number.optional(),
  less_than: number.optional(),
  equals: number.optional(),
}).transform((found, faults): readonly Bound[] => {
  const bounds = COMPARATORS.flatMap((comparator): Bound[] => {
    const threshold = found[comparator];
    return threshold ? [{ comparator, threshold }] : [];
  });
  if (bounds.length === 0) {
    return refuse(faults, Fault.of(RULE_PROBLEMS.no_comparison, { known: COMPARATORS }));
  }
  checkBounds(bounds, faults);
  return bounds;
});

const LOWER: readonly Comparator[] = ['at_least', 'more_than', 'equals'];
const UPPER: readonly Comparator[] = ['at_most', 'less_than', 'equals'];

/** At most one lower and one upper bound, with a number between them. */
function checkBounds(bounds: readonly Bound[], faults: Faults): void {
  const lower = bounds.filter(({ comparator }) => LOWER.includes(comparator));
  const upper = bounds.filter(({ comparator }) => UPPER.includes(comparator));
  for (const [, second] of [lower, upper]) {
    if (second)
      refuse(faults, Fault.of(RULE_PROBLEMS.two_bounds, { key: second.comparator }), second.threshold);
  }
  const [from] = lower;
  const [to] = upper;
  if (!from || !to) return;
  const order = from.threshold.value.compare(to.threshold.value);
  const inclusive = from === to || (from.comparator === 'at_least' && to.comparator === 'at_most');
  if (order < 0 || (order === 0 && inclusive)) return;
  const params = { from: from.threshold.text, to: to.threshold.text };
  refuse(faults, Fault.of(RULE_PROBLEMS.empty_range, params), to.threshold);
}

const LAST_DAY = whole(31);
const LAST_HOUR = whole(23);

const dayRange = wholeRange(ONE, LAST_DAY, RULE_PROBLEMS.not_a_day_of_month);
const hourRange = wholeRange(ZERO, LAST_HOUR, RULE_PROBLEMS.not_an_hour);

/** Comparisons with whole numbers from `least` to `most`. */
function wholeRange(
  least: Exact,
  most: Exact,
  other: ProblemKind<{ text: string }>,
): z.ZodType<readonly Bound[]> {
  return range.superRefine((bounds, faults) => {
    for (const { threshold } of bounds) {
      const { value, text } = threshold;
      if (value.d === 1n && value.compare(least) >= 0 && value.compare(most) <= 0) continue;
      refuse(faults, Fault.of(other, { text }), threshold);
    }
  });
}

const inRange =
  (column: string) =>
  (bounds: readonly Bound[]): RowFilter => ({ kind: 'range', column, bounds });

const oneOf =
  (column: string) =>
  (words: Value<readonly string[]>): RowFilter => ({ kind: 'words', column, words });

function filter(name: string, column: Column): z.ZodType<RowFilter> {
  switch (column.kind) {
    case 'words':
      return choices(...column.words).transform(oneOf(name));
    case 'declared':
      return markedReferences(column.as).transform(oneOf(name));
    case 'text':
      return words.transform(oneOf(name));
    case 'number':
      return range.transform(inRange(name));
    case 'hour':
      return hourRange.transform(inRange(name));
  }
}

/** The filters of a file's rows: a row counts that passes them all. */
export function filtersOf(file: RowFile): z.ZodType<readonly RowFilter[]> {
  const own = Object.entries(columnsOf(file)).map(
    ([name, column]): [string, z.ZodType<RowFilter | undefined>] => [name, filter(name, column).optional()],
  );
  const fields: Record<string, z.ZodType<RowFilter | undefined>> = {
    ...Object.fromEntries(own),
    day: dayRange.transform(inRange('day')).optional(),
    weekday: choices(...WEEKDAYS)
      .transform(oneOf('weekday'))
      .optional(),
  };
  return mapping(fields).transform((found) => Object.values(found).filter((one) => one !== undefined));
}
