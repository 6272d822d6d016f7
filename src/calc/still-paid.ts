/** What of the pay for one agent's product of a closed month has not been taken back yet. */
import { computedOnce } from '../base/computed-once.js';
import { type Exact, greatest, sum, ZERO } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import type { Localized } from '../base/localized.js';
import type { ClosedMonth, ClosedSignup, PaidCommission } from './past.js';
import type { PayLine } from './pay-line.js';
import { exactWorth, paidPoints, type PayingPoints, worthOf } from './points-worth.js';
import { computed, given, type Ground, type Trace } from './trace.js';

const LABELS = {
  points_paid: { en: 'points that were first paid for the sign-up', zh: '该受理首次支付的积分' },
  amount: { en: 'amount', zh: '金额' },
  standing: { en: 'points of all sign-ups that are not taken back', zh: '尚未追回的受理积分' },
  without: { en: 'the same without this one', zh: '扣除本笔后的积分' },
  paid_with: { en: 'paid with it', zh: '含本笔的已付金额' },
  paid_without: { en: 'paid without it', zh: '不含本笔的已付金额' },
  most: { en: 'no more than was paid', zh: '以已付金额为限' },
  left: { en: 'paid for the product and not taken back', zh: '该业务已付且尚未追回的金额' },
} satisfies Record<string, Localized>;

interface OfAgent {
  readonly signups: readonly ClosedSignup[];
  readonly paid: readonly PaidCommission[];
}

/** A closed month by its agents. */
const known = new WeakMap<ClosedMonth, (agent: string) => OfAgent>();

const ofAgent = (month: ClosedMonth, agent: string): OfAgent =>
  computedOnce(known, month, () => {
    const signups = groupBy(month.signups, (one) => one.agent_id);
    const paid = groupBy(month.paid, (one) => one.agent_id);
    return (id: string) => ({ signups: signups.get(id) ?? [], paid: paid.get(id) ?? [] });
  })(agent);

export const isTakenBack = ({ taken_back }: ClosedSignup): boolean => taken_back !== undefined;

/** What stands of the pay of a product; each sign-up that is taken back leaves less of it to the next. */
export class StillPaid {
  readonly #month: ClosedMonth;
  readonly #agent: string;
  readonly #paying: readonly PayingPoints[];
  /** Points of the sign-ups that are not taken back. */
  #points: Exact;
  /** Yuan; not below zero. */
  #amount: Exact;

  /** `late`: lines that this month pays for closed ones, beside what they paid already. */
  constructor(
    month: ClosedMonth,
    { agent_id, product }: Pick<ClosedSignup, 'agent_id' | 'product'>,
    late: readonly PayLine[],
  ) {
    this.#month = month;
    this.#agent = agent_id;
    this.#paying = paidPoints(month, agent_id);
    const { signups, paid: amounts } = ofAgent(month, agent_id);
    const own = signups.filter((one) => one.product === product);
    this.#points = sum(own.flatMap((one) => (isTakenBack(one) ? [] : (one.paid_points ?? []))));
    const before = amounts.filter((one) => one.product === product);
    const now = late.filter(
      ({ agent_id: agent, prior }) =>
        agent === agent_id && prior?.month === month.month && prior.product === product,
    );
    const paid = sum([...before, ...now].map((one) => one.amount));
    this.#amount = greatest(ZERO, paid.sub(sum(own.flatMap((one) => one.taken_back ?? []))));
  }

  /** What was paid for a sign-up with these points: the difference that it makes to the rounded pay of all. */
  partOf(points: Exact, ground: Ground): Trace {
    const plan = this.#month.plans.of(this.#agent);
    const own = given(LABELS.points_paid, points, ground);
    const exact = computed('product', LABELS.amount, [own, exactWorth(plan, this.#paying)]);
    const all = given(LABELS.standing, this.#points);
    const fall = computed('difference', LABELS.amount, [
      worthOf(LABELS.paid_with, plan, this.#paying, all),
      worthOf(LABELS.paid_without, plan, this.#paying, computed('difference', LABELS.without, [all, own])),
    ]);
    // Where no rounding shows, the product alone says it.
    const part = fall.value.equals(exact.value) ? exact : fall;
    if (part.value.compare(this.#amount) <= 0) return part;
    return computed('least', LABELS.most, [part, given(LABELS.left, this.#amount)]);
  }

  /** Takes a sign-up out, with what is taken back for it. */
  take(points: Exact, amount: Exact): void {
    this.#points = this.#points.sub(points);
    this.#amount = this.#amount.sub(amount);
  }
}
