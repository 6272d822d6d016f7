/** Where the nodes and pairs of a YAML text begin and end. */
import { isMap, isNode, isScalar, isSeq, type Scalar } from 'yaml';
import { YamlSource } from './source.js';

/** A key of a mapping, or the index of an item, from 0. */
export type Step = string | number;

/** From the first character to the one behind the last. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface PairRange {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: Range;
}

export interface NodeRange extends Range {
  /** Of a scalar: how it is written. */
  readonly style: 'plain' | 'single' | 'double' | 'block' | undefined;
  /** Of a mapping or a list: whether it stands in brackets. */
  readonly flow: boolean;
  /** Of a mapping. */
  readonly pairs: readonly PairRange[];
  /** Of a list. */
  readonly items: readonly Range[];
}

/** The source with another text in a range of it. */
export const splice = ({ text }: YamlSource, { start, end }: Range, by: string): YamlSource =>
  new YamlSource(text.slice(0, start) + by + text.slice(end));

/** The node at these steps from the root of a sound text; undefined where there is none. */
export function rangeAt(source: YamlSource, steps: readonly Step[]): NodeRange | undefined {
  let node = source.contents;
  for (const step of steps) node = childOf(node, step);
  return isNode(node) ? describe(node, source.text) : undefined;
}

function childOf(node: unknown, step: Step): unknown {
  if (isSeq(node)) return node.items[Number(step)];
  if (!isMap(node)) return undefined;
  return node.items.find(({ key }) => isScalar(key) && key.value === step)?.value;
}

function describe(node: unknown, text: string): NodeRange {
  const of = (one: unknown): Range => rangeOf(one, text);
  const common = { ...of(node), style: undefined, flow: false, pairs: [], items: [] };
  if (isScalar(node)) return { ...common, style: styleOf(node) };
  if (isSeq(node)) return { ...common, flow: node.flow ?? false, items: node.items.map(of) };
  if (!isMap(node)) return common;
  const pairs = node.items.map(({ key, value }) => ({
    key: isScalar(key) ? String(key.value) : '',
    keyRange: of(key),
    value: of(value),
  }));
  return { ...common, flow: node.flow ?? false, pairs };
}

/** Without the line ends and comments that the parser counts as part of what stands on lines of its own. */
function rangeOf(node: unknown, text: string): Range {
  const range = isNode(node) ? node.range : undefined;
  if (!range) throw new Error('a node of a text that was read has no range');
  const [start, end] = range;
  const last = lastOnLines(node);
  if (last !== undefined) return { start, end: rangeOf(last, text).end };
  const isBlock = isScalar(node) && styleOf(node) === 'block';
  return { start, end: isBlock ? start + text.slice(start, end).trimEnd().length : end };
}

/** The last value of a mapping or list that is not in brackets. */
function lastOnLines(node: unknown): unknown {
  if (isSeq(node)) return node.flow ? undefined : node.items.at(-1);
  return isMap(node) && !node.flow ? node.items.at(-1)?.value : undefined;
}

function styleOf({ type }: Scalar): NodeRange['style'] {
  switch (type) {
    case 'QUOTE_SINGLE':
      return 'single';
    case 'QUOTE_DOUBLE':
      return 'double';
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return 'block';
    default:
      return 'plain';
  }
}
