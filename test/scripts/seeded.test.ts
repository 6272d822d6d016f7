import { describe, expect, it } from 'vitest';
import { isRestDay, weekday } from '../../scripts/department/calendar.js';
import { phoneNumber } from '../../scripts/department/names.js';
import { spell, type Dialect } from '../../scripts/exports/dialect.js';
import { Seeded } from '../../scripts/seeded.js';

describe('the seeded source', () => {
  it('gives the same numbers for the same labels, on every machine', () => {
    const random = new Seeded('demo', 1);
    expect([random.next(), random.next(), random.next()]).toEqual([2473590485, 2793400860, 2455260305]);
  });

  it('stays within its bounds and reaches all of them', () => {
    const random = new Seeded('bounds');
    const drawn = new Set(Array.from({ length: 500 }, () => random.between(3, 7)));
    expect([...drawn].sort()).toEqual([3, 4, 5, 6, 7]);
  });

  it('weighs', () => {
    const random = new Seeded('weights');
    const drawn = Array.from({ length: 1000 }, () =>
      random.weighted([
        ['often', 9],
        ['seldom', 1],
        ['never', 0],
      ] as const),
    );
    expect(drawn.filter((one) => one === 'seldom').length).toBeGreaterThan(60);
    expect(drawn.filter((one) => one === 'seldom').length).toBeLessThan(140);
    expect(drawn).not.toContain('never');
  });

  it('shuffles without loss', () => {
    const shuffled = new Seeded('shuffle').shuffled([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(shuffled).not.toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(shuffled.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

it('no two customers have one number', () => {
  const numbers = new Set(Array.from({ length: 100_000 }, (_, index) => phoneNumber(index * 101)));
  expect(numbers.size).toBe(100_000);
  expect([...numbers].every((number) => /^1[358]\d00\d{6}$/.test(number))).toBe(true);
});

it.each([
  ['2025-04-01', 2, false],
  ['2025-04-04', 5, true], // 清明
  ['2025-04-12', 6, true],
  ['2025-04-27', 0, false], // worked in exchange
  ['2025-05-05', 1, true], // 劳动节
  ['2025-06-02', 1, true], // 端午
  ['2025-06-30', 1, false],
])('%s is day %i of the week; a rest day: %s', (date, day, rest) => {
  expect(weekday(date)).toBe(day);
  expect(isRestDay(date)).toBe(rest);
});

const plain: Dialect = {
  headers: 'en',
  words: 'en',
  encoding: 'utf-8',
  delimiter: ',',
  newline: '\n',
  dates: 'iso',
};

it.each([
  ['date', '2025-04-01', { dates: 'slash' }, '2025/4/1'],
  ['date', '2025-04-01', { dates: 'hanzi' }, '2025年4月1日'],
  ['date', '2025-04-11', { dates: 'hanzi', fullWidth: true }, '２０２５年４月１１日'],
  ['date', '2025-04', { dates: 'hanzi' }, '2025-04'],
  ['time', '2025-04-01 09:05:00', { dates: 'slash' }, '2025/4/1 9:05'],
  ['time', '2025-04-01 19:05:12', { dates: 'hanzi' }, '2025年4月1日 19:05:12'],
  ['number', '1234567.50', { thousands: true }, '1,234,567.50'],
  ['number', '999', { thousands: true }, '999'],
  ['id', '0101', { tabbedIds: true }, '\t0101'],
  ['id', '', { tabbedIds: true }, ''],
] as const)('a %s %s is spelled in %o as %s', (kind, value, dialect, expected) => {
  expect(spell(value, { zh: '某列', kind }, { ...plain, ...dialect })).toBe(expected);
});
