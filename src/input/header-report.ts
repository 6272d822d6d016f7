/** Tells what is wrong with a file's header row, and what its columns leave untold. */
import { INPUT_PROBLEMS } from '../problems/input.js';
import { COLUMN_ABSENCES } from '../problems/input/absences.js';
import type { Columns } from './family.js';
import type { Header, OtherColumn } from './header.js';
import { nearestHeader } from './near.js';
import type { RowReport } from './row-report.js';

/** Reports columns that are missing or stand twice, at the header row. */
export function reportHeader(header: Header, family: Columns, report: RowReport): void {
  report.begin([], header.line, header.text);
  const unknown = header.other.map((column) => column.header);
  for (const { header: names } of header.missing) {
    const near = nearestHeader(names, unknown);
    report.row(INPUT_PROBLEMS.missing_column, { column: names, near }, 0, names.en);
  }
  for (const { header: name, index, first } of header.repeated) {
    report.row(INPUT_PROBLEMS.duplicate_column, { header: name, first }, index, name);
  }
  reportAbsentColumns(header, family, report);
}

/**
 * Warns of optional columns that are missing where another header looks like one of them, or where pay or fines
 * hang on them: else a header of the firm's own would change pay, and nobody would be told.
 */
function reportAbsentColumns(header: Header, { name, fields, absences }: Columns, report: RowReport): void {
  const found = new Set(header.known.map((column) => column.field));
  for (const field of fields) {
    const without = (absences ?? COLUMN_ABSENCES[name])?.[field.field];
    if (!field.optional || found.has(field) || !without) continue;
    const near = nearColumn(field.header, header.other);
    if (!near && !without.weighs) continue;
    const params = { column: field.header, without, near: near?.header };
    report.row(INPUT_PROBLEMS.optional_column_missing, params, near?.index, near?.header ?? field.header.en);
  }
}

function nearColumn(
  names: { readonly en: string; readonly zh: string },
  others: readonly OtherColumn[],
): OtherColumn | undefined {
  const near = nearestHeader(
    names,
    others.map((column) => column.header),
  );
  return others.find((column) => column.header === near);
}
