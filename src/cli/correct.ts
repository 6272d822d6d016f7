/** `telepay correct` and `telepay reopen` on the command line. */
import type { Command } from 'commander';
import type { Localized } from '../base/localized.js';
import { correct } from '../commands/correct.js';
import { reopen } from '../commands/reopen.js';
import { requireMonth } from '../workspace/workspace.js';
import { authored, type AuthorOptions, authorOf, said } from './author.js';
import { confirmation } from './confirm.js';
import { say } from './language.js';
import { common, type Common, monthArgument, monthRequest } from './options.js';
import { PROGRAM } from './program.js';
import { inWorkspace } from './session.js';
import { CLI_TEXTS } from './texts.js';

const TEXTS = {
  correct: {
    en: 'compute a closed month anew beside its seal, and post what was due less what was paid',
    zh: '更正已结账的月份：封存不变，应付与已付的差额记入未结账的月份',
  },
  reopen: {
    en: 'undo the latest close, as long as nothing was exported',
    zh: '撤销最近一次结账（尚未导出时）',
  },
  why: { en: 'why: it is written into the ledger', zh: '原因，记入账本' },
  ask_correct: { en: 'Post these lines? (y/n) ', zh: '确认记入？(y/n) ' },
  ask_reopen: { en: 'Open this month again? (y/n) ', zh: '确认重新打开？(y/n) ' },
} satisfies Record<string, Localized>;

interface DeedOptions extends Common, AuthorOptions {
  readonly why: string;
  readonly yes?: boolean;
}

const deed = (command: Command): Command =>
  authored(monthArgument(common(command)))
    .requiredOption('--why <text>', say(TEXTS.why))
    .option('--yes', say(CLI_TEXTS.yes));

export function addCorrect(program: Command): void {
  deed(program.command('correct').description(say(TEXTS.correct)))
    .option('--rules <file>', say(CLI_TEXTS.rules))
    .action((chosen: string, options: DeedOptions & { readonly rules?: string }) =>
      inWorkspace(options, (workspace, language) =>
        correct({
          ...monthRequest(workspace, chosen, options),
          strict: 'none',
          language,
          ...authorOf(options),
          why: said('--why', options.why),
          program: PROGRAM,
          confirm: confirmation(options, TEXTS.ask_correct, language.messages),
        }),
      ),
    );
}

export function addReopen(program: Command): void {
  deed(program.command('reopen').description(say(TEXTS.reopen))).action(
    (chosen: string, options: DeedOptions) =>
      inWorkspace(options, (workspace, language) =>
        reopen({
          workspace,
          month: requireMonth(chosen),
          language: language.messages,
          ...authorOf(options),
          why: said('--why', options.why),
          program: PROGRAM,
          confirm: confirmation(options, TEXTS.ask_reopen, language.messages),
        }),
      ),
  );
}
