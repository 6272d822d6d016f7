import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/base/period.js';
import { WEEKDAYS, weekdayOf } from '../../src/base/weekday.js';
import { day } from '../calc/rows.js';

describe('the day of the week', () => {
  // As calendars print them: century years are leap years only every four hundred years.
  it.each([
    ['2025-04-01', 'tue'],
    ['2025-04-20', 'sun'],
    ['2024-02-29', 'thu'],
    ['2024-03-01', 'fri'],
    ['2000-02-29', 'tue'],
    ['1900-02-28', 'wed'],
    ['1900-03-01', 'thu'],
    ['2100-03-01', 'mon'],
    ['2999-12-31', 'tue'],
  ])('of %s is %s', (date, expected) => {
    expect(weekdayOf(day(date))).toBe(expected);
  });

  it('goes round without a gap, over leap days and the ends of years', () => {
    let date = day('1999-12-27');
    for (let index = 0; index < 1500; index += 1) {
      expect(weekdayOf(date)).toBe(WEEKDAYS[index % 7]);
      date = addDays(date, 1);
    }
  });
});
