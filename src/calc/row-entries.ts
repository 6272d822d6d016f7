/** The entries of a measure that counts or sums rows: one for each row that passes its filters. */
import { ONE } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import { byKeys } from '../base/order.js';
import { firstDay, type Month } from '../base/period.js';
import type { RowRef } from '../input/records.js';
import type { Distinct } from '../rules/export-columns.js';
import type { RowMeasure } from '../rules/row-measure-shape.js';
import type { Entry } from './entry.js';
import type { Cell, RowReader } from './export-rows.js';
import { columnOf, passes } from './row-filters.js';

/** A row that the measure needs something of that it does not give. */
export interface IncompleteRow {
  readonly at: RowRef;
  readonly lacks: string;
}

/** What a row that passes adds. */
interface Counted<R> {
  readonly row: R;
  readonly entry: Entry;
}

/**
 * The entries of those of a person's `rows` that pass the measure's filters, in the order of their dates: 1 each
 * or the column that is summed. Rows about the whole month are dated on its first day, or lack their day where
 * `byDate` says that each must have it.
 */
export function entriesOf<R>(
  { where, column, distinct }: RowMeasure,
  rows: readonly R[],
  reader: RowReader<R>,
  month: Month,
  byDate: boolean,
): readonly Entry[] | IncompleteRow {
  const value: (row: R) => Cell = column === undefined ? () => ONE : columnOf(reader.numbers, column);
  const found: Counted<R>[] = [];
  for (const row of rows) {
    const passed = passes(row, where, reader);
    if (passed === false) continue;
    const at = reader.at(row);
    if (passed !== true) return { at, ...passed };
    const date = reader.date(row);
    if (date === undefined && (byDate || distinct?.value === 'days')) return { at, lacks: 'day' };
    const cell = value(row);
    if (cell === 'lacking') return { at, lacks: column ?? '' };
    if (cell === 'none') continue;
    const ref = reader.ref?.(row);
    const entry = {
      date: date ?? firstDay(month),
      value: cell,
      rows: reader.beside ? [at, ...reader.beside(row)] : [at],
      ...(ref === undefined ? {} : { ref }),
    };
    found.push({ row, entry });
  }
  const inOrder = found.toSorted(byKeys<Counted<R>>(({ entry }) => entry.date));
  return distinct ? differentOnes(inOrder, distinct.value, reader) : inOrder.map(({ entry }) => entry);
}

/** One entry for each day or customer, on its first date, with all its rows. */
function differentOnes<R>(
  counted: readonly Counted<R>[],
  distinct: Distinct,
  reader: RowReader<R>,
): readonly Entry[] {
  const key = ({ row, entry }: Counted<R>): string =>
    distinct === 'days' ? entry.date : customerOf(row, reader);
  return [...groupBy(counted, key).values()].flatMap((group): Entry[] => {
    const [first] = group;
    const rows = group.flatMap(({ entry }) => entry.rows);
    return first ? [{ date: first.entry.date, value: ONE, rows }] : [];
  });
}

function customerOf<R>(row: R, reader: RowReader<R>): string {
  if (!reader.customer) throw new Error('these rows name no customers');
  return reader.customer(row);
}
