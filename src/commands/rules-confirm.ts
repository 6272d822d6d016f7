/** `telepay rules confirm`: the open assumptions of a rule file as a sheet to sign, and what was signed as marks. */
import type { Language } from '../base/localized.js';
import type { Month } from '../base/period.js';
import { problem } from '../base/problem.js';
import { ProblemLog } from '../base/problem-log.js';
import { EDIT_PROBLEMS } from '../problems/rule-edits.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { confirmCsv } from '../report/confirm-csv.js';
import { confirmPage } from '../report/confirm-page.js';
import { confirmData, type ConfirmSheet } from '../report/confirm-rows.js';
import { confirmText } from '../report/confirm-text.js';
import { confirmedText } from '../report/confirmed-text.js';
import { writtenText } from '../report/rule-change-text.js';
import { assumptionsOf } from '../rules/assumptions.js';
import { confirmValues, openValues, type Settlement } from '../rules/confirm-value.js';
import type { LoadedPlan } from '../rules/load.js';
import { WorkspaceFault } from '../workspace/fault.js';
import { writeNew } from '../workspace/files.js';
import { replaceRuleFile } from '../workspace/rule-file.js';
import type { Workspace } from '../workspace/workspace.js';
import { alternativeCosts } from './alternative-costs.js';
import type { ChangeRequest } from './change-rules.js';
import { closedBy, loadRules, pathOfRules, type RulesPath } from './rules-to-change.js';
import { type CommandResult, declined, NOTHING, refusal } from './outcome.js';

export const SHEET_FORMATS = ['table', 'csv', 'html'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

export interface SheetRequest {
  /** Path or version of the rule file. */
  readonly given: string;
  readonly workspace: Workspace | undefined;
  /** In which each alternative is computed; they need a workspace. */
  readonly months: readonly Month[];
  readonly format: SheetFormat;
  /** A file to write, which must not be there; left out: standard output. */
  readonly out: string | undefined;
  readonly language: Language;
}

/** The open assumptions of a rule file, with what their alternatives would have cost in the months. */
export async function confirmSheet(request: SheetRequest): Promise<CommandResult> {
  const { workspace, format, out, language } = request;
  const named = pathOfRules(request.given, workspace);
  const rules = loadRules(named);
  if ('problems' in rules) return refusal(rules.problems, language);
  const log = new ProblemLog();
  const sheet = await sheetOf(request, named, rules, log);
  if (log.hasErrors) return refusal(log.sorted(), language);
  const data = confirmData(sheet, language);
  const content = contentOf(sheet, format, language);
  if (out === undefined) return { ...NOTHING, text: content.replace(/\r?\n$/, ''), data };
  writeNew(out, content.endsWith('\n') ? content : `${content}\n`);
  return { ...NOTHING, text: writtenText(out, language), data: { ...data, out } };
}

async function sheetOf(
  { workspace, months, language }: SheetRequest,
  { path, name }: RulesPath,
  rules: LoadedPlan,
  log: ProblemLog,
): Promise<ConfirmSheet> {
  const { version, title, currency } = rules.plan;
  const assumptions = assumptionsOf(rules);
  if (!workspace && months.length > 0) {
    throw new WorkspaceFault(problem(WORKSPACE_PROBLEMS.no_workspace, { file: '.' }, { folder: '.' }));
  }
  const costs = workspace ? await alternativeCosts({ workspace, months, path, rules }, assumptions, log) : [];
  return { file: name, version, title: title[language], currency, months, assumptions, costs };
}

function contentOf(sheet: ConfirmSheet, format: SheetFormat, language: Language): string {
  switch (format) {
    case 'table':
      return confirmText(sheet, language);
    case 'csv':
      return confirmCsv(sheet, language);
    case 'html':
      return confirmPage(sheet, language);
  }
}

/** Marks values as confirmed, each by its path or by that of the mark that it shares with others. */
export async function confirmRules(
  { given, workspace, language, confirm }: ChangeRequest,
  paths: readonly string[],
  settlement: Settlement,
): Promise<CommandResult> {
  const named = pathOfRules(given, workspace);
  const rules = loadRules(named);
  if ('problems' in rules) return refusal(rules.problems, language);
  const found = confirmValues(rules, paths, settlement);
  if ('problems' in found) return refusal(found.problems, language);
  const { values } = found;
  const marks = new Set(values.map((one) => one.mark.path));
  const beside = openValues(found.rules).filter((one) => marks.has(one.mark.path));
  const data = {
    file: named.name,
    ...settlement,
    confirmed: values.map(({ path, text }) => ({ path, value: text })),
  };
  const plan = confirmedText(named.name, values, beside, settlement, language);
  if (!(await confirm(plan))) return declined(language, { ...data, written: false });
  const months = closedBy(rules, workspace);
  replaceRuleFile(named.path, found.rules.bytes);
  const closed = problem(EDIT_PROBLEMS.closed_before_confirmed, { file: named.name }, { months });
  return {
    ...NOTHING,
    text: writtenText(named.name, language),
    data: { ...data, written: true },
    problems: months.length > 0 ? [closed] : [],
  };
}
