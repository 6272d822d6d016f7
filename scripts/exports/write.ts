/** Writes rows as an export file, part by part and in blocks, so that a million calls never stand in memory. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { FILES, TITLES, type Column, type FileName, type Row } from './columns.js';
import { quote, spell, type Dialect } from './dialect.js';

const BLOCK_ROWS = 8192;

/**
 * Writes `rows` into `folder` as `<file>.csv`, or as `<file>-1.csv`, `<file>-2.csv` … of at most `partRows`
 * rows each. Returns the number of rows.
 */
export function writeExport<File extends FileName>(
  folder: string,
  file: File,
  rows: Iterable<Row<File>>,
  dialect: Dialect,
  partRows?: number,
): number {
  const toLine = lineWriter(file, dialect);
  const newPart = (number: number): Part =>
    new Part(join(folder, partRows === undefined ? `${file}.csv` : `${file}-${number}.csv`), file, dialect);
  let count = 0;
  let part = newPart(1);
  for (const row of rows) {
    if (count > 0 && partRows !== undefined && count % partRows === 0) {
      part.close();
      part = newPart(count / partRows + 1);
    }
    part.add(toLine(row));
    count += 1;
  }
  part.close();
  return count;
}

/** Turns a row into its line, without the line end. Only texts and numbers can hold a delimiter. */
function lineWriter<File extends FileName>(file: File, dialect: Dialect): (row: Row<File>) => string {
  const columns = columnsOf(file, dialect).map(([name, column]) => {
    const mayNeedQuotes = column.kind === 'text' || column.kind === 'number';
    return { name, column, mayNeedQuotes };
  });
  return (row) => {
    const cells: Readonly<Record<string, string>> = row;
    const spelled = columns.map(({ name, column, mayNeedQuotes }) => {
      const cell = spell(cells[name] ?? '', column, dialect);
      return mayNeedQuotes ? quote(cell, dialect.delimiter) : cell;
    });
    return joined(spelled, dialect);
  };
}

function columnsOf(file: FileName, dialect: Dialect): [string, Column][] {
  const columns = Object.entries<Column>(FILES[file]);
  return dialect.reversed ? columns.reverse() : columns;
}

function joined(cells: readonly string[], dialect: Dialect): string {
  return cells.join(dialect.delimiter) + (dialect.blankEdges ? dialect.delimiter : '');
}

/** One part on disk, with its head written. */
class Part {
  readonly #descriptor: number;
  readonly #dialect: Dialect;
  readonly #width: number;
  #lines: string[] = [];

  constructor(path: string, file: FileName, dialect: Dialect) {
    const columns = columnsOf(file, dialect);
    this.#dialect = dialect;
    this.#width = columns.length;
    this.#descriptor = openSync(path, 'w');
    if (dialect.encoding === 'utf-8-bom') writeSync(this.#descriptor, '\uFEFF');
    if (dialect.title !== undefined) this.#addCells([`${dialect.title}${TITLES[file]}`]);
    this.#addCells(columns.map(([name, column]) => (dialect.headers === 'zh' ? column.zh : name)));
  }

  add(line: string): void {
    this.#lines.push(line);
    if (this.#lines.length >= BLOCK_ROWS) this.#flush();
  }

  close(): void {
    if (this.#dialect.blankEdges) {
      this.#addCells([]);
      this.#addCells([]);
    }
    this.#flush();
    closeSync(this.#descriptor);
  }

  /** A row of `cells`, filled up with empty ones to the width of the file. */
  #addCells(cells: readonly string[]): void {
    const filled = Array.from({ length: this.#width }, (_, index) => cells[index] ?? '');
    this.add(joined(filled, this.#dialect));
  }

  #flush(): void {
    if (this.#lines.length === 0) return;
    const { newline, encoding } = this.#dialect;
    const text = this.#lines.join(newline) + newline;
    this.#lines = [];
    const bytes = encoding === 'gb18030' ? iconv.encode(text, 'gb18030') : Buffer.from(text, 'utf8');
    for (let done = 0; done < bytes.length;) done += writeSync(this.#descriptor, bytes, done);
  }
}
