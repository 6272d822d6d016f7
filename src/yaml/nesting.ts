/** How deep a text is nested, found without recursion: a parser's own could exhaust the stack. */
import { Lexer } from 'yaml';

/** Tokens of the lexer that are no part of the text: start of a document, of a scalar, broken end of brackets. */
const DOCUMENT = '\u0002';
const SCALAR = '\u001F';
const BROKEN_END = '\u0018';

/** The offset at which brackets, list dashes or indentation first go deeper than `most`; undefined if nowhere. */
export function tooDeepAt(text: string, most: number): number | undefined {
  let offset = 0;
  let brackets = 0;
  let indicators = 0;
  let inScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (token === BROKEN_END) brackets = 0;
    if (token === DOCUMENT || token === BROKEN_END) continue;
    if (token === SCALAR) {
      inScalar = true;
      continue;
    }
    if (!inScalar) {
      if (token === '[' || token === '{') brackets += 1;
      if (token === ']' || token === '}') brackets -= 1;
      if (token === '-' || token === '?') indicators += 1;
      if (token.endsWith('\n')) indicators = 0;
      const indentation = /^ +$/.test(token) ? token.length / 2 : 0;
      if (Math.max(brackets, indicators, indentation) > most) return offset;
    }
    inScalar = false;
    offset += token.length;
  }
  return undefined;
}
