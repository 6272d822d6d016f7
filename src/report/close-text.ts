/** What a close says: what it will seal, and what it has sealed. */
import { formatMoney } from '../base/exact.js';
import type { Language } from '../base/localized.js';
import type { MonthResult } from '../calc/month.js';
import { headText } from './head-text.js';
import { printable } from './printable.js';
import { versionsText } from './versions-text.js';
import type { Summary } from './summary.js';

/** How the last run of a month differs from what would be sealed. */
export interface LastRun {
  /** Names of its reports that are not the same. */
  readonly different: readonly string[];
  /** What it paid in sum, as it was printed. */
  readonly paid: string;
}

/** The plan of a close. `last`: undefined when there was no run; `noticed`: about closed months before. */
export function closeText(
  summary: Summary,
  result: MonthResult,
  last: LastRun | undefined,
  noticed: readonly string[],
  language: Language,
): string {
  const pending = (result.facts.exports.incidents ?? []).filter((row) => row.upheld === 'pending');
  const debts = result.agents.filter((one) => one.payslip.debt_out.n !== 0n);
  const carries = new Set(result.plans.all.map(({ net }) => net.negative.value === 'carry'));
  const debtLines = (words: (carried: boolean, count: number) => string): string[] =>
    [...carries].flatMap((carried) => {
      const own = debts.filter(({ facts }) => (facts.plan.net.negative.value === 'carry') === carried);
      return [
        words(carried, own.length),
        ...own.map(
          ({ facts, payslip }) =>
            `    ${printable(facts.agent.agent_id)} ${formatMoney(payslip.debt_out, result.currency)}`,
        ),
      ];
    });
  const warnings = Object.values(summary.warnings).reduce((total, count) => total + count, 0);
  const lines = {
    en: [
      `Closing ${summary.month}: ${summary.agents} people, paid ${summary.totals.paid}, rules ${versionsText(result.plans)}`,
      `  warnings: ${warnings}; assumed values that pay rests on: ${summary.assumed.length}`,
      `  pending incidents, which cost nothing yet: ${pending.length}`,
      ...pending.map((row) => `    ${printable(`${row.incident_id} ${row.agent_id} ${row.kind}`)}`),
      ...debtLines(
        (carried, count) =>
          `  ${carried ? 'debts carried into the next month' : 'negative nets, reported and not carried'}: ${count}`,
      ),
      last === undefined
        ? '  there was no run to compare with'
        : `  reports that differ from the last run, which paid ${last.paid}: ${last.different.join(', ') || 'none'}`,
    ],
    zh: [
      `${summary.month} 结账：${summary.agents} 人，应发 ${summary.totals.paid}，规则 ${versionsText(result.plans)}`,
      `  提示：${warnings} 条；应付金额依赖的假定值：${summary.assumed.length} 个`,
      `  调查中的事件，暂不扣款：${pending.length} 件`,
      ...pending.map((row) => `    ${printable(`${row.incident_id} ${row.agent_id} ${row.kind}`)}`),
      ...debtLines(
        (carried, count) => `  ${carried ? '结转下月的欠款' : '净额为负，只列示不结转'}：${count} 人`,
      ),
      last === undefined
        ? '  此前没有运行过，无从比较'
        : `  与上次运行（应发 ${last.paid}）不同的报表：${last.different.join('、') || '无'}`,
    ],
  };
  return [...lines[language], ...noticed.map((one) => `  ${printable(one)}`)].join('\n');
}

export function sealedText(month: string, head: string, language: Language): string {
  const lines = {
    en: `${month} is closed.`,
    zh: `${month} 已结账。`,
  };
  return [lines[language], headText(head, language)].join('\n');
}

/** What a reopening will undo. */
export function reopenText(
  manifest: { readonly month: string; readonly by: string; readonly at: string },
  language: Language,
): string {
  const who = printable(manifest.by);
  return {
    en: `The close of ${manifest.month} by ${who} at ${manifest.at} will be undone; its seal stays as history.`,
    zh: `将撤销 ${who} 于 ${manifest.at} 对 ${manifest.month} 的结账；原封存作为历史保留。`,
  }[language];
}

export function reopenedText(month: string, head: string, language: Language): string {
  const lines = {
    en: `${month} is open again.`,
    zh: `${month} 已重新打开。`,
  };
  return [lines[language], headText(head, language)].join('\n');
}

export function approvedText(month: string, by: string, head: string, language: Language): string {
  const who = printable(by);
  const lines = {
    en: `${month} is approved by ${who}.`,
    zh: `${month} 已由 ${who} 审批。`,
  };
  return [lines[language], headText(head, language)].join('\n');
}

export function approvedAlreadyText(
  manifest: { readonly month: string; readonly by: string; readonly at: string },
  language: Language,
): string {
  const who = printable(manifest.by);
  return {
    en: `${manifest.month} was approved by ${who} at ${manifest.at}; nothing to do.`,
    zh: `${manifest.month} 已由 ${who} 于 ${manifest.at} 审批，无需再批。`,
  }[language];
}

export function closedAlreadyText(
  manifest: { readonly month: string; readonly by: string; readonly at: string },
  hash: string,
  language: Language,
): string {
  const who = printable(manifest.by);
  const lines = {
    en: [
      `${manifest.month} was closed by ${who} at ${manifest.at} and is unchanged; nothing to do.`,
      `Its seal: ${hash}`,
    ],
    zh: [`${manifest.month} 已由 ${who} 于 ${manifest.at} 结账，没有变化，无需再结。`, `封存值：${hash}`],
  };
  return lines[language].join('\n');
}
