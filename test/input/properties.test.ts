/** What holds for any month folder. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFiles, SOUND_MONTH, type TestReading } from './month-folder.js';

const lines = (file: string): string[] => String(SOUND_MONTH[file]).trimEnd().split('\n');

/** The rows of a file without their places. */
const withoutPlaces = (rows: readonly object[] | undefined): unknown[] =>
  (rows ?? []).map((row) => ({ ...row, at: undefined })).map((row) => JSON.stringify(row));

const CALL_ROWS = Array.from({ length: 8 }, (_, index) =>
  [
    'C' + String(index + 2),
    'A1',
    '2025-04-01 10:0' + String(index),
    '呼出',
    '接通',
    index,
    '1390000' + String(index),
    '营销',
  ].join(','),
);

describe('the order of rows', () => {
  it('changes nothing but the lines that are told', async () => {
    const [header = '', ...given] = lines('calls.csv');
    // One row is faulty, one stands twice: both are told in whatever order they come.
    const rows = [
      ...given,
      ...CALL_ROWS,
      'C99,A9,2025-04-01 10:00,呼出,接通,-1,139,营销',
      CALL_ROWS[0] ?? '',
    ];
    const summary = ({ files, problems, calls }: TestReading): unknown => ({
      counts: files.map(({ file, rows: read, used, reported }) => [file, read, used, reported]),
      codes: problems.map((one) => [one.code, one.value]).sort(),
      calls: withoutPlaces(calls).sort(),
    });
    const expected = summary(
      await readFiles({ ...SOUND_MONTH, 'calls.csv': [header, ...rows, ''].join('\n') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
        const calls = [header, ...shuffled, ''].join('\n');
        expect(summary(await readFiles({ ...SOUND_MONTH, 'calls.csv': calls }))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a mangled file', () => {
  /** Something that happens to files: bytes are lost, doubled, or become others. */
  const damage = fc.record({
    at: fc.nat(600),
    kind: fc.constantFrom('delete', 'insert', 'cut', 'double'),
    bytes: fc.oneof(
      fc.constantFrom('"', ',', '\n', '\r', ';', '\t', '\n"', '""', '\ufeff', '\u202e', ' ', '0', '-', '老'),
      fc.string({ maxLength: 3 }),
    ),
  });

  function damaged(text: string, { at, kind, bytes }: { at: number; kind: string; bytes: string }): string {
    const place = at % (text.length + 1);
    if (kind === 'delete') return text.slice(0, place) + text.slice(place + 1);
    if (kind === 'insert') return text.slice(0, place) + bytes + text.slice(place);
    if (kind === 'cut') return text.slice(0, place);
    return text.slice(0, place) + text.slice(0, place) + text.slice(place);
  }

  it('never loses a row in silence: read = used + reported + set aside, and nothing is thrown', async () => {
    const file = fc.constantFrom(...Object.keys(SOUND_MONTH));
    await fc.assert(
      fc.asyncProperty(file, fc.array(damage, { minLength: 1, maxLength: 4 }), async (name, damages) => {
        const content = damages.reduce(
          damaged,
          `${lines(name).join('\n')}\n${lines(name).slice(1).join('\n')}\n`,
        );
        const reading = await readFiles({ ...SOUND_MONTH, [name]: content });
        for (const one of reading.files) {
          expect(one.rows).toBe(one.used + one.reported + one.set_aside);
          const faulty = new Set(
            reading.problems.filter(({ code, place }) => code.startsWith('E') && place.file === one.file),
          );
          if (one.reported > 0) expect(faulty.size).toBeGreaterThan(0);
        }
        const errors = reading.problems.some(({ severity }) => severity === 'error');
        expect(reading.exports === undefined).toBe(errors);
        // Every problem can be told in both languages, and its column lies in the line that is shown.
        for (const one of reading.problems) {
          expect(one.explain('en').message).not.toBe('');
          expect(one.explain('zh').message).not.toBe('');
          if (one.excerpt !== undefined && one.place.column !== undefined) {
            expect(one.place.column).toBeLessThanOrEqual(Array.from(one.excerpt).length + 1);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('accounts for every line of random text', async () => {
    const cell = fc.constantFrom('A1', '2025-04-01', '139', '', ' ', '"', '"x"', '"a""b"', 'x"y', '1.39E+10');
    const row = fc.array(cell, { maxLength: 5 }).map((cells) => cells.join(','));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
        const text = ['agent_id,date,customer_no,source', ...rows].map((line) => `${line}\n`).join('');
        const { files } = await readFiles({ ...SOUND_MONTH, 'leads.csv': text });
        const reading = files.find(({ file }) => file === 'leads.csv');
        // A record of several lines is one row, so there can be fewer rows than lines, never more.
        const counted = (reading?.rows ?? 0) + (reading?.blank ?? 0);
        expect(counted).toBeLessThanOrEqual(rows.length);
        if (!text.includes('"')) expect(counted).toBe(rows.length);
      }),
      { numRuns: 100 },
    );
  });
});
