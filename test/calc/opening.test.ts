/** What is known of before the first month, in the calculation of the first: handbook, sections 1, 5, 7 and 9. */
import { describe, expect, it } from 'vitest';
import { decimal, toText } from '../../src/base/exact.js';
import { advance } from '../../src/calc/advance.js';
import { gradeQuarter } from '../../src/calc/grade.js';
import { openingStates } from '../../src/calc/opening.js';
import { NO_PAST_MONTHS, type Past } from '../../src/calc/past.js';
import type { CountsRow, Opening, OpeningSignupRow } from '../../src/input/opening-rows.js';
import {
  agent,
  amountsOf,
  bill,
  calculateIn,
  day,
  handbook,
  handbookText,
  incident,
  month,
  type Parts,
  payslipOf,
  planOf,
  signup,
  time,
  together,
} from './department.js';
import { onePlan } from '../../src/rules/plans.js';

const APRIL = month('2025-04');
const MAY = month('2025-05');
const A1: Parts = { agents: [agent('A1')] };

const at = { file: 'signups.csv', line: 2 };

/** A sign-up of April that had no bill, unless `more` says otherwise. */
const signed = (product: string, more: Partial<OpeningSignupRow> = {}): OpeningSignupRow => ({
  ...signup('A1', product),
  outcome: 'no_billing',
  billed: decimal('0'),
  at,
  ...more,
});

const counts = (
  product: string,
  counted: number,
  amount: string,
  more: Partial<CountsRow> = {},
): CountsRow => ({
  month: APRIL,
  agent_id: 'A1',
  product,
  gross: counted + 1,
  counted,
  reversed: 0,
  forced: 0,
  amount: decimal(amount),
  at: { file: 'counts.csv', line: 2 },
  ...more,
});

/** May's past after an opening with April. */
function openedMay(parts: Partial<Opening>, plan = handbook): Past {
  const nothing = { agents: [agent('A1')], debts: [], signups: [], counts: [], scores: [], measures: [] };
  const states = openingStates([plan], { month: APRIL, ...nothing, ...parts });
  return states.reduce((past, state) => advance(past, state, [plan]), NO_PAST_MONTHS);
}

const inMay = (parts: Parts, past: Past, plan = handbook) =>
  calculateIn(MAY, together(A1, parts), plan, past);
const bills = (one: OpeningSignupRow, more = {}): Parts => ({
  billing: [bill(one, { bill_month: MAY, ...more })],
});

describe('a bill that comes a month late, for a sign-up of before', () => {
  // By numbers alone: 89 INFO_4 at 2 were paid 178; the 90th lifts all to 2.5: 225 − 178.
  it('lifts a whole-volume tier of units known by number: 90 × 2.5 − 178 = 47.00', () => {
    const late = signed('INFO_4');
    const past = openedMay({ signups: [late], counts: [counts('INFO_4', 89, '178.00')] });
    expect(amountsOf(inMay(bills(late), past), 'A1')).toEqual({ 'prior_period:2025-04:INFO_4': '47.00' });
  });

  it('lifts a product none of whose sign-ups is listed, when it is in its basis: 89 × 2.5 − 178', () => {
    const late = signed('INFO_6');
    const past = openedMay({
      signups: [late],
      counts: [counts('INFO_4', 89, '178.00', { gross: 89 }), counts('INFO_6', 0, '0.00')],
    });
    expect(amountsOf(inMay(bills(late), past), 'A1')).toEqual({
      'prior_period:2025-04:INFO_4': '44.50',
      'prior_period:2025-04:INFO_6': '4.00',
    });
  });

  it('counts a unit once that is listed and in the numbers: 89 × 2 − 176 = 2.00', () => {
    const late = signed('INFO_4');
    const paid = signed('INFO_4', { outcome: 'counted', points: decimal('2') });
    const past = openedMay({ signups: [late, paid], counts: [counts('INFO_4', 88, '176.00')] });
    expect(amountsOf(inMay(bills(late), past), 'A1')).toEqual({ 'prior_period:2025-04:INFO_4': '2.00' });
  });

  it('is a unit behind those known by number: the 101st SECRETARY at 2, and as much to take back', () => {
    const late = signed('SECRETARY');
    const past = openedMay({ signups: [late], counts: [counts('SECRETARY', 100, '150.00')] });
    const may = inMay(bills(late), past);
    expect(amountsOf(may, 'A1')).toEqual({ 'prior_period:2025-04:SECRETARY': '2.00' });
    expect(may.late.map(({ points }) => toText(points))).toEqual(['2']);
  });

  it('pays what was paid otherwise than by the rules as the difference: due 4 + 4, paid 3.50', () => {
    const late = signed('MAIL');
    const past = openedMay({ signups: [late], counts: [counts('MAIL', 1, '3.50')] });
    expect(amountsOf(inMay(bills(late), past), 'A1')).toEqual({ 'prior_period:2025-04:MAIL': '4.50' });
  });

  it('without counts rests on the points of the list: 2 × 4 due, 4 paid', () => {
    const late = signed('MAIL');
    const paid = signed('MAIL', { outcome: 'counted', points: decimal('4') });
    const may = inMay(bills(late), openedMay({ signups: [late, paid] }));
    expect(amountsOf(may, 'A1')).toEqual({ 'prior_period:2025-04:MAIL': '4.00' });
  });
});

describe('a forced activation found in May', () => {
  const named = (one: OpeningSignupRow): Parts => ({
    incidents: [incident('A1', 'forced_activation', { incident_id: 'E1', signup_id: one.signup_id })],
  });

  it('of a paid sign-up: what was paid, ten times that, and what was billed', () => {
    const one = signed('INFO_4', { outcome: 'counted', points: decimal('2'), billed: decimal('4') });
    expect(amountsOf(inMay(named(one), openedMay({ signups: [one] })), 'A1')).toEqual({
      [`clawback:${one.signup_id}`]: '2.00',
      'forced_activation:E1': '20.00',
      'refund:E1': '4.00',
    });
  });

  it('of an unpaid one: ten times the next unit on the numbers of April, the 101st SECRETARY at 2', () => {
    const one = signed('SECRETARY');
    const past = openedMay({ signups: [one], counts: [counts('SECRETARY', 100, '150.00')] });
    expect(amountsOf(inMay(named(one), past), 'A1')).toEqual({ 'forced_activation:E1': '20.00' });
  });

  it('of one that was forced in April already: nothing', () => {
    const one = signed('INFO_4', { outcome: 'forced', billed: decimal('4') });
    expect(amountsOf(inMay(named(one), openedMay({ signups: [one] })), 'A1')).toEqual({});
  });
});

describe('a clawback window of two months', () => {
  const plan = planOf(handbookText().replace('window_months: { value: 0,', 'window_months: { value: 2,'));
  const cases: readonly [string, string, Record<string, string>][] = [
    ['February is too old', '2025-02-10 10:00:00', {}],
    ['March is not', '2025-03-10 10:00:00', { 'clawback:S1': '4.00' }],
  ];
  it.each(cases)('%s', (_, signed_at, expected) => {
    const one = signed('MAIL', {
      signup_id: 'S1',
      signed_at: time(signed_at),
      outcome: 'counted',
      points: decimal('4'),
    });
    const cancelled = bills(one, { status: 'cancelled' });
    expect(amountsOf(inMay(cancelled, openedMay({ signups: [one] }, plan), plan), 'A1')).toEqual(expected);
  });
});

it('debts are carried into the first month, of people who are gone too', () => {
  const past = openedMay({
    agents: [agent('A1'), agent('A2')],
    debts: [{ agent_id: 'A2', amount: decimal('516.5'), at }],
  });
  expect(payslipOf(inMay({}, past), 'A2')).toEqual({
    debt_in: '516.50',
    net: '-516.50',
    debt_out: '516.50',
  });
});

it('grades rest on scores and counts of every month: mean of 70 and 80; (1 + 1 reversed + 2 forced) ÷ 16', () => {
  const score = (of: string, value: string) => ({
    month: month(of),
    agent_id: 'A1',
    score: decimal(value),
    at,
  });
  const past = openedMay({
    signups: [signed('MAIL', { outcome: 'reversed' })],
    counts: [
      counts('MAIL', 3, '12.00', { gross: 6, reversed: 1 }),
      counts('MAIL', 7, '28.00', { month: month('2025-03'), gross: 10, reversed: 1, forced: 2 }),
    ],
    scores: [score('2025-03', '70'), score('2025-04', '80')],
  });
  const [graded] = gradeQuarter(onePlan(handbook), past.months, day('2025-06-30'));
  expect(graded?.mean.equals(75)).toBe(true);
  expect(graded && toText(graded.reversal_rate)).toBe('0.25');
});
