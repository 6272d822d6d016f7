/** Commands about rule files that need a workspace for its versions alone: with paths they do without one. */
import { resolve } from 'node:path';
import type { CommandResult, Languages } from '../commands/outcome.js';
import { isWorkspace, type Workspace } from '../workspace/workspace.js';
import { helpLanguage } from './language.js';
import type { Common } from './options.js';
import { inWorkspace, settle } from './session.js';

/** In the workspace if there is one, else without; the languages then are those of the help. */
export async function withRules(
  options: Common,
  work: (workspace: Workspace | undefined, language: Languages) => Promise<CommandResult> | CommandResult,
): Promise<void> {
  if (isWorkspace(resolve(options.workspace))) {
    await inWorkspace(options, async (workspace, language) => work(workspace, language));
    return;
  }
  const language = options.lang ?? helpLanguage;
  await settle(options.json ?? false, language, () =>
    work(undefined, { messages: language, files: language }),
  );
}
