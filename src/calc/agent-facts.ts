/** The facts of one agent in a month: his rows of every export, judged and counted, before any pay. */
import { computedOnce } from '../base/computed-once.js';
import { groupBy } from '../base/group.js';
import { byKeys } from '../base/order.js';
import type { Month, PlainDate } from '../base/period.js';
import { firstDay, lastDay } from '../base/period.js';
import type {
  AgentRow,
  AttendanceRow,
  BillingRow,
  ContactRow,
  IncidentRow,
  LeadRow,
  MeasureRow,
  MonthExports,
  TalkRow,
  TargetRow,
  TestRow,
  VisitRow,
} from '../input/records.js';
import type { Plan } from '../rules/plan.js';
import type { Plans } from '../rules/plans.js';
import type { Activity } from './activity.js';
import { commissionOf, type ProductCommission } from './commission.js';
import { type AssessedDay, assessDays } from './daily.js';
import { exportsByPerson } from './exports-by-person.js';
import { type GivenMeasures, NOTHING_GIVEN } from './given-measures.js';
import { judgeSignups, type JudgedSignup } from './outcomes.js';
import type { Past } from './past.js';

export interface AgentFacts {
  readonly agent: AgentRow;
  /** The plan by which he is paid, and his rows were judged. */
  readonly plan: Plan;
  /** Missing from this month's agents.csv: known from closed months, and no more than a payroll row. */
  readonly absent: boolean;
  /** Employed on at least one day of the month. */
  readonly employed: boolean;
  readonly attendance: readonly AttendanceRow[];
  readonly days: readonly AssessedDay[];
  readonly signups: readonly JudgedSignup[];
  readonly commission: readonly ProductCommission[];
  readonly target: TargetRow | undefined;
  /** Upheld incidents of every kind; undefined where there is no such export, here and below. */
  readonly incidents: readonly IncidentRow[] | undefined;
  readonly tests: readonly TestRow[] | undefined;
  readonly contacts: readonly ContactRow[] | undefined;
  readonly leads: readonly LeadRow[] | undefined;
  /** Talks that he held as a manager or that were held with him. */
  readonly talks: readonly TalkRow[] | undefined;
  readonly visits: readonly VisitRow[] | undefined;
  readonly measures: readonly MeasureRow[] | undefined;
  /** Measures that an example states outright; none in a real month. */
  readonly given: GivenMeasures;
}

/** A team as it stands in this month's file. */
export interface TeamFacts {
  readonly team: string;
  readonly members: readonly AgentFacts[];
  readonly target: TargetRow | undefined;
}

/** The facts of everybody. */
export interface FirmFacts {
  readonly month: Month;
  readonly plans: Plans;
  readonly provisional: boolean;
  /** What closed months leave to this one. */
  readonly past: Past;
  /** In the order of their ids; those whom only closed months know and concern among them. */
  readonly agents: readonly AgentFacts[];
  readonly teams: ReadonlyMap<string, TeamFacts>;
  /** Every sign-up, in the order they were signed. */
  readonly signups: readonly JudgedSignup[];
  /** Rows of the billing extract by customer and product; empty in a provisional run. */
  readonly billing: ReadonlyMap<string, readonly BillingRow[]>;
  readonly activity: Activity;
  readonly exports: MonthExports;
}

/** The same as one plan sees it: `agents` are those it is for, in teams with everybody else. */
export interface MonthFacts extends FirmFacts {
  readonly plan: Plan;
  readonly everyone: readonly AgentFacts[];
}

export const seenBy = (plan: Plan, firm: FirmFacts): MonthFacts => ({
  ...firm,
  plan,
  agents: firm.agents.filter((facts) => facts.plan === plan),
  everyone: firm.agents,
});

/** Rule files by which all sign-ups are judged the same have the same lists. */
const judgedByPerson = new WeakMap<readonly JudgedSignup[], ReadonlyMap<string, readonly JudgedSignup[]>>();

const layOutJudged = (judged: readonly JudgedSignup[]): ReadonlyMap<string, readonly JudgedSignup[]> =>
  groupBy(judged, (one) => one.row.agent_id);

/** Judges the sign-ups and lays every row of the month at its agent's door. */
export function gatherFacts(
  plans: Plans,
  exports: MonthExports,
  activity: Activity,
  past: Past,
  /** Ids of those whom late lines or clawbacks concern. */
  concerned: Iterable<string>,
  /** By agent: measures that are given and not computed. */
  given: ReadonlyMap<string, GivenMeasures> = new Map(),
): FirmFacts {
  const rows = exportsByPerson(exports);
  const judged = judgeSignups(plans, {
    signups: exports.signups,
    billing: exports.billing && rows.billing,
    incidents: exports.incidents,
  });
  const signups = computedOnce(judgedByPerson, judged, layOutJudged);
  const missing = missingPeople(exports, past, concerned);
  const people = [...exports.agents, ...missing].toSorted(byKeys((row) => row.agent_id));
  const agents = people.map((agent): AgentFacts => {
    const id = agent.agent_id;
    const plan = plans.of(id);
    const absent = missing.includes(agent);
    const own = signups.get(id) ?? [];
    const attendance = rows.attendance.get(id) ?? [];
    const signed = rows.signups.get(id) ?? [];
    return {
      agent,
      plan,
      absent,
      employed: !absent && isEmployed(agent, exports.month),
      attendance,
      days: assessDays(plan, { attendance, signups: signed, activity: activity.days.get(id) }),
      signups: own,
      commission: commissionOf(plan, own),
      target: rows.targets.get(`agent\t${id}`),
      incidents: rows.incidents && (rows.incidents.get(id) ?? []),
      tests: rows.tests && (rows.tests.get(id) ?? []),
      contacts: rows.contacts && (rows.contacts.get(id) ?? []),
      leads: rows.leads && (rows.leads.get(id) ?? []),
      talks: rows.talks && (rows.talks.get(id) ?? []),
      visits: rows.visits && (rows.visits.get(id) ?? []),
      measures: rows.measures && (rows.measures.get(id) ?? []),
      given: given.get(id) ?? NOTHING_GIVEN,
    };
  });
  const present = agents.filter((facts) => !facts.absent);
  const teams = [...groupBy(present, (facts) => facts.agent.team)].map(
    ([team, members]): [string, TeamFacts] => [
      team,
      { team, members, target: rows.targets.get(`team\t${team}`) },
    ],
  );
  return {
    month: exports.month,
    plans,
    provisional: exports.billing === undefined,
    past,
    agents,
    teams: new Map(teams),
    signups: judged,
    billing: rows.billing,
    activity,
    exports,
  };
}

/** People of closed months, absent from this month's file, whom lines, incidents or debts of this month concern. */
function missingPeople(exports: MonthExports, past: Past, concerned: Iterable<string>): AgentRow[] {
  const here = new Set(exports.agents.map((agent) => agent.agent_id));
  const incidents = (exports.incidents ?? [])
    .filter((row) => row.upheld === 'yes')
    .map((row) => row.agent_id);
  const blocked = past.blocked.map((penalty) => penalty.agent_id);
  const ids = new Set([...concerned, ...incidents, ...past.debts.keys(), ...blocked]);
  return [...ids].flatMap((id): AgentRow[] => {
    const person = past.people.get(id);
    if (here.has(id) || !person) return [];
    return [{ ...person, at: { file: 'agents.csv', line: 1 }, other: {} }];
  });
}

/** Whether the agent is employed on at least one day of the month (first and last day inclusive). */
export function isEmployed(agent: { hired_on: PlainDate; left_on?: PlainDate }, month: Month): boolean {
  return (
    agent.hired_on <= lastDay(month) && (agent.left_on === undefined || agent.left_on >= firstDay(month))
  );
}
