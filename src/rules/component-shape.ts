/** The shape of components: everything that pays or deducts. */
import type { z } from 'zod';
import { INCIDENT_CAUSES, ROLES } from '../input/records.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { condition } from './condition-shape.js';
import { Fault, type Faults, refuse } from './fault.js';
import { choice, choices, count, nonNegative, option, reference, yesNo } from './leaf-shape.js';
import { amount, dayRate, paidAmount } from './amount-shape.js';
import { rounded } from './rounding-shape.js';
import { plainScale } from './scale-shape.js';
import { byKey, form, list, localized, mapping, tagged } from './shape.js';

/** The columns of the payroll that a component can go to. */
export const EARNING_COLUMNS = ['base_commission', 'product_commission', 'allowances'] as const;
export const DEDUCTION_COLUMNS = ['penalties', 'clawbacks'] as const;
export const PAYROLL_COLUMNS = [...EARNING_COLUMNS, ...DEDUCTION_COLUMNS] as const;
export type PayrollColumn = (typeof PAYROLL_COLUMNS)[number];

export const PENALTY_CLASSES = ['disciplinary', 'loss', 'performance', 'absence'] as const;
export type PenaltyClass = (typeof PENALTY_CLASSES)[number];

const named = { name: localized, clause: reference('clause') };

const paying = {
  ...named,
  /** Left out: everyone. */
  roles: choices(...ROLES).optional(),
  /** All must hold. */
  gate: list(condition).optional(),
};

/** A fine for each upheld incident of a kind. */
export const incidentFine = mapping({
  incident: reference('incident'),
  /** Left out: whatever the cause. */
  causes: choices(...INCIDENT_CAUSES).optional(),
  charge: form(byKey('amount', 'times_points', 'refund'), {
    amount: tagged('amount', mapping({ amount: nonNegative })),
    /** So many times the sign-up's points. */
    times_points: tagged(
      'times_points',
      mapping({
        times_points: nonNegative,
        /** In a tier: the points that one more counted unit of the product would be paid. */
        points_of: choice('next_unit'),
        /** The fine comes on top of the points that the sign-up itself loses. */
        on_top_of_reversal: choice('yes'),
      }),
    ),
    /** What the extract billed for the sign-up's customer and product, the sum of all its rows. */
    refund: tagged('refund', mapping({ refund: choice('billed') })),
  }),
  /** What is charged only once, however many incidents name it. One that names no sign-up is a case of its own. */
  once_per: choice('incident', 'signup', 'customer_product'),
  /** `no`: not for a sign-up that is already fined as forced. */
  on_top_of_forced: yesNo.optional(),
});

/** A fine for each unit that the last result of a test falls short. */
export const testFine = mapping({
  test: reference('test'),
  standard: nonNegative,
  per_unit: nonNegative,
  result_rounded: choice('down', 'no'),
  not_taken: choice('no_fine'),
});

export const ATTENDANCE_OFFENCES = ['late', 'early_leave', 'absence'] as const;

/** A fine for each attendance row of an offence. */
export const attendanceFine = mapping({
  attendance: choice(...ATTENDANCE_OFFENCES),
  charge: form(byKey('per_occurrence', 'per_minute', 'minutes', 'day_rate'), {
    per_occurrence: tagged('per_occurrence', mapping({ per_occurrence: nonNegative })),
    per_minute: tagged('per_minute', mapping({ per_minute: nonNegative })),
    /** The amount by the minutes of the occurrence. */
    minutes: tagged('minutes', mapping({ minutes: plainScale })),
    day_rate: tagged('day_rate', mapping({ day_rate: dayRate })),
  }),
  /** The first so many of a month cost nothing. */
  free_occurrences: count.optional(),
  /** So many minutes of a month cost nothing, used up in the order of the days. */
  free_minutes: count.optional(),
}).superRefine(({ attendance, charge, free_minutes, free_occurrences }, faults) => {
  const byMinutes = charge.kind === 'per_minute' || charge.kind === 'minutes';
  if (byMinutes && attendance.value === 'absence') {
    refuse(faults, Fault.of(RULE_PROBLEMS.absence_by_minutes, {}), attendance);
  }
  const idle = byMinutes ? free_occurrences : free_minutes;
  const key = byMinutes ? 'free_occurrences' : 'free_minutes';
  if (idle) refuse(faults, Fault.of(RULE_PROBLEMS.allowance_does_nothing, { key }), idle);
});

const fine = form(byKey('incident', 'test', 'attendance'), {
  incident: tagged('incident', incidentFine),
  test: tagged('test', testFine),
  attendance: tagged('attendance', attendanceFine),
});

const amountComponent = mapping({
  ...paying,
  column: option(...PAYROLL_COLUMNS),
  amount: paidAmount,
  /** At most and at least so much: a number, or an amount of its own. */
  cap: amount.optional(),
  floor: amount.optional(),
  /** Of a deduction: for the wage guard. */
  class: choice(...PENALTY_CLASSES).optional(),
});

/** A penalty has a class, nothing else has; and a cap leaves room for the floor. */
function checkAmount(
  { column, amount, class: own, cap, floor }: z.output<typeof amountComponent>,
  faults: Faults,
): void {
  if (column === 'penalties' && !own) refuse(faults, Fault.of(RULE_PROBLEMS.class_missing, {}));
  if (column !== 'penalties' && own) refuse(faults, Fault.of(RULE_PROBLEMS.class_elsewhere, { column }), own);
  for (const [key, limit] of Object.entries({ cap, floor })) {
    if (amount.kind !== 'share' || !limit) continue;
    const at = limit.kind === 'fixed' ? limit.fixed : undefined;
    refuse(faults, Fault.of(RULE_PROBLEMS.share_limited, { key }), at);
  }
  if (cap?.kind !== 'fixed' || floor?.kind !== 'fixed') return;
  const [most, least] = [cap.fixed, floor.fixed];
  if (most.value.compare(least.value) < 0) {
    refuse(faults, Fault.of(RULE_PROBLEMS.cap_below_floor, { cap: most.text, floor: least.text }), most);
  }
}

const anyComponent = form(byKey('amount', 'yuan_per_point', 'fine'), {
  amount: tagged('amount', amountComponent.superRefine(checkAmount)),
  /** The points of each product, in yuan. */
  yuan_per_point: tagged(
    'yuan_per_point',
    mapping({ ...paying, column: option(...EARNING_COLUMNS), yuan_per_point: nonNegative }),
  ),
  fine: tagged('fine', mapping({ ...named, class: choice(...PENALTY_CLASSES), fine })),
});

export const component = rounded(anyComponent);
