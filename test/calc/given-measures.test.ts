/** What an example gives stands for the rows that would have made it, wherever they are counted. */
import { describe, expect, it } from 'vitest';
import { completed, failuresOf } from '../rules/complete-plan.js';
import { load } from '../rules/rule-files.js';

const outcome = (rules: string, example: string): string[] =>
  failuresOf(load(completed(`${rules}examples:\n  it: ${example}\n`)));

describe('a target of zero that is given', () => {
  const attained = (name: string): string => `
components:
  pay: { name: p, clause: P-1, column: allowances, amount: { rate: 1, of: ${name} }, stated: P-1 }
`;

  it.each([
    ['attainment', '{ given: { counted: 5, target: 0 }, pays: { pay: 0 } }'],
    ['team_attainment', '{ given: { team_counted: 5, team_target: 0 }, pays: { pay: 0 } }'],
  ])('leaves no %s', (name, example) => {
    expect(outcome(attained(name), example).join()).toMatch(/not computed.*target of zero/);
  });
});

describe('rows of measures.csv that are given', () => {
  const own = (keys: string): string => `
measures:
  deals: { name: deals, when_absent: zero, stated: P-1 }
  calls_made: { name: calls, when_absent: zero, stated: P-1 }
  double: { name: double, formula: "deals * 2", stated: P-1 }
  own: { name: own, ${keys}, stated: P-1 }
components:
  pay: { name: p, clause: P-1, column: allowances, amount: { rate: 1, of: own }, stated: P-1 }
`;

  it.each([
    ['count: measures', '{ given: { deals: [100, 200] }, pays: { pay: 2 } }'],
    ['count: measures', '{ given: { deals: { D1: 100, D2: 200 }, calls_made: 7 }, pays: { pay: 3 } }'],
    [
      'count: measures, where: { measure: [deals] }',
      '{ given: { deals: [1, 2], calls_made: 7 }, pays: { pay: 2 } }',
    ],
    [
      'sum: measures.value, where: { measure: [deals] }',
      '{ given: { deals: [1, 2], calls_made: 7 }, pays: { pay: 3 } }',
    ],
    [
      'sum: measures.value, where: { value: { more_than: 100 } }',
      '{ given: { deals: [100, 200] }, pays: { pay: 200 } }',
    ],
    [
      'count: measures, where: { day: { at_most: 5 } }',
      '{ given: { deals: { 2025-04-05: 1, 2025-04-06: 1 }, calls_made: 7 }, pays: { pay: 2 } }',
    ],
    [
      'count: measures, distinct: days',
      '{ given: { deals: { 2025-04-05: 1, 2025-04-06: 1, D1: 3 } }, pays: { pay: 3 } }',
    ],
    // A measure that is no row of measures.csv is none when it is given.
    ['count: measures', '{ given: { double: 4, late_days: 2 }, pays: { pay: 0 } }'],
    // Beside what is given stand the rows.
    [
      'count: measures',
      '{ given: { deals: [1, 2] }, rows: { measures: [{ measure: calls_made, value: 7 }] }, pays: { pay: 3 } }',
    ],
    // Each person's own.
    [
      'count: measures',
      '{ people: { A1: { given: { deals: [1, 2] }, pays: { pay: 2 } }, A2: { given: { deals: 1 }, pays: { pay: 1 } } } }',
    ],
  ])('%s: %s', (keys, example) => {
    expect(outcome(own(keys), example)).toEqual([]);
  });

  it('go through a scale one by one, by their refs', () => {
    // 1 × 10% up to 1500 a deal, else 20%: 1000 × 10% + 2000 × 20%
    const scale = own('sum: measures.value, where: { measure: [deals] }').replace(
      '{ rate: 1, of: own }',
      '{ scale: whole, per: transaction, of: own, bands: [{ up_to: 1500, pays: 10% }, { pays: 20% }] }',
    );
    expect(outcome(scale, '{ given: { deals: { D1: 1000, D2: 2000 } }, pays: { pay: 500 } }')).toEqual([]);
  });
});

describe('the team of people for whom `counted` is given', () => {
  const LEADER = `
components:
  pay: { name: p, clause: P-1, column: allowances, amount: { rate: 1, of: team_counted }, stated: P-1 }
`;

  it('counts what is given for each', () => {
    // 10 + 5 + 2 of team T; A3's 100 are team U's
    const example = `{ rows: { targets: [{ scope: team, id: T, target: 20 }] }, people: {
      L: { person: { team: T }, given: { counted: 10 }, measures: { team_counted: 17, team_attainment: 85% }, pays: { pay: 17 } },
      A1: { person: { team: T }, given: { counted: [2, 3] }, pays: { pay: 17 } },
      A2: { person: { team: T }, signups: { MAIL: { counted: 2, forced: 1 } }, pays: { pay: 17 } },
      A3: { person: { team: U }, given: { counted: 100 }, measures: { team_counted: 100 } } } }`;
    expect(outcome(LEADER, example)).toEqual([]);
  });
});
