/** `telepay close` and `telepay grade` on the command line. */
import type { Command } from 'commander';
import { close } from '../commands/close.js';
import type { Strictness } from '../commands/compute-month.js';
import { grade } from '../commands/grade.js';
import { authored, type AuthorOptions, authorOf } from './author.js';
import { confirmation } from './confirm.js';
import { say } from './language.js';
import { common, type Common, monthArgument, monthRequest, strict } from './options.js';
import { PROGRAM } from './program.js';
import { inWorkspace } from './session.js';
import { CLI_TEXTS } from './texts.js';

interface CloseOptions extends Common, AuthorOptions {
  readonly note: string;
  readonly yes?: boolean;
  readonly rules?: string;
  readonly strict: Strictness;
}

export function addClose(program: Command): void {
  authored(monthArgument(strict(common(program.command('close').description(say(CLI_TEXTS.close))))))
    .option('--note <text>', say(CLI_TEXTS.note), '')
    .option('--yes', say(CLI_TEXTS.yes))
    .option('--rules <file>', say(CLI_TEXTS.rules))
    .action((chosen: string, options: CloseOptions) =>
      inWorkspace(options, (workspace, language) =>
        close({
          ...monthRequest(workspace, chosen, options),
          strict: options.strict,
          language,
          ...authorOf(options),
          note: options.note,
          program: PROGRAM,
          confirm: confirmation(options, CLI_TEXTS.ask_close, language.messages),
        }),
      ),
    );
}

export function addGrade(program: Command): void {
  common(program.command('grade').description(say(CLI_TEXTS.grade)))
    .argument('<quarter>', say(CLI_TEXTS.quarter))
    .action((quarter: string, options: Common) =>
      inWorkspace(options, (workspace, language) => grade({ workspace, quarter, language })),
    );
}
