/** Roundings that a rule file asks for: of a component's lines, and of measures on the way to them. */
import { describe, expect, it } from 'vitest';
import { formatShort } from '../../src/base/exact.js';
import { traceText } from '../../src/report/trace-text.js';
import { refold } from '../../src/calc/trace.js';
import { faultsIn } from '../rules/rule-files.js';
import {
  agent,
  bonus,
  calculate,
  handbookTextWith,
  measured,
  planWithComponents,
  resultOf,
  S,
} from './department.js';

const YUAN = 'CNY, places: 2';

/** The line of a bonus of so much, rounded so. */
function lineOf(amount: string, rounding: string, currency = YUAN) {
  const plan = planWithComponents(bonus(`{ rate: 1, of: collected, ${S} }`, `rounding: ${rounding}`), {
    currency: `{ code: ${currency} }`,
  });
  const result = calculate({ agents: [agent('A1')], measures: [measured('A1', 'collected', amount)] }, plan);
  const [line] = resultOf(result, 'A1').lines;
  if (!line) throw new Error('no line');
  return line;
}

const CASES: [string, string, string, string][] = [
  // amount, rounding, currency, comes to
  ['100.005', '{}', YUAN, '100.01'],
  ['100.005', `{ mode: half_even, ${S} }`, YUAN, '100'],
  ['100.015', `{ mode: half_even, ${S} }`, YUAN, '100.02'],
  ['100.019', `{ mode: floor, ${S} }`, YUAN, '100.01'],
  ['100.011', `{ mode: ceiling, ${S} }`, YUAN, '100.02'],
  ['100.5', `{ places: 0, ${S} }`, YUAN, '101'],
  ['100.5', `{ mode: half_even, places: 0, ${S} }`, YUAN, '100'],
  ['1249.99', `{ mode: half_up, places: -2, ${S} }`, YUAN, '1200'],
  ['1250', `{ mode: half_up, places: -2, ${S} }`, YUAN, '1300'],
  ['1201', `{ mode: ceiling, places: -1, ${S} }`, YUAN, '1210'],
  ['1000.5', '{}', 'KRW, places: 0', '1001'],
  ['1.2345', '{}', 'KWD, places: 3', '1.235'],
];

describe('the rounding of a component', () => {
  it.each(CASES)('%s by %s in %s is %s', (amount, rounding, currency, expected) => {
    const line = lineOf(amount, rounding, currency);
    expect(formatShort(line.amount)).toBe(expected);
    expect(line.amount.equals(refold(line.trace))).toBe(true);
  });

  it('is said in its explanation, with the rule that asks for it', () => {
    const text = (
      rounding: string,
      currency?: string,
      language: 'en' | 'zh' = 'en',
    ): (string | undefined)[] => traceText(lineOf('1250.5', rounding, currency).trace, language).slice(0, 2);
    expect(text('{}')[0]).toBe('1250.5  rounded half-up to 0.01 yuan (rounded)');
    expect(text('{}', YUAN, 'zh')[0]).toBe('1250.5  四舍五入到分 (四舍五入)');
    expect(text('{}', 'USD, places: 2')[0]).toBe('1250.5  rounded half-up to 0.01 USD (rounded)');
    expect(text('{}', 'KRW, places: 0', 'zh')[0]).toBe('1251  四舍五入到 1 KRW (四舍五入)');
    const floored = text(`{ mode: floor, places: -2, ${S} }`);
    expect(floored[0]).toBe('1200  rounded down to 100 yuan (rounded)');
    expect(floored[1]).toContain('components.bonus.rounding.mode = floor');
    expect(text(`{ mode: floor, places: -2, ${S} }`, YUAN, 'zh')[0]).toBe('1200  向下舍入到 100 元 (舍入)');
  });

  it('bears on how far the line is stated', () => {
    expect(lineOf('1', '{ mode: floor, assumed: P-2, because: lost }').basis).toBe('assumed');
  });

  it('is no finer than the currency', () => {
    const file = (currency: string, places: number): string =>
      handbookTextWith({
        currency: `{ code: ${currency} }`,
        components: bonus(`{ value: 1, ${S} }`, `rounding: { places: ${places}, ${S} }`),
      });
    expect(faultsIn(file('USD, places: 2', 2))).toEqual([]);
    expect(faultsIn(file('USD, places: 2', 3))).toEqual([expect.stringMatching(/^E0659 /)]);
    expect(faultsIn(file('KRW, places: 0', 1))).toEqual([expect.stringMatching(/^E0659 /)]);
    expect(faultsIn(file('KRW, places: 0', -2))).toEqual([]);
  });
});

describe('the rounding of a measure', () => {
  const amountOf = (rounding: string): string => {
    const part = (more: string): string =>
      `part: { name: part, formula: { value: "collected / 3", ${S} }${more === '' ? '' : `, rounding: ${more}`} }`;
    const plan = planWithComponents(bonus(`{ formula: "part * 1000", ${S} }`), {
      measures: `{ collected: { name: c, when_absent: { value: zero, ${S} } }, ${part(rounding)} }`,
    });
    const result = calculate({ agents: [agent('A1')], measures: [measured('A1', 'collected', '2')] }, plan);
    return formatShort(resultOf(result, 'A1').payslip.net);
  };

  // 2 ÷ 3 = 0.666…
  it.each([
    ['', '666.67'],
    ['{}', '670'],
    [`{ mode: floor, places: 1, ${S} }`, '600'],
    [`{ mode: ceiling, places: 0, ${S} }`, '1000'],
    [`{ mode: half_even, places: 6, ${S} }`, '666.67'],
  ])('%s: 1000 times two thirds is %s', (rounding, expected) => {
    expect(amountOf(rounding)).toBe(expected);
  });
});
