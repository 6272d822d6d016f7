/** Files are read in blocks of whole lines, whatever their size and that of their lines. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileBlocks } from '../../src/input/file-blocks.js';
import { readFiles, SOUND_MONTH, told } from './month-folder.js';

const MIB = 1024 * 1024;

/** The lines of a file of these lines, too long ones as a word; and how many bytes were seen. */
async function linesOf(lines: readonly string[], lastEnd = '\n'): Promise<{ lines: string[]; seen: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'telepay-'));
  const path = join(folder, 'file');
  writeFileSync(path, lines.join('\n') + lastEnd);
  const read: string[] = [];
  let seen = 0;
  for await (const block of fileBlocks(path, (chunk) => (seen += chunk.length))) {
    if (block.kind === 'line_too_long') read.push('TOO LONG');
    else read.push(...block.bytes.toString('latin1').replace(/\n$/, '').split('\n'));
  }
  rmSync(folder, { recursive: true });
  return { lines: read, seen };
}

const short = (count: number): string[] => Array.from({ length: count }, (_, index) => `line ${index}`);

describe('the lines of a file', () => {
  it.each<[string, readonly string[], string]>([
    ['few', ['a', 'b'], '\n'],
    ['without the last end', ['a', 'b'], ''],
    ['over several chunks', short(300_000), '\n'],
    ['of a chunk exactly', ['x'.repeat(MIB - 1), 'y'], '\n'],
    ['across the edge of a chunk', ['x'.repeat(MIB - 2), 'yyy', 'z'], '\n'],
    ['as long as a line may be', ['a', 'x'.repeat(MIB), 'b'], '\n'],
  ])('%s', async (_, lines, lastEnd) => {
    const read = await linesOf(lines, lastEnd);
    expect(read.lines.length).toBe(lines.length);
    expect(read.lines.every((line, index) => line === lines[index])).toBe(true);
    expect(read.seen).toBe(lines.join('\n').length + lastEnd.length);
  });

  it.each([
    ['by a byte', MIB + 1],
    ['by half', 1.5 * MIB],
    ['by several chunks', 5 * MIB + 3],
  ])('are told once and passed over where they are too long %s', async (_, length) => {
    const lines = ['a', 'x'.repeat(length), 'b', 'c'];
    expect((await linesOf(lines)).lines).toEqual(['a', 'TOO LONG', 'b', 'c']);
    expect((await linesOf(lines.slice(0, 2), '')).lines).toEqual(['a', 'TOO LONG']);
    expect((await linesOf(lines.slice(1))).lines).toEqual(['TOO LONG', 'b', 'c']);
  });
});

describe('a line that is too long', () => {
  const long = 'x'.repeat(3 * MIB);
  it.each<[string, string, string[]]>([
    [
      'among rows',
      `A1,2025-04-01,1\n${long}\nA1,2025-04-31,1\n`,
      ['E0231 leads.csv 3', 'E0307 leads.csv 4 4'],
    ],
    [
      'behind a mark never closed',
      `A1,2025-04-01,"1\n${long}\nA1,2025-04-31,1\n`,
      ['E0232 leads.csv 2 15', 'E0231 leads.csv 3', 'E0307 leads.csv 4 4'],
    ],
  ])('%s is a row with an error, and the rows below it are read', async (_, rows, expected) => {
    const reading = await readFiles({ ...SOUND_MONTH, 'leads.csv': `agent_id,date,customer_no\n${rows}` });
    expect(told(reading)).toEqual(expected);
    expect(reading.files.find(({ file }) => file === 'leads.csv')).toMatchObject({ rows: 3 });
  });

  it('in place of the header ends the reading of the file', async () => {
    const reading = await readFiles({ ...SOUND_MONTH, 'leads.csv': `${long}\nagent_id,date,customer_no\n` });
    expect(told(reading)).toEqual(['E0231 leads.csv 1']);
  });
});
