/** `telepay rules confirm` on the command line. */
import { type Command, Option } from 'commander';
import type { Language, Localized } from '../base/localized.js';
import { parseIsoDate } from '../base/period.js';
import { confirmRules, confirmSheet, SHEET_FORMATS, type SheetFormat } from '../commands/rules-confirm.js';
import { requireMonth } from '../workspace/workspace.js';
import { now, said } from './author.js';
import { confirmation } from './confirm.js';
import { say } from './language.js';
import { common, type Common } from './options.js';
import { inWorkspaceIfAny, usageFault } from './session.js';
import { CLI_TEXTS } from './texts.js';

const TEXTS = {
  about: {
    en: 'the open assumptions of a rule file as a sheet to sign; with --value mark what was signed',
    zh: '规则文件的待确认清单；加 --value 把已签字的标为 confirmed',
  },
  file: { en: 'the rule file, or its version', zh: '规则文件或其版本' },
  months: {
    en: 'months in which to compute what each alternative would have cost',
    zh: '按这些月份计算每个其他可能的差额',
  },
  format: {
    en: 'table (default), csv or html (a page to print)',
    zh: 'table（默认）、csv 或 html（可打印的页面）',
  },
  out: { en: 'write the sheet to this new file', zh: '把清单写入此新文件' },
  value: {
    en: 'path of a value to mark as confirmed, as the sheet shows it; may be repeated',
    zh: '要标为已确认的值的路径，见清单；可重复',
  },
  by: { en: 'who confirmed it', zh: '确认人' },
  document: { en: 'the document that says so', zh: '依据的文件' },
  on: {
    en: 'the day it was confirmed, YYYY-MM-DD (default: today)',
    zh: '确认日期，YYYY-MM-DD（默认：今天）',
  },
  ask: { en: 'Mark them as confirmed? (y/n) ', zh: '标为已确认？(y/n) ' },
  incomplete: {
    en: '--value needs --by and --document: who confirmed it, and where that is written',
    zh: '--value 需要 --by 和 --document：谁确认的，写在哪份文件里',
  },
  no_value: { en: '--by, --document and --on go with --value', zh: '--by、--document、--on 与 --value 同用' },
  no_months: {
    en: 'months, --format and --out do not go with --value',
    zh: '月份、--format、--out 不与 --value 同用',
  },
  not_a_day: { en: '--on takes a date as YYYY-MM-DD', zh: '--on 需要 YYYY-MM-DD 形式的日期' },
} satisfies Record<string, Localized>;

const NAME = 'rules confirm';

interface ConfirmOptions extends Common {
  readonly format?: SheetFormat;
  readonly out?: string;
  readonly value: readonly string[];
  readonly by?: string;
  readonly document?: string;
  readonly on?: string;
  readonly yes?: boolean;
}

export function addConfirm(rules: Command): void {
  const gather = (one: string, before: readonly string[]): string[] => [...before, one];
  common(rules.command('confirm').description(say(TEXTS.about)))
    .argument('<file>', say(TEXTS.file))
    .argument('[months...]', say(TEXTS.months))
    .addOption(new Option('--format <format>', say(TEXTS.format)).choices([...SHEET_FORMATS]))
    .option('--out <file>', say(TEXTS.out))
    .option('--value <path>', say(TEXTS.value), gather, [])
    .option('--by <name>', say(TEXTS.by))
    .option('--document <text>', say(TEXTS.document))
    .option('--on <date>', say(TEXTS.on))
    .option('--yes', say(CLI_TEXTS.yes))
    .action((given: string, months: string[], options: ConfirmOptions) =>
      inWorkspaceIfAny(options, (workspace, language) => {
        if (options.value.length === 0) {
          if (settles(options)) throw usageFault(TEXTS.no_value, NAME);
          const { format = 'table', out } = options;
          return confirmSheet({ given, workspace, months: months.map(requireMonth), format, out, language });
        }
        if (months.length > 0 || options.format || options.out) throw usageFault(TEXTS.no_months, NAME);
        return marked(options, language, { given, workspace });
      }),
    );
}

const settles = ({ by, document, on }: ConfirmOptions): boolean =>
  by !== undefined || document !== undefined || on !== undefined;

type Named = Pick<Parameters<typeof confirmRules>[0], 'given' | 'workspace'>;

function marked(options: ConfirmOptions, language: Language, named: Named) {
  const { value, by, document, on = today() } = options;
  if (by === undefined || document === undefined) throw usageFault(TEXTS.incomplete, NAME);
  if (!parseIsoDate(on)) throw usageFault(TEXTS.not_a_day, NAME);
  const settlement = { by: said('--by', by), document: said('--document', document), on };
  const confirm = confirmation(options, TEXTS.ask, language);
  return confirmRules({ ...named, language, confirm }, value, settlement);
}

/** By this machine's clock, in its time zone. */
function today(): string {
  const at = new Date(now());
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
