/** The forms in which offices write the same export: all give the same rows. */
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readFiles, SOUND_MONTH, told, without, type TestReading } from './month-folder.js';

const leadsOf = (reading: TestReading): unknown[] =>
  (reading.exports?.leads ?? []).map(({ agent_id, date, customer_no, source }) => [
    agent_id,
    date,
    customer_no,
    source,
  ]);

const PLAIN =
  'agent_id,date,customer_no,source\nA1,2025-04-01,13900000150,朋友\nA1,2025-04-02,13900000151,\n';
const ROWS = [
  ['A1', '2025-04-01', '13900000150', '朋友'],
  ['A1', '2025-04-02', '13900000151', undefined],
];

describe('the same leads', () => {
  it.each<[string, string | Buffer]>([
    ['in plain form', PLAIN],
    ['with a byte-order mark', `\ufeff${PLAIN}`],
    ['with a byte-order mark before a quoted header', `\ufeff"agent_id",${PLAIN.slice(9)}`],
    ['in GB18030', iconv.encode(PLAIN, 'gb18030')],
    ['with CRLF', PLAIN.replaceAll('\n', '\r\n')],
    ['without the last line end', `${PLAIN}A1,2025-04-02,13900000151,`.replace(/\n.*13900000151,\n/, '\n')],
    ['separated by semicolons', PLAIN.replaceAll(',', ';')],
    ['separated by tabs', PLAIN.replaceAll(',', '\t')],
    ['quoted throughout', PLAIN.replaceAll(/[^,\n]+/g, '"$&"')],
    ['with Chinese headers', PLAIN.replace(/^.*/, '工号,日期,客户号码,来源')],
    [
      'with headers in any case and width',
      PLAIN.replace(/^.*/, 'Agent ID,DATE,Customer-No.,Ｓｏｕｒｃｅ').replace('No.', 'No'),
    ],
    [
      'in another order',
      'source,customer_no,date,agent_id\n朋友,13900000150,2025-04-01,A1\n,13900000151,2025-04-02,A1\n',
    ],
    ['below a title', `客户信息收集表（四月）\n制表人：赵敏,,,\n\n${PLAIN}`],
    ['below ten title rows', `${'标题\n'.repeat(10)}${PLAIN}`],
    ['below ten title rows that can not be cut', `${'"四月"客户\n'.repeat(10)}${PLAIN}`],
    ['below the mark of Excel for its separator', `sep=;\n${PLAIN.replaceAll(',', ';')}`],
    ['with blank rows and columns', PLAIN.replaceAll('\n', ',,\n') + ',,,,,\n   ,,,,,\n\n'],
    ['with a blank row within', PLAIN.replace('朋友\n', '朋友\n,,,\n')],
    ['with columns that nobody asked for', PLAIN.replaceAll(/^(\w+),/gm, '$1,x,').replace(',x,', ',remark,')],
    ['without trailing empty cells', PLAIN.replace('13900000151,', '13900000151')],
    ['with slashes in dates', PLAIN.replaceAll('2025-04-0', '2025/4/')],
    ['with Chinese dates', PLAIN.replaceAll(/2025-04-0(\d)/g, '2025年4月$1日')],
    ['with tabs and spaces around cells', PLAIN.replaceAll('1390', '\t1390').replaceAll('A1', ' A1\u3000')],
    ['with full-width digits', PLAIN.replaceAll('13900000150', '１３９０００００１５０')],
  ])('%s', async (_, leads) => {
    const reading = await readFiles({ ...SOUND_MONTH, 'leads.csv': leads });
    expect(told(reading)).toEqual([]);
    expect(leadsOf(reading)).toEqual(ROWS);
  });

  it('with headers of the firm, told by telepay.yaml', async () => {
    const leads = PLAIN.replace(/^.*/, '员工,date,客户,source');
    const own = new Map([
      ['员工', 'agent_id'],
      ['客户', 'customer_no'],
    ]);
    const reading = await readFiles(
      { ...SOUND_MONTH, 'leads.csv': leads },
      { columnNames: new Map([['leads', own]]) },
    );
    expect(leadsOf(reading)).toEqual(ROWS);
  });

  it('in parts', async () => {
    const [header = '', first = '', second = ''] = PLAIN.split('\n');
    const reading = await readFiles({
      ...without('leads.csv'),
      'Leads-1.CSV': `${header}\n${first}\n`,
      'leads_2.csv': `${second}\n`.replace(/^/, '工号;日期;客户号码\n').replaceAll(',', ';'),
    });
    expect(told(reading)).toEqual([]);
    expect(leadsOf(reading)).toEqual(ROWS);
    expect(reading.exports?.leads?.map((row) => row.at)).toEqual([
      { file: 'Leads-1.CSV', line: 2 },
      { file: 'leads_2.csv', line: 2 },
    ]);
  });
});

describe('any cells', () => {
  const remark = fc
    .string({
      unit: fc.constantFrom('a', ' ', '"', ',', ';', '\t', '\n', '\r\n', '老', '客', '“', "'", '=', '0'),
    })
    .map((text) => text.replaceAll('\r\n', '\n').trim());
  /** What a cell becomes that a spreadsheet writes: quoted where it must be, or always. */
  const quoted = (text: string, delimiter: string, always: boolean): string =>
    always || /["\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;

  it('come through quoting, separators, line ends and encodings unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(remark, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('utf-8', 'utf-8 with mark', 'gb18030'),
        fc.boolean(),
        async (remarks, delimiter, lineEnd, encoding, always) => {
          const records = remarks.map((text, index) => ['A1', '2025-04-01', `1390000${1000 + index}`, text]);
          const text = [['agent_id', '日期', 'customer_no', '来源'], ...records]
            .map((cells) => cells.map((cell) => quoted(cell, delimiter, always)).join(delimiter) + lineEnd)
            .join('');
          const bytes = encoding === 'gb18030' ? iconv.encode(text, encoding) : Buffer.from(text);
          const leads =
            encoding === 'utf-8 with mark' ? Buffer.concat([Buffer.from('\ufeff'), bytes]) : bytes;
          const reading = await readFiles({ ...SOUND_MONTH, 'leads.csv': leads });
          expect(told(reading)).toEqual([]);
          expect(leadsOf(reading)).toEqual(
            records.map((cells) => cells.map((cell) => (cell === '' ? undefined : cell))),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
