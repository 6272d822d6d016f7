/** What the items of a plan's lists are called: a band by its edge, a condition by its measure. */
import { computedOnce } from '../base/computed-once.js';
import type { Localized } from '../base/localized.js';
import type { Value } from '../rules/mark.js';
import type { Plan } from '../rules/plan.js';
import type { TableKey, TwoKeyTable } from '../rules/table-shape.js';

export type ListLabels = ReadonlyMap<string, Localized>;

/** The labels by the paths of the items. */
export const listLabels = (plan: Plan): ListLabels =>
  computedOnce(known, plan, () => {
    const labels = new Map<string, Localized>();
    collect(plan, labels);
    return labels;
  });

const known = new WeakMap<Plan, ListLabels>();

/** What an edge is in words: `from 90`. */
export function edgeWords(edge: string, at: string): Localized {
  switch (edge) {
    case 'from':
      return { en: `from ${at}`, zh: `${at}起(含)` };
    case 'above':
      return { en: `above ${at}`, zh: `${at}以上(不含)` };
    case 'up_to':
      return { en: `up to ${at}`, zh: `至${at}(含)` };
    default:
      return { en: `below ${at}`, zh: `${at}以下(不含)` };
  }
}

const same = (text: string): Localized => ({ en: text, zh: text });

type Labels = Map<string, Localized>;

function collect(node: unknown, labels: Labels): void {
  if (typeof node !== 'object' || node === null || isValue(node)) return;
  if ('pays' in node) collectPaying(node, labels);
  if ('comparator' in node && isValue(node.comparator) && 'measure' in node)
    labels.set(node.comparator.path, same(String(node.measure)));
  for (const part of Object.values(node)) collect(part, labels);
}

/** A band, a point of a line, or a table of two keys. */
function collectPaying(node: { readonly pays: unknown }, labels: Labels): void {
  const { pays } = node;
  if (isTable(node)) collectTable(node, labels);
  else if (!isValue(pays)) return;
  else if ('written' in node) {
    const [edge = '', at = ''] = String(node.written).split(': ');
    labels.set(itemOf(pays), edgeWords(edge, at));
  } else if ('at' in node && isValue(node.at))
    labels.set(itemOf(pays), { en: `at ${node.at.text}`, zh: `${node.at.text}处` });
}

function collectTable({ rows, columns, pays }: TwoKeyTable, labels: Labels): void {
  for (const [row, cells] of pays.entries()) {
    for (const [column, cell] of cells.entries()) {
      labels.set(cell.path.replace(/\.\d+$/, ''), keyLabel(rows, row));
      labels.set(cell.path, keyLabel(columns, column));
    }
  }
}

/** What picks a row or column: `stars from 3`, `A`. */
export function keyLabel(key: TableKey, index: number): Localized {
  if (key.kind === 'worded') return same(key.words.value[index] ?? '');
  const { of, edge, edges } = key;
  const own = edges[index];
  const words = own
    ? edgeWords(edge, own.text)
    : edgeWords(edge === 'up_to' ? 'above' : 'from', edges.at(-1)?.text ?? '');
  return { en: `${of} ${words.en}`, zh: `${of} ${words.zh}` };
}

/** The path of the item that a value `pays` stands in. */
const itemOf = ({ path }: Value<unknown>): string => path.replace(/\.pays(\.since\.[\d-]+)?$/, '');

/** A table may have entries called `mark` and `path`; their path is no text. */
const isValue = (node: unknown): node is Value<unknown> =>
  typeof node === 'object' &&
  node !== null &&
  'mark' in node &&
  'path' in node &&
  typeof node.path === 'string';

const isTable = (node: object): node is TwoKeyTable =>
  'rows' in node && 'columns' in node && 'pays' in node && Array.isArray(node.pays);
