/** The words and operators of formulas. */
import type { RoundingMode } from '../base/exact.js';
import type { Comparison, Operation } from './formula.js';

export const OPERATIONS: Readonly<Record<string, Operation>> = {
  '+': 'sum',
  '-': 'difference',
  '*': 'product',
  '/': 'quotient',
};
export const COMPARISONS: readonly Comparison[] = ['==', '!=', '<', '<=', '>', '>='];

/** Whether formulas have this operator. */
export const isKnown = (operator: string): boolean =>
  Object.hasOwn(OPERATIONS, operator) ||
  COMPARISONS.some((one) => one === operator) ||
  ['&&', '||', '!'].includes(operator);

/** The number of the transaction, day or week in the month: a name that only formulas under `each` know. */
export const ORDINAL = 'ordinal';

/** The functions, with how many numbers each takes; `has` and `so_far` take the name of a measure. */
export const FUNCTIONS: Readonly<Record<string, { readonly least: number; readonly most: number }>> = {
  min: { least: 2, most: 20 },
  max: { least: 2, most: 20 },
  mod: { least: 2, most: 2 },
  floor: { least: 1, most: 1 },
  ceil: { least: 1, most: 1 },
  abs: { least: 1, most: 1 },
  round: { least: 2, most: 2 },
  round_half_even: { least: 2, most: 2 },
  round_down: { least: 2, most: 2 },
  round_up: { least: 2, most: 2 },
  has: { least: 1, most: 1 },
  so_far: { least: 1, most: 1 },
};
export const OF_FUNCTION: Readonly<Record<string, Operation>> = {
  min: 'least',
  max: 'greatest',
  mod: 'remainder',
  floor: 'whole_part',
  abs: 'absolute',
};
/** The functions that round, with their modes; `round_down` and `round_up` are those of spreadsheets. */
export const MODE_OF_FUNCTION: Readonly<Record<string, RoundingMode>> = {
  ceil: 'ceiling',
  round: 'half_up',
  round_half_even: 'half_even',
  round_down: 'down',
  round_up: 'up',
};
