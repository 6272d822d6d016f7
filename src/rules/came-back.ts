/**
 * What a cell of a table says that went through a spreadsheet: the value that was written there in another dress, or
 * another value, in the form in which the file has it. Where it could be read in two ways it is neither.
 */
import { date, month } from '../input/cells/dates.js';
import { CellFault, plainWidth } from '../input/cells/cell.js';
import { type Exact, HUNDRED, toText } from '../base/exact.js';
import { parseIsoDate, parseMonth } from '../base/period.js';
import { flowText, readTyped } from '../yaml/written.js';
import type { Unclear } from '../problems/unclear-rates.js';
import { parseNumber } from './leaf-shape.js';

export type CameBack =
  | { readonly kind: 'same' }
  | { readonly kind: 'other'; readonly text: string }
  | { readonly kind: 'unclear'; readonly why: Unclear };

const SAME: CameBack = { kind: 'same' };
const other = (text: string): CameBack => ({ kind: 'other', text });
const unclear = (why: Unclear): CameBack => ({ kind: 'unclear', why });

/** What `cell` says where `written` stands in the file. Both without blanks around them. */
export function cameBack(written: string, cell: string): CameBack {
  if (cell === written) return SAME;
  if (/^0\d+$/.test(written)) return zeroLed(written, cell);
  const number = parseNumber(written);
  if (number) return numberBack(written, number, plainWidth(cell));
  if (parseIsoDate(written)) return dayBack(written, date(plainWidth(cell)), 'YYYY-MM-DD');
  if (parseMonth(written)) return dayBack(written, monthIn(plainWidth(cell)), 'YYYY-MM');
  if (cell.startsWith('=')) return unclear({ kind: 'formula' });
  if (written.startsWith('[') || cell.startsWith('[')) return listBack(written, cell);
  if (/^(?:true|false)$/i.test(cell) && /^(?:yes|no)$/.test(written)) {
    const word = /^true$/i.test(cell) ? 'yes' : 'no';
    return word === written ? SAME : other(word);
  }
  return other(cell);
}

/** `0012`: texts that look like numbers, of which spreadsheets drop the zeros. */
function zeroLed(written: string, cell: string): CameBack {
  if (!/^\d+$/.test(cell) || cell.length >= written.length) return other(cell);
  return Number(cell) === Number(written) ? SAME : unclear({ kind: 'zeros_lost', digits: written.length });
}

const THOUSANDS = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?%?$/;

function numberBack(written: string, number: Exact, cell: string): CameBack {
  const isPercentage = cell.endsWith('%');
  // 2,500 in the place of 2.5 is a comma for a point, and 2500 in that of 2000.
  const found = THOUSANDS.test(cell) && number.abs().compare(100) < 0 ? undefined : numberIn(cell);
  if (!found) return unclear({ kind: 'no_number' });
  if (found.equals(number)) return SAME;
  const percent = `${toText(found.mul(HUNDRED))}%`;
  if (written.endsWith('%')) {
    if (isPercentage) return other(percentLike(written, found));
    return unclear({ kind: 'no_percent_sign', percentage: `${toText(found)}%`, multiple: percent });
  }
  if (!isPercentage) return other(decimalsOf(written, toText(found)));
  // 0.08 → 9% is one way to write 0.09; 8 → 9% is a slip.
  const isFraction = number.compare(1) <= 0 && number.compare(0) > 0 && number.d !== 1n;
  return isFraction ? other(toText(found)) : unclear({ kind: 'percentage', number: toText(found) });
}

const percentLike = (written: string, value: Exact): string =>
  `${decimalsOf(written.slice(0, -1), toText(value.mul(HUNDRED)))}%`;

/** With as many decimals as the file has, where it fills them up with zeros: 362.50 → 370.00. */
function decimalsOf(written: string, text: string): string {
  const [, filled = ''] = /\.(\d*0)$/.exec(written) ?? [];
  const [whole = '', decimals = ''] = text.split('.');
  return decimals.length < filled.length ? `${whole}.${decimals.padEnd(filled.length, '0')}` : text;
}

/** A decimal or percentage, perhaps with thousands separators, a point first, or spaces before its sign. */
function numberIn(cell: string): Exact | undefined {
  const bare = THOUSANDS.test(cell) ? cell.replaceAll(',', '') : cell;
  const plain = bare.replace(/\s+%$/, '%').replace(/^([+-]?)\./, '$10.');
  return plain.length > 40 ? undefined : parseNumber(plain);
}

function dayBack(written: string, found: string | CellFault, form: string): CameBack {
  if (found instanceof CellFault) return unclear({ kind: 'no_day', form });
  return found === written ? SAME : other(found);
}

/** A month, or the first day of one: what spreadsheets make of it. */
function monthIn(cell: string): string | CellFault {
  const found = month(cell);
  if (!(found instanceof CellFault)) return found;
  const day = date(cell);
  return !(day instanceof CellFault) && day.endsWith('-01') ? day.slice(0, 7) : found;
}

/** Lists are alike that hold the same, however they are spaced; typed with full-width signs they are lists too. */
function listBack(written: string, cell: string): CameBack {
  const typed = readTyped(cell);
  if (typeof typed === 'string') return other(cell);
  return flowText(typed) === flowText(readTyped(written)) ? SAME : other(flowText(typed));
}

/** Whether two texts say the same where `written` stands. */
export const saysSame = (written: string, cell: string): boolean => cameBack(written, cell).kind === 'same';

/** What spreadsheets that open a CSV file take for a day, a time or a long number: `2025-05`, `3-1`, `1.5`, `SEP-1`. */
const AT_RISK = [
  /^\d{1,4}(?:[-/.:]\d{1,4}){1,2}$/,
  /^\d+(?:\.\d+)?e[+-]?\d+$/i,
  /^\d{12,}$/,
  /^\d{1,2}[- ]?[a-z]{3,9}$|^[a-z]{3,9}[- ]?\d{1,4}$/i,
];

/** Whether `cell` may be what a spreadsheet made of `written`, from which it can't be told any more. */
export function isDisguised(written: string, cell: string): boolean {
  if (!AT_RISK.some((form) => form.test(written))) return false;
  const { kind } = cameBack(written, cell);
  return kind === 'unclear' || (kind === 'other' && !parseNumber(written) && !parseMonth(written));
}
