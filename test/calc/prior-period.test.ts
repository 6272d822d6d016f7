/** What later months pay and take back for closed ones: handbook, sections 1, 5 and 9. */
import { describe, expect, it } from 'vitest';
import { decimal } from '../../src/base/exact.js';
import { advance } from '../../src/calc/advance.js';
import { stateOf } from '../../src/calc/closing.js';
import { NO_PAST_MONTHS, type Past } from '../../src/calc/past.js';
import type { SignupRow } from '../../src/input/records.js';
import type { Plan } from '../../src/rules/plan.js';
import {
  agent,
  amountsOf,
  bill,
  calculateIn,
  day,
  handbook,
  handbookText,
  handbookWith,
  incident,
  month,
  type Parts,
  payslipOf,
  planOf,
  S,
  sales,
  signup,
  test as result,
  time,
  together,
} from './department.js';

const APRIL = month('2025-04');
const MAY = month('2025-05');
const JUNE = month('2025-06');

/** April closed: what it leaves to May. */
function closedApril(parts: Parts, plan = handbook): Past {
  return advance(NO_PAST_MONTHS, stateOf(calculateIn(APRIL, parts, plan, NO_PAST_MONTHS)), [plan]);
}

const inMay = (parts: Parts, past: Past, plan = handbook) => calculateIn(MAY, parts, plan, past);

/** April sign-ups of A1 without a bill. */
const unbilled = (product: string, count: number): SignupRow[] =>
  Array.from({ length: count }, () => signup('A1', product, { signed_at: time('2025-04-28 10:00:00') }));

const A1: Parts = { agents: [agent('A1')] };
const bills = (signups: readonly SignupRow[], more = {}): Parts => ({
  billing: signups.map((one) => bill(one, { bill_month: MAY, ...more })),
});

describe('late evidence', () => {
  it('lifts a whole-volume tier for all units: 90 × 2.5 − 88 × 2 = 49.00', () => {
    const late = unbilled('INFO_4', 2);
    const past = closedApril(together(A1, sales('A1', { INFO_4: 88 }), { signups: late }));
    expect(amountsOf(inMay(together(A1, bills(late)), past), 'A1')).toEqual({
      'prior_period:2025-04:INFO_4': '49.00',
    });
  });

  it('lifts a product whose basis it is in: INFO_6 late, 1 × 4 and 89 × 0.5', () => {
    const late = unbilled('INFO_6', 1);
    const past = closedApril(together(A1, sales('A1', { INFO_4: 89 }), { signups: late }));
    expect(amountsOf(inMay(together(A1, bills(late)), past), 'A1')).toEqual({
      'prior_period:2025-04:INFO_4': '44.50',
      'prior_period:2025-04:INFO_6': '4.00',
    });
  });

  it('pays a late unit of a marginal scale behind the others: the 101st at 2', () => {
    const late = unbilled('SECRETARY', 1);
    const past = closedApril(together(A1, sales('A1', { SECRETARY: 100 }), { signups: late }));
    const may = inMay(together(A1, bills(late)), past);
    expect(amountsOf(may, 'A1')).toEqual({ 'prior_period:2025-04:SECRETARY': '2.00' });
    expect(payslipOf(may, 'A1')).toEqual({ prior_period: '2.00', net: '2.00', paid: '2.00' });
  });

  const late = unbilled('MAIL', 1);
  const [one] = late;
  const past = closedApril(together(A1, { signups: late }));
  const forced = incident('A1', 'forced_activation', { signup_id: one?.signup_id ?? '' });

  it.each<[string, Parts, Record<string, string>]>([
    ['is paid when the bill comes a month late', bills(late), { 'prior_period:2025-04:MAIL': '4.00' }],
    ['needs the bill that the product needs', bills(late, { fee_type: 'usage' }), {}],
    ['is not paid when the extract says cancelled', bills(late, { status: 'cancelled' }), {}],
    [
      'is not paid when customer and product were signed up again',
      together(bills(late), {
        signups: [
          {
            ...signup('A1', 'MAIL'),
            customer_no: one?.customer_no ?? '',
            signed_at: time('2025-05-02 09:00:00'),
          },
        ],
      }),
      { 'product_commission:MAIL': '4.00' },
    ],
    // Nothing was paid for it: ten times the points of one more unit, 10 × 4; nothing was billed in April.
    [
      'is not paid when an incident names it as forced',
      together(bills(late), { incidents: [forced] }),
      { [`forced_activation:${forced.incident_id}`]: '40.00' },
    ],
  ])('%s', (_, parts, expected) => {
    expect(amountsOf(inMay(together(A1, parts), past), 'A1')).toEqual(expected);
  });

  it('is looked for in the month after alone', () => {
    const may = inMay(A1, past);
    const afterMay = advance(past, stateOf(may), [handbook]);
    expect(amountsOf(calculateIn(JUNE, together(A1, bills(late)), handbook, afterMay), 'A1')).toEqual({});
  });
});

describe('forced activation found after the close', () => {
  const paid = sales('A1', { INFO_4: 1 });
  const [sold] = paid.signups;
  const past = closedApril(together(A1, paid));
  const forced = (id: string) =>
    incident('A1', 'forced_activation', { incident_id: id, signup_id: sold?.signup_id ?? '' });

  it('takes back what was paid, fines ten times that, and refunds what April billed', () => {
    // 1 × 2 points paid; 10 × 2; billed 3.00 in April.
    const may = inMay(together(A1, { incidents: [forced('E1')] }), past);
    expect(amountsOf(may, 'A1')).toEqual({
      [`clawback:${sold?.signup_id ?? ''}`]: '2.00',
      'forced_activation:E1': '20.00',
      'refund:E1': '3.00',
    });
    expect(payslipOf(may, 'A1')).toEqual({
      clawbacks: '2.00',
      penalties: '23.00',
      net: '-25.00',
      debt_out: '25.00',
    });
  });

  it('charges it once, in whatever month it is named again', () => {
    const may = inMay(together(A1, { incidents: [forced('E1')] }), past);
    const afterMay = advance(past, stateOf(may), [handbook]);
    const june = calculateIn(JUNE, together(A1, { incidents: [forced('E2')] }), handbook, afterMay);
    expect(amountsOf(june, 'A1')).toEqual({});
    expect(payslipOf(june, 'A1')).toEqual({ debt_in: '25.00', net: '-25.00', debt_out: '25.00' });
  });

  it('without anything paid is reckoned on its own month: the 101st SECRETARY at 2, ten times', () => {
    const open = unbilled('SECRETARY', 1);
    const april = closedApril(together(A1, sales('A1', { SECRETARY: 100 }), { signups: open }));
    const named = incident('A1', 'forced_activation', {
      incident_id: 'E1',
      signup_id: open[0]?.signup_id ?? '',
    });
    expect(amountsOf(inMay(together(A1, { incidents: [named] }), april), 'A1')).toEqual({
      'forced_activation:E1': '20.00',
    });
  });
});

describe('people who are gone', () => {
  // 1000 of fine against nothing earned.
  const complaint = incident('A1', 'complaint', { cause: 'tariff_unexplained' });
  const past = closedApril(together(A1, { incidents: [complaint] }));

  it('keep a payroll row under their last name as long as they owe something, and a warning', () => {
    const may = inMay({ agents: [agent('A2')] }, past);
    expect(may.agents.map((one) => one.facts.agent.agent_id)).toEqual(['A1', 'A2']);
    expect(payslipOf(may, 'A1')).toEqual({ debt_in: '1000.00', net: '-1000.00', debt_out: '1000.00' });
    expect(may.problems.map((one) => one.code)).toContain('W0708');
    expect(may.teams.flatMap((team) => team.leaders)).toEqual([]);
  });

  it('have none when there is nothing left', () => {
    const settled = closedApril(A1);
    expect(inMay({ agents: [agent('A2')] }, settled).agents.map((one) => one.facts.agent.agent_id)).toEqual([
      'A2',
    ]);
  });
});

describe('a clawback window', () => {
  const withWindow = planOf(
    handbookText().replace('window_months: { value: 0,', 'window_months: { value: 1,'),
  );
  const paid = sales('A1', { MAIL: 2 });
  const cancelled = bills(paid.signups.slice(0, 1), { status: 'left_network' });

  it.each([
    ['of 0 months takes nothing back', handbook, {}],
    [
      'of 1 month takes back what was paid for the cancelled sign-up alone',
      withWindow,
      { [`clawback:${paid.signups[0]?.signup_id ?? ''}`]: '4.00' },
    ],
  ])('%s', (_, plan, expected) => {
    expect(
      amountsOf(inMay(together(A1, cancelled), closedApril(together(A1, paid), plan), plan), 'A1'),
    ).toEqual(expected);
  });

  it('takes each sign-up back once', () => {
    const april = closedApril(together(A1, paid), withWindow);
    const may = inMay(together(A1, cancelled), april, withWindow);
    const afterMay = advance(april, stateOf(may), [withWindow]);
    const june = calculateIn(JUNE, together(A1, cancelled), withWindow, afterMay);
    expect(amountsOf(june, 'A1')).toEqual({});
  });
});

describe('a clawback schedule', () => {
  // 4.00 was paid for a sign-up of 1 April, which the extract of the month below says is cancelled.
  const scheduled = (schedule: string): Plan =>
    handbookWith({ clawback: `{ window_months: 12, schedule: ${schedule}, ${S} }` });
  const BY_MONTHS =
    '{ kept_in: months, takes: { scale: lookup, bands: [{ below: 1, pays: 100% }, { below: 3, pays: 50% }, { pays: 0% }] } }';
  const BY_DAYS =
    '{ kept_in: days, takes: { scale: lookup, bands: [{ up_to: 30, pays: 100% }, { pays: 25% }] } }';
  const UNEARNED =
    '{ kept_in: months, takes: { scale: interpolated, points: [{ at: 0, pays: 100% }, { at: 12, pays: 0% }] } }';

  it.each([
    ['within the first month: all', BY_MONTHS, '2025-04-30', '4.00'],
    ['after a full month: half', BY_MONTHS, '2025-05-01', '2.00'],
    ['after three: nothing', BY_MONTHS, '2025-07-01', undefined],
    ['on the 30th day: all', BY_DAYS, '2025-05-01', '4.00'],
    ['on the 31st: a quarter', BY_DAYS, '2025-05-02', '1.00'],
    ['three of twelve months earned: nine twelfths', UNEARNED, '2025-07-01', '3.00'],
    ['no date: kept to the end of the month that is paid', BY_MONTHS, undefined, '2.00'],
  ])('%s', (_, schedule, cancelled_on, expected) => {
    const plan = scheduled(schedule);
    const paid = sales('A1', { MAIL: 1 });
    const signed = paid.signups.map((row) => ({ ...row, signed_at: time('2025-04-01 10:00:00') }));
    const past = closedApril(together(A1, { ...paid, signups: signed }), plan);
    const gone = bills(signed, {
      status: 'cancelled',
      ...(cancelled_on === undefined ? {} : { cancelled_on: day(cancelled_on) }),
    });
    expect(Object.values(amountsOf(inMay(together(A1, gone), past, plan), 'A1'))).toEqual(
      expected === undefined ? [] : [expected],
    );
  });
});

describe('the wage guard over months', () => {
  const enforced = planOf(handbookText().replace('mode: { value: report,', 'mode: { value: enforce,'));

  it('lets what it blocks return as a penalty of the next month, keeping its date', () => {
    // 50 × 4 = 200 earned, 20% = 40 of room; 60 characters short = 60: 40 applied, 20 come back.
    const april = together(A1, sales('A1', { MAIL: 50 }), { tests: [result('A1', 'typing', '0')] });
    const past = closedApril(april, enforced);
    const may = inMay(together(A1, sales('A1', { MAIL: 50 })), past, enforced);
    const carried = may.agents[0]?.lines.find((line) => line.column === 'penalties');
    expect(carried?.line_id).toBe('carried:typing:0');
    expect(carried?.penalty?.date).toBe('2025-04-02');
    expect(carried?.applied.equals(decimal('20'))).toBe(true);
  });
});
