/** Comparisons of a measure with a number of the rule file. */
import type { Exact } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import type { Comparator, Comparison } from '../rules/plan.js';

/** Whether `value` satisfies the comparison. */
export const holds = ({ comparator, threshold }: Comparison, value: Exact): boolean =>
  compares(value, comparator.value, threshold.value);

/** Whether `value` is at least, more than … `threshold`. */
export function compares(value: Exact, comparator: Comparator, threshold: Exact): boolean {
  const order = value.compare(threshold);
  switch (comparator) {
    case 'at_least':
      return order >= 0;
    case 'more_than':
      return order > 0;
    case 'at_most':
      return order <= 0;
    case 'less_than':
      return order < 0;
    case 'equals':
      return order === 0;
  }
}

export const COMPARATOR_NAMES: Readonly<Record<Comparator, Localized>> = {
  at_least: { en: 'at least', zh: '至少' },
  more_than: { en: 'more than', zh: '超过' },
  at_most: { en: 'at most', zh: '至多' },
  less_than: { en: 'less than', zh: '少于' },
  equals: { en: 'exactly', zh: '等于' },
};
