/** Whole runs of a workspace's April, and the reports that they write. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { run } from '../../src/commands/run.js';
import { readSettings } from '../../src/workspace/settings.js';
import { APRIL } from './rows.js';

/** A row of a report by its columns. */
export type Cells = Readonly<Record<string, string>>;

/** Runs April as `telepay run` does, into the folder `out`. Throws with all problems when it is refused. */
export async function runApril(workspace: string, out: string, rules?: string): Promise<void> {
  const reading = readSettings(workspace);
  if ('problems' in reading) throw new Error(`settings of ${workspace}`);
  const { problems, refused } = await run({
    workspace: { folder: workspace, settings: reading.settings },
    month: APRIL,
    rules,
    provisional: false,
    strict: 'none',
    out,
    language: { messages: 'en', files: 'en' },
    program: 'telepay',
  });
  if (refused) throw new Error(problems.map((one) => one.explain('en').message).join('\n'));
}

/** The rows of a report, or of what is expected of it, where lines that begin with # are comments. */
export const readReport = (path: string): Cells[] =>
  parse(readFileSync(path, 'utf8'), { bom: true, columns: true, comment: '#', comment_no_infix: true });
