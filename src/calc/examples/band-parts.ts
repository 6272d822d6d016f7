/** The amounts of the bands that a marginal scale reaches, as they stand in the trace of a line. */
import { partsOf, type Trace } from '../trace.js';

/** What each band adds, in the order of the bands; nothing where no marginal scale stands below `trace`. */
export function bandParts(trace: Trace): readonly Trace[] {
  const parts = partsOf(trace);
  if (trace.op === 'sum' && parts.some((part) => partsOf(part).some((one) => one.op === 'slice')))
    return parts;
  return parts.flatMap(bandParts);
}
