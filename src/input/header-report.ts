/** Tells what is wrong with a file's header row. */
import { INPUT_PROBLEMS } from '../problems/input.js';
import type { Header } from './header.js';
import { nearest } from './near.js';
import type { RowReport } from './row-report.js';

/** Reports columns that are missing or stand twice, at the header row. */
export function reportHeader(header: Header, report: RowReport): void {
  report.begin([], header.line, header.text);
  const unknown = header.other.map((column) => column.header);
  for (const { header: names } of header.missing) {
    const near = nearest(names.en, unknown) ?? nearest(names.zh, unknown);
    report.row(INPUT_PROBLEMS.missing_column, { column: names, near }, 0, names.en);
  }
  for (const { header: name, index, first } of header.repeated) {
    report.row(INPUT_PROBLEMS.duplicate_column, { header: name, first }, index, name);
  }
}
