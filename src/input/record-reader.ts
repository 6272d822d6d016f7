/** Puts a file's lines together to CSV records, which may span lines where quotation marks enclose a line end. */
import { QuoteFault, splitRecord } from './csv-record.js';

/** A record, and where it stands. */
export interface RecordSink {
  /** `ended` is false when the file stops before the record's line end. */
  record(cells: string[], line: number, text: string, ended: boolean): void;
  /** A record that can't be cut into cells; `text` is all of it up to the end of the faulty line. */
  broken(fault: QuoteFault, line: number, text: string): void;
}

/** No cell of an export goes over more lines or characters: then its closing mark was forgotten. */
const MAX_LINES = 100;
const MAX_CHARACTERS = 1024 * 1024;

const CARRIAGE_RETURN = 13;

export class RecordReader {
  readonly #delimiter: string;
  readonly #sink: RecordSink;
  /** Lines taken so far. */
  #line = 0;
  /** The lines of a record within whose quotation marks the last of them ended. */
  #open: string[] = [];
  #openLength = 0;
  /** Whether the line taken last had its line end. */
  #ended = true;

  constructor(delimiter: string, sink: RecordSink) {
    this.#delimiter = delimiter;
    this.#sink = sink;
  }

  /** Takes whole lines; only the file's very last one may lack its line end. */
  push(text: string): void {
    let start = 0;
    while (start < text.length) {
      const feed = text.indexOf('\n', start);
      const end = feed < 0 ? text.length : feed;
      const stop = end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
      this.#take(text.slice(start, stop), feed >= 0);
      start = end + 1;
    }
  }

  /** Counts a line that is not given, and gives its number. What was open before it stays broken. */
  skipLine(): number {
    this.#giveUp();
    this.#line += 1;
    return this.#line;
  }

  /** Says that no more lines come. */
  end(): void {
    while (this.#open.length > 0) this.#giveUp();
  }

  #take(line: string, ended: boolean): void {
    this.#line += 1;
    this.#ended = ended;
    const quotes = line.includes('"');
    if (this.#open.length === 0 && !quotes) {
      this.#sink.record(line.split(this.#delimiter), this.#line, line, ended);
      return;
    }
    const mayClose = this.#open.length === 0 || hasUnpairedMark(line);
    this.#open.push(line);
    this.#openLength += line.length;
    if (mayClose) this.#close();
    if (this.#open.length > MAX_LINES || this.#openLength > MAX_CHARACTERS) this.#giveUp();
  }

  /** Tries to cut the open lines into cells; they stay open as long as a quotation mark is. */
  #close(): void {
    const text = this.#open.join('\n');
    const cells = splitRecord(text, this.#delimiter);
    const line = this.#line - this.#open.length + 1;
    if (!(cells instanceof QuoteFault)) {
      this.#forget();
      this.#sink.record(cells, line, text, this.#ended);
    } else if (cells.kind === 'text_after' && line < this.#line) {
      this.#giveUp();
    } else if (cells.kind === 'text_after') {
      this.#forget();
      this.#sink.broken(cells, line, text);
    }
  }

  #forget(): void {
    this.#open = [];
    this.#openLength = 0;
  }

  /** Reports the mark that was never closed, and goes on with the line below it as if it were a new record. */
  #giveUp(): void {
    if (this.#open.length === 0) return;
    const lines = this.#open;
    const first = this.#line - lines.length + 1;
    const text = lines.join('\n');
    const fault = splitRecord(text, this.#delimiter);
    const open = fault instanceof QuoteFault ? fault.open : 0;
    const faulty = text.slice(0, open).split('\n').length;
    const ended = this.#ended;
    this.#forget();
    this.#sink.broken(new QuoteFault('not_closed', open, open), first, lines.slice(0, faulty).join('\n'));
    this.#line = first + faulty - 1;
    for (let next = faulty; next < lines.length; next += 1) {
      this.#take(lines[next] ?? '', next < lines.length - 1 || ended);
    }
  }
}

/** Whether a line could close the cell that it begins in: there a pair of marks stands for one mark of the text. */
function hasUnpairedMark(line: string): boolean {
  return line.replaceAll('""', '').includes('"');
}
