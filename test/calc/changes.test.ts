/** Values that change in the middle of April: each sign-up and each day by those of its day. */
import { describe, expect, it } from 'vitest';
import { formatMoney, formatShort } from '../../src/base/exact.js';
import { advance } from '../../src/calc/advance.js';
import { stateOf } from '../../src/calc/closing.js';
import type { MonthResult } from '../../src/calc/month.js';
import { NO_PAST_MONTHS } from '../../src/calc/past.js';
import { rulesOf } from '../../src/calc/rests-on.js';
import { partsOf, refold } from '../../src/calc/trace.js';
import type { SignupRow } from '../../src/input/records.js';
import { planOfMonth } from '../../src/rules/plan-on.js';
import {
  activity,
  agent,
  amountsOf,
  answered,
  APRIL,
  attendance,
  bill,
  calculate,
  calculateIn,
  type Changes,
  day,
  handbookWith,
  incident,
  month,
  type Parts,
  resultOf,
  signup,
  signupOf,
  test as result,
  time,
  together,
} from './department.js';

const MAY = month('2025-05');
const S = 'stated: P-11';
const A1: Parts = { agents: [agent('A1')] };

const planWith = (changes: Changes, of = APRIL) => planOfMonth(handbookWith(changes), of);
const inApril = (parts: Parts, changes: Changes): MonthResult =>
  calculate(together(A1, parts), planWith(changes));

/** A mail of A1, signed on this day of April. */
const mail = (date: string): SignupRow =>
  signup('A1', 'MAIL', { signed_at: time(`2025-04-${date} 10:00:00`) });

/** One mail for each of these days, each with its rent. */
function mails(...days: readonly string[]): Parts {
  const signups = days.map(mail);
  return { signups, billing: signups.map((one) => bill(one)) };
}

/** The points of all mails, and of each in the order they were signed. */
function pointsOf(points: string, ...days: readonly string[]): string {
  const [own] = resultOf(inApril(mails(...days), { 'products.MAIL.points': points }), 'A1').facts.commission;
  if (!own) return 'none';
  expect(refold(own.points).equals(own.points.value)).toBe(true);
  return `${formatShort(own.points.value)}: ${[...own.unitPoints.values()].map(formatShort).join(' ')}`;
}

const FLAT = `{ value: 4, ${S}, since: { 2025-04-16: { value: 5, ${S} } } }`;

describe('points that change on 16 April', () => {
  const TWICE = `{ value: 4, ${S}, since: { 2025-04-16: 5, 2025-04-21: 6 } }`;
  /** All at 1, from the third on all at 2, and at 3 from the 16th. */
  const WHOLE = `{ scale: whole, ${S}, bands: [{ from: 0, pays: 1 }, { from: 3, pays: { value: 2, since: { 2025-04-16: 3 } } }] }`;
  /** The first two at 1, the others at 2; from the 16th at 3 and 5. */
  const MARGINAL = `{ scale: marginal, ${S}, bands: [{ from: 1, pays: { value: 1, since: { 2025-04-16: 3 } } }, { from: 3, pays: { value: 2, since: { 2025-04-16: 5 } } }] }`;
  /** The third at 2; from the 16th already the second, at 4. */
  const OTHER_EDGE = `{ scale: marginal, ${S}, bands: { value: [{ from: 1, pays: 1 }, { from: 3, pays: 2 }], since: { 2025-04-16: [{ from: 1, pays: 1 }, { from: 2, pays: 4 }] } } }`;

  const FROM_FLAT = `{ value: 4, ${S}, since: { 2025-04-16: { scale: whole, bands: [{ from: 0, pays: 1 }, { from: 3, pays: 3 }] } } }`;

  it.each<[string, string, string[], string]>([
    ['one each: 4 + 5', FLAT, ['15', '16'], '9: 4 5'],
    ['before the change: 4 + 4', FLAT, ['01', '15'], '8: 4 4'],
    ['after it: 5 + 5', FLAT, ['16', '30'], '10: 5 5'],
    ['of three versions: 4 + 5 + 5 + 6', TWICE, ['15', '16', '20', '21'], '20: 4 5 5 6'],
    ['a tier that all reach together: 2 × 2 + 3', WHOLE, ['10', '11', '20'], '7: 2 2 3'],
    ['a tier that none reaches: 1 + 1', WHOLE, ['10', '20'], '2: 1 1'],
    ['numbered through the month: 1 + 1 + 2 + 5', MARGINAL, ['01', '02', '03', '20'], '9: 1 1 2 5'],
    ['the second of the month after the change: 1 + 3 + 5', MARGINAL, ['01', '16', '17'], '9: 1 3 5'],
    ['bands that change as a whole: 1 + 4 + 4', OTHER_EDGE, ['15', '16', '17'], '9: 1 4 4'],
    ['from one number for all to a tier: 4 + 3 + 3', FROM_FLAT, ['15', '16', '17'], '10: 4 3 3'],
    ['the old bands up to then: 1 + 1 + 4', OTHER_EDGE, ['14', '15', '16'], '6: 1 1 4'],
  ])('%s', (_, points, days, expected) => {
    expect(pointsOf(points, ...days)).toBe(expected);
  });

  it('show both parts, with their days, rows and rules', () => {
    const april = inApril(mails('10', '15', '20'), { 'products.MAIL.points': FLAT });
    const { lines, facts } = resultOf(april, 'A1');
    const line = lines.find((one) => one.product === 'MAIL');
    // 4 + 4 + 5 points of 1 yuan; no one price for all.
    expect(line && [formatMoney(line.amount), line.rate]).toEqual(['13.00', undefined]);
    const parts = facts.commission.flatMap((own) => partsOf(own.points));
    expect(parts.map((part) => `${part.label.en} = ${formatShort(part.value)}`)).toEqual([
      'points of those signed before 2025-04-16 = 8',
      'points of those signed from 2025-04-16 = 5',
    ]);
    expect(parts.map((part) => rulesOf(part).flatMap(({ path }) => (isPoints(path) ? [path] : [])))).toEqual([
      ['products.MAIL.points'],
      ['products.MAIL.points.since.2025-04-16'],
    ]);
    expect(april.rules.map((rule) => rule.path).filter(isPoints)).toEqual([
      'products.MAIL.points',
      'products.MAIL.points.since.2025-04-16',
    ]);
  });

  it('leave a month without the change as it would be by a file without it', () => {
    const [old] = resultOf(calculate(together(A1, mails('10')), planWith({})), 'A1').facts.commission;
    const [own] = resultOf(
      calculate(
        together(A1, mails('10')),
        planWith({ 'products.MAIL.points': FLAT.replace('2025-04-16', '2025-05-16') }),
      ),
      'A1',
    ).facts.commission;
    expect(own?.points.op).toBe(old?.points.op);
    expect(own?.points.label).toEqual(old?.points.label);
  });

  it('are what ten times the points of a forced sign-up are reckoned by: 40 and 50', () => {
    const signups = [mail('10'), mail('20')];
    const incidents = signups.map(({ signup_id }) =>
      incident('A1', 'forced_activation', { signup_id, date: day('2025-04-25') }),
    );
    const april = inApril({ signups, incidents }, { 'products.MAIL.points': FLAT });
    const fines = resultOf(april, 'A1').lines.filter((line) => line.component === 'forced_activation');
    expect(fines.map((line) => formatMoney(line.amount))).toEqual(['40.00', '50.00']);
  });
});

const isPoints = (path: string): boolean => path.includes('.points');

describe('what a sign-up counts on', () => {
  it('is what its product counts on that day', () => {
    const signups = [mail('15'), mail('16')];
    const counts = `{ value: rent, ${S}, since: { 2025-04-16: activation } }`;
    const april = inApril({ signups, billing: [] }, { 'products.MAIL.counts_on': counts });
    expect(signups.map((one) => signupOf(april, one.signup_id).outcome)).toEqual(['no_billing', 'counted']);
  });

  it('is what the basis is that day: rent above 2, from the 16th above 5', () => {
    const signups = [mail('15'), mail('16')];
    const above = `{ value: 2, ${S}, since: { 2025-04-16: 5 } }`;
    const april = inApril(
      { signups, billing: signups.map((one) => bill(one)) },
      { 'counting.bases.rent.above': above },
    );
    expect(signups.map((one) => signupOf(april, one.signup_id).outcome)).toEqual(['counted', 'unbilled']);
  });
});

describe('the daily target', () => {
  const there = [attendance('A1', '2025-04-15'), attendance('A1', '2025-04-16')];

  it('is that of the day: 40 answered calls, from the 16th 50', () => {
    const days = there.map(({ date }) => activity('A1', date, { answered_customers: 45, dials: 45 }));
    const april = inApril(
      { attendance: there, activity: days },
      { 'daily_target.met_by.1.at_least': '{ value: 40, stated: T-1, since: { 2025-04-16: 50 } }' },
    );
    expect(resultOf(april, 'A1').facts.days.map(({ met }) => met)).toEqual([true, false]);
  });

  it('counts the calls that count that day', () => {
    const calls = there.map(({ date }) => answered('A1', date, '9000001', { direction: 'inbound' }));
    const april = inApril(
      { attendance: there, calls },
      {
        'daily_target.answered_calls':
          '{ value: [outbound, inbound], stated: T-1, since: { 2025-04-16: [outbound] } }',
      },
    );
    expect(resultOf(april, 'A1').facts.days.map((one) => one.answered)).toEqual([1, 0]);
  });

  it('assesses the days that it assesses then', () => {
    const late = there.map((row) => ({ ...row, status: 'late' as const, minutes: 5 }));
    const april = inApril(
      { attendance: late },
      {
        'daily_target.assessed': '{ value: [present, late], stated: T-1, since: { 2025-04-16: [present] } }',
      },
    );
    expect(resultOf(april, 'A1').facts.days.map((one) => one.date)).toEqual(['2025-04-15']);
  });
});

describe('fines', () => {
  const fined = (parts: Parts, changes: Changes): string[] =>
    Object.entries(amountsOf(inApril(parts, changes), 'A1')).map(([, amount]) => amount);

  it('go by the date of the incident: 1000, from the 16th 600', () => {
    const complaints = ['15', '16'].map((date) =>
      incident('A1', 'complaint', { date: day(`2025-04-${date}`), cause: 'tariff_unexplained' }),
    );
    const amount = '{ value: 1000, stated: C-4, since: { 2025-04-16: 600 } }';
    expect(fined({ incidents: complaints }, { 'components.complaint.fine.charge.amount': amount })).toEqual([
      '1000.00',
      '600.00',
    ]);
  });

  it('go by the date of the attendance row: 5, from the 16th 8', () => {
    const late = ['15', '16'].map((date) =>
      attendance('A1', `2025-04-${date}`, { status: 'late', minutes: 3 }),
    );
    const charge = '{ per_occurrence: { value: 5, stated: A-2, since: { 2025-04-16: 8 } } }';
    const found = inApril({ attendance: late }, { 'components.late.fine.charge': charge });
    const lines = resultOf(found, 'A1').lines.filter((line) => line.component === 'late');
    expect(lines.map((line) => formatMoney(line.amount))).toEqual(['5.00', '8.00']);
  });

  it.each([
    ['15', '10.00'], // 60 − 50 at 1
    ['16', '20.00'], // 60 − 50 at 2
  ])('go by the date of the last test: on the %sth %s', (date, expected) => {
    const perUnit = '{ value: 1, stated: S-1, since: { 2025-04-16: 2 } }';
    const parts = { tests: [result('A1', 'typing', '50', `2025-04-${date}`)] };
    expect(fined(parts, { 'components.typing.fine.per_unit': perUnit })).toEqual([expected]);
  });
});

describe('in May', () => {
  const plan = handbookWith({ 'products.MAIL.points': FLAT });
  const signups = [mail('10'), mail('20')];
  const [april, may] = [planOfMonth(plan, APRIL), planOfMonth(plan, MAY)];
  const before = (parts: Parts) =>
    advance(NO_PAST_MONTHS, stateOf(calculateIn(APRIL, together(A1, parts), april, NO_PAST_MONTHS)), [april]);

  it('late evidence pays each April sign-up by its day: 4 + 5', () => {
    const bills = { billing: signups.map((one) => bill(one, { bill_month: MAY })) };
    const found = calculateIn(MAY, together(A1, bills), may, before({ signups, billing: [] }));
    expect(amountsOf(found, 'A1')).toEqual({ 'prior_period:2025-04:MAIL': '9.00' });
    expect(found.late.map(({ points }) => formatShort(points))).toEqual(['4', '5']);
  });

  it('takes back what each April sign-up was paid: 4 and 5', () => {
    const past = before({ signups, billing: signups.map((one) => bill(one)) });
    const incidents = signups.map(({ signup_id }) =>
      incident('A1', 'complaint', { signup_id, kind: 'forced_activation', date: day('2025-05-20') }),
    );
    const found = calculateIn(MAY, together(A1, { incidents }), may, past);
    const clawbacks = resultOf(found, 'A1').lines.filter((line) => line.column === 'clawbacks');
    expect(clawbacks.map((line) => formatMoney(line.amount))).toEqual(['4.00', '5.00']);
  });

  it('a sign-up of May has the new points', () => {
    const own = signup('A1', 'MAIL', { signed_at: time('2025-05-02 10:00:00') });
    const found = calculateIn(
      MAY,
      together(A1, { signups: [own], billing: [bill(own, { bill_month: MAY })] }),
      may,
      NO_PAST_MONTHS,
    );
    expect(amountsOf(found, 'A1')['product_commission:MAIL']).toBe('5.00');
  });
});
