/** Whether a row passes the filters of a measure. */
import { type Exact, whole } from '../base/exact.js';
import type { PlainDate } from '../base/period.js';
import { weekdayOf } from '../base/weekday.js';
import type { Bound, RowFilter } from '../rules/row-filter-shape.js';
import { compares } from './conditions.js';
import type { RowReader } from './export-rows.js';

/** A row that may pass or not: it has nothing in a column that it should have something in. */
export interface Incomplete {
  readonly lacks: string;
}

/** Whether the row passes all filters. A column that lacks its number only matters where all others pass. */
export function passes<R>(row: R, filters: readonly RowFilter[], reader: RowReader<R>): boolean | Incomplete {
  let lacks: string | undefined;
  for (const filter of filters) {
    const passed = passesOne(row, filter, reader);
    if (passed === false) return false;
    if (passed === 'lacking') lacks ??= filter.column === 'weekday' ? 'day' : filter.column;
  }
  return lacks === undefined ? true : { lacks };
}

function passesOne<R>(row: R, filter: RowFilter, reader: RowReader<R>): boolean | 'lacking' {
  if (isByDate(filter)) {
    const date = reader.date(row);
    return date === undefined ? 'lacking' : passesDate(date, filter);
  }
  if (filter.kind === 'words') {
    const word = columnOf(reader.words, filter.column)(row);
    return word !== undefined && filter.words.value.includes(word);
  }
  const cell = columnOf(reader.numbers, filter.column)(row);
  if (cell === 'lacking') return cell;
  return cell !== 'none' && isWithin(cell, filter.bounds);
}

/** The reading of a column. Throws where the reader of a file lacks one that rule files may name. */
export function columnOf<T>(columns: Readonly<Record<string, T>>, name: string): T {
  const found = columns[name];
  if (!found) throw new Error(`no column ${name}`);
  return found;
}

/** Whether the filter is about the row's date alone. */
export const isByDate = ({ column }: RowFilter): boolean => column === 'day' || column === 'weekday';

/** Whether a date passes a filter by date. */
export function passesDate(date: PlainDate, filter: RowFilter): boolean {
  return filter.kind === 'words'
    ? filter.words.value.includes(weekdayOf(date))
    : isWithin(whole(Number(date.slice(8))), filter.bounds);
}

const isWithin = (value: Exact, bounds: readonly Bound[]): boolean =>
  bounds.every(({ comparator, threshold }) => compares(value, comparator, threshold.value));
