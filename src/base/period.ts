/**
 * Local calendar dates without a time zone, as ISO text: they sort, compare and print as they are, and no
 * clock or zone of the machine can move them. Nothing here goes through Date.
 */

/** `YYYY-MM-DD`, a day that exists. */
export type PlainDate = string & { readonly plainDate: unique symbol };
/** `YYYY-MM-DD HH:MM:SS`. */
export type PlainTime = string & { readonly plainTime: unique symbol };
/** `YYYY-MM`: a pay month. */
export type Month = string & { readonly month: unique symbol };

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The date of these numbers, or undefined when there is no such day. */
export function plainDate(year: number, month: number, day: number): PlainDate | undefined {
  if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
    return undefined;
  }
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}` as PlainDate;
}

/** The time of a day, or undefined when there is no such time. */
export function plainTime(
  date: PlainDate,
  hour: number,
  minute: number,
  second: number,
): PlainTime | undefined {
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return `${date} ${pad(hour)}:${pad(minute)}:${pad(second)}` as PlainTime;
}

/** The month that `text` (`YYYY-MM`) names, or undefined. */
export function parseMonth(text: string): Month | undefined {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  return match && plainDate(Number(match[1]), Number(match[2]), 1) ? (text as Month) : undefined;
}

/** The date that `text` (`YYYY-MM-DD`) names, or undefined. */
export function parseIsoDate(text: string): PlainDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? plainDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** The time that `text` (`YYYY-MM-DD HH:MM:SS`) names, or undefined. */
export function parsePlainTime(text: string): PlainTime | undefined {
  const match = /^(\d{4}-\d{2}-\d{2}) (\d{2}):(\d{2}):(\d{2})$/.exec(text);
  const date = parseIsoDate(match?.[1] ?? '');
  return date && match ? plainTime(date, Number(match[2]), Number(match[3]), Number(match[4])) : undefined;
}

/** The three months of the quarter that `text` (`YYYY-Qn`) names, or undefined. */
export function monthsOfQuarter(text: string): readonly [Month, Month, Month] | undefined {
  const match = /^(\d{4})-Q([1-4])$/.exec(text);
  const first = match && parseMonth(`${match[1] ?? ''}-${pad(Number(match[2]) * 3 - 2)}`);
  return first ? [first, shiftMonth(first, 1), shiftMonth(first, 2)] : undefined;
}

export function dateOf(time: PlainTime): PlainDate {
  return time.slice(0, 10) as PlainDate;
}

/** The hour that has begun: 0 to 23. */
export function hourOf(time: PlainTime): number {
  return Number(time.slice(11, 13));
}

export function monthOf(day: PlainDate | PlainTime): Month {
  return day.slice(0, 7) as Month;
}

/** Whether a day is meant, not a whole month. */
export const isDay = (period: PlainDate | Month): period is PlainDate => period.length === 10;

const yearNumber = (text: PlainDate | Month): number => Number(text.slice(0, 4));
const monthNumber = (text: PlainDate | Month): number => Number(text.slice(5, 7));

export function firstDay(month: Month): PlainDate {
  return `${month}-01` as PlainDate;
}

export function lastDay(month: Month): PlainDate {
  return `${month}-${pad(daysIn(yearNumber(month), monthNumber(month)))}` as PlainDate;
}

/** Every day of the month, in order. */
export function daysOf(month: Month): PlainDate[] {
  const count = daysIn(yearNumber(month), monthNumber(month));
  return Array.from({ length: count }, (_, index) => `${month}-${pad(index + 1)}` as PlainDate);
}

/** The month `count` months later (earlier when negative). */
export function shiftMonth(month: Month, count: number): Month {
  const index = yearNumber(month) * 12 + monthNumber(month) - 1 + count;
  return `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1)}` as Month;
}

/** `day` + `count` months; a day that the month lacks becomes its last (31 January + 1 month = 28 February). */
export function addMonths(day: PlainDate, count: number): PlainDate {
  const month = shiftMonth(monthOf(day), count);
  const last = daysIn(yearNumber(month), monthNumber(month));
  return `${month}-${pad(Math.min(Number(day.slice(8)), last))}` as PlainDate;
}

/** `day` + `count` days. */
export function addDays(day: PlainDate, count: number): PlainDate {
  const left = Number(day.slice(8)) + count;
  const month = monthOf(day);
  const length = daysOf(month).length;
  if (left > length) return addDays(firstDay(shiftMonth(month, 1)), left - length - 1);
  return left >= 1 ? (`${month}-${pad(left)}` as PlainDate) : addDays(lastDay(shiftMonth(month, -1)), left);
}

/** The days from one day to a later one: 1 from a day to the next; less than 0 when `until` is earlier. */
export function daysBetween(from: PlainDate, until: PlainDate): number {
  return dayNumber(until) - dayNumber(from);
}

/** Days since the first of March of the year 0, in the Gregorian calendar. */
function dayNumber(day: PlainDate): number {
  // A year that begins in March has its leap day at its end.
  const early = monthNumber(day) < 3;
  const year = yearNumber(day) - (early ? 1 : 0);
  const month = monthNumber(day) + (early ? 9 : -3);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + Math.floor((month * 153 + 2) / 5) + Number(day.slice(8)) - 1;
}

/** The greatest n with `from` + n months ≤ `until` (handbook, section 7: tenure); 0 when `until` is earlier. */
export function fullMonths(from: PlainDate, until: PlainDate): number {
  const months = (yearNumber(until) - yearNumber(from)) * 12 + monthNumber(until) - monthNumber(from);
  return Math.max(0, addMonths(from, months) <= until ? months : months - 1);
}
