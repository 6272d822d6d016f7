/** `telepay rules show`: a rule file in tables for reading. Writes nothing. */
import type { Language } from '../base/localized.js';
import { firstDay, parseIsoDate, type PlainDate } from '../base/period.js';
import { byKeys } from '../base/order.js';
import { problem } from '../base/problem.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { rulesMarkdown, rulesShowData, rulesText } from '../report/rules-show-text.js';
import type { LoadedPlan, RefusedPlan } from '../rules/load.js';
import { WorkspaceFault } from '../workspace/fault.js';
import { monthsOf, type Workspace } from '../workspace/workspace.js';
import { namedRules, rulesOfWorkspace } from './named-rules.js';
import { type CommandResult, refusal } from './outcome.js';

export const SHOW_FORMATS = ['table', 'markdown'] as const;

export interface RulesShowRequest {
  readonly workspace: Workspace | undefined;
  /** A version or file; left out: the file that began last by the last month of the workspace. */
  readonly named: { readonly given: string; readonly path: string } | undefined;
  readonly on: PlainDate | undefined;
  readonly format: (typeof SHOW_FORMATS)[number];
  readonly language: Language;
}

export function showRules({ workspace, named, on, format, language }: RulesShowRequest): CommandResult {
  const rules = named ? namedRules(workspace, named.given, named.path) : latest(workspace);
  if ('problems' in rules) return refusal(rules.problems, language);
  const shown = { rules, day: on ?? rules.plan.effective_from };
  return {
    text: (format === 'markdown' ? rulesMarkdown : rulesText)(shown, language),
    data: rulesShowData(shown, language),
    problems: [],
    notices: [],
    refused: false,
  };
}

/** The day that a user named. Throws a WorkspaceFault when it is none. */
export function requireDay(given: string): PlainDate {
  const day = parseIsoDate(given);
  if (day) return day;
  const what = { en: `"${given}" is no day as YYYY-MM-DD`, zh: `“${given}”不是 YYYY-MM-DD 形式的日期` };
  throw new WorkspaceFault(
    problem(
      WORKSPACE_PROBLEMS.usage,
      { file: 'telepay rules show' },
      { what, command: 'telepay rules show' },
    ),
  );
}

function latest(workspace: Workspace | undefined): LoadedPlan | RefusedPlan {
  const readings = workspace ? rulesOfWorkspace(workspace) : [];
  const problems = readings.flatMap((one) => ('problems' in one ? one.problems : []));
  if (problems.length > 0) return { problems };
  const last = workspace && monthsOf(workspace).at(-1);
  const sound = readings
    .flatMap((one) => ('plan' in one ? [one] : []))
    .toSorted(byKeys(({ plan }) => plan.effective_from));
  const found = sound.findLast(({ plan }) => !last || plan.effective_from <= firstDay(last)) ?? sound.at(-1);
  if (found) return found;
  const params = { given: '', versions: [] };
  throw new WorkspaceFault(problem(WORKSPACE_PROBLEMS.no_such_rules, { file: 'telepay rules show' }, params));
}
