/** `telepay verify` on the command line. */
import type { Command } from 'commander';
import type { Localized } from '../base/localized.js';
import { verify } from '../commands/verify.js';
import { say } from './language.js';
import { common, type Common } from './options.js';
import { PROGRAM } from './program.js';
import { inWorkspace } from './session.js';

const TEXTS = {
  about: {
    en: 'hold the whole ledger against its hashes, compute every figure again, and add up the money',
    zh: '核对整个账本：哈希值、重新计算的数字、资金是否平衡',
  },
  head: {
    en: 'a head of the chain that was kept elsewhere: notices a chain rewritten or cut short',
    zh: '另行保存的链头，可发现链被改写或截短',
  },
} satisfies Record<string, Localized>;

export function addVerify(program: Command): void {
  common(program.command('verify').description(say(TEXTS.about)))
    .option('--head <hash>', say(TEXTS.head))
    .action((options: Common & { readonly head?: string }) =>
      inWorkspace(options, (workspace, { messages }) =>
        verify({ workspace, language: messages, head: options.head, program: PROGRAM }),
      ),
    );
}
