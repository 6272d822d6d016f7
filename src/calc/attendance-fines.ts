/** Fines by attendance: A-2, and what counts as absence. */
import { type Exact, greatest, least, ONE, whole, ZERO } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import { byKeys } from '../base/order.js';
import { type Problem, problem } from '../base/problem.js';
import type { AttendanceRow } from '../input/records.js';
import { CALC_PROBLEMS } from '../problems/calc.js';
import type { Value } from '../rules/mark.js';
import type { AttendanceFine, Plan } from '../rules/plan.js';
import type { AgentFacts } from './agent-facts.js';
import { dayWages } from './amounts.js';
import { type DatedFine, type FineResult, type MakeLine, pays, type Waived } from './fine-line.js';
import { monthlyBase } from './built-in-measures.js';
import type { PayLine } from './pay-line.js';
import { applyScale } from './scales.js';
import { rulesOf } from './rests-on.js';
import { computed, given, ruled, type Trace } from './trace.js';

const LABELS = {
  fine: { en: 'fine', zh: '扣款' },
  per_unit: { en: 'for each', zh: '每分钟' },
  minutes: { en: 'minutes charged', zh: '计扣分钟' },
  days: { en: 'day', zh: '天' },
} satisfies Record<string, Localized>;

/** A charge for each attendance row of the offence, by its day, after what the month allows free. */
export function attendanceFines(
  key: string,
  { fine, on }: DatedFine<AttendanceFine>,
  facts: AgentFacts,
  plan: Plan,
  line: MakeLine,
): FineResult {
  const all = offences(fine, facts, plan);
  const free = all.slice(0, fine.free_occurrences?.value ?? 0);
  const { agent_id } = facts.agent;
  const waived = free.map((row) => waive(agent_id, WHY.free, row, offenceRules(fine, row, plan)));
  const problems: Problem[] = [];
  let freeMinutes = fine.free_minutes?.value ?? 0;
  const lines = all.slice(free.length).flatMap((row): PayLine[] => {
    const spared = least(whole(freeMinutes), whole(row.minutes ?? 0));
    freeMinutes -= Number(spared.n);
    const rules = offenceRules(fine, row, plan);
    const exact = attendanceCharge(on(row.date), row, spared, facts, rules);
    if (!('op' in exact)) {
      const kind = exact.lacks === 'minutes' ? CALC_PROBLEMS.no_minutes : CALC_PROBLEMS.no_monthly_base;
      const place = exact.lacks === 'minutes' ? row.at : facts.agent.at;
      problems.push(problem(kind, place, { agent: agent_id, date: row.date, component: key }));
      return [];
    }
    if (pays(exact)) return [line(facts, { date: row.date, source: `${row.status}:${row.date}`, exact })];
    waived.push(waive(agent_id, WHY.nothing, row, [...rules, ...rulesOf(exact)]));
    return [];
  });
  return { lines, waived, problems };
}

const WHY = {
  free: { en: 'within what the month allows free', zh: '在每月免扣次数内' },
  nothing: { en: 'the charge comes to nothing', zh: '扣款计算结果为零' },
} satisfies Record<string, Localized>;

const waive = (
  agent_id: string,
  why: Localized,
  row: AttendanceRow,
  rules: readonly Value<unknown>[],
): Waived => ({
  agent_id,
  why,
  rows: [row.at],
  rules: [...new Set(rules)],
});

function offences(fine: AttendanceFine, facts: AgentFacts, plan: Plan): AttendanceRow[] {
  const offence = fine.attendance.value;
  return facts.attendance
    .filter((row) => (offence === 'absence' ? isAbsence(row, plan) : row.status === offence))
    .toSorted(byDay);
}

/** The order in which the month's free occurrences and minutes are used up. */
const byDay = byKeys<AttendanceRow>(
  (row) => row.date,
  (row) => row.status,
);

/** Absence: marked so, or leave not approved that takes up the day. */
export function isAbsence(row: AttendanceRow, plan: Plan): boolean {
  if (row.status === 'absent') return true;
  const from = plan.checks.absence?.unapproved_leave_from_minutes.value;
  if (row.status !== 'leave' || row.approved !== 'no' || from === undefined) return false;
  return row.minutes === undefined || row.minutes >= from;
}

/** The values by which a row is an offence that is charged. */
function offenceRules(fine: AttendanceFine, row: AttendanceRow, plan: Plan): Value<unknown>[] {
  const { attendance, free_occurrences, free_minutes } = fine;
  const unapproved = row.status === 'leave' ? plan.checks.absence?.unapproved_leave_from_minutes : undefined;
  return [attendance, free_occurrences, free_minutes, unapproved].filter((rule) => rule !== undefined);
}

type Charge = Trace | { readonly lacks: 'minutes' | 'monthly_base' };

function attendanceCharge(
  fine: AttendanceFine,
  row: AttendanceRow,
  free: Exact,
  facts: AgentFacts,
  rules: readonly Value<unknown>[],
): Charge {
  const because = { rows: [row.at], rules };
  const { charge } = fine;
  if (charge.kind === 'per_occurrence') {
    return { ...ruled(LABELS.fine, charge.per_occurrence, ...rules), rows: [row.at] };
  }
  if (charge.kind === 'day_rate') {
    const base = monthlyBase(facts);
    if ('absent' in base) return { lacks: 'monthly_base' };
    return dayWages(charge.day_rate, base.trace, given(LABELS.days, ONE, because));
  }
  if (row.minutes === undefined) return { lacks: 'minutes' };
  const minutes = given(LABELS.minutes, greatest(ZERO, whole(row.minutes).sub(free)), because);
  if (charge.kind === 'minutes') {
    // What is free as a whole has no minutes that a scale could take for few.
    const isFree = minutes.value.n === 0n && free.n !== 0n;
    return isFree ? minutes : applyScale(charge.minutes, minutes);
  }
  return computed('product', LABELS.fine, [minutes, ruled(LABELS.per_unit, charge.per_minute)]);
}
