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
  return isNode(node) ? describe(node) : undefined;
}

function childOf(node: unknown, step: Step): unknown {
  if (isSeq(node)) return node.items[Number(step)];
  if (!isMap(node)) return undefined;
  return node.items.find(({ key }) => isScalar(key) && key.value === step)?.value;
}

function describe(node: unknown): NodeRange {
  const common = { ...rangeOf(node), style: undefined, flow: false, pairs: [], items: [] };
  if (isScalar(node)) return { ...common, style: styleOf(node) };
  if (isSeq(node)) return { ...common, flow: node.flow ?? false, items: node.items.map(rangeOf) };
  if (!isMap(node)) return common;
  const pairs = node.items.map(({ key, value }) => ({
    key: isScalar(key) ? String(key.value) : '',
    keyRange: rangeOf(key),
    value: rangeOf(value),
  }));
  return { ...common, flow: node.flow ?? false, pairs };
}

function rangeOf(node: unknown): Range {
  const range = isNode(node) ? node.range : undefined;
  if (!range) throw new Error('a node of a text that was read has no range');
  return { start: range[0], end: range[1] };
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
