/** Conditions that hold one measure against another one of the same person and month. */
import { describe, expect, it } from 'vitest';
import { completed, failuresOf } from '../rules/complete-plan.js';
import { load } from '../rules/rule-files.js';

const failures = (condition: string, examples: string): string[] =>
  failuresOf(
    load(
      completed(`measures:
  sales: { name: sales, when_absent: zero, stated: P-1 }
  quota: { name: quota, when_absent: skip, stated: P-1 }
components:
  bonus: { name: bonus, clause: P-1, column: allowances, amount: 100, gate: [${condition}], stated: P-1 }
examples:
  ${examples}
`),
    ),
  );

describe('a measure against another', () => {
  it.each([
    // What 9, 10 and 11 of a quota of 10 are paid.
    ['at_least', [0, 100, 100]],
    ['more_than', [0, 0, 100]],
    ['at_most', [100, 100, 0]],
    ['less_than', [100, 0, 0]],
    ['equals', [0, 100, 0]],
  ])('%s', (comparator, paid) => {
    const examples = [9, 10, 11].map(
      (sales, index) =>
        `e${sales}: { given: { sales: ${sales}, quota: 10 }, pays: { bonus: ${paid[index] ?? -1} } }`,
    );
    expect(failures(`{ measure: sales, ${comparator}: quota }`, examples.join('\n  '))).toEqual([]);
  });

  it('takes measures of telepay too', () => {
    const examples = `whole: { month: 2025-04, given: { sales: 0 }, pays: { bonus: 100 } }
  joined_late: { month: 2025-04, person: { hired_on: 2025-04-02 }, pays: { bonus: 0 } }`;
    expect(failures('{ measure: days_employed, equals: calendar_days }', examples)).toEqual([]);
  });

  it('pays nothing where the other has no value', () => {
    const examples = 'one: { given: { sales: 9 }, pays: { bonus: 0 } }';
    expect(failures('{ measure: sales, at_least: quota }', examples)).toEqual([]);
    expect(failures('{ not: { measure: sales, at_least: quota } }', examples)).toEqual([]);
  });
});
