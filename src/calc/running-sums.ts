/** What measures come to from the first transaction, day or week of the month up to one of them. */
import { type Exact, ZERO } from '../base/exact.js';
import { type Absent, have, type Measured } from './measured.js';
import { computed, given } from './trace.js';

const BEFORE = { en: 'before it', zh: '此前合计' };

/** Sums that grow with every transaction, day or week, in their order. */
export class RunningSums {
  readonly #before = new Map<string, Exact>();
  readonly #unknown = new Map<string, Absent>();
  readonly #names: readonly string[];

  /** `names`: the measures that are summed. */
  constructor(names: readonly string[]) {
    this.#names = names;
  }

  /** The sum up to and with the one for which the measure is `own`. */
  upTo(name: string, own: Measured): Measured {
    const unknown = this.#unknown.get(name);
    if (unknown) return unknown;
    if ('absent' in own) return own;
    const before = given(BEFORE, this.#before.get(name) ?? ZERO);
    const label = { en: `so_far(${name})`, zh: `so_far(${name})` };
    return have(computed('sum', label, [before, own.trace]));
  }

  /** Goes on to the next one. Who lacks a number that the plan skips adds nothing; any other gap leaves the rest unknown. */
  add(ownOf: (name: string) => Measured): void {
    for (const name of this.#names) {
      const own = ownOf(name);
      if (!('absent' in own)) {
        this.#before.set(name, (this.#before.get(name) ?? ZERO).add(own.trace.value));
      } else if (own.cause !== 'skip') {
        this.#unknown.set(name, own);
      }
    }
  }
}
