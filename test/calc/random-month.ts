/** Random small months, crowded so that duplicates, contests, tiers and repeated incidents come up often. */
import fc from 'fast-check';
import { decimal } from '../../src/base/exact.js';
import {
  ATTENDANCE_STATUSES,
  BILLING_STATUSES,
  CALL_RESULTS,
  CAMPAIGNS,
  DIRECTIONS,
  FEE_TYPES,
  INCIDENT_CAUSES,
  INCIDENT_KINDS,
  ROLES,
  type SignupRow,
} from '../../src/input/records.js';
import {
  agent,
  attendance,
  bill,
  call,
  contact,
  day,
  incident,
  lead,
  listing,
  measured,
  month,
  type Parts,
  signup,
  talk,
  target,
  test,
  time,
  visit,
} from './department.js';

const PRODUCTS = ['SECRETARY', 'INFO_4', 'INFO_6', 'MAIL', 'WAP_TRIAL'];
const AGENTS = ['A1', 'A10', 'A2', '0101'];
const CUSTOMERS = ['1', '01', '22', '333', 'x', '4444', '55', '666'];
const DAYS = ['2025-04-01', '2025-04-02', '2025-04-03', '2025-04-29', '2025-04-30'];

const anyDay = fc.constantFrom(...DAYS);
const anyTime = fc
  .tuple(anyDay, fc.constantFrom('09:00:00', '09:00:01', '18:30:00'))
  .map((parts) => parts.join(' '));
const anyAgent = fc.constantFrom(...AGENTS);
const anyCustomer = fc.constantFrom(...CUSTOMERS);
const anyProduct = fc.constantFrom(...PRODUCTS);
const anyMoney = fc.integer({ min: -300, max: 900 }).map((fen) => decimal((fen / 100).toFixed(2)));

/** Each item by a key that it alone may have. */
const unique = <T>(item: fc.Arbitrary<T>, key: (item: T) => string, maxLength: number) =>
  fc.uniqueArray(item, { selector: key, maxLength, size: 'max' });

const anyAgents = fc
  .tuple(
    ...AGENTS.map((id) =>
      fc.record({
        team: fc.constantFrom('T', 'U'),
        role: fc.constantFrom(...ROLES),
        phone: fc.boolean(),
        leaves: fc.option(anyDay, { freq: 4 }),
        base: fc.constantFrom('2000', '1995.55'),
        id: fc.constant(id),
      }),
    ),
  )
  .map((all) =>
    all.map(({ id, team, role, phone, leaves, base }) =>
      agent(id, {
        team,
        role,
        monthly_base: decimal(base),
        ...(phone ? { subsidy_phone: '139' } : {}),
        ...(leaves === null ? {} : { left_on: day(leaves) }),
      }),
    ),
  );

const anySignups = unique(
  fc.record({
    id: fc.integer({ min: 1, max: 99 }),
    at: anyTime,
    own: anyAgent,
    customer: anyCustomer,
    product: anyProduct,
  }),
  (one) => String(one.id),
  40,
).map((all) =>
  all.map(({ id, at, own, customer, product }) =>
    signup(own, product, { signup_id: `S${id}`, signed_at: time(at), customer_no: customer }),
  ),
);

const anyBilling = fc
  .array(
    fc.record({
      customer_no: anyCustomer,
      product: anyProduct,
      bill_month: fc.constantFrom('2025-04', '2025-04', '2025-04', '2025-05', '2025-03'),
      fee_type: fc.constantFrom(...FEE_TYPES),
      amount: anyMoney,
      // Mostly active, or hardly anything would count.
      status: fc.constantFrom(...BILLING_STATUSES, ...Array.from({ length: 12 }, () => 'active' as const)),
      cancelled: anyDay,
    }),
    { maxLength: 80, size: 'max' },
  )
  .map((all) =>
    all.map(({ cancelled, bill_month, ...one }) =>
      bill(one, {
        ...one,
        bill_month: month(bill_month),
        ...(one.status === 'cancelled' ? { cancelled_on: day(cancelled) } : {}),
      }),
    ),
  );

/** Incidents about these sign-ups, each of the sign-up's own agent. */
const anyIncidents = (signups: readonly SignupRow[]) =>
  unique(
    fc.record({
      id: fc.integer({ min: 1, max: 99 }),
      kind: fc.constantFrom(...INCIDENT_KINDS, 'forced_activation', 'forced_activation', 'complaint'),
      date: anyDay,
      cause: fc.constantFrom(...INCIDENT_CAUSES),
      upheld: fc.constantFrom('yes', 'yes', 'no', 'pending'),
      refunded: fc.constantFrom('yes', 'no', 'no'),
      about: fc.nat({ max: 60 }),
      own: anyAgent,
    }),
    (one) => String(one.id),
    10,
  ).map((all) =>
    all.flatMap(({ id, about, own, date, ...more }) => {
      const named = signups[about];
      // A forced activation without a known sign-up is refused when the month is read.
      if (!named && more.kind === 'forced_activation') return [];
      const signupId = named ? { signup_id: named.signup_id } : {};
      return [
        incident(named?.agent_id ?? own, more.kind, {
          ...more,
          ...signupId,
          incident_id: `E${id}`,
          date: day(date),
        }),
      ];
    }),
  );

const anyCalls = fc
  .array(
    fc.record({
      own: anyAgent,
      at: anyTime,
      customer: anyCustomer,
      direction: fc.constantFrom(...DIRECTIONS),
      result: fc.constantFrom(...CALL_RESULTS, 'answered'),
      campaign: fc.constantFrom(...CAMPAIGNS),
      duration_s: fc.constantFrom(0, 300, 301),
    }),
    { maxLength: 60, size: 'max' },
  )
  .map((all) => all.map(({ own, at, customer, ...more }) => call(own, at, customer, more)));

const anyAttendance = unique(
  fc.record({
    own: anyAgent,
    date: anyDay,
    status: fc.constantFrom(...ATTENDANCE_STATUSES, 'present', 'present', 'late'),
    minutes: fc.integer({ min: 1, max: 600 }),
    approved: fc.constantFrom('yes', 'no'),
  }),
  (one) => `${one.own} ${one.date} ${one.status}`,
  30,
).map((all) => all.map(({ own, date, ...more }) => attendance(own, date, more)));

const anyTests = unique(
  fc.record({
    own: anyAgent,
    name: fc.constantFrom('typing', 'written'),
    date: anyDay,
    result: fc.integer({ min: 500, max: 620 }),
  }),
  (one) => `${one.own} ${one.name} ${one.date}`,
  12,
).map((all) => all.map(({ own, name, date, result }) => test(own, name, (result / 10).toFixed(1), date)));

const anyContacts = unique(
  fc.record({ own: anyAgent, at: anyTime, reached: fc.constantFrom('yes', 'no') }),
  (one) => `${one.own} ${one.at}`,
  16,
).map((all) => all.map(({ own, at, reached }) => contact(own, at, reached)));

const anyTargets = unique(
  fc.record({ id: fc.constantFrom(...AGENTS, 'T', 'U'), count: fc.integer({ min: 0, max: 4 }) }),
  (one) => one.id,
  7,
).map((all) => all.map(({ id, count }) => target(AGENTS.includes(id) ? 'agent' : 'team', id, count)));

const anyVisits = fc
  .array(
    fc.record({
      customer: anyCustomer,
      visited: anyDay,
      booked: fc.option(anyDay),
      own: fc.option(anyAgent),
    }),
    { maxLength: 6 },
  )
  .map((all) =>
    all.map(({ customer, visited, booked, own }) =>
      visit(customer, {
        visited_on: day(visited),
        ...(booked === null ? {} : { booked_on: day(booked) }),
        ...(own === null ? {} : { agent_id: own }),
      }),
    ),
  );

const several = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 8, size: 'max' });

/** A month of four people. */
export const anyMonth: fc.Arbitrary<Parts> = anySignups.chain((signups) =>
  fc.record({
    agents: anyAgents,
    signups: fc.constant(signups),
    billing: anyBilling,
    incidents: anyIncidents(signups),
    calls: anyCalls,
    attendance: anyAttendance,
    tests: anyTests,
    contacts: anyContacts,
    targets: anyTargets,
    visits: anyVisits,
    do_not_disturb: several(fc.tuple(anyCustomer, anyDay).map((one) => listing(...one))),
    talks: several(fc.tuple(anyAgent, anyAgent).map((one) => talk(...one))),
    leads: several(fc.tuple(anyAgent, anyDay, anyCustomer).map((one) => lead(...one))),
    measures: several(
      fc.tuple(anyAgent, anyMoney).map(([own, value]) => measured(own, 'collected', value.toString(2))),
    ),
  }),
);

/** The same rows, each file's in another order. */
export const reordered = (parts: Parts): fc.Arbitrary<Parts> => {
  const shuffled = <T>(rows: readonly T[] = []) => fc.shuffledSubarray([...rows], { minLength: rows.length });
  return fc.record({
    agents: shuffled(parts.agents),
    signups: shuffled(parts.signups),
    billing: shuffled(parts.billing),
    incidents: shuffled(parts.incidents),
    calls: shuffled(parts.calls),
    attendance: shuffled(parts.attendance),
    tests: shuffled(parts.tests),
    contacts: shuffled(parts.contacts),
    targets: shuffled(parts.targets),
    visits: shuffled(parts.visits),
    do_not_disturb: shuffled(parts.do_not_disturb),
    talks: shuffled(parts.talks),
    leads: shuffled(parts.leads),
    measures: shuffled(parts.measures),
  });
};
