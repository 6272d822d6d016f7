/** The daily target: handbook, section 3 (T-0, T-1, T-2). */
import { type Exact, whole } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import type { Localized } from '../base/localized.js';
import { byText } from '../base/order.js';
import { dateOf, type PlainDate } from '../base/period.js';
import type { AttendanceRow, RowRef, SignupRow } from '../input/records.js';
import type { Plan } from '../rules/plan.js';
import type { DayActivity } from './activity.js';
import { holds } from './conditions.js';
import { computed, given, ruled, type Trace } from './trace.js';

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

/** An agent's assessed days, in order. A day with several rows (late and left early) is one day. */
export function assessDays(
  target: DailyTarget,
  attendance: readonly AttendanceRow[],
  signups: readonly SignupRow[],
  activity: ReadonlyMap<PlainDate, DayActivity> | undefined,
): AssessedDay[] {
  const there = attendance.filter((row) => target.assessed.value.includes(row.status));
  const signed = groupBy(signups, (row) => dateOf(row.signed_at));
  return [...groupBy(there, (row) => row.date)]
    .toSorted(([a], [b]) => byText(a, b))
    .map(([date, rows]) =>
      assessDay(target, date, rows, signed.get(date) ?? [], activity?.get(date) ?? NO_CALLS),
    );
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

export function assessedDaysTrace(target: DailyTarget, days: readonly AssessedDay[]): Trace {
  const rows = days.flatMap((day) => day.attendance);
  return given(LABELS.assessed, whole(days.length), { rows, rules: [target.assessed] });
}

export function missedDaysTrace(target: DailyTarget, days: readonly AssessedDay[]): Trace {
  return missesOf(target, days, LABELS.missed);
}

function missesOf(target: DailyTarget, days: readonly AssessedDay[], label: Localized): Trace {
  const missed = days.filter((day) => !day.met);
  const rules = [
    ...target.met_by.flatMap((test) => [test.threshold, test.comparator]),
    target.assessed,
    target.answered_calls,
  ];
  return given(label, whole(missed.length), { rows: missed.flatMap((day) => day.attendance), rules });
}

/** Misses − min(allowance, misses that the allowance is for). */
export function uncoveredMissesTrace(target: DailyTarget, days: readonly AssessedDay[]): Trace {
  const { allowed_misses: allowed, retention_day: retention } = target;
  const missed = missesOf(target, days, LABELS.missed);
  const allowance = ruled(LABELS.allowed, { ...allowed.count, value: whole(allowed.count.value) });
  const coverable =
    allowed.on.value === 'any_day'
      ? missed
      : given(LABELS.missed_retention, whole(days.filter((day) => !day.met && day.retention_day).length), {
          rules: [retention.campaign, retention.share_at_least],
        });
  const covered = computed('least', LABELS.covered, [allowance, coverable], { rules: [allowed.on] });
  return computed('difference', LABELS.uncovered, [missed, covered]);
}
