/** `telepay variance`: a month against the one before it, for whoever signs it. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Currency } from '../base/currency.js';
import { type Language, LANGUAGES } from '../base/localized.js';
import { type Month, shiftMonth } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import { ProblemLog } from '../base/problem-log.js';
import { type MonthState, stateOf } from '../calc/closing.js';
import { compareMonths, type Variance, type VarianceThresholds } from '../calc/variance.js';
import type { Entry } from '../ledger/chain.js';
import { readRulesOf } from '../ledger/history.js';
import { believing } from '../ledger/sealed-file.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { varianceCsv, varianceData, varianceHeader } from '../report/variance-tables.js';
import { varianceText } from '../report/variance-text.js';
import { naming, WorkspaceFault } from '../workspace/fault.js';
import { privateFolder } from '../workspace/files.js';
import { asOnlyWriter, replaceFile } from '../workspace/folder.js';
import { outRoot, type Workspace } from '../workspace/workspace.js';
import { chainOf, sealOf } from './closed-months.js';
import { computeMonth, isSound } from './compute-month.js';
import { type CommandResult, type Languages, refusal } from './outcome.js';
import { stateAtSeal } from './payroll-month.js';

export interface VarianceRequest {
  readonly workspace: Workspace;
  readonly month: Month;
  /** The month to hold it against; left out: the one before it. */
  readonly other: Month | undefined;
  /** In place of what telepay.yaml says. */
  readonly thresholds: Partial<VarianceThresholds>;
  readonly language: Languages;
}

export async function variance(request: VarianceRequest): Promise<CommandResult> {
  const { workspace, month, language } = request;
  const { messages } = language;
  const other = request.other ?? shiftMonth(month, -1);
  const log = new ProblemLog();
  const entries = chainOf(workspace, log);
  if (log.hasErrors) return refusal(log.sorted(), messages, [], { month });
  const before = await figuresOf(workspace, entries, other);
  const now = await figuresOf(workspace, entries, month);
  const problems = [...before.problems.map((one) => namingMonth(one, other)), ...now.problems];
  if (!before.state || !now.state) return refusal(problems, messages, [], { month });
  const thresholds = { ...workspace.settings.variance, ...request.thresholds };
  const found = compareMonths(before.state, now.state, thresholds, now.currency);
  const file = await write(workspace, found, language.files);
  return {
    text: varianceText(found, thresholds, messages),
    data: varianceData(found, messages),
    problems,
    notices: [file],
    refused: false,
  };
}

interface Figures {
  readonly state?: MonthState;
  readonly currency?: Currency;
  readonly problems: readonly Problem[];
}

/** A closed month as it was sealed, an open one as it is computed now; no state where it is refused. */
async function figuresOf(workspace: Workspace, entries: readonly Entry[], month: Month): Promise<Figures> {
  const seal = sealOf(entries, month);
  if (seal) {
    const reading = believing(() => ({
      state: stateAtSeal(seal),
      currency: readRulesOf(seal)[0].plan.currency,
    }));
    return 'value' in reading ? { ...reading.value, problems: [] } : reading;
  }
  const work = await computeMonth({ workspace, month, rules: undefined, provisional: false });
  const problems = work.log.sorted();
  return isSound(work)
    ? { state: stateOf(work.result), currency: work.result.currency, problems }
    : { problems };
}

/** Beside the month's own files, one of the other month is named with that month. */
function namingMonth(one: Problem, month: Month): Problem {
  const { file } = one.place;
  return file.includes('/') ? one : { ...one, place: { ...one.place, file: `${month}/${file}` } };
}

/** Puts the findings beside the month's reports, whole or not at all. */
async function write(workspace: Workspace, found: Variance, language: Language): Promise<string> {
  const root = outRoot(workspace);
  privateFolder(root);
  const place = join(root, `${found.month}.variance`);
  const file = `${place}.csv`;
  await asOnlyWriter(place, () => {
    requireOwn(file, found);
    replaceFile(place, file, varianceCsv(found, language));
  });
  return file;
}

/** Refuses to replace a file that does not begin as telepay's own do. */
function requireOwn(file: string, found: Variance): void {
  if (!existsSync(file)) return;
  const text = naming(file, () => readFileSync(file, 'utf8'));
  if (LANGUAGES.some((language) => text.startsWith(varianceHeader(found, language)))) return;
  const params = { folder: dirname(file), file: basename(file) };
  throw new WorkspaceFault(problem(WORKSPACE_PROBLEMS.foreign_files, { file }, params));
}
