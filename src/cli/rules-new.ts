/** `telepay rules new` on the command line. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Localized } from '../base/localized.js';
import { newRules } from '../commands/rules-new.js';
import { say } from './language.js';
import { common, type Common } from './options.js';
import { inWorkspace } from './session.js';

const TEXTS = {
  about: {
    en: 'copy a rule file to begin a later one, with its comments and layout',
    zh: '复制规则文件作为新版草稿，保留注释和排版',
  },
  from: { en: 'the version or file to copy', zh: '要复制的版本或文件' },
  effective: { en: 'the first of the month from which it shall hold', zh: '生效日期（某月一日）' },
  out: {
    en: 'where to write it (default: drafts/VERSION.yaml among the rules, where no month is paid by it)',
    zh: '写到何处（默认：规则文件夹下 drafts/版本.yaml，不用于计算）',
  },
} satisfies Record<string, Localized>;

interface NewOptions extends Common {
  readonly from: string;
  readonly effective: string;
  readonly out?: string;
}

export function addNew(rules: Command): void {
  common(rules.command('new').description(say(TEXTS.about)))
    .requiredOption('--from <version>', say(TEXTS.from))
    .requiredOption('--effective <date>', say(TEXTS.effective))
    .option('--out <file>', say(TEXTS.out))
    .action(async ({ from, effective, out, ...options }: NewOptions) => {
      await inWorkspace(options, (workspace, { messages: language }) =>
        Promise.resolve(
          newRules({
            workspace,
            from: { given: from, path: resolve(from) },
            effective,
            out: out === undefined ? undefined : resolve(out),
            language,
          }),
        ),
      );
    });
}
