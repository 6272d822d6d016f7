/** What closed months leave to later ones: handbook, sections 1, 5 and 9. */
import type { Exact } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import type { Month, PlainDate, PlainTime } from '../base/period.js';
import type { KnownPast, Role, RowRef } from '../input/records.js';
import type { PenaltyClass } from '../rules/component-shape.js';
import type { Value } from '../rules/mark.js';
import type { Plan } from '../rules/plan.js';
import type { Plans } from '../rules/plans.js';
import type { Outcome } from './outcomes.js';
import type { Basis } from './trace.js';

/** A sign-up of a closed month, as it was judged at the close and as it stands now. */
export interface ClosedSignup {
  readonly signup_id: string;
  readonly agent_id: string;
  readonly signed_at: PlainTime;
  readonly customer_no: string;
  readonly product: string;
  /** At its own month's close. */
  readonly outcome: Outcome;
  /** Points that were first paid for it, at its own close or later; undefined while nothing was. */
  readonly paid_points: Exact | undefined;
  /** What its own month's extract billed for its customer and product: the sum of all its rows. */
  readonly billed: Exact;
  /** Yuan of what was paid for it that have been taken back; undefined while nothing was. */
  readonly taken_back: Exact | undefined;
  readonly at: RowRef;
}

/** What has been paid so far for one agent's product of a closed month, later evidence included. */
export interface PaidCommission {
  readonly agent_id: string;
  readonly product: string;
  readonly amount: Exact;
}

/** Whether the gate of a component that pays points was open for a person with sign-ups. */
export interface PointsGate {
  readonly agent_id: string;
  readonly component: string;
  readonly open: boolean;
}

/** Sign-ups of a month before telepay that are known by their numbers alone. */
export interface UnlistedCounts {
  readonly agent_id: string;
  readonly product: string;
  readonly gross: number;
  readonly counted: number;
  readonly reversed: number;
  readonly forced: number;
  /** The row that gives the numbers. */
  readonly at: RowRef;
}

/** What a closed month remembers of a measure of one person: of the month, of a day of its unfinished week, or of a ref. */
export interface RememberedMeasure {
  readonly agent_id: string;
  readonly measure: string;
  readonly date?: PlainDate;
  readonly ref?: string;
  readonly value: Exact;
}

export interface ClosedMonth {
  readonly month: Month;
  /** The rule files that it was closed with: nearly always one. */
  readonly plans: Plans;
  readonly signups: readonly ClosedSignup[];
  /** Beside those; none in a month that telepay closed. */
  readonly unlisted: readonly UnlistedCounts[];
  readonly paid: readonly PaidCommission[];
  /** None where no component that pays points has a gate, and in a month that does not know them. */
  readonly gates: readonly PointsGate[];
  /** Monthly scores, of those who have one. */
  readonly scores: ReadonlyMap<string, Exact>;
  /** Measures that later months may ask for. */
  readonly remembered: readonly RememberedMeasure[];
  /** Those who stand in the month's agents.csv. */
  readonly people: readonly KnownPerson[];
}

/** A person as the last closed month knew him. */
export interface KnownPerson {
  readonly agent_id: string;
  readonly name: string;
  readonly team: string;
  readonly role: Role;
  readonly hired_on: PlainDate;
  readonly left_on?: PlainDate;
  readonly site?: string;
  readonly grade?: string;
}

/** A penalty that the wage guard kept from being deducted: it returns, keeping its date. */
export interface BlockedPenalty {
  readonly agent_id: string;
  readonly component: string;
  readonly line_id: string;
  readonly class: Value<PenaltyClass>;
  readonly date: PlainDate;
  readonly source: string;
  readonly amount: Exact;
}

/** What a correction posts for one agent's component of a closed month: due by now, less what was paid. */
export interface Posting {
  /** Place of the correction in the ledger's chain. */
  readonly correction: number;
  readonly month: Month;
  readonly agent_id: string;
  readonly component: string;
  readonly product?: string;
  readonly name: Localized;
  readonly clause: string;
  /** Yuan, negative for what is deducted; as the month stands with the correction. */
  readonly due: Exact;
  /** Yuan, as the month stood before it. */
  readonly paid: Exact;
  readonly basis: Basis;
  /** Rows of that month's exports that what is due rests on. */
  readonly rows: readonly RowRef[];
  readonly rules: readonly Value<unknown>[];
}

/** All that closed months know. */
export interface Past {
  /** In order; the last one is the month just before, or there is none. */
  readonly months: readonly ClosedMonth[];
  readonly people: ReadonlyMap<string, KnownPerson>;
  /** Yuan carried in, by agent. */
  readonly debts: ReadonlyMap<string, Exact>;
  readonly blocked: readonly BlockedPenalty[];
  /** What corrections of closed months pay or take in the open one. */
  readonly postings: readonly Posting[];
  /** What incident fines of closed months were charged for, by component: each of them is charged once. */
  readonly charged: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ids of all their incidents, upheld or not: an id is used once. */
  readonly incident_ids: ReadonlySet<string>;
  /** Hash of the ledger's entry that all this rests on; undefined before the first close. */
  readonly head: string | undefined;
}

export const NO_PAST_MONTHS: Past = {
  months: [],
  people: new Map(),
  debts: new Map(),
  blocked: [],
  postings: [],
  charged: new Map(),
  incident_ids: new Set(),
  head: undefined,
};

/** What the readers of the exports need to know of closed months. */
export function knownPast(past: Past): KnownPast {
  const signups = past.months.flatMap((month) => month.signups);
  return {
    agent_ids: new Set(past.people.keys()),
    incident_ids: past.incident_ids,
    signup_agents: new Map(signups.map((signup) => [signup.signup_id, signup.agent_id])),
    customer_products: new Set(signups.map((signup) => `${signup.customer_no}\t${signup.product}`)),
  };
}

/** Whether exports are read the same with either. */
export function isKnownAlike(one: KnownPast, other: KnownPast): boolean {
  return (
    isSame(one.agent_ids, other.agent_ids) &&
    isSame(one.incident_ids, other.incident_ids) &&
    isSame(one.customer_products, other.customer_products) &&
    one.signup_agents.size === other.signup_agents.size &&
    [...one.signup_agents].every(([signup, agent]) => other.signup_agents.get(signup) === agent)
  );
}

const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((element) => other.has(element));

/** The plan of the last closed month in which this person stood. */
export const lastPlanOf = (past: Past, agent: string): Plan | undefined =>
  past.months.findLast(({ people }) => people.some((person) => person.agent_id === agent))?.plans.of(agent);
