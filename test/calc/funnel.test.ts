/** Section 8 of the handbook: the funnel (H2-4). */
import { describe, expect, it } from 'vitest';
import { formatFixed } from '../../src/base/exact.js';
import {
  activity,
  agent,
  calculate,
  call,
  customers,
  day,
  dial,
  handbookWith,
  type Parts,
  S,
  visit,
} from './department.js';

/** An agent's row: unvisited customers called, long calls, appointments, and the two rates. */
function funnelOf(parts: Parts, agentId = 'A1'): string {
  const row = calculate({ agents: [agent('A1'), agent('A2')], ...parts }).funnel.find(
    (one) => (one.agent_id ?? TOTAL) === agentId,
  );
  if (!row) throw new Error('no row');
  const rates = [row.long_call_rate, row.booked_rate].map((rate) => (rate ? formatFixed(rate, 4) : '-'));
  return [row.unvisited_called ?? '-', row.long_calls ?? '-', row.booked ?? '-', ...rates].join(' ');
}

const TOTAL = 'total';
const at = (agentId: string, date: string, customer: string, duration_s = 0) =>
  call(agentId, `${date} 09:00:00`, customer, { duration_s });
const seen = (customer: string, visited_on: string) => visit(customer, { visited_on: day(visited_on) });
const booked = (customer: string, booked_on: string, agent_id?: string) =>
  visit(customer, { booked_on: day(booked_on), ...(agent_id === undefined ? {} : { agent_id }) });

describe('unvisited customers called', () => {
  const CASES: readonly [string, Parts, string][] = [
    [
      'distinct',
      { calls: [at('A1', '2025-04-10', '1'), at('A1', '2025-04-11', '1'), at('A1', '2025-04-10', '2')] },
      '2 0 0 0.0000 -',
    ],
    [
      'visited the day before',
      { calls: [at('A1', '2025-04-10', '1')], visits: [seen('1', '2025-04-09')] },
      '0 0 0 - -',
    ],
    [
      'visited on the day',
      { calls: [at('A1', '2025-04-10', '1')], visits: [seen('1', '2025-04-10')] },
      '1 0 0 0.0000 -',
    ],
    [
      'visited later',
      { calls: [at('A1', '2025-04-10', '1')], visits: [seen('1', '2025-04-20')] },
      '1 0 0 0.0000 -',
    ],
    [
      'called before and after the visit: once unvisited is enough',
      {
        calls: [at('A1', '2025-04-10', '1'), at('A1', '2025-04-20', '1')],
        visits: [seen('1', '2025-04-15')],
      },
      '1 0 0 0.0000 -',
    ],
    [
      'visited twice: the first visit counts',
      { calls: [at('A1', '2025-04-10', '1')], visits: [seen('1', '2025-04-20'), seen('1', '2025-03-01')] },
      '0 0 0 - -',
    ],
    [
      'inbound calls are none',
      { calls: [call('A1', '2025-04-10 09:00:00', '1', { direction: 'inbound' })] },
      '0 0 0 - -',
    ],
    [
      'an appointment is no visit',
      { calls: [at('A1', '2025-04-10', '1')], visits: [booked('1', '2025-04-01', 'A1')] },
      '1 0 1 0.0000 -',
    ],
  ];
  it.each(CASES)('%s', (_, parts, expected) => {
    expect(funnelOf(parts)).toBe(expected);
  });

  it('in total a customer of two agents is one', () => {
    const parts = {
      calls: [at('A1', '2025-04-10', '1'), at('A2', '2025-04-10', '1'), at('A2', '2025-04-10', '2')],
    };
    expect([funnelOf(parts, 'A1'), funnelOf(parts, 'A2'), funnelOf(parts, TOTAL)]).toEqual([
      '1 0 0 0.0000 -',
      '2 0 0 0.0000 -',
      '2 0 0 0.0000 -',
    ]);
  });
});

describe('calls over five minutes', () => {
  it.each([
    [300, 0],
    [301, 1],
    [3600, 1],
  ])('of %i seconds: %i', (seconds, expected) => {
    expect(funnelOf({ calls: [at('A1', '2025-04-10', '1', seconds)] })).toMatch(
      new RegExp(`^1 ${expected} `),
    );
  });

  it('are counted one by one, inbound too', () => {
    const calls = [at('A1', '2025-04-10', '1', 400), at('A1', '2025-04-10', '1', 400)];
    const inbound = call('A1', '2025-04-10 09:00:00', '1', { direction: 'inbound', duration_s: 400 });
    expect(funnelOf({ calls: [...calls, inbound] })).toBe('1 3 0 3.0000 0.0000');
  });
});

describe('appointments: distinct customers booked in the month', () => {
  const CASES: readonly [string, Parts, string, string][] = [
    [
      'each agent’s own',
      { visits: [booked('1', '2025-04-01', 'A1'), booked('2', '2025-04-30', 'A2')] },
      '0 0 1 - -',
      '0 0 2 - -',
    ],
    [
      'once for a customer',
      { visits: [booked('1', '2025-04-01', 'A1'), booked('1', '2025-04-02', 'A1')] },
      '0 0 1 - -',
      '0 0 1 - -',
    ],
    [
      'not of other months',
      { visits: [booked('1', '2025-03-31', 'A1'), booked('2', '2025-05-01', 'A1')] },
      '0 0 0 - -',
      '0 0 0 - -',
    ],
    ['of nobody: in the total alone', { visits: [booked('1', '2025-04-01')] }, '0 0 0 - -', '0 0 1 - -'],
    [
      'one customer of two agents',
      { visits: [booked('1', '2025-04-01', 'A1'), booked('1', '2025-04-02', 'A2')] },
      '0 0 1 - -',
      '0 0 1 - -',
    ],
    ['a visit without an appointment', { visits: [seen('1', '2025-04-01')] }, '0 0 0 - -', '0 0 0 - -'],
    ['no file', { visits: undefined }, '0 0 - - -', '0 0 - - -'],
  ];
  it.each(CASES)('%s', (_, parts, own, total) => {
    expect([funnelOf(parts), funnelOf(parts, TOTAL)]).toEqual([own, total]);
  });
});

describe('conversion rates at four decimals', () => {
  it('long calls ÷ unvisited customers, appointments ÷ long calls', () => {
    // 3 customers called, 2 long calls, 1 appointment: 2 ÷ 3 = 0.6667, 1 ÷ 2 = 0.5
    const calls = [
      at('A1', '2025-04-10', '1', 301),
      at('A1', '2025-04-10', '2', 301),
      at('A1', '2025-04-10', '3'),
    ];
    expect(funnelOf({ calls, visits: [booked('1', '2025-04-11', 'A1')] })).toBe('3 2 1 0.6667 0.5000');
  });

  it('half-up: 1 ÷ 32 = 0.03125', () => {
    const calls = [...dial('A1', '2025-04-10', 31), at('A1', '2025-04-10', '1', 301)];
    expect(funnelOf({ calls })).toBe('32 1 0 0.0313 0.0000');
  });
});

it('a row for everyone, in the order of the ids, and the total last', () => {
  const rows = calculate({ agents: [agent('B'), agent('A')], calls: dial('A', '2025-04-10', 1) }).funnel;
  expect(rows.map((row) => row.agent_id)).toEqual(['A', 'B', undefined]);
});

describe('from activity.csv', () => {
  const counts = [
    activity('A1', '2025-04-10', { calls_over_300s: 2 }),
    activity('A1', '2025-04-11', { calls_over_300s: 3 }),
  ];

  it('long calls are known, unvisited customers are not', () => {
    expect(funnelOf({ activity: counts })).toBe('- 5 0 - 0.0000');
    expect(funnelOf({ activity: counts }, TOTAL)).toBe('- 5 0 - 0.0000');
  });

  it('not where the plan counts calls of another length', () => {
    const plan = handbookWith({ 'checks.funnel.over_seconds': `{ value: 180, ${S} }` });
    const [row] = calculate({ agents: [agent('A1')], activity: counts }, plan).funnel;
    expect(row?.long_calls).toBeUndefined();
    const [fromCalls] = calculate(
      { agents: [agent('A1')], calls: [at('A1', '2025-04-10', '1', 181)] },
      plan,
    ).funnel;
    expect(fromCalls?.long_calls).toBe(1);
  });
});

it('very many customers are told apart', () => {
  const calls = customers(3000).flatMap((one) => [at('A1', '2025-04-10', one), at('A1', '2025-04-11', one)]);
  expect(funnelOf({ calls })).toBe('3000 0 0 0.0000 -');
});
