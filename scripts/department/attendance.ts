/** Attendance: a row for each day of employment, by the calendar, the duty roster and small mishaps. */
import { daysOf, type Month } from '../../src/base/period.js';
import type { Row } from '../exports/columns.js';
import type { Chance, Seeded } from '../seeded.js';
import { isOnRoster, isRestDay } from './calendar.js';
import { isEmployed, type Person } from './people.js';

export type AttendanceRow = Row<'attendance'>;

const ASSESSED: ReadonlySet<string> = new Set(['present', 'late', 'early_leave']);

/** Attendance that the data fixes, by agent and day (`0101 2025-04-01`); undefined leaves it to chance. */
export type FixedAttendance = (agent_id: string, date: string) => readonly AttendanceRow[] | undefined;

/** The attendance of `people` in `month`, by person and day. */
export function attendanceOf(
  people: readonly Person[],
  month: Month,
  fixed: FixedAttendance,
  chance: Chance,
): AttendanceRow[] {
  return people.flatMap((person) => {
    const random = chance('attendance', month, person.agent_id);
    return daysOf(month)
      .filter((date) => isEmployed(person, date))
      .flatMap((date) => fixed(person.agent_id, date) ?? [dayOf(person, date, random)]);
  });
}

function dayOf(person: Person, date: string, random: Seeded): AttendanceRow {
  const works = !isRestDay(date) || isOnRoster(person.seat, date);
  return works ? worked(person.agent_id, date, random) : attended(person.agent_id, date, 'rest');
}

function worked(agent_id: string, date: string, random: Seeded): AttendanceRow {
  const status = random.weighted([
    ['present', 940],
    ['late', 22],
    ['early_leave', 12],
    ['leave', 24],
    ['absent', 2],
  ] as const);
  switch (status) {
    case 'present':
      return attended(agent_id, date, status);
    case 'late':
    case 'early_leave':
      return attended(agent_id, date, status, String(random.between(2, 45)));
    case 'leave':
      return attended(agent_id, date, status, random.pick(['480', '480', '240', '']), 'yes');
    case 'absent':
      return attended(agent_id, date, status, '480');
  }
}

export function attended(
  agent_id: string,
  date: string,
  status: 'present' | 'late' | 'early_leave' | 'absent' | 'leave' | 'rest',
  minutes = '',
  approved: '' | 'yes' | 'no' = '',
): AttendanceRow {
  return { agent_id, date, status, minutes, approved };
}

/** The assessed days (handbook, section 3) of each agent, in order. */
export function assessedDays(attendance: readonly AttendanceRow[]): Map<string, string[]> {
  const days = new Map<string, string[]>();
  for (const { agent_id, date, status } of attendance) {
    if (!ASSESSED.has(status)) continue;
    const known = days.get(agent_id) ?? [];
    if (known.at(-1) !== date) known.push(date);
    days.set(agent_id, known);
  }
  return days;
}
