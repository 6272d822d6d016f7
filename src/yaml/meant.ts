/** What a changed text is meant to say, as the tree that reading it must give. */
import type { Step } from './ranges.js';
import type { YamlNode } from './tree.js';
import type { NewMapping, NewValue } from './written.js';

/** What a value is wrapped or a mapping marked with: a key and what stands under it. */
export interface Addition {
  readonly key: string;
  readonly value: NewMapping;
}

const NOWHERE = { file: '' };

type Entry = readonly [key: string, node: YamlNode];

export const mapOf = (entries: readonly Entry[]): YamlNode => ({
  kind: 'map',
  entries: new Map(entries.map(([key, node]) => [key, { keyAt: NOWHERE, node }])),
  at: NOWHERE,
});

export const additionOf = ({ key, value }: Addition): Entry => [key, treeOf(value)];

export function mapEntries(node: YamlNode, change: (entries: Entry[]) => readonly Entry[]): YamlNode {
  if (node.kind !== 'map') return node;
  return mapOf(change([...node.entries].map(([key, entry]): Entry => [key, entry.node])));
}

export function changedAt(
  node: YamlNode,
  [step, ...rest]: readonly Step[],
  change: (node: YamlNode) => YamlNode,
): YamlNode {
  if (step === undefined) return change(node);
  const changed = (one: YamlNode): YamlNode => changedAt(one, rest, change);
  switch (node.kind) {
    case 'scalar':
      return node;
    case 'list':
      return { ...node, items: node.items.map((one, index) => (index === step ? changed(one) : one)) };
    case 'map':
      return mapEntries(node, (entries) =>
        entries.map(([key, one]) => [key, key === step ? changed(one) : one]),
      );
  }
}

export function treeOf(value: NewValue): YamlNode {
  if (typeof value === 'string') return { kind: 'scalar', text: value, at: NOWHERE };
  if (Array.isArray(value)) {
    const items: readonly NewValue[] = value;
    return { kind: 'list', items: items.map(treeOf), at: NOWHERE };
  }
  return mapOf(Object.entries(value).map(([key, one]) => [key, treeOf(one)]));
}

export function valueOf(node: YamlNode): NewValue {
  switch (node.kind) {
    case 'scalar':
      return node.text;
    case 'list':
      return node.items.map(valueOf);
    case 'map':
      return Object.fromEntries([...node.entries].map(([key, entry]) => [key, valueOf(entry.node)]));
  }
}

/** What the node says, without its places: what says the same is equal. The order of keys counts. */
export function canonical(node: YamlNode): string {
  switch (node.kind) {
    case 'scalar':
      return JSON.stringify(node.text);
    case 'list':
      return `[${node.items.map(canonical).join(',')}]`;
    case 'map':
      return `{${[...node.entries].map(([key, one]) => `${JSON.stringify(key)}:${canonical(one.node)}`).join(',')}}`;
  }
}
