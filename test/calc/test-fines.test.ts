/** Section 5 of the handbook: the typing and the written test (S-1, S-2). */
import { describe, expect, it } from 'vitest';
import { agent, amountsOf, calculate, day, messagesOf, resultOf, test } from './department.js';

const fined = (tests: ReturnType<typeof test>[] | undefined): string[] =>
  Object.values(amountsOf(calculate({ agents: [agent('A1')], tests }), 'A1'));

describe('S-1: 1 yuan for each character short of 60, the speed rounded down', () => {
  const CASES: readonly [string, string[]][] = [
    ['60', []],
    ['60.01', []],
    ['120', []],
    ['59.99', ['1.00']], // 59: 60 − 59
    ['59', ['1.00']],
    ['58.01', ['2.00']],
    ['52.9', ['8.00']],
    ['0', ['60.00']],
    ['0.9', ['60.00']],
  ];
  it.each(CASES)('%s: %j', (result, expected) => {
    expect(fined([test('A1', 'typing', result)])).toEqual(expected);
  });
});

describe('S-2: 1 yuan for each point below 60, parts of a point too', () => {
  const CASES: readonly [string, string[]][] = [
    ['60', []],
    ['100', []],
    ['59.99', ['0.01']],
    ['59.995', ['0.01']], // 0.005, half-up
    ['57.5', ['2.50']],
    ['0', ['60.00']],
  ];
  it.each(CASES)('%s: %j', (result, expected) => {
    expect(fined([test('A1', 'written', result)])).toEqual(expected);
  });
});

describe('the last result of the month counts', () => {
  it('by date, whatever the order of the file', () => {
    const tests = [
      test('A1', 'typing', '55', '2025-04-20'),
      test('A1', 'typing', '70', '2025-04-29'),
      test('A1', 'typing', '40', '2025-04-03'),
    ];
    expect(fined(tests)).toEqual([]);
    expect(fined(tests.slice(0, 1).concat(tests.slice(2)))).toEqual(['5.00']);
  });

  it('of each test by itself, and each agent’s own', () => {
    const tests = [
      test('A1', 'typing', '50', '2025-04-03'),
      test('A1', 'written', '58', '2025-04-02'),
      test('A2', 'typing', '80', '2025-04-20'),
    ];
    const result = calculate({ agents: [agent('A1'), agent('A2')], tests });
    expect(amountsOf(result, 'A1')).toEqual({ 'typing:50': '10.00', 'written:58': '2.00' });
    expect(amountsOf(result, 'A2')).toEqual({});
  });

  it('with its date, as a matter of performance', () => {
    const result = calculate({ agents: [agent('A1')], tests: [test('A1', 'typing', '50', '2025-04-03')] });
    const [line] = resultOf(result, 'A1').lines;
    expect([line?.penalty?.date, line?.penalty?.class.value, line?.clause]).toEqual([
      '2025-04-03',
      'performance',
      'S-1',
    ]);
  });
});

describe('no test taken', () => {
  it('costs nothing, and a warning says so', () => {
    const result = calculate({ agents: [agent('A1')], tests: [test('A1', 'typing', '60')] });
    expect(amountsOf(result, 'A1')).toEqual({});
    expect(messagesOf(result, 'no_test')).toEqual(['A1 took no written test; no fine']);
  });

  it('by someone who is not employed in the month is not told', () => {
    const agents = [
      agent('A1', { left_on: day('2025-03-31') }),
      agent('A2', { hired_on: day('2025-05-01') }),
    ];
    expect(messagesOf(calculate({ agents }), 'no_test')).toEqual([]);
  });

  it('without the file: neither fines nor a warning for each', () => {
    const result = calculate({ agents: [agent('A1')], tests: undefined });
    expect(messagesOf(result, 'no_test')).toEqual([]);
    expect(fined(undefined)).toEqual([]);
  });
});
