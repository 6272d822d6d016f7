/** `telepay rules diff` on the command line. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Localized } from '../base/localized.js';
import { diffRules } from '../commands/rules-diff.js';
import { say } from './language.js';
import { common, type Common } from './options.js';
import { withRules } from './rules-session.js';

const TEXTS = {
  about: {
    en: 'what two rule files say differently, and which pay components each change touches',
    zh: '两份规则文件说法有何不同，每处改动影响哪些薪酬项目',
  },
  before: { en: 'the old rule file, or its version', zh: '旧规则文件或其版本' },
  after: { en: 'the new one', zh: '新规则文件或其版本' },
} satisfies Record<string, Localized>;

export function addDiff(rules: Command): void {
  common(rules.command('diff').description(say(TEXTS.about)))
    .argument('<before>', say(TEXTS.before))
    .argument('<after>', say(TEXTS.after))
    .action(async (before: string, after: string, options: Common) => {
      const named = (given: string) => ({ given, path: resolve(given) });
      await withRules(options, (workspace, { messages }) =>
        diffRules({ workspace, before: named(before), after: named(after), language: messages }),
      );
    });
}
