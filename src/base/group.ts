/** `items` by their key, in the order of their first appearance. */
export function groupBy<T, K>(items: Iterable<T>, key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const own = key(item);
    const group = groups.get(own);
    if (group) group.push(item);
    else groups.set(own, [item]);
  }
  return groups;
}

/** `items` by a key that each has alone. */
export function indexBy<T, K>(items: Iterable<T>, key: (item: T) => K): Map<K, T> {
  return new Map([...items].map((item) => [key(item), item]));
}
