/** Scales that run over each row, day or week of a measure that counts or sums rows. */
import { describe, expect, it } from 'vitest';
import { decimal } from '../../src/base/exact.js';
import { partsOf, type Trace } from '../../src/calc/trace.js';
import { faultsIn, ruleFile } from '../rules/rule-files.js';
import {
  agent,
  amountsOf,
  answered,
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
  time,
} from './department.js';

const MEASURES = `{
  collected: { name: collected, when_absent: { value: zero, ${S} } },
  turnover: { name: turnover, sum: signups.amount, ${S} },
  mails: { name: mails, count: signups, where: { product: [MAIL] }, ${S} },
  selling_days: { name: selling days, count: signups, distinct: days, ${S} },
  calls: { name: calls, count: calls, ${S} },
  rows: { name: rows, sum: measures.value, ${S} }
}`;

const plan = (of: string, per: string, bands: string) =>
  planWithComponents(bonus(`{ scale: marginal, per: ${per}, of: ${of}, bands: [${bands}], ${S} }`), {
    measures: MEASURES,
  });

const sold = (date: string, product: string, amount: string) =>
  signup('A1', product, { signed_at: time(`${date} 10:00:00`), amount: decimal(amount) });

// 2025-04-07 is a Monday.
const PARTS: Parts = {
  // Hired this month, so that no week began in the month before.
  agents: [agent('A1', { hired_on: day('2025-04-01') })],
  signups: [
    sold('2025-04-13', 'MAIL', '300'),
    sold('2025-04-07', 'MAIL', '100'),
    sold('2025-04-07', 'SMS_3', '50.5'),
    sold('2025-04-14', 'MAIL', '20'),
  ],
  calls: [
    answered('A1', '2025-04-07', '1'),
    answered('A1', '2025-04-07', '2'),
    answered('A1', '2025-04-07', '3'),
    answered('A1', '2025-04-08', '4'),
  ],
};

const paid = (of: string, per: string, bands: string): string | undefined =>
  amountsOf(calculate(PARTS, plan(of, per, bands)), 'A1')['bonus'];

describe('a scale over rows', () => {
  it.each([
    // 10% of what lies above 80 in each: 20 + 220 = 240.
    ['turnover', 'transaction', '{ up_to: 80, pays: 0 }, { pays: 10% }', '24.00'],
    // 150.5 on the 7th, 300 on the 13th: 70.5 + 220 = 290.5.
    ['turnover', 'day', '{ up_to: 80, pays: 0 }, { pays: 10% }', '29.05'],
    // 450.5 in the week of the 7th, 20 in the next: 370.5.
    ['turnover', 'week', '{ up_to: 80, pays: 0 }, { pays: 10% }', '37.05'],
    // Two mails in the week of the 7th: one above the first; one in the next.
    ['mails', 'week', '{ up_to: 1, pays: 0 }, { pays: 5 }', '5.00'],
    // Two days of the first week.
    ['selling_days', 'week', '{ up_to: 1, pays: 0 }, { pays: 5 }', '5.00'],
    // Three calls on the 7th, of which two are above one; one on the 8th.
    ['calls', 'day', '{ up_to: 1, pays: 0 }, { pays: 5 }', '10.00'],
  ])('%s per %s', (of, per, bands, expected) => {
    expect(paid(of, per, bands)).toBe(expected);
  });
});

it('per day needs the day of every row', () => {
  const parts = { ...PARTS, measures: [measured('A1', 'collected', '100')] };
  const result = calculate(parts, plan('rows', 'day', '{ up_to: 80, pays: 0 }, { pays: 10% }'));
  const line = parts.measures[0]?.at.line ?? '';
  expect(messagesOf(result, 'row_incomplete')).toEqual([
    `measures.csv:${line} gives no day, which the rule "bonus" needs for A1`,
  ]);
  // By the month, and as a transaction, it has no need of one.
  expect(
    amountsOf(calculate(parts, plan('rows', 'transaction', '{ up_to: 80, pays: 0 }, { pays: 10% }')), 'A1')[
      'bonus'
    ],
  ).toBe('2.00');
});

it('single calls are not kept: no scale runs over each', () => {
  const text = (per: string) =>
    ruleFile({
      measures: '{ calls: { name: calls, count: calls, stated: P-1 } }',
      components: `{ bonus: { name: bonus, clause: P-1, column: allowances, stated: P-1, amount: { scale: marginal, per: ${per}, of: calls, bands: [{ above: 0, pays: 2 }] } } }`,
    });
  expect(faultsIn(text('day'))).toEqual([]);
  expect(faultsIn(text('transaction')).map((fault) => fault.slice(0, 5))).toEqual(['E0679']);
});

it('transactions are told apart: by their refs, or by their day and their number in it', () => {
  const row = (on: string, ref?: string) => ({
    ...measured('A1', 'collected', '10'),
    period: day(on),
    ...(ref === undefined ? {} : { ref }),
  });
  const measures = [
    row('2025-04-02'),
    row('2025-04-01'),
    row('2025-04-01', 'D1'),
    row('2025-04-02'),
    row('2025-04-03'),
  ];
  const bands = '{ up_to: 80, pays: 10% }, { pays: 20% }';
  const [line] = resultOf(
    calculate({ ...PARTS, measures }, plan('collected', 'transaction', bands)),
    'A1',
  ).lines;
  const labelsIn = (trace: Trace): string[] => [trace.label.en, ...partsOf(trace).flatMap(labelsIn)];
  const transactions = line ? labelsIn(line.trace).filter((label) => label.startsWith('transaction')) : [];
  expect([...new Set(transactions)]).toEqual([
    'transaction 2025-04-01',
    'transaction D1',
    'transaction 1 of 2025-04-02',
    'transaction 2 of 2025-04-02',
    'transaction 2025-04-03',
  ]);
});
