/** Tables of two keys: what the row that a measure reaches, or a word about the person picks, pays in its column. */
import { ZERO } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import type { PieceClock } from '../rules/clocks.js';
import type { RowRef } from '../input/records.js';
import type { Value } from '../rules/mark.js';
import {
  type MeasuredKey,
  measuresOfTable,
  type TableKey,
  type TwoKeyTable,
  type WordedKey,
} from '../rules/table-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import type { MissingMeasure, Reckoning } from './amounts.js';
import type { Entries } from './entry.js';
import type { Absent, Measured } from './measured.js';
import { measure } from './measures.js';
import { entriesOfPieces, paidByPiece, type PaidPieces, sumOfPieces } from './pieces.js';
import { chosen, given, ruled, type Trace } from './trace.js';

const LABELS = { table: { en: 'by the table', zh: '查表' } } satisfies Record<string, Localized>;

/** What the table pays for the month, or for each transaction, day or week by itself. */
export function reckonTable(table: TwoKeyTable, facts: AgentFacts, month: MonthFacts): Reckoning {
  if (table.per) {
    const paid = paidByTable(table, table.per.value, facts, month);
    if (!('pieces' in paid)) return paid;
    return { trace: sumOfPieces(LABELS.table, paid, table.per) };
  }
  return reckonCell(table, (name) => measure(name, facts, month), facts);
}

function paidByTable(
  table: TwoKeyTable,
  clock: PieceClock,
  facts: AgentFacts,
  month: MonthFacts,
): PaidPieces {
  const { rows, columns } = table;
  const [of, by] = measuresOfTable(table);
  if (of === undefined) throw new Error('a table by the piece without a measure was not refused');
  return paidByPiece({ of, by, clock }, facts, month, (quantity, other) => {
    const row = rows.kind === 'worded' ? belonging(rows, facts) : reached(rows, quantity);
    const column =
      columns.kind === 'worded' ? belonging(columns, facts) : reached(columns, other ?? quantity);
    return { trace: cellOf(table, row, column) };
  });
}

/** What one transaction, day or week comes to by its numbers. */
export function reckonCell(
  table: TwoKeyTable,
  numberOf: (name: string) => Measured,
  facts: AgentFacts,
): Reckoning {
  const row = pickedBy(table.rows, numberOf, facts);
  if ('absent' in row) return row;
  const column = pickedBy(table.columns, numberOf, facts);
  return 'absent' in column ? column : { trace: cellOf(table, row, column) };
}

/** What each transaction, day or week comes to, for formulas and scales to name. */
export const tableEntries = (
  table: TwoKeyTable,
  clock: PieceClock,
  facts: AgentFacts,
  month: MonthFacts,
): Entries | Absent => entriesOfPieces(paidByTable(table, clock, facts, month), table.per);

/** A row or column that was picked, and by what. */
interface Picked {
  /** Where none was, there is none at this place. */
  readonly index: number;
  readonly label?: Localized;
  readonly tested: readonly Trace[];
  readonly rules: readonly Value<unknown>[];
  readonly rows: readonly RowRef[];
}

function pickedBy(
  key: TableKey,
  numberOf: (name: string) => Measured,
  facts: AgentFacts,
): Picked | MissingMeasure {
  if (key.kind === 'worded') return belonging(key, facts);
  const found = numberOf(key.of);
  return 'absent' in found ? { measure: key.of, absent: found } : reached(key, found.trace);
}

/** The row or column of the person's own word; none for whoever has another one or none. */
function belonging({ attribute, words }: WordedKey, { agent }: AgentFacts): Picked {
  const own = agent[attribute] ?? '';
  const label = own === '' ? {} : { label: { en: own, zh: own } };
  return { index: words.value.indexOf(own), ...label, tested: [], rules: [words], rows: [agent.at] };
}

/** The row or column that a number is in; none below the first one that begins somewhere. */
function reached({ edge, edges }: MeasuredKey, number: Trace): Picked {
  const isIn = edge === 'from' || edge === 'below' ? 0 : 1;
  const passed = edges.filter((at) => number.value.compare(at.value) >= isIn).length;
  const begins = edge === 'from' || edge === 'above';
  const at = edges[begins ? passed - 1 : Math.min(passed, edges.length - 1)];
  return { index: begins ? passed - 1 : passed, tested: [number], rules: at ? [at] : [], rows: [] };
}

/** What the table pays in a row and column; nothing where there is none. */
function cellOf({ pays }: TwoKeyTable, row: Picked, column: Picked): Trace {
  const cell = pays[row.index]?.[column.index];
  const label = labelled(row, column);
  const ground = { rules: [...row.rules, ...column.rules], rows: [...row.rows, ...column.rows] };
  const paid = cell ? ruled(label, cell) : given(label, ZERO);
  return chosen(label, paid, [...row.tested, ...column.tested], ground);
}

/** With the person's own words, which no number below it shows. */
function labelled(...keys: readonly Picked[]): Localized {
  const words = keys.flatMap(({ label }) => label ?? []);
  if (words.length === 0) return LABELS.table;
  return {
    en: `${LABELS.table.en}, ${words.map(({ en }) => en).join(', ')}`,
    zh: `${LABELS.table.zh}：${words.map(({ zh }) => zh).join('、')}`,
  };
}
