/** Clawbacks: what this month takes back for sign-ups that closed months paid (handbook, section 5). */
import { type Exact, whole } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import type { Localized } from '../base/localized.js';
import { byText } from '../base/order.js';
import { dateOf, daysBetween, fullMonths, lastDay, type Month, shiftMonth } from '../base/period.js';
import type { BillingRow, IncidentRow, MonthExports } from '../input/records.js';
import type { ClawbackSchedule } from '../rules/clawback-shape.js';
import type { Value } from '../rules/mark.js';
import type { Plans } from '../rules/plans.js';
import { customerProduct, judgeByBilling } from './outcomes.js';
import type { ClosedMonth, ClosedSignup, Past } from './past.js';
import { payLine, type PayLine } from './pay-line.js';
import { asRow, forcingIncidents } from './prior-period.js';
import { lineRounding } from './rounding.js';
import { applyScale } from './scales.js';
import { isTakenBack, StillPaid } from './still-paid.js';
import { computed, given, type Trace } from './trace.js';

const LABELS = {
  clawback: { en: 'clawback', zh: '追回' },
  amount: { en: 'amount', zh: '金额' },
  months: { en: 'full months that the customer kept it', zh: '客户在用满月数' },
  days: { en: 'days that the customer kept it', zh: '客户在用天数' },
} satisfies Record<string, Localized>;

/** A sign-up that is taken back, and the values of the rule file that say so. */
interface TakenBack {
  readonly signup: ClosedSignup;
  readonly month: ClosedMonth;
  readonly points: Exact;
  readonly clause: string;
  readonly rows: readonly (BillingRow | IncidentRow)[];
  readonly rules: readonly Value<unknown>[];
  /** The share of what was paid that is taken back; left out: all of it. */
  readonly share?: Trace;
}

/**
 * Clawbacks: sign-ups that closed months paid and that turn out forced, or cancelled within the window; each once, and
 * of a month's product never more than was paid for it. `late`: what this month pays for closed ones.
 */
export function clawbackLines(
  plans: Plans,
  exports: MonthExports,
  past: Past,
  late: readonly PayLine[],
): PayLine[] {
  const taken = new Map<string, TakenBack>();
  for (const one of [...forcedLater(plans, exports, past), ...cancelledLater(plans, exports, past)]) {
    if (!taken.has(one.signup.signup_id)) taken.set(one.signup.signup_id, one);
  }
  const groups = groupBy(taken.values(), ({ month, signup }) =>
    [month.month, signup.agent_id, signup.product].join('\t'),
  );
  const lines = new Map(
    [...groups.values()].flatMap((own) => linesOf(own, late).map((line) => [line.line_id, line])),
  );
  // In the order in which they were found.
  return [...taken.keys()].flatMap((id) => lines.get(lineId(id)) ?? []);
}

/** The lines of one agent's product of a closed month, each on what those before it left. */
function linesOf(own: readonly TakenBack[], late: readonly PayLine[]): PayLine[] {
  const [first] = own;
  if (!first) return [];
  const left = new StillPaid(first.month, first.signup, late);
  return own.flatMap((one) => {
    const line = clawbackLine(one, left);
    left.take(one.points, line.amount);
    return line.amount.n === 0n ? [] : [line];
  });
}

const lineId = (signup: string): string => `clawback:${signup}`;

function clawbackLine(
  { signup, month, points, clause, rows, rules, share }: TakenBack,
  left: StillPaid,
): PayLine {
  const part = left.partOf(points, { rows: [signup.at, ...rows.map((row) => row.at)], rules });
  return payLine({
    line_id: lineId(signup.signup_id),
    agent_id: signup.agent_id,
    component: 'clawback',
    name: LABELS.clawback,
    clause,
    column: 'clawbacks',
    prior: { month: month.month, product: signup.product, signup_id: signup.signup_id },
    exact: share ? computed('product', LABELS.amount, [part, share]) : part,
    rounding: lineRounding(month.plans.of(signup.agent_id)),
  });
}

/** The points that can still be taken back for a sign-up. */
const standing = (signup: ClosedSignup): Exact | undefined =>
  isTakenBack(signup) ? undefined : signup.paid_points;

function forcedLater(plans: Plans, exports: MonthExports, past: Past): TakenBack[] {
  const incidents = groupBy(forcingIncidents(plans, exports), (row) => row.signup_id ?? '');
  return past.months.flatMap((month) =>
    month.signups.flatMap((signup): TakenBack[] => {
      const rows = incidents.get(signup.signup_id);
      const points = standing(signup);
      if (!rows || !points) return [];
      const forcing = plans.of(signup.agent_id).counting?.forced_by;
      if (!forcing) return [];
      return [{ signup, month, points, clause: forcing.mark.clause, rows, rules: [forcing] }];
    }),
  );
}

function cancelledLater(plans: Plans, exports: MonthExports, past: Past): TakenBack[] {
  const { billing } = exports;
  if (!billing) return [];
  const bills = groupBy(billing, customerProduct);
  return past.months.flatMap((month) =>
    month.signups.flatMap((signup): TakenBack[] => {
      const points = standing(signup);
      const rule = plans.of(signup.agent_id).clawback;
      const window = rule?.window_months;
      if (!points || !window || month.month < shiftMonth(exports.month, -window.value)) return [];
      const then = month.plans.of(signup.agent_id);
      const verdict = judgeByBilling(asRow(signup), bills.get(customerProduct(signup)) ?? [], then);
      if (verdict.outcome !== 'reversed') return [];
      const rules = [window];
      const taken = { signup, month, points, clause: window.mark.clause, rows: verdict.billing, rules };
      const share = rule.schedule && shareTaken(rule.schedule, signup, verdict.billing, exports.month);
      return [{ ...taken, ...(share ? { share } : {}) }];
    }),
  );
}

/** The part of what was paid that a schedule takes back, by how long the customer kept the product. */
function shareTaken(
  { kept_in, takes }: ClawbackSchedule,
  { signed_at }: ClosedSignup,
  bills: readonly BillingRow[],
  month: Month,
): Trace {
  const dates = bills.flatMap(({ cancelled_on }) => (cancelled_on === undefined ? [] : [cancelled_on]));
  // Without a date the customer may have kept it until the month's end: what can't be shown is not taken.
  const until = dates.toSorted(byText)[0] ?? lastDay(month);
  const from = dateOf(signed_at);
  const kept = kept_in.value === 'months' ? fullMonths(from, until) : Math.max(0, daysBetween(from, until));
  const label = LABELS[kept_in.value];
  const rows = bills.map((bill) => bill.at);
  return applyScale(takes, given(label, whole(kept), { rows, rules: [kept_in] }));
}
