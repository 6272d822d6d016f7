/** Entries: the dated parts of a measure, one for each row that it counts or sums. */
import type { Exact } from '../base/exact.js';
import type { PlainDate } from '../base/period.js';
import type { RowRef } from '../input/records.js';
import type { Value } from '../rules/mark.js';
import type { RejectedRow, Trace } from './trace.js';

/** All entries of a measure for one person, and the values of the rule file that made them. */
export interface Entries {
  readonly entries: readonly Entry[];
  readonly rules: readonly Value<unknown>[];
  /** Rows of a week that ends in the next month, and is reckoned with it. */
  readonly rejected?: readonly RejectedRow[];
}

export interface Entry {
  readonly date: PlainDate;
  /** Whether an example gives it for the month alone, so that the date is but a place to stand. */
  readonly undated?: true;
  /** 1 where rows are counted, else what is summed. */
  readonly value: Exact;
  readonly rows: readonly RowRef[];
  /** The order, contract or sign-up that the row is about, where it names one. */
  readonly ref?: string;
  /** How the value came about, where it was reckoned. */
  readonly trace?: Trace;
}
