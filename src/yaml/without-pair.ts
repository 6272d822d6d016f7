/** Takes an entry out of a mapping of a YAML text. */
import type { YamlSource } from './source.js';
import { type PairRange, type Range, rangeAt, splice, type Step } from './ranges.js';

/** The text without an entry of a mapping; a comment beside it stays where it is. */
export function withoutPair(source: YamlSource, steps: readonly Step[], key: string): YamlSource {
  const node = rangeAt(source, steps);
  const index = node?.pairs.findIndex((pair) => pair.key === key) ?? -1;
  const pair = node?.pairs[index];
  if (!node || !pair) return source;
  const own = { start: pair.keyRange.start, end: pair.value.end };
  const next = node.pairs[index + 1];
  const before = node.pairs[index - 1];
  const upToNext = { start: own.start, end: next?.keyRange.start ?? own.end };
  if (!before && next && isFree(source, own.end, upToNext.end)) return splice(source, upToNext, '');
  return node.flow ? withoutFlowPair(source, own, before, next) : withoutLines(source, own);
}

function withoutFlowPair(
  source: YamlSource,
  own: Range,
  before: PairRange | undefined,
  next: PairRange | undefined,
): YamlSource {
  if (before && isFree(source, before.value.end, own.start)) {
    return splice(source, { start: before.value.end, end: own.end }, '');
  }
  const rest = splice(source, own, '');
  const from = before ? before.value.end : own.start;
  const comma = commaBetween(rest, from, before ? own.start : (next?.keyRange.start ?? own.start));
  return comma === undefined ? rest : splice(rest, { start: comma, end: comma + 1 }, '');
}

/** In a mapping of lines: with the whole line where nothing else stands on it. */
function withoutLines(source: YamlSource, own: Range): YamlSource {
  const { text } = source;
  const lineStart = text.lastIndexOf('\n', own.start - 1) + 1;
  const newline = text.indexOf('\n', own.end);
  const lineEnd = newline === -1 ? text.length : newline + 1;
  const around = text.slice(lineStart, own.start) + text.slice(own.end, lineEnd);
  const whole = { start: lineStart, end: lineEnd };
  return splice(source, around.trim() === '' ? whole : own, '');
}

/** Whether no comment stands between two places outside of values. */
const isFree = ({ text }: YamlSource, start: number, end: number): boolean =>
  !text.slice(start, end).includes('#');

/** The comma between two places outside of values that is in no comment. */
function commaBetween({ text }: YamlSource, start: number, end: number): number | undefined {
  const bare = text.slice(start, end).replaceAll(/#[^\n]*/g, (comment) => ' '.repeat(comment.length));
  const found = bare.indexOf(',');
  return found === -1 ? undefined : start + found;
}
