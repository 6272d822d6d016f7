/** What goes through a scale or a table by itself: a transaction, a day, a week. */
import { sum, ZERO } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import type { Localized } from '../base/localized.js';
import { byKeys } from '../base/order.js';
import { lastDay, monthOf, type PlainDate } from '../base/period.js';
import { endOfWeek, startOfWeek } from '../base/week.js';
import { isMadeOfRows, type PieceClock } from '../rules/clocks.js';
import type { Value } from '../rules/mark.js';
import type { DeclaredMeasure } from '../rules/measure-shape.js';
import type { Clock } from '../rules/scale-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import type { MissingMeasure, NotWholeUnits, Reckoning } from './amounts.js';
import { entriesOf } from './entries.js';
import type { Entries, Entry } from './entry.js';
import { type Absent, lack, lackWholeUnits, type Measured, withoutRef } from './measured.js';
import { measure } from './measures.js';
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
  const keyOf = keys && ('trace' in keys ? () => keys.trace : keyFor(by ?? of, cut.pieces, keys.pieces, clock, month));
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

/** What picks the band of a piece, by the measure of this name. */
type KeyFor = (piece: Piece) => Trace | Absent;

/** That of the same order, day or week; where it has no row there, what the rule file says of that. */
function keyFor(
  by: string,
  pieces: readonly Piece[],
  keys: readonly Piece[],
  clock: PieceClock,
  { plan }: MonthFacts,
): KeyFor {
  const declared = plan.measures?.[by];
  const placeOf = (one: Piece): string | undefined => (clock === 'transaction' ? one.ref : one.date);
  const own = groupBy(keys, placeOf);
  const places = new Set(pieces.map(placeOf));
  // A row that goes with none of them may be that of the one that has none, misspelt.
  const strays = clock === 'transaction' && keys.some(({ ref }) => ref === undefined || !places.has(ref));
  return (piece) => {
    const found = placeOf(piece) === undefined ? undefined : own.get(placeOf(piece));
    if (found) return quantityOf(piece, found);
    if (clock === 'transaction' && lacksRef(declared, piece, keys, strays)) return withoutRef(by);
    if (declared?.kind !== 'collected') return given(piece.label, ZERO);
    const { when_absent } = declared;
    if (when_absent.value === 'zero') return given(piece.label, ZERO, { rules: [when_absent] });
    return lack(when_absent.value === 'skip' ? 'skip' : 'no_measure');
  };
}

function quantityOf({ label }: Piece, found: readonly Piece[]): Trace {
  const [only, ...others] = found.map(({ quantity }) => quantity);
  return only && others.length === 0 ? only : computed('sum', label, [...(only ? [only] : []), ...others]);
}

/** Whether a transaction without a row of what picks its band may yet have one, or one that was left out. */
function lacksRef(
  declared: DeclaredMeasure | undefined,
  { ref }: Piece,
  keys: readonly Piece[],
  strays: boolean,
): boolean {
  switch (declared?.kind) {
    case 'collected':
      return strays || (ref === undefined && keys.length > 0);
    // Each row that is counted is one; what is none of them is nothing.
    case 'rows':
    case undefined:
      return ref === undefined;
    default:
      return true;
  }
}

/** What goes through a scale by itself. */
interface Piece {
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
