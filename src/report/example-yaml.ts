/** An example of a rule file as YAML. */

import type { ExamplePart, Mapping } from '../calc/examples/example-part.js';

const WIDTH = 110;

/** The lines of an example, its name not indented; what fits a line stands on one. */
export const exampleLines = (name: string, tree: ExamplePart): string[] =>
  linesOf(`${scalar(name)}:`, tree, true);

function linesOf(head: string, tree: ExamplePart, open: boolean): string[] {
  const line = `${head} ${flow(tree)}`;
  if (typeof tree === 'string' || (!open && line.length <= WIDTH)) return [line];
  if (isList(tree)) {
    return [head, ...tree.flatMap((item) => linesOf('-', item, false).map((one) => `  ${one}`))];
  }
  if (head === '-') return [line];
  return [
    head,
    ...present(tree).flatMap(([key, part]) =>
      linesOf(`${scalar(key)}:`, part, false).map((one) => `  ${one}`),
    ),
  ];
}

/** The same for a rule file whose examples stand in braces. */
export const exampleInBraces = (name: string, tree: ExamplePart): string[] =>
  bracedLines(`${scalar(name)}: `, tree);

function bracedLines(head: string, tree: ExamplePart): string[] {
  const line = `${head}${flow(tree)}`;
  if (typeof tree === 'string' || line.length <= WIDTH) return [line];
  const [open, close] = isList(tree) ? '[]' : '{}';
  const parts = isList(tree)
    ? tree.map((item) => bracedLines('', item))
    : present(tree).map(([key, part]) => bracedLines(`${scalar(key)}: `, part));
  const commas = parts.flatMap((part, index) => {
    const last = index === parts.length - 1;
    return part.map((one, row) => (row === part.length - 1 && !last ? `  ${one},` : `  ${one}`));
  });
  return [`${head}${open ?? ''}`, ...commas, close ?? ''];
}

function flow(tree: ExamplePart): string {
  if (typeof tree === 'string') return scalar(tree);
  if (isList(tree)) return `[${tree.map(flow).join(', ')}]`;
  if (present(tree).length === 0) return '{}';
  return `{ ${present(tree)
    .map(([key, part]) => `${scalar(key)}: ${flow(part)}`)
    .join(', ')} }`;
}

const isList = (tree: Exclude<ExamplePart, string>): tree is readonly ExamplePart[] => Array.isArray(tree);

const present = (tree: Mapping): [string, ExamplePart][] =>
  Object.entries(tree).flatMap(([key, part]): [string, ExamplePart][] =>
    part === undefined ? [] : [[key, part]],
  );

/** Words, numbers, days and times need no quotes. */
const PLAIN = /^(?:-?[\p{L}\p{N}_][\p{L}\p{N}_.%-]*|\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?)$/u;

const scalar = (text: string): string => (PLAIN.test(text) ? text : JSON.stringify(text));
