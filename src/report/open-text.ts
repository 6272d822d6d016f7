/** What an opening says: what it will seal of before the first month, and what it has sealed. */
import type { Currency } from '../base/currency.js';
import { type Exact, formatMoney, formatShort, sum } from '../base/exact.js';
import type { Language } from '../base/localized.js';
import { isDay, type Month, monthOf, shiftMonth } from '../base/period.js';
import type { CountsRow, Opening, OpeningSignupRow } from '../input/opening-rows.js';
import { headText } from './head-text.js';
import { printable } from './printable.js';

/** What is known of one month, in numbers. */
interface MonthFigures {
  readonly month: Month;
  readonly signups: number;
  /** Paid ones among them, and the sum of their points. */
  readonly paid: number;
  readonly points: string;
  /** Unbilled or without a bill. */
  readonly unpaid: number;
  /** By counts.csv. */
  readonly gross: number;
  readonly counted: number;
  readonly amount: string;
  readonly scores: number;
  /** Numbers of measures, of the whole month and of days of its unfinished week. */
  readonly measures: number;
  readonly days: number;
}

export interface OpeningFigures {
  readonly people: number;
  readonly debts: number;
  /** Of all debts. */
  readonly debt: string;
  readonly months: readonly MonthFigures[];
}

export function openingFigures(
  opening: Opening,
  months: readonly Month[],
  currency: Currency,
): OpeningFigures {
  return {
    people: opening.agents.length,
    debts: opening.debts.length,
    debt: formatMoney(sum(opening.debts.map((row) => row.amount)), currency),
    months: months.map((month) => monthFigures(opening, month, currency)),
  };
}

function monthFigures(opening: Opening, month: Month, currency: Currency): MonthFigures {
  const signups = opening.signups.filter((row) => monthOf(row.signed_at) === month);
  const counts = opening.counts.filter((row) => row.month === month);
  const points = signups.flatMap((row): Exact[] => (row.points ? [row.points] : []));
  return {
    month,
    signups: signups.length,
    paid: points.length,
    points: formatShort(sum(points)),
    unpaid: signups.filter(isUnpaid).length,
    gross: total(counts, 'gross'),
    counted: total(counts, 'counted'),
    amount: formatMoney(sum(counts.map((row) => row.amount)), currency),
    scores: opening.scores.filter((row) => row.month === month).length,
    measures: opening.measures.filter(({ period }) => period === month).length,
    days: opening.measures.filter(({ period }) => isDay(period) && monthOf(period) === month).length,
  };
}

const isUnpaid = ({ outcome, points }: OpeningSignupRow): boolean =>
  !points && (outcome === 'unbilled' || outcome === 'no_billing');

const total = (rows: readonly CountsRow[], field: 'gross' | 'counted'): number =>
  rows.reduce((found, row) => found + row[field], 0);

/** The plan of an opening before `month`. `missing`: the warnings, of what is not told and can't be done then. */
export function openText(
  month: Month,
  rules: string,
  figures: OpeningFigures,
  missing: readonly string[],
  language: Language,
): string {
  const { people, debts, debt, months } = figures;
  const zero = shiftMonth(month, -1);
  const lines = {
    en: [
      `Opening ${month} with what was before it, sealed as ${zero}; its rules: ${printable(rules)}`,
      `  people: ${people}`,
      `  debts carried into ${month}: ${debts}, together ${debt}`,
      ...months.flatMap((one) => [
        `  ${one.month}`,
        `    sign-ups listed: ${one.signups}; paid ${one.paid} with ${one.points} points; unbilled or without a bill ${one.unpaid}`,
        `    by counts.csv: ${one.gross} signed, ${one.counted} counted, paid ${one.amount}`,
        `    scores: ${one.scores}`,
        `    measures: ${one.measures}; of days of the week that goes on: ${one.days}`,
      ]),
    ],
    zh: [
      `以此前数据建账，首月 ${month}，封存为 ${zero}；所用规则：${printable(rules)}`,
      `  人员：${people}`,
      `  转入 ${month} 的欠款：${debts} 人，合计 ${debt}`,
      ...months.flatMap((one) => [
        `  ${one.month}`,
        `    所列受理：${one.signups} 笔；已付 ${one.paid} 笔，共 ${one.points} 分；未出账或无账单 ${one.unpaid} 笔`,
        `    按 counts.csv：受理 ${one.gross}，算量 ${one.counted}，已付 ${one.amount}`,
        `    得分：${one.scores} 人`,
        `    指标：按月 ${one.measures} 个；跨月那一周按日 ${one.days} 个`,
      ]),
    ],
  };
  return [...lines[language], ...missing.map((one) => `  ${printable(one)}`)].join('\n');
}

export function openedText(month: Month, head: string, language: Language): string {
  const zero = shiftMonth(month, -1);
  const lines = {
    en: [
      `What was before ${month} is sealed as ${zero}.`,
      headText(head, language),
      `Next: telepay run ${month}`,
    ],
    zh: [`${month} 之前的数据已封存为 ${zero}。`, headText(head, language), `下一步：telepay run ${month}`],
  };
  return lines[language].join('\n');
}

export function openedAlreadyText(
  manifest: { readonly by: string; readonly at: string },
  month: Month,
  hash: string,
  language: Language,
): string {
  const who = printable(manifest.by);
  const lines = {
    en: [
      `${month} was opened by ${who} at ${manifest.at} with the same files; nothing to do.`,
      `Its seal: ${hash}`,
    ],
    zh: [`${month} 已由 ${who} 于 ${manifest.at} 用相同文件建账，无需再建。`, `封存值：${hash}`],
  };
  return lines[language].join('\n');
}
