/** Changes of a YAML text: exactly what was named, and every other byte as it was. */
import { describe, expect, it } from 'vitest';
import {
  addEntry,
  type Edited,
  renameKey,
  replaceEntries,
  replaceValue,
  wrapValue,
} from '../../src/yaml/edit.js';
import type { Step } from '../../src/yaml/ranges.js';
import { YamlSource } from '../../src/yaml/source.js';
import type { NewValue } from '../../src/yaml/written.js';

const result = (edited: Edited): string => ('source' in edited ? edited.source.text : edited.fault);

const BY = { key: 'by', value: { who: 'a, b' } };

describe('replaceValue', () => {
  const cases: readonly [was: string, steps: readonly Step[], value: NewValue, becomes: string][] = [
    ['a: 1   # one\nb: 2\n', ['a'], '3', 'a: 3   # one\nb: 2\n'],
    ['a: { b: 1, c: "x" }\r\n', ['a', 'c'], 'y', 'a: { b: 1, c: "y" }\r\n'],
    ["a: 'x'\n", ['a'], "it's", "a: 'it''s'\n"],
    ['a: { b: x }\n', ['a', 'b'], 'x, y', 'a: { b: "x, y" }\n'],
    ['a: x\n', ['a'], 'x, y', 'a: x, y\n'],
    ['a: x\n', ['a'], 'x # y', 'a: "x # y"\n'],
    ['a: x\n', ['a'], '', 'a: ""\n'],
    ['a: [b,   c] # d\n', ['a'], ['b', 'c, d'], 'a: [b, "c, d"] # d\n'],
    ['a:\r\n  - b\r\n  - c\r\n', ['a'], ['d', 'e', 'f'], 'a:\r\n  - d\r\n  - e\r\n  - f\r\n'],
    ['a:\n- b # first\n- c\n', ['a', 1], 'd', 'a:\n- b # first\n- d\n'],
    ['a: [[1, 2], [3, 4]]\n', ['a', 1, 0], '5', 'a: [[1, 2], [5, 4]]\n'],
    ['名称: { 中文: 电话😀, b: 1 } # 注\n', ['名称', 'b'], '2', '名称: { 中文: 电话😀, b: 2 } # 注\n'],
    ['a:\n- b # first\n- c\n', ['a'], ['d'], 'comment'],
    ['a: [b, # why\n  c]\n', ['a'], ['d'], 'comment'],
    ['a: 1\n', ['b'], '2', 'absent'],
  ];
  it.each(cases)('%j %j := %j', (was, steps, value, becomes) => {
    expect(result(replaceValue(new YamlSource(was), steps, value))).toBe(becomes);
  });
});

describe('replaceEntries puts an entry in the place of x and takes y and z out', () => {
  const cases: readonly [was: string, becomes: string][] = [
    ['a: { v: 1, x: 1, y: [2], z: { w: 3 } }\n', 'a: { v: 1, by: { who: "a, b" } }\n'],
    ['a: { v: 1, x: 1,\n  y: 2 } # c\n', 'a: { v: 1, by: { who: "a, b" } } # c\n'],
    ['a: { v: 1, x: 1, # c\n  y: 2 }\n', 'a: { v: 1, by: { who: "a, b" } # c\n   }\n'],
    ['a: { y: 2, x: 1, z: 3, v: 1 }\n', 'a: { by: { who: "a, b" }, v: 1 }\n'],
    ['a: { y: 2, # c\n  x: 1 }\n', 'a: {  # c\n  by: { who: "a, b" } }\n'],
    [
      'a:\r\n  v: 1\r\n  x: 1 # c\r\n  y:\r\n    w: 2\r\n  # d\r\n  z: 3 # e\r\nb: 1\r\n',
      'a:\r\n  v: 1\r\n  by: { who: "a, b" } # c\r\n  # d\r\n   # e\r\nb: 1\r\n',
    ],
    ['- y: 1\n  x: 2\n- 3\n', 'absent'],
    ['a:\n  y: 1\n  x: 2\n', 'a:\n  by: { who: "a, b" }\n'],
    ['a:\n  x: 2\n  y: # c\n    w: 1\n', 'comment'],
    ['a:\n  x: 2\n  y: >-\n    one\n    two\n  z: 1\nb: 1\n', 'a:\n  by: { who: "a, b" }\nb: 1\n'],
    ['a:\n  x: 2\n  y: 1', 'a:\n  by: { who: "a, b" }\n'],
  ];
  it.each(cases)('%j', (was, becomes) => {
    expect(result(replaceEntries(new YamlSource(was), ['a'], 'x', ['y', 'z'], BY))).toBe(becomes);
  });
});

it.each([
  ['a: [b, { c: 1.5 }] # d\n', ['a', 1, 'c'], 'a: [b, { c: { value: 1.5, by: { who: "a, b" } } }] # d\n'],
  ['a: x, y\n', ['a'], 'a: { value: "x, y", by: { who: "a, b" } }\n'],
  ['a:\n  - x\n  - y\n', ['a'], 'a:\n  { value: [x, y], by: { who: "a, b" } }\n'],
])('wrapValue %j', (was, steps, becomes) => {
  expect(result(wrapValue(new YamlSource(was), steps, BY))).toBe(becomes);
});

it('renames a key and adds an entry', () => {
  const source = new YamlSource('a: { at_least: 1, b: 2 }\n');
  expect(result(renameKey(source, ['a'], 'at_least', 'more_than'))).toBe('a: { more_than: 1, b: 2 }\n');
  expect(result(renameKey(source, ['a'], 'at_least', 'b'))).toBe('unreadable');
  expect(result(addEntry(source, ['a'], BY))).toBe('a: { at_least: 1, b: 2, by: { who: "a, b" } }\n');
});
