/** Which item of a list is which of another: the same ones, those of the same key, and those in the same gap. */
import { BEGINS, meaningOfLeaf, type RuleNode, saysOf } from './rule-tree.js';

/** An item of the old list, of the new one, or of both. */
export interface Aligned {
  readonly before?: RuleNode;
  readonly after?: RuleNode;
}

/** The items of both lists, in the order of the new one, those that are gone where they stood. */
export function alignLists(before: readonly RuleNode[], after: readonly RuleNode[]): Aligned[] {
  return alignBy(saysOf, before, after, (old, now) =>
    alignBy(keyOf, old, now, (gone, come) => inOrder(gone, come)),
  );
}

/** What keeps an item the same while its numbers change: a band's edge, the measure of a condition. */
function keyOf(node: RuleNode): string {
  if (node.kind !== 'map') return saysOf(node);
  const parts = [BEGINS, 'at', 'measure', 'of', 'when'].flatMap((key) => {
    const part = node.entries.get(key);
    return part ? [`${key} ${part.kind === 'leaf' ? meaningOfLeaf(part) : saysOf(part)}`] : [];
  });
  return parts.length > 0 ? parts.join('; ') : [...node.entries.keys()].toSorted().join(' ');
}

/** Aligns the longest run of items with equal keys, and hands each gap between them on. */
function alignBy(
  key: (node: RuleNode) => string,
  before: readonly RuleNode[],
  after: readonly RuleNode[],
  gap: (before: readonly RuleNode[], after: readonly RuleNode[]) => Aligned[],
): Aligned[] {
  const found: Aligned[] = [];
  let [b, a] = [0, 0];
  for (const [i, j] of longestCommon(before.map(key), after.map(key))) {
    found.push(...gap(before.slice(b, i), after.slice(a, j)), pair(before[i], after[j]));
    [b, a] = [i + 1, j + 1];
  }
  return [...found, ...gap(before.slice(b), after.slice(a))];
}

const pair = (before: RuleNode | undefined, after: RuleNode | undefined): Aligned => ({
  ...(before ? { before } : {}),
  ...(after ? { after } : {}),
});

/** As many of them in one gap: each is the changed one of its place; else the ones are gone and the others new. */
function inOrder(gone: readonly RuleNode[], come: readonly RuleNode[]): Aligned[] {
  if (gone.length === come.length) return gone.map((one, index) => pair(one, come[index]));
  return [...gone.map((before) => ({ before })), ...come.map((after) => ({ after }))];
}

/** The places of a longest sequence that both have. */
function longestCommon(one: readonly string[], other: readonly string[]): [number, number][] {
  const lengths = Array.from({ length: one.length + 1 }, () =>
    Array.from({ length: other.length + 1 }, () => 0),
  );
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = one.length - 1; i >= 0; i--) {
    const row = lengths[i];
    if (!row) continue;
    for (let j = other.length - 1; j >= 0; j--)
      row[j] = one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const pairs: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < one.length && j < other.length;) {
    if (one[i] === other[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
