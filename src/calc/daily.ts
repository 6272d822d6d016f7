/** The daily target: handbook, section 3 (T-0, T-1, T-2). */
import { computedOnce } from '../base/computed-once.js';
import { type Exact, whole } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import type { Localized } from '../base/localized.js';
import { byText } from '../base/order.js';
import { dateOf, type PlainDate } from '../base/period.js';
import type { AttendanceRow, RowRef, SignupRow } from '../input/records.js';
import type { Value } from '../rules/mark.js';
import type { Plan } from '../rules/plan.js';
import { planOn } from '../rules/plan-on.js';
import type { DayActivity } from './activity.js';
import { holds } from './conditions.js';
import { restingOn, computed, given, ruled, type Trace } from './trace.js';

type DailyTarget = NonNullable<Plan['daily_target']>;

/** A day on which the agent was there, with what he did and whether that met the target. */
export interface AssessedDay {
  readonly date: PlainDate;
  /** Distinct customers of the day's sign-ups, before billing. */
  readonly successes: number;
  readonly answered: number;
  readonly dialled: number;
  readonly met: boolean;
  /** The measure that met it: the first of the plan's tests that holds. */
  readonly met_by: string | undefined;
  readonly retention_day: boolean;
  readonly attendance: readonly RowRef[];
  readonly signups: readonly RowRef[];
}

const NO_CALLS: DayActivity = { dialled: 0, answered: 0, dials: 0, retention_dials: 0 };

/** The daily target as it is on a day. */
const targetOn = (plan: Plan, day: PlainDate): DailyTarget | undefined => planOn(plan, day).daily_target;

/** A person's rows of the exports that days are assessed by. */
export interface DayRows {
  readonly attendance: readonly AttendanceRow[];
  readonly signups: readonly SignupRow[];
  readonly activity: ReadonlyMap<PlainDate, DayActivity> | undefined;
}

/** By the rules, then by a person's attendance: rule files with the same target assess the same rows the same way. */
const known = new WeakMap<object, WeakMap<readonly AttendanceRow[], DayRows & { days: AssessedDay[] }>>();

/**
 * An agent's assessed days, in order, each by the target of its day. A day with several rows (late and left early) is
 * one day. None without a daily target.
 */
export function assessDays(plan: Plan, rows: DayRows): readonly AssessedDay[] {
  const rules = plan.changes ? plan : plan.daily_target;
  if (!rules || rows.attendance.length === 0) return [];
  const assessed = computedOnce(known, rules, () => new WeakMap());
  const before = assessed.get(rows.attendance);
  if (before?.signups === rows.signups && before.activity === rows.activity) return before.days;
  const days = daysOf(plan, rows);
  assessed.set(rows.attendance, { ...rows, days });
  return days;
}

function daysOf(plan: Plan, { attendance, signups, activity }: DayRows): AssessedDay[] {
  const there = attendance.filter((row) => targetOn(plan, row.date)?.assessed.value.includes(row.status));
  const signed = groupBy(signups, (row) => dateOf(row.signed_at));
  return [...groupBy(there, (row) => row.date)]
    .toSorted(([a], [b]) => byText(a, b))
    .flatMap(([date, rows]) => {
      const target = targetOn(plan, date);
      if (!target) return [];
      return [assessDay(target, date, rows, signed.get(date) ?? [], activity?.get(date) ?? NO_CALLS)];
    });
}

function assessDay(
  target: DailyTarget,
  date: PlainDate,
  rows: readonly AttendanceRow[],
  signups: readonly SignupRow[],
  calls: DayActivity,
): AssessedDay {
  const successes = new Set(signups.map((row) => row.customer_no)).size;
  const counts: Readonly<Record<string, number>> = {
    successes,
    answered: calls.answered,
    dialled: calls.dialled,
  };
  const test = target.met_by.find((one) => holds(one, whole(counts[one.measure] ?? 0)));
  return {
    date,
    successes,
    answered: calls.answered,
    dialled: calls.dialled,
    met: test !== undefined,
    met_by: test?.measure,
    retention_day: isRetentionDay(calls, target.retention_day.share_at_least.value),
    attendance: rows.map((row) => row.at),
    signups: signups.map((row) => row.at),
  };
}

/** A day on which at least this share of the outbound calls was for retention; none without outbound calls. */
function isRetentionDay(calls: DayActivity, share: Exact): boolean {
  return calls.dials > 0 && whole(calls.retention_dials).compare(share.mul(calls.dials)) >= 0;
}

const LABELS = {
  assessed: { en: 'assessed days', zh: '考核天数' },
  missed: { en: 'days below target', zh: '未达标天数' },
  missed_retention: { en: 'days below target on retention days', zh: '告知维系日未达标天数' },
  allowed: { en: 'misses allowed', zh: '允许未达标次数' },
  covered: { en: 'misses covered by the allowance', zh: '允许范围内的未达标次数' },
  uncovered: { en: 'misses not covered', zh: '超出允许的未达标次数' },
} satisfies Record<string, Localized>;

/** The month of one agent, for the traces of its counts: `target` is that of the month's first day. */
export interface AssessedMonth {
  readonly plan: Plan;
  readonly target: DailyTarget;
  readonly days: readonly AssessedDay[];
}

/** Rules of the targets that the days go by: of one, unless it changes within the month. */
function rulesOf(
  { plan, target, days }: AssessedMonth,
  pick: (target: DailyTarget) => readonly Value<unknown>[],
): Value<unknown>[] {
  if (!plan.changes) return [...pick(target)];
  const targets = new Set(days.flatMap(({ date }) => targetOn(plan, date) ?? []));
  return [...new Set([...(targets.size > 0 ? targets : [target])].flatMap(pick))];
}

export function assessedDaysTrace(month: AssessedMonth): Trace {
  const rows = month.days.flatMap((day) => day.attendance);
  const rules = rulesOf(month, ({ assessed }) => [assessed]);
  return given(LABELS.assessed, whole(month.days.length), { rows, rules });
}

export function missedDaysTrace(month: AssessedMonth): Trace {
  const missed = month.days.filter((day) => !day.met);
  const rules = rulesOf(month, ({ met_by, assessed, answered_calls }) => [
    ...met_by.flatMap((test) => [test.threshold, test.comparator]),
    assessed,
    answered_calls,
  ]);
  return given(LABELS.missed, whole(missed.length), { rows: missed.flatMap((day) => day.attendance), rules });
}

/** Misses − min(allowance, misses that the allowance is for). */
export function uncoveredMissesTrace(month: AssessedMonth): Trace {
  const { target, days } = month;
  const { allowed_misses: allowed } = target;
  const missed = missedDaysTrace(month);
  const allowance = ruled(LABELS.allowed, { ...allowed.count, value: whole(allowed.count.value) });
  const coverable =
    allowed.on.value === 'any_day'
      ? missed
      : given(LABELS.missed_retention, whole(days.filter((day) => !day.met && day.retention_day).length), {
          rules: rulesOf(month, ({ retention_day: day }) => [day.campaign, day.share_at_least]),
        });
  const covered = computed('least', LABELS.covered, [allowance, coverable], restingOn(allowed.on));
  return computed('difference', LABELS.uncovered, [missed, covered]);
}
