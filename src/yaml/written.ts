/** How a value is written into a YAML text. */
import { isMap, isScalar, isSeq } from 'yaml';
import { parseText } from './parsed.js';
import type { NodeRange } from './ranges.js';

/** What is to stand somewhere: a text, a list, or a mapping of such. */
export type NewValue = string | readonly NewValue[] | NewMapping;
export interface NewMapping {
  readonly [key: string]: NewValue;
}

const isList = (value: NewValue): value is readonly NewValue[] => Array.isArray(value);

/** On one line, as it can stand in braces and elsewhere; quoted only where it must be. */
export function flowText(value: NewValue): string {
  if (typeof value === 'string') return isPlain(value) ? value : quoted(value);
  if (isList(value)) return `[${value.map(flowText).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, one]) => `${flowText(key)}: ${flowText(one)}`);
  return `{ ${pairs.join(', ')} }`;
}

/** The ways to write a text where another one stood: as that was written first, then quoted. */
export function scalarForms(text: string, style: NodeRange['style']): string[] {
  const inDoubles = quoted(text);
  switch (style) {
    case 'double':
      return [inDoubles];
    case 'single':
      return [`'${text.replaceAll("'", "''")}'`, inDoubles];
    case 'plain':
    case 'block':
    case undefined:
      return [text, inDoubles];
  }
}

/** What JSON escapes YAML reads alike. */
const quoted = (text: string): string => JSON.stringify(text);

/** Whether the text, written bare in braces, is read as itself. */
function isPlain(text: string): boolean {
  if (/[\r\n]/.test(text)) return false;
  const { contents, errors, warnings } = parseText(`{ a: ${text} }`);
  if (errors.length > 0 || warnings.length > 0 || !isMap(contents)) return false;
  const [only] = contents.items;
  const value = only?.value;
  return contents.items.length === 1 && isScalar(value) && value.value === text && value.type === 'PLAIN';
}

/** What somebody typed for a value: `[present, late]` is a list, anything else a text. */
export function readTyped(text: string): NewValue {
  if (!/^\[.*\]$/s.test(text.trim())) return text;
  const { contents, errors } = parseText(text);
  const list = errors.length === 0 && isSeq(contents) ? itemsOf(contents.items) : undefined;
  return list ?? text;
}

/** The items of a list that holds texts and lists alone; undefined for others. */
function itemsOf(items: readonly unknown[]): NewValue[] | undefined {
  const found = items.map((item): NewValue | undefined => {
    if (isSeq(item)) return itemsOf(item.items);
    return isScalar(item) && typeof item.value === 'string' ? item.value : undefined;
  });
  const values = found.filter((one) => one !== undefined);
  return values.length === found.length ? values : undefined;
}
