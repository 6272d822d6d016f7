import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decimal,
  floor,
  formatFixed,
  formatMoney,
  formatShort,
  greatest,
  least,
  parseDecimal,
  round,
  roundMoney,
  type RoundingMode,
  sum,
  whole,
  ZERO,
} from '../../src/base/exact.js';

describe('parseDecimal', () => {
  it.each([
    ['0', '0'],
    ['12.30', '123/10'],
    ['-12.30', '-123/10'],
    ['+5', '5'],
    ['007.50', '15/2'],
    ['-0', '0'],
    ['0.1', '1/10'],
    ['123456789012345678901234567890.01', '12345678901234567890123456789001/100'],
  ])('reads %s exactly', (text, fraction) => {
    expect(parseDecimal(text)?.toFraction()).toBe(fraction);
  });

  it.each(['', ' 1', '1 ', '1.', '.5', '1e3', '1,000', '１２', '--1', '1.2.3', 'NaN', '0x10', '(1)', '1/3'])(
    'takes %j for no decimal',
    (text) => {
      expect(parseDecimal(text)).toBeUndefined();
    },
  );

  it('adds tenths without a trace of binary floats', () => {
    expect(formatShort(decimal('0.1').add(decimal('0.2')))).toBe('0.3');
  });
});

it('decimal and whole let nothing inexact in', () => {
  expect(() => decimal('1e3')).toThrow(RangeError);
  expect(() => whole(0.5)).toThrow(RangeError);
  expect(() => whole(2 ** 53)).toThrow(RangeError);
  expect(whole(-3).toFraction()).toBe('-3');
});

describe('round', () => {
  // A half goes away from zero; `down` is towards zero and `up` away from it.
  const cases: readonly [string, number, RoundingMode, string][] = [
    ['0.005', 2, 'half_up', '0.01'],
    ['0.00499', 2, 'half_up', '0.00'],
    ['-0.005', 2, 'half_up', '-0.01'],
    ['-0.0049', 2, 'half_up', '0.00'],
    ['2.675', 2, 'half_up', '2.68'],
    ['1.005', 2, 'half_up', '1.01'],
    ['26.666666', 2, 'half_up', '26.67'],
    ['0.125', 2, 'half_even', '0.12'],
    ['0.135', 2, 'half_even', '0.14'],
    ['0.1251', 2, 'half_even', '0.13'],
    ['-2.5', 0, 'half_even', '-2'],
    ['-3.5', 0, 'half_even', '-4'],
    ['2.999', 2, 'floor', '2.99'],
    ['-2.991', 2, 'floor', '-3.00'],
    ['-3', 0, 'floor', '-3'],
    ['2.991', 2, 'ceiling', '3.00'],
    ['-2.999', 2, 'ceiling', '-2.99'],
    ['3', 0, 'ceiling', '3'],
    ['52.9', 0, 'down', '52'],
    ['-52.9', 0, 'down', '-52'],
    ['52.1', 0, 'up', '53'],
    ['-52.1', 0, 'up', '-53'],
    ['52', 0, 'up', '52'],
  ];
  it.each(cases)('%s to %i places %s is %s', (value, places, mode, expected) => {
    expect(formatFixed(round(decimal(value), places, mode), places)).toBe(expected);
  });

  it('is never further than half a fen away, and gives whole fen', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 6n), (n, d) => {
        const value = whole(n).div(whole(d));
        const money = roundMoney(value);
        expect(money.mul(100).d).toBe(1n);
        expect(money.sub(value).abs().mul(200).compare(1)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

it('floor goes down, below zero too', () => {
  expect(['8.67', '8', '-0.5'].map((text) => floor(decimal(text)).toFraction())).toEqual(['8', '8', '-1']);
});

it('sum, least and greatest', () => {
  const [first, second, third] = [decimal('1.5'), decimal('-2'), decimal('0.25')];
  expect(formatShort(sum([first, second, third]))).toBe('-0.25');
  expect(sum([])).toEqual(ZERO);
  expect(formatShort(least(first, second, third))).toBe('-2');
  expect(formatShort(greatest(first, second, third))).toBe('1.5');
});

describe('printing', () => {
  it.each([
    ['0', '0.00'],
    ['0.05', '0.05'],
    ['-0.05', '-0.05'],
    ['1000', '1000.00'],
    ['-1234.5', '-1234.50'],
  ])('money %s as %s', (value, expected) => {
    expect(formatMoney(decimal(value))).toBe(expected);
  });

  it('refuses to round in silence', () => {
    expect(() => formatMoney(decimal('0.005'))).toThrow('more than 2 decimals');
    expect(() => formatFixed(whole(1).div(3), 4)).toThrow(RangeError);
  });

  it.each([
    ['1.50', '1.5'],
    ['40', '40'],
    ['0.000001', '0.000001'],
    ['-0.30', '-0.3'],
  ])('%s short as %s', (value, expected) => {
    expect(formatShort(decimal(value))).toBe(expected);
  });

  it('writes what has no finite decimal with six places', () => {
    expect(formatShort(whole(2).div(3))).toBe('0.666667');
  });

  it('reads back what it prints', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 0, max: 8 }), (n, places) => {
        const value = whole(n).div(whole(10n ** BigInt(places)));
        expect(parseDecimal(formatFixed(value, places))?.equals(value)).toBe(true);
        expect(parseDecimal(formatShort(value))?.equals(value)).toBe(true);
      }),
    );
  });
});
