/** Months of a dry run that were simulated one after the other: what was carried from each to the next, and how it is told. */
import type { Currency } from '../base/currency.js';
import { type Exact, formatMoney } from '../base/exact.js';
import type { Language } from '../base/localized.js';
import { settledTogether, type Settlement, type Settlements } from '../calc/dry-run/settlement.js';
import type { Chained, TriedFile } from '../calc/dry-run/tried.js';
import { say, signed } from './dry-run-words.js';
import { newTable } from './text-table.js';

/** What was simulated, from whose real state, with which exports. */
export function chainText({ after, months }: Chained, language: Language): string {
  const [first = '', ...later] = months.map(String);
  const begins = {
    en:
      after === undefined ? `nothing, as no closed month comes just before it` : `what ${after} really left`,
    zh: after === undefined ? `没有结转（前一个月未结账）` : `以 ${after} 的实际结转开始`,
  };
  const last = later.at(-1);
  if (last === undefined) {
    return {
      en: `A chain of one month: ${first} begins with ${begins.en}.`,
      zh: `只有一个月，无需模拟结转：${first} ${begins.zh}。`,
    }[language];
  }
  const used = [first, ...later].join(', ');
  return {
    en: `Simulated month by month: ${first} begins with ${begins.en}; each later month with what the one before would have left, under the old rules and under the new ones (debts, late lines, running sums). Exports of ${used}; nothing was closed.`,
    zh: `逐月模拟：${first} ${begins.zh}；此后各月分别按原规则和新规则，以上个月模拟的结转（欠款、往期补发、累计）开始。所用导出文件：${used}；未结账。`,
  }[language];
}

const AMOUNTS = ['debt_in', 'paid', 'debt_out'] as const;

/** Debts carried into each month, what is paid after them, and what is owed at its end; of everybody. */
export function settlementsTable(tried: TriedFile, currency: Currency, language: Language): string {
  const head = ['month', ...AMOUNTS.flatMap((key) => [key, 'new'] as const)] as const;
  const table = newTable(
    head.map((word) => (word === 'new' ? `→ ${say(word, language)}` : say(word, language))),
    ['left', ...AMOUNTS.flatMap(() => ['right', 'right'] as const)],
  );
  for (const { difference } of tried.months) {
    const all = settledTogether(difference.people.map(({ settlements }) => settlements));
    const amounts = AMOUNTS.flatMap((key) => sides(all, key).map((amount) => formatMoney(amount, currency)));
    table.push([difference.month, ...amounts]);
  }
  return table.toString();
}

/** The same of one person, in one line. */
export function settlementText(settlements: Settlements, currency: Currency, language: Language): string {
  const one = (key: keyof Settlement & (typeof AMOUNTS)[number]): string => {
    const [before, after] = sides(settlements, key);
    return `${say(key, language)} ${formatMoney(before, currency)} → ${formatMoney(after, currency)}`;
  };
  const { before, after } = settlements;
  const paid = `${one('paid')} (${signed(after.paid.sub(before.paid), currency)})`;
  return `  ${[one('debt_in'), paid, one('debt_out')].join(' · ')}`;
}

const sides = ({ before, after }: Settlements, key: keyof Settlement): [Exact, Exact] => [
  before[key],
  after[key],
];
