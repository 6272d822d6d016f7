/** What changes the values of a rule file: shown, asked for and written. */
import type { Language } from '../base/localized.js';
import { problem } from '../base/problem.js';
import { EDIT_PROBLEMS } from '../problems/rule-edits.js';
import { changesData, changesText, writtenText } from '../report/rule-change-text.js';
import type { LoadedPlan } from '../rules/load.js';
import { setValues, type Wish } from '../rules/set-value.js';
import { replaceRuleFile } from '../workspace/rule-file.js';
import type { Workspace } from '../workspace/workspace.js';
import { closedBy, loadRules, pathOfRules, type RulesPath } from './rules-to-change.js';
import { type CommandResult, declined, NOTHING, refusal } from './outcome.js';
import { exampleProblems } from './rule-examples.js';

export interface ChangeRequest {
  /** Path or version of the rule file. */
  readonly given: string;
  /** Without one, no closed month is known. */
  readonly workspace: Workspace | undefined;
  readonly language: Language;
  /** Shows the plan and asks whether to go on. */
  readonly confirm: (plan: string) => Promise<boolean>;
}

/** `telepay rules set`: gives values of a rule file, each by its path, and writes it. */
export async function setRules(request: ChangeRequest, wishes: readonly Wish[]): Promise<CommandResult> {
  const { language, workspace } = request;
  const named = pathOfRules(request.given, workspace);
  const rules = loadRules(named);
  if ('problems' in rules) return refusal(rules.problems, language);
  return changeValues(request, named, rules, wishes);
}

/** The same for a rule file that was read. */
export async function changeValues(
  { language, workspace, confirm }: ChangeRequest,
  named: RulesPath,
  rules: LoadedPlan,
  wishes: readonly Wish[],
): Promise<CommandResult> {
  const found = setValues(rules, wishes);
  if ('problems' in found) return refusal(found.problems, language);
  const { changes } = found;
  const { version } = rules.plan;
  const data = { file: named.name, version, changes: changesData(changes) };
  if (changes.length === 0)
    return {
      ...NOTHING,
      text: changesText(named.name, changes, language),
      data: { ...data, written: false },
    };
  const failing = exampleProblems(found.rules);
  if (failing.length > 0) return refusal(failing, language, [], data);
  const months = closedBy(rules, workspace);
  if (months.length > 0) {
    const closed = problem(EDIT_PROBLEMS.closed_by_it, { file: named.name }, { months, version });
    return refusal([closed], language, [], data);
  }
  if (!(await confirm(changesText(named.name, changes, language))))
    return declined(language, { ...data, written: false });
  replaceRuleFile(named.path, found.rules.bytes);
  return { ...NOTHING, text: writtenText(named.name, language), data: { ...data, written: true } };
}
