/** Writes the demo's months into a workspace. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { FILE_NAMES } from '../exports/columns.js';
import { writeExport } from '../exports/write.js';
import { dialectOf, partRowsOf } from './dialects.js';
import { demoMonths } from './months.js';

/** Replaces the month folders of `workspace`. Returns, for each folder, the number of rows of each file. */
export function writeDemo(workspace: string): { folder: string; rows: Record<string, number> }[] {
  return Array.from(demoMonths(), ([month, rows]) => {
    const folder = join(workspace, 'months', month);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const counts = FILE_NAMES.map((file) => {
      return [
        file,
        writeExport(folder, file, rows[file], dialectOf(month, file), partRowsOf(month, file)),
      ] as const;
    });
    return { folder, rows: Object.fromEntries(counts) };
  });
}
