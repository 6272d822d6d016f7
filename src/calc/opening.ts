/** The states that months before telepay leave, from what is known of them. */
import { type Exact, sum } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import type { Localized } from '../base/localized.js';
import { byText } from '../base/order.js';
import { isDay, type Month, monthOf } from '../base/period.js';
import type { CountsRow, Opening, OpeningMeasureRow, OpeningSignupRow } from '../input/opening-rows.js';
import type { AgentRow, Role, RowRef } from '../input/records.js';
import type { Plan } from '../rules/plan.js';
import { assignPlans, type Plans, type PlansInForce } from '../rules/plans.js';
import { type MonthState, type PaidState, personOf, type PersonState, type SignupState } from './closing.js';
import { chargedAsForced } from './incident-fines.js';
import type { RememberedMeasure, UnlistedCounts } from './past.js';
import { payingPoints, worthOf } from './points-worth.js';
import { given } from './trace.js';

/** Where the files of an opening lie within the entry that seals it. */
export const OPENING_FOLDER = 'opening';

/** A state for month zero and for each earlier month that something is known of, in their order. */
export function openingStates(inForce: PlansInForce, opening: Opening): MonthState[] {
  const plans = assignPlans(inForce, opening.agents, () => undefined);
  const { signups, counts, scores, measures } = opening;
  const earlier = [
    ...signups.map((row) => monthOf(row.signed_at)),
    ...[...counts, ...scores].map((row) => row.month),
    ...measures.map(measuredMonth),
  ];
  const months = [...new Set([opening.month, ...earlier])].toSorted(byText);
  return months.map((month) => stateOfMonth(plans, opening, month));
}

function stateOfMonth(plans: Plans, opening: Opening, month: Month): MonthState {
  const signups = opening.signups.filter((row) => monthOf(row.signed_at) === month);
  const counts = opening.counts.filter((row) => row.month === month);
  const forced = signups.filter((row) => row.outcome === 'forced');
  const own = groupBy(signups, keyOf);
  return {
    month,
    signups: signups.map(signupState),
    unlisted: counts.flatMap((row) => unlistedOf(row, own.get(keyOf(row)) ?? [])),
    paid: counts.length > 0 ? counts.map(paidByCounts) : paidByPoints(plans, opening.agents, month, own),
    gates: [],
    late: [],
    taken_back: [],
    charged: plans.all.flatMap((plan) =>
      chargedAsForced(
        plan,
        forced.filter((row) => plans.of(row.agent_id) === plan),
      ),
    ),
    debts: month === opening.month ? opening.debts.map(({ agent_id, amount }) => ({ agent_id, amount })) : [],
    blocked: [],
    incident_ids: [],
    people: opening.agents.map(personState),
    payslips: [],
    lines: [],
    scores: opening.scores
      .filter((row) => row.month === month)
      .map(({ agent_id, score }) => ({ agent_id, score })),
    remembered: opening.measures.filter((row) => measuredMonth(row) === month).map(rememberedOf),
    days: [],
  };
}

function paidFor(plan: Plan, role: Role | undefined, points: Exact): Exact {
  return worthOf(PAID, plan, payingPoints(plan, role), given(PAID, points)).value;
}

const PAID: Localized = { en: 'paid before', zh: '以前已付' };

/** The month that a number is of, or that its day lies in. */
const measuredMonth = ({ period }: OpeningMeasureRow): Month => (isDay(period) ? monthOf(period) : period);

const rememberedOf = ({ agent_id, measure, period, value }: OpeningMeasureRow): RememberedMeasure => ({
  agent_id,
  measure,
  ...(isDay(period) ? { date: period } : {}),
  value,
});

const keyOf = ({ agent_id, product }: { agent_id: string; product: string }): string =>
  `${agent_id}\t${product}`;

const inOpening = ({ file, line }: RowRef): RowRef => ({ file: `${OPENING_FOLDER}/${file}`, line });

function signupState(row: OpeningSignupRow): SignupState {
  const { signup_id, agent_id, signed_at, customer_no, product, outcome, points, billed, at } = row;
  return {
    signup_id,
    agent_id,
    signed_at,
    customer_no,
    product,
    outcome,
    paid_points: points,
    billed,
    at: inOpening(at),
  };
}

/** What a row counts beyond its sign-ups that are listed. */
function unlistedOf(row: CountsRow, own: readonly OpeningSignupRow[]): UnlistedCounts[] {
  const { agent_id, product, at } = row;
  const listed = (outcome: OpeningSignupRow['outcome']): number =>
    own.filter((one) => one.outcome === outcome).length;
  const gross = row.gross - own.length;
  const counted = row.counted - listed('counted');
  const reversed = row.reversed - listed('reversed');
  const forced = row.forced - listed('forced');
  return gross === 0 ? [] : [{ agent_id, product, gross, counted, reversed, forced, at: inOpening(at) }];
}

const paidByCounts = ({ month, agent_id, product, amount }: CountsRow): PaidState => ({
  month,
  agent_id,
  product,
  amount,
});

/** Without counts, the points of the listed sign-ups are all that was paid. */
function paidByPoints(
  plans: Plans,
  agents: readonly AgentRow[],
  month: Month,
  signups: ReadonlyMap<string, OpeningSignupRow[]>,
): PaidState[] {
  const roles = new Map(agents.map((row) => [row.agent_id, row.role]));
  return [...signups.values()].flatMap((own) => {
    const points = sum(own.flatMap((row) => row.points ?? []));
    return own.slice(0, 1).map(({ agent_id, product }) => ({
      month,
      agent_id,
      product,
      amount: paidFor(plans.of(agent_id), roles.get(agent_id), points),
    }));
  });
}

function personState(row: AgentRow): PersonState {
  const { subsidy_phone, monthly_base, other } = row;
  return {
    ...personOf(row),
    absent: false,
    ...(subsidy_phone === undefined ? {} : { subsidy_phone }),
    ...(monthly_base ? { monthly_base } : {}),
    other,
  };
}
