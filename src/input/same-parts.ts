/** Tells when one export was put in twice: two parts of a family that are alike byte for byte. */
import type { ProblemLog } from '../base/problem-log.js';
import { problem } from '../base/problem.js';
import { INPUT_PROBLEMS } from '../problems/input.js';
import type { FilesOf } from './folder.js';
import type { FileReading } from './records.js';

/**
 * Reports every part that has the same bytes as an earlier part of its family. Billing rows all count and talks
 * count once, so that nothing else would show it. Parts without rows are alike in all honesty.
 */
export function checkSameParts(
  files: FilesOf<string>,
  readings: readonly FileReading[],
  log: ProblemLog,
): void {
  const byName = new Map(readings.map((reading) => [reading.file, reading]));
  for (const parts of files.values()) {
    const first = new Map<string, string>();
    for (const { name } of parts) {
      const reading = byName.get(name);
      if (!reading || reading.rows === 0) continue;
      const other = first.get(reading.sha256);
      if (other === undefined) first.set(reading.sha256, name);
      else log.add(problem(INPUT_PROBLEMS.same_part, { file: name }, { file: name, other }));
    }
  }
}
