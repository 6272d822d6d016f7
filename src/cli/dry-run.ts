/** `telepay dry-run` on the command line. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Localized } from '../base/localized.js';
import { dryRun } from '../commands/dry-run.js';
import { requireMonth } from '../workspace/workspace.js';
import { say } from './language.js';
import { common, type Common } from './options.js';
import { inWorkspace } from './session.js';

const TEXTS = {
  about: {
    en: 'try rule files on months: who gains and loses, how much, because of which rule; changes nothing',
    zh: '用规则文件试算各月：谁增谁减、多少、因哪条规则；不改动任何结果',
  },
  months: { en: 'the months, such as 2025-04 2025-05', zh: '月份，例如 2025-04 2025-05' },
  rules: {
    en: 'the rule file to try; may be given several times, to try several on the same months',
    zh: '要试算的规则文件；可多次给出，在相同月份上分别试算',
  },
  against: {
    en: 'the rule file to try it against (default: the one in force in each month)',
    zh: '对比的规则文件（默认：各月生效的规则）',
  },
  chain: {
    en: 'begin each month with what the one before would have left by the same rules: debts, late lines, running sums (default: with what was really carried into it)',
    zh: '每月以上个月按同一规则模拟结转的结果开始：欠款、往期补发、累计等（默认：按实际结转）',
  },
  agent: { en: 'explain the difference of one person', zh: '说明某一员工的差额' },
  out: {
    en: "write everybody's differences, and their parts by rule, as CSV into this folder",
    zh: '把每人的差额及各规则所占部分写成 CSV，存入此文件夹',
  },
} satisfies Record<string, Localized>;

interface DryRunOptions extends Common {
  readonly rules: readonly string[];
  readonly against?: string;
  readonly chain?: boolean;
  readonly agent?: string;
  readonly out?: string;
}

export function addDryRun(program: Command): void {
  common(program.command('dry-run').description(say(TEXTS.about)))
    .argument('<months...>', say(TEXTS.months))
    .requiredOption('--rules <file>', say(TEXTS.rules), collect)
    .option('--against <file>', say(TEXTS.against))
    .option('--chain', say(TEXTS.chain))
    .option('--agent <id>', say(TEXTS.agent))
    .option('--out <dir>', say(TEXTS.out))
    .action((months: string[], { rules, against, chain, agent, out, ...options }: DryRunOptions) =>
      inWorkspace(options, (workspace, language) =>
        dryRun({
          workspace,
          months: [...new Set(months.map(requireMonth))].toSorted(),
          rules: rules.map((one) => resolve(one)),
          against: against === undefined ? undefined : resolve(against),
          chain: chain === true,
          agent,
          out: out === undefined ? undefined : resolve(out),
          language,
        }),
      ),
    );
}

const collect = (file: string, before: readonly string[] | undefined): string[] => [...(before ?? []), file];
