/** Comparisons of a measure with a number of the rule file. */
import type { Exact } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import type { Comparator, Comparison } from '../rules/plan.js';

/** Whether `value` satisfies the comparison. */
export function holds(condition: Comparison, value: Exact): boolean {
  const order = value.compare(condition.threshold.value);
  switch (condition.comparator.value) {
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
