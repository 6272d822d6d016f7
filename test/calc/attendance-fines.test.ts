/** Section 5 of the handbook: late, early leave, absence (A-1 … A-3), with the fines that a rule file can name. */
import { describe, expect, it } from 'vitest';
import { decimal } from '../../src/base/exact.js';
import type { AttendanceRow } from '../../src/input/records.js';
import type { Plan } from '../../src/rules/plan.js';
import {
  agent,
  amountsOf,
  attendance,
  bands,
  calculate,
  handbook,
  handbookWith,
  messagesOf,
  S,
} from './department.js';

const date = (dayOfMonth: number): string => `2025-04-${String(dayOfMonth).padStart(2, '0')}`;
const late = (dayOfMonth: number, minutes?: number): AttendanceRow =>
  attendance('A1', date(dayOfMonth), { status: 'late', ...(minutes === undefined ? {} : { minutes }) });

/** A rule file that fines one offence in this way. */
const fining = (offence: 'late' | 'early_leave' | 'absence', keys: string): Plan =>
  handbookWith({
    [`components.${offence}.fine`]: `{ attendance: ${offence}, ${keys}, ${S} }`,
  });

function finesOf(rows: readonly AttendanceRow[], plan: Plan, monthly_base?: string): Record<string, string> {
  const base = monthly_base === undefined ? {} : { monthly_base: decimal(monthly_base) };
  const lines = amountsOf(calculate({ agents: [agent('A1', base)], attendance: rows }, plan), 'A1');
  return Object.fromEntries(
    Object.entries(lines).flatMap(([id, amount]) =>
      id.includes(':') ? [[id.replace('2025-04-', ''), amount]] : [],
    ),
  );
}

it('A-2: the handbook states no fine: 0', () => {
  const rows = [
    late(1, 600),
    attendance('A1', date(2), { status: 'early_leave' }),
    attendance('A1', date(3), { status: 'absent' }),
  ];
  expect(finesOf(rows, handbook)).toEqual({});
});

describe('per occurrence', () => {
  const rows = [late(3), late(1, 5), late(2, 90)];
  const CASES: readonly [string, Record<string, string>][] = [
    ['', { 'late:late:01': '20.00', 'late:late:02': '20.00', 'late:late:03': '20.00' }],
    // The first of the month, by date, are free.
    [', free_occurrences: 0', { 'late:late:01': '20.00', 'late:late:02': '20.00', 'late:late:03': '20.00' }],
    [', free_occurrences: 1', { 'late:late:02': '20.00', 'late:late:03': '20.00' }],
    [', free_occurrences: 2', { 'late:late:03': '20.00' }],
    [', free_occurrences: 3', {}],
    [', free_occurrences: 9', {}],
  ];
  it.each(CASES)('20 yuan%s', (free, expected) => {
    expect(finesOf(rows, fining('late', `charge: { per_occurrence: 20, ${S} }${free}`))).toEqual(expected);
  });

  it('of each offence by itself', () => {
    const plan = fining('early_leave', `charge: { per_occurrence: 7.5, ${S} }`);
    const rowsOfBoth = [late(1), attendance('A1', date(1), { status: 'early_leave' })];
    expect(finesOf(rowsOfBoth, plan)).toEqual({ 'early_leave:early_leave:01': '7.50' });
  });
});

describe('per minute', () => {
  const rows = [late(1, 10), late(2, 25), late(3, 1)];
  const CASES: readonly [string, Record<string, string>][] = [
    ['', { 'late:late:01': '5.00', 'late:late:02': '12.50', 'late:late:03': '0.50' }],
    // 30 free minutes: 10 of the 1st, 20 of the 2nd; 5 and 1 are charged.
    [', free_minutes: 30', { 'late:late:02': '2.50', 'late:late:03': '0.50' }],
    [', free_minutes: 10', { 'late:late:02': '12.50', 'late:late:03': '0.50' }],
    [', free_minutes: 9', { 'late:late:01': '0.50', 'late:late:02': '12.50', 'late:late:03': '0.50' }],
    [', free_minutes: 35', { 'late:late:03': '0.50' }],
    [', free_minutes: 36', {}],
  ];
  it.each(CASES)('half a yuan%s', (free, expected) => {
    expect(finesOf(rows, fining('late', `charge: { per_minute: 0.5, ${S} }${free}`))).toEqual(expected);
  });

  it('a row without minutes refuses the month', () => {
    const plan = fining('late', `charge: { per_minute: 0.5, ${S} }`);
    const result = calculate({ agents: [agent('A1')], attendance: [late(1)] }, plan);
    expect(messagesOf(result, 'no_minutes')).toEqual([
      'the row of A1 on 2025-04-01 gives no minutes, but the rule "late" charges by the minute',
    ]);
  });
});

describe('by bands of minutes', () => {
  const byBands = (scale: string, more = ''): Plan =>
    fining('late', `charge: { minutes: ${scale}, ${S} }${more}`);
  // Up to 9 minutes 5 yuan, from 10 on 20 yuan, from 30 on 50 yuan.
  const lookup = `{ scale: lookup, ${bands({ 0: '5', 10: '20', 30: '50' })}, ${S} }`;
  const LOOKUP: readonly [number, string][] = [
    [1, '5.00'],
    [9, '5.00'],
    [10, '20.00'],
    [29, '20.00'],
    [30, '50.00'],
    [480, '50.00'],
  ];
  it.each(LOOKUP)('%i minutes: %s', (minutes, expected) => {
    expect(finesOf([late(1, minutes)], byBands(lookup))).toEqual({ 'late:late:01': expected });
  });

  it('free minutes come off before the band is looked up', () => {
    // 5 free: 34 − 5 = 29 minutes, 20 yuan; the next day 30, nothing is free any more.
    expect(finesOf([late(1, 34), late(2, 30)], byBands(lookup, ', free_minutes: 5'))).toEqual({
      'late:late:01': '20.00',
      'late:late:02': '50.00',
    });
  });

  it('a marginal scale: each minute at its band', () => {
    const marginal = `{ scale: marginal, ${bands({ 1: '0.1', 11: '0.5' })}, ${S} }`;
    // 10 × 0.1 + 15 × 0.5 = 8.5
    expect(finesOf([late(1, 25)], byBands(marginal))).toEqual({ 'late:late:01': '8.50' });
  });
});

describe('by day rate: monthly base ÷ divisor × times', () => {
  const absent = attendance('A1', date(8), { status: 'absent' });
  const dayRate = `charge: { day_rate: { divisor: 21.75, times: 3, ${S} }, ${S} }`;

  it.each([
    ['2175', '300.00'], // 2175 ÷ 21.75 × 3
    ['3000', '413.79'], // 3000 ÷ 21.75 × 3 = 413.7931
    ['0', undefined],
  ])('base %s: %s', (base, expected) => {
    expect(finesOf([absent], fining('absence', dayRate), base)).toEqual(
      expected === undefined ? {} : { 'absence:absent:08': expected },
    );
  });

  it('the first so many days free', () => {
    const rows = [absent, attendance('A1', date(2), { status: 'absent' })];
    expect(finesOf(rows, fining('absence', `${dayRate}, free_occurrences: 1`), '2175')).toEqual({
      'absence:absent:08': '300.00',
    });
  });

  it('someone without a monthly base refuses the month; nobody absent does not', () => {
    const plan = fining('absence', dayRate);
    expect(
      messagesOf(calculate({ agents: [agent('A1')], attendance: [absent] }, plan), 'no_monthly_base'),
    ).toEqual(['A1 has no monthly_base, but the rule "absence" reckons with it']);
    expect(
      messagesOf(calculate({ agents: [agent('A1')], attendance: [late(1)] }, plan), 'no_monthly_base'),
    ).toEqual([]);
  });
});

describe('A-3: leave that was not approved is absence, when it takes up the day', () => {
  const plan = fining('absence', `charge: { per_occurrence: 30, ${S} }`);
  const LEAVES: readonly [string, Partial<AttendanceRow>, boolean][] = [
    ['approved no, minutes empty', { status: 'leave', approved: 'no' }, true],
    ['approved no, 480 minutes', { status: 'leave', approved: 'no', minutes: 480 }, true],
    ['approved no, 481 minutes', { status: 'leave', approved: 'no', minutes: 481 }, true],
    ['approved no, 479 minutes', { status: 'leave', approved: 'no', minutes: 479 }, false],
    ['approved yes', { status: 'leave', approved: 'yes' }, false],
    ['approved empty', { status: 'leave' }, false],
    ['absent', { status: 'absent' }, true],
    ['absent, 60 minutes', { status: 'absent', minutes: 60 }, true],
    ['rest, approved no', { status: 'rest', approved: 'no' }, false],
    ['late, approved no', { status: 'late', approved: 'no' }, false],
  ];
  it.each(LEAVES)('%s', (_, more, expected) => {
    const fines = finesOf([attendance('A1', date(8), more)], plan);
    expect(Object.values(fines)).toEqual(expected ? ['30.00'] : []);
  });

  it('two rows of a day are taken by their status: the free one is the same in any order of the file', () => {
    const rows = [
      attendance('A1', date(8), { status: 'leave', approved: 'no' }),
      attendance('A1', date(8), { status: 'absent' }),
    ];
    const one = fining('absence', `charge: { per_occurrence: 30, ${S} }, free_occurrences: 1`);
    expect(finesOf(rows, one)).toEqual({ 'absence:leave:08': '30.00' });
    expect(finesOf(rows.toReversed(), one)).toEqual({ 'absence:leave:08': '30.00' });
  });
});
