/** What becomes of a component when a number beside it is missing: a row of `by`, a part of a condition, what edges are parts of. */
import { describe, expect, it } from 'vitest';
import { formatMoney, sum } from '../../src/base/exact.js';
import { calculateExample } from '../../src/calc/examples/example-month.js';
import { NO_PAST_MONTHS } from '../../src/calc/past.js';
import { load, ruleFile } from '../rules/rule-files.js';

/** What A1 is paid by this amount (and gate), or why the month is refused. */
function paid(amount: string, facts: string): string {
  const { plan, examples } = load(
    ruleFile({
      stated: 'P-1',
      tests: '{ typing: { name: 打字 } }',
      measures: `
  of: { name: of, when_absent: zero }
  zero: { name: zero, when_absent: zero }
  skip: { name: skip, when_absent: skip }
  error: { name: error, when_absent: error }
  share: { name: share, when_absent: zero, occasional: yes }
  typed: { name: typed, count: tests }
  split: { name: split, split: { of: of, by: share, places: 0 } }`,
      components: `{ pay: { name: pay, clause: P-1, column: allowances, amount: ${amount} } }`,
      examples: `{ one: { ${facts}, net: 0 } }`,
    }),
  );
  const [month] = examples[0]?.months ?? [];
  if (!month) throw new Error('no month');
  const { result } = calculateExample(plan, month, NO_PAST_MONTHS);
  const errors = result.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return errors.map(({ code }) => code).join();
  return formatMoney(sum(result.agents.flatMap(({ lines }) => lines.map((line) => line.applied))));
}

/** measures.csv has no row of it. */
const NO_ROW = 'E0702';
/** It has no value, for another reason. */
const NO_VALUE = 'E0710';

/** Up to 0 of `by` 5 each, above 2 each. */
const scale = (per: string, by: string) =>
  `{ scale: whole, per: ${per}, of: of, by: ${by}, bands: [{ up_to: 0, pays: 5 }, { pays: 2 }] }`;

describe('a transaction, day or week that has no row of what picks its band', () => {
  const DAYS = '2025-04-01: 10, 2025-04-08: 10';
  const CASES: readonly [string, string, string, string, string][] = [
    // clock, by, rows of `of`, rows of `by` (for the second of them), paid
    ['day', 'zero', DAYS, '2025-04-08: 1', '70.00'], // 10 × 5 + 10 × 2
    ['day', 'skip', DAYS, '2025-04-08: 1', '20.00'],
    ['day', 'error', DAYS, '2025-04-08: 1', NO_ROW],
    ['week', 'zero', DAYS, '2025-04-08: 1', '70.00'],
    ['week', 'skip', DAYS, '2025-04-08: 1', '20.00'],
    ['transaction', 'zero', 'D1: 10, D2: 10', 'D2: 1', '70.00'],
    ['transaction', 'skip', 'D1: 10, D2: 10', 'D2: 1', '20.00'],
    ['transaction', 'error', 'D1: 10, D2: 10', 'D2: 1', NO_ROW],
    // One may be the other misspelt.
    ['transaction', 'zero', 'D1: 10, D2: 10', 'D3: 1', NO_VALUE],
    ['transaction', 'skip', 'D1: 10, D2: 10', 'D3: 1', NO_VALUE],
    // Each has its own, and there is one more: nothing is missing.
    ['transaction', 'zero', 'D1: 10', 'D1: 1, D2: 1', '20.00'],
    // Without a ref it can't say that it has none.
    ['transaction', 'zero', '2025-04-01: 10, D2: 10', 'D2: 1', NO_VALUE],
  ];
  it.each(CASES)('per %s, by %s: %s and %s', (clock, by, of, rows, expected) => {
    expect(paid(scale(clock, by), `given: { of: { ${of} }, ${by}: { ${rows} } }`)).toBe(expected);
  });

  it('without any row at all, zero is 0 for each', () => {
    expect(paid(scale('transaction', 'zero'), 'given: { of: [10, 10] }')).toBe('100.00');
  });

  it('what is counted from an export is 0', () => {
    const rows = 'tests: [{ date: 2025-04-08, test: typing, result: 1 }]';
    expect(paid(scale('day', 'typed'), `given: { of: { ${DAYS} } }, rows: { ${rows} }`)).toBe('70.00');
  });
});

describe('conditions of which one lacks its number', () => {
  const LACKS = '{ measure: error, at_least: 1 }';
  const FAILS = '{ measure: of, more_than: 100 }';
  const HOLDS = '{ measure: of, more_than: 0 }';
  const cases = (...when: string[]) => `{ cases: [{ when: [${when.join()}], pays: 1 }, { pays: 2 }] }`;
  const gate = (...when: string[]) => `3, gate: [${when.join()}]`;
  const formula = (test: string) => `{ formula: "${test} ? 1 : 2" }`;
  const CASES: readonly [string, string, string][] = [
    ['a case that fails first', cases(FAILS, LACKS), '2.00'],
    ['a case that fails last', cases(LACKS, FAILS), '2.00'],
    ['a case that holds beside', cases(LACKS, HOLDS), NO_ROW],
    ['a gate that fails first', gate(FAILS, LACKS), '0.00'],
    ['a gate that fails last', gate(LACKS, FAILS), '0.00'],
    ['a gate that holds beside', gate(HOLDS, LACKS), NO_ROW],
    ['any that holds first', gate(`{ any: [${HOLDS}, ${LACKS}] }`), '3.00'],
    ['any that holds last', gate(`{ any: [${LACKS}, ${HOLDS}] }`), '3.00'],
    ['&& that fails first', formula('of > 100 && error > 1'), '2.00'],
    ['&& that fails last', formula('error > 1 && of > 100'), '2.00'],
    ['&& that holds beside', formula('error > 1 && of > 0'), NO_ROW],
    ['|| that holds first', formula('of > 0 || error > 1'), '1.00'],
    ['|| that holds last', formula('error > 1 || of > 0'), '1.00'],
    ['|| that fails beside', formula('error > 1 || of > 100'), NO_ROW],
    ['not of one that is settled', formula('!(error > 1 && of > 100)'), '1.00'],
    ['a division by zero beside', formula('of / zero > 1 && zero > 0'), '2.00'],
    ['a branch that is not chosen', '{ formula: "of > 100 ? error : of" }', '10.00'],
    ['a case that is not chosen', `{ cases: [{ when: [${FAILS}], pays: error }, { pays: 2 }] }`, '2.00'],
  ];
  it.each(CASES)('%s', (_, amount, expected) => {
    expect(paid(amount, 'given: { of: 10 }')).toBe(expected);
  });
});

describe('what edges are parts of', () => {
  const parts =
    '{ scale: marginal, of: of, percent_of: zero, bands: [{ up_to: 50%, pays: 10% }, { pays: 20% }] }';
  it.each([
    ['10', '1.50'], // 5 × 10% + 5 × 20%
    ['0', NO_VALUE],
    ['-10', NO_VALUE],
  ])('%s', (base, expected) => {
    expect(paid(parts, `given: { of: 10, zero: ${base} }`)).toBe(expected);
  });
});

describe('a sale without a share, in whole yuan', () => {
  const CASES: readonly [string, string][] = [
    ['{ D1: 46.68 }', '47.00'],
    ['{ D1: 46.5 }', '47.00'],
    ['[46.4, 46.4]', '92.00'], // two sales
  ];
  it.each(CASES)('%s', (of, expected) => {
    expect(paid('split', `given: { of: ${of} }`)).toBe(expected);
  });

  it('rows of one ref are one sale: 92.8', () => {
    const row = '{ measure: of, value: 46.4, ref: D1 }';
    expect(paid('split', `rows: { measures: [${row}, ${row}] }`)).toBe('93.00');
  });
});

describe('an amount below zero', () => {
  it('with a floor pays the floor', () => {
    expect(paid('{ formula: "of - 30" }, floor: 0', 'given: { of: 10 }')).toBe('0.00');
    expect(paid('{ formula: "of - 30" }, floor: 5', 'given: { of: 10 }')).toBe('5.00');
  });
});

it('a cumulative scale adds up what all bands reached pay once, too', () => {
  const amount =
    '{ scale: cumulative, of: of, bands: [{ up_to: 10, pays: 2, plus: 1 }, { up_to: 20, pays: 30, plus: 7 }, { pays: 400, plus: 9 }] }';
  expect(paid(amount, 'given: { of: 12 }')).toBe('40.00'); // 2 + 1 + 30 + 7
});
