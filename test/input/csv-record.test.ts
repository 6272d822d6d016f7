/** Records: where they end, how they are cut, and how reading goes on behind a broken one. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRecord, spotOfCell } from '../../src/input/csv-record.js';
import { RecordReader } from '../../src/input/record-reader.js';

/** What a reader gives for a text: records as `line: cells`, broken ones as `line: kind at column`. */
function read(text: string, delimiter = ','): string[] {
  const seen: string[] = [];
  const reader = new RecordReader(delimiter, {
    record: (cells, line, _, ended) => seen.push(`${line}: ${cells.join('|')}${ended ? '' : ' (no end)'}`),
    broken: (fault, line, broken) => seen.push(`${line}: ${fault.kind} in ${JSON.stringify(broken)}`),
  });
  reader.push(text);
  reader.end();
  return seen;
}

describe('records', () => {
  it.each([
    ['lines', 'a,b\nc,d\n', ['1: a|b', '2: c|d']],
    ['CRLF', 'a,b\r\nc,d\r\n', ['1: a|b', '2: c|d']],
    ['an unfinished last line', 'a,b\nc,d', ['1: a|b', '2: c|d (no end)']],
    ['empty lines', '\n\na\n', ['1: ', '2: ', '3: a']],
    ['quoted cells', '"a","b,c"\n', ['1: a|b,c']],
    ['doubled marks', '"say ""yes""",b\n', ['1: say "yes"|b']],
    ['spaces around quoted cells', ' "a" , "b"\n', ['1: a|b']],
    ['a mark inside a cell', '5" screen,b\n', ['1: 5" screen|b']],
    ['a mark inside a cell beside quoted ones', '5" x 7",""",","c"\n', ['1: 5" x 7"|",|c']],
    ['a line end inside a cell', 'a,"b\nc",d\ne\n', ['1: a|b\nc|d', '3: e']],
    ['pairs of marks on the lines of a cell', '"a\n""b"",""\nc",d\n', ['1: a\n"b","\nc|d']],
    ['text behind the closing mark', '"a"b,c\nd\n', ['1: text_after in "\\"a\\"b,c"', '2: d']],
    // The line below is read as if the mark had not been there.
    ['a mark never closed', 'a\n"b,c\nd,e\nf\n', ['1: a', '2: not_closed in "\\"b,c"', '3: d|e', '4: f']],
    [
      'a mark that the next mark seems to close',
      '"b,c\n"d",e\nf\n',
      ['1: not_closed in "\\"b,c"', '2: d|e', '3: f'],
    ],
    ['a second cell never closed', '"a\nb","c\nd,e\n', ['1: not_closed in "\\"a\\nb\\",\\"c"', '3: d|e']],
    [
      'a mark never closed above an unfinished last line',
      '"b\nc',
      ['1: not_closed in "\\"b"', '2: c (no end)'],
    ],
    ['a mark in an unfinished last line', 'a\n"b', ['1: a', '2: not_closed in "\\"b"']],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('give a mark a hundred lines to be closed', () => {
    const lines = (count: number): string => 'x\n'.repeat(count);
    expect(read(`"a\n${lines(98)}b"\nc\n`)).toHaveLength(2);
    // 1 broken record, 150 lines that count for themselves, and the last.
    expect(read(`"a\n${lines(150)}b"\n`)).toHaveLength(152);
  });

  it('are the same in whatever pieces of whole lines the file is given', () => {
    const line = fc.stringMatching(/^[a",]{0,6}$/);
    fc.assert(
      fc.property(fc.array(fc.array(line, { maxLength: 4 }), { maxLength: 4 }), (blocks) => {
        const seen: string[][] = [[], []];
        for (const [index, pieces] of [blocks, [blocks.flat()]].entries()) {
          const reader = new RecordReader(',', {
            record: (cells, at) => seen[index]?.push(`${at} ${cells.join('|')}`),
            broken: (fault, at) => seen[index]?.push(`${at} ${fault.kind}`),
          });
          for (const piece of pieces) reader.push(piece.map((text) => `${text}\n`).join(''));
          reader.end();
        }
        expect(seen[0]).toEqual(seen[1]);
      }),
    );
  });

  it('lose no line: each stands in one record or in one broken one', () => {
    const line = fc.stringMatching(/^[a",]{0,6}$/);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        let taken = 0;
        const count = (text: string): void => {
          taken += text.split('\n').length;
        };
        const reader = new RecordReader(',', {
          record: (_, at, text) => {
            expect(at).toBe(taken + 1);
            count(text);
          },
          broken: (_, at, text) => {
            expect(at).toBe(taken + 1);
            count(text);
          },
        });
        reader.push(lines.map((text) => `${text}\n`).join(''));
        reader.end();
        expect(taken).toBe(lines.length);
      }),
    );
  });

  it('are cut as csv-parse cuts them', () => {
    const cell = fc
      .oneof(fc.string(), fc.stringMatching(/^[",;\n\t a]{0,8}$/))
      .map((text) => text.replaceAll('\r', ''));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), fc.constantFrom(',', ';', '\t'), (cells, delimiter) => {
        const record = cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter);
        const [expected] = parse(record, { delimiter });
        expect(splitRecord(record, delimiter)).toEqual(expected);
      }),
    );
  });
});

describe('a record that can not be cut', () => {
  it.each<[string, string, string, { kind: string; open: number; at: number }]>([
    ['text behind the closing mark', 'x,"a"b,c', ',', { kind: 'text_after', open: 2, at: 5 }],
    ['behind spaces too', '"a"  b', ',', { kind: 'text_after', open: 0, at: 5 }],
    ['a quoted text behind it', '"a" "b"', ',', { kind: 'text_after', open: 0, at: 4 }],
    // A mark inside a cell is no fault, and hides none.
    ['a mark inside a cell before it', '5" x,"a"b', ',', { kind: 'text_after', open: 5, at: 8 }],
    ['doubled marks before it', '"a""","b"""c', ',', { kind: 'text_after', open: 6, at: 11 }],
    ['another separator behind it', '"a",b', ';', { kind: 'text_after', open: 0, at: 3 }],
    // Code units, as everywhere in a text: 老 is one, 𠮷 are two.
    ['characters of several bytes before it', '"老""𠮷","客"x', ',', { kind: 'text_after', open: 8, at: 11 }],
    ['a mark that is not closed', 'a,  "b,c', ',', { kind: 'not_closed', open: 4, at: 4 }],
    ['one behind other cells', '"a""",5",\t"b', ',', { kind: 'not_closed', open: 10, at: 10 }],
    ['one on a later line', '"a\nb","c', ',', { kind: 'not_closed', open: 6, at: 6 }],
  ])('has its place: %s', (_, text, delimiter, expected) => {
    expect(splitRecord(text, delimiter)).toEqual(expected);
  });
});

describe('the spot of a cell', () => {
  it.each([
    ['the first', 'a,b,c', 0, [0, 1, 'a,b,c']],
    ['a later one', 'a,b,c', 2, [0, 5, 'a,b,c']],
    ['one behind quotes', '"a,x",b', 1, [0, 7, '"a,x",b']],
    ['one behind several quotes', '"a","",c,"d"', 3, [0, 10, '"a","",c,"d"']],
    ['one behind doubled marks', '"""老""", "b"', 1, [0, 9, '"""老""", "b"']],
    // Characters, not code units: 𠮷 is one.
    ['one behind characters of two units', '𠮷𠮷,b', 1, [0, 4, '𠮷𠮷,b']],
    ['one on a later line of the record', 'a,"b\nc",d', 2, [1, 4, 'c",d']],
    ['one that is not there: the end', 'a,b', 5, [0, 4, 'a,b']],
    ['nor among doubled marks', '"""",b', 5, [0, 7, '"""",b']],
  ])('%s', (_, record, index, [lines, column, text]) => {
    expect(spotOfCell(record, ',', index)).toEqual({ lines, column, text });
  });
});
