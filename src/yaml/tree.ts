/** A YAML document as plain nodes that know where they stand. Every scalar is its text: nothing is guessed. */
import type { Place } from '../base/problem.js';

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly text: string;
  readonly at: Place;
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly at: Place;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, YamlEntry>;
  readonly at: Place;
}

export interface YamlEntry {
  readonly keyAt: Place;
  readonly node: YamlNode;
}

export type YamlNode = YamlScalar | YamlList | YamlMap;

/** The data alone: strings, arrays and objects. */
export type Plain = string | Plain[] | { [key: string]: Plain };

export function toPlain(node: YamlNode): Plain {
  switch (node.kind) {
    case 'scalar':
      return node.text;
    case 'list':
      return node.items.map(toPlain);
    case 'map':
      return Object.fromEntries([...node.entries].map(([key, entry]) => [key, toPlain(entry.node)]));
  }
}

/** A node as it would be written on one line. */
export function inline(node: YamlNode): string {
  switch (node.kind) {
    case 'scalar':
      return node.text;
    case 'list':
      return `[${node.items.map(inline).join(', ')}]`;
    case 'map':
      return `{ ${[...node.entries].map(([key, entry]) => `${key}: ${inline(entry.node)}`).join(', ')} }`;
  }
}

/** Where the node at `path` stands, or the nearest one above it that exists. */
export function placeOf(root: YamlNode, path: readonly PropertyKey[]): Place {
  let node = root;
  let place = root.at;
  for (const step of path) {
    const child = childOf(node, step);
    if (!child) return place;
    node = child;
    place = child.at;
  }
  return place;
}

/** Where the key `path` ends on stands (for problems about the key itself). */
export function keyPlaceOf(root: YamlNode, path: readonly PropertyKey[]): Place {
  const parent = path
    .slice(0, -1)
    .reduce<YamlNode | undefined>((node, step) => node && childOf(node, step), root);
  const key = path.at(-1);
  const entry = parent?.kind === 'map' && key !== undefined ? parent.entries.get(String(key)) : undefined;
  return entry?.keyAt ?? placeOf(root, path);
}

/** The node at `path`, or undefined. */
export function nodeAt(root: YamlNode, path: readonly PropertyKey[]): YamlNode | undefined {
  return path.reduce<YamlNode | undefined>((node, step) => node && childOf(node, step), root);
}

function childOf(node: YamlNode, step: PropertyKey): YamlNode | undefined {
  if (node.kind === 'map') return node.entries.get(String(step))?.node;
  if (node.kind === 'list') return node.items[Number(step)];
  return undefined;
}
