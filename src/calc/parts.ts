/** Parts of a whole: how each is shown. */
import { type Exact, formatShort, HUNDRED } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import { computed, given, type Trace } from './trace.js';

const DIFFERENCE: Localized = {
  en: 'rounding difference, so that the parts add up',
  zh: '尾差调整，使各份之和等于总额',
};

/** A part as it is given out: what it comes to exactly, and the difference that rounding makes. */
export function adjusted(label: Localized, exact: Trace, amount: Exact): Trace {
  const difference = amount.sub(exact.value);
  return difference.n === 0n ? exact : computed('sum', label, [exact, given(DIFFERENCE, difference)]);
}

/** `60%` */
export const percent = (share: Exact): string => `${formatShort(share.mul(HUNDRED))}%`;

/** A text that is the same in every language: an id, a number. */
export const inBoth = (text: string): Localized => ({ en: text, zh: text });
