/** Writes the files of a month. */
import { mkdirSync, rmSync } from 'node:fs';
import { FILE_NAMES, type FileName, type MonthRows } from './columns.js';
import type { Dialect } from './dialect.js';
import { writeExport } from './write.js';

/**
 * Replaces `folder` by the files of a month, each in the dialect and in parts of as many rows as `dialectOf`
 * and `partRowsOf` say. Returns the number of rows of each file.
 */
export function writeMonth(
  folder: string,
  rows: MonthRows,
  dialectOf: (file: FileName) => Dialect,
  partRowsOf: (file: FileName) => number | undefined = () => undefined,
): Map<FileName, number> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return new Map(
    FILE_NAMES.map((file) => [
      file,
      writeExport(folder, file, rows[file], dialectOf(file), partRowsOf(file)),
    ]),
  );
}

/** `agents 63, calls 118087, …`, for a notice of what was written. */
export function summary(counts: ReadonlyMap<FileName, number>): string {
  return Array.from(counts, ([file, count]) => `${file} ${count}`).join(', ');
}
