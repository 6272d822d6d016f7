/** Text from files on a terminal: control characters and marks that turn the writing direction become visible. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** `text` with every character that could move the cursor or reorder the line written as its code. */
export function printable(text: string): string {
  return text.replaceAll(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Lines as one text. Whatever their words come from, each stays one line and reads in its own order. */
export const printableLines = (lines: readonly string[]): string => lines.map(printable).join('\n');
