/** What a scale makes of each transaction, day or week: limits, roundings, refunds, weeks that go on. */
import { describe, expect, it } from 'vitest';
import { partsOf, type RejectedRow, type Trace } from '../../src/calc/trace.js';
import { completed, failuresOf } from '../rules/complete-plan.js';
import { faultsIn, load } from '../rules/rule-files.js';
import {
  agent,
  bonus,
  calculate,
  day,
  measured,
  messagesOf,
  planWithComponents,
  resultOf,
  S,
} from './department.js';

/** What does not come out of a plan that pays this amount of the sales, with its examples. */
const failures = (amount: string, examples: string, measures = ''): string[] =>
  failuresOf(
    load(
      completed(`measures:
  sales: { name: sales, when_absent: zero, stated: S-1 }
${measures}components:
  c: { name: c, clause: S-1, column: allowances, amount: ${amount} }
examples:
  ${examples}
`),
    ),
  );

describe('the least and the most of each piece', () => {
  const scale = (per: string): string =>
    `{ scale: whole, per: ${per}, of: sales, each_at_least: 5, each_at_most: 50, each_rounded: { places: 0 }, stated: S-1, bands: [{ from: 0, pays: 1% }] }`;
  // 1 → 5, 1% of 1260 = 12.6 → 13, 100 → 50
  it.each(['transaction', 'day'])('per %s, before its rounding', (per) => {
    const given = '{ sales: { 2025-04-01: 100, 2025-04-02: 1260, 2025-04-03: 10000 } }';
    expect(failures(scale(per), `e: { given: ${given}, pays: { c: 68 } }`)).toEqual([]);
  });
  it('per week: 1% of 5100 and of 100', () => {
    const given = '{ sales: { 2025-04-01: 5000, 2025-04-02: 100, 2025-04-08: 100 } }';
    expect(failures(scale('week'), `e: { given: ${given}, pays: { c: 55 } }`)).toEqual([]);
  });
});

describe('limits of each piece are refused', () => {
  const codes = (amount: string): string[] =>
    faultsIn(
      completed(`measures: { sales: { name: sales, when_absent: zero, stated: S-1 } }
components: { c: { name: c, clause: S-1, column: allowances, amount: ${amount} } }
`),
    ).map((fault) => fault.split(' ')[0] ?? '');
  const scale = (keys: string): string =>
    `{ scale: whole, of: sales, ${keys}, stated: S-1, bands: [{ from: 0, pays: 1% }] }`;
  it.each([
    ['without a clock', 'each_at_least: 5', 'E0602'],
    ['by the quarter', 'per: quarter, each_at_most: 5', 'E0615'],
    ['the least above the most', 'per: day, each_at_least: 6, each_at_most: 5', 'E0653'],
  ])('%s', (_, keys, code) => {
    expect(codes(scale(keys))).toEqual([code]);
  });
});

describe('rounding beside what is reckoned piece by piece', () => {
  // 0.5% of 101 and of 103 are 0.505 and 0.515: 0.51 + 0.52, not 1.02
  const given = '{ sales: { D1: 101, D2: 103 } }';
  const measures: [string, string][] = [
    ['a formula', 'each: { per: transaction, formula: "sales * 0.005" }'],
    ['a scale', 'is: { scale: whole, per: transaction, of: sales, bands: [{ from: 0, pays: 0.5% }] }'],
  ];
  it.each(measures)('%s rounds each, and the sum is that of the rounded ones', (_, by) => {
    const declared = `  earned: { name: earned, ${by}, rounding: { places: 2 }, stated: S-1 }\n`;
    const examples = `e: { given: ${given}, measures: { earned: 1.03 }, pays: { c: 1.03 } }`;
    expect(failures('earned', examples, declared)).toEqual([]);
  });
  it('scales see the rounded ones', () => {
    const declared = `  earned: { name: earned, each: { per: transaction, formula: "sales * 0.005" }, rounding: { mode: floor, places: 0 }, stated: S-1 }\n`;
    const scale =
      '{ scale: lookup, per: transaction, of: earned, stated: S-1, bands: [{ up_to: 2, pays: 1 }, { pays: 10 }] }';
    // 0.5% of 500 = 2.5 → 2; of 600 = 3
    const examples = 'e: { given: { sales: { D1: 500, D2: 600 } }, pays: { c: 11 } }';
    expect(failures(scale, examples, declared)).toEqual([]);
  });
});

const PARTS = { agents: [agent('A1', { hired_on: day('2025-04-01') })] };
const sold = (date: string, value: string) => ({ ...measured('A1', 'collected', value), period: day(date) });
const plan = (amount: string) => planWithComponents(bonus(amount));

describe('a negative quantity that a scale pays nothing for', () => {
  const rows = [sold('2025-04-07', '100'), sold('2025-04-08', '-30')];
  const told = (amount: string, own = rows): string[] =>
    messagesOf(calculate({ ...PARTS, measures: own }, plan(amount)), 'negative_dropped').map(
      (message) => message.split(',')[0] ?? '',
    );
  const MARGINAL = 'scale: marginal, of: collected, bands: [{ above: 0, pays: 5% }]';
  const WHOLE = 'scale: whole, of: collected, bands: [{ from: 0, pays: 5% }]';
  const DROPPED = ['"bonus" pays A1 nothing for -30'];

  it.each([
    ['per transaction, marginal', `{ ${MARGINAL}, per: transaction, ${S} }`, DROPPED],
    ['per day, marginal', `{ ${MARGINAL}, per: day, ${S} }`, DROPPED],
    ['per day, below the first band', `{ ${WHOLE}, per: day, ${S} }`, DROPPED],
    ['raised to a least', `{ ${MARGINAL}, per: day, each_at_least: 1, ${S} }`, DROPPED],
    ['a week whose sum is positive', `{ ${MARGINAL}, per: week, ${S} }`, []],
    ['the month whose sum is positive', `{ ${MARGINAL}, ${S} }`, []],
    ['a running scale', `{ ${MARGINAL}, per: quarter, ${S} }`, []],
    ['a lookup', `{ scale: lookup, per: day, of: collected, bands: [{ from: 0, pays: 5 }], ${S} }`, []],
  ])('%s', (_, amount, expected) => {
    expect(told(amount)).toEqual(expected);
  });

  it('a band that holds below zero takes back', () => {
    expect(
      told(`{ scale: whole, per: day, of: collected, bands: [{ up_to: 50, pays: 5% }, { pays: 6% }], ${S} }`),
    ).toEqual([]);
  });

  it.each([MARGINAL, WHOLE])('the month, %s', (scale) => {
    expect(told(`{ ${scale}, ${S} }`, rows.slice(1))).toEqual(DROPPED);
  });

  it('the quantity of a running scale is shown where nothing is due', () => {
    const result = calculate(
      { ...PARTS, measures: rows.slice(1) },
      plan(`{ ${MARGINAL}, per: quarter, ${S} }`),
    );
    const reasons = resultOf(result, 'A1').notPaid.flatMap((one) => one.reasons);
    const [nothing] = reasons.flatMap((one) => (one.kind === 'nothing' ? [one.trace] : []));
    expect(nothing && nodesOf(nothing).some(({ value }) => value.toString() === '-30')).toBe(true);
  });
});

const nodesOf = (trace: Trace): Trace[] => [trace, ...partsOf(trace).flatMap(nodesOf)];

describe('a week that ends in the next month', () => {
  // The 28th of April 2025 is a Monday: the week ends on the 4th of May.
  const rows = [sold('2025-04-25', '100'), sold('2025-04-28', '300')];
  const rejectedBy = (amount: string, measures: string): RejectedRow[] => {
    const rules = planWithComponents(bonus(amount), { measures });
    const [line] = resultOf(calculate({ ...PARTS, measures: rows }, rules), 'A1').lines;
    return line ? nodesOf(line.trace).flatMap((node) => node.rejected ?? []) : [];
  };
  const COLLECTED = `collected: { name: collected, when_absent: { value: zero, ${S} } }`;
  it.each([
    ['a scale', `{ scale: marginal, per: week, of: collected, bands: [{ above: 0, pays: 5% }], ${S} }`, ''],
    [
      'a formula',
      'weekly',
      `, weekly: { name: weekly, each: { per: week, formula: "collected / 2" }, ${S} }`,
    ],
    [
      'a table',
      `{ table: { per: week, rows: { of: collected, from: [0] }, columns: { role: [agent] }, pays: [[5]] }, ${S} }`,
      '',
    ],
  ])('its rows are told as not paid yet, by %s', (_, amount, more) => {
    const found = rejectedBy(amount, `{ ${COLLECTED}${more} }`);
    expect(found.map(({ at, why }) => [at.line, why.en])).toEqual([
      [rows[1]?.at.line, 'its week ends on 2025-05-04, paid with 2025-05'],
    ]);
  });
});
