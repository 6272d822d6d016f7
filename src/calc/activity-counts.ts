/** What measures that count calls come to by activity.csv, which gives some counts of each day and no calls. */
import { whole } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import { byKeys } from '../base/order.js';
import { type Problem, problem } from '../base/problem.js';
import type { ActivityRow } from '../input/records.js';
import { CALC_PROBLEMS } from '../problems/calc.js';
import { columnsOf } from '../rules/export-columns.js';
import type { Plan } from '../rules/plan.js';
import type { RowFilter } from '../rules/row-filter-shape.js';
import type { RowMeasure } from '../rules/row-measure-shape.js';
import { type CallCounts, callMeasures, wholesOf } from './call-counts.js';
import type { Entry } from './entry.js';
import { isByDate, passesDate } from './row-filters.js';

type DayNumber = (row: ActivityRow) => number;

/** The entries of each measure of calls that activity.csv can tell; the others are left out. */
export function countsByActivity(rows: readonly ActivityRow[], plan: Plan): CallCounts {
  const byAgent = groupBy(rows, (row) => row.agent_id);
  return new Map(
    callMeasures(plan).flatMap(([key, declared]): [string, ReadonlyMap<string, readonly Entry[]>][] => {
      const number = dayNumber(declared);
      if (!number) return [];
      const entries = [...byAgent].map(([agent, own]): [string, Entry[]] => [
        agent,
        entriesOf(own, declared, number),
      ]);
      return [[key, new Map(entries)]];
    }),
  );
}

/** The measures of calls that it can't tell. */
export function measuresWithoutCalls(plan: Plan, counts: CallCounts): Problem[] {
  return callMeasures(plan).flatMap(([measure, { name }]) =>
    counts.has(measure)
      ? []
      : [problem(CALC_PROBLEMS.calls_not_in_activity, { file: 'activity.csv' }, { measure, name })],
  );
}

function entriesOf(rows: readonly ActivityRow[], { where }: RowMeasure, number: DayNumber): Entry[] {
  const byDate = where.filter(isByDate);
  return rows.toSorted(byKeys((row) => row.date)).flatMap((row): Entry[] => {
    const count = number(row);
    if (count === 0 || !byDate.every((filter) => passesDate(row.date, filter))) return [];
    return [{ date: row.date, value: whole(count), rows: [row.at] }];
  });
}

/** The number of a day that the measure asks for; undefined where activity.csv has no such column. */
function dayNumber({ where, column, distinct }: RowMeasure): DayNumber | undefined {
  const filters = where.filter((filter) => !isByDate(filter) && narrows(filter)).map(textOf);
  const number = numberFor(column, filters.toSorted().join(' '));
  switch (distinct?.value) {
    case undefined:
      return number;
    case 'days':
      return number && ((row) => (number(row) > 0 ? 1 : 0));
    // Customers of several days are not told apart.
    case 'customers':
      return undefined;
  }
}

function numberFor(column: string | undefined, filters: string): DayNumber | undefined {
  if (column !== undefined) {
    return filters === '' || filters === 'result:answered' ? (row) => row.talk_s : undefined;
  }
  switch (filters) {
    case 'direction:outbound':
      return (row) => row.dials;
    case 'campaign:retention direction:outbound':
      return (row) => row.retention_dials;
    case 'campaign:marketing direction:outbound':
      return (row) => row.dials - row.retention_dials;
    case 'duration_s:301-Infinity':
      return (row) => row.calls_over_300s;
    default:
      return undefined;
  }
}

/** A filter that lets every word of its column pass leaves nothing out. */
function narrows(filter: RowFilter): boolean {
  const column = columnsOf('calls')[filter.column];
  return !(
    filter.kind === 'words' &&
    column?.kind === 'words' &&
    filter.words.value.length === column.words.length
  );
}

function textOf(filter: RowFilter): string {
  if (filter.kind === 'words') return `${filter.column}:${filter.words.value.join('|')}`;
  const { least, most } = wholesOf(filter);
  return `${filter.column}:${least}-${most}`;
}
