import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupBy, indexBy } from '../../src/base/group.js';
import { byKeys, byText } from '../../src/base/order.js';

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
