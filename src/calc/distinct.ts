/** Counting distinct customers among very many calls with eight bytes for each. */

/** Customers by a number each: their own where they are nothing but digits, else one of telepay's, below zero. */
export class CustomerNumbers {
  readonly #others = new Map<string, number>();

  of(customerNo: string): number {
    const own = digitsOf(customerNo);
    if (own !== undefined) return own;
    const known = this.#others.get(customerNo);
    if (known !== undefined) return known;
    const next = -1 - this.#others.size;
    this.#others.set(customerNo, next);
    return next;
  }
}

const ZERO_CODE = 48;
const MOST_EXACT_DIGITS = 15;

/** The number that `text` writes out, where nothing is lost by it: digits alone, no leading zero, exact. */
function digitsOf(text: string): number | undefined {
  if (text.length > MOST_EXACT_DIGITS || text.charCodeAt(0) === ZERO_CODE) return undefined;
  let number = 0;
  for (let index = 0; index < text.length; index += 1) {
    const digit = text.charCodeAt(index) - ZERO_CODE;
    if (digit < 0 || digit > 9) return undefined;
    number = number * 10 + digit;
  }
  return text.length > 0 ? number : undefined;
}

/** The different ones among `numbers`, in order. */
export function distinct(numbers: readonly number[] | Float64Array): Float64Array {
  const sorted = Float64Array.from(numbers).sort();
  let count = 0;
  for (const number of sorted) {
    if (count > 0 && sorted[count - 1] === number) continue;
    sorted[count] = number;
    count += 1;
  }
  return sorted.slice(0, count);
}

/** `parts`, one after the other. */
export function joined(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
