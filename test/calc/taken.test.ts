/** Whom totals, ranks and pools take in, and what `take` makes of several numbers. */
import { describe, expect, it } from 'vitest';
import { completed, failuresOf } from '../rules/complete-plan.js';
import { load } from '../rules/rule-files.js';

const failures = (measures: string, component: string, examples: string): string[] =>
  failuresOf(
    load(
      completed(`measures:
  sales: { name: sales, when_absent: skip, stated: P-1 }
  ${measures}
components:
  pay: { name: pay, clause: P-1, column: allowances, stated: P-1, ${component} }
examples:
  ${examples}
`),
    ),
  );

/** Two agents, their leader, one who left in March, and one without any sales. */
const people = (expected: string): string => `firm:
    month: 2025-04
    people:
      A1: { given: { sales: 30 }, ${expected} }
      A2: { given: { sales: 10 } }
      L1: { person: { role: team_leader }, given: { sales: 100 } }
      X1: { person: { left_on: 2025-03-31 }, given: { sales: 4 } }
      N1: {}`;

describe('a total over the team', () => {
  it.each([
    // What the one who left brings is in the sum; he is none of the people of the others.
    ['sum', '', 144],
    ['count', '', 3],
    ['greatest', '', 100],
    ['least', '', 10],
    // 140 ÷ 3 would not be exact; of agents alone (30 + 10) ÷ 2.
    ['mean', 'roles: [agent], ', 20],
    ['sum', 'roles: [agent], ', 44],
    ['count', 'roles: [agent], ', 2],
    ['greatest', 'without_self: yes, roles: [agent], ', 10],
  ])('take: %s %s', (take, more, total) => {
    const measures = `t: { name: t, total: { of: sales, over: team, ${more}take: ${take} }, stated: P-1 }`;
    expect(failures(measures, 'amount: 1', people(`measures: { t: ${total} }`))).toEqual([]);
  });
});

describe('a rank', () => {
  it.each([
    // Behind the leader; the one who left comes last and has no place; first of the agents alone.
    ['', 2],
    ['first: least, ', 2],
    ['roles: [agent], ', 1],
  ])('%s', (more, place) => {
    const measures = `r: { name: r, rank: { of: sales, ${more}among: team }, stated: P-1 }`;
    expect(failures(measures, 'amount: 1', people(`measures: { r: ${place} }`))).toEqual([]);
  });

  it('pays nothing to who has none', () => {
    const measures = 'r: { name: r, rank: { of: sales, among: team, roles: [agent] }, stated: P-1 }';
    const examples = `firm:
    month: 2025-04
    people:
      A1: { given: { sales: 3 }, pays: { pay: 5 } }
      L1: { person: { role: team_leader }, given: { sales: 9 }, pays: { pay: 0 } }
      X1: { person: { left_on: 2025-03-31 }, given: { sales: 4 }, pays: { pay: 0 } }`;
    expect(failures(measures, 'amount: { rate: 5, of: r }', examples)).toEqual([]);
  });
});

describe('a pool shared equally', () => {
  it('gives everybody who passes the gate as much, to the last fen', () => {
    const measures = `pot: { name: pot, total: { of: sales, over: everyone }, stated: P-1 }`;
    // 100 ÷ 3 = 33.333…: 33.33 each, and the fen left to the first.
    const examples = `three:
    people:
      A1: { given: { sales: 100 }, pays: { pay: 33.34 } }
      A2: { pays: { pay: 33.33 } }
      A3: { pays: { pay: 33.33 } }
      L1: { person: { role: team_leader }, pays: { pay: 0 } }`;
    const component = 'gate: [{ role: [agent] }], amount: { share: { of: pot, equally: yes, among: team } }';
    expect(failures(measures, component, examples)).toEqual([]);
  });
});

describe('transactions taken together', () => {
  it.each([
    ['sum', 230],
    ['count', 3],
    ['greatest', 90],
    ['least', 60],
  ])('take: %s', (take, value) => {
    const measures = `each_one: { name: e, each: { per: transaction, formula: "sales", take: ${take} }, stated: P-1 }`;
    const examples = `three: { given: { sales: { D1: 80, D2: 60, D3: 90 } }, measures: { each_one: ${value} } }`;
    expect(failures(measures, 'amount: 1', examples)).toEqual([]);
  });

  it('take: mean', () => {
    const measures = 'each_one: { name: e, each: { per: day, formula: "sales", take: mean }, stated: P-1 }';
    // The two days sum to 30 and 60.
    const examples =
      'two: { month: 2025-04, given: { sales: { 2025-04-01: 30, 2025-04-02: 60 } }, measures: { each_one: 45 } }';
    expect(failures(measures, 'amount: 1', examples)).toEqual([]);
  });
});

describe('earlier months', () => {
  it('take: count says of how many there is a number', () => {
    const measures =
      'known: { name: k, earlier: { of: sales, last_months: 3, take: count, when_absent: zero }, stated: P-1 }';
    const examples = `months:
    months:
      - { given: { sales: 5 }, measures: { known: 0 } }
      - { measures: { known: 1 } }
      - { given: { sales: 0 }, measures: { known: 1 } }
      - { measures: { known: 2 } }`;
    expect(failures(measures, 'amount: 1', examples)).toEqual([]);
  });
});
