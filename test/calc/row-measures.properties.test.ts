/** What holds of counted and summed rows in every month. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Exact, sum, whole } from '../../src/base/exact.js';
import { measure } from '../../src/calc/measures.js';
import { rowEntries } from '../../src/calc/row-measures.js';
import type { MonthResult } from '../../src/calc/month.js';
import {
  ATTENDANCE_STATUSES,
  BILLING_STATUSES,
  CALL_RESULTS,
  CAMPAIGNS,
  DIRECTIONS,
  FEE_TYPES,
  INCIDENT_CAUSES,
  INCIDENT_KINDS,
  OUTCOMES,
} from '../../src/input/records.js';
import { bonus, calculate, handbookWith, S } from './department.js';
import { anyMonth } from './random-month.js';

const NO_COMPONENTS = { components: bonus(`{ value: 1, ${S} }`), score: undefined, grades: undefined };

const planWith = (measures: Readonly<Record<string, string>>) =>
  handbookWith({
    ...NO_COMPONENTS,
    measures: `{ ${Object.entries(measures)
      .map(([key, keys]) => `${key}: { name: ${key}, ${keys}, ${S} }`)
      .join(', ')} }`,
  });

/** What a measure comes to for each person of agents.csv. */
const valuesOf = (key: string, { months: [facts], agents }: MonthResult): Exact[] =>
  agents
    .filter((one) => !one.facts.absent)
    .map((one) => {
      const found = measure(key, one.facts, facts);
      if ('absent' in found) throw new Error(found.absent.en);
      return found.trace.value;
    });

const texts = (values: readonly Exact[]): string[] => values.map((value) => value.toFraction());

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const COLUMNS: readonly (readonly [string, string, readonly string[]])[] = [
  ['count: signups', 'outcome', OUTCOMES],
  ['count: signups', 'weekday', WEEKDAYS],
  ['sum: signups.billed', 'outcome', OUTCOMES],
  ['sum: billing.amount', 'fee_type', FEE_TYPES],
  ['count: billing', 'status', BILLING_STATUSES],
  ['count: calls', 'result', CALL_RESULTS],
  ['sum: calls.duration_s', 'campaign', CAMPAIGNS],
  ['count: calls', 'direction', DIRECTIONS],
  ['sum: calls.duration_s', 'weekday', WEEKDAYS],
  ['sum: attendance.minutes', 'status', ATTENDANCE_STATUSES],
  ['count: attendance', 'approved', ['yes', 'no']],
  ['count: incidents', 'kind', INCIDENT_KINDS],
  ['count: incidents', 'cause', INCIDENT_CAUSES],
  ['sum: tests.result', 'test', ['typing', 'written']],
  ['count: contacts', 'reached', ['yes', 'no']],
  ['count: talks', 'as', ['manager', 'agent']],
];

it.each(COLUMNS)('%s: the words of %s in two measures add up to the whole', (verb, column, words) => {
  // 1 to words − 1 of them in one measure, the others in the other.
  const anyCut = fc.integer({ min: 1, max: words.length - 1 });
  fc.assert(
    fc.property(anyMonth, anyCut, (parts, cut) => {
      const by = (some: readonly string[]) => `${verb}, where: { ${column}: [${some.join(', ')}] }`;
      const plan = planWith({ some: by(words.slice(0, cut)), others: by(words.slice(cut)), all: by(words) });
      const result = calculate(parts, plan);
      const others = valuesOf('others', result);
      const together = valuesOf('some', result).map((value, index) => value.add(others[index] ?? whole(0)));
      expect(texts(together)).toEqual(texts(valuesOf('all', result)));
    }),
    { numRuns: 8 },
  );
});

it('calls counted as they stream by are those that a plain look at the rows finds', () => {
  const anyOf = (words: readonly string[]) => fc.subarray([...words], { minLength: 1 });
  const anyFilter = fc.record({
    direction: anyOf(DIRECTIONS),
    result: anyOf(CALL_RESULTS),
    campaign: anyOf(CAMPAIGNS),
    over: fc.constantFrom(-1, 0, 299, 300),
    until: fc.constantFrom(301, 1000),
    day: fc.integer({ min: 1, max: 31 }),
  });
  fc.assert(
    fc.property(anyMonth, anyFilter, (parts, { direction, result, campaign, over, until, day }) => {
      const where = `where: { direction: [${direction.join(', ')}], result: [${result.join(', ')}], campaign: [${campaign.join(', ')}], duration_s: { more_than: ${over}, less_than: ${until} }, day: { at_most: ${day} } }`;
      const plan = planWith({
        calls: `count: calls, ${where}`,
        seconds: `sum: calls.duration_s, ${where}`,
        customers: `count: calls, distinct: customers, ${where}`,
        days: `count: calls, distinct: days, ${where}`,
      });
      const month = calculate(parts, plan);
      for (const { facts } of month.agents.filter((one) => !one.facts.absent)) {
        const own = (parts.calls ?? []).filter(
          (call) =>
            call.agent_id === facts.agent.agent_id &&
            direction.includes(call.direction) &&
            result.includes(call.result) &&
            campaign.includes(call.campaign) &&
            call.duration_s > over &&
            call.duration_s < until &&
            Number(call.started_at.slice(8, 10)) <= day,
        );
        const expected = {
          calls: own.length,
          seconds: own.reduce((total, call) => total + call.duration_s, 0),
          customers: new Set(own.map((call) => call.customer_no)).size,
          days: new Set(own.map((call) => call.started_at.slice(0, 10))).size,
        };
        const found = Object.keys(expected).map((key) => {
          const measured = measure(key, facts, month.months[0]);
          return 'absent' in measured ? measured.absent.en : measured.trace.value.toFraction();
        });
        expect(found).toEqual(Object.values(expected).map(String));
      }
    }),
    { numRuns: 25 },
  );
});

it('the bills of the sign-ups come to what the sign-ups were billed, and no bill counts twice', () => {
  const plan = planWith({ billed: 'sum: signups.billed', bills: 'sum: billing.amount' });
  fc.assert(
    fc.property(anyMonth, (parts) => {
      const result = calculate(parts, plan);
      expect(sum(valuesOf('billed', result)).toFraction()).toBe(sum(valuesOf('bills', result)).toFraction());
      const declared = plan.measures?.['bills'];
      if (declared?.kind !== 'rows') throw new Error('no measure of rows');
      const bills = result.agents.flatMap(({ facts }) => {
        const entries = rowEntries('bills', declared, facts, result.months[0], false);
        return 'absent' in entries ? [] : entries.map(({ rows: [bill] }) => bill?.line);
      });
      expect(new Set(bills).size).toBe(bills.length);
    }),
    { numRuns: 25 },
  );
});
