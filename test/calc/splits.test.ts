/** Splits: one sale over several people, by each one's share of each ref. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, formatShort, sum } from '../../src/base/exact.js';
import type { MeasureRow } from '../../src/input/records.js';
import { measure } from '../../src/calc/measures.js';
import type { MonthResult } from '../../src/calc/month.js';
import type { Plan } from '../../src/rules/plan.js';
import {
  agent,
  amountsOf,
  bonus,
  calculate,
  day,
  measured,
  messagesOf,
  type Parts,
  planWithComponents,
  resultOf,
  S,
  signup,
} from './department.js';

const splitPlan = (split = 'of: deal, by: deal_share', amount = `{ rate: 10%, of: mine, ${S} }`): Plan =>
  planWithComponents(bonus(amount), {
    measures: `{ deal: { name: deal, when_absent: { value: zero, ${S} } },
      deal_share: { name: share, when_absent: { value: zero, ${S} } },
      mine: { name: mine, split: { ${split} }, ${S} } }`,
  });

const row = (agentId: string, name: string, value: string, ref?: string, date?: string): MeasureRow => ({
  ...measured(agentId, name, value),
  ...(ref === undefined ? {} : { ref }),
  ...(date === undefined ? {} : { period: day(date) }),
});
const deal = (agentId: string, value: string, ref?: string, date?: string) =>
  row(agentId, 'deal', value, ref, date);
const share = (agentId: string, value: string, ref?: string) => row(agentId, 'deal_share', value, ref);

const people = (...measures: MeasureRow[]): Parts => ({
  agents: [agent('A1'), agent('A2'), agent('A3')],
  measures,
});

/** What the split measure comes to for each. */
const mineOf = (result: MonthResult): string[] =>
  result.agents.map(({ facts }) => {
    const found = measure('mine', facts, result.months[0]);
    return 'trace' in found ? formatShort(found.trace.value) : found.cause;
  });

describe('a deal, by shares', () => {
  const CASES: readonly [string, readonly MeasureRow[], readonly string[]][] = [
    [
      '60% and 40%',
      [deal('A1', '10000', 'D1'), share('A1', '0.6', 'D1'), share('A2', '0.4', 'D1')],
      ['6000', '4000', '0'],
    ],
    [
      'whoever booked it',
      [deal('A3', '10000', 'D1'), share('A1', '0.6', 'D1'), share('A2', '0.4', 'D1')],
      ['6000', '4000', '0'],
    ],
    [
      'booked in two rows',
      [deal('A1', '7000', 'D1'), deal('A1', '3000', 'D1'), share('A2', '1', 'D1')],
      ['0', '10000', '0'],
    ],
    [
      'without a share: the one’s who booked it',
      [deal('A1', '7000', 'D1'), deal('A2', '300', 'D2')],
      ['7000', '300', '0'],
    ],
    [
      'without a ref',
      [deal('A1', '7000'), deal('A1', '10', 'D1'), share('A2', '1', 'D1')],
      ['7000', '10', '0'],
    ],
    [
      'a share in two rows',
      [deal('A1', '100', 'D1'), share('A1', '0.3', 'D1'), share('A1', '0.7', 'D1')],
      ['100', '0', '0'],
    ],
    [
      'a deal taken back',
      [
        deal('A1', '-100', 'D1'),
        deal('A1', '150'),
        deal('A2', '150'),
        share('A1', '0.5', 'D1'),
        share('A2', '0.5', 'D1'),
      ],
      ['100', '100', '0'],
    ],
  ];
  it.each(CASES)('%s', (_, rows, expected) => {
    const result = calculate(people(...rows), splitPlan());
    expect(mineOf(result)).toEqual(expected);
    expect(result.problems).toEqual([]);
  });

  it('is exact, and with places adds up by the largest remainder', () => {
    const rows = [
      deal('A1', '100', 'D1'),
      share('A1', '0.333', 'D1'),
      share('A2', '0.333', 'D1'),
      share('A3', '0.334', 'D1'),
    ];
    expect(mineOf(calculate(people(...rows), splitPlan()))).toEqual(['33.3', '33.3', '33.4']);
    // 33.3, 33.3, 33.4: whole yuan 33, 33, 33, and the one that is left goes to the remainder 0.4
    const whole = splitPlan('of: deal, by: deal_share, places: 0');
    expect(mineOf(calculate(people(...rows), whole))).toEqual(['33', '33', '34']);
  });
});

describe('scales and lines over parts', () => {
  it('each part of a ref goes through a scale per transaction by itself, on the day of its deal', () => {
    const scale = `{ scale: marginal, of: mine, per: transaction, bands: [{ above: 0, pays: 10% }, { above: 5000, pays: 20% }], ${S} }`;
    const rows = [
      deal('A1', '10000', 'D1', '2025-04-03'),
      share('A1', '0.6', 'D1'),
      share('A2', '0.4', 'D1'),
      deal('A1', '1000', 'D2', '2025-04-04'),
    ];
    const result = calculate(people(...rows), splitPlan(undefined, scale));
    expect(result.problems).toEqual([]);
    expect(amountsOf(result, 'A1')).toEqual({ bonus: '800.00' }); // 5000 × 10% + 1000 × 20%, and 1000 × 10%
    expect(amountsOf(result, 'A2')).toEqual({ bonus: '400.00' });
  });

  it('a line rests on the values of the rule file that say how the sale is split', () => {
    const plan = splitPlan(
      'of: deal, by: { value: deal_share, assumed: P-2, because: lost }',
      `{ scale: marginal, of: mine, per: transaction, bands: [{ above: 0, pays: 10% }], ${S} }`,
    );
    const result = calculate(people(deal('A1', '100', 'D1')), plan);
    expect(resultOf(result, 'A1').lines.map((line) => line.basis)).toEqual(['assumed']);
  });

  it('sign-ups are split by their ids; a share of one that does not count is a share of nothing', () => {
    const plan = splitPlan('of: counted, by: deal_share');
    const signups = [signup('A1', 'MAIL', { signup_id: 'S1' }), signup('A1', 'MAIL', { signup_id: 'S2' })];
    const parts = {
      ...people(share('A1', '0.5', 'S1'), share('A2', '0.5', 'S1'), share('A2', '1', 'S2')),
      signups,
      billing: [],
    };
    const all = calculate(parts, splitPlan('of: gross, by: deal_share'));
    expect(mineOf(all)).toEqual(['0.5', '1.5', '0']);
    const counted = calculate(parts, plan);
    expect(mineOf(counted)).toEqual(['0', '0', '0']);
    expect(messagesOf(counted, 'share_of_nothing')).toEqual([]);
  });
});

describe('shares that do not fit', () => {
  const told = (...rows: MeasureRow[]): string[] =>
    calculate(people(...rows), splitPlan()).problems.map(
      ({ code, explain }) => `${code} ${explain('en').message}`,
    );

  it('above the whole: refused, with the ref and the people', () => {
    expect(told(deal('A1', '100', 'D1'), share('A1', '0.6', 'D1'), share('A2', '0.5', 'D1'))).toEqual([
      'E0714 the shares of "D1" come to 110%: A1 60%, A2 50%',
    ]);
  });

  it('below the whole: the rest is nobody’s, and told', () => {
    const rows = [deal('A1', '100', 'D1'), share('A1', '0.6', 'D1'), share('A2', '0.3', 'D1')];
    expect(told(...rows)).toEqual(['W0710 the shares of D1 come to 90% only: 10 of "deal" is nobody\'s']);
    expect(mineOf(calculate(people(...rows), splitPlan()))).toEqual(['60', '30', '0']);
  });

  it('of what several people booked: the sum is split, and told once with the people and the total', () => {
    const rows = [
      deal('A2', '3000', 'D1'),
      deal('A1', '6000', 'D1'),
      deal('A1', '1000', 'D1'),
      share('A2', '1', 'D1'),
      // Without a share each has what he booked: nothing is doubled.
      deal('A1', '50', 'D2'),
      deal('A2', '50', 'D2'),
    ];
    const plan = planWithComponents(bonus(`{ rate: 10%, of: mine, ${S} }`), {
      measures: `{ deal: { name: deal, when_absent: { value: zero, ${S} } },
        deal_share: { name: share, when_absent: { value: zero, ${S} } },
        mine: { name: mine, split: { of: deal, by: deal_share }, ${S} },
        in_fen: { name: in fen, split: { of: deal, by: deal_share, places: 2 }, ${S} } }`,
    });
    const result = calculate(people(...rows), plan);
    expect(result.problems.map(({ code, explain }) => `${code} ${explain('en').message}`)).toEqual([
      'W0712 "deal" of D1 is booked for several people, A1 7000, A2 3000: what is split is their sum, 10000',
    ]);
    expect(mineOf(result)).toEqual(['50', '10050', '0']);
  });

  it('negative, or of no deal', () => {
    expect(told(deal('A1', '100', 'D1'), share('A1', '-0.5', 'D1'))).toEqual([
      'E0713 the share of A1 in "D1" by "deal_share" is -0.5',
    ]);
    expect(told(deal('A1', '100', 'D1'), share('A2', '1', 'D9'), share('A2', '1'))).toEqual([
      'E0715 A2 has a share of D9 by "deal_share", but "deal" has no row with that ref',
      'E0715 a row of "deal_share" for A2 has no ref, so nobody knows what it is a share of',
    ]);
  });
});

describe('whatever the deals and the shares', () => {
  const cuts = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 2 });
  const deals = fc.array(
    fc.record({ fen: fc.nat(10_000_000), cuts, places: fc.integer({ min: 0, max: 2 }) }),
    {
      minLength: 1,
      maxLength: 5,
    },
  );

  it('the parts of each add up to it, and the order of rows does not matter', () => {
    fc.assert(
      fc.property(deals, fc.integer({ min: 2, max: 4 }), (all, places) => {
        const rows = all.flatMap(({ fen, cuts: [a = 0, b = 0] }, index) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          const shares = [low, high - low, 100 - high];
          return [
            deal('A1', `${fen / 100}`, `D${index}`),
            ...shares.map((one, who) => share(`A${who + 1}`, `${one / 100}`, `D${index}`)),
          ];
        });
        const plan = splitPlan(`of: deal, by: deal_share, places: ${places}`);
        const found = mineOf(calculate(people(...rows), plan));
        const total = sum(all.map(({ fen }) => decimal(String(fen)).div(100)));
        expect(sum(found.map(decimal)).equals(total)).toBe(true);
        expect(found.every((one) => !one.startsWith('-'))).toBe(true);
        expect(mineOf(calculate(people(...rows.toReversed()), plan))).toEqual(found);
      }),
      { numRuns: 60 },
    );
  });
});
