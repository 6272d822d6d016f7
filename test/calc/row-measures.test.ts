/** Measures that count or sum rows of the exports: which rows each file and filter lets through. */
import { describe, expect, it } from 'vitest';
import { decimal, formatShort } from '../../src/base/exact.js';
import { measure } from '../../src/calc/measures.js';
import { rowEntries } from '../../src/calc/row-measures.js';
import { rowsOf, rulesOf } from '../../src/calc/rests-on.js';
import {
  activity,
  agent,
  answered,
  attendance,
  bill,
  bonus,
  calculate,
  call,
  contact,
  day,
  incident,
  lead,
  measured,
  messagesOf,
  type Parts,
  planWithComponents,
  resultOf,
  S,
  sales,
  signup,
  talk,
  test,
  time,
  together,
  visit,
} from './department.js';

const OWN = 'collected: { name: collected, when_absent: { value: zero, stated: P-2 } }';

/** April with a measure `own` of these keys that pays 1 yuan for each. */
function month(keys: string, parts: Parts) {
  const measures = `{ ${OWN}, own: { name: own, ${keys}, ${S} } }`;
  return calculate(parts, planWithComponents(bonus(`{ rate: 1, of: own, ${S} }`), { measures }));
}

/** What the measure comes to for A1. */
function valueOf(keys: string, parts: Parts): string {
  const result = month(keys, parts);
  const found = measure('own', resultOf(result, 'A1').facts, result.months[0]);
  return 'absent' in found ? found.absent.en : formatShort(found.trace.value);
}

/** Its entries: date value [ref]. */
function entriesOf(keys: string, parts: Parts): string[] {
  const {
    months: [facts],
    agents,
  } = month(keys, parts);
  const declared = facts.plan.measures?.['own'];
  const own = agents.find((one) => one.facts.agent.agent_id === 'A1')?.facts;
  if (declared?.kind !== 'rows' || !own) throw new Error('no measure of rows');
  const entries = rowEntries('own', declared, own, facts, false);
  if ('absent' in entries) return [entries.absent.en];
  return entries.map(({ date, value, ref = '' }) => `${date} ${formatShort(value)} ${ref}`.trim());
}

const at = (dayOfMonth: string, hour = '10') => ({ signed_at: time(`2025-04-${dayOfMonth} ${hour}:00:00`) });
const mail = signup('A1', 'MAIL', {
  ...at('01'),
  signup_id: 'S1',
  customer_no: '11',
  amount: decimal('19.9'),
});
const sms = signup('A1', 'SMS_3', {
  ...at('15'),
  signup_id: 'S2',
  customer_no: '11',
  amount: decimal('0.1'),
});
// 2025-04-19 is a Saturday, 2025-04-20 a Sunday.
const unbilled = signup('A1', 'SMS_3', {
  ...at('19'),
  signup_id: 'S3',
  customer_no: '12',
  amount: decimal('30'),
});
const again = signup('A1', 'MAIL', { ...at('20'), signup_id: 'S4', customer_no: '11', amount: decimal('5') });
const forced = signup('A1', 'MAIL', {
  ...at('20', '11'),
  signup_id: 'S5',
  customer_no: '13',
  amount: decimal('7'),
});

const MONTH: Parts = together(
  {
    agents: [agent('A1'), agent('A2'), agent('M1', { role: 'duty_manager' })],
    signups: [forced, again, unbilled, sms, mail],
    // Mail: 3 and 2.5 of rent, 1 given back; SMS: 3; the forced one: 4.
    billing: [
      bill(mail),
      bill(mail, { fee_type: 'usage', amount: decimal('2.5') }),
      bill(mail, { fee_type: 'other', amount: decimal('-1') }),
      bill(sms),
      bill(forced, { amount: decimal('4') }),
    ],
    attendance: [
      attendance('A1', '2025-04-01'),
      attendance('A1', '2025-04-02', { status: 'late', minutes: 10 }),
      attendance('A1', '2025-04-03', { status: 'late', minutes: 11 }),
      attendance('A1', '2025-04-03', { status: 'early_leave', minutes: 40 }),
      attendance('A1', '2025-04-04', { status: 'leave', approved: 'no', minutes: 240 }),
      attendance('A1', '2025-04-05', { status: 'rest' }),
      attendance('A2', '2025-04-03', { status: 'late', minutes: 60 }),
    ],
    incidents: [
      incident('A1', 'complaint', { incident_id: 'E1', cause: 'tariff_unexplained', refunded: 'yes' }),
      incident('A1', 'complaint', { incident_id: 'E2', cause: 'other', date: day('2025-04-21') }),
      incident('A1', 'complaint', { incident_id: 'E3', cause: 'tariff_unexplained', upheld: 'no' }),
      incident('A1', 'complaint', { incident_id: 'E4', cause: 'tariff_unexplained', upheld: 'pending' }),
      incident('A1', 'forced_activation', { incident_id: 'E5', signup_id: 'S5' }),
    ],
    tests: [
      test('A1', 'typing', '61.5', '2025-04-02'),
      test('A1', 'typing', '70', '2025-04-09'),
      test('A1', 'written', '88', '2025-04-09'),
    ],
    contacts: [
      contact('A1', '2025-04-01 10:00:00', 'no'),
      contact('A1', '2025-04-01 11:00:00', 'yes'),
      contact('A1', '2025-04-06 10:00:00', 'yes'),
    ],
    leads: [
      { ...lead('A1', '2025-04-01', '21'), source: 'fair' },
      { ...lead('A1', '2025-04-01', '21'), source: 'fair' },
      lead('A1', '2025-04-01', '22'),
      { ...lead('A1', '2025-04-02', '21'), source: 'shop' },
    ],
    talks: [talk('M1', 'A1'), talk('M1', 'A1'), talk('M1', 'A2')],
    visits: [
      visit('31', { agent_id: 'A1', visited_on: day('2025-03-31'), booked_on: day('2025-04-01') }),
      visit('31', { agent_id: 'A1', visited_on: day('2025-04-02') }),
      visit('31', { agent_id: 'A1', visited_on: day('2025-04-02') }),
      visit('31', { agent_id: 'A1', visited_on: day('2025-04-03') }),
      visit('32', { visited_on: day('2025-04-03') }),
    ],
    measures: [
      measured('A1', 'collected', '100'),
      { ...measured('A1', 'collected', '250.5'), period: day('2025-04-19'), ref: 'D7' },
      { ...measured('A1', 'collected', '-0.5'), period: day('2025-04-20') },
    ],
    calls: [
      answered('A1', '2025-04-01', '41', { duration_s: 301 }),
      answered('A1', '2025-04-01', '42', { duration_s: 300, campaign: 'retention' }),
      answered('A1', '2025-04-02', '41', { duration_s: 400, direction: 'inbound' }),
      call('A1', '2025-04-02 09:00:00', '43', { duration_s: 20 }),
      call('A1', '2025-04-19 09:00:00', 'x', { result: 'busy' }),
      answered('A2', '2025-04-02', '44', { duration_s: 999 }),
    ],
  },
  sales('A2', { MAIL: 4 }),
);

const VALUES: readonly [string, string][] = [
  // Sign-ups: S1 to S5, of which S1 and S2 count, S3 has no bill, S4 repeats S1, S5 is forced.
  ['count: signups', '5'],
  ['count: signups, where: { product: [MAIL] }', '3'],
  ['count: signups, where: { product: [MAIL], outcome: [counted] }', '1'],
  ['count: signups, where: { outcome: [duplicate, no_billing] }', '2'],
  ['count: signups, where: { amount: { at_least: 7 } }', '3'],
  ['count: signups, where: { amount: { more_than: 7 } }', '2'],
  ['count: signups, where: { amount: { more_than: 5, at_most: 19.9 } }', '2'],
  ['count: signups, where: { amount: { less_than: 5 } }', '1'],
  ['count: signups, where: { billed: { more_than: 3 } }', '2'],
  ['count: signups, where: { day: { at_most: 15 } }', '2'],
  ['count: signups, where: { day: { at_least: 15, less_than: 20 } }', '2'],
  ['count: signups, where: { day: { equals: 20 } }', '2'],
  ['count: signups, where: { weekday: [sat, sun] }', '3'],
  ['count: signups, where: { hour: { at_least: 11 } }', '1'], // all but S5 at 10
  ['sum: signups.amount, where: { hour: { equals: 10 } }', '55'],
  ['count: signups, where: {}', '5'],
  ['count: signups, distinct: days', '4'],
  ['count: signups, distinct: customers', '3'],
  ['sum: signups.amount', '62'], // 19.9 + 0.1 + 30 + 5 + 7
  ['sum: signups.amount, where: { outcome: [counted] }', '20'],
  ['sum: signups.billed', '11.5'], // 3 + 2.5 − 1, 3, 0, 0 (those of S1), 4
  ['sum: signups.billed, where: { outcome: [forced] }', '4'],
  // Bills of the sign-ups; those of S1 are not those of S4 too.
  ['count: billing', '5'],
  ['sum: billing.amount', '11.5'],
  ['sum: billing.amount, where: { fee_type: [rent], outcome: [counted] }', '6'],
  ['count: billing, where: { status: [cancelled, left_network] }', '0'],
  ['count: billing, where: { product: [MAIL], amount: { less_than: 0 } }', '1'],
  ['count: billing, where: { day: { at_most: 1 } }', '3'],
  ['count: billing, distinct: customers', '2'],
  // Attendance: 10 and 11 minutes late, 40 too early, 240 of leave.
  ['count: attendance', '6'],
  ['count: attendance, where: { status: [late], minutes: { more_than: 10 } }', '1'],
  ['count: attendance, where: { minutes: { at_least: 10 } }', '4'],
  ['sum: attendance.minutes, where: { status: [late] }', '21'],
  ['sum: attendance.minutes', '301'],
  ['count: attendance, where: { approved: [no] }', '1'],
  ['count: attendance, where: { approved: [yes] }', '0'],
  ['count: attendance, where: { status: [late, early_leave] }, distinct: days', '2'],
  // Upheld incidents alone.
  ['count: incidents', '3'],
  ['count: incidents, where: { kind: [complaint], cause: [tariff_unexplained] }', '1'],
  ['count: incidents, where: { refunded: [yes] }', '1'],
  ['count: incidents, where: { refunded: [no] }', '0'],
  ['count: incidents, distinct: days', '2'],
  ['count: tests, where: { test: [typing] }', '2'],
  ['count: tests, where: { result: { at_least: 70 } }', '2'],
  ['sum: tests.result, where: { test: [typing] }', '131.5'],
  ['count: tests, distinct: days', '2'],
  ['count: contacts, where: { reached: [yes] }', '2'],
  ['count: contacts, where: { reached: [yes], weekday: [sun] }', '1'],
  ['count: contacts, distinct: days', '2'],
  ['count: contacts, where: { hour: { less_than: 11 } }', '2'],
  ['count: contacts, where: { reached: [yes], hour: { more_than: 10 } }', '1'],
  // A customer record that is repeated on its day counts once.
  ['count: leads', '3'],
  ['count: leads, where: { source: [fair] }', '1'],
  ['count: leads, distinct: customers', '2'],
  ['count: talks', '1'],
  ['count: talks, where: { as: [manager] }', '0'],
  // Visits and appointments of April; customer 32 is nobody's.
  ['count: visits', '2'],
  ['count: visits, distinct: customers', '1'],
  ['count: bookings', '1'],
  ['sum: measures.value, where: { measure: [collected] }', '350'],
  ['count: measures, where: { value: { more_than: 0 } }', '2'],
  // Calls: 301, 300 for retention, 400 inbound, 20 unanswered, one busy.
  ['count: calls', '5'],
  ['count: calls, where: { direction: [outbound], result: [answered], duration_s: { more_than: 300 } }', '1'],
  ['count: calls, where: { duration_s: { at_least: 300 } }', '3'],
  ['count: calls, where: { duration_s: { at_least: 299.5, less_than: 300.5 } }', '1'],
  ['count: calls, where: { duration_s: { equals: 300 } }', '1'],
  ['count: calls, where: { duration_s: { equals: 300.5 } }', '0'],
  ['count: calls, where: { result: [no_answer, busy] }', '2'],
  ['count: calls, where: { weekday: [sat] }', '1'],
  ['count: calls, where: { day: { more_than: 1 } }', '3'],
  ['sum: calls.duration_s, where: { campaign: [marketing] }', '721'],
  ['count: calls, distinct: customers', '4'],
  ['count: calls, distinct: days', '3'],
];

describe('a measure of rows', () => {
  it.each(VALUES)('%s = %s', (keys, expected) => {
    expect(valueOf(keys, MONTH)).toBe(expected);
  });
});

describe('its entries', () => {
  it.each<[string, string[]]>([
    // One for each row, in the order of the dates, with the sign-up, incident or order that it is about.
    ['count: signups, where: { product: [MAIL] }', ['2025-04-01 1 S1', '2025-04-20 1 S4', '2025-04-20 1 S5']],
    ['sum: signups.amount, where: { outcome: [counted] }', ['2025-04-01 19.9 S1', '2025-04-15 0.1 S2']],
    ['count: incidents, where: { kind: [complaint] }', ['2025-04-20 1 E1', '2025-04-21 1 E2']],
    ['sum: attendance.minutes, where: { status: [late] }', ['2025-04-02 10', '2025-04-03 11']],
    // A row about the month is dated on its first day.
    ['sum: measures.value', ['2025-04-01 100', '2025-04-19 250.5 D7', '2025-04-20 -0.5']],
    ['count: signups, distinct: days', ['2025-04-01 1', '2025-04-15 1', '2025-04-19 1', '2025-04-20 1']],
    ['count: signups, distinct: customers', ['2025-04-01 1', '2025-04-19 1', '2025-04-20 1']],
    // Of calls a day is one.
    ['count: calls', ['2025-04-01 2', '2025-04-02 2', '2025-04-19 1']],
    ['count: calls, distinct: customers', ['2025-04-01 2', '2025-04-02 1', '2025-04-19 1']],
  ])('of %s', (keys, expected) => {
    expect(entriesOf(keys, MONTH)).toEqual(expected);
  });
});

it('its trace names the rows and every value of the rule file', () => {
  const keys = 'sum: signups.billed, where: { outcome: [forced], day: { more_than: 1, at_most: 20 } }';
  const result = month(keys, MONTH);
  const found = measure('own', resultOf(result, 'A1').facts, result.months[0]);
  if ('absent' in found) throw new Error(found.absent.en);
  expect(rulesOf(found.trace).map((rule) => [rule.path, rule.text])).toEqual([
    ['measures.own.sum', 'signups.billed'],
    ['measures.own.where.outcome', '[forced]'],
    ['measures.own.where.day.more_than', '1'],
    ['measures.own.where.day.at_most', '20'],
  ]);
  expect(rowsOf(found.trace)).toEqual([forced.at, MONTH.billing?.at(4)?.at]);
});

describe('what is not there', () => {
  it('leaves the measure without a value where an export is missing, and is 0 where it has no row', () => {
    expect(valueOf('count: incidents', { ...MONTH, incidents: undefined })).toBe('incidents.csv is missing');
    expect(valueOf('count: incidents', { ...MONTH, incidents: [] })).toBe('0');
    expect(valueOf('count: bookings', { ...MONTH, visits: undefined })).toBe('visits.csv is missing');
    expect(valueOf('sum: signups.billed', { ...MONTH, billing: undefined })).toBe('billing.csv is missing');
    expect(valueOf('count: billing', { ...MONTH, billing: undefined })).toBe('billing.csv is missing');
    expect(valueOf('count: signups', { ...MONTH, billing: undefined })).toBe('5');
    expect(valueOf('count: calls, where: { result: [failed] }', MONTH)).toBe('0');
  });

  const bare: Parts = {
    agents: [agent('A1')],
    signups: [signup('A1', 'MAIL'), signup('A1', 'SMS_3', { amount: decimal('5') })],
    attendance: [attendance('A1', '2025-04-02', { status: 'late' }), attendance('A1', '2025-04-03')],
    measures: [measured('A1', 'collected', '1')],
  };
  const line = (file: 'signups' | 'attendance' | 'measures') =>
    `${file}.csv:${bare[file]?.[0]?.at.line ?? ''}`;

  it.each([
    ['sum: signups.amount', `${line('signups')} gives no amount`],
    ['count: signups, where: { amount: { more_than: 0 } }', `${line('signups')} gives no amount`],
    ['count: attendance, where: { minutes: { more_than: 0 } }', `${line('attendance')} gives no minutes`],
    ['sum: attendance.minutes', `${line('attendance')} gives no minutes`],
    ['count: measures, where: { day: { more_than: 1 } }', `${line('measures')} gives no day`],
    ['count: measures, where: { weekday: [mon] }', `${line('measures')} gives no day`],
    ['count: measures, distinct: days', `${line('measures')} gives no day`],
  ])('refuses the month where a row that is counted by it lacks it: %s', (keys, why) => {
    expect(messagesOf(month(keys, bare), 'row_incomplete')).toEqual([
      `${why}, which the rule "bonus" needs for A1`,
    ]);
  });

  it('asks nothing of the rows that the other filters leave out', () => {
    expect(valueOf('sum: signups.amount, where: { product: [SMS_3] }', bare)).toBe('5');
    expect(valueOf('sum: attendance.minutes, where: { status: [present] }', bare)).toBe('0');
  });
});

describe('the hour', () => {
  const TIMES = ['00:00:00', '08:59:59', '09:00:00', '21:59:59', '22:00:00', '23:59:59'];
  const parts: Parts = {
    agents: [agent('A1')],
    signups: TIMES.map((clock) => signup('A1', 'MAIL', { signed_at: time(`2025-04-03 ${clock}`) })),
    calls: TIMES.map((clock, index) => call('A1', `2025-04-03 ${clock}`, '41', { duration_s: 10 ** index })),
    contacts: TIMES.map((clock) => contact('A1', `2025-04-03 ${clock}`, 'no')),
  };
  const RANGES: readonly [string, string, string][] = [
    // Of the six times those from 22:00:00 to 23:59:59, and so on; the seconds of the calls show which.
    ['{ at_least: 22 }', '2', '110000'],
    ['{ more_than: 21 }', '2', '110000'],
    ['{ less_than: 9 }', '2', '11'],
    ['{ at_most: 9 }', '3', '111'],
    ['{ equals: 0 }', '1', '1'],
    ['{ at_least: 9, less_than: 22 }', '2', '1100'],
    ['{ equals: 23 }', '1', '100000'],
    ['{ equals: 12 }', '0', '0'],
  ];

  it.each(RANGES)('%s', (range, count, seconds) => {
    for (const rows of ['signups', 'calls', 'contacts']) {
      expect(valueOf(`count: ${rows}, where: { hour: ${range} }`, parts)).toBe(count);
    }
    expect(valueOf(`sum: calls.duration_s, where: { hour: ${range} }`, parts)).toBe(seconds);
  });

  it('stands beside the other filters', () => {
    const keys =
      'count: calls, where: { duration_s: { more_than: 10 }, hour: { less_than: 22 }, day: { equals: 3 } }';
    expect(valueOf(keys, parts)).toBe('2');
  });
});

describe('calls from activity.csv', () => {
  const parts: Parts = {
    agents: [agent('A1'), agent('A2')],
    activity: [
      activity('A1', '2025-04-01', { dials: 9, retention_dials: 4, calls_over_300s: 2, talk_s: 700 }),
      activity('A1', '2025-04-19', { dials: 5, talk_s: 60 }),
      activity('A1', '2025-04-21'),
      activity('A2', '2025-04-01', { dials: 70 }),
    ],
  };

  it.each([
    ['count: calls, where: { direction: [outbound] }', '14'],
    ['count: calls, where: { direction: [outbound], campaign: [marketing, retention] }', '14'],
    ['count: calls, where: { direction: [outbound], campaign: [retention] }', '4'],
    ['count: calls, where: { direction: [outbound], campaign: [marketing] }', '10'],
    ['count: calls, where: { direction: [outbound], weekday: [sat] }', '5'],
    ['count: calls, where: { duration_s: { more_than: 300 } }', '2'],
    ['count: calls, where: { duration_s: { at_least: 300.5 } }', '2'],
    ['sum: calls.duration_s, where: { result: [answered] }', '760'],
    ['sum: calls.duration_s, where: { day: { at_most: 15 } }', '700'],
    ['count: calls, where: { direction: [outbound] }, distinct: days', '2'],
  ])('%s = %s', (keys, expected) => {
    expect(valueOf(keys, parts)).toBe(expected);
  });

  it.each([
    'count: calls',
    'count: calls, where: { direction: [inbound] }',
    'count: calls, where: { direction: [outbound], result: [answered] }',
    'count: calls, where: { direction: [outbound], duration_s: { more_than: 300 } }',
    'count: calls, where: { duration_s: { at_least: 300 } }',
    'count: calls, where: { duration_s: { more_than: 300, at_most: 900 } }',
    'sum: calls.duration_s, where: { campaign: [marketing] }',
    'count: calls, where: { direction: [outbound] }, distinct: customers',
    'count: calls, where: { direction: [outbound], hour: { at_least: 22 } }',
    'count: calls, where: { direction: [outbound], hour: { at_least: 0 } }',
  ])('refuses the month once for what it does not give: %s', (keys) => {
    expect(messagesOf(month(keys, parts), 'calls_not_in_activity')).toEqual([
      'activity.csv does not give what the measure "own" (own) counts of the calls',
    ]);
  });
});
