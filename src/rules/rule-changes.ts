/**
 * What differs between two rule files, rule by rule: a rule is one field of an entry (`products.MAIL.points`,
 * `components.bonus.amount`) or of a section (`counting.late_evidence`). Only what is said counts, not how: numbers
 * are compared as numbers, and marks, names, comments and the order of keys pay nothing.
 */
import { type YamlEntry, type YamlMap, type YamlNode } from '../yaml/tree.js';
import { parseNumber } from './leaf-shape.js';
import { isMarkKey } from './mark-reader.js';

/** A rule that the two files have differently, by its keys from the root. */
export interface RuleChange {
  readonly path: readonly string[];
  /** `products.MAIL.points`, as paths are written everywhere. */
  readonly name: string;
  /** Undefined where the rule is new. */
  readonly before: YamlNode | undefined;
  /** Undefined where the rule is gone. */
  readonly after: YamlNode | undefined;
}

/** Sections that say nothing about pay, or whose difference makes another plan of the whole file. */
const NO_RULES: ReadonlySet<string> = new Set([
  'version',
  'effective_from',
  'replaces',
  'applies_to',
  'currency',
  'title',
  'document',
  'clauses',
  'examples',
]);

/** Fields of entries that pay nothing. */
const NO_PAY: ReadonlySet<string> = new Set(['name', 'clause', 'about', 'fragment']);

/** How many keys lead to a rule; two where nothing else is said. */
const DEPTHS: Readonly<Record<string, number>> = {
  products: 3,
  components: 3,
  'counting.bases': 3,
  'score.sections': 4,
  'grades.levels': 4,
  'net.guard': 3,
  checks: 3,
  year_begins_in: 1,
  calendar: 1,
};

/** The rules that differ, those of the old file first, in its order. */
export function ruleChanges(before: YamlNode, after: YamlNode): RuleChange[] {
  return changesBelow([], before, after);
}

function changesBelow(
  path: readonly string[],
  before: YamlNode | undefined,
  after: YamlNode | undefined,
): RuleChange[] {
  const [first] = path;
  if (first !== undefined && (NO_RULES.has(first) || isUnpaid(path))) return [];
  if (saidBy(before) === saidBy(after)) return [];
  const isEntry = path.length === depthOf(path) - 1 && (!before || !after);
  const maps = [before, after].filter((node) => node !== undefined);
  const isRule = path.length >= depthOf(path) || maps.some((node) => !isTable(node));
  if (path.length > 0 && (isRule || isEntry)) return [{ path, name: path.join('.'), before, after }];
  const keys = new Set([...keysOf(before), ...keysOf(after)]);
  return [...keys].flatMap((key) => changesBelow([...path, key], childOf(before, key), childOf(after, key)));
}

/** A mapping of rules, and not a value with its mark. */
const isTable = (node: YamlNode): boolean => node.kind === 'map' && !node.entries.has('value');

const isUnpaid = (path: readonly string[]): boolean =>
  path.length > 2 && path.length === depthOf(path) && NO_PAY.has(path.at(-1) ?? '');

function depthOf([first = '', second = '']: readonly string[]): number {
  return DEPTHS[`${first}.${second}`] ?? DEPTHS[first] ?? 2;
}

const keysOf = (node: YamlNode | undefined): string[] =>
  node?.kind === 'map' ? [...node.entries.keys()].filter((key) => !isMarkKey(key)) : [];

const childOf = (node: YamlNode | undefined, key: string): YamlNode | undefined =>
  node?.kind === 'map' ? node.entries.get(key)?.node : undefined;

/** What a node says, whatever marks it bears and however its numbers and its order are written. */
export function saidBy(node: YamlNode | undefined): string {
  if (node === undefined) return '';
  switch (node.kind) {
    case 'scalar':
      return JSON.stringify(parseNumber(node.text)?.toFraction() ?? node.text);
    case 'list':
      return `[${node.items.map(saidBy).join(',')}]`;
    case 'map':
      return saidByMap(node);
  }
}

function saidByMap({ entries }: YamlMap): string {
  const value = entries.get('value')?.node;
  const since = entries.get('since')?.node;
  if (value && value.kind !== 'map') return since ? `${saidBy(value)}~${saidBy(since)}` : saidBy(value);
  const fields = [...entries].filter(([key]) => !isMarkKey(key));
  return `{${fields
    .map(([key, entry]) => `${JSON.stringify(key)}:${saidBy(entry.node)}`)
    .toSorted()
    .join(',')}}`;
}

/** The old file with some of the changes made, and with every clause that either file lists. Its examples are left out. */
export function withChanges(before: YamlNode, after: YamlNode, changes: readonly RuleChange[]): YamlNode {
  const both = mergedClauses(before, after);
  return changes.reduce(
    (root, { path, after: node }) => put(root, path, node && withMark(node, marksAbove(after, path))),
    both,
  );
}

function mergedClauses(before: YamlNode, after: YamlNode): YamlNode {
  const [own, other] = [childOf(before, 'clauses'), childOf(after, 'clauses')];
  const withoutExamples = put(before, ['examples'], undefined);
  if (own?.kind !== 'map' || other?.kind !== 'map') return withoutExamples;
  const clauses: YamlMap = { ...own, entries: new Map([...other.entries, ...own.entries]) };
  return put(withoutExamples, ['clauses'], clauses);
}

/** The tree with another node at a path, or with none there. */
function put(root: YamlNode, [key, ...rest]: readonly string[], node: YamlNode | undefined): YamlNode {
  if (key === undefined) return node ?? root;
  const { at } = root;
  const entries = new Map(root.kind === 'map' ? root.entries : []);
  const known = entries.get(key);
  const none: YamlMap = { kind: 'map', entries: new Map(), at: node?.at ?? at };
  const child = rest.length > 0 ? put(known?.node ?? none, rest, node) : node;
  if (child === undefined) entries.delete(key);
  else entries.set(key, { keyAt: known?.keyAt ?? child.at, node: child });
  return { kind: 'map', entries, at };
}

type MarkEntries = ReadonlyMap<string, YamlEntry>;

/** The mark that covers what stands at a path, from the nearest mapping above it that has one. */
function marksAbove(root: YamlNode, path: readonly string[]): MarkEntries {
  let nearest: MarkEntries = new Map();
  let node: YamlNode | undefined = root;
  for (const key of path) {
    const own = marksIn(node);
    if (own.size > 0) nearest = own;
    node = childOf(node, key);
  }
  return nearest;
}

function marksIn(node: YamlNode | undefined): MarkEntries {
  if (node?.kind !== 'map') return new Map();
  return new Map([...node.entries].filter(([key]) => isMarkKey(key) && key !== 'value' && key !== 'since'));
}

/** A node that bears the mark it has in its own file, also where another mark would cover it. */
function withMark(node: YamlNode, marks: MarkEntries): YamlNode {
  if (marks.size === 0) return node;
  const { at } = node;
  if (node.kind === 'map') {
    return marksIn(node).size > 0 ? node : { ...node, entries: new Map([...node.entries, ...marks]) };
  }
  if (node.kind === 'list' && node.items.some((item) => item.kind !== 'scalar')) {
    return { ...node, items: node.items.map((item) => withMark(item, marks)) };
  }
  return { kind: 'map', entries: new Map([['value', { keyAt: at, node }], ...marks]), at };
}
