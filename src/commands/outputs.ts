/** The reports of a computed month, as they are written and sealed. */
import type { Language } from '../base/localized.js';
import type { Problem } from '../base/problem.js';
import type { MonthResult } from '../calc/month.js';
import { sha256 } from '../ledger/manifest.js';
import { type Summary, type SummaryOrigin, summaryOf } from '../report/summary.js';
import { csvFiles } from '../report/tables.js';
import { SUMMARY_FILE } from './month-output.js';

/** All files of a month, summary.json with the hashes of the others. */
export function outputsOf(
  result: MonthResult,
  origin: SummaryOrigin,
  problems: readonly Problem[],
  language: Language,
): { files: Map<string, string>; summary: Summary } {
  const files = csvFiles(result, problems, language);
  const hashes = new Map([...files].map(([name, content]) => [name, sha256(content)]));
  const summary = summaryOf(result, origin, problems, hashes, language);
  files.set(SUMMARY_FILE, `${JSON.stringify(summary, undefined, 2)}\n`);
  return { files, summary };
}
