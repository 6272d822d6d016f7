/** CSV files as spreadsheets take them undamaged. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '../../src/base/exact.js';
import {
  type Cell,
  defuse,
  fixed,
  formatRows,
  integer,
  money,
  plain,
  type Table,
  toCsv,
  yesNo,
} from '../../src/report/csv.js';

interface Pair {
  readonly text: Cell;
  readonly number: Cell;
}

const PAIRS: Table<Pair> = [
  { key: 'text', zh: '文字', cell: (row) => row.text },
  { key: 'number', zh: '数字', cell: (row) => row.number },
];

describe('toCsv', () => {
  it('is UTF-8 with BOM, CRLF after every line, texts in quotes, numbers bare, nothing for nothing', () => {
    const rows = [
      { text: '陈一', number: money(decimal('12.5')) },
      { text: 'a,b', number: integer(3) },
      { text: 'say "hi"', number: plain(decimal('2.50')) },
      { text: 'two\nlines', number: fixed(decimal('0.25'), 4) },
      { text: undefined, number: undefined },
      { text: yesNo(true), number: money(decimal('-0.5')) },
    ];
    expect(toCsv(PAIRS, rows, 'en')).toBe(
      [
        '\uFEFF"text","number"',
        '"陈一",12.50',
        '"a,b",3',
        '"say ""hi""",2.5',
        '"two\nlines",0.2500',
        '"",""',
        '"yes",-0.50',
        '',
      ].join('\r\n'),
    );
  });

  it('has its header in the language of the files, and stands alone without rows', () => {
    expect(toCsv(PAIRS, [], 'zh')).toBe('\uFEFF"文字","数字"\r\n');
    expect(toCsv(PAIRS, [], 'en')).toBe('\uFEFF"text","number"\r\n');
  });

  it('keeps a text that looks like a number a text: leading zeros stay', () => {
    expect(toCsv(PAIRS, [{ text: '0101', number: integer(101) }], 'en')).toContain('"0101",101\r\n');
  });

  it('reads back as the same cells, whatever stands in them, made safe', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (texts) => {
        const csv = toCsv(
          PAIRS,
          texts.map((text) => ({ text, number: undefined })),
          'en',
        );
        const cells: string[][] = parse(csv, { bom: true, from: 2, relax_column_count: true });
        expect(cells.map(([text]) => text)).toEqual(texts.map(defuse));
      }),
    );
  });
});

describe('a text that a spreadsheet would run has an apostrophe before it', () => {
  it.each([
    '=1+1',
    '=HYPERLINK("http://x")',
    '+cmd|calc',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\u0000=1',
    '＝1+1',
    '＋1+1',
    '－1+1',
    '＠SUM',
    '--5',
    '+',
    '-',
    '-5e3',
    '+1,000',
  ])('%j', (text) => {
    expect(defuse(text)).toBe(`'${text}`);
  });

  it.each(['-5', '+5', '-5.25', '0', '陈一', 'a=b', "O'Neil", '', '2025-04-01', '1-2', ' a'])(
    '%j stays as it is',
    (text) => {
      expect(defuse(text)).toBe(text);
    },
  );

  it('in every cell, but not in numbers', () => {
    const csv = toCsv(PAIRS, [{ text: '=1+1', number: money(decimal('-5')) }], 'en');
    expect(csv).toContain('"\'=1+1",-5.00\r\n');
  });
});

describe('rows', () => {
  const at = (file: string, ...lines: readonly number[]) => lines.map((line) => ({ file, line }));
  const CASES: readonly [string, ReturnType<typeof at>, string][] = [
    ['one', at('signups.csv', 3), 'signups.csv:3'],
    ['a run', at('signups.csv', 3, 4, 5), 'signups.csv:3-5'],
    ['two lines are a run too', at('signups.csv', 3, 4), 'signups.csv:3-4'],
    ['gaps', at('signups.csv', 2, 4, 5, 9), 'signups.csv:2,4-5,9'],
    ['in any order, once each', at('signups.csv', 10, 9, 2, 9), 'signups.csv:2,9-10'],
    [
      'several files, by name',
      [...at('b.csv', 2), ...at('a.csv', 7), ...at('b.csv', 3)],
      'a.csv:7 b.csv:2-3',
    ],
    ['none', [], ''],
  ];
  it.each(CASES)('%s', (_, rows, expected) => {
    expect(formatRows(rows)).toBe(expected);
  });
});
