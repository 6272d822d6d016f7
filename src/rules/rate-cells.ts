/** Every single value of a rule file that can be given another one, as a cell of a table. */
import { inline, type YamlNode } from '../yaml/tree.js';
import { parseNumber } from './leaf-shape.js';
import { locate, pathsIn } from './locate.js';
import type { LoadedPlan } from './load.js';
import { step } from './leaf.js';
import type { Mark, Value } from './mark.js';
import { valuesOf } from './values.js';

export interface RateCell {
  /** As `rules set` takes it. */
  readonly path: string;
  /** As it is written: `2.5`, `20%`, `[present, late]`; of a condition the word by which it compares. */
  readonly text: string;
  /** Undefined where no mark covers the value: names, examples. */
  readonly mark: Mark | undefined;
  /** How a condition compares: the name of a key, not what stands under one. */
  readonly isComparator: boolean;
  /** The items of lists that it stands in, the outermost first: `products.MAIL.points.bands.2`. */
  readonly items: readonly string[];
}

/** Whose rules these are and from when on: another version is another file, and no new rate of this one. */
const OF_THE_FILE = /^(?:version|effective_from|applies_to|replaces|currency)(?:\.|$)/;

/** In the order of the file, each way of comparing before what it compares with. */
export function rateCells({ plan, root }: LoadedPlan): RateCell[] {
  const values = new Map(valuesOf(plan).map((value) => [value.path, value]));
  const comparators = new Map(comparatorsIn(root, values).map((value) => [value.path, value]));
  return pathsIn(root)
    .filter((path) => !OF_THE_FILE.test(path))
    .flatMap((path) => [...comparatorBefore(path, comparators, root), ...cellsAt(path, values, root)]);
}

type Values = ReadonlyMap<string, Value<unknown>>;

/** The conditions: their value is the key among theirs that says how they compare. */
const comparatorsIn = (root: YamlNode, values: Values): Value<unknown>[] =>
  [...values.values()].filter(({ path, text }) => {
    const node = locate(root, path)?.node;
    return node?.kind === 'map' && node.entries.has(text);
  });

/** The way of comparing that stands at the condition of which this is the first value; once. */
function comparatorBefore(
  path: string,
  comparators: Map<string, Value<unknown>>,
  root: YamlNode,
): RateCell[] {
  const found = [...comparators.values()].find((one) => path.startsWith(`${one.path}.`));
  if (!found) return [];
  comparators.delete(found.path);
  const { text, mark } = found;
  return [{ path: found.path, text, mark, isComparator: true, items: itemsOn(found.path, root) }];
}

/** The value at a path; of a list of numbers, each of them. */
function cellsAt(path: string, values: Values, root: YamlNode): RateCell[] {
  const node = locate(root, path)?.node;
  if (!node) return [];
  const parts = node.kind === 'list' && node.items.length > 0 && node.items.every(isNumber) ? node.items : [];
  const cell = (at: string, one: YamlNode): RateCell => {
    const mark = (values.get(at) ?? values.get(path))?.mark;
    return { path: at, text: inline(one), mark, isComparator: false, items: itemsOn(at, root) };
  };
  return parts.length > 0 ? parts.map((one, index) => cell(step(path, index + 1), one)) : [cell(path, node)];
}

const isNumber = (node: YamlNode): boolean => node.kind === 'scalar' && parseNumber(node.text) !== undefined;

/** The items of lists that a path leads through. */
function itemsOn(path: string, root: YamlNode): string[] {
  const steps = path.split('.');
  return steps.flatMap((one, index) => {
    const list = steps.slice(0, index).join('.');
    if (!/^\d+$/.test(one) || locate(root, list)?.node.kind !== 'list') return [];
    return [step(list, one)];
  });
}
