/** What a measure can come to at all: its least and greatest value, and whether it is a whole number. */
import { type Exact, ONE, whole, ZERO } from '../../base/exact.js';
import { greatestScore } from './greatest-score.js';
import type { Plan } from '../plan.js';

export interface Range {
  readonly least?: Exact;
  readonly most?: Exact;
  readonly whole: boolean;
}

const upTo = (least: number, most: number): Range => ({
  least: whole(least),
  most: whole(most),
  whole: true,
});
const COUNT: Range = { least: ZERO, whole: true };
const AMOUNT: Range = { least: ZERO, whole: false };
const ANYTHING: Range = { whole: false };

/** Those of telepay's own measures. */
const BUILT_IN: Readonly<Record<string, Range>> = {
  assessed_days: upTo(0, 31),
  missed_days: upTo(0, 31),
  uncovered_misses: upTo(0, 31),
  days_employed: upTo(0, 31),
  calendar_days: upTo(28, 31),
  working_days: upTo(0, 31),
  working_days_employed: upTo(0, 31),
  late_days: upTo(0, 31),
  early_leave_days: upTo(0, 31),
  absent_days: upTo(0, 31),
  month_of_quarter: upTo(1, 3),
  month_of_year: upTo(1, 12),
  employed_at_end: upTo(0, 1),
  subsidy_phone: upTo(0, 1),
  month_of_employment: COUNT,
  tenure_months: COUNT,
  tenure_months_to_leaving: COUNT,
  counted: COUNT,
  gross: COUNT,
  team_size: COUNT,
  team_counted: COUNT,
  unreached_in_a_row: COUNT,
  target: AMOUNT,
  attainment: AMOUNT,
  team_target: AMOUNT,
  team_attainment: AMOUNT,
  monthly_base: AMOUNT,
};

/** The measures that somebody may have no value of: a condition on them asks for one, too. */
const MAY_BE_MISSING: readonly string[] = ['target', 'attainment', 'team_target', 'team_attainment'];

export function rangeOf(measure: string, plan: Plan): Range {
  const declared = plan.measures?.[measure];
  if (!declared) {
    if (measure !== 'score') return BUILT_IN[measure] ?? ANYTHING;
    const most = greatestScore(plan);
    return { whole: false, ...(most ? { most } : {}) };
  }
  switch (declared.kind) {
    case 'rank':
      return { least: ONE, whole: true };
    case 'rows': {
      if (declared.column !== undefined) return ANYTHING;
      return declared.distinct?.value === 'days' ? upTo(0, 31) : COUNT;
    }
    case 'is':
      return declared.is.kind === 'fixed'
        ? { least: declared.is.fixed.value, most: declared.is.fixed.value, whole: false }
        : ANYTHING;
    default:
      return ANYTHING;
  }
}

/** Whether everybody has a value of the measure, as far as can be told. */
export function isAlwaysThere(measure: string, plan: Plan): boolean {
  const declared = plan.measures?.[measure];
  if (!declared) return Object.hasOwn(BUILT_IN, measure) && !MAY_BE_MISSING.includes(measure);
  return declared.kind === 'is' && declared.is.kind === 'fixed';
}
