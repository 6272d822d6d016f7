/** Measures that count or sum the rows of an export: their entries and what they come to. */
import { type Exact, sum, whole } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import { monthOf } from '../base/period.js';
import type { VisitRow } from '../input/records.js';
import { exportOf } from '../rules/export-columns.js';
import { type RowMeasure, rulesOfRows } from '../rules/row-measure-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import type { Entry } from './entry.js';
import {
  ATTENDANCE,
  BILLS,
  billsOf,
  CONTACTS,
  INCIDENTS,
  LEADS,
  MEASURE_ROWS,
  type RowReader,
  signupReader,
  talkReader,
  TESTS,
  visitReader,
} from './export-rows.js';
import { type Absent, have, type Measured } from './measured.js';
import { entriesOf, type IncompleteRow } from './row-entries.js';
import { given } from './trace.js';

/** What the rows of a person come to by the measure called `key`: their number, or the sum of their column. */
export function rowMeasure(
  key: string,
  declared: RowMeasure,
  facts: AgentFacts,
  month: MonthFacts,
): Measured {
  const entries = rowEntries(key, declared, facts, month, false);
  if ('absent' in entries) return entries;
  const rows = entries.flatMap((entry) => entry.rows);
  return have(given(declared.name, totalOf(declared, entries), { rows, rules: rulesOfRows(declared) }));
}

/** Entries of counted rows are 1 each; those of calls hold a whole day. */
function totalOf({ column, file }: RowMeasure, entries: readonly Entry[]): Exact {
  const single = column === undefined && file !== 'calls';
  return single ? whole(entries.length) : sum(entries.map((entry) => entry.value));
}

/**
 * The dated parts of the measure called `key`, in the order of their dates: one for each row (for each different
 * day or customer), for calls one for each day. Their sum is the measure.
 * `byDate`: each must have its day; else a row about the whole month stands at the month's first day.
 */
export function rowEntries(
  key: string,
  declared: RowMeasure,
  facts: AgentFacts,
  month: MonthFacts,
  byDate: boolean,
): readonly Entry[] | Absent {
  const read = <R>(rows: readonly R[] | undefined, reader: RowReader<R>): readonly Entry[] | Absent =>
    rows
      ? orAbsent(entriesOf(declared, rows, reader, month.month, byDate))
      : noExport(`${exportOf(declared.file)}.csv`);
  switch (declared.file) {
    case 'signups': {
      const billed = asksFor(declared, 'billed');
      if (billed && month.provisional) return noExport('billing.csv');
      return read(facts.signups, signupReader(month, billed));
    }
    case 'billing': {
      const bills = facts.signups.flatMap((signup) =>
        billsOf(signup, month).map((bill) => ({ signup, bill })),
      );
      return read(month.provisional ? undefined : bills, BILLS);
    }
    case 'calls':
      return callEntries(key, facts, month);
    case 'attendance':
      return read(facts.attendance, ATTENDANCE);
    case 'incidents':
      return read(facts.incidents, INCIDENTS);
    case 'tests':
      return read(facts.tests, TESTS);
    case 'contacts':
      return read(facts.contacts, CONTACTS);
    case 'leads':
      return read(facts.leads && once(facts.leads, (row) => `${row.date}\t${row.customer_no}`), LEADS);
    case 'talks':
      return read(
        facts.talks && once(facts.talks, (row) => `${row.manager_id}\t${row.agent_id}\t${row.date}`),
        talkReader(facts.agent.agent_id),
      );
    case 'visits':
    case 'bookings': {
      const column = declared.file === 'visits' ? 'visited_on' : 'booked_on';
      return read(facts.visits && visitsBy(column, facts.visits, month), visitReader(column));
    }
    case 'measures':
      return read(facts.measures, MEASURE_ROWS);
  }
}

const asksFor = ({ column, where }: RowMeasure, name: string): boolean =>
  column === name || where.some((filter) => filter.column === name);

/** Those of this month by that date: visits.csv holds other months' too. */
function visitsBy(
  column: 'visited_on' | 'booked_on',
  visits: readonly VisitRow[],
  { month }: MonthFacts,
): readonly VisitRow[] {
  const inMonth = visits.filter((row) => row[column] !== undefined && monthOf(row[column]) === month);
  return once(inMonth, (row) => `${row.customer_no}\t${row[column] ?? ''}`);
}

/** The first of the rows that are alike: in these exports, what is repeated counts once. */
const once = <R>(rows: readonly R[], key: (row: R) => string): readonly R[] =>
  [...groupBy(rows, key).values()].flatMap(([first]) => (first ? [first] : []));

/** The calls were counted as they were read. */
function callEntries(key: string, facts: AgentFacts, month: MonthFacts): readonly Entry[] | Absent {
  const counts = month.activity.counts.get(month.plan)?.get(key);
  return counts ? (counts.get(facts.agent.agent_id) ?? []) : ACTIVITY_ONLY;
}

const ACTIVITY_ONLY: Absent = {
  absent: { en: 'activity.csv does not give it', zh: 'activity.csv 不提供该数' },
  cause: 'activity_only',
};

const noExport = (file: string): Absent => ({
  absent: { en: `${file} is missing`, zh: `缺少 ${file}` },
  cause: 'no_export',
});

function orAbsent(entries: readonly Entry[] | IncompleteRow): readonly Entry[] | Absent {
  if (!('lacks' in entries)) return entries;
  const { at, lacks } = entries;
  const absent = {
    en: `${at.file}:${at.line} gives no ${lacks}`,
    zh: `${at.file} 第 ${at.line} 行没有填 ${lacks}`,
  };
  return { absent, cause: 'row_incomplete', at };
}
