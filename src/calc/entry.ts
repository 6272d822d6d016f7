/** Entries: the dated parts of a measure, one for each row that it counts or sums. */
import type { Exact } from '../base/exact.js';
import type { PlainDate } from '../base/period.js';
import type { RowRef } from '../input/records.js';

export interface Entry {
  readonly date: PlainDate;
  /** 1 where rows are counted, else what is summed. */
  readonly value: Exact;
  readonly rows: readonly RowRef[];
  /** The order, contract or sign-up that the row is about, where it names one. */
  readonly ref?: string;
}
