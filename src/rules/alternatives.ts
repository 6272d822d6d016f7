/** A rule file as it would be if an assumption were settled otherwise. */
import { changedAt, mapEntries, treeOf } from '../yaml/meant.js';
import type { YamlNode } from '../yaml/tree.js';
import { readTyped } from '../yaml/written.js';
import type { Assumption } from './assumptions.js';
import type { OpenValue } from './confirm-value.js';
import { draftOf, rootOf } from './edit.js';
import { locate } from './locate.js';
import { type LoadedPlan, loadTree, type RefusedPlan } from './load.js';

/** One of the readings that an assumption names beside its own. */
export interface Alternative {
  readonly assumption: Assumption;
  /** As it would be written in the place of the value. */
  readonly text: string;
  /** The rule file with it, or why none can be made of it. */
  readonly rules: LoadedPlan | RefusedPlan;
}

/** Every alternative of these assumptions of a rule file, in their order. */
export function alternativesOf(rules: LoadedPlan, assumptions: readonly Assumption[]): Alternative[] {
  const root = rootOf(draftOf(rules));
  return assumptions.flatMap((assumption) =>
    assumption.mark.alternatives.map((text): Alternative => {
      let refused: RefusedPlan | undefined;
      for (const value of assumption.values) {
        const other = withOther(root, value, text);
        for (const tree of new Set([other, withFirstEdge(other, value.path, text)])) {
          const found = loadTree(tree, rules.file);
          // Of several values that share the mark it is that of which it makes a sound file.
          if ('plan' in found) return { assumption, text, rules: { ...rules, ...found } };
          // What is nearest to a sound file says best what is in the way.
          if (!refused || found.problems.length < refused.problems.length) refused = found;
        }
      }
      return { assumption, text, rules: refused ?? { problems: [] } };
    }),
  );
}

/** A marginal scale begins with the first unit, any other with none: the edge goes with the word that was changed. */
function withFirstEdge(root: YamlNode, path: string, text: string): YamlNode {
  const edge = path.endsWith('.scale') ? locate(root, path.replace(/scale$/, 'bands.1.from')) : undefined;
  if (edge?.node.kind !== 'scalar' || !['0', '1'].includes(edge.node.text)) return root;
  return changedAt(root, edge.steps, () => treeOf(text === 'marginal' ? '1' : '0'));
}

function withOther(root: YamlNode, value: OpenValue, text: string): YamlNode {
  const found = locate(root, value.path);
  if (!found) return root;
  return changedAt(root, found.steps, (node) => {
    if (node.kind !== 'map') return treeOf(readTyped(text));
    // How a condition compares is the name of a key; a name stands in each language.
    const isComparator = node.entries.has(value.text);
    return mapEntries(node, (entries) =>
      entries.map(([key, one]) => {
        if (isComparator) return [key === value.text ? text : key, one];
        return ['zh', 'en'].includes(key) ? [key, treeOf(text)] : [key, one];
      }),
    );
  });
}
