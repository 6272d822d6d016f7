/** Tells what is wrong with the rows of one file, each at its place. */
import type { Month } from '../base/period.js';
import type { ProblemLog } from '../base/problem-log.js';
import { problem, type Place, type ProblemKind } from '../base/problem.js';
import { INPUT_PROBLEMS, type CellParams } from '../problems/input.js';
import type { CellFault, Seen } from './cells/cell.js';
import { spotAt, spotOfCell, type QuoteFault, type Spot } from './csv-record.js';
import type { Header, KnownColumn } from './header.js';

/** Of a longer line only this much is kept for the listing, or nothing if the problem stands further on. */
const EXCERPT_CHARACTERS = 4096;

/** The problems of the rows of one file, and what becomes of the row that is being looked at. */
export class RowReport {
  readonly file: string;
  readonly #header: Header;
  readonly #log: ProblemLog;
  readonly #columns: ReadonlyMap<string, KnownColumn>;
  #cells: readonly string[] = [];
  #line = 0;
  #text = '';
  #faulty = false;
  #setAside = false;

  constructor(file: string, header: Header, log: ProblemLog) {
    this.file = file;
    this.#header = header;
    this.#log = log;
    this.#columns = new Map(header.known.map((column) => [column.field.field, column]));
  }

  /** Turns to the next record. */
  begin(cells: readonly string[], line: number, text: string): void {
    this.#cells = cells;
    this.#line = line;
    this.#text = text;
    this.#faulty = false;
    this.#setAside = false;
  }

  /** The line that the record begins on. */
  get line(): number {
    return this.#line;
  }

  /** Whether the row has an error. */
  get faulty(): boolean {
    return this.#faulty;
  }

  /** Whether the row is left unused, its day being outside the month. */
  get setAside(): boolean {
    return this.#setAside;
  }

  /** What the reading of a cell found wrong with it. */
  fault(column: KnownColumn, fault: CellFault): void {
    const text = this.#cells[column.index] ?? '';
    const spot = spotOfCell(this.#text, this.#header.delimiter, column.index);
    this.#faulty = true;
    const seen = this.#seen(fault.code, spot, text);
    this.#log.add(fault.at({ column: column.field.header, text: text.trim() }, this.#place(spot), seen));
  }

  /** A problem with the cell of `field`. */
  cell<Extra>(kind: ProblemKind<CellParams & Extra>, field: string, extra: Extra): void {
    const column = this.#columns.get(field);
    const index = column?.index ?? 0;
    const text = column ? (this.#cells[index] ?? '').trim() : '';
    const header = column?.field.header ?? { en: field, zh: field };
    this.#add(kind, this.#spotOf(index), { column: header, text, ...extra }, text);
  }

  /** Where the cell of `field` stands. */
  placeOf(field: string): Place {
    return this.#place(this.#spotOf(this.#columns.get(field)?.index ?? 0));
  }

  /** A problem with the row as a whole, shown at the cell with this index. */
  row<Params>(kind: ProblemKind<Params>, params: Params, index = 0, value?: string): void {
    this.#add(kind, this.#spotOf(index), params, value);
  }

  /** A record that can't be cut into cells. */
  broken(fault: QuoteFault): void {
    const [kind, offset] =
      fault.kind === 'not_closed'
        ? [INPUT_PROBLEMS.quote_not_closed, fault.open]
        : [INPUT_PROBLEMS.text_after_quote, fault.at];
    this.#add(kind, spotAt(this.#text, offset), {}, undefined);
  }

  /** Refuses the row for what was told of another row already. */
  refuse(): void {
    this.#faulty = true;
  }

  /** Leaves the row unused because the day in `field` is not in the month, as the settings wish it. */
  putAside(field: string, month: Month): void {
    this.cell(INPUT_PROBLEMS.row_set_aside, field, { month });
    this.#setAside = true;
  }

  /** Whether the file has the column of `field`. */
  has(field: string): boolean {
    return this.#columns.has(field);
  }

  /** The header that `field` has in both languages. */
  headerOf(field: string): { en: string; zh: string } {
    return this.#columns.get(field)?.field.header ?? { en: field, zh: field };
  }

  #add<Params>(kind: ProblemKind<Params>, spot: Spot, params: Params, value: string | undefined): void {
    if (kind.severity === 'error') this.#faulty = true;
    this.#log.add(problem(kind, this.#place(spot), params, this.#seen(kind.code, spot, value)));
  }

  #spotOf(index: number): Spot {
    return spotOfCell(this.#text, this.#header.delimiter, index);
  }

  #place(spot: Spot): Place {
    return { file: this.file, line: this.#line + spot.lines, column: spot.column };
  }

  #seen(code: string, spot: Spot, value: string | undefined): Seen {
    const seen: Seen = {};
    if (value !== undefined) seen.value = value;
    if (this.#log.wantsExcerpt(code) && spot.column <= EXCERPT_CHARACTERS) {
      seen.excerpt = spot.text.slice(0, EXCERPT_CHARACTERS);
    }
    return seen;
  }
}
