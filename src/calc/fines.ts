/** Fines: handbook, section 5 (C-3, C-4, S-1, S-2, A-2). */
import { type Exact, formatShort, greatest, least, ONE, sum, whole, ZERO } from '../base/exact.js';
import { indexBy } from '../base/group.js';
import type { Localized } from '../base/localized.js';
import { byKeys, byText } from '../base/order.js';
import { type Problem, problem } from '../base/problem.js';
import type { AttendanceRow, BillingRow, IncidentRow } from '../input/records.js';
import { CALC_PROBLEMS } from '../problems/calc.js';
import type { Value } from '../rules/mark.js';
import type { AttendanceFine, Component, IncidentFine, Plan, TestFine } from '../rules/plan.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import { dayWages } from './amounts.js';
import { countedTrace, nextUnitPoints, yuanPerPoint } from './commission.js';
import { monthlyBase } from './measures.js';
import { byDecision, customerProduct, type JudgedSignup, productOf } from './outcomes.js';
import { payLine, type PayLine } from './pay-line.js';
import { applyScale } from './scales.js';
import { computed, given, rounded, ruled, type Trace } from './trace.js';

type FineComponent = Extract<Component, { kind: 'fine' }>;

export interface FineResult {
  readonly lines: readonly PayLine[];
  readonly problems: readonly Problem[];
}

const LABELS = {
  fine: { en: 'fine', zh: '扣款' },
  times: { en: 'times', zh: '倍数' },
  billed: { en: "billed for the sign-up's customer and product", zh: '该客户该业务已出账金额' },
  refund: { en: 'refund, not below zero', zh: '退款（不小于零）' },
  zero: { en: 'nothing', zh: '零' },
  standard: { en: 'standard', zh: '标准' },
  result: { en: 'result', zh: '成绩' },
  result_down: { en: 'result, rounded down', zh: '成绩（舍去小数）' },
  short: { en: 'short of the standard', zh: '低于标准' },
  per_unit: { en: 'for each', zh: '每少一个' },
  minutes: { en: 'minutes charged', zh: '计扣分钟' },
  days: { en: 'day', zh: '天' },
} satisfies Record<string, Localized>;

/** The fines of one component for the whole month, each agent's with its lines in order. */
export function evaluateFine(key: string, component: FineComponent, month: MonthFacts): FineResult {
  const { fine } = component;
  const line = (facts: AgentFacts, parts: FineParts): PayLine => fineLine(key, component, facts, parts);
  switch (fine.kind) {
    case 'incident':
      return { lines: incidentFines(fine, month, line), problems: [] };
    case 'test':
      return merge(month.agents.map((facts) => testFines(fine, facts, month, line)));
    case 'attendance':
      return merge(month.agents.map((facts) => attendanceFines(key, fine, facts, month.plan, line)));
  }
}

interface FineParts {
  readonly date: PayLineDate;
  readonly source: string;
  readonly exact: Trace;
  readonly quantity?: Exact;
  readonly rate?: Exact;
}

type PayLineDate = NonNullable<PayLine['penalty']>['date'];
type MakeLine = (facts: AgentFacts, parts: FineParts) => PayLine;

function fineLine(key: string, component: FineComponent, facts: AgentFacts, parts: FineParts): PayLine {
  const { date, source, ...rest } = parts;
  return payLine({
    line_id: `${key}:${source}`,
    agent_id: facts.agent.agent_id,
    component: key,
    name: component.name,
    clause: component.clause,
    column: 'penalties',
    penalty: { class: component.class, date, source },
    ...rest,
  });
}

function merge(results: readonly FineResult[]): FineResult {
  return { lines: results.flatMap((one) => one.lines), problems: results.flatMap((one) => one.problems) };
}

/** Whether a line of this exact amount is worth being one. */
const pays = (exact: Trace): boolean => exact.value.n !== 0n;

/**
 * Fines for upheld incidents, across all agents in the order of the decisions: one sign-up is fined once, and
 * one customer and product refunded once, whoever signed it.
 */
function incidentFines(fine: IncidentFine, month: MonthFacts, line: MakeLine): PayLine[] {
  const agents = indexBy(month.agents, (facts) => facts.agent.agent_id);
  const signups = indexBy(month.signups, (one) => one.row.signup_id);
  const incidents = month.agents.flatMap((facts) => facts.incidents ?? []).toSorted(byDecision);
  const settled = new Set<string>();
  return incidents.flatMap((incident): PayLine[] => {
    const facts = agents.get(incident.agent_id);
    if (!facts || !isCharged(fine, incident, month)) return [];
    const signup = incident.signup_id === undefined ? undefined : signups.get(incident.signup_id);
    const once = onceKey(fine, incident, signup);
    if (settled.has(once)) return [];
    settled.add(once);
    if (fine.charge.kind === 'refund' && incident.refunded === 'yes') return [];
    const exact = incidentCharge(fine, incident, facts, signup, month);
    return exact && pays(exact)
      ? [line(facts, { date: incident.date, source: incident.incident_id, exact })]
      : [];
  });
}

function isCharged(fine: IncidentFine, incident: IncidentRow, month: MonthFacts): boolean {
  if (incident.kind !== fine.incident) return false;
  if (fine.causes && !(incident.cause && fine.causes.value.includes(incident.cause))) return false;
  return fine.on_top_of_forced?.value !== false || !isForced(incident, month);
}

/** Whether the incident's sign-up is fined as a forced one already. */
function isForced(incident: IncidentRow, month: MonthFacts): boolean {
  const forcing = month.plan.counting.forced_by.value;
  return month.agents.some((facts) =>
    (facts.incidents ?? []).some((other) => other.kind === forcing && other.signup_id === incident.signup_id),
  );
}

/** What may be charged only once: a sign-up, a refunded customer and product, or a case without a sign-up. */
function onceKey(fine: IncidentFine, incident: IncidentRow, signup: JudgedSignup | undefined): string {
  if (incident.signup_id === undefined) return incident.incident_id;
  switch (fine.once_per.value) {
    case 'incident':
      return incident.incident_id;
    case 'signup':
      return incident.signup_id;
    case 'customer_product':
      return signup ? customerProduct(signup.row) : incident.signup_id;
  }
}

function incidentCharge(
  fine: IncidentFine,
  incident: IncidentRow,
  facts: AgentFacts,
  signup: JudgedSignup | undefined,
  month: MonthFacts,
): Trace | undefined {
  const optional = [fine.causes, fine.on_top_of_forced].filter((rule) => rule !== undefined);
  const because = { rows: [incident.at], rules: [fine.once_per, ...optional] };
  switch (fine.charge.kind) {
    case 'amount':
      return {
        ...ruled(LABELS.fine, fine.charge.amount),
        ...because,
        rules: [fine.charge.amount, ...because.rules],
      };
    case 'times_points': {
      if (!signup) return undefined;
      const code = signup.row.product;
      const points = nextUnitPoints(productOf(month.plan, code), code, (other) => countedOf(facts, other));
      const times = ruled(LABELS.times, fine.charge.times_points);
      return computed('product', LABELS.fine, [points, yuanPerPoint(month.plan), times], {
        rows: [incident.at, signup.row.at],
        rules: [fine.charge.points_of, fine.charge.on_top_of_reversal, ...because.rules],
      });
    }
    case 'refund': {
      if (!signup) return undefined;
      const rows = billedRows(month, signup);
      const billed = given(LABELS.billed, sum(rows.map((row) => row.amount)), {
        rows: rows.map((row) => row.at),
      });
      return computed('greatest', LABELS.refund, [billed, given(LABELS.zero, ZERO)], {
        rows: [incident.at],
        rules: [fine.charge.refund, ...because.rules],
      });
    }
  }
}

function countedOf(facts: AgentFacts, product: string): Trace {
  return countedTrace(facts.commission.find((one) => one.product === product)?.signups ?? []);
}

/** Every row of the extract for the sign-up's customer and product, those of before the sign-up too. */
function billedRows(month: MonthFacts, signup: JudgedSignup): readonly BillingRow[] {
  return month.billing.get(customerProduct(signup.row)) ?? [];
}

/** S-1, S-2: the month's last result counts; who took none is not fined, with a warning. */
function testFines(fine: TestFine, facts: AgentFacts, month: MonthFacts, line: MakeLine): FineResult {
  if (!facts.tests) return { lines: [], problems: [] };
  const last = facts.tests
    .filter((row) => row.test === fine.test)
    .toSorted((a, b) => byText(a.date, b.date))
    .at(-1);
  if (!last) {
    if (!facts.employed) return { lines: [], problems: [] };
    const test = month.plan.tests[fine.test]?.name ?? { en: fine.test, zh: fine.test };
    const params = { agent: facts.agent.agent_id, test };
    return { lines: [], problems: [problem(CALC_PROBLEMS.no_test, facts.agent.at, params)] };
  }
  const taken = given(LABELS.result, last.result, { rows: [last.at], rules: [fine.result_rounded] });
  const counted =
    fine.result_rounded.value === 'down' ? rounded(LABELS.result_down, taken, 0, 'down') : taken;
  const short = computed('greatest', LABELS.short, [
    computed('difference', LABELS.short, [ruled(LABELS.standard, fine.standard), counted]),
    given(LABELS.zero, ZERO),
  ]);
  const exact = computed('product', LABELS.fine, [short, ruled(LABELS.per_unit, fine.per_unit)]);
  if (!pays(exact)) return { lines: [], problems: [] };
  const parts = { date: last.date, source: formatShort(last.result), exact };
  return {
    lines: [line(facts, { ...parts, quantity: short.value, rate: fine.per_unit.value })],
    problems: [],
  };
}

/** a charge for each attendance row of the offence, after what the month allows free. */
function attendanceFines(
  key: string,
  fine: AttendanceFine,
  facts: AgentFacts,
  plan: Plan,
  line: MakeLine,
): FineResult {
  const rows = offences(fine, facts, plan).slice(fine.free_occurrences?.value ?? 0);
  const problems: Problem[] = [];
  let freeMinutes = fine.free_minutes?.value ?? 0;
  const lines = rows.flatMap((row): PayLine[] => {
    const free = least(whole(freeMinutes), whole(row.minutes ?? 0));
    freeMinutes -= Number(free.n);
    const exact = attendanceCharge(fine, row, free, facts, offenceRules(fine, row, plan));
    if (!('op' in exact)) {
      const kind = exact.lacks === 'minutes' ? CALC_PROBLEMS.no_minutes : CALC_PROBLEMS.no_monthly_base;
      const place = exact.lacks === 'minutes' ? row.at : facts.agent.at;
      problems.push(problem(kind, place, { agent: facts.agent.agent_id, date: row.date, component: key }));
      return [];
    }
    return pays(exact) ? [line(facts, { date: row.date, source: `${row.status}:${row.date}`, exact })] : [];
  });
  return { lines, problems };
}

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
  if (charge.kind === 'minutes') return applyScale(charge.minutes, minutes);
  return computed('product', LABELS.fine, [minutes, ruled(LABELS.per_unit, charge.per_minute)]);
}
