/** Names for what an example may not name: numbers in place of teams, sites, customers and orders, the same for the same. */
import { type Attribute, ATTRIBUTES } from '../../rules/condition-shape.js';

export class AnonymousNames {
  readonly #names = new Map<string, string>();
  readonly #taken: ReadonlySet<string>;

  /** `taken`: names that mean something already. */
  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  /** `kind`: a letter before the number. */
  of(kind: string, name: string): string {
    const key = `${kind} ${name}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const used = new Set([...this.#taken, ...this.#names.values()]);
    let number = 1;
    while (used.has(`${kind}${number}`)) number += 1;
    this.#names.set(key, `${kind}${number}`);
    return `${kind}${number}`;
  }
}

/** The words that conditions and tables in a part of a plan ask for, by their column of agents.csv. */
export function wordsAsked(part: unknown): Map<Attribute, ReadonlySet<string>> {
  const words = new Map<Attribute, Set<string>>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('attribute' in node && 'words' in node) {
      const attribute = ATTRIBUTES.find((one) => one === node.attribute);
      if (attribute) words.set(attribute, new Set([...(words.get(attribute) ?? []), ...wordsIn(node.words)]));
    }
    for (const one of Object.values(node)) visit(one);
  };
  visit(part);
  return words;
}

/** The words of a value of a plan of one month. */
function wordsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null || !('value' in node) || !Array.isArray(node.value))
    return [];
  return node.value.filter((one) => typeof one === 'string');
}
