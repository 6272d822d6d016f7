/** What goes through a scale or a table by itself: a transaction, a day, a week. */
import { sum } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import type { Localized } from '../base/localized.js';
import { byKeys } from '../base/order.js';
import { lastDay, monthOf, type PlainDate } from '../base/period.js';
import { endOfWeek, startOfWeek } from '../base/week.js';
import { isMadeOfRows, type PieceClock } from '../rules/clocks.js';
import type { Value } from '../rules/mark.js';
import type { Clock } from '../rules/scale-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import type { MissingMeasure, NotWholeUnits, Reckoning } from './amounts.js';
import { entriesOf } from './entries.js';
import type { Entries, Entry } from './entry.js';
import { type Absent, lackWholeUnits, type Measured } from './measured.js';
import { measure } from './measures.js';
import { keyFor } from './piece-keys.js';
import { unfinishedWeek } from './remembered.js';
import { rowsOf } from './rests-on.js';
import { computed, given, type RejectedRow, type Trace } from './trace.js';

/** What is paid by the piece, and what picks its band where that is another number. */
interface Pieces {
  readonly of: string;
  readonly by: string | undefined;
  readonly clock: PieceClock;
}

/** What a piece comes to by itself. */
interface PaidPiece extends Pick<Entry, 'date' | 'ref'> {
  readonly trace: Trace;
}

/** All that are paid this month, and the rows of a week that is paid with the next one. */
interface AllPaid {
  readonly pieces: readonly PaidPiece[];
  readonly rejected: readonly RejectedRow[];
}

export type PaidPieces = AllPaid | MissingMeasure | NotWholeUnits;

/** What each transaction, day or week comes to by itself. */
export function paidByPiece(
  { of, by, clock }: Pieces,
  facts: AgentFacts,
  month: MonthFacts,
  pay: (quantity: Trace, key: Trace | undefined) => Reckoning,
): PaidPieces {
  const cut = piecesOf(of, clock, facts, month);
  if ('absent' in cut) return { measure: of, absent: cut };
  const keys = by === undefined ? undefined : keysOf(by, clock, facts, month);
  if (keys && 'absent' in keys) return { measure: by ?? of, absent: keys };
  const keyOf =
    keys && ('trace' in keys ? () => keys.trace : keyFor(by ?? of, cut.pieces, keys.pieces, clock, month));
  const paid: PaidPiece[] = [];
  for (const piece of cut.pieces) {
    const { label, quantity, date, ref } = piece;
    const key = keyOf?.(piece);
    if (key && 'absent' in key) {
      // A piece without the number that picks its band is left out where the plan skips it then.
      if (key.cause === 'skip') continue;
      return { measure: by ?? of, absent: key };
    }
    const found = pay(quantity, key);
    if (!('trace' in found)) return found;
    const trace = computed('sum', label, [found.trace]);
    paid.push({ date, trace, ...(ref === undefined ? {} : { ref }) });
  }
  return { pieces: paid, rejected: cut.rejected };
}

/** What all of them come to together. */
export function sumOfPieces(
  label: Localized,
  { pieces, rejected }: AllPaid,
  per: Value<Clock> | undefined,
): Trace {
  const parts = pieces.map(({ trace }) => trace);
  return computed('sum', label, parts, {
    rules: per ? [per] : [],
    ...(rejected.length > 0 ? { rejected } : {}),
  });
}

/** The same as entries of a measure. */
export function entriesOfPieces(paid: PaidPieces, per: Value<Clock> | undefined): Entries | Absent {
  if (!('pieces' in paid)) return 'absent' in paid ? paid.absent : lackWholeUnits(paid);
  const entries = paid.pieces.map((piece): Entry => ({
    ...piece,
    value: piece.trace.value,
    rows: rowsOf(piece.trace),
  }));
  return { entries, rules: per ? [per] : [], rejected: paid.rejected };
}

const LABELS = { transaction: { en: 'transaction', zh: '单笔' } } satisfies Record<string, Localized>;

/** What picks the bands: one number of the month for all, or one for each. */
function keysOf(by: string, clock: PieceClock, facts: AgentFacts, month: MonthFacts): Measured | Cut {
  return isMadeOfRows(by, month.plan) ? piecesOf(by, clock, facts, month) : measure(by, facts, month);
}

/** What goes through a scale by itself. */
export interface Piece {
  readonly label: Localized;
  readonly ref?: string;
  /** The day, or the last day of the week. */
  readonly date: PlainDate;
  readonly quantity: Trace;
}

/** What is reckoned piece by piece, and the rows that are so with the next month. */
interface Cut {
  readonly pieces: readonly Piece[];
  readonly rejected: readonly RejectedRow[];
}

function piecesOf(name: string, clock: PieceClock, facts: AgentFacts, month: MonthFacts): Cut | Absent {
  const found = entriesOf(name, facts, month, clock !== 'transaction');
  if ('absent' in found) return found;
  const own = found.entries.toSorted(byKeys((entry) => entry.date));
  const { rules } = found;
  if (clock === 'transaction') {
    const labels = transactionLabels(own);
    const pieces = own.map((entry, index) => ({
      ...pieceOf([entry], entry.date, rules, labels[index]),
      ...(entry.ref === undefined ? {} : { ref: entry.ref }),
    }));
    return { pieces, rejected: [] };
  }
  if (clock === 'day') {
    const days = groupBy(own, (entry) => entry.date);
    return { pieces: [...days].map(([date, day]) => pieceOf(day, date, rules)), rejected: [] };
  }
  const before = unfinishedWeek(name, facts, month);
  if ('absent' in before) return before;
  const { ended, rejected } = byWeeksThatEnd([...before.entries, ...own], facts, month);
  const weeks = groupBy(ended, (entry) => endOfWeek(entry.date));
  return { pieces: [...weeks].map(([end, week]) => pieceOf(week, end, rules, weekLabel(end))), rejected };
}

/** The entries of weeks that end this month, and the rows of those of the week that does not. */
export function byWeeksThatEnd(
  entries: readonly Entry[],
  facts: AgentFacts,
  month: MonthFacts,
): { readonly ended: readonly Entry[]; readonly rejected: readonly RejectedRow[] } {
  const until = endOfWeeks(facts, month);
  const ended = entries.filter(({ date }) => endOfWeek(date) <= until);
  const later = entries.filter(({ date }) => endOfWeek(date) > until);
  return {
    ended,
    rejected: later.flatMap(({ date, rows }) => rows.map((at) => ({ at, why: nextMonths(endOfWeek(date)) }))),
  };
}

const nextMonths = (end: PlainDate): Localized => ({
  en: `its week ends on ${end}, paid with ${monthOf(end)}`,
  zh: `所在的周于 ${end} 结束，计入 ${monthOf(end)}`,
});

/** A week is paid in the month in which it ends; for those who leave, the last one with the month they leave in. */
function endOfWeeks({ agent }: AgentFacts, { month }: MonthFacts): PlainDate {
  const last = lastDay(month);
  return agent.left_on !== undefined && agent.left_on <= last ? endOfWeek(last) : last;
}

function pieceOf(
  entries: readonly Entry[],
  date: PlainDate,
  rules: Entries['rules'],
  label: Localized = { en: date, zh: date },
): Piece {
  const traces = entries.flatMap(({ trace }) => (trace ? [trace] : []));
  if (entries.length > 0 && traces.length === entries.length) {
    return { label, date, quantity: computed('sum', label, traces, { rules }) };
  }
  const rows = entries.flatMap((entry) => entry.rows);
  return { label, date, quantity: given(label, sum(entries.map((one) => one.value)), { rows, rules }) };
}

/** Transactions by their refs; those without one by their day, numbered where the day has several. */
function transactionLabels(entries: readonly Entry[]): Localized[] {
  const named = (name: string): Localized => ({
    en: `${LABELS.transaction.en} ${name}`,
    zh: `${LABELS.transaction.zh} ${name}`,
  });
  const nameless = groupBy(
    entries.filter(({ ref }) => ref === undefined),
    ({ date }) => date,
  );
  const seen = new Map<PlainDate, number>();
  return entries.map(({ ref, date }) => {
    if (ref !== undefined) return named(ref);
    const number = (seen.get(date) ?? 0) + 1;
    seen.set(date, number);
    if (nameless.get(date)?.length === 1) return named(date);
    return { en: `${LABELS.transaction.en} ${number} of ${date}`, zh: `${date} 第 ${number} 笔` };
  });
}

const weekLabel = (end: PlainDate): Localized => {
  const begin = startOfWeek(end);
  return { en: `week ${begin} to ${end}`, zh: `${begin} 至 ${end} 一周` };
};
