/** Formulas transaction by transaction: what a measure that must not be absent asks of those who have none. */
import { describe, expect, it } from 'vitest';
import {
  agent,
  amountsOf,
  bonus,
  calculate,
  measured,
  messagesOf,
  planWithComponents,
  S,
} from './department.js';

/** `cost` as it may be absent; a price must be there. */
const plan = (whenAbsent: string) =>
  planWithComponents(bonus(`{ formula: margin, ${S} }`), {
    measures: `{
      price: { name: price, when_absent: { value: error, ${S} } },
      cost: { name: cost, when_absent: { value: ${whenAbsent}, ${S} } },
      margin: { name: margin, each: { per: { value: transaction, ${S} }, formula: { value: "price - cost", ${S} } } }
    }`,
  });

const A1 = { agents: [agent('A1')] };
const COST = { ...measured('A1', 'cost', '40'), ref: 'D1' };
const PRICE = { ...measured('A1', 'price', '100'), ref: 'D1' };

describe('a price that must not be absent', () => {
  it.each([
    ['is asked for of a transaction that has a cost', 'zero', [COST], 1, undefined],
    ['is found there', 'zero', [COST, PRICE], 0, '60.00'],
    ['is not asked for of somebody without any transaction', 'zero', [], 0, undefined],
    ['is, where the cost must not be absent either', 'error', [], 1, undefined],
  ])('%s', (_, whenAbsent, measures, missing, paid) => {
    const result = calculate({ ...A1, measures }, plan(whenAbsent));
    expect(messagesOf(result, 'measure_absent')).toHaveLength(missing);
    expect(amountsOf(result, 'A1')['bonus']).toBe(paid);
  });
});

describe('what comes of transactions without a ref', () => {
  const each = (formula: string): string =>
    `each: { per: { value: transaction, ${S} }, formula: { value: "${formula}", ${S} } }`;
  const joined = planWithComponents(bonus(`{ formula: both, ${S} }`), {
    measures: `{
      price: { name: price, when_absent: { value: zero, ${S} } },
      cost: { name: cost, when_absent: { value: zero, ${S} } },
      net_price: { name: net price, ${each('price * 2')} },
      full_cost: { name: full cost, ${each('cost * 3')} },
      both: { name: both, ${each('net_price - full_cost')} }
    }`,
  });
  const rows = (ref: object) => [
    { ...measured('A1', 'price', '100'), ...ref },
    { ...measured('A1', 'cost', '40'), ...ref },
  ];

  it('is not put together with other transactions by the place of its row', () => {
    const result = calculate({ ...A1, measures: rows({}) }, joined);
    expect(messagesOf(result, 'measure_unknown')).toHaveLength(1);
    expect(amountsOf(result, 'A1')).toEqual({});
  });

  it('is put together by the ref where there is one: 100 × 2 − 40 × 3', () => {
    const result = calculate({ ...A1, measures: rows({ ref: 'D1' }) }, joined);
    expect(amountsOf(result, 'A1')).toEqual({ bonus: '80.00' });
  });
});
