/** Tables of two keys: what the row that one measure reaches pays in the column that another one does. */
import { type Exact, ZERO } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import type { PieceClock } from '../rules/clocks.js';
import type { TableKey, TwoKeyTable } from '../rules/table-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import type { Reckoning } from './amounts.js';
import type { Entries } from './entry.js';
import type { Absent } from './measured.js';
import { measure } from './measures.js';
import { entriesOfPieces, paidByPiece, type PaidPieces } from './pieces.js';
import { chosen, computed, given, ruled, type Trace } from './trace.js';

const LABELS = { table: { en: 'by the table', zh: '查表' } } satisfies Record<string, Localized>;

/** What the table pays for the month, or for each transaction, day or week by itself. */
export function reckonTable(table: TwoKeyTable, facts: AgentFacts, month: MonthFacts): Reckoning {
  if (table.per) {
    const paid = paidByTable(table, table.per.value, facts, month);
    if (!('pieces' in paid)) return paid;
    const parts = paid.pieces.map(({ trace }) => trace);
    return { trace: computed('sum', LABELS.table, parts, { rules: [table.per] }) };
  }
  const row = measure(table.rows.of, facts, month);
  if ('absent' in row) return { measure: table.rows.of, absent: row };
  const column = measure(table.columns.of, facts, month);
  if ('absent' in column) return { measure: table.columns.of, absent: column };
  return { trace: cellOf(table, row.trace, column.trace) };
}

const paidByTable = (
  table: TwoKeyTable,
  clock: PieceClock,
  facts: AgentFacts,
  month: MonthFacts,
): PaidPieces =>
  paidByPiece({ of: table.rows.of, by: table.columns.of, clock }, facts, month, (row, column) => ({
    trace: cellOf(table, row, column ?? row),
  }));

/** What each transaction, day or week comes to, for formulas and scales to name. */
export const tableEntries = (
  table: TwoKeyTable,
  clock: PieceClock,
  facts: AgentFacts,
  month: MonthFacts,
): Entries | Absent => entriesOfPieces(paidByTable(table, clock, facts, month), table.per);

/** What the table pays in the row and column that two numbers reach; nothing below the first of either. */
function cellOf({ rows, columns, pays }: TwoKeyTable, row: Trace, column: Trace): Trace {
  const [atRow, atColumn] = [reached(rows, row.value), reached(columns, column.value)];
  const cell = pays[atRow]?.[atColumn];
  const edges = [rows.from[atRow], columns.from[atColumn]].filter((edge) => edge !== undefined);
  const paid = cell ? ruled(LABELS.table, cell, ...edges) : given(LABELS.table, ZERO);
  return chosen(LABELS.table, paid, [row, column]);
}

/** The index of the last row or column that begins at or below `value`; -1 below the first. */
const reached = ({ from }: TableKey, value: Exact): number =>
  from.findLastIndex((edge) => value.compare(edge.value) >= 0);
