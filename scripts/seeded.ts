/**
 * A small seeded source of chance (sfc32) for made-up data: 32-bit integers only, so that every machine,
 * clock and locale gives the same numbers. Not for secrets.
 */
export class Seeded {
  #a: number;
  #b: number;
  #c: number;
  #count = 1;

  /** A source of its own for each list of labels: what one part of the data draws never shifts another. */
  constructor(...labels: readonly (string | number)[]) {
    const label = labels.join('/');
    this.#a = hash(label, 0x811c9dc5);
    this.#b = hash(label, 0x9e3779b9);
    this.#c = hash(label, 0x85ebca6b);
    for (let round = 0; round < 12; round += 1) this.next();
  }

  /** The next whole number, 0 to 2^32 - 1. */
  next(): number {
    const result = (this.#a + this.#b + this.#count) >>> 0;
    this.#count = (this.#count + 1) >>> 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) >>> 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + result) >>> 0;
    return result;
  }

  /** A whole number from 0 to `limit` - 1. Throws when there is none. */
  below(limit: number): number {
    if (limit < 1) throw new RangeError(`no whole number from 0 to ${limit - 1}`);
    return this.next() % limit;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** True in `share` of 1,000 draws. */
  perMille(share: number): boolean {
    return this.below(1000) < share;
  }

  /** One of `items`. Throws on an empty list. */
  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** One of `choices`, each as often as its weight says. */
  weighted<T>(choices: readonly (readonly [item: T, weight: number])[]): T {
    let rest = this.below(choices.reduce((sum, [, weight]) => sum + weight, 0));
    for (const [item, weight] of choices) {
      if (rest < weight) return item;
      rest -= weight;
    }
    throw new RangeError('nothing to weigh');
  }

  /** `items` in a random order, as a new list. */
  shuffled<T>(items: readonly T[]): T[] {
    const keyed = items.map((item) => ({ item, key: this.next() }));
    return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
  }
}

/** Gives a source of chance for each list of labels, all of one seed. */
export type Chance = (...labels: readonly (string | number)[]) => Seeded;

export function chanceOf(seed: string | number): Chance {
  return (...labels) => new Seeded(seed, ...labels);
}

/** FNV-1a over UTF-16 code units. */
function hash(text: string, basis: number): number {
  let value = basis;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
