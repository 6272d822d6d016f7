/** Turns the records of one file into typed rows and counts what becomes of each. */
import { INPUT_PROBLEMS } from '../problems/input.js';
import { CellFault, cellFault } from './cells/cell.js';
import type { QuoteFault } from './csv-record.js';
import type { Family, ReadSoFar } from './family.js';
import type { Header, KnownColumn } from './header.js';
import type { RecordSink } from './record-reader.js';
import type { Row } from './records.js';
import type { RowReport } from './row-report.js';

/** What is done with the rows of a family. */
export interface RowTaker<R extends Row> {
  /** Gets what could be read of every row, and reports what is wrong between it and other rows. */
  readonly check: (row: ReadSoFar<R>, report: RowReport) => void;
  /** Gets every row that is without fault and not set aside. */
  readonly take: (row: R) => void;
}

/** What became of the rows of a file: read = used + reported + set aside, blank ones apart. */
export class RowCounts {
  used = 0;
  reported = 0;
  set_aside = 0;
  blank = 0;

  get rows(): number {
    return this.used + this.reported + this.set_aside;
  }
}

const { row_cut_off, row_too_long, row_too_short } = INPUT_PROBLEMS;
const EMPTY_CELL = cellFault(INPUT_PROBLEMS.empty_cell);

export class RowReader<R extends Row> implements RecordSink {
  readonly counts = new RowCounts();
  readonly #family: Family<R>;
  readonly #header: Header;
  readonly #taker: RowTaker<R>;
  readonly #report: RowReport;
  readonly #lastRequired: KnownColumn | undefined;
  /** A row's required fields, still empty: filling them in then keeps the shape, which a million rows feel. */
  readonly #emptyRow: Readonly<Record<string, unknown>>;
  /** Rows under a faulty header are looked at cell by cell, but can't be used. */
  readonly #usable: boolean;

  constructor(family: Family<R>, header: Header, taker: RowTaker<R>, report: RowReport) {
    this.#family = family;
    this.#header = header;
    this.#taker = taker;
    this.#report = report;
    const required = header.known.filter((column) => !column.field.optional);
    this.#emptyRow = Object.fromEntries(
      ['at', ...required.map(({ field }) => field.field)].map((key) => [key, undefined]),
    );
    this.#lastRequired = required.at(-1);
    this.#usable = header.missing.length === 0 && header.repeated.length === 0;
  }

  record(cells: readonly string[], line: number, text: string, ended: boolean): void {
    if (line <= this.#header.line) return;
    if (cells.every(isBlank)) {
      this.counts.blank += 1;
      return;
    }
    this.#report.begin(cells, line, text);
    if (this.#fits(cells, ended)) this.#row(cells, line);
    this.#count();
  }

  broken(fault: QuoteFault, line: number, text: string): void {
    if (line <= this.#header.line) return;
    this.#report.begin([], line, text);
    this.#report.broken(fault);
    this.#count();
  }

  #count(): void {
    if (this.#report.faulty || !this.#usable) this.counts.reported += 1;
    else if (this.#report.setAside) this.counts.set_aside += 1;
    else this.counts.used += 1;
  }

  /** Whether the record has a cell for every required column and no surplus ones. */
  #fits(cells: readonly string[], ended: boolean): boolean {
    const { width } = this.#header;
    const last = this.#lastRequired;
    if (!ended && cells.length < width) {
      this.#report.row(row_cut_off, { cells: cells.length, columns: width }, cells.length);
    } else if (last && cells.length <= last.index) {
      this.#report.row(row_too_short, { cells: cells.length, column: last.field.header }, cells.length);
    } else if (cells.length > width) {
      const index = cells.findIndex((cell, at) => at >= width && !isBlank(cell));
      if (index < 0) return true;
      const surplus = (cells[index] ?? '').trim();
      this.#report.row(row_too_long, { columns: width, cells: cells.length, surplus }, index, surplus);
    }
    return !this.#report.faulty;
  }

  #row(cells: readonly string[], line: number): void {
    const values: Record<string, unknown> = { ...this.#emptyRow };
    values['at'] = { file: this.#report.file, line };
    for (const column of this.#header.known) {
      const text = (cells[column.index] ?? '').trim();
      if (text !== '') this.#readCell(column, text, values);
      else if (!column.field.optional) this.#report.fault(column, EMPTY_CELL);
    }
    if (this.#family.keepsOther) values['other'] = this.#other(cells);
    if (!this.#usable) return;
    const row = this.#family.row(values);
    this.#taker.check(row, this.#report);
    if (this.#isWhole(row) && !this.#report.setAside) this.#taker.take(row);
  }

  #readCell(column: KnownColumn, text: string, values: Record<string, unknown>): void {
    const value = column.field.read(text);
    if (value instanceof CellFault) this.#report.fault(column, value);
    else values[column.field.field] = value;
  }

  /** A row of which no cell was at fault has all its fields. */
  #isWhole(row: ReadSoFar<R>): row is ReadSoFar<R> & R {
    return row.at !== undefined && !this.#report.faulty;
  }

  #other(cells: readonly string[]): Record<string, string> {
    return Object.fromEntries(
      this.#header.other.map(({ header, index }) => [header, (cells[index] ?? '').trim()]),
    );
  }
}

function isBlank(cell: string): boolean {
  return cell === '' || cell.trim() === '';
}
