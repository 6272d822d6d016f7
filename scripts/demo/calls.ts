/** The calls of a month of the demo, day by day. */
import { daysOf, type Month } from '../../src/base/period.js';
import {
  callRows,
  callsOfDay,
  drawFrom,
  everydayPlan,
  type Call,
  type DayPlan,
  type SoldTo,
} from '../department/calls.js';
import { NUMBERS, phoneNumber } from '../department/names.js';
import type { Person } from '../department/people.js';
import { byAgentAndDay, type Sale } from '../department/sales.js';
import type { Row } from '../exports/columns.js';
import type { Seeded } from '../seeded.js';
import { chance } from './chance.js';
import { caseCallsOf, DAY_PLANS, STEADY } from './days.js';

/** How many customers are called again and again: a prime. */
const POOL = 79_999;

export function* callsOf(
  people: readonly Person[],
  month: Month,
  assessed: ReadonlyMap<string, readonly string[]>,
  sales: readonly Sale[],
): Generator<Row<'calls'>> {
  const counter = { count: 0, prefix: `C${month.slice(2, 4)}${month.slice(5)}` };
  const soldOn = byAgentAndDay(sales);
  for (const date of daysOf(month)) {
    const calls = people.flatMap((person) => {
      const works = assessed.get(person.agent_id)?.includes(date) ?? false;
      const sold = soldOn(person.agent_id, date);
      return [...(works ? dayCalls(person, date, sold) : []), ...caseCallsOf(person.agent_id, date)];
    });
    yield* callRows(date, calls, counter);
  }
}

function dayCalls(person: Person, date: string, sold: readonly SoldTo[]): Call[] {
  const random = chance('calls', date, person.agent_id);
  const plan = DAY_PLANS[person.agent_id]?.[date] ?? planOf(person, sold.length, random);
  const next = drawFrom(POOL, (index) => phoneNumber(NUMBERS.pool + index), random);
  return callsOfDay(person.agent_id, plan, sold, next, random);
}

function planOf(person: Person, sold: number, random: Seeded): DayPlan {
  // Duty managers take calls that agents pass on and meet no target.
  if (person.role === 'duty_manager') {
    return { dialled: random.between(10, 20), answered: 12, redials: 2, inbound: 8, retention: 3 };
  }
  // Three days in two hundred are missed, half of them in a notify/retention campaign.
  if (!STEADY.has(person.agent_id) && random.perMille(15)) {
    const dialled = random.between(36, 58);
    return {
      dialled,
      answered: Math.max(25, sold + 2),
      redials: 4,
      inbound: 2,
      retention: random.pick([0, dialled]),
    };
  }
  return everydayPlan(random.between(84, 103), sold, random);
}
