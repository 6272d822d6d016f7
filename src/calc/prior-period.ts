/** Prior-period lines: what this month pays for closed months (handbook, sections 1 and 5). */
import { type Exact, whole, ZERO } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import type { Localized } from '../base/localized.js';
import { byKeys, byText } from '../base/order.js';
import { dateOf, type Month, shiftMonth } from '../base/period.js';
import type { BillingRow, IncidentRow, MonthExports, SignupRow } from '../input/records.js';
import type { Counting, Plan } from '../rules/plan.js';
import type { Plans } from '../rules/plans.js';
import { pointsFor, unitPoints } from './commission.js';
import { type Counted, type Days, isWithin } from './dated-points.js';
import { customerProduct, judgeByBilling, productOf } from './outcomes.js';
import type { ClosedMonth, ClosedSignup, Past, UnlistedCounts } from './past.js';
import { payLine, type PayLine } from './pay-line.js';
import { paidPoints, type PayingPoints, worthOf } from './points-worth.js';
import { lineRounding } from './rounding.js';
import { computed, given, type Trace } from './trace.js';

/** A sign-up of a closed month that this month's extract made count, with the points paid for it now. */
export interface LateSignup {
  readonly signup: ClosedSignup;
  readonly month: Month;
  readonly points: Exact;
}

/** What a closed month's sign-ups bring this month. */
export interface PriorPeriod {
  readonly lines: readonly PayLine[];
  readonly late: readonly LateSignup[];
}

const LABELS = {
  counted: { en: 'counted sign-ups of that month by now', zh: '该月至今算量户数' },
  due: { en: 'due for all that counts by now', zh: '按至今算量应付' },
  paid: { en: 'paid for it so far', zh: '已付' },
  difference: { en: 'due minus paid', zh: '应付减已付' },
  prior: { en: 'prior period', zh: '往期补发' },
  blocked: { en: 'kept back by the wage guard before', zh: '此前因工资保护未扣' },
} satisfies Record<string, Localized>;

/** As a sign-up row, for judging it by a later extract. */
export const asRow = ({
  signup_id,
  agent_id,
  signed_at,
  customer_no,
  product,
  at,
}: ClosedSignup): SignupRow => ({
  signup_id,
  agent_id,
  signed_at,
  customer_no,
  product,
  at,
});

/** The closed month just before this one, if there is one. */
export function monthBefore(past: Past, month: Month): ClosedMonth | undefined {
  const last = past.months.at(-1);
  return last?.month === shiftMonth(month, -1) ? last : undefined;
}

/**
 * Late evidence: sign-ups of the month before that had no bill, or not the one they need, and that this
 * month's extract alone makes count. What is paid is the month's product commission with all that counts by
 * now, minus what was paid for it, by the components that paid his points in it. Not for a customer and product signed up again this month, nor for a
 * sign-up that an incident of this month names as forced.
 */
export function lateEvidence(plans: Plans, exports: MonthExports, past: Past): PriorPeriod {
  const before = monthBefore(past, exports.month);
  if (!before || !exports.billing) return { lines: [], late: [] };
  const late = lateSignups(plans, exports, exports.billing, before);
  const agents = [...groupBy(late, (signup) => signup.agent_id)].toSorted(byKeys(([agent]) => agent));
  const results = agents.flatMap(([agent, own]) => {
    const evidence = paidEvidence(plans.of(agent));
    return evidence ? [payLate(evidence, before, agent, own)] : [];
  });
  return { lines: results.flatMap((one) => one.lines), late: results.flatMap((one) => one.late) };
}

/** Whether late evidence is paid, as the rule file says. */
type Evidence = Counting['late_evidence'];

function paidEvidence({ counting }: Plan): Evidence | undefined {
  return counting?.late_evidence.value === 'pay' ? counting.late_evidence : undefined;
}

function lateSignups(
  plans: Plans,
  exports: MonthExports,
  billing: readonly BillingRow[],
  before: ClosedMonth,
): ClosedSignup[] {
  const bills = groupBy(billing, customerProduct);
  const again = new Set(exports.signups.map(customerProduct));
  const forced = new Set(forcingIncidents(plans, exports).map((incident) => incident.signup_id));
  return before.signups.filter((signup) => {
    if (!paidEvidence(plans.of(signup.agent_id))) return false;
    if (signup.outcome !== 'unbilled' && signup.outcome !== 'no_billing') return false;
    if (again.has(customerProduct(signup)) || forced.has(signup.signup_id)) return false;
    const rows = bills.get(customerProduct(signup)) ?? [];
    return judgeByBilling(asRow(signup), rows, before.plans.of(signup.agent_id)).outcome === 'counted';
  });
}

/** Upheld incidents of the forcing kind. */
export function forcingIncidents(plans: Plans, exports: MonthExports): IncidentRow[] {
  return (exports.incidents ?? []).filter(
    (row) => row.upheld === 'yes' && row.kind === plans.of(row.agent_id).counting?.forced_by.value,
  );
}

function payLate(
  evidence: Evidence,
  before: ClosedMonth,
  agent: string,
  late: readonly ClosedSignup[],
): PriorPeriod {
  const paying = paidPoints(before, agent);
  // The month would not have paid him for it either.
  if (paying.length === 0) return { lines: [], late: [] };
  const then = before.plans.of(agent);
  const own = before.signups.filter((signup) => signup.agent_id === agent);
  const isLate = new Set(late);
  const counting = own.filter((signup) => signup.outcome === 'counted' || isLate.has(signup));
  const unlisted = before.unlisted.filter((one) => one.agent_id === agent);
  const counted: Counted = (code, days) =>
    countedInAll(
      LABELS.counted,
      counting.filter((signup) => signup.product === code),
      unlisted.filter((one) => one.product === code),
      days,
    );
  const products = [...new Set([...own, ...unlisted].map((one) => one.product))].toSorted(byText);
  return {
    lines: products.flatMap((code) => priorLine(evidence, before, agent, code, paying, counted)),
    late: products.flatMap((code) => {
      const units = counting.filter((signup) => signup.product === code);
      const inOrder = [
        ...units.filter((signup) => !isLate.has(signup)).toSorted(bySigning),
        ...units.filter((signup) => isLate.has(signup)).toSorted(bySigning),
      ];
      const total = pointsFor(then, code, counted).value;
      const unknown = Number(counted(code).value.n) - units.length;
      // Units known by number alone come before the late ones, like all that counted in time.
      const days = [
        ...Array.from({ length: unknown }, () => undefined),
        ...inOrder.map((signup) => dateOf(signup.signed_at)),
      ];
      const points = unitPoints(then, code, days, counted, total).slice(unknown);
      return inOrder.flatMap((signup, index) =>
        isLate.has(signup) ? [{ signup, month: before.month, points: points[index] ?? ZERO }] : [],
      );
    }),
  };
}

/**
 * A counted number of a closed month, or of some of its days: the sign-ups that are listed, and those known by number
 * alone, which go by the month's first day.
 */
export function countedInAll(
  label: Localized,
  all: readonly ClosedSignup[],
  unlisted: readonly UnlistedCounts[],
  days?: Days,
): Trace {
  const listed = days ? all.filter((one) => isWithin(one, days)) : all;
  const others = unlisted.filter((one) => one.counted > 0 && days?.from === undefined);
  const count = others.reduce((total, one) => total + one.counted, listed.length);
  return given(label, whole(count), { rows: [...listed, ...others].map((one) => one.at) });
}

const bySigning = byKeys<ClosedSignup>(
  (signup) => signup.signed_at,
  (signup) => signup.signup_id,
);

/** One product's line, where what is due by now differs from what was paid. */
function priorLine(
  evidence: Evidence,
  before: ClosedMonth,
  agent: string,
  code: string,
  paying: readonly PayingPoints[],
  counted: Counted,
): PayLine[] {
  const then = before.plans.of(agent);
  const due = worthOf(LABELS.due, then, paying, pointsFor(then, code, counted));
  const paid = before.paid.find((one) => one.agent_id === agent && one.product === code)?.amount ?? ZERO;
  const exact = computed('difference', LABELS.difference, [due, given(LABELS.paid, paid)], {
    rules: [evidence],
  });
  if (exact.value.n === 0n) return [];
  return [
    payLine({
      line_id: `prior_period:${before.month}:${code}`,
      agent_id: agent,
      component: 'prior_period',
      name: LABELS.prior,
      clause: productOf(then, code).clause,
      column: 'prior_period',
      prior: { month: before.month, product: code },
      exact,
      rounding: lineRounding(then),
    }),
  ];
}

/** Penalties that the wage guard blocked in the month before: they return as lines of this one. */
export function returningPenalties(plans: Plans, past: Past): PayLine[] {
  return past.blocked.map((blocked) => {
    const component = plans.of(blocked.agent_id).components[blocked.component];
    return payLine({
      line_id: `carried:${blocked.line_id.replace(/^carried:/, '')}`,
      agent_id: blocked.agent_id,
      component: blocked.component,
      name: component?.name ?? LABELS.blocked,
      clause: component?.clause ?? blocked.class.mark.clause,
      column: 'penalties',
      penalty: { class: blocked.class, date: blocked.date, source: blocked.source },
      exact: given(LABELS.blocked, blocked.amount),
      rounding: lineRounding(plans.of(blocked.agent_id)),
    });
  });
}
