/** One record of a CSV file cut into its cells, and where in the file each cell begins. */

/** Why a record can't be cut: the quotation mark at `open` is not closed, or text follows the closing one. */
export class QuoteFault {
  readonly kind: 'not_closed' | 'text_after';
  readonly open: number;
  readonly at: number;

  constructor(kind: 'not_closed' | 'text_after', open: number, at: number) {
    this.kind = kind;
    this.open = open;
    this.at = at;
  }
}

/**
 * The cells of `text`, which is one record without its line end. A quotation mark counts only where a cell
 * begins, perhaps after spaces; elsewhere it is a character like any other. `starts`, when given, receives
 * the offset at which each cell begins.
 */
export function splitRecord(text: string, delimiter: string, starts?: number[]): string[] | QuoteFault {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    starts?.push(at);
    const open = skipSpaces(text, at, delimiter);
    if (text[open] === '"') {
      const quoted = quotedCell(text, open);
      if (quoted instanceof QuoteFault) return quoted;
      cells.push(quoted.cell);
      at = skipSpaces(text, quoted.end, delimiter);
      if (at === text.length) return cells;
      if (text[at] !== delimiter) return new QuoteFault('text_after', open, at);
    } else {
      const end = text.indexOf(delimiter, at);
      cells.push(end < 0 ? text.slice(at) : text.slice(at, end));
      if (end < 0) return cells;
      at = end;
    }
    at += 1;
  }
}

function skipSpaces(text: string, from: number, delimiter: string): number {
  let at = from;
  while ((text[at] === ' ' || text[at] === '\t') && text[at] !== delimiter) at += 1;
  return at;
}

/** The content of the quoted cell that opens at `open`, and the offset behind its closing mark. */
function quotedCell(text: string, open: number): { cell: string; end: number } | QuoteFault {
  let cell = '';
  let from = open + 1;
  for (;;) {
    const close = text.indexOf('"', from);
    if (close < 0) return new QuoteFault('not_closed', open, open);
    if (text[close + 1] !== '"') return { cell: cell + text.slice(from, close), end: close + 1 };
    cell += text.slice(from, close + 1);
    from = close + 2;
  }
}

/** A spot within a record of one or several lines. */
export interface Spot {
  /** How many lines below the record's first. */
  readonly lines: number;
  /** Which character of its line, from 1. */
  readonly column: number;
  /** That whole line. */
  readonly text: string;
}

/** The spot of the character at `offset` of a record's text. */
export function spotAt(text: string, offset: number): Spot {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const before = text.slice(0, start);
  return {
    lines: before.split('\n').length - 1,
    column: Array.from(text.slice(start, offset)).length + 1,
    text: text.slice(start, end < 0 ? text.length : end),
  };
}

/** The spot of the cell with this index; of the record's end when it has no such cell. */
export function spotOfCell(text: string, delimiter: string, index: number): Spot {
  const starts: number[] = [];
  splitRecord(text, delimiter, starts);
  return spotAt(text, starts[index] ?? text.length);
}
