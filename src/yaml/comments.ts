/** The comments of a YAML text. */
import { Lexer } from 'yaml';

/** What the lexer puts before the text of a scalar. */
const SCALAR = '\u001F';

/** Every comment from its `#` to the end of its line, in order. */
export function commentsIn(text: string): string[] {
  const found: string[] = [];
  let before = '';
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('#') && before !== SCALAR) found.push(token);
    before = token;
  }
  return found;
}
