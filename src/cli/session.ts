/** One call of a command: its workspace and languages, what it shows, and the exit code. */
import { resolve } from 'node:path';
import { inspect } from 'node:util';
import type { Language, Localized } from '../base/localized.js';
import { problem } from '../base/problem.js';
import { type CommandResult, type Languages, refusal } from '../commands/outcome.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { ioProblem, WorkspaceFault } from '../workspace/fault.js';
import { readSettings } from '../workspace/settings.js';
import { isWorkspace, requireWorkspace, type Workspace } from '../workspace/workspace.js';
import { helpLanguage } from './language.js';
import type { Common } from './options.js';
import { show, tell } from './terminal.js';
import { CLI_TEXTS } from './texts.js';

/** Exit codes: done; the exports, rules or seals refuse it; usage, an absent workspace, I/O, a lock. */
export const EXIT = { done: 0, refused: 1, fault: 2 } as const;

/** Opens the workspace, settles the languages (--lang, else telepay.yaml, else locale or English), and reports. */
export async function inWorkspace(
  options: Common,
  work: (workspace: Workspace, language: Languages) => Promise<CommandResult>,
): Promise<void> {
  const folder = resolve(options.workspace);
  requireWorkspace(folder);
  const reading = readSettings(folder);
  const asJson = options.json ?? false;
  if ('problems' in reading) {
    await settle(asJson, helpLanguage, () => refusal(reading.problems, helpLanguage));
    return;
  }
  const { settings } = reading;
  const language = {
    messages: options.lang ?? settings.language ?? helpLanguage,
    files: options.lang ?? settings.language ?? 'en',
  };
  await settle(asJson, language.messages, () => work({ folder, settings }, language));
}

/** The same for work on files that may lie in no workspace: outside of one it goes without. */
export async function inWorkspaceIfAny(
  options: Common,
  work: (workspace: Workspace | undefined, language: Language) => Promise<CommandResult>,
): Promise<void> {
  if (isWorkspace(resolve(options.workspace))) {
    await inWorkspace(options, (workspace, { messages }) => work(workspace, messages));
    return;
  }
  const language = options.lang ?? helpLanguage;
  await settle(options.json ?? false, language, () => work(undefined, language));
}

/** Shows what a command gave, or what stopped it, and settles the exit code. */
export async function settle(
  asJson: boolean,
  language: Language,
  work: () => Promise<CommandResult> | CommandResult,
): Promise<void> {
  try {
    const result = await work();
    process.exitCode = result.refused ? EXIT.refused : EXIT.done;
    show(result, asJson, language);
  } catch (error) {
    showFailure(error, asJson, language);
  }
}

export function showFailure(error: unknown, asJson: boolean, language: Language): void {
  process.exitCode = EXIT.fault;
  const found = error instanceof WorkspaceFault ? error.problem : ioProblem(error);
  if (found) show(refusal([found], language), asJson, language);
  else tell(`${CLI_TEXTS.internal[language]}\n${inspect(error)}`);
}

/** A command line that was not understood; `name`: of the command, for pointing at its help. */
export function usageFault(what: Localized, name?: string): WorkspaceFault {
  const command = name === undefined ? 'telepay' : `telepay ${name}`;
  return new WorkspaceFault(problem(WORKSPACE_PROBLEMS.usage, { file: command }, { what, command }));
}
