/** `telepay rules diff`: what two rule files say differently. Writes nothing. */
import type { Language } from '../base/localized.js';
import { diffData, diffText } from '../report/diff-text.js';
import { diffPlans } from '../rules/plan-diff.js';
import type { Workspace } from '../workspace/workspace.js';
import { namedRules } from './named-rules.js';
import { type CommandResult, refusal } from './outcome.js';

export interface RulesDiffRequest {
  readonly workspace: Workspace | undefined;
  /** As the user wrote them, and as paths. */
  readonly before: { readonly given: string; readonly path: string };
  readonly after: { readonly given: string; readonly path: string };
  readonly language: Language;
}

export function diffRules({ workspace, before, after, language }: RulesDiffRequest): CommandResult {
  const old = namedRules(workspace, before.given, before.path);
  const now = namedRules(workspace, after.given, after.path);
  if ('problems' in old || 'problems' in now) {
    return refusal(
      [old, now].flatMap((one) => ('problems' in one ? one.problems : [])),
      language,
    );
  }
  const diff = diffPlans(old, now);
  return {
    text: diffText(diff, old, now, language),
    data: diffData(diff, old, now, language),
    problems: [],
    notices: [],
    refused: false,
  };
}
