/** Writes the demo's months into a workspace. */
import { join } from 'node:path';
import type { FileName } from '../exports/columns.js';
import { writeMonth } from '../exports/month.js';
import { dialectOf, partRowsOf } from './dialects.js';
import { demoMonths } from './months.js';

/** Replaces the month folders of `workspace`. Returns each folder with the number of rows of each file. */
export function writeDemo(workspace: string): [folder: string, counts: ReadonlyMap<FileName, number>][] {
  return Array.from(demoMonths(), ([month, rows]) => {
    const folder = join(workspace, 'months', month);
    const dialect = (file: FileName) => dialectOf(month, file);
    const partRows = (file: FileName) => partRowsOf(month, file);
    return [folder, writeMonth(folder, rows, dialect, partRows)];
  });
}
