/** Days of April that show a case of the daily target, of attendance, or of a single call. */
import type { Row } from '../exports/columns.js';
import { attended, type AttendanceRow } from '../department/attendance.js';
import type { Call, DayPlan } from '../department/calls.js';
import { isRestDay, secondOf } from '../department/calendar.js';
import { caseCustomer } from './case-rows.js';

/** A day that misses every test, with `retention` of its 56 outbound calls in a retention campaign. */
const miss = (retention: number): DayPlan => ({
  dialled: 52,
  answered: 30,
  redials: 4,
  inbound: 3,
  retention,
});

/** A day of 70 outbound calls at an edge of T-0. */
const edge = (answered: number, dialled: number, retention: number): DayPlan => {
  return { dialled, answered, redials: 70 - dialled, inbound: 3, retention };
};

/** By agent and day. Nothing is sold on these days but what a case sells. */
export const DAY_PLANS: Readonly<Record<string, Readonly<Record<string, DayPlan>>>> = {
  // T-0: the test of successes alone decides, at 30 and at 29 customers.
  '0106': {
    '2025-04-18': { dialled: 45, answered: 35, redials: 5, inbound: 2, retention: 0 },
    '2025-04-22': { dialled: 55, answered: 35, redials: 5, inbound: 2, retention: 0 },
  },
  // T-2, P-2: one to three misses, of which so many on retention days (0403 has none).
  '0404': { '2025-04-09': miss(0) },
  '0405': { '2025-04-09': miss(56) },
  '0406': { '2025-04-09': miss(56), '2025-04-17': miss(40) },
  '0407': { '2025-04-09': miss(56), '2025-04-17': miss(5) },
  '0408': { '2025-04-09': miss(56), '2025-04-17': miss(40), '2025-04-23': miss(0) },
  '0409': { '2025-04-09': miss(56), '2025-04-17': miss(40), '2025-04-23': miss(30) },
  '0410': {
    // T-0: 40 answered and 59 dialled; 39 and 60; 39 and 59.
    '2025-04-08': edge(40, 59, 0),
    '2025-04-09': edge(39, 60, 0),
    // T-2: exactly half of the outbound calls, and one call less than half, are retention calls.
    '2025-04-10': edge(39, 59, 35),
    '2025-04-11': edge(39, 59, 34),
    // T-0, T-2: calls in the other direction alone, 40 and 39 of them; no outbound call, no retention day.
    '2025-04-14': { dialled: 0, answered: 40, redials: 0, inbound: 40, retention: 0 },
    '2025-04-15': { dialled: 0, answered: 39, redials: 0, inbound: 39, retention: 0 },
  },
};

/** Who meets the target on every other day of the quarter: nothing is left to chance for them. */
export const STEADY: ReadonlySet<string> = new Set([...Object.keys(DAY_PLANS), '0103', '0403', '0416']);

/** what is absence and what is not. */
const FIXED: readonly AttendanceRow[] = [
  attended('0412', '2025-04-08', 'absent', '480'),
  attended('0412', '2025-04-09', 'leave', '', 'no'),
  attended('0412', '2025-04-10', 'leave', '479', 'no'),
  attended('0412', '2025-04-11', 'leave', '480', 'no'),
  attended('0412', '2025-04-14', 'leave', '480', 'yes'),
  // Two statuses on one day, which is one assessed day.
  attended('0412', '2025-04-15', 'late', '15'),
  attended('0412', '2025-04-15', 'early_leave', '20'),
  attended('0412', '2025-04-16', 'absent'),
  // Calls on this day stand against the attendance row: a warning of the gap checks.
  attended('0207', '2025-04-12', 'rest'),
];

const call = (
  agent_id: string,
  at: string,
  direction: 'outbound' | 'inbound',
  customer: number,
  duration_s: string,
): readonly [at: string, call: Call] => [
  at,
  {
    agent_id,
    second: secondOf(at),
    direction,
    result: duration_s === '0' ? 'no_answer' : 'answered',
    duration_s,
    customer_no: caseCustomer(customer),
    campaign: 'marketing',
  },
];

/** Single calls, on top of the day's plan. */
const CASE_CALLS = [
  // D-5: on the day of listing; the day after; an inbound call after it (see customers.ts for the listings).
  call('0207', '2025-04-10 14:00:00', 'outbound', 201, '45'),
  call('0207', '2025-04-11 14:00:00', 'outbound', 202, '0'),
  call('0207', '2025-04-14 14:00:00', 'inbound', 203, '60'),
  // On a day of rest.
  call('0207', '2025-04-12 10:00:00', 'outbound', 204, '80'),
  call('0207', '2025-04-12 10:05:00', 'outbound', 205, '0'),
  // H2-4: visited the day before, on the day, later (see customers.ts for the visits).
  call('0304', '2025-04-09 10:00:00', 'outbound', 211, '100'),
  call('0304', '2025-04-09 10:20:00', 'outbound', 212, '100'),
  call('0304', '2025-04-09 10:40:00', 'outbound', 213, '100'),
  // H2-4: five minutes are not over five minutes; one second more is.
  call('0304', '2025-04-09 11:00:00', 'outbound', 214, '300'),
  call('0304', '2025-04-09 11:20:00', 'outbound', 215, '301'),
  // H2-4: one customer called by two agents is one in the total.
  call('0303', '2025-04-09 15:00:00', 'outbound', 215, '30'),
] as const;

export function caseCallsOf(agent_id: string, date: string): Call[] {
  return CASE_CALLS.flatMap(([at, one]) => (one.agent_id === agent_id && at.startsWith(date) ? [one] : []));
}

/** Agents and days on which a case call is made, with those of day plans: they must be at work. */
export const CASE_DAYS: readonly (readonly [agent_id: string, date: string])[] = [
  ...Object.entries(DAY_PLANS).flatMap(([agent, days]) =>
    Object.keys(days).map((day) => [agent, day] as const),
  ),
  ...CASE_CALLS.map(([at, { agent_id }]) => [agent_id, at.slice(0, 10)] as const),
];

/** H2-1: 19 records; 20 rows that hold 19 customers; 20 records. */
export const CASE_LEADS: readonly Row<'leads'>[] = (
  [
    ['0207', 19, 300],
    ['0208', 19, 320],
    ['0209', 20, 340],
  ] as const
).flatMap(([agent_id, count, from]) => {
  const rows = Array.from({ length: count }, (_, index) => ({
    agent_id,
    date: '2025-04-15',
    customer_no: caseCustomer(from + index),
    source: '社区宣传',
  }));
  return agent_id === '0208' ? [...rows, ...rows.slice(0, 1)] : rows;
});

const AT_WORK = new Set(
  [...CASE_DAYS, ...CASE_LEADS.map((row) => [row.agent_id, row.date] as const)].map(String),
);

/** The attendance that the cases need; undefined where it is left to chance. */
export function fixedAttendance(agent_id: string, date: string): readonly AttendanceRow[] | undefined {
  const fixed = FIXED.filter((row) => row.agent_id === agent_id && row.date === date);
  if (fixed.length > 0) return fixed;
  // Section 3: no assessed day at all in April.
  if (agent_id === '0411' && date < '2025-05-01') {
    return [
      isRestDay(date) ? attended(agent_id, date, 'rest') : attended(agent_id, date, 'leave', '480', 'yes'),
    ];
  }
  return AT_WORK.has(String([agent_id, date])) ? [attended(agent_id, date, 'present')] : undefined;
}
