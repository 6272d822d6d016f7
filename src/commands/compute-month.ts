/** What run, check and explain share: a month's rule file and exports, read, checked and calculated. */
import { readFileSync } from 'node:fs';
import type { Month } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import { ProblemLog } from '../base/problem-log.js';
import type { MonthResult } from '../calc/month.js';
import type { Past } from '../calc/past.js';
import type { CallRow, FileReading, MonthExports } from '../input/records.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { type RulesInForce, rulesInForce, withNamed } from '../rules/in-force.js';
import { loadPlan, type LoadedPlan } from '../rules/load.js';
import { naming } from '../workspace/fault.js';
import { currencyChanges, pastFor } from './closed-months.js';
import { type ReadingSource, readFor } from './read-for-rules.js';
import { exampleProblems } from './rule-examples.js';
import { monthFolder, ruleFilesOf, shownPath, type Workspace } from '../workspace/workspace.js';

export interface MonthRequest {
  readonly workspace: Workspace;
  readonly month: Month;
  /** A rule file to use in place of the one in force for the same people. */
  readonly rules: string | undefined;
  readonly provisional: boolean;
  /** What closed months leave to this one; left out: what the ledger says. */
  readonly past?: Past;
  /** Sees every valid call too, for explaining single ones. */
  readonly watchCall?: (call: CallRow) => void;
}

export interface MonthWork {
  readonly month: Month;
  readonly provisional: boolean;
  readonly rules: RulesInForce | undefined;
  readonly files: readonly FileReading[];
  /** Names of what lies beside the exports and is none. */
  readonly others: readonly string[];
  readonly exports: MonthExports | undefined;
  /** Undefined when errors refuse the month. */
  readonly result: MonthResult | undefined;
  readonly log: ProblemLog;
}

/** A month that was computed without an error. */
export type SoundMonth = MonthWork & { readonly result: MonthResult; readonly rules: RulesInForce };

export const isSound = (work: MonthWork): work is SoundMonth =>
  work.result !== undefined && work.rules !== undefined && !work.log.hasErrors;

const NOT_READ = { files: [], others: [], exports: undefined, result: undefined };

/** Reads, checks and calculates a month. All problems are in the log; nothing is written. */
export async function computeMonth(request: MonthRequest): Promise<MonthWork> {
  const { workspace, month, provisional } = request;
  const log = new ProblemLog();
  const from = monthFolder(workspace, month);
  const bases = basesOf(request, log);
  if (!bases) return { month, provisional, rules: undefined, ...NOT_READ, log };
  const { outsideMonth, columnNames } = workspace.settings;
  const { watchCall } = request;
  const source = { month, from, ...bases, outsideMonth, columnNames, provisional };
  return calculateFrom({ ...source, ...(watchCall ? { watchCall } : {}) }, log);
}

/** All that a month is computed from. */
export interface MonthSource extends ReadingSource {
  readonly rules: RulesInForce;
}

/** Reads, checks and calculates a month from what was chosen for it. */
export async function calculateFrom(source: MonthSource, log: ProblemLog): Promise<MonthWork> {
  const { month, provisional, rules } = source;
  const { calculate, ...reading } = await readFor(source, [rules], log);
  const { exports } = reading;
  const result = exports && calculate(exports, rules);
  log.addAll(result?.problems ?? []);
  return { month, provisional, rules, ...reading, result: log.hasErrors ? undefined : result, log };
}

/** What a month is computed by, before its exports are looked at; undefined when it is refused. */
function basesOf(request: MonthRequest, log: ProblemLog): { rules: RulesInForce; past: Past } | undefined {
  const rules = chooseRules(request, log);
  const past = request.past ?? pastFor(request.workspace, request.month, log);
  if (rules) log.addAll(currencyChanges(rules, past));
  return rules && !log.hasErrors ? { rules, past } : undefined;
}

/**
 * The rule files in force among the workspace's; with one that a user named, which may be for all of them. What their
 * own examples say must come out.
 */
export function chooseRules(
  request: Pick<MonthRequest, 'workspace' | 'month' | 'rules'>,
  log: ProblemLog,
): RulesInForce | undefined {
  const { workspace, month, rules } = request;
  const named = rules === undefined ? undefined : read(workspace, rules, log);
  if (rules !== undefined && !named) return undefined;
  // A named file for everybody is all there is: nothing else is so much as looked at.
  const paths = named && !named.plan.applies_to ? [] : ruleFilesOf(workspace);
  const loaded = paths.flatMap((path) => read(workspace, path, log) ?? []);
  if (log.hasErrors) return undefined;
  const chosen = named
    ? withNamed(named, loaded, month)
    : rulesInForce(loaded, month, workspace.settings.rules);
  const problems = 'problems' in chosen ? chosen.problems : chosen.flatMap(exampleProblems);
  log.addAll(problems);
  return 'problems' in chosen || problems.length > 0 ? undefined : chosen;
}

function read(workspace: Workspace, path: string, log: ProblemLog): LoadedPlan | undefined {
  const reading = loadPlan(
    naming(path, () => readFileSync(path)),
    shownPath(workspace, path),
  );
  if ('plan' in reading) return reading;
  log.addAll(reading.problems);
  return undefined;
}

/** With --strict: what is otherwise a warning, or an assumed value, as the error that refuses the month. */
export function strictProblems(work: MonthWork, strict: Strictness): Problem[] {
  const found: Problem[] = [];
  const warnings = work.log.sorted().filter((one) => one.severity === 'warning').length;
  const month = { file: `months/${work.month}` };
  if ((strict === 'warnings' || strict === 'all') && warnings > 0) {
    found.push(problem(WORKSPACE_PROBLEMS.strict_warnings, month, { count: warnings }));
  }
  if (strict === 'assumed' || strict === 'all') {
    for (const rule of work.result?.rules ?? []) {
      if (rule.mark.kind !== 'assumed') continue;
      const params = { path: rule.path, value: rule.text, clause: rule.mark.clause };
      found.push(problem(WORKSPACE_PROBLEMS.strict_assumed, rule.mark.at, params, { value: rule.text }));
    }
  }
  return found;
}

export const STRICTNESSES = ['none', 'warnings', 'assumed', 'all'] as const;
export type Strictness = (typeof STRICTNESSES)[number];
