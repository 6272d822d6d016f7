/** Which encoding a file is in, and its bytes as text. */
import { isAscii, isUtf8 } from 'node:buffer';

export type Encoding = 'utf-8' | 'gb18030';

/** Characters from the first Chinese radical up: in UTF-8 they take three bytes, which nothing else looks like. */
const WIDE = /[\u2e80-\u{10ffff}]/gu;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const HANZI = /\p{Script=Han}/u;

/**
 * So much Chinese text that is valid UTF-8 is no accident: then a bad byte further on is damage, not a sign
 * of GB18030. Taking the file for GB18030 would turn every name in it into other characters in silence.
 */
const CERTAINLY_UTF8 = 8;

/**
 * Tells the encoding from all of a file's bytes: strict UTF-8; else GB18030. Bytes that are valid UTF-8 without
 * any wide character but decode as GB18030 to hanzi are ambiguous: é of the one is 茅 of the other.
 */
export class EncodingGuess {
  #ascii = true;
  #utf8 = true;
  #wide = 0;
  #certain = CERTAINLY_UTF8;
  readonly #gb = new GbGuess();

  /** Looks at a block of whole lines. */
  see(bytes: Buffer): void {
    if (!this.#utf8 || isAscii(bytes)) return;
    if (this.#ascii && bytes.indexOf(BYTE_ORDER_MARK) === 0) this.#certain = 0;
    this.#ascii = false;
    if (!isUtf8(bytes)) {
      this.#utf8 = false;
      if (endsWithinCharacter(bytes)) this.#certain = Math.min(this.#certain, 1);
      this.#countWide(validBeginning(bytes));
      return;
    }
    if (this.#wide >= CERTAINLY_UTF8) return;
    this.#countWide(bytes.toString('utf8'));
    if (this.#wide === 0) this.#gb.see(bytes);
  }

  #countWide(text: string): void {
    this.#wide += text.match(WIDE)?.length ?? 0;
  }

  /** Whether the file has no other characters than ASCII, which every encoding writes alike. */
  get isAscii(): boolean {
    return this.#ascii;
  }

  /** The encoding that the bytes themselves prove; undefined where they look alike in both. */
  get proven(): Encoding | undefined {
    if (this.#utf8) return this.#wide > 0 ? 'utf-8' : undefined;
    return this.#wide >= this.#certain ? 'utf-8' : 'gb18030';
  }

  /** The encoding, with `ambiguous` the one that decides where the bytes could be either. */
  encoding(ambiguous: Encoding): Encoding {
    return this.proven ?? (this.#gb.holdsHanzi ? ambiguous : 'utf-8');
  }
}

/**
 * What the ambiguous files of a month are taken for: UTF-8 if others of its files prove to be UTF-8 and none
 * GB18030, since one office exports them all; else GB18030, which an office here has written far more often.
 */
export function encodingBeside(guesses: readonly EncodingGuess[]): Encoding {
  const proven = new Set(guesses.map((guess) => guess.proven));
  return proven.has('utf-8') && !proven.has('gb18030') ? 'utf-8' : 'gb18030';
}

/** Whether text decodes as GB18030 to hanzi. */
class GbGuess {
  #valid = true;
  #hanzi = false;

  see(bytes: Buffer): void {
    if (!this.#valid) return;
    const text = decodeGb18030(bytes);
    this.#valid = text !== undefined;
    this.#hanzi ||= HANZI.test(text ?? '');
  }

  get holdsHanzi(): boolean {
    return this.#valid && this.#hanzi;
  }
}

function validBeginning(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  const bad = text.indexOf('\ufffd');
  return bad < 0 ? text : text.slice(0, bad);
}

/** Never by the label `gbk`, which loses characters. Keeps no state, so one decoder serves all. */
const GB18030 = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true });

function decodeGb18030(bytes: Buffer): string | undefined {
  try {
    return GB18030.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Turns whole lines of bytes into text; undefined when they are not in the encoding. */
export type Decode = (bytes: Buffer) => string | undefined;

/** How to decode a file in `encoding` that `guess` has seen whole. */
export function decoderFor(guess: EncodingGuess, encoding: Encoding): Decode {
  // One byte a character: half the memory, and the fastest way there is.
  if (guess.isAscii) return (bytes) => (isAscii(bytes) ? bytes.toString('latin1') : undefined);
  if (encoding === 'gb18030') return decodeGb18030;
  return (bytes) => (isUtf8(bytes) ? bytes.toString('utf8') : undefined);
}

/** No character begins with a higher byte. */
const LAST_FIRST_BYTE = 0xf4;

/** Whether `bytes` are UTF-8 but for a last character that is cut off. */
export function endsWithinCharacter(bytes: Buffer): boolean {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0)
      return (
        byte <= LAST_FIRST_BYTE && isUtf8(bytes.subarray(0, bytes.length - back)) && lengthOf(byte) > back
      );
    if (byte < 0x80) return false;
  }
  return false;
}

function lengthOf(firstByte: number): number {
  if (firstByte >= 0xf0) return 4;
  return firstByte >= 0xe0 ? 3 : 2;
}
