/** Puts a further example into the text of a rule file. */

/**
 * The text with the example at the head of its `examples`, or with that section at its end. `lines`: the example as
 * it stands under `examples`, its name not indented. Undefined where `examples` is written in a form that it
 * can't be put into by its text alone.
 */
export function withExample(text: string, lines: readonly string[]): string | undefined {
  const heading = /^examples:[ \t]*(\S?).*(?:\r?\n|$)/m.exec(text);
  if (!heading) return `${text.replace(/\n*$/, '\n')}examples:\n${indented(lines, '  ')}`;
  const [line, first = ''] = heading;
  if (first !== '' && first !== '#') return undefined;
  const end = heading.index + line.length;
  const [, indent = '  '] = /^(?:[ \t]*(?:#.*)?\r?\n)*( +)\S/.exec(text.slice(end)) ?? [];
  const before = text.slice(0, end).replace(/\n?$/, '\n');
  return `${before}${indented(lines, indent)}${text.slice(end)}`;
}

const indented = (lines: readonly string[], indent: string): string =>
  lines.map((line) => `${indent}${line}\n`).join('');
