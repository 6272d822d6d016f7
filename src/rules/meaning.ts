/** What parts of plans say, as a text by which they can be told apart or known to be the same. */
import { type Exact, toText } from '../base/exact.js';

/** The part without its marks, its paths and the places where it stands; numbers without loss. */
export const meaningOf = (part: unknown): string => JSON.stringify([bare(part)]);

function bare(part: unknown): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if (isExact(part)) return toText(part);
  if (isValue(part)) return bare(part.value);
  if (part instanceof Set) return bareItems([...part]);
  if (part instanceof Map) return bareItems([...part]);
  if (Array.isArray(part)) return bareItems(part);
  return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, bare(one)]));
}

const bareItems = (items: readonly unknown[]): unknown[] => items.map(bare);

const isExact = (part: object): part is Exact => 'toFraction' in part;

const isValue = (part: object): part is { readonly value: unknown } =>
  'value' in part && 'mark' in part && 'path' in part;
