/**
 * Conditions as sets of people: which numbers, words and days pass. A condition becomes a list of conjunctions of which
 * any may hold; each conjunction is a box of intervals and words, so that two can be compared.
 */
import type { Exact } from '../../base/exact.js';
import type { Comparator, Condition } from '../condition-shape.js';

/** One thing that must hold. */
export type Atom =
  | { readonly kind: 'number'; readonly of: string; readonly comparator: Comparator; readonly at: Exact }
  | { readonly kind: 'word'; readonly of: string; readonly words: readonly string[]; readonly in: boolean }
  | { readonly kind: 'day'; readonly side: 'before' | 'from'; readonly day: string }
  /** Two measures compared: which orders of the first to the second pass. */
  | { readonly kind: 'order'; readonly of: string; readonly passes: readonly (-1 | 0 | 1)[] }
  /** Something of which only is known that it holds or does not. */
  | { readonly kind: 'fact'; readonly of: string; readonly holds: boolean };

export type Conjunction = readonly Atom[];

/** So many conjunctions are worth comparing. */
const MOST = 64;

/** What any of must hold; undefined where there are too many of them. */
export type Choices = readonly Conjunction[] | undefined;

export function allOf(parts: readonly Choices[]): Choices {
  return parts.reduce<Choices>(
    (found, part) => {
      if (!found || !part || found.length * part.length > MOST) return undefined;
      return found.flatMap((left) => part.map((right) => [...left, ...right]));
    },
    [[]],
  );
}

export function anyOf(parts: readonly Choices[]): Choices {
  const known = parts.filter((part) => part !== undefined);
  const found = known.flat();
  return known.length === parts.length && found.length <= MOST ? found : undefined;
}

/** A list of conditions all of which must hold. */
export const choicesOf = (conditions: readonly Condition[]): Choices =>
  allOf(conditions.map((one) => choices(one, true)));

function choices(condition: Condition, holds: boolean): Choices {
  switch (condition.kind) {
    case 'not':
      return choices(condition.not, !holds);
    case 'any':
    case 'all': {
      const parts = condition.kind === 'any' ? condition.any : condition.all;
      const found = parts.map((one) => choices(one, holds));
      return (condition.kind === 'any') === holds ? anyOf(found) : allOf(found);
    }
    case 'comparison':
      return comparisons(condition.measure, condition.comparator.value, condition.threshold.value, holds);
    case 'against':
      return [[orderAtom(condition.measure, condition.comparator.value, condition.threshold.value, holds)]];
    case 'belonging':
      return [[{ kind: 'word', of: condition.attribute, words: condition.words.value, in: holds }]];
    case 'hiring': {
      const before = (condition.side === 'hired_before') === holds;
      return [[{ kind: 'day', side: before ? 'before' : 'from', day: condition.day.value }]];
    }
  }
}

const OPPOSITE: Readonly<Record<Exclude<Comparator, 'equals'>, Comparator>> = {
  at_least: 'less_than',
  more_than: 'at_most',
  at_most: 'more_than',
  less_than: 'at_least',
};

export function comparisons(of: string, comparator: Comparator, at: Exact, holds: boolean): Choices {
  const atom = (own: Comparator): Atom => ({ kind: 'number', of, comparator: own, at });
  if (holds) return [[atom(comparator)]];
  if (comparator === 'equals') return [[atom('less_than')], [atom('more_than')]];
  return [[atom(OPPOSITE[comparator])]];
}

const PASSES: Readonly<Record<Comparator, readonly (-1 | 0 | 1)[]>> = {
  at_least: [0, 1],
  more_than: [1],
  at_most: [-1, 0],
  less_than: [-1],
  equals: [0],
};

function orderAtom(left: string, comparator: Comparator, right: string, holds: boolean): Atom {
  const ORDERS = [-1, 0, 1] as const;
  const passes = ORDERS.filter((order) => PASSES[comparator].includes(order) === holds);
  if (left <= right) return { kind: 'order', of: `${left} ${right}`, passes };
  return {
    kind: 'order',
    of: `${right} ${left}`,
    passes: ORDERS.filter((order) => passes.some((one) => one === -order)),
  };
}
