/** `telepay rules show` on the command line. */
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { Localized } from '../base/localized.js';
import { requireDay, SHOW_FORMATS, showRules } from '../commands/rules-show.js';
import { say } from './language.js';
import { common, type Common } from './options.js';
import { withRules } from './rules-session.js';

const TEXTS = {
  about: {
    en: 'a rule file in the tables of a handbook, each value with its mark',
    zh: '以手册表格的形式显示规则文件，各数值带标记',
  },
  named: {
    en: 'a version or file (default: the one in force in the last month of the workspace)',
    zh: '版本或文件（默认：工作区最后一个月生效的）',
  },
  format: { en: 'table or markdown', zh: 'table（终端表格）或 markdown' },
  on: { en: 'as of this day, where values have dated versions', zh: '数值有日期版本时，按此日显示' },
} satisfies Record<string, Localized>;

interface ShowOptions extends Common {
  readonly format: (typeof SHOW_FORMATS)[number];
  readonly on?: string;
}

export function addShow(rules: Command): void {
  common(rules.command('show').description(say(TEXTS.about)))
    .argument('[rules]', say(TEXTS.named))
    .addOption(new Option('--format <format>', say(TEXTS.format)).choices([...SHOW_FORMATS]).default('table'))
    .option('--on <date>', say(TEXTS.on))
    .action(async (given: string | undefined, { format, on, ...options }: ShowOptions) => {
      await withRules(options, (workspace, { messages: language }) =>
        showRules({
          workspace,
          named: given === undefined ? undefined : { given, path: resolve(given) },
          on: on === undefined ? undefined : requireDay(on),
          format,
          language,
        }),
      );
    });
}
