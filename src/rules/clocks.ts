/** A scale per transaction, day or week needs a measure that is made of rows. */
import { RULE_PROBLEMS } from '../problems/rules.js';
import { scalesOf } from './dependencies.js';
import { Fault, type Faults, refuse } from './fault.js';
import { MEASURES } from './measures.js';
import type { Plan } from './plan.js';

type Parts = Pick<Plan, 'measures' | 'components' | 'score'>;

/** The measures that telepay counts itself row by row. */
const COUNTED_BY_ROW: readonly string[] = ['counted', 'gross'];

/** Refuses scales that would cut up a number of the whole month. */
export function checkClocks(parts: Parts, faults: Faults): void {
  for (const scale of scalesOf(parts)) {
    const { per } = scale;
    if (!per || !['transaction', 'day', 'week'].includes(per.value)) continue;
    const by = scale.kind === 'bands' ? scale.by?.value : undefined;
    for (const measure of [scale.of, ...(by === undefined ? [] : [by])]) {
      if (hasEntries(measure, per.value, parts)) continue;
      refuse(faults, Fault.of(RULE_PROBLEMS.no_entries, { measure, clock: per.value }), per);
    }
  }
}

function hasEntries(measure: string, clock: string, { measures }: Parts): boolean {
  const declared = measures?.[measure];
  // An unknown name is told already.
  if (!declared) return COUNTED_BY_ROW.includes(measure) || !Object.hasOwn(MEASURES, measure);
  // Calls are counted by the day; no single one is kept.
  if (declared.kind === 'rows') return declared.file !== 'calls' || clock !== 'transaction';
  return declared.kind === 'collected';
}
