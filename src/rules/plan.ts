/**
 * The shape of a rule file: everything that one version of a handbook says about pay, as data. The program
 * knows the kinds that stand here (products, components, fines, score sections …) and none of their values.
 */
import { z } from 'zod';
import {
  ATTENDANCE_STATUSES,
  BILLING_STATUSES,
  CAMPAIGNS,
  DIRECTIONS,
  FEE_TYPES,
  INCIDENT_CAUSES,
  ROLES,
} from '../input/records.js';
import { Leaf } from './mark.js';
import { byKey, choice, choices, count, date, form, localized, number, text, word, words, yesNo } from './shape.js';
import { scale } from './scale-shape.js';

/** A clause of the handbook: what it is about, and the words that are left of it (`none` where none are). */
const clause = z.strictObject({ about: localized, fragment: text });

/** When a product's sign-up counts: without a bill, or when these fees of its billing rows sum to more than `above`. */
const countingBasis = form(byKey('without_bill', 'sum_of'), {
  without_bill: z.strictObject({ without_bill: yesNo }),
  sum_of: z.strictObject({ sum_of: choices(...FEE_TYPES), above: number }),
});

/** Which sign-ups count (P-21, P-22, C-1, C-2). */
const counting = z.strictObject({
  /** The day of the next month whose billing extract judges the month's sign-ups. */
  extract_day: count,
  /** The incident kind that, upheld, makes its sign-up a forced one. */
  forced_by: word,
  reversed_by: choices(...BILLING_STATUSES),
  /** Billing rows of before the sign-up (cancelled before its day, billed for an earlier month). */
  rows_before_signup: choice('ignore', 'count'),
  bases: z.record(z.string(), countingBasis),
  /** Whether a sign-up of the closed month before that this month's extract makes count is paid now. */
  late_evidence: choice('pay', 'ignore'),
});

const points = form((input) => (input instanceof Leaf ? 'flat' : 'scale'), {
  flat: number.transform((flat) => ({ flat })),
  scale: scale.transform((of) => ({ scale: of })),
});

const product = z.strictObject({ name: localized, clause: text, counts_on: word, points });

/** A comparison of a measure with a number. The mark of the mapping covers the comparator. */
const condition = z
  .strictObject({
    measure: text,
    at_least: number.optional(),
    more_than: number.optional(),
    at_most: number.optional(),
    less_than: number.optional(),
  })
  .transform(({ measure, ...rest }, context) => {
    const given = COMPARATORS.flatMap((comparator) => {
      const threshold = rest[comparator];
      return threshold ? [{ measure, comparator, threshold }] : [];
    });
    const [only] = given;
    if (only && given.length === 1) return only;
    const found = given.map((one) => one.comparator).join(', ');
    context.addIssue({
      code: 'custom',
      params: { fault: 'not_exactly_one', params: { keys: COMPARATORS.join(', '), found } },
    });
    return z.NEVER;
  });

export const COMPARATORS = ['at_least', 'more_than', 'at_most', 'less_than'] as const;

/** The daily target (T-0 … T-2): which days are assessed, what meets one, which misses are allowed. */
const dailyTarget = z.strictObject({
  clause: text,
  assessed: choices(...ATTENDANCE_STATUSES),
  /** The first that holds meets the day. Measures: successes, answered, dialled. */
  met_by: z.array(condition).min(1),
  answered_calls: choices(...DIRECTIONS),
  retention_day: z.strictObject({ campaign: choice(...CAMPAIGNS), share_at_least: number }),
  allowed_misses: z.strictObject({ count, on: choice('retention_days', 'any_day') }),
});

/** The columns of the payroll that a component can go to. */
export const EARNING_COLUMNS = ['base_commission', 'product_commission', 'allowances'] as const;
export const PAYROLL_COLUMNS = [...EARNING_COLUMNS, 'penalties'] as const;
export type PayrollColumn = (typeof PAYROLL_COLUMNS)[number];

export const PENALTY_CLASSES = ['disciplinary', 'loss', 'performance', 'absence'] as const;
export type PenaltyClass = (typeof PENALTY_CLASSES)[number];

/** What a component pays before its cap and floor: a fixed amount, so much of a measure, or by a scale. */
const amount = form(
  (input) => (input instanceof Leaf ? 'fixed' : byKey('rate', 'scale', 'day_rate')(input)),
  {
    fixed: number.transform((fixed) => ({ fixed })),
    /** `rate` per unit of the measure; written `5%` it is a percentage of an amount. */
    rate: z.strictObject({ rate: number, of: text }),
    scale: scale.transform((by) => ({ scale: by })),
    /** Monthly base ÷ divisor × times, for each of the measure (days). */
    day_rate: z.strictObject({ day_rate: z.strictObject({ divisor: number, times: number }), of: text }),
  },
);

const who = {
  name: localized,
  clause: text,
  /** Left out: everyone. */
  roles: choices(...ROLES).optional(),
  /** All must hold. */
  gate: z.array(condition).optional(),
};

/** A fine for each upheld incident of a kind. */
const incidentFine = z.strictObject({
  incident: text,
  /** Left out: whatever the cause. */
  causes: choices(...INCIDENT_CAUSES).optional(),
  charge: form(byKey('amount', 'times_points', 'refund'), {
    amount: z.strictObject({ amount: number }),
    /** So many times what the sign-up's product would pay for one more counted unit. */
    times_points: z.strictObject({ times_points: number }),
    /** What the extract billed for the sign-up's customer and product, once. */
    refund: z.strictObject({ refund: choice('billed') }),
  }),
  /** `no`: not for a sign-up that is already fined as forced. */
  on_top_of_forced: yesNo.optional(),
});

/** A fine for each unit that the last result of a test falls short. */
const testFine = z.strictObject({
  test: text,
  standard: number,
  per_unit: number,
  result_rounded: choice('down', 'no'),
});

export const ATTENDANCE_OFFENCES = ['late', 'early_leave', 'absence'] as const;

/** A fine for each attendance row of an offence. */
const attendanceFine = z.strictObject({
  attendance: choice(...ATTENDANCE_OFFENCES),
  charge: form(byKey('per_occurrence', 'per_minute', 'minutes', 'day_rate'), {
    per_occurrence: z.strictObject({ per_occurrence: number }),
    per_minute: z.strictObject({ per_minute: number }),
    /** The amount by the minutes of the occurrence. */
    minutes: z.strictObject({ minutes: scale }),
    day_rate: z.strictObject({ day_rate: z.strictObject({ divisor: number, times: number }) }),
  }),
  /** The first so many of a month cost nothing. */
  free_occurrences: count.optional(),
  /** So many minutes of a month cost nothing, used up in the order of the days. */
  free_minutes: count.optional(),
});

const fine = form(byKey('incident', 'test', 'attendance'), {
  incident: incidentFine,
  test: testFine,
  attendance: attendanceFine,
});

const component = form(byKey('amount', 'yuan_per_point', 'fine'), {
  amount: z.strictObject({
    ...who,
    column: choiceOfText(PAYROLL_COLUMNS),
    amount,
    cap: number.optional(),
    floor: number.optional(),
    /** Of a deduction: for the wage guard. */
    class: choice(...PENALTY_CLASSES).optional(),
  }),
  /** The points of each product, in yuan. */
  yuan_per_point: z.strictObject({ ...who, column: choiceOfText(EARNING_COLUMNS), yuan_per_point: number }),
  fine: z.strictObject({ ...who, class: choice(...PENALTY_CLASSES), fine }),
});

function choiceOfText<const T extends string>(options: readonly T[]) {
  return text.transform((given, context): T => {
    const found = options.find((option) => option === given);
    if (found !== undefined) return found;
    const params = { fault: 'not_an_option', params: { text: given, options: options.join(', ') } };
    context.addIssue({ code: 'custom', params });
    return z.NEVER;
  });
}

/** A section of the score sheet: what scales give, or a full score less deductions for upheld incidents. */
const section = form(byKey('parts', 'less'), {
  parts: z.strictObject({
    name: localized,
    clause: text,
    out_of: number,
    parts: z.array(scale).min(1),
    cap: number.optional(),
    floor: number.optional(),
  }),
  less: z.strictObject({
    name: localized,
    clause: text,
    out_of: number,
    less: z.record(z.string(), number),
    floor: number,
  }),
});

const score = z.strictObject({ clause: text, places: count, sections: z.record(z.string(), section) });

/** A grade of the quarter, the highest first. */
const grade = z.strictObject({
  name: localized,
  clause: text,
  mean_from: number,
  tenure_months: count,
  quota: number.optional(),
  points: number.optional(),
});

const checks = z.strictObject({
  do_not_disturb: z.strictObject({ clause: text, from_day_after_listing: count }).optional(),
  talks: z.strictObject({ clause: text, share: number, rounded: choice('up', 'down') }).optional(),
  leads: z.strictObject({ clause: text, per_day: count }).optional(),
  funnel: z.strictObject({ clause: text, over_seconds: count }).optional(),
  retraining: z.strictObject({ clause: text, score_below: number }).optional(),
  trial: z.strictObject({ clause: text, months: count }).optional(),
  absence: z.strictObject({ clause: text, unapproved_leave_from_minutes: count }).optional(),
});

/** The wage guard: how much of a month's earnings the penalties of some classes may take. */
const guard = z.strictObject({
  clause: text,
  mode: choice('report', 'enforce'),
  classes: choices(...PENALTY_CLASSES),
  cap: number.optional(),
  floor: number.optional(),
});

const net = z.strictObject({ clause: text, negative: choice('carry', 'report'), guard: guard.optional() });

/** A number that measures.csv brings: what its absence means for an agent. */
const measure = z.strictObject({ name: localized, when_absent: choice('zero', 'error', 'skip') });

const named = z.strictObject({ name: localized });

export const plan = z.strictObject({
  version: text,
  effective_from: date,
  title: localized,
  document: text,
  clauses: z.record(z.string(), clause),
  counting,
  clawback: z.strictObject({ window_months: count }).optional(),
  products: z.record(z.string(), product),
  daily_target: dailyTarget.optional(),
  incidents: z.record(z.string(), named),
  tests: z.record(z.string(), named),
  measures: z.record(z.string(), measure).optional(),
  components: z.record(z.string(), component),
  score: score.optional(),
  grades: z.record(z.string(), grade).optional(),
  checks,
  net,
});

export type Plan = z.output<typeof plan>;
export type Product = z.output<typeof product>;
export type Points = z.output<typeof points>;
export type CountingBasis = z.output<typeof countingBasis>;
export type Condition = z.output<typeof condition>;
export type Amount = z.output<typeof amount>;
export type Component = z.output<typeof component>;
export type Fine = z.output<typeof fine>;
export type IncidentFine = z.output<typeof incidentFine>;
export type TestFine = z.output<typeof testFine>;
export type AttendanceFine = z.output<typeof attendanceFine>;
export type ScoreSection = z.output<typeof section>;
export type Grade = z.output<typeof grade>;
export type Guard = z.output<typeof guard>;
