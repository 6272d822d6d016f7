import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/base/problem.js';
import { readYaml } from '../../src/yaml/read.js';
import { toPlain } from '../../src/yaml/tree.js';

const read = (input: string | Uint8Array) =>
  readYaml(typeof input === 'string' ? Buffer.from(input) : input, 'rules.yaml');

const found = (problems: readonly Problem[]): string[] =>
  problems.map(({ code, place }) => `${code} ${place.line ?? '-'}:${place.column ?? '-'}`);

function faultsIn(input: string | Uint8Array): string[] {
  const reading = read(input);
  return 'problems' in reading ? found(reading.problems) : [];
}

const dataIn = (input: string): unknown => {
  const reading = read(input);
  return 'root' in reading ? toPlain(reading.root) : reading.problems;
};

describe('a YAML file', () => {
  it('gives every scalar as its text', () => {
    expect(dataIn('a: 0.30\nb: no\nc: 2025-04-01\nd: null\ne: 0x10\nf: "4"\ng: 1e3\n')).toEqual({
      a: '0.30',
      b: 'no',
      c: '2025-04-01',
      d: 'null',
      e: '0x10',
      f: '4',
      g: '1e3',
    });
  });

  it.each([
    ['with a byte order mark', '\uFEFFa: 1\n'],
    ['with CRLF', 'a: 1\r\n'],
    ['without a last line end', 'a: 1'],
    ['with comments and an end', '# rules\n---\na: 1 # one\n...\n'],
    ['in braces', '{ a: 1 }'],
  ])('may come %s', (_, input) => {
    expect(dataIn(input)).toEqual({ a: '1' });
  });

  it('knows where everything stands, whatever the line ends', () => {
    const reading = read('a:\r\n  - { b: [x, y] }\r\n');
    expect('root' in reading && reading.root).toMatchObject({
      entries: new Map([
        [
          'a',
          {
            keyAt: { line: 1, column: 1 },
            node: { at: { line: 2, column: 3 }, items: [{ at: { line: 2, column: 5 } }] },
          },
        ],
      ]),
    });
  });

  it('may have the names of object members as keys', () => {
    expect(dataIn('constructor: 1\ntoString: 2\nhasOwnProperty: 3\n')).toEqual({
      constructor: '1',
      toString: '2',
      hasOwnProperty: '3',
    });
  });
});

describe('a file that is refused', () => {
  it.each<[string, string, string[]]>([
    ['nothing at all', '', ['E0512 1:1']],
    ['only comments', '# a\n# b\n', ['E0512 1:1']],
    ['a key without a value', 'a: 1\nb:\n', ['E0510 2:1']],
    ['a list item without a value', 'a:\n  - 1\n  -\n', ['E0510 3:4']],
    ['a key twice', 'a: 1\nb: 2\na: 3\n', ['E0505 3:1']],
    ['a key twice, once quoted', 'a: 1\n"a": 2\n', ['E0505 2:1']],
    ['several documents', 'a: 1\n---\nb: 2\n', ['E0506 2:1']],
    ['an anchor and its alias', 'a: &x 1\nb: *x\n', ['E0507 1:7', 'E0507 2:4']],
    ['an alias of nothing', 'a: *x\n', ['E0507 1:4']],
    ['a merge key', 'a: &x { b: 1 }\nc:\n  <<: *x\n', ['E0507 1:7', 'E0507 3:7']],
    ['an anchor on a key', '&x a: 1\n', ['E0507 1:4']],
    ['an older YAML, where no is false', '%YAML 1.1\n---\na: no\n', ['E0508 1:1']],
    ['the same after a comment', '# old\n%YAML 1.1\n---\na: no\n', ['E0508 2:1']],
    ['a tag of another program', 'a: !!python/object:os.system ls\n', ['E0508 1:4']],
    ['a tag of YAML itself', 'a: !!str 1\n', ['E0508 1:10']],
    ['a tag on a key', '!!str a: 1\n', ['E0508 1:7']],
    ['a list as key', '? [a, b]\n: 1\n', ['E0513 1:3']],
    ['a mapping as key', '? { a: b }\n: 1\n', ['E0513 1:3']],
    ['no key before the colon', ': 1\n', ['E0513 1:1']],
    ['the one key that objects lack', '__proto__: { a: 1 }\n', ['E0513 1:1']],
    ['the same deeper down', 'a: { __proto__: 1 }\n', ['E0513 1:6']],
    ['a NUL', 'a: \0\n', ['E0511 1:4']],
    ['a mark that turns the text around', 'a: 1\nb: \u202E2\n', ['E0511 2:4']],
    ['a tab as indentation', 'a:\n\tb: 1\n', ['E0504 2:1']],
    ['an open bracket', 'a: [1, 2\nb: 3\n', ['E0504 2:1']],
    ['no space after the colon', 'a:1\nb: 2\n', ['E0504 1:1']],
    ['a line indented too far', 'a: 1\n  b: 2\n', ['E0504 1:4']],
  ])('%s', (_, input, expected) => {
    expect(faultsIn(input)).toEqual(expected);
  });

  it('of another encoding, at the first line that is not UTF-8', () => {
    const gb18030 = Uint8Array.from([...Buffer.from('a: 1\nb: '), 0xb5, 0xe7, 0x0a]);
    expect(faultsIn(gb18030)).toEqual(['E0501 2:1']);
    expect(faultsIn(Uint8Array.from([0xff, 0xfe, 0x61, 0x00]))).toEqual(['E0501 1:1']);
  });

  it('of more than 1 MiB, however harmless', () => {
    expect(faultsIn(`a: 1\n#${' '.repeat((1 << 20) - 6)}`)).toEqual([]);
    expect(faultsIn(`a: 1\n#${' '.repeat((1 << 20) - 5)}`)).toEqual(['E0502 -:-']);
  });

  it('tells all keys that stand twice or have no value, in one go', () => {
    expect(faultsIn('a: 1\na: 2\nb: { c: 1, c: 2 }\nd:\n')).toEqual(['E0505 2:1', 'E0505 3:12', 'E0510 4:1']);
  });

  it('shows the line of each', () => {
    const reading = read('a: 1\r\na: 2\r\n');
    expect('problems' in reading && reading.problems[0]?.excerpt).toBe('a: 2');
  });
});

describe('the colon of a Chinese input method is named, not what it leads to', () => {
  it.each<[string, string, string[]]>([
    ['at the first key', 'title：rules\nb: 1\n', ['E0509 1:6']],
    ['at a later key', 'a: 1\ntitle：rules\n', ['E0509 2:6']],
    ['before a block', 'a: 1\nb：\n  c: 1\n', ['E0509 2:2']],
    ['in a list', 'a:\n  - from：1\n    pays: 2\n', ['E0509 2:9']],
    ['within braces', 'a: { value：4, stated: P-1 }\n', ['E0509 1:11']],
    ['after a comma', 'a: { value: 4, stated：P-1 }\n', ['E0509 1:22']],
  ])('%s', (_, input, expected) => {
    expect(faultsIn(input)).toEqual(expected);
  });

  it('but one in a sentence is no fault', () => {
    expect(dataIn('a: 说明：按全扣\nb: "x：y"\n')).toEqual({ a: '说明：按全扣', b: 'x：y' });
  });
});

describe('a hostile file ends in a message, soon', () => {
  const laughs = 'bcdefghij'.split('').map((name, index) => {
    const before = String.fromCharCode('a'.charCodeAt(0) + index);
    return `${name}: &${name} [${Array<string>(9).fill(`*${before}`).join(', ')}]`;
  });

  it.each<[string, string, string]>([
    ['a million brackets', '['.repeat(1e6), 'E0503'],
    ['a million braces', '{a: '.repeat(2.5e5), 'E0503'],
    ['half a million dashes on a line', '- '.repeat(5e5), 'E0503'],
    ['half a million question marks', '? '.repeat(5e5), 'E0503'],
    ['a staircase', Array.from({ length: 900 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'E0503'],
    ['a billion laughs', ['a: &a [lol]', ...laughs].join('\n'), 'E0507'],
    ['a hundred brackets left open, each on its line', 'a: [x\n'.repeat(100), 'E0504'],
    ['a hundred thousand colons', ':'.repeat(1e5), 'E0504'],
    ['a hundred thousand exclamation marks', '!'.repeat(1e5), 'E0508'],
    ['a hundred thousand empty items', '-\n'.repeat(1e5), 'E0510'],
    ['a hundred thousand NULs', '\0'.repeat(1e5), 'E0511'],
    ['a million number signs', '#'.repeat(1e6), 'E0512'],
  ])('%s', (_, input, code) => {
    const before = performance.now();
    expect(faultsIn(input)[0]).toMatch(code);
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it('brackets in comments and texts are no nesting', () => {
    expect(dataIn(`${'# [[[[\n'.repeat(100)}a: "${'['.repeat(100)}"\nb: |\n  ${'{'.repeat(100)}\n`)).toEqual({
      a: '['.repeat(100),
      b: `${'{'.repeat(100)}\n`,
    });
  });

  it('sixty levels are enough for anybody', () => {
    expect(faultsIn(`${'['.repeat(60)}a${']'.repeat(60)}`)).toEqual([]);
    expect(faultsIn(`${'['.repeat(61)}a${']'.repeat(61)}`)).toEqual(['E0503 1:61']);
  });
});
