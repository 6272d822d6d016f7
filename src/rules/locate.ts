/** Paths of rule files, as messages name them, → steps from the root of the file. */
import type { Step } from '../yaml/ranges.js';
import { nodeAt, type YamlMap, type YamlNode } from '../yaml/tree.js';
import { isMarkKey } from './mark-reader.js';
import { step } from './leaf.js';

export interface Located {
  readonly steps: readonly Step[];
  readonly node: YamlNode;
}

/**
 * What stands at a path: `products.INFO_4.points.bands.2.pays`, items of lists counted from 1. Of `{ value: 4, … }` it
 * is the value. Keys may hold dots themselves.
 */
export function locate(node: YamlNode, path: string, steps: readonly Step[] = []): Located | undefined {
  if (path === '') return ofValue({ steps, node });
  if (node.kind === 'list') {
    const [, index = '', rest = ''] = /^(\d+)(?:\.(.*))?$/s.exec(path) ?? [];
    const item = node.items[Number(index) - 1];
    return item && locate(item, rest, [...steps, Number(index) - 1]);
  }
  if (node.kind === 'scalar') return undefined;
  for (const [key, entry] of node.entries) {
    if (path !== key && !path.startsWith(`${key}.`)) continue;
    const found = locate(entry.node, path.slice(key.length + 1), [...steps, key]);
    if (found) return found;
  }
  const value = node.entries.get('value')?.node;
  return value?.kind === 'list' ? locate(value, path, [...steps, 'value']) : undefined;
}

/** The mapping at a path, be it one of a value; undefined where something else stands there. */
export function locateMapping(root: YamlNode, path: string): Located | undefined {
  const found = locate(root, path);
  if (!found) return undefined;
  const steps = found.steps.at(-1) === 'value' ? found.steps.slice(0, -1) : found.steps;
  const node = nodeAt(root, steps);
  return node?.kind === 'map' ? { steps, node } : undefined;
}

/** The paths of all single values, marked or not, in the order of the file. */
export function pathsIn(node: YamlNode, path = ''): string[] {
  switch (node.kind) {
    case 'scalar':
      return [path];
    case 'list':
      return node.items.every((item) => item.kind === 'scalar')
        ? [path]
        : node.items.flatMap((item, index) => pathsIn(item, step(path, index + 1)));
    case 'map':
      return [...node.entries].flatMap(([key, entry]) => {
        if (path.split('.')[0] === 'examples') return pathsIn(entry.node, step(path, key));
        if (key === 'value' && entry.node.kind !== 'map') return [path];
        return isMarkKey(key) && key !== 'since' && key !== 'value'
          ? []
          : pathsIn(entry.node, step(path, key));
      });
  }
}

function ofValue(found: Located): Located {
  const { node, steps } = found;
  const value = isOfValue(node, steps) ? node.entries.get('value')?.node : undefined;
  return value && value.kind !== 'map' ? { steps: [...steps, 'value'], node: value } : found;
}

/** In examples `value` is a name like any other. */
const isOfValue = (node: YamlNode, steps: readonly Step[]): node is YamlMap =>
  node.kind === 'map' && steps[0] !== 'examples';
