/** Section 3 of the handbook: the daily target and base commission (T-0, T-1, T-2, P-2). */
import { describe, expect, it } from 'vitest';
import { formatShort } from '../../src/base/exact.js';
import { daysOf } from '../../src/base/period.js';
import type { AssessedDay } from '../../src/calc/daily.js';
import type { AttendanceStatus, Role } from '../../src/input/records.js';
import {
  activity,
  agent,
  amountsOf,
  answered,
  APRIL,
  attendance,
  bill,
  calculate,
  call,
  customers,
  dial,
  handbook,
  handbookWith,
  type Parts,
  resultOf,
  S,
  signup,
  time,
  together,
} from './department.js';

const DAY = '2025-04-10';

/** The one assessed day of A1. */
function dayOf(parts: Parts, plan = handbook): AssessedDay {
  const present = { agents: [agent('A1')], attendance: [attendance('A1', DAY)] };
  const [found, ...more] = resultOf(calculate(together(present, parts), plan), 'A1').facts.days;
  if (!found || more.length > 0) throw new Error('not one assessed day');
  return found;
}

const countsOf = ({ successes, answered, dialled }: AssessedDay): string =>
  `${successes} ${answered} ${dialled}`;

/** Sign-ups of the day by so many customers. */
const signups = (count: number) =>
  customers(count).map((customer_no) => signup('A1', 'MAIL', { customer_no }));
const answers = (count: number) => customers(count).map((customer) => answered('A1', DAY, customer));
const inbound = (count: number) =>
  customers(count).map((customer) => answered('A1', DAY, customer, { direction: 'inbound' }));

describe('what meets a day', () => {
  // successes, answered, dialled of the day; whether it is met, and by which
  const CASES: readonly [string, Parts, string, string | undefined][] = [
    ['30 successes', { signups: signups(30) }, '30 0 0', 'successes'],
    ['29 successes', { signups: signups(29) }, '29 0 0', undefined],
    ['31 sign-ups of 29 customers', { signups: [...signups(29), ...signups(2)] }, '29 0 0', undefined],
    ['40 answered', { calls: inbound(40) }, '0 40 0', 'answered'],
    ['39 answered', { calls: inbound(39) }, '0 39 0', undefined],
    ['60 dialled', { calls: dial('A1', DAY, 60) }, '0 0 60', 'dialled'],
    ['59 dialled', { calls: dial('A1', DAY, 59) }, '0 0 59', undefined],
    [
      '60 calls to 59 customers',
      { calls: [...dial('A1', DAY, 59), ...dial('A1', DAY, 1)] },
      '0 0 59',
      undefined,
    ],
    ['39 answered and 60 dialled', { calls: [...inbound(39), ...dial('A1', DAY, 60)] }, '0 39 60', 'dialled'],
    [
      '40 answered and 59 dialled',
      { calls: [...inbound(40), ...dial('A1', DAY, 59)] },
      '0 40 59',
      'answered',
    ],
    // The first of successes, answered, dialled that holds is named.
    [
      'all three',
      { signups: signups(30), calls: [...inbound(40), ...dial('A1', DAY, 60)] },
      '30 40 60',
      'successes',
    ],
    ['answered and dialled', { calls: [...inbound(40), ...dial('A1', DAY, 60)] }, '0 40 60', 'answered'],
    ['nothing', {}, '0 0 0', undefined],
    // 20 outbound customers and 20 others inbound.
    [
      'answered in either direction',
      { calls: [...answers(20), ...inbound(40).slice(20)] },
      '0 40 20',
      'answered',
    ],
    [
      'one customer in both directions is one',
      { calls: [...answers(40), ...inbound(40)] },
      '0 40 40',
      'answered',
    ],
  ];
  it.each(CASES)('%s', (_, parts, counts, metBy) => {
    const found = dayOf(parts);
    expect([countsOf(found), found.met, found.met_by]).toEqual([counts, metBy !== undefined, metBy]);
  });

  it('only answered calls are answered, and only outbound ones dialled', () => {
    const results = ['no_answer', 'busy', 'rejected', 'failed'] as const;
    const calls = results.flatMap((result, index) => [
      call('A1', `${DAY} 09:00:00`, `7${index}`, { result }),
      call('A1', `${DAY} 09:00:00`, `8${index}`, { result, direction: 'inbound' }),
    ]);
    expect(countsOf(dayOf({ calls }))).toBe('0 0 4');
  });

  it('sign-ups count before billing, whatever becomes of them, on their own day', () => {
    const [forced, unbilled, again] = [
      signup('A1', 'MAIL', { customer_no: '1' }),
      signup('A1', 'MAIL', { customer_no: '2' }),
      signup('A1', 'MAIL', { customer_no: '2' }),
    ];
    const otherDay = signup('A1', 'MAIL', { customer_no: '3', signed_at: time('2025-04-11 00:00:00') });
    const billing = [bill(unbilled, { fee_type: 'usage' })];
    expect(countsOf(dayOf({ signups: [forced, unbilled, again, otherDay], billing }))).toBe('2 0 0');
  });

  it('calls and sign-ups of others and of other days are not his', () => {
    const calls = [...dial('A2', DAY, 60), ...dial('A1', '2025-04-11', 60)];
    const agents = [agent('A2')];
    expect(countsOf(dayOf({ agents, calls, signups: [signup('A2', 'MAIL')] }))).toBe('0 0 0');
  });

  it('customers whose numbers are no plain digits are told apart too', () => {
    const numbers = ['0139', '139', 'x139', 'X139', '1390000000000000000001', '1390000000000000000002'];
    expect(countsOf(dayOf({ calls: numbers.map((one) => call('A1', `${DAY} 09:00:00`, one)) }))).toBe(
      '0 0 6',
    );
  });

  it('the comparators and directions are data', () => {
    const moreThan = handbookWith({
      'daily_target.met_by.0': `{ measure: successes, more_than: 30, ${S} }`,
      'daily_target.answered_calls': `{ value: [outbound], ${S} }`,
    });
    expect(dayOf({ signups: signups(30) }, moreThan).met).toBe(false);
    expect(dayOf({ signups: signups(31) }, moreThan).met).toBe(true);
    expect(countsOf(dayOf({ calls: inbound(40) }, moreThan))).toBe('0 0 0');
  });

  it('activity.csv gives the same counts in place of calls.csv', () => {
    const counts = { dialled_customers: 59, answered_customers: 40, dials: 80, retention_dials: 40 };
    const found = dayOf({ activity: [activity('A1', DAY, counts)] });
    expect([countsOf(found), found.met_by, found.retention_day]).toEqual(['0 40 59', 'answered', true]);
  });
});

describe('assessed days', () => {
  const STATUSES: readonly [AttendanceStatus, boolean][] = [
    ['present', true],
    ['late', true],
    ['early_leave', true],
    ['absent', false],
    ['leave', false],
    ['rest', false],
  ];
  it.each(STATUSES)('%s: %s', (status, assessed) => {
    const result = calculate({
      agents: [agent('A1')],
      attendance: [attendance('A1', DAY, { status })],
      calls: dial('A1', DAY, 60),
    });
    expect(resultOf(result, 'A1').facts.days).toHaveLength(assessed ? 1 : 0);
  });

  it('late and left early on one day is one day; late and absent too', () => {
    const rows = (...statuses: readonly AttendanceStatus[]) =>
      statuses.map((status) => attendance('A1', DAY, { status }));
    for (const attendance of [rows('late', 'early_leave'), rows('late', 'absent')]) {
      const { days } = resultOf(calculate({ agents: [agent('A1')], attendance }), 'A1').facts;
      expect(days.map((one) => one.date)).toEqual([DAY]);
    }
  });

  it('come in order, whatever the order of the file', () => {
    const rows = ['2025-04-30', '2025-04-01', '2025-04-15'].map((date) => attendance('A1', date));
    const { days } = resultOf(calculate({ agents: [agent('A1')], attendance: rows }), 'A1').facts;
    expect(days.map((one) => one.date)).toEqual(['2025-04-01', '2025-04-15', '2025-04-30']);
  });
});

describe('a retention day: at least half of the outbound calls', () => {
  const retention = { campaign: 'retention' } as const;
  const CASES: readonly [string, Parts, boolean][] = [
    ['exactly half', { calls: dial('A1', DAY, 4, 2) }, true],
    ['one short of half', { calls: dial('A1', DAY, 5, 2) }, false],
    ['more than half', { calls: dial('A1', DAY, 5, 3) }, true],
    ['no outbound call', { calls: inbound(5) }, false],
    ['no call', {}, false],
    // Two of the three calls, though one of two customers.
    [
      'calls count, not customers',
      { calls: [...dial('A1', DAY, 2, 1), call('A1', `${DAY} 10:00:00`, '9000000', retention)] },
      true,
    ],
    // Of outbound calls none is for retention.
    [
      'inbound calls do not count',
      { calls: [...dial('A1', DAY, 1), answered('A1', DAY, '1', { direction: 'inbound', ...retention })] },
      false,
    ],
    [
      'activity: 2 × retention_dials = dials',
      { activity: [activity('A1', DAY, { dials: 80, retention_dials: 40 })] },
      true,
    ],
    ['activity: one short', { activity: [activity('A1', DAY, { dials: 81, retention_dials: 40 })] }, false],
    ['activity: no dials', { activity: [activity('A1', DAY, { answered_customers: 9 })] }, false],
  ];
  it.each(CASES)('%s', (_, parts, expected) => {
    expect(dayOf(parts).retention_day).toBe(expected);
  });
});

/** Days of A1: so many met, missed on a retention day, missed on another. */
function month({ met = 1, retention = 0, other = 0 }, role: Role = 'agent'): Parts {
  const days = daysOf(APRIL).slice(0, met + retention + other);
  return {
    agents: [agent('A1', { role })],
    attendance: days.map((date) => attendance('A1', date)),
    calls: days.flatMap((date, index) => {
      if (index < met) return dial('A1', date, 60);
      return dial('A1', date, 2, index < met + retention ? 1 : 0);
    }),
  };
}

describe('uncovered misses = misses − min(2, misses on retention days); with any, no base commission', () => {
  const CASES: readonly [number, number, number][] = [
    // misses on retention days, on other days, uncovered
    [0, 0, 0],
    [0, 1, 1],
    [1, 0, 0],
    [0, 2, 2],
    [1, 1, 1],
    [2, 0, 0],
    [0, 3, 3],
    [1, 2, 2],
    [2, 1, 1],
    [3, 0, 1],
  ];
  it.each(CASES)('%i on retention days, %i on others: %i', (retention, other, expected) => {
    const result = calculate(month({ retention, other }));
    const { lines, notPaid } = resultOf(result, 'A1');
    const reasons = notPaid.find((one) => one.component === 'base_commission')?.reasons ?? [];
    const measured = reasons.map((one) =>
      one.kind === 'condition' && one.weighed.kind === 'comparison'
        ? formatShort(one.weighed.measured.value)
        : one.kind,
    );
    expect(measured).toEqual(expected === 0 ? [] : [String(expected)]);
    expect(lines.map((line) => line.component)).toEqual(expected === 0 ? ['base_commission'] : []);
  });

  it('retention days that were met cover no misses on others', () => {
    const days = ['2025-04-01', '2025-04-02'];
    const parts = {
      agents: [agent('A1')],
      attendance: days.map((date) => attendance('A1', date)),
      calls: [...dial('A1', '2025-04-01', 60, 60), ...dial('A1', '2025-04-02', 2)],
    };
    expect(amountsOf(calculate(parts), 'A1')).toEqual({});
  });

  it('on any two days, where the rule file reads it so', () => {
    const anyDay = handbookWith({ 'daily_target.allowed_misses.on': `{ value: any_day, ${S} }` });
    expect(amountsOf(calculate(month({ other: 2 }), anyDay), 'A1')).toEqual({ base_commission: '100.00' });
    expect(amountsOf(calculate(month({ other: 3 }), anyDay), 'A1')).toEqual({});
  });
});

describe('base commission: 100 yuan', () => {
  it.each(['agent', 'team_leader', 'duty_manager'] as const)(
    'for a %s, in full for one assessed day',
    (role) => {
      expect(amountsOf(calculate(month({ met: 1 }, role)), 'A1')).toEqual({ base_commission: '100.00' });
    },
  );

  it('none for a duty manager who makes no calls, and none without an assessed day', () => {
    expect(amountsOf(calculate(month({ met: 0, other: 1 }, 'duty_manager')), 'A1')).toEqual({});
    const onLeave = { agents: [agent('A1')], attendance: [attendance('A1', DAY, { status: 'leave' })] };
    expect(amountsOf(calculate(onLeave), 'A1')).toEqual({});
    expect(amountsOf(calculate({ agents: [agent('A1')] }), 'A1')).toEqual({});
  });
});
