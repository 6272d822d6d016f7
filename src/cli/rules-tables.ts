/** `telepay rules tables` on the command line. */
import type { Command } from 'commander';
import type { Localized } from '../base/localized.js';
import { changeByTable, writeTables } from '../commands/rules-tables.js';
import { confirmation } from './confirm.js';
import { say } from './language.js';
import { common, type Common } from './options.js';
import { inWorkspaceIfAny, usageFault } from './session.js';
import { CLI_TEXTS } from './texts.js';

const TEXTS = {
  about: {
    en: 'the rates of a rule file as a table for a spreadsheet; with --from take it back as a change',
    zh: '把规则文件的各项数值导出为表格；加 --from 读回改过的表',
  },
  file: { en: 'the rule file, or its version', zh: '规则文件或其版本' },
  out: { en: 'write the table to this new file, .csv or .xlsx', zh: '写成此新文件，.csv 或 .xlsx' },
  from: { en: 'the changed table; shows what it changes, and asks', zh: '改过的表；列出改动并询问' },
  ask: { en: 'Write these changes? (y/n) ', zh: '写入以上改动？(y/n) ' },
  either: { en: 'say --out PATH, or --from PATH', zh: '请写 --out 路径，或 --from 路径' },
  yes_alone: { en: '--yes goes with --from', zh: '--yes 与 --from 同用' },
} satisfies Record<string, Localized>;

const NAME = 'rules tables';

interface TablesOptions extends Common {
  readonly out?: string;
  readonly from?: string;
  readonly yes?: boolean;
}

export function addTables(rules: Command): void {
  common(rules.command('tables').description(say(TEXTS.about)))
    .argument('<file>', say(TEXTS.file))
    .option('--out <path>', say(TEXTS.out))
    .option('--from <path>', say(TEXTS.from))
    .option('--yes', say(CLI_TEXTS.yes))
    .action((given: string, options: TablesOptions) =>
      inWorkspaceIfAny(options, (workspace, language) => {
        const { out, from, yes } = options;
        if (out !== undefined && from === undefined) {
          if (yes) throw usageFault(TEXTS.yes_alone, NAME);
          return writeTables({ given, workspace, out, language });
        }
        if (from === undefined || out !== undefined) throw usageFault(TEXTS.either, NAME);
        const confirm = confirmation(options, TEXTS.ask, language);
        return changeByTable({ given, workspace, language, confirm }, from);
      }),
    );
}
