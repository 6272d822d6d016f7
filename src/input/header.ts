/** Finds a file's separator and header row, and which of its columns is which. */
import type { Columns, Field } from './family.js';
import { RecordReader } from './record-reader.js';

/** The firm's own headers, each with the column (by its English name) that it stands for. */
export type OwnHeaders = ReadonlyMap<string, string>;

/** A column of the file that telepay knows. */
export interface KnownColumn {
  readonly field: Field;
  readonly index: number;
}

/** A column that telepay does not know. */
export interface OtherColumn {
  readonly header: string;
  readonly index: number;
}

export interface Header {
  readonly delimiter: string;
  /** The line it stands on, and that line's text. */
  readonly line: number;
  readonly text: string;
  readonly known: readonly KnownColumn[];
  readonly other: readonly OtherColumn[];
  /** Columns whose header stands in an earlier column too. */
  readonly repeated: readonly (OtherColumn & { readonly first: number })[];
  /** Required fields that no column stands for. */
  readonly missing: readonly Field[];
  /** How many cells a row has at most: up to the last column with a header. */
  readonly width: number;
}

const DELIMITERS = [',', ';', '\t'];
/** A header may stand below at most this many title rows. */
const TITLE_ROWS = 10;
/** So much of a file is looked at for its header. */
const HEAD_CHARACTERS = 64 * 1024;

interface HeadRecord {
  readonly cells: readonly string[];
  readonly line: number;
  readonly text: string;
}

/** The header of the file that begins with `text`: the row with the most names that the family knows. */
export function findHeader(text: string, family: Columns, own: OwnHeaders): Header | undefined {
  const names = namesOf(family, own);
  let best: Header | undefined;
  for (const delimiter of DELIMITERS) {
    for (const record of headRecords(text, delimiter)) {
      const header = asHeader(record, delimiter, family, names);
      if (header.known.length > (best?.known.length ?? 0)) best = header;
    }
  }
  return best;
}

/** The first records, as `delimiter` cuts them; a row that it can't cut is a title row like any other. */
function headRecords(text: string, delimiter: string): HeadRecord[] {
  const records: HeadRecord[] = [];
  let rows = 0;
  const reader = new RecordReader(delimiter, {
    record: (cells, line, recordText) => {
      rows += 1;
      if (rows <= TITLE_ROWS + 1) records.push({ cells, line, text: recordText });
    },
    broken: () => {
      rows += 1;
    },
  });
  const head = text.slice(0, HEAD_CHARACTERS);
  const wholeLines = head.length < text.length ? head.slice(0, head.lastIndexOf('\n') + 1) || head : head;
  for (const line of wholeLines.split(/(?<=\n)/)) {
    reader.push(line);
    if (rows > TITLE_ROWS) return records;
  }
  reader.end();
  return records;
}

/** Every spelling of a column's name, with the field it stands for; the firm's own come first. */
function namesOf(family: Columns, own: OwnHeaders): Map<string, Field> {
  const names = new Map<string, Field>();
  for (const field of family.fields) {
    names.set(nameKey(field.header.en), field);
    names.set(nameKey(field.header.zh), field);
  }
  for (const [header, column] of own) {
    const field = family.fields.find((one) => one.header.en === column);
    if (field) names.set(nameKey(header), field);
  }
  return names;
}

/** What is left of a header when case, width, spaces and brackets are taken off. */
function nameKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Cf}_()[\]-]+/gu, '');
}

function asHeader(
  record: HeadRecord,
  delimiter: string,
  family: Columns,
  names: ReadonlyMap<string, Field>,
): Header {
  const known: KnownColumn[] = [];
  const other: OtherColumn[] = [];
  const repeated: (OtherColumn & { first: number })[] = [];
  let width = 0;
  for (const [index, cell] of record.cells.entries()) {
    const header = cell.trim();
    if (header === '') continue;
    width = index + 1;
    const field = names.get(nameKey(header));
    const earlier = field
      ? known.find((one) => one.field === field)
      : family.keepsOther && other.find((one) => one.header === header);
    if (earlier) repeated.push({ header, index, first: earlier.index + 1 });
    else if (field) known.push({ field, index });
    else other.push({ header, index });
  }
  const found = new Set(known.map((column) => column.field));
  const missing = family.fields.filter((field) => !field.optional && !found.has(field));
  return { delimiter, line: record.line, text: record.text, known, other, repeated, missing, width };
}
