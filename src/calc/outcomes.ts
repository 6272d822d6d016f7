/** What becomes of a month's sign-ups: handbook, section 1 (P-21, P-22, C-1, C-2). */
import { computedOnce } from '../base/computed-once.js';
import { sum } from '../base/exact.js';
import { byKeys } from '../base/order.js';
import { dateOf, type Month, monthOf, type PlainTime, shiftMonth } from '../base/period.js';
import {
  type BillingRow,
  type IncidentRow,
  type Outcome,
  OUTCOMES,
  type SignupRow,
} from '../input/records.js';
import type { Value } from '../rules/mark.js';
import type { Counting, Plan } from '../rules/plan.js';
import { planOn } from '../rules/plan-on.js';
import type { Plans } from '../rules/plans.js';

export { type Outcome, OUTCOMES };

/** A sign-up with its outcome and all that decided it. */
export interface JudgedSignup {
  readonly row: SignupRow;
  readonly outcome: Outcome;
  /** Of a duplicate: the sign-up that came first; by another agent, it is contested. */
  readonly first?: SignupRow;
  /** Of a forced one: the incident. */
  readonly incident?: IncidentRow;
  /** Billing rows that were looked at, and those of before the sign-up, which prove nothing about it. */
  readonly billing: readonly BillingRow[];
  readonly ignored: readonly BillingRow[];
  /** Counted before its bill is known, in a provisional run. */
  readonly pending: boolean;
  /** Values of the rule file that the outcome rests on. */
  readonly rules: readonly Value<unknown>[];
}

/** Which sign-ups count. Only products have sign-ups, and no plan with products was read without it. */
export function countingOf({ counting }: Plan): Counting {
  if (!counting) throw new Error('sign-ups without `counting` in the rule file');
  return counting;
}

/** The day whose billing extract judges the sign-ups of a month (C-1). */
export function extractDay(plan: Plan, month: Month): string {
  return `${shiftMonth(month, 1)}-${String(countingOf(plan).extract_day.value).padStart(2, '0')}`;
}

/** The key that a sign-up and its billing rows share. A tab can stand in neither part. */
export const customerProduct = (row: { customer_no: string; product: string }): string =>
  `${row.customer_no}\t${row.product}`;

/** The order of sign-ups: by time, then id. */
export const bySigning = byKeys<SignupRow>(
  (row) => row.signed_at,
  (row) => row.signup_id,
);

/** Outcomes 3 to 6: what the billing extract says, and by which rules. */
export type BillingVerdict = Pick<JudgedSignup, 'billing' | 'ignored' | 'rules'> & {
  readonly outcome: Exclude<Outcome, 'duplicate' | 'forced'>;
};

const NO_ROWS: readonly BillingRow[] = [];

/** Judges a sign-up by the rows of one billing extract for its customer and product, and by the plan of its day. */
export function judgeByBilling(row: SignupRow, rows: readonly BillingRow[], month: Plan): BillingVerdict {
  const plan = planOn(month, dateOf(row.signed_at));
  const counting = countingOf(plan);
  const dropsEarly = counting.rows_before_signup.value === 'ignore';
  // Nearly no sign-up has such rows, and a month of many sign-ups may be judged by many plans.
  const hasEarly = dropsEarly && rows.some((bill) => isBefore(bill, row));
  const ignored = hasEarly ? rows.filter((bill) => isBefore(bill, row)) : NO_ROWS;
  const billing = hasEarly ? rows.filter((bill) => !ignored.includes(bill)) : rows;
  const early = hasEarly ? [counting.rows_before_signup] : [];
  const reversal = billing.find((bill) => counting.reversed_by.value.includes(bill.status));
  if (reversal)
    return {
      outcome: 'reversed',
      billing,
      ignored,
      rules: [counting.reversed_by, counting.reversal_takes, ...early],
    };
  const product = productOf(plan, row.product);
  const basis = counting.bases[product.counts_on.value];
  if (!basis) throw new Error(`no counting basis ${product.counts_on.value}`);
  if (basis.kind === 'without_bill') {
    const outcome = basis.without_bill.value ? 'counted' : billing.length > 0 ? 'unbilled' : 'no_billing';
    return { outcome, billing, ignored, rules: [product.counts_on, basis.without_bill, ...early] };
  }
  const fees = billing.flatMap((bill) => (basis.sum_of.value.includes(bill.fee_type) ? [bill.amount] : []));
  const billed = sum(fees).compare(basis.above.value) > 0;
  const outcome = billed ? 'counted' : billing.length > 0 ? 'unbilled' : 'no_billing';
  return { outcome, billing, ignored, rules: [product.counts_on, basis.sum_of, basis.above, ...early] };
}

function isBefore(bill: BillingRow, row: SignupRow): boolean {
  return (
    (bill.cancelled_on !== undefined && bill.cancelled_on < dateOf(row.signed_at)) ||
    bill.bill_month < monthOf(row.signed_at)
  );
}

/** The product that `code` names. Sign-ups of unknown products were refused when they were read. */
export function productOf(plan: Plan, code: string): Plan['products'][string] {
  const product = plan.products[code];
  if (!product) throw new Error(`no product ${code} in the rule file`);
  return product;
}

/** The product of a sign-up as it is on the sign-up's day. */
export const productOn = (
  plan: Plan,
  { product, signed_at }: { readonly product: string; readonly signed_at: PlainTime },
): Plan['products'][string] => productOf(planOn(plan, dateOf(signed_at)), product);

/** What sign-ups are judged by beside the rules. */
export interface Evidence {
  readonly signups: readonly SignupRow[];
  /** By customer and product; undefined in a provisional run: then what still waits for its bill counts. */
  readonly billing: ReadonlyMap<string, readonly BillingRow[]> | undefined;
  readonly incidents: readonly IncidentRow[] | undefined;
}

interface Judgement extends Evidence {
  readonly rules: readonly object[];
  readonly judged: readonly JudgedSignup[];
}

const judgements = new WeakMap<readonly SignupRow[], Judgement[]>();

/**
 * Judges every sign-up of a month by its agent's plan, in the order they were signed: once for all rule files that
 * judge by the same rules.
 */
export function judgeSignups(plans: Plans, evidence: Evidence): readonly JudgedSignup[] {
  const { signups, billing, incidents } = evidence;
  const rules = judgingRules(plans);
  if (!rules) return judgedBy(plans, evidence);
  const known = computedOnce(judgements, signups, (): Judgement[] => []);
  const before = known.find(
    (one) => one.billing === billing && one.incidents === incidents && areSame(one.rules, rules),
  );
  if (before) return before.judged;
  const judged = judgedBy(plans, evidence);
  known.push({ ...evidence, rules, judged });
  return judged;
}

/** All that `judgedBy` asks of one plan for the whole month; undefined where there is not one. */
function judgingRules({ all }: Plans): readonly object[] | undefined {
  const [{ changes, counting, products }, ...others] = all;
  if (changes || !counting || others.length > 0) return undefined;
  return [counting, ...Object.values(products).map((product) => product.counts_on)];
}

const areSame = (some: readonly object[], others: readonly object[]): boolean =>
  some.length === others.length && some.every((one, index) => one === others[index]);

function judgedBy(plans: Plans, { signups, billing, incidents }: Evidence): JudgedSignup[] {
  const forced = forcedSignups(plans, incidents ?? []);
  return computedOnce(inOrder, signups, orderOf).map(({ row, first, subject }): JudgedSignup => {
    const none = { billing: [], ignored: [], pending: false, rules: [] };
    if (first) return { row, outcome: 'duplicate', first, ...none };
    const plan = plans.of(row.agent_id);
    const incident = forced.get(row.signup_id);
    if (incident) return { row, outcome: 'forced', incident, ...none, rules: [countingOf(plan).forced_by] };
    if (!billing) {
      const rules = [productOn(plan, row).counts_on];
      return { row, outcome: 'counted', ...none, pending: true, rules };
    }
    return { row, pending: false, ...judgeByBilling(row, billing.get(subject) ?? [], plan) };
  });
}

/** A sign-up in the order of signing, with the first one of its customer and product where it is not that itself. */
interface OrderedSignup {
  readonly row: SignupRow;
  readonly first: SignupRow | undefined;
  /** Customer and product. */
  readonly subject: string;
}

/** Whatever rules a month is judged by, what was signed first stays first. */
const inOrder = new WeakMap<readonly SignupRow[], readonly OrderedSignup[]>();

function orderOf(signups: readonly SignupRow[]): OrderedSignup[] {
  const firsts = new Map<string, SignupRow>();
  return signups.toSorted(bySigning).map((row) => {
    const subject = customerProduct(row);
    const first = firsts.get(subject);
    if (!first) firsts.set(subject, row);
    return { row, first, subject };
  });
}

/** The order of incidents: by the date of the decision, then id. */
export const byDecision = byKeys<IncidentRow>(
  (row) => row.date,
  (row) => row.incident_id,
);

/** Sign-ups that an upheld incident of the forcing kind names, with the first such incident of each. */
function forcedSignups(plans: Plans, incidents: readonly IncidentRow[]): Map<string, IncidentRow> {
  const forced = new Map<string, IncidentRow>();
  for (const incident of incidents.toSorted(byDecision)) {
    const { counting } = plans.of(incident.agent_id);
    const forcing = incident.kind === counting?.forced_by.value && incident.upheld === 'yes';
    if (!forcing || incident.signup_id === undefined || forced.has(incident.signup_id)) continue;
    forced.set(incident.signup_id, incident);
  }
  return forced;
}
