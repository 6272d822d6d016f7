/** What is told of two rule files beside their values: marks over many of them, and the order of entries. */
import { groupBy } from '../base/group.js';
import type { Found, Side } from './plan-diff.js';
import type { RuleMap, RuleNode } from './rule-tree.js';
import { clauseIn, sideOf } from './diff-sides.js';

/** One mark that covers many values changes once. */
export function withMarksTogether(found: readonly Found[]): Found[] {
  const groups = groupBy(found, (one) => {
    if (one.kind !== 'mark') return one;
    return [one.before, one.after].map((side) => `${side?.mark?.path} ${side?.mark?.at.line}`).join('\t');
  });
  return [...groups.values()].flatMap((group): Found[] => {
    const [one] = group;
    if (!one || group.length === 1) return one ? [one] : [];
    const above = (side: Side | undefined): Side | undefined =>
      side && { ...side, path: side.mark?.path ?? side.path, text: '' };
    return [{ ...one, before: above(one.before), after: above(one.after), values: group.length }];
  });
}

export function orderDiffers(before: RuleMap | undefined, after: RuleMap | undefined): boolean {
  if (!before || !after) return false;
  const common = (one: RuleMap, other: RuleMap): string =>
    [...one.entries.keys()].filter((key) => other.entries.has(key)).join('\t');
  return common(before, after) !== common(after, before);
}

/** The first component that pays points says what a point is worth in a fine. */
export function firstPoints(before: RuleMap | undefined, after: RuleMap | undefined): Found[] {
  const first = (table: RuleMap | undefined): [string, RuleNode] | undefined =>
    [...(table?.entries ?? [])].find(([, node]) => node.kind === 'map' && node.entries.has('yuan_per_point'));
  const [old, now] = [first(before), first(after)];
  if (!old || !now || old[0] === now[0] || !after?.entries.has(old[0]) || !before?.entries.has(now[0]))
    return [];
  const side = ([text, node]: [string, RuleNode]): Side => ({ ...sideOf(node), text, path: 'components' });
  return [{ kind: 'changed', before: side(old), after: side(now), clause: clauseIn(now[1]) }];
}
