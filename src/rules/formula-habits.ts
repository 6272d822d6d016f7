/** What people write in formulas by the habits of spreadsheets, of other languages and of Chinese input methods. */
import type { Instead } from '../problems/rule-formula-words.js';
import { percentageIn } from './formula-percentage.js';

const WORDS: Readonly<Record<string, string>> = {
  and: '&&',
  or: '||',
  not: '!',
  且: '&&',
  或: '||',
  if: 'a ? b : c',
};

const SIGNS: Readonly<Record<string, string>> = {
  '×': '*',
  '÷': '/',
  '\u2212': '-',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '<>': '!=',
};

/** What a word is in formulas, in whatever letters. */
export function insteadOfWord(text: string): Instead | undefined {
  const word = text.toLowerCase();
  const instead = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  const written = word === 'if' ? `${text}(a, b, c)` : text;
  return instead === undefined ? undefined : { text: written, instead, fullWidth: false };
}

function insteadOfSign(text: string): Instead | undefined {
  const sign = Object.hasOwn(SIGNS, text) ? SIGNS[text] : undefined;
  if (sign !== undefined) return { text, instead: sign, fullWidth: false };
  // What a percentage is written as depends on its number.
  if (text === '\uFF05') return undefined;
  const half = text.normalize('NFKC').replace('。', '.').replace('、', ',');
  return half === text ? undefined : { text, instead: half, fullWidth: true };
}

const TOKEN = /[\p{L}_][\p{L}\p{N}_]*|<>|[^\p{L}\p{N}_\s]|\p{N}/gu;

/** The first such word or sign of a formula that can't be read. */
export function insteadIn(formula: string): Instead | undefined {
  for (const [token] of formula.matchAll(TOKEN)) {
    const found = /^[\p{L}_]/u.test(token) ? insteadOfWord(token) : insteadOfSign(token);
    if (found) return found;
  }
  const [percent] = /[%\uFF05]/.exec(formula) ?? [];
  return percent === undefined || percentageIn(formula)
    ? undefined
    : { text: percent, instead: '/ 100', fullWidth: false };
}
