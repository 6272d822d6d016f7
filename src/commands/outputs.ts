/** The reports of a computed month, as they are written and sealed. */
import type { Language } from '../base/localized.js';
import { sha256 } from '../ledger/manifest.js';
import { type Summary, summaryOf } from '../report/summary.js';
import { csvFiles } from '../report/tables.js';
import { rulesUsed } from './ingredients.js';
import type { SoundMonth } from './compute-month.js';
import { SUMMARY_FILE } from './month-output.js';

/** By what a month was computed, beside its rules and exports. */
interface Computer {
  /** Name and version of the program. */
  readonly program: string;
  readonly settings_sha256: string | undefined;
}

/** All files of a month, summary.json with the hashes of the others. */
export function outputsOf(
  { result, rules, files: readings, log }: SoundMonth,
  computer: Computer,
  language: Language,
): { files: Map<string, string>; summary: Summary } {
  const problems = log.sorted();
  const files = csvFiles(result, problems, language);
  const hashes = new Map([...files].map(([name, content]) => [name, sha256(content)]));
  const origin = { ...computer, rules: rulesUsed(rules), files: readings };
  const summary = summaryOf(result, origin, problems, hashes, language);
  files.set(SUMMARY_FILE, `${JSON.stringify(summary, undefined, 2)}\n`);
  return { files, summary };
}
