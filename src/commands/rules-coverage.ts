/** `telepay rules coverage`: what of the rule files fired in some months, and what never did. */
import type { Month } from '../base/period.js';
import type { Problem } from '../base/problem.js';
import { coverage, type RuledMonth } from '../calc/coverage.js';
import { LEDGER_PROBLEMS } from '../problems/ledger.js';
import { coverageCsv, coverageData, type CoverageReport } from '../report/coverage-tables.js';
import { coverageText } from '../report/coverage-text.js';
import { writeNew } from '../workspace/files.js';
import type { Workspace } from '../workspace/workspace.js';
import { computeMonth, isSound } from './compute-month.js';
import { type CommandResult, type Languages, NOTHING, refusal } from './outcome.js';

export interface CoverageRequest {
  readonly workspace: Workspace;
  readonly months: readonly Month[];
  /** A rule file to use in place of the ones in force for the same people. */
  readonly rules: string | undefined;
  readonly provisional: boolean;
  readonly format: 'table' | 'csv';
  /** A new file for the CSV. */
  readonly out: string | undefined;
  readonly language: Languages;
}

/** Each month is computed as `run` would now; it tells of its warnings only that a month before it is open. */
export async function rulesCoverage(request: CoverageRequest): Promise<CommandResult> {
  const { workspace, rules, provisional, format, out, language } = request;
  const months = [...new Set(request.months)].toSorted();
  const sound: RuledMonth[] = [];
  const problems: Problem[] = [];
  for (const month of months) {
    const work = await computeMonth({ workspace, month, rules, provisional });
    if (!isSound(work)) return refusal(work.log.sorted(), language.messages, [], { month });
    sound.push({ result: work.result, rules: work.rules });
    problems.push(...work.log.sorted().filter(({ code }) => code === LEDGER_PROBLEMS.month_before_open.code));
  }
  const [first] = sound;
  if (!first) return NOTHING;
  const report: CoverageReport = { months, currency: first.result.currency, parts: coverage(sound) };
  if (out !== undefined) writeNew(out, coverageCsv(report, language.files));
  return {
    ...NOTHING,
    text:
      format === 'csv'
        ? coverageCsv(report, language.files).trimEnd()
        : coverageText(report, language.messages),
    data: coverageData(report, language.messages),
    problems,
    notices: out === undefined ? [] : [out],
  };
}
