/** Weeks of calendar dates: Monday to Sunday. */
import { addDays, type PlainDate } from './period.js';
import { WEEKDAYS, weekdayOf } from './weekday.js';

export const startOfWeek = (date: PlainDate): PlainDate => addDays(date, -WEEKDAYS.indexOf(weekdayOf(date)));

export const endOfWeek = (date: PlainDate): PlainDate => addDays(startOfWeek(date), WEEKDAYS.length - 1);
