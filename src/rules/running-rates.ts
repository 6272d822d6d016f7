/** A scale that runs on pays each month the difference to what it placed before: of a rate that says nothing. */
import { RULE_PROBLEMS } from '../problems/rules.js';
import { scalesIn } from './dependencies.js';
import { Fault, type Faults, refuse } from './fault.js';
import { isRate } from './piece-rates.js';
import type { Plan } from './plan.js';
import type { MeasuredScale } from './scale-shape.js';

/** Refuses what is looked up for the quarter or year in a measure that formulas name: it would be a difference of rates. */
export function checkRunningRates({ measures }: Pick<Plan, 'measures'>, faults: Faults): void {
  for (const [name, declared] of Object.entries(measures ?? {})) {
    if (declared.kind !== 'is') continue;
    for (const scale of scalesIn(declared.is)) {
      const { per, of } = scale;
      if (!per || !(per.value === 'quarter' || per.value === 'year') || !looksUp(scale)) continue;
      refuse(faults, Fault.of(RULE_PROBLEMS.running_rate, { name, of, clock: per.value }), per);
    }
  }
}

/** A lookup may give a rate or a multiplier, however it is written; the others give money but where they pay percentages. */
const looksUp = (scale: MeasuredScale): boolean =>
  (scale.kind === 'bands' && scale.scale.value === 'lookup') || isRate({ kind: 'scale', scale });
