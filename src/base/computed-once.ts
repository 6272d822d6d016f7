/** What is computed for an object the first time it is asked for, and remembered as long as the object lives. */
export function computedOnce<K extends object, T>(known: WeakMap<K, T>, key: K, make: (key: K) => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make(key);
  known.set(key, made);
  return made;
}
