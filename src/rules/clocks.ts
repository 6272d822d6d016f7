/** A scale per transaction, day or week, and a split, need measures that are made of rows. */
import { RULE_PROBLEMS } from '../problems/rules.js';
import type { Amount } from './amount-shape.js';
import { scalesOf, tablesOf } from './dependencies.js';
import { Fault, type Faults, refuse } from './fault.js';
import { measuresIn, soFarIn } from './formula.js';
import { MEASURES } from './measures.js';
import { isAdditive } from './additive.js';
import type { Value } from './mark.js';
import type { DeclaredMeasure, Each } from './measure-shape.js';
import type { Plan } from './plan.js';
import type { Clock } from './scale-shape.js';
import { measuresOfTable } from './table-shape.js';

type Parts = Pick<Plan, 'measures' | 'components' | 'score'>;

/** The measures that telepay counts itself row by row. */
const COUNTED_BY_ROW: readonly string[] = ['counted', 'gross'];

/** What can be reckoned by itself within a month. */
const PIECE_CLOCKS = ['transaction', 'day', 'week'] as const;
export type PieceClock = (typeof PIECE_CLOCKS)[number];

/** Refuses scales, tables and formulas that would cut up a number of the whole month. */
export function checkClocks(parts: Parts, faults: Faults): void {
  for (const declared of Object.values(parts.measures ?? {})) {
    if (declared.kind === 'each') checkEach(declared.each, parts, faults);
    if (declared.kind === 'earlier_by_ref') {
      const { of } = declared.earlier_by_ref;
      checkPieces({ ...of, value: 'transaction' }, [of.value], parts, faults);
    }
  }
  for (const scale of scalesOf(parts)) {
    const { per } = scale;
    if (!per) continue;
    const by = scale.kind === 'bands' ? scale.by?.value : undefined;
    const names = [scale.of, ...(by === undefined ? [] : [by])];
    if (PIECE_CLOCKS.some((clock) => clock === per.value)) {
      // A number of the whole month may pick the band of each of them.
      const cut = names.filter((name) => name !== by || isMadeOfRows(name, parts));
      checkPieces(per, cut, parts, faults);
    }
    if (per.value === 'quarter' || per.value === 'year') checkAdditive(per, names, parts, faults);
  }
  for (const table of tablesOf(parts)) {
    if (table.per) checkPieces(table.per, measuresOfTable(table), parts, faults);
  }
}

/** What runs on is added up over months. */
function checkAdditive(per: Value<Clock>, names: readonly string[], parts: Parts, faults: Faults): void {
  for (const measure of names) {
    if (isAdditive(measure, parts)) continue;
    refuse(faults, Fault.of(RULE_PROBLEMS.not_additive, { measure, clock: per.value }), per);
  }
}

function checkPieces(per: Value<Clock>, names: readonly string[], parts: Parts, faults: Faults): void {
  for (const measure of names) {
    if (hasEntries(measure, per.value, parts)) continue;
    refuse(faults, Fault.of(RULE_PROBLEMS.no_entries, { measure, clock: per.value }), per);
  }
}

/** At least one of its measures is made of rows; what is one number of the month stands beside each of them. */
function checkEach({ per, formula }: Each, parts: Parts, faults: Faults): void {
  const names = measuresIn(formula.value);
  const cut = names.filter((name) => isMadeOfRows(name, parts) && !isOfEarlierRefs(name, per, parts));
  const summed = soFarIn(formula.value).filter((name) => !cut.includes(name));
  const uncut = [...cut, ...summed].filter((name) => !hasEntries(name, per.value, parts));
  for (const measure of cut.length === 0 ? names.slice(0, 1) : uncut) {
    refuse(faults, Fault.of(RULE_PROBLEMS.no_entries, { measure, clock: per.value }), per);
  }
}

/** Whether a measure brings to each transaction what earlier months had of it: it has none of its own. */
const isOfEarlierRefs = (name: string, per: Each['per'], { measures }: Parts): boolean =>
  per.value === 'transaction' && measures?.[name]?.kind === 'earlier_by_ref';

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
      return declared.monthly?.value !== true;
    case 'split':
      return true;
    case 'rows':
      // Calls are counted by the day; no single one is kept.
      return declared.file !== 'calls' || clock !== 'transaction';
    case 'each':
      // Days can be put together to weeks, transactions to days and weeks, and none taken apart.
      return CLOCKS_OF[declared.each.per.value].includes(clock);
    case 'is': {
      const own = pieceClockOf(declared.is);
      return own !== undefined && CLOCKS_OF[own].includes(clock);
    }
    default:
      return false;
  }
}

/** What an amount is reckoned for by itself, piece by piece; undefined where it is one of the month. */
export function pieceClockOf(amount: Amount): PieceClock | undefined {
  if (amount.kind === 'table') return amount.table.per?.value;
  const clock = amount.kind === 'scale' ? amount.scale.per?.value : undefined;
  return PIECE_CLOCKS.find((one) => one === clock);
}

/** Whether a measure is reckoned transaction by transaction, day by day or week by week. */
export const isReckonedInPieces = (declared: DeclaredMeasure): boolean =>
  declared.kind === 'each' || (declared.kind === 'is' && pieceClockOf(declared.is) !== undefined);

const CLOCKS_OF: Readonly<Record<PieceClock, readonly string[]>> = {
  transaction: ['transaction', 'day', 'week'],
  day: ['day', 'week'],
  week: ['week'],
};

/** Whether a measure is made of rows, and not one number of the whole month. */
export function isMadeOfRows(measure: string, { measures }: Pick<Plan, 'measures'>): boolean {
  const declared = measures?.[measure];
  if (!declared) return COUNTED_BY_ROW.includes(measure);
  switch (declared.kind) {
    case 'collected':
      return declared.monthly?.value !== true;
    case 'rows':
    case 'split':
    case 'each':
    case 'earlier_by_ref':
      return true;
    case 'is':
      return pieceClockOf(declared.is) !== undefined;
    default:
      return false;
  }
}
