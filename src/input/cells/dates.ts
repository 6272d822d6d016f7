/**
 * Cells that are days, times and months. Read by pattern, never by the machine's idea of a date, so that no
 * locale or time zone can move one.
 */
import {
  monthOf,
  plainDate,
  plainTime,
  type Month,
  type PlainDate,
  type PlainTime,
} from '../../base/period.js';
import { INPUT_PROBLEMS } from '../../problems/input.js';
import { CellFault, cellFault, plainWidth, remembering, type ReadCell } from './cell.js';

const { not_a_date, no_such_date, date_serial, time_in_date, not_a_time, time_missing, not_a_month } =
  INPUT_PROBLEMS;

const NOT_A_DATE = cellFault(not_a_date);
const NO_SUCH_DATE = cellFault(no_such_date);
const DATE_SERIAL = cellFault(date_serial);
const TIME_IN_DATE = cellFault(time_in_date);
const NOT_A_TIME = cellFault(not_a_time);
const TIME_MISSING = cellFault(time_missing);
const NOT_A_MONTH = cellFault(not_a_month);

/** A day in one of its three forms, and what stands behind it. */
const DAY =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})(?![^\sT])|\/(\d{1,2})\/(\d{1,2})(?![^\sT])|年(\d{1,2})月(\d{1,2})日)(.*)$/;
/** A time of day behind a day: databases add `.0`, which changes nothing. */
const CLOCK = /^[\sT]*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.0+)?)?$/;
const MONTH = /^(\d{4})(?:-(\d{1,2})|\/(\d{1,2})|年(\d{1,2})月|(\d{2}))$/;
/** Day numbers of spreadsheets, from 1927 to 2173, perhaps with the time of day as a fraction. */
const SERIAL = /^[1-9]\d{4}(?:\.\d+)?$/;

interface DayAndRest {
  readonly day: PlainDate;
  readonly rest: string;
}

/** The day that `cell` begins with; `otherwise` says what it is when it begins with none. */
function leadingDay(cell: string, otherwise: CellFault): DayAndRest | CellFault {
  const match = DAY.exec(cell);
  if (!match) return SERIAL.test(cell) ? DATE_SERIAL : otherwise;
  const month = match[2] ?? match[4] ?? match[6];
  const date = match[3] ?? match[5] ?? match[7];
  const day = plainDate(Number(match[1]), Number(month), Number(date));
  return day === undefined ? NO_SUCH_DATE : { day, rest: match[8] ?? '' };
}

function readDay(cell: string): PlainDate | CellFault {
  const read = leadingDay(plainWidth(cell), NOT_A_DATE);
  if (read instanceof CellFault) return read;
  if (read.rest === '') return read.day;
  const clock = CLOCK.exec(read.rest);
  if (!clock) return NOT_A_DATE;
  return [clock[1], clock[2], clock[3] ?? '0'].every((part) => Number(part) === 0) ? read.day : TIME_IN_DATE;
}

function readTime(cell: string): PlainTime | CellFault {
  const read = leadingDay(plainWidth(cell), NOT_A_TIME);
  if (read instanceof CellFault) return read;
  if (read.rest === '') return TIME_MISSING;
  const clock = CLOCK.exec(read.rest);
  if (!clock) return NOT_A_TIME;
  const [, hour, minute, second = '0'] = clock;
  return plainTime(read.day, Number(hour), Number(minute), Number(second)) ?? NO_SUCH_DATE;
}

/** A day, perhaps with midnight as its time. */
export const date: ReadCell<PlainDate> = remembering(readDay);

const CANONICAL_TIME = /^\d{4}-\d\d-\d\d (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

/** A point in time; missing seconds are :00. */
export const time: ReadCell<PlainTime> = (cell) => (isPlainTime(cell) ? cell : readTime(cell));

/** Whether `cell` is written as telepay writes times, as most are: then it is one, as it stands. */
function isPlainTime(cell: string): cell is PlainTime {
  return CANONICAL_TIME.test(cell) && !(date(cell.slice(0, 10)) instanceof CellFault);
}

/** A month; a day is none, since it may have been meant as something else. */
export const month: ReadCell<Month> = remembering(readMonth);

function readMonth(cell: string): Month | CellFault {
  const plain = plainWidth(cell);
  const match = MONTH.exec(plain);
  if (!match) return SERIAL.test(plain) ? DATE_SERIAL : NOT_A_MONTH;
  const day = plainDate(Number(match[1]), Number(match[2] ?? match[3] ?? match[4] ?? match[5]), 1);
  return day === undefined ? NOT_A_MONTH : monthOf(day);
}

/** A day or a month: whichever the export gives. */
export const dateOrMonth: ReadCell<PlainDate | Month> = (cell) =>
  MONTH.test(plainWidth(cell)) ? month(cell) : date(cell);
