/** `telepay open` on the command line. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Localized } from '../base/localized.js';
import { open } from '../commands/open.js';
import { requireMonth } from '../workspace/workspace.js';
import { authored, type AuthorOptions, authorOf } from './author.js';
import { confirmation } from './confirm.js';
import { say } from './language.js';
import { common, type Common, monthArgument } from './options.js';
import { PROGRAM } from './program.js';
import { inWorkspace } from './session.js';
import { CLI_TEXTS } from './texts.js';

const TEXTS = {
  open: {
    en: 'seal what was before the first month: debts, sign-ups, counts, scores, measures',
    zh: '建账：封存首月之前的欠款、受理、数量、得分和指标',
  },
  from: {
    en: 'the folder of those files (see init --opening)',
    zh: '存放这些文件的文件夹（见 init --opening）',
  },
  rules: {
    en: 'the rule file that the month before was paid by, in place of the one in force then',
    zh: '首月之前那个月所用的规则文件，代替当时生效的规则',
  },
  ask: { en: 'Seal this? (y/n) ', zh: '确认封存？(y/n) ' },
} satisfies Record<string, Localized>;

interface OpenOptions extends Common, AuthorOptions {
  readonly from: string;
  readonly note: string;
  readonly yes?: boolean;
  readonly rules?: string;
}

export function addOpen(program: Command): void {
  authored(monthArgument(common(program.command('open').description(say(TEXTS.open)))))
    .requiredOption('--from <dir>', say(TEXTS.from))
    .option('--note <text>', say(CLI_TEXTS.note), '')
    .option('--yes', say(CLI_TEXTS.yes))
    .option('--rules <file>', say(TEXTS.rules))
    .action((chosen: string, options: OpenOptions) =>
      inWorkspace(options, (workspace, language) =>
        open({
          workspace,
          month: requireMonth(chosen),
          from: resolve(options.from),
          rules: options.rules === undefined ? undefined : resolve(options.rules),
          ...authorOf(options),
          note: options.note,
          language,
          program: PROGRAM,
          confirm: confirmation(options, TEXTS.ask, language.messages),
        }),
      ),
    );
}
