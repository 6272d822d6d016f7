/** Which encoding a file is taken for, and what happens to bytes that are in none. */
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decoderFor, EncodingGuess } from '../../src/input/encoding.js';
import { readFiles, SOUND_MONTH, told, type Files } from './month-folder.js';

function read(bytes: Buffer): string {
  const guess = new EncodingGuess();
  guess.see(bytes);
  const encoding = guess.encoding('gb18030');
  return `${encoding}: ${decoderFor(guess, encoding)(bytes) ?? 'undecodable'}`;
}

const gb = (text: string): Buffer => iconv.encode(text, 'gb18030');

describe('the encoding of a file', () => {
  it.each([
    ['ASCII', Buffer.from('id,1'), 'utf-8: id,1'],
    ['UTF-8', Buffer.from('工号,姓名'), 'utf-8: 工号,姓名'],
    ['GB18030', gb('工号,姓名'), 'gb18030: 工号,姓名'],
    // A byte that GBK does not know, and characters of four bytes.
    ['GB18030 beyond GBK', gb('€,䶮,𠮷'), 'gb18030: €,䶮,𠮷'],
    // The two characters are C1 AA CD A8, which is valid UTF-8 for two letters that nobody writes.
    ['GB18030 that is valid UTF-8', gb('联通'), 'gb18030: 联通'],
    ['ASCII behind a byte-order mark', Buffer.from('\ufeffid,1'), 'utf-8: \ufeffid,1'],
    ['Latin letters behind a byte-order mark', Buffer.from('\ufeffJosé'), 'utf-8: \ufeffJosé'],
    // Without the mark é is 茅 of GB18030, which is what an office here has written far more often.
    ['Latin letters in UTF-8', Buffer.from('José'), 'gb18030: Jos茅'],
    // One bad byte in Chinese UTF-8 is damage: read as GB18030 every name would become another.
    [
      'UTF-8 with a bad byte',
      Buffer.concat([Buffer.from('工号,姓名,班组,岗位,入职\n'), Buffer.from([0xe9, 0x2c])]),
      'utf-8: undecodable',
    ],
    ['UTF-8 cut within its only name', Buffer.from('name\n王小').subarray(0, -1), 'utf-8: undecodable'],
    ['neither', Buffer.from([0x61, 0xff, 0xff]), 'gb18030: undecodable'],
  ])('%s', (_, bytes, expected) => {
    expect(read(bytes)).toBe(expected);
  });

  it('is found for any Chinese text in either encoding, wherever a block ends', () => {
    const hanzi = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
    const line = fc
      .array(hanzi, { minLength: 8, maxLength: 40 })
      .map((characters) => `${characters.join('')}\n`);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), fc.boolean(), (lines, utf8) => {
        const guess = new EncodingGuess();
        const blocks = lines.map((text) => (utf8 ? Buffer.from(text) : gb(text)));
        for (const block of blocks) guess.see(block);
        const encoding = guess.encoding('gb18030');
        expect(encoding).toBe(utf8 ? 'utf-8' : 'gb18030');
        expect(blocks.map((block) => decoderFor(guess, encoding)(block))).toEqual(lines);
      }),
    );
  });
});

describe('a file that could be in either encoding', () => {
  // é in UTF-8 is C3 A9, which is 茅 in GB18030.
  const leads = 'agent_id,date,customer_no,source\nA1,2025-04-01,1,José\n';
  /** The sound month with every text changed. */
  const monthWith = (change: (text: string) => string): Files =>
    Object.fromEntries(
      Object.entries(SOUND_MONTH).map(([name, text]): [string, string] => [name, change(String(text))]),
    );
  const asciiMonth = { ...monthWith((text) => text.replaceAll(/\P{ASCII}+/gu, 'x')), 'leads.csv': leads };
  const BOM = '\ufeff';
  const agents = SOUND_MONTH['agents.csv'] ?? '';
  const targets = SOUND_MONTH['targets.csv'] ?? '';

  it.each<[string, Files, string]>([
    ['a file with wide characters in UTF-8', { 'agents.csv': agents }, 'utf-8: José'],
    ['a file with a byte-order mark', { 'targets.csv': `${BOM}${String(targets)}` }, 'utf-8: José'],
    ['a file in GB18030', { 'agents.csv': gb(String(agents)) }, 'gb18030: Jos茅'],
    [
      'files in both',
      { 'agents.csv': agents, 'visits.csv': gb('客户号码,拜访日期\n1,2025-03-20\n') },
      'gb18030: Jos茅',
    ],
    ['nothing but ASCII', {}, 'gb18030: Jos茅'],
    ['another such file', { 'targets.csv': 'scope,id,target,é\nagent,A1,10,\n' }, 'gb18030: Jos茅'],
  ])('is judged by the others of its month: %s', async (_, others, expected) => {
    const { exports, files, problems } = await readFiles({ ...asciiMonth, ...others });
    expect(problems).toEqual([]);
    const { encoding } = files.find(({ file }) => file === 'leads.csv') ?? {};
    expect(`${encoding ?? ''}: ${exports?.leads?.[0]?.source ?? ''}`).toBe(expected);
  });

  it('is not judged by a file that is no text', async () => {
    const { files } = await readFiles({
      ...asciiMonth,
      'agents.csv': agents,
      // The bytes of a spreadsheet are no UTF-8; they are no GB18030 either.
      'tests.csv': Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    });
    expect(files.find(({ file }) => file === 'leads.csv')).toMatchObject({ encoding: 'utf-8' });
  });

  it('names people as the other files do', async () => {
    const reading = await readFiles(monthWith((text) => text.replaceAll('A1', 'é1')));
    expect(told(reading)).toEqual([]);
    expect(reading.calls.map((call) => call.agent_id)).toEqual(['é1']);
    expect(new Set(reading.files.map(({ encoding }) => encoding))).toEqual(new Set(['utf-8']));
  });
});

describe('a file that is no text in a known form', () => {
  const leads = (...parts: (string | Buffer)[]): Files => ({
    ...SOUND_MONTH,
    'leads.csv': Buffer.concat(parts.map((part) => Buffer.from(part))),
  });
  const HEADER = 'agent_id,date,customer_no,source\n';

  it.each([
    ['UTF-16 little-endian', leads(Buffer.from(`\ufeff${HEADER}`, 'utf16le')), ['E0208 leads.csv']],
    ['UTF-16 big-endian', leads(Buffer.from(`\ufeff${HEADER}`, 'utf16le').swap16()), ['E0208 leads.csv']],
    ['UTF-16 without a mark', leads(Buffer.from(HEADER, 'utf16le')), ['E0208 leads.csv']],
    ['an .xlsx', leads(Buffer.from('PK\x03\x04\x14\0')), ['E0207 leads.csv']],
    ['an .xls', leads(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])), ['E0207 leads.csv']],
    ['NUL bytes', leads(HEADER, 'A1,2025-04-01,139\0,\n'), ['E0209 leads.csv']],
    ['nothing', leads(''), ['E0205 leads.csv']],
    ['a byte-order mark alone', leads('\ufeff'), ['E0205 leads.csv']],
    ['blank lines alone', leads('\n \r\n'), ['E0205 leads.csv']],
    // The line of the first bad byte; what stands above it is read and checked.
    [
      'a bad byte',
      leads(HEADER, 'A1,2025-04-31,1,\n', Buffer.from([0xff, 10]), 'A1,x,1,\n'),
      ['E0307 leads.csv 2 4', 'E0210 leads.csv 3'],
    ],
    ['a bad byte in the header', leads(Buffer.from([0xff]), HEADER), ['E0210 leads.csv 1']],
    [
      'a bad byte at the end, with which no character begins',
      leads(HEADER, 'A1,2025-04-01,1,', Buffer.from([0xff])),
      ['E0210 leads.csv 2'],
    ],
    [
      'an end within a character of Chinese text',
      leads(HEADER, 'A1,2025-04-01,1,', Buffer.from('老客').subarray(0, 5)),
      ['E0211 leads.csv 2'],
    ],
  ])('%s', async (_, files, expected) => {
    const reading = await readFiles(files);
    expect(told(reading)).toEqual(expected);
    expect(reading.exports).toBeUndefined();
  });
});
