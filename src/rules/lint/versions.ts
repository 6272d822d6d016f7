/** Dated versions that say what held before. */
import { byText } from '../../base/order.js';
import { type Problem, problem } from '../../base/problem.js';
import { LINT_PROBLEMS } from '../../problems/lint.js';
import { inline, type YamlMap, type YamlNode } from '../../yaml/tree.js';
import type { Linted } from './linted.js';

export const idleVersions = ({ root }: Linted): Problem[] => versionsIn(root);

function versionsIn(node: YamlNode): Problem[] {
  switch (node.kind) {
    case 'scalar':
      return [];
    case 'list':
      return node.items.flatMap(versionsIn);
    case 'map':
      return [...compared(node), ...[...node.entries.values()].flatMap((entry) => versionsIn(entry.node))];
  }
}

/** A value that was assumed and is settled from a date on may stay as it was. */
function compared(map: YamlMap): Problem[] {
  const value = map.entries.get('value')?.node;
  const since = map.entries.get('since')?.node;
  if (!value || since?.kind !== 'map') return [];
  const dates = [...since.entries].toSorted(([one], [other]) => byText(one, other));
  return dates.flatMap(([date, { keyAt, node }], index) => {
    const before = dates[index - 1]?.[1].node ?? map;
    const text = saidBy(node);
    if (text !== saidBy(before) || (isAssumed(before) && !isAssumed(node))) return [];
    return [problem(LINT_PROBLEMS.version_without_change, keyAt, { date, value: text }, { value: date })];
  });
}

/** The value without its mark. */
function saidBy(node: YamlNode): string {
  const value = node.kind === 'map' ? node.entries.get('value')?.node : undefined;
  return inline(value ?? node);
}

const isAssumed = (node: YamlNode): boolean => node.kind === 'map' && node.entries.has('assumed');
