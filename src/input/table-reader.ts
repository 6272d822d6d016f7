/** The second of the two looks at a file: its text, its header, its rows. */
import { createHash } from 'node:crypto';
import type { ProblemLog } from '../base/problem-log.js';
import { problem, type ProblemKind } from '../base/problem.js';
import { INPUT_PROBLEMS } from '../problems/input.js';
import { endsWithinCharacter, type Decode } from './encoding.js';
import type { Columns, Family } from './family.js';
import { fileBlocks, MAX_LINE } from './file-blocks.js';
import { findHeader, type Header, type OwnHeaders } from './header.js';
import { reportHeader } from './header-report.js';
import { RecordReader } from './record-reader.js';
import type { FileReading, Row } from './records.js';
import { RowCounts, RowReader, type RowTaker } from './row-reader.js';
import { RowReport } from './row-report.js';
import type { SurveyedFile } from './survey.js';

export interface TableReading {
  readonly file: FileReading;
  /** Whether every row of the file was looked at. */
  readonly whole: boolean;
}

/** Where spreadsheets stop, less the header row. */
const SPREADSHEET_ROWS = [65_535, 1_048_575];

/** Reads the rows of `file` and hands them to `taker`. What is wrong with the file goes to `log`. */
export async function readTable<R extends Row>(
  file: SurveyedFile,
  family: Family<R>,
  own: OwnHeaders,
  taker: RowTaker<R>,
  log: ProblemLog,
): Promise<TableReading> {
  const { name, path, bytes, encoding, decode } = file;
  if (!decode)
    return { file: { file: name, encoding, sha256: file.sha256, bytes, ...countsOf() }, whole: false };
  const table = new TableReader(file, family, own, taker, log);
  const hash = createHash('sha256');
  for await (const block of fileBlocks(path, (chunk) => hash.update(chunk))) {
    if (block.kind === 'lines') table.lines(block.bytes, decode);
    else table.lineTooLong();
  }
  table.end();
  const sha256 = hash.digest('hex');
  if (sha256 !== file.sha256) log.add(problem(INPUT_PROBLEMS.changed_while_read, { file: name }, {}));
  const reading = { file: name, encoding, sha256, bytes, ...countsOf(table.counts) };
  return { file: reading, whole: table.whole };
}

function countsOf(
  counts = new RowCounts(),
): Pick<FileReading, 'rows' | 'used' | 'reported' | 'set_aside' | 'blank'> {
  const { rows, used, reported, set_aside, blank } = counts;
  return { rows, used, reported, set_aside, blank };
}

/** A file whose header is known. */
interface Table<R extends Row> {
  readonly header: Header;
  readonly rows: RowReader<R>;
  readonly records: RecordReader;
}

class TableReader<R extends Row> {
  readonly #file: SurveyedFile;
  readonly #family: Family<R>;
  readonly #own: OwnHeaders;
  readonly #taker: RowTaker<R>;
  readonly #log: ProblemLog;
  #table: Table<R> | undefined;
  /** Whether the rest of the file can't be read. */
  #stopped = false;

  constructor(file: SurveyedFile, family: Family<R>, own: OwnHeaders, taker: RowTaker<R>, log: ProblemLog) {
    this.#file = file;
    this.#family = family;
    this.#own = own;
    this.#taker = taker;
    this.#log = log;
  }

  get counts(): RowCounts {
    return this.#table?.rows.counts ?? new RowCounts();
  }

  get whole(): boolean {
    const header = this.#table?.header;
    return !this.#stopped && header?.missing.length === 0 && header.repeated.length === 0;
  }

  lines(bytes: Buffer, decode: Decode): void {
    if (this.#stopped) return;
    const text = decode(bytes);
    if (text === undefined) this.#undecodable(bytes, decode);
    else this.#text(text);
  }

  lineTooLong(): void {
    if (this.#stopped) return;
    const line = this.#table?.records.skipLine() ?? 1;
    if (this.#table) this.#table.rows.counts.reported += 1;
    else this.#stopped = true;
    this.#add(INPUT_PROBLEMS.line_too_long, { limit: MAX_LINE }, line);
  }

  /** Says that no more lines come. */
  end(): void {
    this.#table?.records.end();
    if (SPREADSHEET_ROWS.includes(this.counts.rows)) {
      this.#add(INPUT_PROBLEMS.part_probably_cut_off, { rows: this.counts.rows });
    }
  }

  #text(text: string): void {
    if (!this.#table && hasCarriageReturnsOnly(text)) this.#stop(INPUT_PROBLEMS.carriage_returns, {});
    else if (this.#take(text)) return;
    else if (text.trim() === '') this.#stop(INPUT_PROBLEMS.empty_file, {});
    else this.#stop(INPUT_PROBLEMS.no_header, { required: requiredNames(this.#family) });
  }

  /** Reports why the rest of the file can't be read. */
  #stop<Params>(kind: ProblemKind<Params>, params: Params, line?: number): void {
    this.#stopped = true;
    this.#add(kind, params, line);
  }

  /** Takes lines, looking for the header in the first ones; false when there is none. */
  #take(text: string): boolean {
    const lines = this.#table ? text : text.replace(/^\ufeff/, '');
    if (!this.#table && !this.#begin(lines)) return false;
    this.#table?.records.push(lines);
    return true;
  }

  #begin(text: string): boolean {
    const header = findHeader(text, this.#family, this.#own);
    if (!header) return false;
    const report = new RowReport(this.#file.name, header, this.#log);
    const rows = new RowReader(this.#family, header, this.#taker, report);
    this.#table = { header, rows, records: new RecordReader(header.delimiter, rows) };
    reportHeader(header, this.#family, report);
    return true;
  }

  /** Reads the lines before the first bad one, and no further. */
  #undecodable(bytes: Buffer, decode: Decode): void {
    const { text, count, bad, isLast } = linesUntilBad(bytes, decode);
    this.#take(text);
    const line = this.#table?.records.skipLine() ?? count + 1;
    if (isLast && endsWithinCharacter(bad)) this.#stop(INPUT_PROBLEMS.cut_character, {}, line);
    else this.#stop(INPUT_PROBLEMS.undecodable, { encoding: this.#file.encoding }, line);
  }

  #add<Params>(kind: ProblemKind<Params>, params: Params, line?: number): void {
    const place = line === undefined ? { file: this.#file.name } : { file: this.#file.name, line };
    this.#log.add(problem(kind, place, params));
  }
}

/** Lines as old Macintosh programs end them. */
function hasCarriageReturnsOnly(text: string): boolean {
  return !text.includes('\n') && text.trim().includes('\r');
}

function requiredNames(family: Columns): string[] {
  return family.fields.filter((field) => !field.optional).map(({ header }) => `${header.en} ${header.zh}`);
}

/** The lines before the first that `decode` can't read, and that line's bytes. */
function linesUntilBad(
  bytes: Buffer,
  decode: Decode,
): { text: string; count: number; bad: Buffer; isLast: boolean } {
  let text = '';
  let count = 0;
  let start = 0;
  for (;;) {
    const feed = bytes.indexOf('\n', start);
    const line = bytes.subarray(start, feed < 0 ? bytes.length : feed + 1);
    const decoded = decode(line);
    if (decoded === undefined || feed < 0) return { text, count, bad: line, isLast: feed < 0 };
    text += decoded;
    count += 1;
    start = feed + 1;
  }
}
