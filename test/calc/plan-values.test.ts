/** Values at the ends of what a rule file may say. */
import { describe, expect, it } from 'vitest';
import { completed, failuresOf } from '../rules/complete-plan.js';
import { load } from '../rules/rule-files.js';

describe('rounding', () => {
  // 12345678 in whole thousands, tens of thousands, hundreds of thousands and millions
  it.each([
    ['-3', '12346000'],
    ['-4', '12350000'],
    ['-5', '12300000'],
    ['-6', '12000000'],
  ])('to %s places', (places, rounded) => {
    const plan = `measures:
  sales: { name: sales, when_absent: zero, stated: S-1 }
  whole: { name: whole, formula: sales, rounding: { places: ${places} }, stated: S-1 }
components: {}
examples:
  shown: { given: { sales: 12345678 }, measures: { whole: ${rounded} } }
`;
    expect(failuresOf(load(completed(plan)))).toEqual([]);
  });
});

describe('a calendar', () => {
  it('may have no holidays, and no extra days', () => {
    const plan = `calendar: { weekdays: [mon], holidays: [], extra_days: [], until: 2025-12-31, stated: S-1 }
components: {}
examples:
  mondays: { month: 2025-04, measures: { working_days: 4 } }
`;
    expect(failuresOf(load(completed(plan)))).toEqual([]);
  });
});
