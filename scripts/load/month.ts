/** A large month as rows: so many people, calls and sign-ups, nothing but everyday ones. */
import { daysOf, type Month } from '../../src/base/period.js';
import { assessedDays, attendanceOf } from '../department/attendance.js';
import { callRows, callsOfDay, drawFrom, type DayPlan } from '../department/calls.js';
import { contactRows, qualityFindings, talkRows, testRows } from '../department/conduct.js';
import { leadRows, listingRows, visitRows } from '../department/customers.js';
import { measureRows } from '../department/measures.js';
import { NUMBERS, phoneNumber } from '../department/names.js';
import { agentRow, type Person } from '../department/people.js';
import {
  billingRows,
  byAgentAndDay,
  CustomerBook,
  everydaySales,
  numbered,
  signupRow,
  type Sale,
} from '../department/sales.js';
import type { MonthRows, Row } from '../exports/columns.js';
import { chanceOf, type Chance } from '../seeded.js';
import { manyPeople } from './people.js';

export interface Load {
  readonly agents: number;
  readonly calls: number;
  readonly signups: number;
  /** Customer records that each person collects on each assessed day. */
  readonly leads: number;
  readonly seed: number;
}

/** How many customers are called again and again: a prime. */
const POOL = 399_989;

/** A seller's day of work. */
interface Shift {
  readonly agent_id: string;
  readonly date: string;
  readonly calls: number;
  readonly signups: number;
}

/**
 * The files of the month. Calls and leads are made as they are read, once; the rest stands in memory.
 * Throws a RangeError when the agents are so few that nobody sells.
 */
export function loadMonth(month: Month, load: Load): MonthRows {
  const chance = chanceOf(load.seed);
  const people = manyPeople(load.agents, chance);
  const attendance = attendanceOf(people, month, () => undefined, chance);
  const assessed = assessedDays(attendance);
  const shifts = shiftsOf(people, month, assessed, load);
  const sales = numbered(salesOf(shifts, chance), `S${month.replace('-', '')}`);
  return {
    agents: people.map(agentRow),
    calls: callsOf(shifts, sales, chance),
    signups: sales.map(signupRow),
    billing: billingRows(sales, 'bills'),
    attendance,
    targets: targetRows(people, sales),
    incidents: qualityFindings(people, month, 'E', chance),
    tests: testRows(people, month, chance),
    contacts: contactRows(people, month, chance),
    do_not_disturb: listingRows(load.agents, chance),
    talks: talkRows(people, month, chance),
    leads: leadRows(assessed, load.leads, new CustomerBook(NUMBERS.leads), () => false, chance),
    visits: visitRows(sales, month, chance),
    measures: measureRows(assessed, month, chance),
  };
}

/** Every day of work of those who sell, day by day; calls and sign-ups in even shares that sum to the load. */
function shiftsOf(
  people: readonly Person[],
  month: Month,
  assessed: ReadonlyMap<string, readonly string[]>,
  load: Load,
): Shift[] {
  const sellers = people.filter(({ role }) => role !== 'duty_manager');
  const days = daysOf(month).flatMap((date) =>
    sellers
      .filter(({ agent_id }) => assessed.get(agent_id)?.includes(date))
      .map(({ agent_id }) => ({ agent_id, date })),
  );
  if (days.length === 0)
    throw new RangeError('nobody sells: too few agents, as each team begins with its duty manager');
  const share = (total: number, place: number): number =>
    Math.floor((total * (place + 1)) / days.length) - Math.floor((total * place) / days.length);
  return days.map((day, place) => ({
    ...day,
    calls: share(load.calls, place),
    signups: share(load.signups, place),
  }));
}

function salesOf(shifts: readonly Shift[], chance: Chance): Sale[] {
  const random = chance('sales');
  const customers = new CustomerBook(NUMBERS.sold);
  return shifts.flatMap(({ agent_id, date, signups }) =>
    everydaySales(agent_id, date, signups, customers, random),
  );
}

/** A day of exactly `calls` calls. */
function planOf(calls: number): DayPlan {
  const inbound = Math.floor(calls / 25);
  const redials = Math.floor(calls / 12);
  const dialled = calls - inbound - redials;
  const retention = Math.floor((dialled + redials) / 10);
  return { dialled, answered: Math.floor((dialled * 42) / 100) + inbound, redials, inbound, retention };
}

function* callsOf(shifts: readonly Shift[], sales: readonly Sale[], chance: Chance): Generator<Row<'calls'>> {
  const random = chance('calls');
  const soldOn = byAgentAndDay(sales);
  const counter = { count: 0, prefix: 'C' };
  for (let from = 0; from < shifts.length;) {
    const date = shifts[from]?.date ?? '';
    let until = from;
    while (shifts[until]?.date === date) until += 1;
    const calls = shifts.slice(from, until).flatMap((shift) => {
      const plan = planOf(shift.calls);
      const next = drawFrom(POOL, (index) => phoneNumber(NUMBERS.pool + index), random);
      // With few calls to a sign-up, not every customer was called on the day.
      const sold = soldOn(shift.agent_id, date).slice(0, plan.answered - plan.inbound);
      return callsOfDay(shift.agent_id, plan, sold, next, random);
    });
    yield* callRows(date, calls, counter);
    from = until;
  }
}

/** Targets around what was sold: each agent at about 90 percent, each team at about 95. */
function targetRows(people: readonly Person[], sales: readonly Sale[]): Row<'targets'>[] {
  const teamOf = new Map(people.map(({ agent_id, team }) => [agent_id, team]));
  const counted = new Map<string, number>();
  for (const { agent_id, fate } of sales) {
    if (fate !== 'counted') continue;
    for (const id of [agent_id, teamOf.get(agent_id) ?? '']) counted.set(id, (counted.get(id) ?? 0) + 1);
  }
  const target = (id: string, percent: number): string =>
    String(Math.max(1, Math.floor(((counted.get(id) ?? 0) * 100) / percent)));
  const agents = people.filter(({ role }) => role !== 'duty_manager').map(({ agent_id }) => agent_id);
  return [
    ...[...new Set(teamOf.values())].map((id) => ({ scope: 'team', id, target: target(id, 95) })),
    ...agents.map((id) => ({ scope: 'agent', id, target: target(id, 90) })),
  ];
}
