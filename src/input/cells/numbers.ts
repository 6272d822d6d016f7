/** Cells that are numbers: amounts, results and counts. */
import { parseDecimal, type Exact } from '../../base/exact.js';
import { INPUT_PROBLEMS } from '../../problems/input.js';
import { CellFault, cellFault, plainWidth, remembering, type ReadCell } from './cell.js';

const {
  not_a_number,
  number_in_brackets,
  malformed_thousands,
  currency_sign,
  percent_sign,
  number_scientific,
  negative_number,
  fraction_of_count,
  number_too_long,
} = INPUT_PROBLEMS;

const NEGATIVE = cellFault(negative_number);
const FRACTION = cellFault(fraction_of_count);
const TOO_LONG = cellFault(number_too_long);

const THOUSANDS = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const POINT_FIRST = /^([+-]?)(\.\d+)$/;
const MOST_DIGITS = 30;

/** What a text that is no number looks like, the telling forms first. */
const FAULTS: readonly (readonly [RegExp, CellFault])[] = [
  [/^\(.*\)$/, cellFault(number_in_brackets)],
  [/[¥$€£₩元圆]|CNY|RMB|USD/i, cellFault(currency_sign)],
  [/[%‰]/, cellFault(percent_sign)],
  [/^[+-]?\d+(?:\.\d+)?E[+-]?\d+$/i, cellFault(number_scientific)],
  [/^[+-]?\d[\d,.' ]*$/, cellFault(malformed_thousands)],
];
const NOT_A_NUMBER = cellFault(not_a_number);

/** Any decimal with a point; well-formed thousands separators are accepted. */
export const decimal: ReadCell<Exact> = remembering(readDecimal);

function readDecimal(cell: string): Exact | CellFault {
  const plain = plainWidth(cell);
  if (plain.length > MOST_DIGITS && /^[+-]?[\d,.]+$/.test(plain)) return TOO_LONG;
  const bare = THOUSANDS.test(plain) ? plain.replaceAll(',', '') : plain.replace(POINT_FIRST, '$10$2');
  return parseDecimal(bare) ?? FAULTS.find(([form]) => form.test(plain))?.[1] ?? NOT_A_NUMBER;
}

/** A decimal that can't be below 0. */
export const decimalFromZero: ReadCell<Exact> = (cell) => {
  const value = decimal(cell);
  return !(value instanceof CellFault) && value.compare(0) < 0 ? NEGATIVE : value;
};

const BARE_COUNT = /^\d{1,9}$/;

/** A whole number from 0; `30.00` is one. */
export const count: ReadCell<number> = (cell) => {
  if (BARE_COUNT.test(cell)) return Number(cell);
  const value = decimalFromZero(cell);
  if (value instanceof CellFault) return value;
  if (value.d !== 1n) return FRACTION;
  return value.n > BigInt(Number.MAX_SAFE_INTEGER) ? TOO_LONG : Number(value.n);
};
