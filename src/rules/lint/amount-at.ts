/**
 * What an amount comes to by one measure alone: with so much of it, where everything else that the amount names is a
 * constant or comes from the same measure.
 */
import { type Exact, floor, greatest, least, remainder, round, sum, ZERO } from '../../base/exact.js';
import type { PaidAmount } from '../amount-shape.js';
import type { Comparator, Condition } from '../condition-shape.js';
import type { Comparison, Formula, Test } from '../formula.js';
import type { Plan } from '../plan.js';
import { scaleAt } from './scale-at.js';

/** So much of one measure. */
export interface Given {
  readonly measure: string;
  readonly quantity: Exact;
  readonly plan: Plan;
}

/** The value of a measure; undefined where it hangs on something else. */
export function measureAt(name: string, given: Given): Exact | undefined {
  if (name === given.measure) return given.quantity;
  const declared = given.plan.measures?.[name];
  if (!declared || declared.rounding) return undefined;
  if (declared.kind === 'formula') return formulaAt(declared.formula.value, given);
  return declared.kind === 'is' ? amountAt(declared.is, given) : undefined;
}

export function amountAt(amount: PaidAmount, given: Given): Exact | undefined {
  switch (amount.kind) {
    case 'fixed':
      return amount.fixed.value;
    case 'measure':
      return measureAt(amount.measure, given);
    case 'rate':
      return measureAt(amount.of, given)?.mul(amount.rate.value);
    case 'formula':
      return formulaAt(amount.formula.value, given);
    case 'scale': {
      const { scale } = amount;
      if (scale.per || (scale.kind === 'bands' && (scale.by ?? scale.percent_of))) return undefined;
      const quantity = measureAt(scale.of, given);
      return quantity && scaleAt(scale, quantity);
    }
    case 'cases': {
      for (const { when, pays } of amount.cases) {
        const held = when.map((one) => holdsAt(one, given));
        if (held.includes(undefined)) return undefined;
        if (!held.includes(false)) return amountAt(pays, given);
      }
      return undefined;
    }
    case 'table':
    case 'day_rate':
    case 'share':
      return undefined;
  }
}

/** Whether a condition holds; undefined where it hangs on something else. */
export function holdsAt(condition: Condition, given: Given): boolean | undefined {
  switch (condition.kind) {
    case 'comparison': {
      const value = measureAt(condition.measure, given);
      return value && compares(value, condition.comparator.value, condition.threshold.value);
    }
    case 'against': {
      const value = measureAt(condition.measure, given);
      const other = measureAt(condition.threshold.value, given);
      return value && other && compares(value, condition.comparator.value, other);
    }
    case 'any':
    case 'all': {
      const isAny = condition.kind === 'any';
      const parts = (condition.kind === 'any' ? condition.any : condition.all).map((one) =>
        holdsAt(one, given),
      );
      if (parts.includes(isAny)) return isAny;
      return parts.includes(undefined) ? undefined : !isAny;
    }
    case 'not': {
      const held = holdsAt(condition.not, given);
      return held === undefined ? undefined : !held;
    }
    case 'belonging':
    case 'hiring':
      return undefined;
  }
}

function compares(value: Exact, comparator: Comparator, threshold: Exact): boolean {
  const order = value.compare(threshold);
  switch (comparator) {
    case 'at_least':
      return order >= 0;
    case 'more_than':
      return order > 0;
    case 'at_most':
      return order <= 0;
    case 'less_than':
      return order < 0;
    case 'equals':
      return order === 0;
  }
}

function formulaAt(formula: Formula, given: Given): Exact | undefined {
  switch (formula.kind) {
    case 'number':
      return formula.value;
    case 'measure':
      return measureAt(formula.name, given);
    case 'so_far':
      return undefined;
    case 'round': {
      const value = formulaAt(formula.of, given);
      return value && round(value, formula.places, formula.mode);
    }
    case 'choice': {
      const held = testAt(formula.test, given);
      if (held === undefined) return undefined;
      return formulaAt(held ? formula.holds : formula.otherwise, given);
    }
    case 'operation': {
      const parts = formula.parts.map((one) => formulaAt(one, given));
      const known = parts.filter((one) => one !== undefined);
      return known.length === parts.length ? operate(formula.operation, known) : undefined;
    }
  }
}

function operate(
  operation: Extract<Formula, { kind: 'operation' }>['operation'],
  parts: readonly Exact[],
): Exact | undefined {
  const [first, second] = parts;
  if (!first) return undefined;
  switch (operation) {
    case 'sum':
      return sum(parts);
    case 'difference':
      return second ? first.sub(second) : first.neg();
    case 'product':
      return parts.reduce((left, right) => left.mul(right));
    case 'quotient':
      return second && !second.equals(ZERO) ? first.div(second) : undefined;
    case 'remainder':
      return second && !second.equals(ZERO) ? remainder(first, second) : undefined;
    case 'least':
      return least(first, ...parts);
    case 'greatest':
      return greatest(first, ...parts);
    case 'whole_part':
      return floor(first);
    case 'absolute':
      return first.abs();
  }
}

function testAt(test: Test, given: Given): boolean | undefined {
  switch (test.kind) {
    case 'comparison': {
      const [left, right] = [formulaAt(test.left, given), formulaAt(test.right, given)];
      return left && right && HOLDS[test.comparison](left.compare(right));
    }
    case 'all':
    case 'any': {
      const parts = test.parts.map((one) => testAt(one, given));
      if (parts.includes(test.kind === 'any')) return test.kind === 'any';
      return parts.includes(undefined) ? undefined : test.kind === 'all';
    }
    case 'not': {
      const held = testAt(test.of, given);
      return held === undefined ? undefined : !held;
    }
    case 'has':
      return test.name === given.measure ? true : undefined;
  }
}

const HOLDS: Readonly<Record<Comparison, (order: number) => boolean>> = {
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};
