/** Weeks of calendar dates: Monday to Sunday. */
import { addDays, lastDay, type Month, type PlainDate } from './period.js';
import { WEEKDAYS, weekdayOf } from './weekday.js';

export const startOfWeek = (date: PlainDate): PlainDate => addDays(date, -WEEKDAYS.indexOf(weekdayOf(date)));

export const endOfWeek = (date: PlainDate): PlainDate => addDays(startOfWeek(date), WEEKDAYS.length - 1);

/** The Monday of the week that goes on in the next month; none where the month ends with a Sunday. */
export function unfinishedFrom(month: Month): PlainDate | undefined {
  const last = lastDay(month);
  return endOfWeek(last) === last ? undefined : startOfWeek(last);
}
