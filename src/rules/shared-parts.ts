/** What two readings of one rule file have in common. */

/**
 * `later` with the parts that `earlier` has just the same put in for its own: a value that did not change is one
 * object in both.
 */
export function withSharedParts<T>(later: T, earlier: T): T;
export function withSharedParts(later: unknown, earlier: unknown): unknown {
  if (Object.is(later, earlier) || !isObject(later) || !isObject(earlier)) return later;
  const prototype: unknown = Object.getPrototypeOf(later);
  if (prototype !== Object.getPrototypeOf(earlier)) return later;
  const old = new Map<string, unknown>(Object.entries(earlier));
  const parts = Object.entries(later).map(([key, part]): [string, unknown] => [
    key,
    withSharedParts<unknown>(part, old.get(key)),
  ]);
  const isSame = ([key, part]: [string, unknown]): boolean => old.has(key) && Object.is(part, old.get(key));
  if (parts.length === old.size && parts.every(isSame)) return earlier;
  if (Array.isArray(later)) return parts.map(([, part]) => part);
  // Tables have no prototype. What has one of its own, such as a number, is the same as a whole or not at all.
  if (prototype !== null && prototype !== Object.prototype) return later;
  const whole: Record<string, unknown> = {};
  Object.setPrototypeOf(whole, prototype);
  for (const [key, part] of parts) whole[key] = part;
  return whole;
}

const isObject = (one: unknown): one is object => typeof one === 'object' && one !== null;
