/** Days of the week of calendar dates, reckoned from the date alone: no clock or zone of the machine counts. */
import type { PlainDate } from './period.js';

/** In the order of the week, which begins on Monday. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Days from the first of March of a year to the first of each month, in a year that begins in March. */
const DAYS_BEFORE = [306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275];
/** What brings the count of days onto Mondays. */
const MONDAY = 1;

/** The day of the week that `date` falls on, in the Gregorian calendar. */
export function weekdayOf(date: PlainDate): Weekday {
  const month = Number(date.slice(5, 7));
  // January and February belong to the year that began in March before: its leap day is its last.
  const year = Number(date.slice(0, 4)) - (month < 3 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const days = year * 365 + leapDays + (DAYS_BEFORE[month - 1] ?? 0) + Number(date.slice(8));
  const weekday = WEEKDAYS[(days + MONDAY) % WEEKDAYS.length];
  if (!weekday) throw new Error(`no date: ${date}`);
  return weekday;
}
