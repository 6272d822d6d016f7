/** Where quarters and years begin. */
import { expect, it } from 'vitest';
import { daysBetween } from '../../src/base/period.js';
import { monthsBefore } from '../../src/calc/year.js';
import { handbookWith, S } from './plans.js';
import { day, month } from './rows.js';

const CASES: readonly [string, string | undefined, string, string][] = [
  // month, the year begins in, months of the quarter before it, months of the year before it
  ['2025-01', undefined, '', ''],
  ['2025-03', undefined, '2025-01 2025-02', '2025-01 2025-02'],
  ['2025-04', undefined, '', '2025-01 2025-02 2025-03'],
  ['2025-04', '4', '', ''],
  [
    '2025-03',
    '4',
    '2025-01 2025-02',
    '2024-04 2024-05 2024-06 2024-07 2024-08 2024-09 2024-10 2024-11 2024-12 2025-01 2025-02',
  ],
  ['2025-03', '2', '2025-02', '2025-02'],
  [
    '2025-01',
    '2',
    '2024-11 2024-12',
    '2024-02 2024-03 2024-04 2024-05 2024-06 2024-07 2024-08 2024-09 2024-10 2024-11 2024-12',
  ],
];

it.each(CASES)('%s in a year that begins in month %s', (name, begins, quarter, year) => {
  const plan = handbookWith(begins === undefined ? {} : { year_begins_in: `{ value: ${begins}, ${S} }` });
  expect(monthsBefore('quarter', { month: month(name), plan }).join(' ')).toBe(quarter);
  expect(monthsBefore('year', { month: month(name), plan }).join(' ')).toBe(year);
});

it.each([
  ['2025-02-28', '2025-03-01', 1],
  ['2024-02-28', '2024-03-01', 2],
  ['2024-12-31', '2025-04-30', 120],
  ['1900-02-28', '1900-03-01', 1],
  ['2000-01-01', '2001-01-01', 366],
  ['2025-03-02', '2025-03-01', -1],
])('from %s to %s: %i days', (from, until, days) => {
  expect(daysBetween(day(from), day(until))).toBe(days);
});
