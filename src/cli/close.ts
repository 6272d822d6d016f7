/** `telepay close` and `telepay grade` on the command line. */
import { createInterface } from 'node:readline/promises';
import { type Command, CommanderError } from 'commander';
import type { Language } from '../base/localized.js';
import { close } from '../commands/close.js';
import type { Strictness } from '../commands/compute-month.js';
import { grade } from '../commands/grade.js';
import { say } from './language.js';
import { common, type Common, monthArgument, monthRequest, strict } from './options.js';
import { PROGRAM } from './program.js';
import { EXIT, inWorkspace } from './session.js';
import { tell } from './terminal.js';
import { CLI_TEXTS } from './texts.js';

interface CloseOptions extends Common {
  readonly by: string;
  readonly note: string;
  readonly yes?: boolean;
  readonly rules?: string;
  readonly strict: Strictness;
}

export function addClose(program: Command): void {
  monthArgument(strict(common(program.command('close').description(say(CLI_TEXTS.close)))))
    .requiredOption('--by <name>', say(CLI_TEXTS.by))
    .option('--note <text>', say(CLI_TEXTS.note), '')
    .option('--yes', say(CLI_TEXTS.yes))
    .option('--rules <file>', say(CLI_TEXTS.rules))
    .action((chosen: string, options: CloseOptions) =>
      inWorkspace(options, (workspace, language) =>
        close({
          ...monthRequest(workspace, chosen, options),
          strict: options.strict,
          language,
          by: options.by,
          note: options.note,
          at: new Date().toISOString(),
          program: PROGRAM,
          confirm: (plan) => (options.yes ? Promise.resolve(true) : confirmClose(plan, language.messages)),
        }),
      ),
    );
}

/** Shows the plan and asks; without a terminal only --yes closes a month. */
async function confirmClose(plan: string, language: Language): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new CommanderError(EXIT.fault, 'telepay.usage', CLI_TEXTS.needs_yes[language]);
  }
  tell(plan);
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const answer = (await prompt.question(CLI_TEXTS.ask_close[language])).trim().toLowerCase();
  prompt.close();
  return ['y', 'yes', '是'].includes(answer);
}

export function addGrade(program: Command): void {
  common(program.command('grade').description(say(CLI_TEXTS.grade)))
    .argument('<quarter>', say(CLI_TEXTS.quarter))
    .action((quarter: string, options: Common) =>
      inWorkspace(options, (workspace, language) => grade({ workspace, quarter, language })),
    );
}
