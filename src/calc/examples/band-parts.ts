/** The amounts of the bands that a marginal scale reaches, as they stand in the trace of a line. */
import { partsOf, type Trace } from '../trace.js';

/** What each band adds, in the order of the bands; nothing where no marginal scale stands below `trace`. */
export function bandParts(trace: Trace): readonly Trace[] {
  const parts = partsOf(trace);
  return trace.op === 'sum' && parts.length > 0 && parts.every(isOfBand) ? parts : parts.flatMap(bandParts);
}

/** What one band pays: its slice at its rate, and what it pays once beside. */
function isOfBand(trace: Trace): boolean {
  if (trace.op === 'product') return trace.parts.some((part) => part.op === 'slice');
  const [paid, fee] = partsOf(trace);
  return trace.op === 'sum' && paid?.op === 'product' && isOfBand(paid) && fee?.op === 'given';
}
