/** The Chinese of all examples of problems: with Chinese punctuation, apart from what is code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures');

/** Half-width punctuation beside a Chinese character. */
const HALF_WIDTH = /\p{Script=Han}[,;:!?()"]|[,;:!?()"]\p{Script=Han}/u;
/** The line of a file that an example shows, and the caret below it. */
const EXCERPT = /^\s+\d* \|/;
const CODE = /`[^`]*`/g;

const examples = ['errors', 'rule-errors'].flatMap((folder) =>
  readdirSync(join(FIXTURES, folder)).flatMap((code) =>
    /^[EW]\d+$/.test(code) ? [[code, join(FIXTURES, folder, code, 'expected.zh.txt')] as const] : [],
  ),
);

describe('Chinese texts of problems', () => {
  it.each(examples)('%s', (_, file) => {
    const lines = readFileSync(file, 'utf8').split('\n');
    const texts = lines.filter((line) => !EXCERPT.test(line)).map((line) => line.replaceAll(CODE, ''));
    expect(texts.filter((text) => HALF_WIDTH.test(text))).toEqual([]);
  });

  it('show a full-width colon where they speak of one', () => {
    const [line = ''] = readFileSync(join(FIXTURES, 'rule-errors/E0509/expected.zh.txt'), 'utf8').split('\n');
    // U+FF1A, not the colon of ASCII.
    expect(line).toContain('全角冒号（\uff1a）');
  });
});
