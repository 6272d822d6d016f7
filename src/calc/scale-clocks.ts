/**
 * Scales over measures: by the month, over each transaction, day or week by itself, or running on through the
 * quarter or year, where each month is paid the difference to what was placed before.
 */
import { formatShort, ZERO } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import type { PieceClock } from '../rules/clocks.js';
import type { Band, MeasuredScale, Scale } from '../rules/scale-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import type { MissingMeasure, Reckoning } from './amounts.js';
import { payDropping, payRunning } from './dropped.js';
import type { Entries } from './entry.js';
import { type Absent, lack, type Measured } from './measured.js';
import { measure } from './measures.js';
import { entriesOfPieces, paidByPiece, type PaidPieces, sumOfPieces } from './pieces.js';
import type { Plan } from '../rules/plan.js';
import { pieceAmount, roundingOf } from './piece-amounts.js';
import { placedBefore } from './placements.js';
import { amountSoFar } from './remembered.js';
import { applyScale, type ScaleKeys, startOf } from './scales.js';
import { computed, given, type Ground, type Trace } from './trace.js';

const LABELS = {
  scale: { en: 'by the scale', zh: '按档计算' },
  by_now: { en: 'by now', zh: '至今合计' },
  placed_before: { en: 'placed before', zh: '此前已计' },
  not_below: { en: 'nothing below zero: the rest is made up later', zh: '不为负：差额以后各月抵补' },
  zero: { en: 'nothing', zh: '零' },
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

/** What the edges of a scale are parts of. Of nothing, or less, there are no parts. */
function baseOf(
  scale: MeasuredScale,
  facts: AgentFacts,
  month: MonthFacts,
): Trace | MissingMeasure | undefined {
  const name = scale.kind === 'bands' ? scale.percent_of?.value : undefined;
  if (name === undefined) return undefined;
  const found = measured(name, facts, month);
  if ('absent' in found) return found;
  return found.value.compare(ZERO) > 0 ? found : { measure: name, absent: lack('zero_base') };
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
  const paid = placed(scale, quantity, { key, base }, month.plan);
  return 'trace' in paid ? { trace: payDropping(scale, quantity, paid.trace) } : paid;
}

/** A marginal scale that begins with unit 1 counts whole units. */
function placed(
  scale: MeasuredScale,
  quantity: Trace,
  keys: Omit<ScaleKeys, 'roundPart'>,
  plan: Plan,
): Reckoning {
  const units = quantity.value.d === 1n ? undefined : bandOfUnits(scale);
  return units
    ? { quantity: quantity.value, from: units.written, above: `above: ${formatShort(startOf(units))}` }
    : { trace: applyScale(scale, quantity, { ...keys, roundPart: roundingOf(scale, plan) }) };
}

/** The band that shows that a scale counts units, rather one further up; undefined where it counts none. */
function bandOfUnits(scale: Scale): Band | undefined {
  if (scale.kind !== 'bands' || scale.scale.value !== 'marginal') return undefined;
  return scale.bands.findLast((band) => band.edge === 'from');
}

/** Each transaction, day or week through the scale by itself; the sum of what they come to. */
function piecewise(
  scale: MeasuredScale,
  clock: PieceClock,
  base: Trace | undefined,
  facts: AgentFacts,
  month: MonthFacts,
): Reckoning {
  const paid = paidByScale(scale, clock, base, facts, month);
  if (!('pieces' in paid)) return paid;
  return { trace: sumOfPieces(LABELS.scale, paid, scale.per) };
}

const paidByScale = (
  scale: MeasuredScale,
  clock: PieceClock,
  base: Trace | undefined,
  facts: AgentFacts,
  month: MonthFacts,
): PaidPieces =>
  paidByPiece({ of: scale.of, by: keyOf(scale), clock }, facts, month, (quantity, key) => {
    return byItself(scale, quantity, key, base, month.plan);
  });

/** What one transaction, day or week comes to. */
function byItself(
  scale: MeasuredScale,
  quantity: Trace,
  key: Trace | undefined,
  base: Trace | undefined,
  plan: Plan,
): Reckoning {
  const found = placed(scale, quantity, { key, base }, plan);
  if (!('trace' in found)) return found;
  return { trace: pieceAmount(scale, payDropping(scale, quantity, found.trace), plan) };
}

/** What one transaction, day or week comes to by its numbers. */
export function reckonPiece(
  scale: MeasuredScale,
  numberOf: (name: string) => Measured,
  facts: AgentFacts,
  month: MonthFacts,
): Reckoning {
  const base = baseOf(scale, facts, month);
  if (base && 'absent' in base) return base;
  const quantity = numberOf(scale.of);
  if ('absent' in quantity) return { measure: scale.of, absent: quantity };
  const by = keyOf(scale);
  const key = by === undefined ? undefined : numberOf(by);
  if (key && 'absent' in key) return { measure: by ?? scale.of, absent: key };
  return byItself(scale, quantity.trace, key?.trace, base, month.plan);
}

/** The same as entries: what each transaction, day or week comes to, for formulas and other scales to name. */
export function scaleEntries(
  scale: MeasuredScale,
  clock: PieceClock,
  facts: AgentFacts,
  month: MonthFacts,
): Entries | Absent {
  const base = baseOf(scale, facts, month);
  if (base && 'absent' in base) return base.absent;
  return entriesOfPieces(paidByScale(scale, clock, base, facts, month), scale.per);
}

/**
 * What is due by now in the quarter or year, less what was placed before: nothing while less is due than that, and
 * so much less in the months after.
 */
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
  const due = placed(scale, quantity.now, { key: key?.now, base }, month.plan);
  if (!('trace' in due)) return due;
  const known = placedBefore(scale, clock, facts, month);
  // By an opening the quantities are known, and not what was placed for them: it is placed again.
  const before = known
    ? { trace: computed('sum', LABELS.placed_before, known) }
    : placed(scale, quantity.before, { key: key?.before, base }, month.plan);
  if (!('trace' in before)) return before;
  const ground: Ground = { rules: scale.per ? [scale.per] : [] };
  const dueByNow = payRunning(scale, quantity.now, due.trace);
  const rest = computed('difference', LABELS.placed, [dueByNow, before.trace], ground);
  return {
    trace:
      rest.value.s < 0n ? computed('greatest', LABELS.not_below, [rest, given(LABELS.zero, ZERO)]) : rest,
  };
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
