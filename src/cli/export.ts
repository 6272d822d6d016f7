/** `telepay export` on the command line. */
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Localized } from '../base/localized.js';
import { exportPayroll } from '../commands/export.js';
import { requireMonth } from '../workspace/workspace.js';
import { now, said } from './author.js';
import { say } from './language.js';
import { common, type Common, monthArgument } from './options.js';
import { PROGRAM } from './program.js';
import { inWorkspace, usageFault } from './session.js';

const TEXTS = {
  about: {
    en: 'a closed month as the file of a payroll system or bank, recorded in the ledger',
    zh: '把已结账的月份导出为工资系统或银行的文件，并记入账本',
  },
  template: {
    en: 'plain (a line per person), items (a line per pay item), or one of telepay.yaml',
    zh: 'plain（每人一行）、items（每个工资项目一行），或 telepay.yaml 中的模板',
  },
  draft: {
    en: 'a file to look at, of an open month too: marked in its name, and not recorded',
    zh: '仅供查看的文件，未结账的月份也可：文件名标明草稿，不记入账本',
  },
  by: { en: "who exports it (default: this computer's user)", zh: '导出人（默认：本机用户名）' },
  nobody: {
    en: 'this computer has no name for its user: say --by NAME',
    zh: '本机没有用户名，请用 --by 写明导出人',
  },
  out: { en: 'write the file here in place of out/MONTH-export', zh: '把文件写到此处，代替 out/月份-export' },
} satisfies Record<string, Localized>;

interface ExportOptions extends Common {
  readonly template: string;
  readonly draft?: boolean;
  readonly by?: string;
  readonly out?: string;
}

export function addExport(program: Command): void {
  monthArgument(common(program.command('export').description(say(TEXTS.about))))
    .requiredOption('--template <name>', say(TEXTS.template))
    .option('--draft', say(TEXTS.draft))
    .option('--by <name>', say(TEXTS.by))
    .option('--out <dir>', say(TEXTS.out))
    .action((chosen: string, options: ExportOptions) =>
      inWorkspace(options, (workspace, language) =>
        exportPayroll({
          workspace,
          month: requireMonth(chosen),
          template: options.template,
          draft: options.draft ?? false,
          by: options.by === undefined ? loginName() : said('--by', options.by),
          at: now(),
          out: options.out === undefined ? undefined : resolve(options.out),
          language,
          program: PROGRAM,
        }),
      ),
    );
}

function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    // Some machines know their users by number only.
    throw usageFault(TEXTS.nobody, 'export');
  }
}
