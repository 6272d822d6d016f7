/**
 * Writes the months of the demo workspace: `tsx scripts/generate-demo.ts [DIR]`, by default fixtures/demo.
 * The same bytes on every run. A summary goes to standard error.
 */
import { writeDemo } from './demo/write.js';

for (const { folder, rows } of writeDemo(process.argv[2] ?? 'fixtures/demo')) {
  const counts = Object.entries(rows).map(([file, count]) => `${file} ${count}`);
  console.error(`${folder}: ${counts.join(', ')}`);
}
