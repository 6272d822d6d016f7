/** `telepay init` on the command line. */
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { type Command, Option } from 'commander';
import { LANGUAGES, type Language, type Localized } from '../base/localized.js';
import { type Month, parseMonth, shiftMonth } from '../base/period.js';
import { addOpeningTemplates } from '../commands/init-opening.js';
import { init } from '../commands/init.js';
import { isWorkspace, requireMonth } from '../workspace/workspace.js';
import { localeLanguage, say } from './language.js';
import { SHIPPED_RULES } from './program.js';
import { EXIT, inWorkspace, settle } from './session.js';
import { CLI_TEXTS } from './texts.js';

const TEXTS = {
  opening: {
    en: 'empty files, too, for what was before the first month (see open); to a workspace it adds only those',
    zh: '同时生成填写首月之前数据的空文件（见 open）；已有工作区时只补这些文件',
  },
} satisfies Record<string, Localized>;

interface InitOptions {
  readonly lang?: Language;
  readonly month?: string;
  readonly opening?: boolean;
  readonly json?: boolean;
}

export function addInit(program: Command): void {
  program
    .command('init')
    .description(say(CLI_TEXTS.init))
    .argument('[dir]', say(CLI_TEXTS.folder), '.')
    .addOption(new Option('--lang <language>', say(CLI_TEXTS.lang)).choices([...LANGUAGES]))
    .option('--month <month>', say(CLI_TEXTS.init_month))
    .option('--opening', say(TEXTS.opening))
    .option('--json', say(CLI_TEXTS.json))
    .action(async (folder: string, options: InitOptions) => {
      const { opening = false } = options;
      if (opening && isWorkspace(resolve(folder))) {
        await inWorkspace({ ...options, workspace: folder }, (workspace, language) =>
          Promise.resolve(addOpeningTemplates(workspace, language)),
        );
        return;
      }
      const month = options.month === undefined ? lastMonth() : requireMonth(options.month);
      const language = options.lang ?? (await askLanguage());
      await settle(options.json ?? false, language, () =>
        init({ folder, month, language, shippedRules: SHIPPED_RULES, opening }),
      );
    });
}

/** Asks on a terminal; elsewhere the locale decides. */
async function askLanguage(): Promise<Language> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return localeLanguage();
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const unanswered = (): void => process.exit(EXIT.fault);
  prompt.once('close', unanswered);
  const answer = (await prompt.question(say(CLI_TEXTS.ask_language))).trim().toLowerCase();
  prompt.removeListener('close', unanswered);
  prompt.close();
  return LANGUAGES.find((language) => language === answer) ?? 'zh';
}

/** The month before this one, by the machine's own calendar: what a clerk who begins now will close first. */
function lastMonth(): Month {
  const now = new Date();
  const thisMonth = parseMonth(`${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`);
  if (!thisMonth) throw new Error('the clock of this machine is off');
  return shiftMonth(thisMonth, -1);
}
