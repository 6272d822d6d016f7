/** The amounts of the bands that a marginal scale reaches, as they stand in the trace of a line. */
import { type Exact, least, ZERO } from '../../base/exact.js';
import { computed, given, partsOf, type Trace } from '../trace.js';

/** What each band adds, in the order of the bands; nothing where no marginal scale stands below `trace`. */
export function bandParts(trace: Trace): readonly Trace[] {
  const parts = partsOf(trace);
  if (trace.op === 'sum' && parts.length > 0 && parts.every(isOfBand)) return parts;
  const [due, before] = parts;
  if (isRunning(trace) && due && before) return added(bandParts(due), before.value);
  return parts.flatMap(bandParts);
}

/** What is due by now, less what was placed before: it rests on the clock of its scale. */
const isRunning = (trace: Trace): boolean =>
  trace.op === 'difference' && (trace.rules ?? []).some(({ path }) => path.endsWith('.per'));

/** What is placed in each band now: what was placed before has filled them from the first one on. */
function added(bands: readonly Trace[], placed: Exact): readonly Trace[] {
  if (placed.equals(ZERO)) return bands;
  let left = placed;
  const parts: Trace[] = [];
  for (const band of bands) {
    const filled = least(band.value, left);
    left = left.sub(filled);
    const rest = computed('difference', band.label, [band, given(band.label, filled)]);
    if (!rest.value.equals(ZERO)) parts.push(rest);
  }
  return parts;
}

/** What one band pays: its slice at its rate, and what it pays once beside. */
function isOfBand(trace: Trace): boolean {
  if (trace.op === 'rounded') return isOfBand(trace.part);
  if (trace.op === 'product') return trace.parts.some((part) => part.op === 'slice');
  const [paid, fee] = partsOf(trace);
  return trace.op === 'sum' && paid?.op === 'product' && isOfBand(paid) && fee?.op === 'given';
}
