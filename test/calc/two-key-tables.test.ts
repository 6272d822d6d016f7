/** Tables of two keys: which cell is paid, at every edge and for every word. */
import { describe, expect, it } from 'vitest';
import { RULE_PROBLEMS } from '../../src/problems/rules.js';
import { loadPlan } from '../../src/rules/load.js';
import { completed, failuresOf } from '../rules/complete-plan.js';
import { load } from '../rules/rule-files.js';

/** A bonus by a table of these keys, over the measures `stars` and `orders`. */
const planWith = (rows: string, columns: string, pays: string, more = '', examples = ''): string =>
  completed(`measures:
  stars: { name: stars, when_absent: zero, stated: P-1 }
  orders: { name: orders, when_absent: zero, stated: P-1 }
components:
  bonus:
    name: bonus
    clause: P-1
    column: allowances
    stated: P-1
    amount: { table: { ${more} rows: ${rows}, columns: ${columns}, pays: ${pays} } }
${examples}`);

/** What the table pays someone. */
function expectPaid(plan: (examples: string) => string, given: string, person: string, paid: number): void {
  const example = `examples: { one: { given: ${given}, person: ${person}, pays: { bonus: ${paid} } } }\n`;
  expect(failuresOf(load(plan(example)))).toEqual([]);
}

describe('a row by the edges of a measure', () => {
  it.each([
    // The edge, what 4, 5, 9, 10 and 11 stars are paid. Rows pay 1, 2 (and 3), the one column all of it.
    ['from: [5, 10]', [0, 1, 1, 2, 2]],
    ['above: [5, 10]', [0, 0, 1, 1, 2]],
    ['up_to: [5, 10]', [1, 1, 2, 2, 3]],
    ['below: [5, 10]', [1, 2, 2, 3, 3]],
  ])('%s', (edges, paid) => {
    const pays = edges.startsWith('from') || edges.startsWith('above') ? '[[1], [2]]' : '[[1], [2], [3]]';
    const plan = (examples: string) =>
      planWith(`{ of: stars, ${edges} }`, '{ of: orders, from: [0] }', pays, '', examples);
    for (const [index, stars] of [4, 5, 9, 10, 11].entries()) {
      expectPaid(plan, `{ stars: ${stars} }`, '{}', paid[index] ?? -1);
    }
  });
});

describe('a row and a column by words about the person', () => {
  const byGrade = (examples: string) =>
    planWith('{ grade: [A, B] }', '{ of: orders, from: [0, 10] }', '[[1, 2], [3, 4]]', '', examples);
  it.each([
    ['{ grade: A }', 9, 1],
    ['{ grade: A }', 10, 2],
    ['{ grade: B }', 10, 4],
    ['{ grade: C }', 10, 0],
    ['{}', 10, 0],
  ])('%s with %i orders', (person, orders, paid) => {
    expectPaid(byGrade, `{ orders: ${orders} }`, person, paid);
  });

  it('both: role and team', () => {
    const plan = (examples: string) =>
      planWith('{ role: [agent, team_leader] }', '{ team: [T1, T2] }', '[[1, 2], [3, 4]]', '', examples);
    expectPaid(plan, '{}', '{ role: team_leader, team: T1 }', 3);
    expectPaid(plan, '{}', '{ role: agent, team: T2 }', 2);
    expectPaid(plan, '{}', '{ role: duty_manager, team: T2 }', 0);
  });

  it.each([
    ['{ grade: [A, B] }', '{ of: orders, from: [0, 10] }', '[[1, 2], [3, 4]]'],
    ['{ of: orders, from: [0, 10] }', '{ grade: [A, B] }', '[[1, 3], [2, 4]]'],
  ])('each transaction by itself: %s × %s', (rows, columns, pays) => {
    const plan = (examples: string) => planWith(rows, columns, pays, 'per: transaction,', examples);
    // B: 3 for the order of 9, twice 4 for those of 10 and 11.
    expectPaid(plan, '{ orders: [9, 10, 11] }', '{ grade: B }', 11);
  });
});

describe('a table that can mean nothing is refused', () => {
  const keys = ['{ of: stars, up_to: [5] }', '{ of: orders, from: [0] }'] as const;
  it.each([
    ['without the last row of an upper edge', planWith(...keys, '[[1]]'), RULE_PROBLEMS.table_size],
    [
      'with two edges of one key',
      planWith('{ of: stars, from: [0], above: [1] }', keys[1], '[[1]]'),
      RULE_PROBLEMS.not_exactly_one,
    ],
    ['without an edge', planWith('{ of: stars }', keys[1], '[[1]]'), RULE_PROBLEMS.not_exactly_one],
    [
      'with a word too many',
      planWith('{ grade: [A, B] }', keys[1], '[[1], [2], [3]]'),
      RULE_PROBLEMS.table_size,
    ],
    [
      'by the transaction, without a measure',
      planWith('{ grade: [A] }', '{ team: [T1] }', '[[1]]', 'per: transaction,'),
      RULE_PROBLEMS.missing,
    ],
  ])('%s', (_, text, { code }) => {
    const reading = loadPlan(Buffer.from(text), 'rules.yaml');
    expect('problems' in reading ? reading.problems.map((one) => one.code) : []).toEqual([code]);
  });
});
