/** Bytes → text that a YAML parser may see, and the lines of that text for showing problems. */
import { type Problem, problem } from '../base/problem.js';
import { YAML_PROBLEMS } from '../problems/yaml.js';

const MOST_BYTES = 1 << 20;
const LINE_FEED = 0x0a;

/** Control characters, and the marks that turn the direction of text: a reader would not see what they do. */
const INVISIBLE = /(?![\t\r\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF]/u;

/** The text of a UTF-8 file (a byte order mark is taken off), or the problem that makes it unreadable. */
export function decodeText(bytes: Uint8Array, file: string): string | Problem {
  if (bytes.length > MOST_BYTES) return problem(YAML_PROBLEMS.too_large, { file }, { limit: '1 MiB' });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return problem(YAML_PROBLEMS.not_utf8, { file, line: lineOfBadByte(bytes), column: 1 }, {});
  }
}

/** The first invisible character, if there is one. */
export function invisibleIn(text: string): { readonly offset: number; readonly code: string } | undefined {
  const found = INVISIBLE.exec(text);
  if (!found) return undefined;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase();
  return { offset: found.index, code: `U+${code.padStart(4, '0')}` };
}

/** The first line that is not UTF-8. A line feed is never part of a longer character. */
function lineOfBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let start = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(LINE_FEED, start);
    try {
      decoder.decode(bytes.subarray(start, end === -1 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end === -1) return line;
    start = end + 1;
  }
}

/** The problems with the lines that they stand on. */
export function withExcerpts(problems: readonly Problem[], text: string): Problem[] {
  const lines = text.split(/\r?\n/);
  return problems.map((one) => {
    const excerpt = lines[(one.place.line ?? 0) - 1];
    return excerpt === undefined || one.excerpt !== undefined ? one : { ...one, excerpt };
  });
}

/** `key：` where a key begins: at the start of a line, after a dash, after `{` or a comma. */
const FULL_WIDTH_COLON = /(?<lead>^\s*(?:- +)*|[{,]\s*)(?<key>[\w.-]+)\uFF1A/g;

/**
 * Puts the colon of a Chinese input method in the place of what it led to: the problems of its line and of
 * the next.
 */
export function preferFullWidthColons(problems: readonly Problem[], text: string, file: string): Problem[] {
  const lines = text.split('\n');
  const colons = new Map<number, Problem>();
  for (const { place } of problems) {
    for (const line of [place.line ?? 0, (place.line ?? 0) - 1]) {
      for (const match of (lines[line - 1] ?? '').matchAll(FULL_WIDTH_COLON)) {
        const { key = '' } = match.groups ?? {};
        const column = match.index + match[0].length;
        colons.set(
          line,
          problem(YAML_PROBLEMS.full_width_colon, { file, line, column }, { key }, { value: `${key}：` }),
        );
      }
    }
  }
  const rest = problems.filter(
    ({ place }) => !colons.has(place.line ?? 0) && !colons.has((place.line ?? 0) - 1),
  );
  return [...colons.values(), ...rest];
}
