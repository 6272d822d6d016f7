/** What the words that stand for a choice in rule files are called by those who guess them. */
import type { Localized } from '../base/localized.js';

/** By the known word: the other words for it. */
const WORDS: Readonly<Record<string, string>> = {
  marginal: 'graduated tiered progressive incremental sliding 超额累进 分段 累进',
  whole: 'retroactive flat volume whole_volume 全额',
  lookup: 'fixed lump',
  interpolated: 'linear interpolate 插值',
  transaction: 'deal order sale contract invoice policy row item transactions 单 笔',
  day: 'daily 日',
  week: 'weekly 周',
  quarter: 'quarterly 季度',
  year: 'yearly annual 年',
  ceiling: 'up ceil round_up 向上 进位',
  floor: 'down round_down truncate 向下 舍去',
  half_up: 'round nearest half 四舍五入',
  half_even: 'bankers even',
  zero: '0 none',
  everyone: 'all company firm everybody 全员',
  greatest: 'max maximum highest',
  least: 'min minimum lowest',
  mean: 'average avg',
  team_leader: 'leader 组长',
  duty_manager: 'manager 值班长',
  product_commission: 'commission earnings 提成',
  clawbacks: 'clawback deductions deduction 扣回',
  penalties: 'penalty fines fine 扣款',
};

/** How to mend a word that is none of the known ones; undefined where nobody can tell. */
export function adviceOnWord(text: string, known: readonly string[]): Localized | undefined {
  const meant = known.find((word) =>
    (Object.hasOwn(WORDS, word) ? WORDS[word] : '')?.split(' ').includes(text),
  );
  if (meant !== undefined) return { en: `the word for it is \`${meant}\``, zh: `此处写作 \`${meant}\`` };
  if (!known.includes('transaction') || !/^(month|monthly|月|每月)$/.test(text)) return undefined;
  return {
    en: 'leave `per` out: the number is then the one of the month (write `formula: …` in place of `each`)',
    zh: '不写 `per`：此时就是当月的数（用 `formula: …` 代替 `each`）',
  };
}
