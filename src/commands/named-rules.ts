/** Rule files as a user names them: by their path, or by their version in the workspace. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { problem } from '../base/problem.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { type LoadedPlan, loadPlan, type RefusedPlan } from '../rules/load.js';
import { naming, WorkspaceFault } from '../workspace/fault.js';
import { ruleFilesOf, shownPath, type Workspace } from '../workspace/workspace.js';

/** The rule file at a path, or why it is refused; named as messages name it. */
export const readRuleFile = (path: string, name: string): LoadedPlan | RefusedPlan =>
  loadPlan(
    naming(path, () => readFileSync(path)),
    name,
  );

/** The rule files of the workspace, each as it was read. */
export const rulesOfWorkspace = (workspace: Workspace): (LoadedPlan | RefusedPlan)[] =>
  ruleFilesOf(workspace).map((path) => readRuleFile(path, shownPath(workspace, path)));

/** Those of them that are sound. */
export const soundRules = (workspace: Workspace): LoadedPlan[] =>
  rulesOfWorkspace(workspace).flatMap((one) => ('plan' in one ? [one] : []));

/**
 * The rule file that a user names. `path`: what he wrote, as a path; without a workspace there are no versions. Throws
 * a WorkspaceFault when it is neither a file nor a version.
 */
export function namedRules(
  workspace: Workspace | undefined,
  given: string,
  path: string,
): LoadedPlan | RefusedPlan {
  if (existsSync(path) && statSync(path).isFile())
    return readRuleFile(path, workspace ? shownPath(workspace, path) : given.replaceAll('\\', '/'));
  const known = workspace ? rulesOfWorkspace(workspace) : [];
  const sound = known.flatMap((one) => ('plan' in one ? [one] : []));
  const found = sound.find(({ plan }) => plan.version === given);
  if (found) return found;
  // It may be the version of one that can't be read.
  const problems = known.flatMap((one) => ('problems' in one ? one.problems : []));
  if (problems.length > 0) return { problems };
  const versions = sound.map(({ plan }) => plan.version);
  throw new WorkspaceFault(
    problem(WORKSPACE_PROBLEMS.no_such_rules, { file: given }, { given, versions }, { value: given }),
  );
}
