/** The numbers of a formula under `each`: of each of its measures a column, with the entries of each transaction, day or week. */
import { groupBy } from '../base/group.js';
import { endOfWeek } from '../base/week.js';
import type { Each } from '../rules/measure-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import { entriesOf } from './entries.js';
import type { Entries, Entry } from './entry.js';
import type { Absent } from './measured.js';
import { byWeeksThatEnd } from './pieces.js';
import { unfinishedWeek } from './remembered.js';

/** A measure's entries by what they belong to: the ref, the day, the last day of the week. */
export type Column = ReadonlyMap<string, readonly Entry[]>;
/** By the measure. */
export type Columns = ReadonlyMap<string, Column>;

/** The entries of a measure; by the week with those of a week that began in the month before, without one that ends in the next. */
export function entriesWithWeek(
  name: string,
  { per }: Each,
  facts: AgentFacts,
  month: MonthFacts,
  byDate: boolean,
): Entries | Absent {
  const found = entriesOf(name, facts, month, byDate);
  if (per.value !== 'week') return found;
  const before = unfinishedWeek(name, facts, month);
  if ('absent' in before) return before;
  const own = 'absent' in found ? { entries: [], rules: [] } : found;
  if ('absent' in found && before.entries.length === 0) return found;
  const { ended, rejected } = byWeeksThatEnd([...before.entries, ...own.entries], facts, month);
  return { ...own, entries: ended, rejected };
}

/** What belongs together: rows of one order, day or week; without a `ref` a row stands alone. */
export function keyOf(entry: Entry, index: number, { per }: Each, single: boolean): string | undefined {
  switch (per.value) {
    case 'transaction':
      return entry.ref ?? (single ? `${entry.date} ${index}` : undefined);
    case 'day':
      return entry.date;
    case 'week':
      return endOfWeek(entry.date);
  }
}

/** The entries by their keys. */
export function columnOf(entries: readonly Entry[], keys: readonly (string | undefined)[]): Column {
  const keyed = entries.map((entry, index) => ({ entry, key: keys[index] ?? '' }));
  const groups = groupBy(keyed, (one) => one.key);
  return new Map([...groups].map(([key, group]) => [key, group.map((one) => one.entry)]));
}
