/**
 * A table of rates that comes back: which values it changes. Each row says of one value what it was and what it shall
 * be; it is taken only where all that it says besides is still so. A row that is left out leaves its value as it is.
 */
import type { Place, ProblemKind } from '../base/problem.js';
import { problem } from '../base/problem.js';
import type { ProblemLog } from '../base/problem-log.js';
import { nearest } from '../input/near.js';
import type { CellParams } from '../problems/input.js';
import { TABLE_PROBLEMS as P } from '../problems/rule-tables.js';
import { cameBack, isDisguised, saysSame } from './came-back.js';
import type { RateCell } from './rate-cells.js';
import type { Wish } from './set-value.js';

/** The columns that say which value a row is about; a table goes out with each of them filled in. */
const CLOSED = ['item', 'what', 'mark'] as const;
type Closed = (typeof CLOSED)[number];

/** What the table says of a value beside the value itself: in each language that it may have been written in. */
export type ClosedTexts = Readonly<Record<Closed, readonly string[]>>;

export interface Expected {
  readonly cell: RateCell;
  readonly closed: ClosedTexts;
}

/** The texts of a row, without blanks around them; undefined where a cell is empty. */
export interface TableRow extends Readonly<
  Partial<Record<Closed | 'path' | 'value' | 'was' | 'rules', string>>
> {
  /** Why the cell of the value holds none. */
  readonly fault?: 'not_computed' | 'error';
}

/** Tells what is wrong with the row that is being looked at. */
export interface RowTeller {
  cell<Extra>(kind: ProblemKind<CellParams & Extra>, field: string, extra: Extra): void;
  placeOf(field: string): Place;
}

/** A value that the table changes, and the cell that does. */
export interface TableChange extends Wish {
  readonly at: Place;
}

interface Seen {
  readonly text: string;
  readonly at: Place;
}

export class TableBack {
  readonly #expected: ReadonlyMap<string, Expected>;
  readonly #rules: string;
  readonly #lists: ReadonlySet<string>;
  readonly #seen = new Map<string, Seen>();
  readonly #others = new Map<string, Place>();

  /** `expected`: by path, in the order of the file; `rules`: what the table calls the file as it is now. */
  constructor(expected: ReadonlyMap<string, Expected>, rules: string) {
    this.#expected = expected;
    this.#rules = rules;
    this.#lists = new Set([...expected.values()].flatMap(({ cell }) => cell.items.map(listOf)));
  }

  row(row: TableRow, teller: RowTeller): void {
    const { path = '', value, was } = row;
    // A remark that somebody wrote beside or below the table.
    if (path === '' && value === undefined && was === undefined) return;
    const expected = this.#expected.get(path);
    if (!expected) teller.cell(P.no_such_rate, 'path', this.#unknown(path));
    else this.#known(expected, row, teller);
  }

  /** Tells, once all rows were seen, what is missing between them, and where the table comes from. */
  end(log: ProblemLog): void {
    for (const [written, at] of this.#others)
      log.add(problem(P.other_rules, at, { written, now: this.#rules }));
    for (const list of this.#lists) this.#wholeOrNone(list, log);
  }

  /** In the order of the file; a way of comparing after the number beside it, whose path it changes. */
  get changes(): TableChange[] {
    const found = [...this.#expected.values()].flatMap(
      ({ cell }): (TableChange & Pick<RateCell, 'isComparator'>)[] => {
        const { path, isComparator } = cell;
        const seen = this.#seen.get(path);
        return seen && seen.text !== cell.text ? [{ path, text: seen.text, at: seen.at, isComparator }] : [];
      },
    );
    return found
      .toSorted((a, b) => Number(a.isComparator) - Number(b.isComparator))
      .map(({ path, text, at }) => ({ path, text, at }));
  }

  /** How many values of the file no row is about. */
  get leftOut(): number {
    return this.#expected.size - this.#seen.size;
  }

  #known(expected: Expected, row: TableRow, teller: RowTeller): void {
    const { path, text: written } = expected.cell;
    const { value, was = '' } = row;
    if (value === was && isDisguised(written, was)) {
      this.#take(path, written, teller);
    } else if (!saysSame(written, was)) {
      teller.cell(P.old_value_differs, 'was', { path, now: written });
    } else if (value === undefined || row.fault) {
      teller.cell(P.no_value_in_cell, 'value', { path, now: written, why: row.fault ?? 'empty' });
    } else {
      const back = cameBack(written, value);
      if (back.kind === 'unclear')
        teller.cell(P.unclear_cell, 'value', { path, now: written, why: back.why });
      else if (this.#belongs(expected, row, back.kind === 'other', teller))
        this.#take(path, back.kind === 'same' ? written : back.text, teller);
    }
  }

  /**
   * Whether the row is still about this value. Where the table was written from another state of the file, a row that
   * changes nothing may say of a value what is no longer so, such as that it is assumed.
   */
  #belongs({ cell, closed }: Expected, row: TableRow, changes: boolean, teller: RowTeller): boolean {
    const { rules = '' } = row;
    const isOther = rules !== this.#rules;
    if (isOther && !this.#others.has(rules)) this.#others.set(rules, teller.placeOf('rules'));
    if (isOther && !changes) return true;
    const wrong = CLOSED.filter((field) => !closed[field].some((text) => isAlike(text, row[field] ?? '')));
    for (const field of wrong)
      teller.cell(P.closed_column, field, { path: cell.path, written: closed[field][0] ?? '' });
    return wrong.length === 0;
  }

  #take(path: string, text: string, teller: RowTeller): void {
    const first = this.#seen.get(path);
    if (!first) this.#seen.set(path, { text, at: teller.placeOf('value') });
    else if (first.text !== text)
      teller.cell(P.rate_given_twice, 'value', { path, first: first.at.line ?? 0, before: first.text });
  }

  #unknown(path: string): { near: string; isItem: boolean } {
    const near = nearest(path, [...this.#expected.keys()]) ?? '';
    return { near, isItem: itemsIn(path).some((item) => this.#lists.has(listOf(item))) };
  }

  /** A band whose rows were deleted was meant to go, and would stay. */
  #wholeOrNone(list: string, log: ProblemLog): void {
    const items = new Map<string, Seen | undefined>();
    for (const [path, { cell }] of this.#expected) {
      const item = cell.items.find((one) => listOf(one) === list);
      if (item !== undefined) items.set(item, items.get(item) ?? this.#seen.get(path));
    }
    const missing = [...items].flatMap(([item, seen]) => (seen ? [] : [item]));
    const [beside] = [...items].flatMap(([item, seen]) => (seen ? [{ item, at: seen.at }] : []));
    if (beside && missing.length > 0)
      log.add(problem(P.items_left_out, beside.at, { items: missing, beside: beside.item }));
  }
}

const listOf = (item: string): string => item.replace(/\.\d+$/, '');

/** Whatever in a path looks like an item of a list. */
const itemsIn = (path: string): string[] =>
  [...path.matchAll(/\.\d+(?=\.|$)/g)].map(({ index, 0: found }) => path.slice(0, index + found.length));

/** Spreadsheets change blanks and widths, and nobody sees it. */
const isAlike = (a: string, b: string): boolean => bare(a) === bare(b);
const bare = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim();
