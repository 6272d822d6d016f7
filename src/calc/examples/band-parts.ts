/** The amounts of the bands that a marginal scale reaches, as they stand in the trace of a line. */
import { ZERO } from '../../base/exact.js';
import { computed, given, partsOf, type Trace } from '../trace.js';

/** What each band adds, in the order of the bands; nothing where no marginal scale stands below `trace`. */
export function bandParts(trace: Trace): readonly Trace[] {
  const parts = partsOf(trace);
  if (trace.op === 'sum' && parts.length > 0 && parts.every(isOfBand)) return parts;
  const [now, before] = parts;
  if (isRunning(trace) && now && before) return addedSince(bandParts(before), bandParts(now));
  return parts.flatMap(bandParts);
}

/** What is placed by now, less what was placed before: it rests on the clock of its scale. */
const isRunning = (trace: Trace): boolean =>
  trace.op === 'difference' && (trace.rules ?? []).some(({ path }) => path.endsWith('.per'));

/** What each band has now and had not before; a band that lost what it had, less than nothing. */
function addedSince(before: readonly Trace[], now: readonly Trace[]): Trace[] {
  const bands = before.length > now.length ? before : now;
  return bands
    .map(({ label }, index) => {
      const nothing = given(label, ZERO);
      return computed('difference', label, [now[index] ?? nothing, before[index] ?? nothing]);
    })
    .filter((one) => !one.value.equals(ZERO));
}

/** What one band pays: its slice at its rate, and what it pays once beside. */
function isOfBand(trace: Trace): boolean {
  if (trace.op === 'product') return trace.parts.some((part) => part.op === 'slice');
  const [paid, fee] = partsOf(trace);
  return trace.op === 'sum' && paid?.op === 'product' && isOfBand(paid) && fee?.op === 'given';
}
