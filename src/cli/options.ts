/** Options that several commands share, and the request that a month's command is given by them. */
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { LANGUAGES, type Language } from '../base/localized.js';
import { type Strictness, STRICTNESSES } from '../commands/compute-month.js';
import { requireMonth, type Workspace } from '../workspace/workspace.js';
import { say } from './language.js';
import { CLI_TEXTS } from './texts.js';

export interface Common {
  readonly workspace: string;
  readonly lang?: Language;
  readonly json?: boolean;
}

/** What a month is computed with. */
export interface Computing extends Common {
  readonly rules?: string;
  readonly provisional?: boolean;
}

export interface Strict extends Computing {
  readonly strict: Strictness;
}

export function common(command: Command): Command {
  return command
    .option('--workspace <dir>', say(CLI_TEXTS.workspace), '.')
    .addOption(new Option('--lang <language>', say(CLI_TEXTS.lang)).choices([...LANGUAGES]))
    .option('--json', say(CLI_TEXTS.json));
}

export function computing(command: Command): Command {
  return common(command)
    .option('--rules <file>', say(CLI_TEXTS.rules))
    .option('--provisional', say(CLI_TEXTS.provisional));
}

export function strict(command: Command): Command {
  return command.addOption(
    new Option('--strict <what>', say(CLI_TEXTS.strict))
      .choices(STRICTNESSES.filter((one) => one !== 'none'))
      .default('none' satisfies Strictness, ''),
  );
}

export const monthArgument = (command: Command): Command => command.argument('<month>', say(CLI_TEXTS.month));

export function monthRequest(workspace: Workspace, month: string, options: Omit<Computing, keyof Common>) {
  return {
    workspace,
    month: requireMonth(month),
    rules: options.rules === undefined ? undefined : resolve(options.rules),
    provisional: options.provisional ?? false,
  };
}
