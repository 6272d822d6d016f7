/** Which lines each changed rule of a variant can bear on. */
import type { YamlNode } from '../yaml/tree.js';
import { parseNumber } from './leaf-shape.js';
import { isMarkKey } from './mark-reader.js';
import type { LoadedPlan } from './load.js';
import { type TouchedComponent, touches } from './touches.js';
import { valuesOf } from './values.js';
import type { ChangedRules, Variant } from './variant.js';

/** The components that a rule can bear on; undefined: any. */
export type Reach = readonly TouchedComponent[] | undefined;

/**
 * For each changed rule what it can bear on. Only where nothing but numbers changed does what hangs on what stay the
 * same in every mixture of the two files; else each rule can bear on any line.
 */
export function reachOfRules({ before, after, rules }: Variant): Reach[] {
  const onlyNumbers = rules.every(({ changes }) =>
    changes.every((one) => formOf(one.before) === formOf(one.after)),
  );
  return rules.map((one) => (onlyNumbers ? reachOf(one, before, after) : undefined));
}

function reachOf({ names }: ChangedRules, before: LoadedPlan, after: LoadedPlan): Reach {
  const found = [before, after].flatMap(({ plan }) => {
    const values = valuesOf(plan).filter(({ path }) =>
      names.some((name) => path === name || path.startsWith(`${name}.`)),
    );
    return values.flatMap(({ path }) => touches(plan, path).components);
  });
  return found.length > 0 ? found : undefined;
}

/** A node with its numbers left open; lists by the forms that stand in them, however many. */
function formOf(node: YamlNode | undefined): string {
  if (node === undefined) return '';
  switch (node.kind) {
    case 'scalar':
      return parseNumber(node.text) ? '#' : JSON.stringify(node.text);
    case 'list':
      return `[${[...new Set(node.items.map(formOf))].toSorted().join(',')}]`;
    case 'map': {
      const value = node.entries.get('value')?.node;
      if (value && value.kind !== 'map' && !node.entries.has('since')) return formOf(value);
      const fields = [...node.entries].filter(([key]) => key === 'since' || !isMarkKey(key));
      return `{${fields
        .map(([key, entry]) => `${key}:${formOf(entry.node)}`)
        .toSorted()
        .join(',')}}`;
    }
  }
}
