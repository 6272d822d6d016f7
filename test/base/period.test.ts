import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dateOf,
  daysOf,
  firstDay,
  fullMonths,
  lastDay,
  monthOf,
  parseIsoDate,
  parseMonth,
  plainDate,
  plainTime,
  shiftMonth,
} from '../../src/base/period.js';
import { day, month, time } from '../calc/rows.js';

describe('days that exist', () => {
  it.each([
    [2025, 4, 30, '2025-04-30'],
    [2024, 2, 29, '2024-02-29'],
    [2000, 2, 29, '2000-02-29'],
    [1900, 1, 1, '1900-01-01'],
  ])('%i %i %i', (year, monthNumber, dayNumber, expected) => {
    expect(plainDate(year, monthNumber, dayNumber)).toBe(expected);
  });

  it.each([
    [2025, 4, 31],
    [2025, 2, 29],
    [2100, 2, 29],
    [2025, 0, 1],
    [2025, 13, 1],
    [2025, 1, 0],
    [1899, 12, 31],
    [3000, 1, 1],
  ])('%i %i %i is none', (year, monthNumber, dayNumber) => {
    expect(plainDate(year, monthNumber, dayNumber)).toBeUndefined();
  });

  it.each([
    [23, 59, 59, '2025-04-01 23:59:59'],
    [0, 0, 0, '2025-04-01 00:00:00'],
    [24, 0, 0, undefined],
    [9, 60, 0, undefined],
    [9, 0, 60, undefined],
  ])('time %i:%i:%i', (hour, minute, second, expected) => {
    expect(plainTime(day('2025-04-01'), hour, minute, second)).toBe(expected);
  });
});

it.each([
  ['2025-04', '2025-04'],
  ['2025-13', undefined],
  ['2025-4', undefined],
  ['2025-04-01', undefined],
])('month %s', (text, expected) => {
  expect(parseMonth(text)).toBe(expected);
});

it.each([
  ['2025-04-01', '2025-04-01'],
  ['2025-04-31', undefined],
  ['2025/04/01', undefined],
  ['2025-04-01 09:00', undefined],
])('ISO date %s', (text, expected) => {
  expect(parseIsoDate(text)).toBe(expected);
});

it('parts of a time and a month', () => {
  expect(dateOf(time('2025-04-30 23:59:59'))).toBe('2025-04-30');
  expect(monthOf(time('2025-04-30 23:59:59'))).toBe('2025-04');
  expect(firstDay(month('2024-02'))).toBe('2024-02-01');
  expect(lastDay(month('2024-02'))).toBe('2024-02-29');
  expect(daysOf(month('2025-04')).at(-1)).toBe('2025-04-30');
  expect(daysOf(month('2025-12'))).toHaveLength(31);
});

it.each([
  ['2025-04', 1, '2025-05'],
  ['2025-12', 1, '2026-01'],
  ['2025-01', -1, '2024-12'],
  ['2025-04', -16, '2023-12'],
])('%s and %i months', (from, count, expected) => {
  expect(shiftMonth(month(from), count)).toBe(expected);
});

it.each([
  ['2025-01-31', 1, '2025-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2025-03-31', 1, '2025-04-30'],
  ['2025-03-17', 1, '2025-04-17'],
  ['2025-12-15', 1, '2026-01-15'],
  ['2025-03-31', -1, '2025-02-28'],
])('%s and %i months is %s: a day that the month lacks becomes its last', (from, count, expected) => {
  expect(addMonths(day(from), count)).toBe(expected);
});

it.each([
  ['2025-04-30', 1, '2025-05-01'],
  ['2025-04-01', -1, '2025-03-31'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2025-12-31', 32, '2026-02-01'],
  ['2025-04-10', 0, '2025-04-10'],
])('%s and %i days is %s', (from, count, expected) => {
  expect(addDays(day(from), count)).toBe(expected);
});

it.each([
  // The greatest n with from + n months ≤ until, short months clipped.
  ['2025-04-30', '2025-06-30', 2],
  ['2025-05-01', '2025-06-30', 1],
  ['2025-04-30', '2025-06-29', 1],
  ['2025-01-31', '2025-02-28', 1],
  ['2025-01-31', '2025-02-27', 0],
  ['2025-07-01', '2025-06-30', 0],
  ['2024-06-30', '2025-06-30', 12],
])('full months from %s until %s: %i', (from, until, expected) => {
  expect(fullMonths(day(from), day(until))).toBe(expected);
});
