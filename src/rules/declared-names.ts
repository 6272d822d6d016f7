/** The names that a rule file declares, for the words of its problems: whether or not what they name is sound. */
import { nodeAt, type YamlNode } from '../yaml/tree.js';

export interface DeclaredNames {
  /** The file's own measures. */
  readonly measures: readonly string[];
  readonly clauses: readonly string[];
}

export const declaredNames = (root: YamlNode): DeclaredNames => ({
  measures: keysOf(nodeAt(root, ['measures'])),
  clauses: keysOf(nodeAt(root, ['clauses'])),
});

const keysOf = (node: YamlNode | undefined): string[] =>
  node?.kind === 'map' ? [...node.entries.keys()] : [];
