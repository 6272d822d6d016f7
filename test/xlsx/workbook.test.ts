/** Workbooks: what is written is read back, equal sheets are equal bytes, and nothing large is unpacked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText, floatOf } from '../../src/xlsx/decimal-text.js';
import { readWorkbook } from '../../src/xlsx/read.js';
import { letterOf, writeWorkbook } from '../../src/xlsx/write.js';
import { workbookOf, zipOf } from './zip.js';

describe('decimals of a spreadsheet', () => {
  it.each([
    [0.1, '0.1'],
    [0.1 + 0.2, '0.3'],
    [1.1 * 2, '2.2'],
    [362.5, '362.5'],
    [1000, '1000'],
    [-0.005, '-0.005'],
    [0, '0'],
    [1e21, '1000000000000000000000'],
    [1e-9, '0.000000001'],
    [13900000001, '13900000001'],
    [123456789012345.6, '123456789012346'],
  ])('%d is %s', (value, text) => {
    expect(decimalText(value)).toBe(text);
  });

  it('come back as they went, or go as texts', () => {
    const decimals = fc
      .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
      .map(([digits, places]) => {
        const sign = digits < 0n ? '-' : '';
        const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
        return sign + (places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`);
      });
    fc.assert(
      fc.property(decimals, (text) => {
        const float = floatOf(text);
        const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
        if (float !== undefined) expect(decimalText(float)).toBe(short);
        else expect(/^-?0(?:\.0*)?$/.test(text) || text.replace(/\D/g, '').length > 15).toBe(true);
      }),
    );
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %d is %s', (column, letters) => {
    expect(letterOf(column)).toBe(letters);
  });
});

const SHEETS = [
  {
    name: '业务积分',
    columns: [
      { header: 'path', width: 20 },
      { header: 'value', width: 8, isOpen: true, against: 'was' },
      { header: 'was', width: 8 },
    ],
    rows: [
      ['0012', { number: '2.5' }, { number: '2.5' }],
      ['=1+1', { number: '0.08', format: '0.00%' }, undefined],
      ['2025-05', { number: '12345678901234567890' }, 'a <b> & "c"'],
    ],
  },
];

describe('a workbook', () => {
  it('holds what was put into it, numbers too long for a spreadsheet as texts', async () => {
    const found = await readWorkbook(await writeWorkbook('', SHEETS));
    expect(
      'sheets' in found &&
        found.sheets.map(({ name, rows }) => ({
          name,
          rows: rows.map((row) => row.map(({ text }) => text)),
        })),
    ).toEqual([
      {
        name: '业务积分',
        rows: [
          ['path', 'value', 'was'],
          ['0012', '2.5', '2.5'],
          ['=1+1', '8%', ''],
          ['2025-05', '12345678901234567890', 'a <b> & "c"'],
        ],
      },
    ]);
  });

  it('is the same bytes for the same sheets', async () => {
    const [one, other] = [await writeWorkbook('a', SHEETS), await writeWorkbook('a', SHEETS)];
    expect(Buffer.from(one).equals(other)).toBe(true);
  });

  /** Rows as programs write them, and the texts of their cells; a fault in brackets. */
  it.each([
    ['a number', '<c r="A1"><v>0.1</v></c>', '0.1'],
    ['a number as long as its float', '<c r="A1"><v>0.10000000000000001</v></c>', '0.1'],
    ['an exponent', '<c r="A1"><v>1.39E10</v></c>', '13900000000'],
    ['a percentage', '<c r="A1" s="1"><v>8.5000000000000006E-2</v></c>', '8.5%'],
    ['a day', '<c r="A1" s="2"><v>45778</v></c>', '2025-05-01'],
    ['a day with a time', '<c r="A1" s="2"><v>45778.5</v></c>', '2025-05-01 12:00:00'],
    ['a text that looks like a number', '<c r="A1" t="s" s="3"><v>0</v></c>', '0012'],
    ['a text with its reading beside it', '<c r="A1" t="s"><v>1</v></c>', '积分'],
    ['a text in runs', '<c r="A1" t="s"><v>2</v></c>', 'ab'],
    ['an inline text', '<c r="A1" t="inlineStr"><is><t>x</t></is></c>', 'x'],
    ['a truth', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['a formula with its result', '<c r="A1"><f>B1*1.1</f><v>2.2000000000000002</v></c>', '2.2'],
    ['a formula that gives a text', '<c r="A1" t="str"><f>B1</f><v>rent</v></c>', 'rent'],
    ['a formula that was not computed', '<c r="A1"><f>B1*1.1</f></c>', '[not_computed]'],
    ['a formula without a result', '<c r="A1"><f>B1*1.1</f><v/></c>', '[not_computed]'],
    ['an error', '<c r="A1" t="e"><f>B1/0</f><v>#DIV/0!</v></c>', '[error]'],
  ])('reads %s', async (_, cell, text) => {
    const strings =
      '<si><t>0012</t></si><si><t>积分</t><rPh sb="0" eb="2"><t>jifen</t></rPh></si>' +
      '<si><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r></si>';
    const found = await readWorkbook(workbookOf(`<row r="1">${cell}</row>`, strings));
    const one = 'sheets' in found ? found.sheets[0]?.rows[0]?.[0] : undefined;
    expect(one?.fault ? `[${one.fault}]` : one?.text).toBe(text);
  });

  it('keeps the places of cells that stand alone', async () => {
    const found = await readWorkbook(workbookOf('<row r="3"><c r="C3"><v>1</v></c></row>'));
    expect('sheets' in found && found.sheets[0]?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['', '', ''],
      ['', '', ''],
      ['', '', '1'],
    ]);
  });
});

describe('what is refused before it is unpacked', () => {
  const LARGE = Buffer.alloc(2_000_000);
  const LIMITS = { entries: 3, unpacked: 1_000_000 };
  const faultOf = async (bytes: Uint8Array): Promise<string> => {
    const found = await readWorkbook(bytes, LIMITS);
    return 'fault' in found ? found.fault : 'read';
  };

  it.each([
    ['more than it may hold', zipOf([{ name: 'a', content: LARGE }]), 'too_large'],
    ['more than it claims to hold', zipOf([{ name: 'a', content: LARGE, claims: 0 }]), 'too_large'],
    [
      'a size beyond what can be written',
      zipOf([{ name: 'a', content: 'a', claims: 0xffffffff }]),
      'too_large',
    ],
    ['too many entries', zipOf(['a', 'b', 'c', 'd'].map((name) => ({ name, content: 'x' }))), 'too_large'],
    ['no workbook', zipOf([{ name: 'a', content: 'x' }]), 'unsound'],
    ['an archive cut off', zipOf([{ name: 'a', content: 'x' }]).subarray(0, 60), 'no_archive'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'old'],
    ['nothing', Buffer.alloc(0), 'no_archive'],
  ])('%s', async (_, bytes, fault) => {
    expect(await faultOf(bytes)).toBe(fault);
  });

  it('an entry that is larger than it claims', async () => {
    const rows = `<row r="1"><c r="A1"><v>${'1'.repeat(100_000)}</v></c></row>`;
    const sound = workbookOf(rows);
    const lying = Buffer.from(sound);
    // The directory's size of the sheet, the last entry.
    const at = lying.lastIndexOf('PK\x01\x02') + 24;
    lying.writeUInt32LE(1000, at);
    expect(await readWorkbook(lying)).toEqual({ fault: 'unsound' });
  });
});
