/**
 * Writes the months of the demo workspace: `tsx scripts/generate-demo.ts [DIR]`, by default fixtures/demo.
 * The same bytes on every run. A summary goes to standard error.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dialectOf, partRowsOf } from './demo/dialects.js';
import { demoMonths } from './demo/months.js';
import { FILE_NAMES } from './exports/columns.js';
import { writeExport } from './exports/write.js';

const workspace = process.argv[2] ?? 'fixtures/demo';

for (const [month, rows] of demoMonths()) {
  const folder = join(workspace, 'months', month);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const counts = FILE_NAMES.map((file) => {
    const count = writeExport(folder, file, rows[file], dialectOf(month, file), partRowsOf(month, file));
    return `${file} ${count}`;
  });
  console.error(`${folder}: ${counts.join(', ')}`);
}
