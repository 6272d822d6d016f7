/** `telepay approve` on the command line. */
import type { Command } from 'commander';
import { approve } from '../commands/approve.js';
import { requireMonth } from '../workspace/workspace.js';
import { authored, type AuthorOptions, authorOf } from './author.js';
import { say } from './language.js';
import { common, type Common, monthArgument } from './options.js';
import { PROGRAM } from './program.js';
import { inWorkspace } from './session.js';
import { CLI_TEXTS } from './texts.js';

const ABOUT = { en: 'the second pair of eyes: approve a closed month', zh: '复核：审批已结账的月份' };

export function addApprove(program: Command): void {
  authored(monthArgument(common(program.command('approve').description(say(ABOUT)))))
    .option('--note <text>', say(CLI_TEXTS.note), '')
    .action((chosen: string, options: Common & AuthorOptions & { readonly note: string }) =>
      inWorkspace(options, (workspace, { messages }) =>
        approve({
          workspace,
          month: requireMonth(chosen),
          language: messages,
          ...authorOf(options),
          note: options.note,
          program: PROGRAM,
        }),
      ),
    );
}
