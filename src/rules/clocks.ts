/** A scale per transaction, day or week, and a split, need measures that are made of rows. */
import { RULE_PROBLEMS } from '../problems/rules.js';
import { scalesOf } from './dependencies.js';
import { Fault, type Faults, refuse } from './fault.js';
import { measuresIn } from './formula.js';
import { MEASURES } from './measures.js';
import type { Each } from './measure-shape.js';
import type { Plan } from './plan.js';

type Parts = Pick<Plan, 'measures' | 'components' | 'score'>;

/** The measures that telepay counts itself row by row. */
const COUNTED_BY_ROW: readonly string[] = ['counted', 'gross'];

/** Refuses scales and formulas that would cut up a number of the whole month. */
export function checkClocks(parts: Parts, faults: Faults): void {
  for (const declared of Object.values(parts.measures ?? {})) {
    if (declared.kind === 'each') checkEach(declared.each, parts, faults);
  }
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

/** At least one of its measures is made of rows; what is one number of the month stands beside each of them. */
function checkEach({ per, formula }: Each, parts: Parts, faults: Faults): void {
  const names = measuresIn(formula.value);
  const cut = names.filter((name) => isMadeOfRows(name, parts));
  const uncut = cut.filter((name) => !hasEntries(name, per.value, parts));
  for (const measure of cut.length === 0 ? names.slice(0, 1) : uncut) {
    refuse(faults, Fault.of(RULE_PROBLEMS.no_entries, { measure, clock: per.value }), per);
  }
}

/** Refuses to split a number of the whole month. */
export function checkSplits(parts: Parts, faults: Faults): void {
  for (const declared of Object.values(parts.measures ?? {})) {
    if (declared.kind !== 'split') continue;
    for (const named of [declared.split.of, declared.split.by]) {
      if (hasEntries(named.value, 'transaction', parts)) continue;
      refuse(faults, Fault.of(RULE_PROBLEMS.split_without_rows, { measure: named.value }), named);
    }
  }
}

function hasEntries(measure: string, clock: string, { measures }: Parts): boolean {
  const declared = measures?.[measure];
  // An unknown name is told already.
  if (!declared) return COUNTED_BY_ROW.includes(measure) || !Object.hasOwn(MEASURES, measure);
  switch (declared.kind) {
    case 'collected':
    case 'split':
      return true;
    case 'rows':
      // Calls are counted by the day; no single one is kept.
      return declared.file !== 'calls' || clock !== 'transaction';
    case 'each':
      // Days can be put together to weeks, transactions to days and weeks, and none taken apart.
      return CLOCKS_OF[declared.each.per.value].includes(clock);
    default:
      return false;
  }
}

const CLOCKS_OF: Readonly<Record<Each['per']['value'], readonly string[]>> = {
  transaction: ['transaction', 'day', 'week'],
  day: ['day', 'week'],
  week: ['week'],
};

/** Whether a measure is made of rows, and not one number of the whole month. */
export function isMadeOfRows(measure: string, { measures }: Pick<Plan, 'measures'>): boolean {
  const kind = measures?.[measure]?.kind;
  if (kind === undefined) return COUNTED_BY_ROW.includes(measure);
  return kind === 'collected' || kind === 'rows' || kind === 'split' || kind === 'each';
}
