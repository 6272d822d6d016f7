/**
 * The shape of a rule file: everything that one version of a handbook says about pay, as data. The program
 * knows the kinds that stand here (products, components, fines, score sections …) and none of their values.
 */
import type { z } from 'zod';
import { YUAN } from '../base/currency.js';
import type { PlainDate } from '../base/period.js';
import { ATTENDANCE_STATUSES, BILLING_STATUSES, CAMPAIGNS, DIRECTIONS, FEE_TYPES } from '../input/records.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { scorePart } from './amount-shape.js';
import { appliesTo } from './applies-to.js';
import {
  type attendanceFine,
  component,
  type incidentFine,
  PENALTY_CLASSES,
  type testFine,
} from './component-shape.js';
import { calendar } from './calendar-shape.js';
import { checkCircles } from './circles.js';
import { checkClocks, checkSplits } from './clocks.js';
import { clawback } from './clawback-shape.js';
import { comparison } from './condition-shape.js';
import { examples } from './example-shape.js';
import { Fault, refuse } from './fault.js';
import { Leaf } from './leaf.js';
import {
  choice,
  choices,
  count,
  firstOfMonth,
  id,
  markedReference,
  monthNumber,
  nonNegative,
  number,
  reference,
  share,
  text,
  texts,
  yesNo,
} from './leaf-shape.js';
import { measures } from './measure-shape.js';
import { checkMoneyAmounts } from './money-amounts.js';
import { checkPieceRates } from './piece-rates.js';
import { checkRunningRates } from './running-rates.js';
import { checkPlaces, currency } from './rounding-shape.js';
import { productScale } from './scale-shape.js';
import {
  byKey,
  form,
  list,
  localized,
  mapping,
  markedName,
  namedTable,
  orEmpty,
  table,
  tagged,
} from './shape.js';

export type { Amount } from './amount-shape.js';
export type { Comparison, Condition, Comparator } from './condition-shape.js';
export type { PayrollColumn, PenaltyClass } from './component-shape.js';
export { COMPARATORS } from './condition-shape.js';
export { ATTENDANCE_OFFENCES, EARNING_COLUMNS, PAYROLL_COLUMNS, PENALTY_CLASSES } from './component-shape.js';

/**
 * A clause of the handbook: what it is about, and the words that are left of it (`none` where none are). Its
 * words alone may stand for both.
 */
const clause = form((input) => (input instanceof Leaf ? 'words' : 'lost'), {
  words: text.transform((fragment) => ({ about: { zh: fragment, en: fragment }, fragment })),
  lost: mapping({ about: localized, fragment: text }),
});

/** When a product's sign-up counts: without a bill, or when these fees of its billing rows sum to more than `above`. */
const countingBasis = form(byKey('without_bill', 'sum_of'), {
  without_bill: tagged('without_bill', mapping({ without_bill: yesNo })),
  sum_of: tagged('sum_of', mapping({ sum_of: choices(...FEE_TYPES), above: number })),
});

/** Which sign-ups count (P-21, P-22, C-1, C-2). */
const counting = mapping({
  /** The day of the next month whose billing extract judges the month's sign-ups. */
  extract_day: count,
  /** The incident kind that, upheld, makes its sign-up a forced one. */
  forced_by: markedReference('incident'),
  reversed_by: choices(...BILLING_STATUSES),
  /** How much of its points a reversed sign-up loses. */
  reversal_takes: choice('all_points'),
  /** Billing rows of before the sign-up (cancelled before its day, billed for an earlier month). */
  rows_before_signup: choice('ignore', 'count'),
  bases: table(countingBasis),
  /** Whether a sign-up of the closed month before that this month's extract makes count is paid now. */
  late_evidence: choice('pay', 'ignore'),
});

const points = form((input) => (input instanceof Leaf ? 'flat' : 'scale'), {
  flat: nonNegative.transform((flat) => ({ kind: 'flat' as const, flat })),
  scale: productScale.transform((scale) => ({ kind: 'scale' as const, scale })),
});

const product = mapping({
  name: localized,
  clause: reference('clause'),
  counts_on: markedReference('basis'),
  points,
});

/** The daily target (T-0 … T-2): which days are assessed, what meets one, which misses are allowed. */
const dailyTarget = mapping({
  clause: reference('clause'),
  assessed: choices(...ATTENDANCE_STATUSES),
  /** The first that holds meets the day. Measures: successes, answered, dialled. */
  met_by: list(comparison('day')),
  answered_calls: choices(...DIRECTIONS),
  retention_day: mapping({ campaign: choice(...CAMPAIGNS), share_at_least: share }),
  allowed_misses: mapping({ count, on: choice('retention_days', 'any_day') }),
});

/** A section of the score sheet: what rates and scales give, or a full score less deductions. */
const section = form(byKey('parts', 'less'), {
  parts: tagged(
    'parts',
    mapping({
      name: localized,
      clause: reference('clause'),
      out_of: nonNegative,
      parts: list(scorePart),
      cap: nonNegative.optional(),
      floor: nonNegative.optional(),
    }),
  ),
  less: tagged(
    'less',
    mapping({
      name: localized,
      clause: reference('clause'),
      out_of: nonNegative,
      /** Points off for each upheld incident of a kind, or for each of a measure. */
      less: table(nonNegative),
      floor: nonNegative,
    }),
  ),
});

const score = mapping({ clause: reference('clause'), places: count, sections: namedTable(section) });

/** A grade of the quarter. */
const grade = mapping({
  name: markedName,
  clause: reference('clause'),
  mean_from: nonNegative,
  tenure_months: count,
  /** At most this share of the agents get it. */
  quota: mapping({ at_most: share, of: choice('agents'), rounded: choice('down', 'up') }).optional(),
  points: mapping({ number: nonNegative, paid: choice('no') }).optional(),
});

/** The grades of the quarter (G-1 … G-5), the highest first. */
const grades = mapping({
  /** The grade of a mean on the edge between two. */
  mean_on_edge: choice('upper', 'lower'),
  levels: namedTable(grade),
}).superRefine(({ levels }, faults) => {
  const entries = Object.entries(levels);
  for (const [index, [name, { mean_from }]] of entries.entries()) {
    const above = entries[index - 1];
    if (!above || mean_from.value.compare(above[1].mean_from.value) < 0) continue;
    const params = { grade: name, before: above[0] };
    refuse(faults, Fault.of(RULE_PROBLEMS.grades_not_descending, params), mean_from);
  }
});

const checks = mapping({
  do_not_disturb: mapping({ clause: reference('clause'), from_day_after_listing: count }).optional(),
  talks: mapping({ clause: reference('clause'), share, rounded: choice('up', 'down') }).optional(),
  leads: mapping({ clause: reference('clause'), per_day: count }).optional(),
  funnel: mapping({ clause: reference('clause'), over_seconds: count }).optional(),
  retraining: mapping({ clause: reference('clause'), score_below: nonNegative }).optional(),
  trial: mapping({ clause: reference('clause'), months: count }).optional(),
  absence: mapping({ clause: reference('clause'), unapproved_leave_from_minutes: count }).optional(),
});

/** The wage guard: how much of a month's earnings the penalties of some classes may take. */
const guard = mapping({
  clause: reference('clause'),
  mode: choice('report', 'enforce'),
  classes: choices(...PENALTY_CLASSES),
  /** What the month's earnings are: what the plan pays alone, or the monthly base with it; left out: the latter. */
  earnings: choice('paid', 'with_monthly_base').optional(),
  cap: share.optional(),
  floor: nonNegative.optional(),
}).superRefine(({ cap, floor }, faults) => {
  if (!cap && !floor) refuse(faults, Fault.of(RULE_PROBLEMS.guard_without_limit, {}));
});

const net = mapping({
  clause: reference('clause'),
  negative: choice('carry', 'report'),
  guard: guard.optional(),
});

const named = mapping({ name: localized });

export const plan = mapping({
  version: id,
  effective_from: firstOfMonth,
  /** For whom it is; left out: for everybody. */
  applies_to: appliesTo.optional(),
  /** Versions of earlier files that it puts out of force, beside those that are for the very same people. */
  replaces: texts.optional(),
  title: localized,
  currency: currency.default(YUAN),
  document: text.optional(),
  clauses: table(clause),
  /** There wherever there are products: only they have sign-ups. */
  counting: counting.optional(),
  clawback: clawback.optional(),
  products: orEmpty(table(product)),
  daily_target: dailyTarget.optional(),
  incidents: orEmpty(namedTable(named)),
  tests: orEmpty(namedTable(named)),
  /** The month in which the year begins, 1 to 12, and with it every third month a quarter; left out: January. */
  year_begins_in: monthNumber.optional(),
  calendar: calendar.optional(),
  measures: measures.optional(),
  components: namedTable(component),
  score: score.optional(),
  grades: grades.optional(),
  checks: checks.default({}),
  net,
  examples: examples.optional(),
}).superRefine((found, faults) => {
  checkCircles(found, faults);
  checkClocks(found, faults);
  checkMoneyAmounts(found, faults);
  checkPieceRates(found, faults);
  checkRunningRates(found, faults);
  checkPlaces(found, faults);
  checkSplits(found, faults);
});

/** What holds instead from a later date on. */
export interface PlanChange {
  readonly from: PlainDate;
  readonly plan: Plan;
}

export type Plan = z.output<typeof plan> & {
  /** By dated versions of its values, in the order of their dates; absent where nothing changes. */
  readonly changes?: readonly PlanChange[] | undefined;
};
export type Counting = z.output<typeof counting>;
export type Product = z.output<typeof product>;
export type Points = z.output<typeof points>;
export type CountingBasis = z.output<typeof countingBasis>;
export type Component = z.output<typeof component>;
export type Fine = Extract<Component, { kind: 'fine' }>['fine'];
export type IncidentFine = z.output<typeof incidentFine>;
export type TestFine = z.output<typeof testFine>;
export type AttendanceFine = z.output<typeof attendanceFine>;
export type ScoreSection = z.output<typeof section>;
export type Grade = z.output<typeof grade>;
export type Guard = z.output<typeof guard>;
