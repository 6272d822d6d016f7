import { expect, it } from 'vitest';
import { printable } from '../../src/report/printable.js';

it.each([
  ['陈一, O\u2019Neil – 5 € 😀', '陈一, O\u2019Neil – 5 € 😀'],
  ['\u001b[31mred', '\\u{1b}[31mred'],
  ['a\u0000b\u007f\u0085', 'a\\u{0}b\\u{7f}\\u{85}'],
  ['two\r\nlines\t.', 'two\\u{d}\\u{a}lines\\u{9}.'],
  ['\u202Etxt.exe\u202C', '\\u{202e}txt.exe\\u{202c}'],
  ['\u2066\u2069\u200E\u200F\u061C', '\\u{2066}\\u{2069}\\u{200e}\\u{200f}\\u{61c}'],
  ['zero\u200Bwidth\uFEFF\u00AD\u2060', 'zero\\u{200b}width\\u{feff}\\u{ad}\\u{2060}'],
  ['\u2028\u2029', '\\u{2028}\\u{2029}'],
  ['tag\u{E0041}', 'tag\\u{e0041}'],
])('%j is shown as %s', (text, expected) => {
  expect(printable(text)).toBe(expected);
});
