/** `telepay rules lint`: what is doubtful in rule files that are sound. Writes nothing. */
import { readFileSync } from 'node:fs';
import type { Language } from '../base/localized.js';
import type { Month } from '../base/period.js';
import { isError } from '../base/problem.js';
import { lintedData, lintedText } from '../report/lint-text.js';
import { lintFiles, lintTogether } from '../rules/lint/lint.js';
import { loadPlan } from '../rules/load.js';
import { naming } from '../workspace/fault.js';
import { type CommandResult, problemsData } from './outcome.js';

export interface RulesLintRequest {
  /** Paths of rule files, each with its name in messages. */
  readonly files: readonly { readonly path: string; readonly name: string }[];
  /** The months of the workspace whose rules these are; undefined where the files are named one by one. */
  readonly months: readonly Month[] | undefined;
  /** Lists the assumed values, in place of their number alone. */
  readonly assumed: boolean;
  /** Findings refuse, too. */
  readonly strict: boolean;
  readonly language: Language;
}

export function lintRules({ files, months, assumed, strict, language }: RulesLintRequest): CommandResult {
  const readings = files.map(({ path, name }) =>
    loadPlan(
      naming(path, () => readFileSync(path)),
      name,
    ),
  );
  const loaded = readings.flatMap((one) => ('plan' in one ? [one] : []));
  const together = lintTogether(loaded, months);
  const findings = [...lintFiles(loaded), ...together.filter((one) => !isError(one))];
  const refusals = readings.flatMap((one) => ('problems' in one ? one.problems : []));
  const problems = [...refusals, ...together.filter(isError)];
  const refused = problems.length > 0 || (strict && findings.length > 0);
  const linted = { files: loaded, findings, assumed };
  return {
    text: loaded.length > 0 ? lintedText(linted, language) : '',
    data: {
      refused,
      ...lintedData(linted, language),
      findings: problemsData(findings, language),
      problems: problemsData(problems, language),
    },
    problems,
    notices: [],
    refused,
  };
}
