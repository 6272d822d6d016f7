/** What the dialler's records say of each agent and day (T-1, H2-4, D-5), from calls or from activity.csv. */
import { byKeys } from '../base/order.js';
import { dateOf, type PlainDate } from '../base/period.js';
import type { ActivityRow, CallRow, DoNotDisturbRow, VisitRow } from '../input/records.js';
import type { Plan } from '../rules/plan.js';
import { countsByActivity } from './activity-counts.js';
import { CallCounter, type CallCounts } from './call-counts.js';
import type { Plans } from '../rules/plans.js';
import { CustomerNumbers, distinct, joined } from './distinct.js';

/** An agent's calls of one day. */
export interface DayActivity {
  /** Distinct customers of outbound calls. */
  readonly dialled: number;
  /** Distinct customers of answered calls. */
  readonly answered: number;
  readonly dials: number;
  readonly retention_dials: number;
}

/** A call to a customer who had asked not to be called (D-5). */
export interface DoNotDisturbCall {
  readonly call: CallRow;
  readonly listed_on: PlainDate;
}

/** The part of the funnel that calls show (H2-4). */
export interface CallFunnel {
  /** Distinct customers of outbound calls who had not been visited before the day of the call. */
  readonly unvisited: ReadonlyMap<string, number>;
  readonly unvisited_in_total: number;
}

/** All that the calculation needs of a month's calls. What activity.csv can't give is undefined. */
export interface Activity {
  readonly days: ReadonlyMap<string, ReadonlyMap<PlainDate, DayActivity>>;
  readonly long_calls: ReadonlyMap<string, number> | undefined;
  readonly do_not_disturb: readonly DoNotDisturbCall[] | undefined;
  readonly funnel: CallFunnel | undefined;
  /** What each plan's own measures count of everybody's calls. */
  readonly counts: ReadonlyMap<Plan, CallCounts>;
}

interface DayTally {
  dials: number;
  retention_dials: number;
  /** Customers of its calls, each as often as called. */
  readonly dialled: number[];
  readonly answered: number[];
}

/** Which calls of a day count. */
interface DayCounting {
  readonly answered: ReadonlySet<string>;
  readonly retention: string | undefined;
}

/** How an agent's calls are counted. */
interface Counting extends DayCounting {
  /** Undefined where the plan has no funnel. */
  readonly overSeconds: number | undefined;
  /** From later days of the month on; undefined where nothing changes. */
  readonly changes: readonly (DayCounting & { readonly from: PlainDate })[] | undefined;
}

const dayCountingOf = ({ daily_target: target }: Plan): DayCounting => ({
  answered: new Set(target?.answered_calls.value ?? []),
  retention: target?.retention_day.campaign.value,
});

const countingOf = (plan: Plan): Counting => ({
  ...dayCountingOf(plan),
  overSeconds: plan.checks.funnel?.over_seconds.value,
  changes: plan.changes?.map((change) => ({ from: change.from, ...dayCountingOf(change.plan) })),
});

interface AgentTally {
  readonly counting: Counting;
  readonly days: Map<PlainDate, DayTally>;
  long_calls: number;
}

/** Counts a stream of calls, keeping per agent and day only counts and the customers' numbers. */
export class CallTally {
  readonly #plans: Plans;
  readonly #counting: ReadonlyMap<Plan, Counting>;
  readonly #agents = new Map<string, AgentTally>();
  readonly #customers = new CustomerNumbers();
  readonly #visited = new Map<number, PlainDate>();
  readonly #listed = new Map<number, PlainDate>();
  readonly #listedCalls: DoNotDisturbCall[] = [];
  readonly #counters: ReadonlyMap<Plan, CallCounter | undefined>;

  constructor(plans: Plans, visits: readonly VisitRow[], listings: readonly DoNotDisturbRow[]) {
    this.#plans = plans;
    this.#counting = new Map(plans.all.map((plan) => [plan, countingOf(plan)]));
    this.#counters = new Map(plans.all.map((plan) => [plan, CallCounter.for(plan)]));
    for (const visit of visits) this.#keepFirst(this.#visited, visit.customer_no, visit.visited_on);
    for (const listing of listings) this.#keepFirst(this.#listed, listing.customer_no, listing.listed_on);
  }

  add(call: CallRow): void {
    const customer = this.#customers.of(call.customer_no);
    const agent = this.#agent(call.agent_id);
    const { overSeconds, changes } = agent.counting;
    const date = dateOf(call.started_at);
    const { answered, retention } = changes?.findLast(({ from }) => from <= date) ?? agent.counting;
    const day = dayOf(agent, date);
    for (const counter of this.#counters.values()) counter?.add(call, date, customer);
    if (call.result === 'answered' && answered.has(call.direction)) day.answered.push(customer);
    if (overSeconds !== undefined && call.duration_s > overSeconds) agent.long_calls += 1;
    if (call.direction !== 'outbound') return;
    day.dials += 1;
    day.dialled.push(customer);
    if (call.campaign === retention) day.retention_dials += 1;
    const listedOn = this.#listed.get(customer);
    if (listedOn !== undefined) this.#listedCalls.push({ call, listed_on: listedOn });
  }

  /** What was counted. Listed calls come in the order of agent, time and id, whatever order they came in. */
  result(): Activity {
    const order = byKeys<DoNotDisturbCall>(
      (one) => one.call.agent_id,
      (one) => one.call.started_at,
      (one) => one.call.call_id,
    );
    return {
      days: new Map([...this.#agents].map(([agent, tally]) => [agent, mapDays(tally)])),
      long_calls: new Map([...this.#agents].map(([agent, tally]) => [agent, tally.long_calls])),
      do_not_disturb: this.#listedCalls.toSorted(order),
      funnel: this.#funnel(),
      counts: new Map([...this.#counters].map(([plan, counter]) => [plan, counter?.result() ?? new Map()])),
    };
  }

  #funnel(): CallFunnel {
    const inFunnel = [...this.#agents].filter(([, { counting }]) => counting.overSeconds !== undefined);
    const byAgent = inFunnel.map(([agent, tally]): [string, Float64Array] => [
      agent,
      distinct(
        [...tally.days].flatMap(([date, day]) => day.dialled.filter((one) => this.#isUnvisited(one, date))),
      ),
    ]);
    return {
      unvisited: new Map(byAgent.map(([agent, customers]) => [agent, customers.length])),
      unvisited_in_total: distinct(joined(byAgent.map(([, customers]) => customers))).length,
    };
  }

  #isUnvisited(customer: number, date: PlainDate): boolean {
    const visitedOn = this.#visited.get(customer);
    return visitedOn === undefined || visitedOn >= date;
  }

  #agent(agentId: string): AgentTally {
    let agent = this.#agents.get(agentId);
    if (!agent) {
      const plan = this.#plans.of(agentId);
      const counting = this.#counting.get(plan) ?? countingOf(plan);
      agent = { counting, days: new Map(), long_calls: 0 };
      this.#agents.set(agentId, agent);
    }
    return agent;
  }

  #keepFirst(dates: Map<number, PlainDate>, customerNo: string, date: PlainDate | undefined): void {
    if (date === undefined) return;
    const customer = this.#customers.of(customerNo);
    const earlier = dates.get(customer);
    if (earlier === undefined || date < earlier) dates.set(customer, date);
  }
}

function dayOf(agent: AgentTally, date: PlainDate): DayTally {
  let day = agent.days.get(date);
  if (!day) {
    day = { dials: 0, retention_dials: 0, dialled: [], answered: [] };
    agent.days.set(date, day);
  }
  return day;
}

function mapDays(tally: AgentTally): Map<PlainDate, DayActivity> {
  return new Map(
    [...tally.days].map(([date, day]) => [
      date,
      {
        dialled: distinct(day.dialled).length,
        answered: distinct(day.answered).length,
        dials: day.dials,
        retention_dials: day.retention_dials,
      },
    ]),
  );
}

/** The calls that activity.csv counts as long ones last more than so many seconds. */
const ACTIVITY_OVER_SECONDS = 300;

/** The same from counts that the dialler made itself. Its long calls serve only where all plans mean the same. */
export function fromActivity(rows: readonly ActivityRow[], plans: Plans): Activity {
  const days = new Map<string, Map<PlainDate, DayActivity>>();
  const longCalls = new Map<string, number>();
  for (const row of rows) {
    const own = days.get(row.agent_id) ?? new Map<PlainDate, DayActivity>();
    days.set(row.agent_id, own);
    own.set(row.date, {
      dialled: row.dialled_customers,
      answered: row.answered_customers,
      dials: row.dials,
      retention_dials: row.retention_dials,
    });
    longCalls.set(row.agent_id, (longCalls.get(row.agent_id) ?? 0) + row.calls_over_300s);
  }
  const lengths = plans.all.flatMap(({ checks }) => checks.funnel?.over_seconds.value ?? []);
  const sameLength = lengths.length > 0 && lengths.every((length) => length === ACTIVITY_OVER_SECONDS);
  return {
    days,
    long_calls: sameLength ? longCalls : undefined,
    do_not_disturb: undefined,
    funnel: undefined,
    counts: new Map(plans.all.map((plan) => [plan, countsByActivity(rows, plan)])),
  };
}
