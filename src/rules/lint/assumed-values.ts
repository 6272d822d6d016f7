/** The values of a plan that the text lost and that nobody has confirmed. */
import type { Assumed, Value } from '../mark.js';
import type { Plan } from '../plan.js';
import { valuesOf } from '../values.js';

export interface AssumedValue {
  readonly value: Value<unknown>;
  readonly mark: Assumed;
}

/** In the order of the file, those of dated versions among them. */
export const assumedIn = (plan: Plan): AssumedValue[] =>
  valuesOf(plan).flatMap((value) => (value.mark.kind === 'assumed' ? [{ value, mark: value.mark }] : []));
