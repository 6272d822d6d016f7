/** Fines for upheld incidents: C-3, C-4. About sign-ups of this month and of closed ones. */
import { computedOnce } from '../base/computed-once.js';
import { sum, ZERO } from '../base/exact.js';
import { indexBy } from '../base/group.js';
import type { Localized } from '../base/localized.js';
import { monthOf } from '../base/period.js';
import type { IncidentRow, RowRef } from '../input/records.js';
import type { Value } from '../rules/mark.js';
import type { IncidentFine, Plan } from '../rules/plan.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import { countedTrace, nextUnitPoints, yuanPerPoint } from './commission.js';
import { type DatedFine, type FineResult, type MakeLine, pays, type Waived } from './fine-line.js';
import { byDecision, customerProduct, type JudgedSignup, productOn } from './outcomes.js';
import type { ClosedMonth, ClosedSignup, Past } from './past.js';
import type { PayLine } from './pay-line.js';
import { countedInAll } from './prior-period.js';
import { rulesOf } from './rests-on.js';
import { computed, given, type Ground, ruled, type Trace } from './trace.js';

const LABELS = {
  fine: { en: 'fine', zh: '扣款' },
  counted: { en: 'counted sign-ups of its own month', zh: '所属月份的算量户数' },
  times: { en: 'times', zh: '倍数' },
  points_paid: { en: 'points that were first paid for the sign-up', zh: '该受理首次支付的积分' },
  billed: { en: "billed for the sign-up's customer and product", zh: '该客户该业务已出账金额' },
  refund: { en: 'refund, not below zero', zh: '退款（不小于零）' },
  zero: { en: 'nothing', zh: '零' },
} satisfies Record<string, Localized>;

/** The sign-up that an incident is about. */
type NamedSignup =
  | { readonly kind: 'own'; readonly one: JudgedSignup }
  | { readonly kind: 'closed'; readonly month: ClosedMonth; readonly signup: ClosedSignup };

/**
 * Fines for upheld incidents, across all agents in the order of the decisions: one sign-up is fined once, and
 * one customer and product of a month refunded once, whoever signed it and in whatever month it is found.
 */
export function incidentFines(
  key: string,
  { fine: ofMonth, on }: DatedFine<IncidentFine>,
  month: MonthFacts,
  line: MakeLine,
): Pick<FineResult, 'lines' | 'waived'> & { charged: ReadonlySet<string> } {
  const agents = indexBy(month.agents, (facts) => facts.agent.agent_id);
  const named = signupIndex(month);
  const before = month.past.charged.get(key) ?? new Set();
  const charged = new Set<string>();
  const waived: Waived[] = [];
  const incidents = (month.exports.incidents ?? []).filter((one) => one.kind === ofMonth.incident);
  const lines = incidents.toSorted(byDecision).flatMap((incident): PayLine[] => {
    const fine = on(incident.date);
    const facts = agents.get(incident.agent_id);
    if (!facts) return [];
    const waive = (why: Localized, ...rules: Value<unknown>[]): PayLine[] => {
      waived.push({ agent_id: incident.agent_id, why, rows: [incident.at], rules });
      return [];
    };
    const spared = whyNotCharged(fine, incident, month);
    if (spared) return waive(spared.why, ...spared.rules);
    const signup = incident.signup_id === undefined ? undefined : named(incident.signup_id);
    const once = onceKey(fine, incident, signup);
    if (charged.has(once) || before.has(once)) return waive(WHY.charged_once, fine.once_per);
    charged.add(once);
    if (fine.charge.kind === 'refund' && incident.refunded === 'yes') return waive(WHY.refunded);
    const exact = incidentCharge(fine, incident, facts, signup, month);
    if (!exact || !pays(exact)) return waive(WHY.nothing, ...(exact ? rulesOf(exact) : []));
    return [line(facts, { date: incident.date, source: incident.incident_id, exact })];
  });
  return { lines, waived, charged };
}

const WHY = {
  not_upheld: { en: 'not upheld', zh: '不属实' },
  pending: { en: 'still pending: costs nothing yet', zh: '调查中，暂不扣款' },
  cause: { en: 'not for this cause', zh: '原因不在扣款范围' },
  forced: { en: 'the sign-up is fined as a forced one already', zh: '该受理已按强开通扣款' },
  charged_once: { en: 'charged once already', zh: '已扣过一次' },
  refunded: { en: 'the customer has been refunded already', zh: '已退款' },
  nothing: { en: 'comes to nothing', zh: '计算结果为零' },
} satisfies Record<string, Localized>;

const byId = new WeakMap<readonly JudgedSignup[], ReadonlyMap<string, JudgedSignup>>();

/** Finds a sign-up among this month's and those of closed months. */
function signupIndex(month: MonthFacts): (id: string) => NamedSignup | undefined {
  const own = computedOnce(byId, month.signups, () => indexBy(month.signups, (one) => one.row.signup_id));
  const closed = closedSignups(month.past);
  return (id) => {
    const one = own.get(id);
    return one ? { kind: 'own', one } : closed.get(id);
  };
}

function closedSignups(past: Past): Map<string, NamedSignup> {
  return new Map(
    past.months.flatMap((month) =>
      month.signups.map((signup): [string, NamedSignup] => [
        signup.signup_id,
        { kind: 'closed', month, signup },
      ]),
    ),
  );
}

/** Why an incident of the fine's kind costs nothing, if it does. */
function whyNotCharged(
  fine: IncidentFine,
  incident: IncidentRow,
  month: MonthFacts,
): { why: Localized; rules: Value<unknown>[] } | undefined {
  if (incident.upheld !== 'yes') {
    return { why: incident.upheld === 'pending' ? WHY.pending : WHY.not_upheld, rules: [] };
  }
  const { causes, on_top_of_forced: onTop } = fine;
  if (causes && !(incident.cause && causes.value.includes(incident.cause)))
    return { why: WHY.cause, rules: [causes] };
  return onTop?.value === false && isForced(incident, month)
    ? { why: WHY.forced, rules: [onTop] }
    : undefined;
}

/** Whether the incident's sign-up is fined as a forced one already. */
function isForced(incident: IncidentRow, month: MonthFacts): boolean {
  const forcing = month.plan.counting?.forced_by.value;
  return month.agents.some((facts) =>
    (facts.incidents ?? []).some((other) => other.kind === forcing && other.signup_id === incident.signup_id),
  );
}

/** What may be charged only once: a sign-up, a refunded customer and product, or a case without a sign-up. */
function onceKey(fine: IncidentFine, incident: IncidentRow, named: NamedSignup | undefined): string {
  if (incident.signup_id === undefined) return incident.incident_id;
  if (!named) return fine.once_per.value === 'incident' ? incident.incident_id : incident.signup_id;
  return signupKey(fine, named.kind === 'own' ? named.one.row : named.signup) ?? incident.incident_id;
}

type SignupIdentity = Pick<ClosedSignup, 'signup_id' | 'signed_at' | 'customer_no' | 'product'>;

/** The same by the sign-up alone; undefined where each incident is charged. */
function signupKey(fine: IncidentFine, signup: SignupIdentity): string | undefined {
  switch (fine.once_per.value) {
    case 'incident':
      return undefined;
    case 'signup':
      return signup.signup_id;
    case 'customer_product':
      return `${monthOf(signup.signed_at)}\t${customerProduct(signup)}`;
  }
}

/** What sign-ups that were found forced before telepay are taken to have been charged for, by component. */
export function chargedAsForced(
  plan: Plan,
  forced: readonly SignupIdentity[],
): { component: string; key: string }[] {
  return Object.entries(plan.components).flatMap(([component, one]) => {
    if (one.kind !== 'fine' || one.fine.kind !== 'incident') return [];
    const { fine } = one;
    if (fine.incident !== plan.counting?.forced_by.value) return [];
    const keys = forced.flatMap((signup) => signupKey(fine, signup) ?? []);
    return [...new Set(keys)].map((key) => ({ component, key }));
  });
}

function incidentCharge(
  fine: IncidentFine,
  incident: IncidentRow,
  facts: AgentFacts,
  named: NamedSignup | undefined,
  month: MonthFacts,
): Trace | undefined {
  const optional = [fine.causes, fine.on_top_of_forced].filter((rule) => rule !== undefined);
  const because: Required<Pick<Ground, 'rows' | 'rules'>> = {
    rows: [incident.at],
    rules: [fine.once_per, ...optional],
  };
  const { charge } = fine;
  switch (charge.kind) {
    case 'amount':
      return {
        ...ruled(LABELS.fine, charge.amount),
        rows: because.rows,
        rules: [charge.amount, ...because.rules],
      };
    case 'times_points': {
      if (!named) return undefined;
      const { points, perPoint, at } = finedPoints(named, facts, month);
      return computed('product', LABELS.fine, [points, perPoint, ruled(LABELS.times, charge.times_points)], {
        rows: [...because.rows, at],
        rules: [charge.points_of, charge.on_top_of_reversal, ...because.rules],
      });
    }
    case 'refund': {
      if (!named) return undefined;
      return computed('greatest', LABELS.refund, [billedFor(named, month), given(LABELS.zero, ZERO)], {
        rows: because.rows,
        rules: [charge.refund, ...because.rules],
      });
    }
  }
}

/** The points that a fine is a multiple of, what one is worth, and the sign-up's row. */
interface FinedPoints {
  readonly points: Trace;
  readonly perPoint: Trace;
  readonly at: RowRef;
}

/**
 * Of this month's sign-up: what one more counted unit would be paid. Of a closed month's: the points that were
 * first paid for it, or, where nothing was, what one more unit would have been paid on its own month's numbers.
 */
function finedPoints(named: NamedSignup, facts: AgentFacts, month: MonthFacts): FinedPoints {
  if (named.kind === 'own') {
    const { row } = named.one;
    const counted = (product: string): Trace => countedOf(facts, product);
    const points = nextUnitPoints(productOn(month.plan, row), row.product, counted);
    return { points, perPoint: yuanPerPoint(month.plan), at: row.at };
  }
  const { signup, month: closed } = named;
  const points = signup.paid_points
    ? given(LABELS.points_paid, signup.paid_points, { rows: [signup.at] })
    : nextUnitPoints(
        productOn(closed.plans.of(signup.agent_id), signup),
        signup.product,
        closedCounted(closed, signup.agent_id),
      );
  return { points, perPoint: yuanPerPoint(closed.plans.of(signup.agent_id)), at: signup.at };
}

function countedOf(facts: AgentFacts, product: string): Trace {
  return countedTrace(facts.commission.find((one) => one.product === product)?.signups ?? []);
}

/** An agent's counted numbers at a closed month's own close. */
function closedCounted(closed: ClosedMonth, agent: string): (product: string) => Trace {
  return (product) => {
    const isOwn = (one: { agent_id: string; product: string }): boolean =>
      one.agent_id === agent && one.product === product;
    const units = closed.signups.filter((one) => isOwn(one) && one.outcome === 'counted');
    return countedInAll(LABELS.counted, units, closed.unlisted.filter(isOwn));
  };
}

/** Every row of its own month's extract for the sign-up's customer and product, those of before it too. */
function billedFor(named: NamedSignup, month: MonthFacts): Trace {
  if (named.kind === 'closed') return given(LABELS.billed, named.signup.billed, { rows: [named.signup.at] });
  const rows = month.billing.get(customerProduct(named.one.row)) ?? [];
  return given(LABELS.billed, sum(rows.map((row) => row.amount)), { rows: rows.map((row) => row.at) });
}
