/** `telepay rules set` on the command line. */
import type { Command } from 'commander';
import type { Localized } from '../base/localized.js';
import { setRules } from '../commands/change-rules.js';
import { confirmation } from './confirm.js';
import { say } from './language.js';
import { common, type Common } from './options.js';
import { inWorkspaceIfAny, usageFault } from './session.js';
import { CLI_TEXTS } from './texts.js';

const TEXTS = {
  about: {
    en: 'change values of a rule file, keeping its comments and layout',
    zh: '修改规则文件中的值，注释和排版保持原样',
  },
  pairs: {
    en: 'path and value, such as products.MAIL.points 5; perhaps several, one after the other',
    zh: '路径和值，例如 products.MAIL.points 5；可依次写几对',
  },
  in: { en: 'the rule file, or its version', zh: '规则文件或其版本' },
  ask: { en: 'Write these changes? (y/n) ', zh: '写入以上改动？(y/n) ' },
  no_value: { en: 'a path stands without a value', zh: '有路径没有写值' },
} satisfies Record<string, Localized>;

interface SetOptions extends Common {
  readonly in: string;
  readonly yes?: boolean;
}

export function addSet(rules: Command): void {
  common(rules.command('set').description(say(TEXTS.about)))
    .argument('<words...>', say(TEXTS.pairs))
    .requiredOption('--in <file>', say(TEXTS.in))
    .option('--yes', say(CLI_TEXTS.yes))
    .action((words: string[], options: SetOptions) =>
      inWorkspaceIfAny(options, (workspace, language) => {
        const wishes = pairsOf(words);
        const confirm = confirmation(options, TEXTS.ask, language);
        return setRules({ given: options.in, workspace, language, confirm }, wishes);
      }),
    );
}

function pairsOf(words: readonly string[]): { path: string; text: string }[] {
  const pairs: { path: string; text: string }[] = [];
  for (let index = 0; index < words.length; index += 2) {
    const [path = '', text] = words.slice(index, index + 2);
    if (text === undefined) throw usageFault(TEXTS.no_value, 'rules set');
    pairs.push({ path, text });
  }
  return pairs;
}
