/** What somebody probably meant who wrote something unknown: for the hints of problems. */

import type { Localized } from '../base/localized.js';
import { byText } from '../base/order.js';

/** What is left of a text when all that gets lost on the way is taken off: case, width, spaces, leading zeros. */
function essence(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Cf}_-]+/gu, '')
    .replace(/^0+(?=.)/, '');
}

/** Finds the known text that differs from a given one only by case, width, spaces or leading zeros. */
export class NearMisses {
  readonly #byEssence = new Map<string, string>();

  constructor(known: Iterable<string> = []) {
    for (const one of known) this.add(one);
  }

  add(known: string): void {
    const key = essence(known);
    const other = this.#byEssence.get(key);
    // Of two that are alike the same one is named in whatever order they come.
    if (other === undefined || byText(known, other) < 0) this.#byEssence.set(key, known);
  }

  of(unknown: string): string | undefined {
    return this.#byEssence.get(essence(unknown));
  }
}

/** The candidate that is written most like `text`, unless a third or more of it differs. For short lists. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  const wanted = essence(text);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.ceil(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const other = essence(candidate);
    if (Math.abs(other.length - wanted.length) >= bestDistance) continue;
    const distance = editDistance(wanted, other);
    if (distance < bestDistance && distance < Math.max(wanted.length, other.length)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * The header that probably stands for the column with these names: one that is written much like its English
 * name, or that shares at least half of the characters with its Chinese name.
 */
export function nearestHeader(names: Localized, headers: readonly string[]): string | undefined {
  const en = nearest(names.en, headers);
  if (en !== undefined) return en;
  const shares = headers.map((header): [string, number] => [header, shareOfCharacters(names.zh, header)]);
  const [best] = shares.filter(([, share]) => share >= 1 / 2).toSorted(([, a], [, b]) => b - a);
  return best?.[0];
}

/** What sort of thing a column holds says nothing about which: a day of birth is no day of leaving. */
const SORT_OF_COLUMN = /(?:日期|时间|号码|编号|电话)$/;

function shareOfCharacters(name: string, header: string): number {
  const [wanted, given] = [name, header].map((text) => essence(text).replace(SORT_OF_COLUMN, ''));
  if (!wanted || !given) return 0;
  const shared = Array.from(new Set(given)).filter((character) => wanted.includes(character)).length;
  return shared / Math.max(wanted.length, given.length);
}

/** How many characters must be put in, taken out or replaced to turn one text into the other. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
