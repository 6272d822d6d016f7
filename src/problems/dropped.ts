/** What the calculation has to say of negative quantities that a rule pays nothing for. */
import type { ProblemKind } from '../base/problem.js';

interface Dropped {
  readonly agent: string;
  readonly component: string;
  readonly sum: string;
  readonly rows: readonly string[];
}

const negative_dropped: ProblemKind<Dropped> = {
  code: 'W0720',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `"${p.component}" pays ${p.agent} nothing for ${p.sum}, and takes nothing back for it${listed(p.rows, ': ', ', ', (n) => ` and ${n} more rows`)}`,
      expected: 'quantities of zero or more in a scale that pays nothing below zero',
      hint: 'bring refunds as a measure of their own, with a component in the column clawbacks that takes back what was paid for them',
    }),
    zh: (p) => ({
      message: `“${p.component}”对 ${p.agent} 的 ${p.sum} 不付，也不扣回${listed(p.rows, '：', '、', (n) => ` 等，另有 ${n} 行`)}`,
      expected: '零以下不付的分档，数量不为负',
      hint: '退款请作为单独的指标，用 clawbacks 列的项目扣回已付的部分',
    }),
  },
};

/** The first rows by their place, and how many there are besides. */
function listed(
  rows: readonly string[],
  before: string,
  between: string,
  more: (rest: number) => string,
): string {
  if (rows.length === 0) return '';
  const rest = rows.length - SHOWN;
  return `${before}${rows.slice(0, SHOWN).join(between)}${rest > 0 ? more(rest) : ''}`;
}

const SHOWN = 5;

export const DROPPED_PROBLEMS = { negative_dropped };
