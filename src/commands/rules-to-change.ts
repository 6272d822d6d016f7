/** The rule file that a user named to be changed, by its path or by its version, and the months closed by it. */
import { statSync } from 'node:fs';
import type { Month } from '../base/period.js';
import { problem } from '../base/problem.js';
import { ProblemLog } from '../base/problem-log.js';
import { sealsOf } from '../ledger/chain.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import type { LoadedPlan, RefusedPlan } from '../rules/load.js';
import { WorkspaceFault } from '../workspace/fault.js';
import { ruleFilesOf, shownPath, type Workspace } from '../workspace/workspace.js';
import { chainOf } from './closed-months.js';
import { readRuleFile } from './named-rules.js';

export interface RulesPath {
  readonly path: string;
  /** As messages name it. */
  readonly name: string;
}

/** Throws a WorkspaceFault where it is neither a file nor a version of the workspace, if there is one. */
export function pathOfRules(given: string, workspace: Workspace | undefined): RulesPath {
  if (statSync(given, { throwIfNoEntry: false })?.isFile()) {
    return { path: given, name: workspace ? shownPath(workspace, given) : given.replaceAll('\\', '/') };
  }
  const versions = workspace ? versionsOf(workspace) : [];
  const found = versions.find(({ version }) => version === given);
  if (found) return found;
  const params = { given, versions: versions.map(({ version }) => version) };
  throw new WorkspaceFault(
    problem(WORKSPACE_PROBLEMS.no_such_rules, { file: given }, params, { value: given }),
  );
}

function versionsOf(workspace: Workspace): (RulesPath & { readonly version: string })[] {
  return ruleFilesOf(workspace).flatMap((path) => {
    const named = { path, name: shownPath(workspace, path) };
    const reading = loadRules(named);
    return 'plan' in reading ? [{ ...named, version: reading.plan.version }] : [];
  });
}

export const loadRules = ({ path, name }: RulesPath): LoadedPlan | RefusedPlan => readRuleFile(path, name);

/** The closed months that were paid by this very file. A ledger that can't be believed stops the command. */
export function closedBy({ sha256 }: LoadedPlan, workspace: Workspace | undefined): Month[] {
  if (!workspace) return [];
  const log = new ProblemLog();
  const seals = sealsOf(chainOf(workspace, log));
  const [broken] = log.sorted();
  if (broken) throw new WorkspaceFault(broken);
  return seals.flatMap(({ manifest }) => {
    if (manifest.kind !== 'close') return [];
    const used = [manifest.rules, ...(manifest.other_rules ?? [])];
    return used.some((one) => one.sha256 === sha256) ? [manifest.month] : [];
  });
}
