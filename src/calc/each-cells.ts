/** What a measure is of one transaction, day or week, also where it has no row of it. */
import { sum, ZERO } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import type { Amount } from '../rules/amount-shape.js';
import { isMadeOfRows, pieceClockOf } from '../rules/clocks.js';
import type { Each } from '../rules/measure-shape.js';
import type { Rounding } from '../rules/rounding-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import type { Reckoning } from './amounts.js';
import { type Column, columnOf, type Columns, entriesWithWeek, keyOf } from './each-columns.js';
import type { Entries, Entry } from './entry.js';
import { have, lack, lackOfPiece, lackWholeUnits, type Measured } from './measured.js';
import { measure } from './measures.js';
import { roundedMeasure } from './rounding.js';
import { reckonPiece } from './scale-clocks.js';
import { restingOn, computed, given, type Trace } from './trace.js';
import { reckonCell } from './two-key-tables.js';

/** The numbers of one person that a formula under `each` can ask for, by their keys: a ref, a day, the end of a week. */
export class EachCells {
  readonly #each: Each;
  readonly #columns: Map<string, Column>;
  readonly #facts: AgentFacts;
  readonly #month: MonthFacts;

  constructor(each: Each, columns: Columns, facts: AgentFacts, month: MonthFacts) {
    this.#each = each;
    this.#columns = new Map(columns);
    this.#facts = facts;
    this.#month = month;
  }

  /** A number of the month is the same for all; where there is no row, what the rule file says of that. */
  of(name: string, key: string): Measured {
    if (!isMadeOfRows(name, this.#month.plan)) return measure(name, this.#facts, this.#month);
    const entries = this.#columnOf(name).get(key);
    if (!entries) return this.#withoutRow(name, key);
    const declared = this.#month.plan.measures?.[name];
    const rules = declared?.kind === 'collected' ? [declared.when_absent] : [];
    return have(cellTrace(declared?.name ?? { en: name, zh: name }, entries, rules));
  }

  #columnOf(name: string): Column {
    const known = this.#columns.get(name);
    if (known) return known;
    const byDate = this.#each.per.value !== 'transaction';
    const found = entriesWithWeek(name, this.#each, this.#facts, this.#month, byDate);
    const entries = 'absent' in found ? [] : found.entries;
    const keys = entries.map((entry, index) => keyOf(entry, index, this.#each, false));
    const column = columnOf(entries, keys);
    this.#columns.set(name, column);
    return column;
  }

  #withoutRow(name: string, key: string): Measured {
    const declared = this.#month.plan.measures?.[name];
    const label: Localized = declared?.name ?? { en: name, zh: name };
    switch (declared?.kind) {
      case 'collected':
        return absentBy(declared.when_absent, label, lackOfPiece(name, key, 'no_measure'));
      case 'earlier_by_ref':
        return absentBy(declared.earlier_by_ref.when_absent, label, lackOfPiece(name, key, 'no_past'));
      case 'is':
        return this.#amountWithoutRow(declared.is, declared.rounding, label, key);
      default:
        return have(given(label, ZERO));
    }
  }

  /** A rate of the transaction itself, by a number that it has no row of: what the scale or table says of that number. */
  #amountWithoutRow(amount: Amount, asked: Rounding | undefined, label: Localized, key: string): Measured {
    if (pieceClockOf(amount) !== this.#each.per.value) return have(given(label, ZERO));
    const found = this.#reckon(amount, key);
    if ('trace' in found) {
      return have(roundedMeasure(computed('sum', label, [found.trace]), asked, this.#month.plan));
    }
    return 'absent' in found ? found.absent : lackWholeUnits(found);
  }

  #reckon(amount: Amount, key: string): Reckoning {
    const numberOf = (name: string): Measured => this.of(name, key);
    switch (amount.kind) {
      case 'scale':
        return reckonPiece(amount.scale, numberOf, this.#facts, this.#month);
      case 'table':
        return reckonCell(amount.table, numberOf, this.#facts);
      default:
        throw new Error('an amount of the month has no pieces');
    }
  }
}

/** What `when_absent` says of a number that is not there. */
function absentBy(
  whenAbsent: Entries['rules'][number] & { readonly value: 'zero' | 'error' | 'skip' },
  label: Localized,
  lacking: Measured,
): Measured {
  switch (whenAbsent.value) {
    case 'zero':
      return have(given(label, ZERO, restingOn(whenAbsent)));
    case 'skip':
      return lack('skip');
    case 'error':
      return lacking;
  }
}

function cellTrace(label: Localized, entries: readonly Entry[], rules: Entries['rules']): Trace {
  const traces = entries.flatMap(({ trace }) => (trace ? [trace] : []));
  if (traces.length === entries.length) return computed('sum', label, traces, { rules });
  const rows = entries.flatMap((entry) => entry.rows);
  return given(label, sum(entries.map((entry) => entry.value)), { rows, rules });
}
