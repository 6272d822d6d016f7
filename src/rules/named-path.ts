/** Paths of values in a rule file, taken apart: the names in them may have dots of their own. */

/** The steps of a path; `table` says at which of them the names of a table's entries begin. */
export interface NamedEntry {
  readonly name: string;
  /** What comes after the name. */
  readonly rest: readonly string[];
}

/**
 * The entry of a table that the first of these steps name: `[NET, 5, points]` with an entry `NET.5` is that one's
 * `points`. Where there is no such entry, the first step alone is its name; undefined without any step.
 */
export function entryIn(names: Iterable<string>, steps: readonly string[]): NamedEntry | undefined {
  const known = new Set(names);
  for (let length = steps.length; length > 0; length--) {
    const name = steps.slice(0, length).join('.');
    if (known.has(name)) return { name, rest: steps.slice(length) };
  }
  const [name, ...rest] = steps;
  return name === undefined ? undefined : { name, rest };
}
