/** Puts a further example into the text of a rule file; all else stays as it is. */
import { rangeAt } from '../yaml/ranges.js';
import { YamlSource } from '../yaml/source.js';

/** How the examples of a rule file are written, and a further one must be: line by line, or in braces. */
export type ExamplesLayout = 'lines' | 'braces';

/** A file without examples gets them as it is written itself. */
export function layoutOfExamples(text: string): ExamplesLayout {
  const source = new YamlSource(text);
  const flow = (rangeAt(source, ['examples']) ?? rangeAt(source, []))?.flow === true;
  return flow ? 'braces' : 'lines';
}

/**
 * The text with the example at the head of its `examples`, or with that section at its end. `lines`: the example in the
 * layout of the file as it stands under `examples`, its name not indented. Undefined where `examples` is written in a
 * form that it can't be put into by its text alone.
 */
export function withExample(text: string, lines: readonly string[]): string | undefined {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return layoutOfExamples(text) === 'braces'
    ? inBraces(text, lines, lineEnd)
    : lineByLine(text, lines, lineEnd);
}

function lineByLine(text: string, lines: readonly string[], lineEnd: string): string | undefined {
  const block = (indent: string): string => lines.map((line) => `${indent}${line}${lineEnd}`).join('');
  const heading = /^examples:[ \t]*(\S?).*(?:\r?\n|$)/m.exec(text);
  if (!heading) return `${text.replace(/[\r\n]*$/, lineEnd)}examples:${lineEnd}${block('  ')}`;
  const [line, first = ''] = heading;
  if (first !== '' && first !== '#') return undefined;
  const end = heading.index + line.length;
  const [, indent = '  '] = /^(?:[ \t]*(?:#.*)?\r?\n)*( +)\S/.exec(text.slice(end)) ?? [];
  const before = text.slice(0, end).replace(/(\r?\n)?$/, lineEnd);
  return `${before}${block(indent)}${text.slice(end)}`;
}

function inBraces(text: string, lines: readonly string[], lineEnd: string): string | undefined {
  const source = new YamlSource(text);
  const block = (indent: string): string => lines.join(`${lineEnd}${indent}`);
  const examples = rangeAt(source, ['examples']);
  if (!examples) {
    const last = rangeAt(source, [])?.pairs.at(-1);
    if (!last) return undefined;
    const { end } = last.value;
    const section = `,${lineEnd}examples: {${lineEnd}  ${block('  ')} }`;
    return `${text.slice(0, end)}${section}${text.slice(end)}`;
  }
  if (text[examples.start] !== '{') return undefined;
  const open = examples.start + 1;
  const [first] = examples.pairs;
  const indent = first ? indentAt(text, first.keyRange.start, examples.start) : undefined;
  // The first one on a line of its own: the new one goes above it, and above the comments between.
  if (indent !== undefined) {
    const end = text.indexOf('\n', open) + 1;
    return `${text.slice(0, end)}${indent}${block(indent)},${lineEnd}${text.slice(end)}`;
  }
  const within = `${lineIndent(text, examples.start)}  `;
  const rest = text.slice(open).trimStart();
  const after = first ? `,${lineEnd}${within}${rest}` : ` ${rest}`;
  return `${text.slice(0, open)}${lineEnd}${within}${block(within)}${after}`;
}

/** How far in the first example stands; undefined where it is on the line of the brace. */
const indentAt = (text: string, at: number, brace: number): string | undefined =>
  text.slice(brace, at).includes('\n') ? lineIndent(text, at) : undefined;

function lineIndent(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}
