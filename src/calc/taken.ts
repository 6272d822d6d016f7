/** Several numbers taken together: their sum, mean, greatest or least, or how many there are. */
import { whole } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import type { Take } from '../rules/measure-shape.js';
import { chosen, computed, given, type Ground, type Trace } from './trace.js';

/** What `take` says of them; of none, nothing. `unit` is what a mean divides by. */
export function taken(
  take: Take,
  name: Localized,
  parts: readonly Trace[],
  unit: Localized,
  ground: Ground = {},
): Trace {
  switch (take) {
    case 'sum':
    case 'greatest':
    case 'least':
      return computed(take, name, parts, ground);
    case 'mean': {
      if (parts.length === 0) return computed('sum', name, parts, ground);
      const count = given(unit, whole(parts.length));
      return computed('quotient', name, [computed('sum', name, parts), count], ground);
    }
    case 'count':
      return chosen(name, given(unit, whole(parts.length)), parts, ground);
  }
}
