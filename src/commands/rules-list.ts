/** `telepay rules list`: the rule files of the workspace, and the months that each rules. Writes nothing. */
import type { Language } from '../base/localized.js';
import { ProblemLog } from '../base/problem-log.js';
import { standingsOf } from '../ledger/history.js';
import { rulesListData, rulesListText } from '../report/rules-list-text.js';
import { type ClosedBy, ruledMonths } from '../rules/ruled-months.js';
import { monthsOf, type Workspace } from '../workspace/workspace.js';
import { chainOf } from './closed-months.js';
import { rulesOfWorkspace } from './named-rules.js';
import type { CommandResult } from './outcome.js';
import { problemsData } from './outcome.js';

export function listRules(workspace: Workspace, language: Language): CommandResult {
  const log = new ProblemLog();
  const readings = rulesOfWorkspace(workspace);
  for (const one of readings) if ('problems' in one) log.addAll(one.problems);
  const loaded = readings.flatMap((one) => ('plan' in one ? [one] : []));
  const closed = standingsOf(chainOf(workspace, log)).flatMap(({ month, seal, corrected }): ClosedBy[] => {
    // Months before telepay are sealed by no rules of theirs.
    if (seal.manifest.kind === 'open') return [];
    const { rules, other_rules: others = [] } = (corrected ?? seal).manifest;
    return [{ month, rules: [rules, ...others] }];
  });
  const isClosed = new Set(closed.map(({ month }) => month));
  const open = monthsOf(workspace).filter((month) => !isClosed.has(month));
  const found = ruledMonths(loaded, closed, open);
  const problems = log.sorted();
  return {
    text: rulesListText(found, language),
    data: { refused: log.hasErrors, ...rulesListData(found), problems: problemsData(problems, language) },
    problems,
    notices: [],
    refused: log.hasErrors,
  };
}
