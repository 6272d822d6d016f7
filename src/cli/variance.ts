/** `telepay variance` on the command line. */
import { type Command, Option } from 'commander';
import { type Exact, parseDecimal, ZERO } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import { variance } from '../commands/variance.js';
import { requireMonth } from '../workspace/workspace.js';
import { say } from './language.js';
import { common, type Common, monthArgument } from './options.js';
import { inWorkspace, usageFault } from './session.js';

const TEXTS = {
  about: {
    en: 'a month against the one before it: what to look at before it is signed',
    zh: '本月与上月对比：签字前应看的内容',
  },
  other: { en: 'the month to hold it against (default: the one before)', zh: '对比月份（默认：上个月）' },
  amount: {
    en: 'tell differences over this amount (default: 500, or as telepay.yaml says)',
    zh: '列出超过此金额的差异（默认：500 或 telepay.yaml 的设置）',
  },
  percent: {
    en: 'tell differences over this percentage too (default: 30, or as telepay.yaml says)',
    zh: '也列出超过此百分比的差异（默认：30 或 telepay.yaml 的设置）',
  },
  not_a_number: {
    en: '--amount and --percent take a number from 0 up, such as 500 or 12.5',
    zh: '--amount 和 --percent 需要不小于 0 的数，例如 500 或 12.5',
  },
} satisfies Record<string, Localized>;

interface VarianceOptions extends Common {
  readonly amount?: Exact;
  readonly percent?: Exact;
}

export function addVariance(program: Command): void {
  monthArgument(common(program.command('variance').description(say(TEXTS.about))))
    .argument('[other]', say(TEXTS.other))
    .addOption(new Option('--amount <money>', say(TEXTS.amount)).argParser(numberArgument))
    .addOption(new Option('--percent <n>', say(TEXTS.percent)).argParser(numberArgument))
    .action((chosen: string, other: string | undefined, { amount, percent, ...options }: VarianceOptions) =>
      inWorkspace(options, (workspace, language) =>
        variance({
          workspace,
          month: requireMonth(chosen),
          other: other === undefined ? undefined : requireMonth(other),
          thresholds: { ...(amount ? { amount } : {}), ...(percent ? { percent } : {}) },
          language,
        }),
      ),
    );
}

function numberArgument(given: string): Exact {
  const value = parseDecimal(given);
  if (!value || value.compare(ZERO) < 0) throw usageFault(TEXTS.not_a_number, 'variance');
  return value;
}
