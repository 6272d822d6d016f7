/** A cell's way from text to value: what each kind of column does with the texts of its cells. */
import { problem, type Place, type Problem, type ProblemKind } from '../../base/problem.js';
import type { CellParams } from '../../problems/input.js';

/** What the listing of a problem shows besides its words. */
export interface Seen {
  value?: string;
  excerpt?: string;
}

/** Why a text is no value of its column. The place is given to it by the reader of the row. */
export class CellFault {
  readonly code: string;
  readonly at: (cell: CellParams, place: Place, seen: Seen) => Problem;

  constructor(code: string, at: (cell: CellParams, place: Place, seen: Seen) => Problem) {
    this.code = code;
    this.at = at;
  }
}

/** A fault that is told by the column and the text alone. */
export function cellFault(kind: ProblemKind<CellParams>): CellFault {
  return new CellFault(kind.code, (cell, place, seen) => problem(kind, place, cell, seen));
}

/** A fault that needs to say more, such as the values that are allowed. */
export function cellFaultWith<Extra>(kind: ProblemKind<CellParams & Extra>, extra: Extra): CellFault {
  return new CellFault(kind.code, (cell, place, seen) => problem(kind, place, { ...cell, ...extra }, seen));
}

/** Reads a cell's text, trimmed and not empty, as a value of its kind. */
export type ReadCell<T> = (text: string) => T | CellFault;

/**
 * `text` with full-width digits, points, signs and spaces in their plain form. For ids, numbers and dates
 * only: in a name a full-width letter is the name's own.
 */
export function plainWidth(text: string): string {
  return ASCII.test(text) ? text : text.normalize('NFKC').replaceAll('\u2212', '-').trim();
}

// eslint-disable-next-line no-control-regex -- the range of all ASCII characters is what is meant
const ASCII = /^[\x00-\x7f]*$/;

/** How many texts are remembered: the days of many months in every form, but not a whole file of oddities. */
const REMEMBERED = 4096;
/** Longer texts would each hold on to the block of the file that they were cut from. */
const REMEMBERED_LENGTH = 12;

/**
 * `read`, which looks at a text only once: a month of calls has thirty days and a million dates, an extract a
 * few hundred amounts. The values must be immutable, since many rows share them.
 */
export function remembering<T>(read: ReadCell<T>): ReadCell<T> {
  const results = new Map<string, T | CellFault>();
  return (cell) => {
    if (cell.length > REMEMBERED_LENGTH) return read(cell);
    const known = results.get(cell);
    if (known !== undefined) return known;
    const result = read(cell);
    if (results.size >= REMEMBERED) results.clear();
    results.set(cell, result);
    return result;
  };
}
