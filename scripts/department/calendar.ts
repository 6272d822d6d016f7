/** The working calendar of the department, April to June 2025, and what is made of months and days. */
import { daysOf, parseMonth, type Month } from '../../src/base/period.js';

/** Public holidays: 清明 4/4–6, 劳动节 5/1–5, 端午 5/31–6/2. */
const HOLIDAYS: ReadonlySet<string> = new Set([
  ...['2025-04-04', '2025-04-05', '2025-04-06'],
  ...['2025-05-01', '2025-05-02', '2025-05-03', '2025-05-04', '2025-05-05'],
  ...['2025-05-31', '2025-06-01', '2025-06-02'],
]);

/** Sundays worked in exchange for a holiday (调休). */
const MAKE_UP_DAYS: ReadonlySet<string> = new Set(['2025-04-27']);

/** The month that `text` names. Throws when there is none: it stands in the generator itself. */
export function month(text: string): Month {
  const found = parseMonth(text);
  if (!found) throw new RangeError(`not a month: ${text}`);
  return found;
}

/** 0 for Sunday to 6 for Saturday (Sakamoto's rule). */
export function weekday(date: string): number {
  const offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
  const [year, monthNumber, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)].map(Number);
  if (year === undefined || monthNumber === undefined || day === undefined) throw new RangeError(date);
  const shifted = monthNumber < 3 ? year - 1 : year;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return (shifted + leaps + (offsets[monthNumber - 1] ?? 0) + day) % 7;
}

/** Whether the whole department rests on `date`, but for those on the duty roster. */
export function isRestDay(date: string): boolean {
  if (MAKE_UP_DAYS.has(date)) return false;
  return HOLIDAYS.has(date) || weekday(date) === 0 || weekday(date) === 6;
}

/** Each rest day a fourth of the department is on duty, by turns. `seat` is a person's number in the list. */
export function isOnRoster(seat: number, date: string): boolean {
  return (
    (seat + daysOf(month(date.slice(0, 7))).filter((day) => day <= date && isRestDay(day)).length) % 4 === 0
  );
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The time of day `second` seconds after midnight, as `HH:MM:SS`. */
export function clock(second: number): string {
  return `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
}

/** The seconds after midnight of an ISO time. */
export function secondOf(time: string): number {
  return Number(time.slice(11, 13)) * 3600 + Number(time.slice(14, 16)) * 60 + Number(time.slice(17, 19));
}
