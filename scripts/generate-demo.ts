/**
 * Writes the months of the demo workspace: `tsx scripts/generate-demo.ts [DIR]`, by default fixtures/demo.
 * The same bytes on every run. A summary goes to standard error.
 */
import { writeDemo } from './demo/write.js';
import { summary } from './exports/month.js';

for (const [folder, counts] of writeDemo(process.argv[2] ?? 'fixtures/demo')) {
  console.error(`${folder}: ${summary(counts)}`);
}
