/** Pools: parts by weights that add up to the pool to the fen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from '../../src/base/apportion.js';
import { decimal, type Exact, formatFixed, formatMoney, sum } from '../../src/base/exact.js';
import { refold } from '../../src/calc/trace.js';
import type { Plan } from '../../src/rules/plan.js';
import { csvFiles } from '../../src/report/tables.js';
import { traceText } from '../../src/report/trace-text.js';
import {
  agent,
  amountsOf,
  bonus,
  calculate,
  measured,
  messagesOf,
  type Parts,
  planWithComponents,
  resultOf,
  S,
} from './department.js';

/** A pool that everyone's rows of `gift` add up to, shared by `stars`. */
const poolPlan = (share = `{ of: pool, by: stars, among: everyone }`, more = '', over = 'everyone'): Plan =>
  planWithComponents(bonus(`{ share: ${share}, ${S} }`, more), {
    measures: `{ gift: { name: gift, when_absent: { value: zero, ${S} } },
      stars: { name: stars, when_absent: { value: skip, ${S} } },
      pool: { name: pool, total: { of: gift, over: ${over}, ${S} } } }`,
  });

/** A pool of so much, and the weights of A1, A2 … ; an empty one has no row. */
const month = (pool: string, weights: readonly string[], of: Parameters<typeof agent>[1] = {}): Parts => ({
  agents: weights.map((_, index) => agent(`A${index + 1}`, of)),
  measures: [
    measured('A1', 'gift', pool),
    ...weights.flatMap((weight, index) =>
      weight === '' ? [] : [measured(`A${index + 1}`, 'stars', weight)],
    ),
  ],
});

const partsOf = (parts: Parts, plan = poolPlan()): (string | undefined)[] => {
  const result = calculate(parts, plan);
  return result.agents.map(({ facts }) => amountsOf(result, facts.agent.agent_id)['bonus']);
};

describe('a pool shared by weights', () => {
  const CASES: readonly [string, readonly string[], readonly (string | undefined)[]][] = [
    // 1000 × 3/10, 5/10, 2/10
    ['1000', ['3', '5', '2'], ['300.00', '500.00', '200.00']],
    // 100 ÷ 3 = 33.333…: the fen that is left goes to the first of equals
    ['100', ['1', '1', '1'], ['33.34', '33.33', '33.33']],
    // 0.05 by 1 : 1 : 2 = 0.0125, 0.0125, 0.025: down to 0.01, 0.01, 0.02; the fen left goes to the remainder 0.005
    ['0.05', ['1', '1', '2'], ['0.01', '0.01', '0.03']],
    // Rounded once to 100.01, then 50.005 each
    ['100.005', ['1', '1'], ['50.01', '50.00']],
    // Nobody's part: skipped and zero weights
    ['100', ['', '0', '2.5'], [undefined, undefined, '100.00']],
  ];
  it.each(CASES)('%s by %j: %j', (pool, weights, expected) => {
    expect(partsOf(month(pool, weights))).toEqual(expected);
  });

  it('is shared within the team, by those for whom the roles and the gate hold', () => {
    const plan = poolPlan(
      `{ of: pool, by: stars, among: team }`,
      `roles: { value: [agent], ${S} }, gate: [{ measure: tenure_months, at_least: 1, ${S} }]`,
      'team',
    );
    const parts: Parts = {
      agents: [
        agent('A1'),
        agent('A2'),
        agent('A3', { role: 'team_leader' }),
        agent('B1', { team: 'U' }),
        agent('B2', { team: 'U' }),
      ],
      measures: [
        measured('A1', 'gift', '90'),
        measured('B1', 'gift', '10'),
        ...['A1', 'A2', 'A3', 'B1'].map((id) => measured(id, 'stars', '1')),
      ],
    };
    // 90 ÷ 2, the leader has no part; the other team's 10 go to B1 alone
    expect(partsOf(parts, plan)).toEqual(['45.00', '45.00', undefined, '10.00', undefined]);
  });

  it('shows the pool, the own weight, all weights and the rounding difference', () => {
    const result = calculate(month('100', ['1', '1', '1']), poolPlan());
    const [line] = resultOf(result, 'A1').lines;
    if (!line) throw new Error('no line');
    const text = traceText(line.trace, 'en').filter((one) => /^ *-?\d/.test(one));
    expect(text.map((one) => one.trim())).toEqual([
      '33.34  rounded half-up to 0.01 yuan (rounded)',
      '33.34  part of the pool (sum of)',
      '33.333333  pool × own weight ÷ all weights (first divided by second)',
      '100  pool × own weight (product of)',
      '100  the pool (sum of)',
      '100  rounded half-up to 0.01 yuan (rounded)',
      '100  pool (sum of)',
      '100  A1 (sum of)',
      '100  gift',
      '0  A2 (sum of)',
      '0  gift',
      '0  A3 (sum of)',
      '0  gift',
      '1  A1 (sum of)',
      '1  stars',
      '3  the weights of all who share (sum of)',
      '1  A1 (sum of)',
      '1  stars',
      '1  A2 (sum of)',
      '1  stars',
      '1  A3 (sum of)',
      '1  stars',
      '0.006667  rounding difference, so that the parts add up',
    ]);
    expect(refold(line.trace).equals(line.amount)).toBe(true);
  });
});

describe('a pool of which each has a part by percent', () => {
  const plan = poolPlan('{ of: pool, by_percent: stars, among: everyone }');

  it.each<[string, readonly string[], readonly (string | undefined)[]]>([
    // 60% and 30%; the rest is kept
    ['1000', ['0.6', '0.3'], ['600.00', '300.00']],
    // 100.01: 60.006 → 60.01 with the greatest remainder, 30.003 → 30.00, kept 10.00
    ['100.01', ['0.6', '0.3'], ['60.01', '30.00']],
    ['100.01', ['0.5', '0.5'], ['50.01', '50.00']],
  ])('%s by %j: %j', (pool, weights, expected) => {
    expect(partsOf(month(pool, weights), plan)).toEqual(expected);
  });

  it('adds up in the units that the component is rounded to', () => {
    const tens = poolPlan('{ of: pool, by: stars, among: everyone }', `rounding: { places: -1, ${S} }`);
    // 1004 rounded half-up to tens: 1000 = 330 + 330 + 340 of 330, 330, 340
    expect(partsOf(month('1004', ['33', '33', '34']), tens)).toEqual(['330.00', '330.00', '340.00']);
    // 333.33 each: the ten that is left goes to the first
    expect(partsOf(month('1004', ['1', '1', '1']), tens)).toEqual(['340.00', '330.00', '330.00']);
  });

  it('says what is kept', () => {
    const [line] = resultOf(calculate(month('1000', ['0.6', '0.3']), plan), 'A2').lines;
    expect(line && traceText(line.trace, 'en').map((one) => one.trim())).toContain('100  kept by the firm');
  });

  it('refuses more than the whole, and names the people', () => {
    const result = calculate(month('1000', ['0.6', '0.5']), plan);
    expect(messagesOf(result, 'shares_above_whole')).toEqual([
      'the shares of "bonus" come to 110%: A1 60%, A2 50%',
    ]);
  });
});

describe('what is refused or warned of', () => {
  it('a pool that is not the same for all who share, once', () => {
    const plan = poolPlan('{ of: pool, by: stars, among: everyone }', '', 'team');
    const parts: Parts = {
      agents: [agent('A1'), agent('A2'), agent('B1', { team: 'U' })],
      measures: [
        measured('A1', 'gift', '100'),
        ...['A1', 'A2', 'B1'].map((id) => measured(id, 'stars', '1')),
      ],
    };
    expect(messagesOf(calculate(parts, plan), 'pool_differs')).toEqual([
      '"bonus" shares "pool", which is 100 for A1 and 0 for B1',
    ]);
  });

  it('a negative weight', () => {
    expect(messagesOf(calculate(month('100', ['1', '-0.5']), poolPlan()), 'negative_weight')).toEqual([
      'the share of A2 in "bonus" by "stars" is -0.5',
    ]);
  });

  it('a negative pool, for each who shares it', () => {
    expect(messagesOf(calculate(month('-100', ['1', '3']), poolPlan()), 'negative_amount').length).toBe(2);
  });

  it('nobody to share: nothing is paid, and the pool is named', () => {
    const result = calculate(month('100', ['', '0']), poolPlan());
    expect(messagesOf(result, 'pool_without_sharers')).toEqual([
      'nobody shares "bonus" in the whole firm: the pool of 100 is not paid',
    ]);
    expect(result.agents.flatMap((one) => one.lines)).toEqual([]);
  });

  it('no site where the pool is the site’s', () => {
    const plan = poolPlan('{ of: counted, by: stars, among: site }');
    expect(messagesOf(calculate(month('100', ['1']), plan), 'measure_unknown')).toEqual([
      '"counted", which the rule "bonus" needs, is not known for A1: agents.csv gives no site',
    ]);
  });
});

describe('whatever the pool and the weights', () => {
  const money = fc.nat(1_000_000).map((fen) => formatFixed(decimal(String(fen)).div(100), 2));
  const weights = fc
    .array(fc.oneof(fc.constant(''), fc.constant('0'), fc.integer({ min: 1, max: 999 }).map(String)), {
      minLength: 1,
      maxLength: 7,
    })
    .filter((all) => all.some((one) => one !== '' && one !== '0'));

  it('the parts add up to it, none is negative, and the order of rows does not matter', () => {
    fc.assert(
      fc.property(money, weights, (pool, all) => {
        const parts = month(pool, all);
        const found = partsOf(parts).map((one) => decimal(one ?? '0'));
        expect(formatMoney(sum(found))).toBe(pool);
        expect(found.every((one) => one.s >= 0n)).toBe(true);
        const turned: Parts = {
          agents: parts.agents?.toReversed() ?? [],
          measures: parts.measures?.toReversed() ?? [],
        };
        expect(partsOf(turned)).toEqual(partsOf(parts));
      }),
      { numRuns: 60 },
    );
  });

  it('no part is a unit or more away from what it comes to exactly', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.nat(1_000_000), counts, (units, numbers) => {
        fc.pre(numbers.some((one) => one > 0));
        const all: Exact[] = numbers.map((one) => decimal(String(one)));
        const parts = apportion(decimal(String(units)), all, 0);
        expect(sum(parts).equals(units)).toBe(true);
        for (const [index, part] of parts.entries()) {
          const exact = decimal(String(units))
            .mul(all[index] ?? 0)
            .div(sum(all));
          expect(part.sub(exact).abs().compare(1) < 0).toBe(true);
        }
      }),
    );
  });
});

it('lines name the rows of a shared total once, apart from their own', () => {
  const result = calculate(month('100', ['1', '1']), poolPlan());
  const text = csvFiles(result, [], 'en').get('lines.csv') ?? '';
  const sources = text.match(/measures\.csv:\d+ \+ measures\.csv:\d+ \+ measures\.csv:\d+-\d+/g);
  // Each one's star, the row that the pool is made of, and everyone's stars.
  expect(sources?.length).toBe(2);
});
