import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupBy, indexBy } from '../../src/base/group.js';
import { byKeys, byNumbersWithin, byText } from '../../src/base/order.js';

describe('byText', () => {
  it.each([
    [
      ['9', '10', '1'],
      ['1', '10', '9'],
    ],
    [
      ['101', '0101'],
      ['0101', '101'],
    ],
    [
      ['b', 'B', 'a', 'Z'],
      ['B', 'Z', 'a', 'b'],
    ],
    [
      ['A1', 'A', 'A10', 'A2'],
      ['A', 'A1', 'A10', 'A2'],
    ],
    // U+FF5E lies below U+1F600, though its UTF-16 unit is above that one's first.
    [
      ['\u{1F600}', '\uFF5E'],
      ['\uFF5E', '\u{1F600}'],
    ],
  ])('%j sorts to %j', (texts, expected) => {
    expect(texts.toSorted(byText)).toEqual(expected);
  });

  it('is the order of the code points', () => {
    const points = (text: string): number[] => Array.from(text, (one) => one.codePointAt(0) ?? 0);
    const compare = (a: readonly number[], b: readonly number[]): number => {
      const at = a.findIndex((point, index) => point !== b[index]);
      if (at === -1) return a.length - b.length;
      return at < b.length ? (a[at] ?? 0) - (b[at] ?? 0) : 1;
    };
    // Around the surrogates, which UTF-16 puts below the last characters of one unit.
    const character = fc.constantFrom(
      'a',
      'Z',
      '陈',
      '\uD7FF',
      '\uE000',
      '\uFFFD',
      '\u{10000}',
      '\u{1F600}',
      '\u{10FFFF}',
    );
    const text = fc.array(character, { maxLength: 4 }).map((characters) => characters.join(''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(byText(a, b))).toBe(Math.sign(compare(points(a), points(b))));
      }),
    );
  });
});

describe('byNumbersWithin', () => {
  it.each([
    [
      ['D10', 'D2', 'D1'],
      ['D1', 'D2', 'D10'],
    ],
    [
      ['2025-10', '2025-9', '2024-11'],
      ['2024-11', '2025-9', '2025-10'],
    ],
    // Equal as numbers, then as texts; what follows is looked at first.
    [
      ['D02', 'D2', 'D2a', 'D002b'],
      ['D02', 'D2', 'D2a', 'D002b'],
    ],
    [
      ['D2', 'D', 'D2-1', ''],
      ['', 'D', 'D2', 'D2-1'],
    ],
    // Beyond what doubles tell apart.
    [
      ['9007199254740993', '9007199254740992'],
      ['9007199254740992', '9007199254740993'],
    ],
    // A digit stands where it does as a text: after -, before letters.
    [
      ['Da', 'D1', 'D-'],
      ['D-', 'D1', 'Da'],
    ],
    [
      ['单10', '单9', '単1'],
      ['单9', '单10', '単1'],
    ],
  ])('%j sorts to %j', (texts, expected) => {
    expect(texts.toSorted(byNumbersWithin)).toEqual(expected);
    expect(texts.toReversed().toSorted(byNumbersWithin)).toEqual(expected);
  });

  it('is one order: of three, whatever way they are compared', () => {
    const text = fc.array(fc.constantFrom('0', '1', '9', '10', 'D', '-', 'a', '陈', '\u{1F600}'), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(text, text, text, (...three) => {
        const [a = '', b = '', c = ''] = three.map((characters) => characters.join(''));
        expect(Math.sign(byNumbersWithin(a, b)) + Math.sign(byNumbersWithin(b, a))).toBe(0);
        expect(byNumbersWithin(a, b) === 0).toBe(a === b);
        if (byNumbersWithin(a, b) < 0 && byNumbersWithin(b, c) < 0) {
          expect(byNumbersWithin(a, c)).toBeLessThan(0);
        }
      }),
    );
  });
});

it('byKeys takes the second key where the first is equal', () => {
  const rows = [
    { date: '2', id: 'a' },
    { date: '1', id: 'c' },
    { date: '1', id: 'b' },
  ];
  const order = byKeys<(typeof rows)[number]>(
    (row) => row.date,
    (row) => row.id,
  );
  expect(rows.toSorted(order).map((row) => row.id)).toEqual(['b', 'c', 'a']);
});

it('groupBy keeps the order of first appearance, indexBy one item a key', () => {
  expect([...groupBy([3, 1, 4, 5], (number) => number % 2 === 0)]).toEqual([
    [false, [3, 1, 5]],
    [true, [4]],
  ]);
  expect(indexBy(['a', 'bb'], (text) => text.length).get(2)).toBe('bb');
});
