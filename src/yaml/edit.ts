/**
 * Changes of a YAML text at the exact range of what they change: all else, its comments, layout, quotes and line ends,
 * stays byte by byte. A change is given only if the new text reads as meant and no comment went with it.
 */
import {
  additionOf,
  type Addition,
  canonical,
  changedAt,
  mapEntries,
  mapOf,
  treeOf,
  valueOf,
} from './meant.js';
import { type NodeRange, rangeAt, splice, type Step } from './ranges.js';
import type { YamlSource } from './source.js';
import { nodeAt, type YamlNode } from './tree.js';
import { withoutPair } from './without-pair.js';
import { flowText, type NewValue, scalarForms } from './written.js';

/**
 * Why a text can't be changed here: nothing stands there; a comment within would go; or no way of writing it reads
 * as meant.
 */
export type EditFault = 'absent' | 'comment' | 'unreadable';

export type Edited = { readonly source: YamlSource } | { readonly fault: EditFault };

/** Puts a value in the place of the one at `steps`. */
export function replaceValue(source: YamlSource, steps: readonly Step[], value: NewValue): Edited {
  const node = rangeAt(source, steps);
  if (!node) return { fault: 'absent' };
  const candidates = formsOf(value, node, source).map((form) => splice(source, node, form));
  return firstAsMeant(source, candidates, steps, () => treeOf(value));
}

/** Gives the entry `from` of the mapping at `steps` another key, in its place. */
export function renameKey(source: YamlSource, steps: readonly Step[], from: string, to: string): Edited {
  const pair = rangeAt(source, steps)?.pairs.find(({ key }) => key === from);
  if (!pair) return { fault: 'absent' };
  return firstAsMeant(source, [splice(source, pair.keyRange, flowText(to))], steps, (node) =>
    mapEntries(node, (entries) => entries.map(([key, one]) => [key === from ? to : key, one])),
  );
}

/** `1.5` → `{ value: 1.5, key: … }`. */
export function wrapValue(source: YamlSource, steps: readonly Step[], { key, value }: Addition): Edited {
  const node = rangeAt(source, steps);
  const old = source.root && nodeAt(source.root, steps);
  if (!node || !old) return { fault: 'absent' };
  const rest = `${key}: ${flowText(value)}`;
  const written = [source.text.slice(node.start, node.end), flowText(valueOf(old))];
  const candidates = written.map((one) => splice(source, node, `{ value: ${one}, ${rest} }`));
  return firstAsMeant(source, candidates, steps, (tree) =>
    mapOf([['value', tree], additionOf({ key, value })]),
  );
}

/** Puts an entry in the place of the entry `replaced` of the mapping at `steps`, and takes those `dropped` out. */
export function replaceEntries(
  source: YamlSource,
  steps: readonly Step[],
  replaced: string,
  dropped: readonly string[],
  addition: Addition,
): Edited {
  const old = rangeAt(source, steps)?.pairs.find(({ key }) => key === replaced);
  if (!old) return { fault: 'absent' };
  const range = { start: old.keyRange.start, end: old.value.end };
  const inPlace = splice(source, range, `${addition.key}: ${flowText(addition.value)}`);
  const result = dropped.reduce((one, key) => withoutPair(one, steps, key), inPlace);
  return firstAsMeant(source, [result], steps, (node) =>
    mapEntries(node, (entries) =>
      entries
        .filter(([key]) => !dropped.includes(key))
        .map((entry) => (entry[0] === replaced ? additionOf(addition) : entry)),
    ),
  );
}

/** Adds an entry at the end of a mapping in braces. */
export function addEntry(source: YamlSource, steps: readonly Step[], addition: Addition): Edited {
  const node = rangeAt(source, steps);
  const last = node?.pairs.at(-1);
  if (!node?.flow || !last) return { fault: 'absent' };
  const after = { start: last.value.end, end: last.value.end };
  const result = splice(source, after, `, ${addition.key}: ${flowText(addition.value)}`);
  return firstAsMeant(source, [result], steps, (tree) =>
    mapEntries(tree, (entries) => [...entries, additionOf(addition)]),
  );
}

/** The ways to write a value in the place of a node, the likest first. */
function formsOf(value: NewValue, node: NodeRange, { text }: YamlSource): string[] {
  if (typeof value === 'string') return scalarForms(value, node.style);
  const inFlow = flowText(value);
  const [first] = node.items;
  if (node.flow || !first || !Array.isArray(value)) return [inFlow];
  // A list of dashes stays one.
  const items: readonly NewValue[] = value;
  const indent = text.slice(text.lastIndexOf('\n', node.start - 1) + 1, node.start).replaceAll(/\S/g, ' ');
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return [items.map((item) => `- ${flowText(item)}`).join(lineEnd + indent), inFlow];
}

/** The first of these in which the node at `steps` became what was meant, and nothing else changed. */
function firstAsMeant(
  source: YamlSource,
  candidates: readonly YamlSource[],
  steps: readonly Step[],
  meant: (node: YamlNode) => YamlNode,
): Edited {
  if (!source.root) return { fault: 'unreadable' };
  const wanted = canonical(changedAt(source.root, steps, meant));
  let fault: EditFault = 'unreadable';
  for (const one of candidates) {
    if (!one.root || canonical(one.root) !== wanted) continue;
    if (one.comments === source.comments) return { source: one };
    fault = 'comment';
  }
  return { fault };
}
