/**
 * Exact numbers: every quantity, rate and amount is a rational number without loss, so that nothing is
 * rounded until the one rounding of a pay line. There is no way in from a float that is not a whole number.
 */
import Fraction from 'fraction.js';
import { type Currency, YUAN } from './currency.js';

/** An exact rational number. Immutable. */
export type Exact = Fraction;

export const ZERO: Exact = new Fraction(0);
export const ONE: Exact = new Fraction(1);
export const HUNDRED: Exact = new Fraction(100);

/** A whole number as an exact one. Throws on a fraction: a float must never get in. */
export function whole(count: number | bigint): Exact {
  if (typeof count === 'number' && !Number.isSafeInteger(count)) {
    throw new RangeError(`not a whole number: ${count}`);
  }
  return new Fraction(count);
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** The decimal that `text` writes out (`-12.30`), or undefined when it is not a plain decimal. */
export function parseDecimal(text: string): Exact | undefined {
  const match = DECIMAL.exec(text);
  if (!match) return undefined;
  const [, sign, integer = '', fraction = ''] = match;
  const digits = BigInt(integer + fraction);
  return new Fraction(sign === '-' ? -digits : digits, 10n ** BigInt(fraction.length));
}

/** As parseDecimal, for decimals written in the program itself. Throws on anything else. */
export function decimal(text: string): Exact {
  const value = parseDecimal(text);
  if (!value) throw new RangeError(`not a decimal: ${text}`);
  return value;
}

/** `value` without loss: a decimal where there is a finite one (`1.5`), else a fraction (`1/3`). */
export function toText(value: Exact): string {
  const decimal = formatShort(value);
  return value.equals(decimal) ? decimal : value.toFraction();
}

/** The number that `toText` wrote, or undefined. */
export function parseFraction(text: string): Exact | undefined {
  const match = /^(-?\d+)\/(\d+)$/.exec(text);
  if (!match) return parseDecimal(text);
  const [, numerator = '0', denominator = '1'] = match;
  return BigInt(denominator) === 0n ? undefined : new Fraction(BigInt(numerator), BigInt(denominator));
}

/** Added up over one denominator and reduced once: amounts come by the hundred thousand, and nearly all in cents. */
export function sum(values: Iterable<Exact>): Exact {
  let numerator = 0n;
  let denominator = 1n;
  for (const { s, n, d } of values) {
    if (denominator % d !== 0n) {
      numerator *= d;
      denominator *= d;
    }
    numerator += s * n * (denominator / d);
  }
  return new Fraction(numerator, denominator);
}

export function least(first: Exact, ...others: Exact[]): Exact {
  return others.reduce((least, value) => (value.compare(least) < 0 ? value : least), first);
}

export function greatest(first: Exact, ...others: Exact[]): Exact {
  return others.reduce((greatest, value) => (value.compare(greatest) > 0 ? value : greatest), first);
}

/**
 * How a value that falls between two neighbours is rounded: halves away from zero (`half_up`) or to the even
 * neighbour (`half_even`), else to the nearer one; always to the lower (`floor`) or the higher one (`ceiling`);
 * always towards zero (`down`) or away from it (`up`).
 */
export type RoundingMode = 'half_up' | 'half_even' | 'floor' | 'ceiling' | 'down' | 'up';

/** `value` at `places` decimals; -2 places are whole hundreds. */
export function round(value: Exact, places: number, mode: RoundingMode = 'half_up'): Exact {
  const unit = 10n ** BigInt(Math.abs(places));
  if (places >= 0 && unit % value.d === 0n) return value;
  const [numerator, denominator] = places < 0 ? [value.n, value.d * unit] : [value.n * unit, value.d];
  const quotient = numerator / denominator;
  const remainder = numerator % denominator;
  const units =
    value.s * (isAway(mode, remainder * 2n, denominator, value.s, quotient) ? quotient + 1n : quotient);
  return places < 0 ? new Fraction(units * unit) : new Fraction(units, unit);
}

/** Whether a value of this sign goes to the neighbour away from zero; `doubled`: twice what the other leaves over. */
function isAway(mode: RoundingMode, doubled: bigint, of: bigint, sign: bigint, quotient: bigint): boolean {
  switch (mode) {
    case 'half_up':
      return doubled >= of;
    case 'half_even':
      return doubled === of ? quotient % 2n === 1n : doubled > of;
    case 'floor':
      return sign < 0n && doubled > 0n;
    case 'ceiling':
      return sign > 0n && doubled > 0n;
    case 'down':
      return false;
    case 'up':
      return doubled > 0n;
  }
}

/** The greatest whole number not above `value`. */
export function floor(value: Exact): Exact {
  return value.floor(0);
}

/** What whole division of `value` by `by` leaves, with the sign of `by`: value - by × floor(value ÷ by). */
export function remainder(value: Exact, by: Exact): Exact {
  return value.sub(by.mul(floor(value.div(by))));
}

/** Half-up to the currency's smallest unit, as amounts are rounded where the rule file says nothing else. */
export function roundMoney(value: Exact, { places }: Currency = YUAN): Exact {
  return round(value, places);
}

/**
 * `value` with exactly `places` decimals. Throws when that would lose digits: printing never rounds,
 * whoever wants a rounded figure says so with `round` first.
 */
export function formatFixed(value: Exact, places: number): string {
  const scale = 10n ** BigInt(places);
  const scaled = value.n * scale;
  if (scaled % value.d !== 0n) throw new RangeError(`${value.toString()} has more than ${places} decimals`);
  const digits = (scaled / value.d).toString().padStart(places + 1, '0');
  const cut = digits.length - places;
  const sign = value.s < 0n && value.n !== 0n ? '-' : '';
  return sign + digits.slice(0, cut) + (places > 0 ? `.${digits.slice(cut)}` : '');
}

/** An amount as it is printed everywhere: the decimals of its currency, no separators. */
export function formatMoney(value: Exact, { places }: Currency = YUAN): string {
  return formatFixed(value, places);
}

/**
 * The shortest decimal that writes `value` out exactly (`1.5`, `40`). A value that has no finite decimal
 * is rounded half-up to six places, which only a reader's rendering may use, never a calculation.
 */
export function formatShort(value: Exact): string {
  for (let places = 0; places <= 12; places += 1) {
    if ((value.n * 10n ** BigInt(places)) % value.d === 0n) return formatFixed(value, places);
  }
  return formatFixed(round(value, 6), 6);
}
