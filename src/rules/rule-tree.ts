/** A rule file as a tree of what it says on one day: values with their meaning and mark, bands by where they begin. */
import type { PlainDate } from '../base/period.js';
import type { Place } from '../base/problem.js';
import { readYaml } from '../yaml/read.js';
import type { LoadedPlan } from './load.js';
import { Leaf, type Marked } from './leaf.js';
import type { Mark } from './mark.js';
import { MarkReader } from './mark-reader.js';
import { meaningOf } from './meaning.js';
import { planOn } from './plan-on.js';
import { valuesOf } from './values.js';

export interface RuleLeaf {
  readonly kind: 'leaf';
  readonly path: string;
  readonly at: Place;
  /** As it is written. */
  readonly text: string;
  /** By which it is compared: numbers as numbers, formulas without their blanks. */
  readonly means: string;
  /** A list of words in which the order says nothing. */
  readonly isSet: boolean;
  readonly mark: Mark | undefined;
}

export interface RuleMap {
  readonly kind: 'map';
  readonly path: string;
  readonly entries: ReadonlyMap<string, RuleNode>;
}

export interface RuleList {
  readonly kind: 'list';
  readonly path: string;
  readonly items: readonly RuleNode[];
}

export type RuleNode = RuleLeaf | RuleMap | RuleList;

/** The key under which a band's beginning stands, whether it is written there or as the end of the one before. */
export const BEGINS = 'begins';

/** What a sound rule file says on a day. */
export function ruleTree({ plan, bytes, file }: LoadedPlan, day: PlainDate): RuleNode {
  const reading = readYaml(bytes, file);
  const none: RuleMap = { kind: 'map', path: '', entries: new Map() };
  if ('problems' in reading) return none;
  const values = valuesOf({ ...planOn(plan, day), changes: undefined });
  const meanings = new Map(values.map((value) => [value.path, withoutTexts(meaningOf(value.value))]));
  return nodeOf(new MarkReader(day).read(reading.root), '', meanings);
}

/** The parts of a formula bear the words it was written in, for people. */
const withoutTexts = (means: string): string =>
  JSON.stringify(JSON.parse(means), (key, part: unknown) => (key === 'text' ? undefined : part));

type Meanings = ReadonlyMap<string, string>;

function nodeOf(marked: Marked, path: string, meanings: Meanings): RuleNode {
  if (marked instanceof Leaf) return leafOf(marked, meanings);
  if (Array.isArray(marked)) {
    const items = marked.map((item, index) => nodeOf(item, `${path}.${index + 1}`, meanings));
    return { kind: 'list', path, items: withBeginnings(items) };
  }
  const entries = Object.entries(marked).map(([key, part]): [string, RuleNode] => [
    key,
    nodeOf(part, path === '' ? key : `${path}.${key}`, meanings),
  ]);
  return { kind: 'map', path, entries: new Map(entries) };
}

function leafOf(leaf: Leaf, meanings: Meanings): RuleLeaf {
  const { path, at, text, mark, items } = leaf;
  const own = meanings.get(path);
  const parts = items?.map((item) => meanings.get(item.path) ?? meaningOf(item.text));
  const means = own ?? (parts ? `[${parts.join(',')}]` : meaningOf(text));
  // Of a table of two keys and of points off, the order is that of rows and columns.
  const isSet = items !== undefined && !path.includes('.table.');
  return { kind: 'leaf', path, at, text, means, isSet, mark };
}

/** Bands with where they begin in the place of their edges, so that `up_to: 10` and `above: 10` after it are the same. */
function withBeginnings(items: readonly RuleNode[]): readonly RuleNode[] {
  if (!items.every((item) => item.kind === 'map' && isBand(item))) return items;
  return items.map((item, index) => {
    const before = items[index - 1];
    if (item.kind !== 'map') return item;
    const pays = [...item.entries].filter(([key]) => !isEdge(key));
    const begins = beginningOf(item, before?.kind === 'map' ? before : undefined);
    return { ...item, entries: new Map(begins ? [[BEGINS, begins], ...pays] : pays) };
  });
}

const EDGES = ['from', 'above', 'up_to', 'below'];
const isEdge = (key: string): boolean => EDGES.includes(key);
const isBand = ({ entries }: RuleMap): boolean =>
  entries.has('pays') && [...entries.keys()].every((key) => isEdge(key) || key === 'pays' || key === 'plus');

function beginningOf(band: RuleMap, before: RuleMap | undefined): RuleLeaf | undefined {
  const edge = (map: RuleMap | undefined, key: string, as: string): RuleLeaf | undefined => {
    const found = map?.entries.get(key);
    if (found?.kind !== 'leaf') return undefined;
    return { ...found, text: `${as}: ${found.text}`, means: `${as} ${found.means}` };
  };
  return (
    edge(band, 'from', 'from') ??
    edge(band, 'above', 'above') ??
    edge(before, 'up_to', 'above') ??
    edge(before, 'below', 'from')
  );
}

/** By which two values are told apart. */
export function meaningOfLeaf({ means, isSet }: RuleLeaf): string {
  return isSet
    ? means
        .split(',')
        .map((one) => one.replaceAll(/^\[+|\]+$/g, ''))
        .toSorted()
        .join(',')
    : means;
}

/** What a part says, as a text: without marks, places and the order of keys. `self`: its own name, if it has one. */
export function saysOf(node: RuleNode, self?: string): string {
  switch (node.kind) {
    case 'leaf':
      return self !== undefined && node.text === self ? '(itself)' : meaningOfLeaf(node);
    case 'list':
      return `[${node.items.map((item) => saysOf(item)).join(';')}]`;
    case 'map': {
      const parts = [...node.entries].map(
        ([key, part]) => `${key}=${saysOf(part, key === 'name' ? self : undefined)}`,
      );
      return `{${parts.toSorted().join(';')}}`;
    }
  }
}

/** As it would be written on one line, without its marks. */
export function inlineOf(node: RuleNode): string {
  switch (node.kind) {
    case 'leaf':
      return node.text;
    case 'list':
      return `[${node.items.map(inlineOf).join(', ')}]`;
    case 'map':
      return `{ ${[...node.entries]
        .map(([key, part]) => (key === BEGINS ? inlineOf(part) : `${key}: ${inlineOf(part)}`))
        .join(', ')} }`;
  }
}

/** The first value in a part: its place and mark stand for the whole. */
export function firstLeaf(node: RuleNode): RuleLeaf | undefined {
  switch (node.kind) {
    case 'leaf':
      return node;
    case 'list':
      return firstOf(node.items);
    case 'map':
      return firstOf([...node.entries].filter(([key]) => key !== 'name').map(([, part]) => part));
  }
}

function firstOf(nodes: readonly RuleNode[]): RuleLeaf | undefined {
  for (const node of nodes) {
    const found = firstLeaf(node);
    if (found) return found;
  }
  return undefined;
}
