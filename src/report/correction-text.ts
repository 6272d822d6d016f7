/** What a correction says: what changed, what it posts into the open month, and what it has posted. */
import type { Currency } from '../base/currency.js';
import { formatMoney, sum } from '../base/exact.js';
import type { Language, Localized } from '../base/localized.js';
import type { Month } from '../base/period.js';
import type { Posting } from '../calc/past.js';
import { headText } from './head-text.js';
import { printable } from './printable.js';
import { newTable } from './text-table.js';

export interface Correction {
  readonly month: Month;
  /** The month that pays it. */
  readonly open: Month;
  /** Exports, rules or settings that are not those the month stood with. */
  readonly changed: readonly string[];
  /** The months that stand otherwise by it. */
  readonly months: readonly Month[];
  readonly postings: readonly Posting[];
  /** Of the corrected month. */
  readonly currency: Currency;
}

const COLUMNS: readonly Localized[] = [
  { en: 'month', zh: '月份' },
  { en: 'id', zh: '工号' },
  { en: 'item', zh: '项目' },
  { en: 'due', zh: '应付' },
  { en: 'paid', zh: '已付' },
  { en: 'difference', zh: '差额' },
];

/** The plan of a correction. */
export function correctionText(correction: Correction, language: Language): string {
  const { month, open, changed, months, postings } = correction;
  const names = changed.map(printable);
  const total = totalOf(correction);
  const heads = {
    en: [
      `Correcting ${month}: lines ${postings.length}, people ${peopleOf(postings)}, in sum ${total}, to be paid with ${open}`,
      `  changed: ${names.join(', ') || 'nothing on the disk'}`,
      `  months that stand otherwise: ${months.join(', ') || 'none'}`,
    ],
    zh: [
      `更正 ${month}：${peopleOf(postings)} 人共 ${postings.length} 行，合计 ${total}，随 ${open} 发放`,
      `  改动：${names.join('、') || '磁盘上无改动'}`,
      `  因此变化的月份：${months.join('、') || '无'}`,
    ],
  };
  const table = postings.length === 0 ? [] : [postingsTable(correction, language)];
  return [...heads[language], ...table].join('\n');
}

const peopleOf = (postings: readonly Posting[]): number => new Set(postings.map((one) => one.agent_id)).size;

const totalOf = ({ postings, currency }: Correction): string =>
  formatMoney(sum(postings.map(({ due, paid }) => due.sub(paid))), currency);

function postingsTable({ postings, currency }: Correction, language: Language): string {
  const table = newTable(
    COLUMNS.map((text) => text[language]),
    ['left', 'left', 'left', 'right', 'right', 'right'],
  );
  for (const { month, agent_id, name, product, due, paid } of postings) {
    const item = `${name[language]}${product === undefined ? '' : ` ${product}`}`;
    const amounts = [due, paid, due.sub(paid)].map((one) => formatMoney(one, currency));
    table.push([month, printable(agent_id), printable(item), ...amounts]);
  }
  return table.toString();
}

/** What was posted; the plan has shown the lines. */
export function correctedText({ month, open }: Correction, head: string, language: Language): string {
  const ends = {
    en: `The seal of ${month} stays; the lines above are paid with ${open}.`,
    zh: `${month} 的封存不变；以上各行随 ${open} 发放。`,
  };
  return [ends[language], headText(head, language)].join('\n');
}

/** That there is nothing to correct. */
export const uncorrectedText = ({ month }: Correction, language: Language): string =>
  ({
    en: `${month} stands as it is computed from the disk; nothing to correct.`,
    zh: `${month} 与按现有文件计算的结果一致，无需更正。`,
  })[language];

/** The postings as data. */
export function correctionData({ postings, currency }: Correction): object[] {
  return postings.map(({ month, agent_id, component, product, clause, due, paid, basis }) => ({
    month,
    agent_id,
    component,
    ...(product === undefined ? {} : { product }),
    clause,
    due: formatMoney(due, currency),
    paid: formatMoney(paid, currency),
    amount: formatMoney(due.sub(paid), currency),
    basis,
  }));
}
