/** The parser's nodes → our own, which are texts with places and nothing else. */
import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { type Place, type Problem, problem } from '../base/problem.js';
import { YAML_PROBLEMS } from '../problems/yaml.js';
import type { Places } from './places.js';
import type { YamlEntry, YamlNode } from './tree.js';

/** Reads one document. Aliases, tags, keys without a value and keys that stand twice gather as problems. */
export class TreeReader {
  readonly problems: Problem[] = [];
  readonly #places: Places;

  constructor(places: Places) {
    this.#places = places;
  }

  /** The node, or undefined where a problem stands in its way. `key` and `offset`: what it is the value of. */
  read(node: unknown, key: string, offset: number): YamlNode | undefined {
    if (isNode(node)) {
      const start = node.range?.[0] ?? offset;
      const at = this.#places.at(start);
      if (this.#isDecorated(node, at)) return undefined;
      if (isSeq(node)) return { kind: 'list', items: this.#items(node.items, start), at };
      if (isMap(node)) return { kind: 'map', entries: this.#entries(node.items), at };
      if (isScalar(node) && typeof node.value === 'string' && (node.value !== '' || node.type !== 'PLAIN')) {
        return { kind: 'scalar', text: node.value, at };
      }
    }
    this.problems.push(problem(YAML_PROBLEMS.no_value, this.#places.at(offset), { key }));
    return undefined;
  }

  /** Whether the node is an alias, or bears an anchor or a tag; it is refused then. */
  #isDecorated(node: Node, at: Place): boolean {
    const name = isAlias(node) ? node.source : node.anchor;
    if (name !== undefined) this.problems.push(problem(YAML_PROBLEMS.alias, at, { name }));
    else if (node.tag !== undefined) this.problems.push(problem(YAML_PROBLEMS.tag, at, { tag: node.tag }));
    else return false;
    return true;
  }

  #items(items: readonly unknown[], offset: number): YamlNode[] {
    return items.flatMap(
      (item) => this.read(item, '-', isNode(item) ? (item.range?.[0] ?? offset) : offset) ?? [],
    );
  }

  #entries(pairs: readonly Pair[]): Map<string, YamlEntry> {
    const entries = new Map<string, YamlEntry>();
    for (const pair of pairs) {
      const offset = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
      const key = this.#key(pair.key, offset);
      if (key === undefined) continue;
      const keyAt = this.#places.at(offset);
      if (entries.has(key)) {
        this.problems.push(problem(YAML_PROBLEMS.duplicate_key, keyAt, { key }, { value: key }));
        continue;
      }
      const node = this.read(pair.value, key, offset);
      if (node) entries.set(key, { keyAt, node });
    }
    return entries;
  }

  #key(key: unknown, offset: number): string | undefined {
    const at = this.#places.at(offset);
    if (isNode(key) && this.#isDecorated(key, at)) return undefined;
    const text = isScalar(key) && typeof key.value === 'string' ? key.value : '';
    // JavaScript's objects have their own use for this one key.
    if (text !== '' && text !== '__proto__') return text;
    this.problems.push(problem(YAML_PROBLEMS.bad_key, at, {}, { value: text }));
    return undefined;
  }
}
