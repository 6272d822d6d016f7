/** One side of a difference, from the tree of its rule file. */
import type { Side } from './plan-diff.js';
import { firstLeaf, inlineOf, type RuleNode } from './rule-tree.js';

/** The clause that an entry names. */
export function clauseIn(node: RuleNode | undefined): string | undefined {
  const own = node?.kind === 'map' ? node.entries.get('clause') : undefined;
  return own?.kind === 'leaf' ? own.text : undefined;
}

export function sideOf(node: RuleNode): Side {
  const leaf = firstLeaf(node);
  const mark = node.kind === 'leaf' ? node.mark : undefined;
  return { path: node.path, text: inlineOf(node), mark, line: leaf?.at.line };
}
