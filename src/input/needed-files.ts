/** Which files a month needs by its rule file, and what it means that one is missing or empty. */
import type { ProblemLog } from '../base/problem-log.js';
import { problem, type ProblemKind } from '../base/problem.js';
import { ABSENCES } from '../problems/input/absences.js';
import { INPUT_PROBLEMS } from '../problems/input.js';
import { fileOf, type FamilyName } from './family.js';
import type { FamilyState } from './family-reader.js';
import type { ExportFiles } from './folder.js';
import { nearest } from './near.js';
import type { ExportNeeds, Vocabulary } from './records.js';

export type OptionalFamily = keyof typeof ABSENCES;
type RequiredFamily = Exclude<FamilyName, OptionalFamily | 'measures'>;

/** Reports files that are missing though the rule file has a use for them, and files that exclude each other. */
export function checkFiles(
  files: ExportFiles,
  needs: ExportNeeds,
  provisional: boolean,
  log: ProblemLog,
): void {
  const need = (name: RequiredFamily): void => {
    if (needs.files.has(name) && !files.has(name))
      tell(INPUT_PROBLEMS.missing_file, name, { file: fileOf(name) }, log);
  };
  need('agents');
  need('signups');
  need('attendance');
  if (!provisional) need('billing');
  else if (files.has('billing')) tell(INPUT_PROBLEMS.billing_in_provisional, 'billing', {}, log);
  if (!files.has('activity')) need('calls');
  else if (files.has('calls')) tell(INPUT_PROBLEMS.calls_and_activity, 'activity', {}, log);
}

/** Reports a required family that was read but has no rows; that its file is missing was told before. */
export function checkRequired(
  name: RequiredFamily,
  state: FamilyState,
  needs: ExportNeeds,
  log: ProblemLog,
): void {
  if (needs.files.has(name) && state.whole && state.rows === 0)
    tell(INPUT_PROBLEMS.no_rows, name, { file: fileOf(name) }, log);
}

/** Warns of an optional family that is missing or has no rows: what it means is neither paid nor fined. */
export function checkOptional(
  name: OptionalFamily,
  state: FamilyState,
  needs: ExportNeeds,
  log: ProblemLog,
): void {
  if (!needs.files.has(name)) return;
  const params = { file: fileOf(name), without: ABSENCES[name] };
  if (!state.present) tell(INPUT_PROBLEMS.optional_file_missing, name, params, log);
  else if (state.whole && state.rows === 0)
    tell(INPUT_PROBLEMS.optional_file_without_rows, name, params, log);
}

/**
 * Reports the measures of the rule file that measures.csv has no row of: a number that pay hangs on and nobody
 * gave is an error (contract of the exports, "Inputs"), unless the rule file says that it is occasional; then too where
 * the file has no rows at all, or some of a measure that is spelled like it. `given` holds the measure of each row of
 * those whom the rule file is for.
 */
export function checkMeasures(
  { measures: declared, occasional_measures: occasional }: Vocabulary,
  given: readonly string[],
  fileHasRows: boolean,
  log: ProblemLog,
): void {
  const seen = new Set(given);
  const others = [...seen].filter((measure) => !declared.has(measure));
  for (const measure of declared) {
    if (seen.has(measure)) continue;
    const near = nearest(measure, others);
    if (fileHasRows && near === undefined && occasional.has(measure)) continue;
    const params = { measure, near };
    log.add(
      problem(INPUT_PROBLEMS.measure_missing, { file: fileOf('measures') }, params, { value: measure }),
    );
  }
}

function tell<Params>(kind: ProblemKind<Params>, name: FamilyName, params: Params, log: ProblemLog): void {
  log.add(problem(kind, { file: fileOf(name) }, params));
}
