/** Cells that are words: ids, free text and values of a fixed list. */
import { INPUT_PROBLEMS } from '../../problems/input.js';
import { cellFault, cellFaultWith, type ReadCell } from './cell.js';

const { id_scientific, id_decimals, id_invisible, unknown_value } = INPUT_PROBLEMS;

/** Names and remarks stand as they are. */
export const text: ReadCell<string> = (cell) => cell;

/** What nearly every id looks like, and which needs no further look. */
const ORDINARY_ID = /^[\w-]+$/;
/** `="0001"`: how exports keep a spreadsheet from turning an id into a number. */
const FORMULA_TEXT = /^="(.*)"$/;
const FULL_WIDTH_DIGITS = /[\uff10-\uff19]/g;
const SCIENTIFIC = /^\d(?:\.\d+)?E\+\d+$|^\d\.\d+E\d+$/i;
const WITH_DECIMALS = /^\d+\.0+$/;
/** Controls and formatting marks, such as zero-width spaces and changes of direction. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Text that identifies: mended where that is certain, refused where a spreadsheet lost digits of it. */
export const id: ReadCell<string> = (cell) => {
  if (ORDINARY_ID.test(cell)) return cell;
  const mended = (FORMULA_TEXT.exec(cell)?.[1] ?? cell).replace(FULL_WIDTH_DIGITS, plainDigit).trim();
  if (SCIENTIFIC.test(mended)) return cellFault(id_scientific);
  if (WITH_DECIMALS.test(mended)) return cellFault(id_decimals);
  const invisible = INVISIBLE.exec(mended)?.[0];
  if (invisible !== undefined) return cellFaultWith(id_invisible, { character: codePoint(invisible) });
  return mended;
};

/** An id or a name, as other columns decide: mended only where all of it looks like an id. */
export const idOrName: ReadCell<string> = (cell) => {
  const mended = cell.replace(FULL_WIDTH_DIGITS, plainDigit);
  if (ORDINARY_ID.test(mended)) return mended;
  return SCIENTIFIC.test(mended) ? cellFault(id_scientific) : cell;
};

function plainDigit(digit: string): string {
  return String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 0x30);
}

function codePoint(character: string): string {
  const number = character.codePointAt(0) ?? 0;
  return `U+${number.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** One of `values`, written in English or by one of its other names, in any case. */
export function oneOf<V extends string>(values: Readonly<Record<V, readonly string[]>>): ReadCell<V> {
  const known = new Map<string, V>();
  const allowed: string[] = [];
  for (const value of keysOf(values)) {
    known.set(value, value);
    for (const name of [value, ...values[value]]) known.set(enumerationKey(name), value);
    allowed.push([value, ...values[value]].join(' '));
  }
  return (cell) =>
    known.get(cell) ?? known.get(enumerationKey(cell)) ?? cellFaultWith(unknown_value, { allowed });
}

function keysOf<V extends string>(record: Readonly<Record<V, unknown>>): V[] {
  const keys: V[] = [];
  for (const key in record) keys.push(key);
  return keys;
}

function enumerationKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
}
