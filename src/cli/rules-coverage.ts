/** `telepay rules coverage` on the command line. */
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { Localized } from '../base/localized.js';
import { rulesCoverage } from '../commands/rules-coverage.js';
import { requireMonth } from '../workspace/workspace.js';
import { say } from './language.js';
import { computing, type Computing } from './options.js';
import { inWorkspace } from './session.js';

const TEXTS = {
  about: {
    en: 'which clauses, bands, products, fines, gates and cases fired in some months, how often and for how much, and which never did',
    zh: '若干月份里规则的哪些条款、档、产品、扣款、条件、情形用到了，几次、多少钱，哪些从未用到',
  },
  months: { en: 'the months, such as 2025-04 2025-05', zh: '月份，例如 2025-04 2025-05' },
  format: { en: 'how it is printed (default: table)', zh: '输出格式（默认：table）' },
  out: { en: 'writes the CSV to this new file, too', zh: '另把 CSV 写入此新文件' },
} satisfies Record<string, Localized>;

interface CoverageOptions extends Computing {
  readonly format: 'table' | 'csv';
  readonly out?: string;
}

export function addCoverage(rules: Command): void {
  computing(rules.command('coverage').description(say(TEXTS.about)))
    .argument('<months...>', say(TEXTS.months))
    .addOption(
      new Option('--format <format>', say(TEXTS.format)).choices(['table', 'csv']).default('table', ''),
    )
    .option('--out <file>', say(TEXTS.out))
    .action(
      (chosen: string[], { format, out, rules: file, provisional = false, ...options }: CoverageOptions) =>
        inWorkspace(options, (workspace, language) =>
          rulesCoverage({
            workspace,
            months: chosen.map(requireMonth),
            rules: file === undefined ? undefined : resolve(file),
            provisional,
            format,
            out: out === undefined ? undefined : resolve(out),
            language,
          }),
        ),
    );
}
