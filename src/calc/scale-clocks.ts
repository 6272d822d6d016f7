/**
 * Scales over measures: by the month, over each transaction, day or week by itself, or running on through the
 * quarter or year, where each month is paid the difference to what was placed before.
 */
import { sum, ZERO } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import type { Localized } from '../base/localized.js';
import { byKeys } from '../base/order.js';
import { lastDay, type PlainDate } from '../base/period.js';
import { endOfWeek, startOfWeek } from '../base/week.js';
import type { MeasuredScale, Scale } from '../rules/scale-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import type { MissingMeasure, Reckoning } from './amounts.js';
import { entriesOf } from './entries.js';
import type { Entries, Entry } from './entry.js';
import { type Absent, lack } from './measured.js';
import { measure } from './measures.js';
import { amountSoFar, unfinishedWeek } from './remembered.js';
import { applyScale, type ScaleKeys } from './scales.js';
import { computed, given, type Ground, type Trace } from './trace.js';

const LABELS = {
  transaction: { en: 'transaction', zh: '单笔' },
  scale: { en: 'by the scale', zh: '按档计算' },
  by_now: { en: 'by now', zh: '至今合计' },
  placed: { en: 'placed by now minus placed before', zh: '至今应计减此前已计' },
} satisfies Record<string, Localized>;

/** The pay that a scale gives for the measure it is over, by the measure that picks the band. */
export function reckonScale(scale: MeasuredScale, facts: AgentFacts, month: MonthFacts): Reckoning {
  const base = baseOf(scale, facts, month);
  if (base && 'absent' in base) return base;
  const clock = scale.per?.value ?? 'month';
  switch (clock) {
    case 'month':
      return byMonth(scale, base, facts, month);
    case 'transaction':
    case 'day':
    case 'week':
      return piecewise(scale, clock, base, facts, month);
    case 'quarter':
    case 'year':
      return running(scale, clock, base, facts, month);
  }
}

/** What the edges of a scale are parts of. Of nothing there are no parts. */
function baseOf(
  scale: MeasuredScale,
  facts: AgentFacts,
  month: MonthFacts,
): Trace | MissingMeasure | undefined {
  const name = scale.kind === 'bands' ? scale.percent_of?.value : undefined;
  if (name === undefined) return undefined;
  const found = measured(name, facts, month);
  if ('absent' in found) return found;
  return found.value.n === 0n ? { measure: name, absent: lack('zero_divisor') } : found;
}

function measured(name: string, facts: AgentFacts, month: MonthFacts): Trace | MissingMeasure {
  const found = measure(name, facts, month);
  return 'absent' in found ? { measure: name, absent: found } : found.trace;
}

/** The measure that picks the band, where it is another than the one that is paid. */
const keyOf = (scale: MeasuredScale): string | undefined =>
  scale.kind === 'bands' ? scale.by?.value : undefined;

function byMonth(
  scale: MeasuredScale,
  base: Trace | undefined,
  facts: AgentFacts,
  month: MonthFacts,
): Reckoning {
  const quantity = measured(scale.of, facts, month);
  if ('absent' in quantity) return quantity;
  const by = keyOf(scale);
  const key = by === undefined ? undefined : measured(by, facts, month);
  if (key && 'absent' in key) return key;
  return placed(scale, quantity, { key, base });
}

/** A marginal scale that begins with unit 1 counts whole units. */
function placed(scale: MeasuredScale, quantity: Trace, keys: ScaleKeys): Reckoning {
  return countsUnits(scale) && quantity.value.d !== 1n
    ? { quantity: quantity.value }
    : { trace: applyScale(scale, quantity, keys) };
}

function countsUnits(scale: Scale): boolean {
  if (scale.kind !== 'bands' || scale.scale.value !== 'marginal') return false;
  return scale.bands.some((band) => band.edge === 'from');
}

/** Each transaction, day or week through the scale by itself; the sum of what they come to. */
function piecewise(
  scale: MeasuredScale,
  clock: 'transaction' | 'day' | 'week',
  base: Trace | undefined,
  facts: AgentFacts,
  month: MonthFacts,
): Reckoning {
  const name = keyOf(scale);
  const pieces = piecesOf(scale.of, clock, facts, month);
  if ('absent' in pieces) return { measure: scale.of, absent: pieces };
  const keys = name === undefined ? undefined : piecesOf(name, clock, facts, month);
  if (keys && 'absent' in keys) return { measure: name ?? '', absent: keys };
  const ground: Ground = { rules: scale.per ? [scale.per] : [] };
  const parts: Trace[] = [];
  for (const piece of pieces) {
    const { label, quantity } = piece;
    const key = keys && keyFor(piece, keys, clock);
    if (key && 'absent' in key) return { measure: name ?? '', absent: key };
    const found = placed(scale, quantity, { key, base });
    if (!('trace' in found)) return found;
    parts.push(computed('sum', label, [found.trace]));
  }
  return { trace: computed('sum', LABELS.scale, parts, ground) };
}

/** What picks the band of a piece: that of the same order, day or week; a day or week without any row has nothing. */
function keyFor(piece: Piece, keys: readonly Piece[], clock: 'transaction' | 'day' | 'week'): Trace | Absent {
  if (clock !== 'transaction') {
    return keys.find((one) => one.date === piece.date)?.quantity ?? given(piece.label, ZERO);
  }
  const own = keys.filter((one) => one.ref === piece.ref);
  return piece.ref === undefined || own.length === 0
    ? lack('no_ref')
    : computed(
        'sum',
        piece.label,
        own.map((one) => one.quantity),
      );
}

/** What goes through a scale by itself. */
interface Piece {
  readonly label: Localized;
  readonly ref?: string;
  /** The day, or the last day of the week. */
  readonly date: PlainDate;
  readonly quantity: Trace;
}

function piecesOf(
  name: string,
  clock: 'transaction' | 'day' | 'week',
  facts: AgentFacts,
  month: MonthFacts,
): Piece[] | Absent {
  const found = entriesOf(name, facts, month, clock !== 'transaction');
  if ('absent' in found) return found;
  const own = found.entries.toSorted(byKeys((entry) => entry.date));
  const { rules } = found;
  if (clock === 'transaction') {
    return own.map((entry) => ({
      ...pieceOf([entry], entry.date, rules, entryLabel(entry)),
      ...(entry.ref === undefined ? {} : { ref: entry.ref }),
    }));
  }
  if (clock === 'day') {
    return [...groupBy(own, (entry) => entry.date)].map(([date, day]) => pieceOf(day, date, rules));
  }
  const before = unfinishedWeek(name, facts, month);
  if ('absent' in before) return before;
  const until = endOfWeeks(facts, month);
  return [...groupBy([...before.entries, ...own], (entry) => endOfWeek(entry.date))]
    .filter(([end]) => end <= until)
    .map(([end, week]) => pieceOf(week, end, rules, weekLabel(end)));
}

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

const entryLabel = ({ ref, date }: Entry): Localized => {
  const name = ref ?? date;
  return { en: `${LABELS.transaction.en} ${name}`, zh: `${LABELS.transaction.zh} ${name}` };
};

const weekLabel = (end: PlainDate): Localized => {
  const begin = startOfWeek(end);
  return { en: `week ${begin} to ${end}`, zh: `${begin} 至 ${end} 一周` };
};

/** What is placed with this month, less what was placed before it, in the quarter or year. */
function running(
  scale: MeasuredScale,
  clock: 'quarter' | 'year',
  base: Trace | undefined,
  facts: AgentFacts,
  month: MonthFacts,
): Reckoning {
  const quantity = runningTotal(scale.of, clock, facts, month);
  if ('absent' in quantity) return quantity;
  const by = keyOf(scale);
  const key = by === undefined ? undefined : runningTotal(by, clock, facts, month);
  if (key && 'absent' in key) return key;
  const now = placed(scale, quantity.now, { key: key?.now, base });
  if (!('trace' in now)) return now;
  const before = placed(scale, quantity.before, { key: key?.before, base });
  if (!('trace' in before)) return before;
  const ground: Ground = { rules: scale.per ? [scale.per] : [] };
  return { trace: computed('difference', LABELS.placed, [now.trace, before.trace], ground) };
}

interface RunningTotal {
  readonly before: Trace;
  readonly now: Trace;
}

function runningTotal(
  name: string,
  clock: 'quarter' | 'year',
  facts: AgentFacts,
  month: MonthFacts,
): RunningTotal | MissingMeasure {
  const own = measured(name, facts, month);
  if ('absent' in own) return own;
  const before = amountSoFar(name, clock, facts, month);
  if ('absent' in before) return { measure: name, absent: before };
  return { before: before.trace, now: computed('sum', LABELS.by_now, [before.trace, own]) };
}
