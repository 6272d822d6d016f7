/** Examples of months that are refused: what rests on the error does not come out, not even where 0 is expected. */
import { describe, expect, it } from 'vitest';
import { completed, failuresOf } from './complete-plan.js';
import { load } from './rule-files.js';

const PLAN = `
measures:
  sale: { name: sale, when_absent: zero, stated: P-1 }
  share: { name: share, when_absent: zero, stated: P-1 }
  part: { name: part, split: { of: sale, by: share }, stated: P-1 }
  parts_of_team: { name: parts, total: { of: part, over: team }, stated: P-1 }
  part_pays: { name: pays, amount_of: [from_part], stated: P-1 }
  weight: { name: weight, when_absent: skip, stated: P-1 }
  pool: { name: pool, total: { of: sale, over: everyone }, stated: P-1 }
components:
  from_part: { name: a, clause: P-1, column: allowances, amount: { rate: 10%, of: part }, stated: P-1 }
  from_team: { name: b, clause: P-1, column: allowances, amount: { rate: 10%, of: parts_of_team }, stated: P-1 }
  from_pays: { name: c, clause: P-1, column: allowances, amount: { rate: 10%, of: part_pays }, stated: P-1 }
  gated: { name: d, clause: P-1, column: allowances, gate: [{ measure: part, more_than: 0 }], amount: 5, stated: P-1 }
  pooled: { name: e, clause: P-1, column: allowances, amount: { share: { of: pool, by_percent: weight, among: everyone } }, stated: P-1 }
  from_sale: { name: f, clause: P-1, column: allowances, amount: { rate: 10%, of: sale }, stated: P-1 }
  late: { name: g, clause: P-1, class: disciplinary, stated: P-1, fine: { attendance: late, charge: { per_minute: 2 } } }
`;

const outcome = (people: string): string[] =>
  failuresOf(load(completed(`${PLAN}examples:\n  it: { people: { ${people} } }\n`)));

const ABOVE = 'not computed: the shares of "D1" come to 120%: A1 60%, A2 60%';
const TWO = (pays: string): string =>
  `A1: { given: { sale: { D1: 100, D2: 50 }, share: { D1: 60% } }, ${pays} }, A2: { given: { share: { D1: 60% } } }`;

describe('shares of 120%', () => {
  it.each([
    ['what is reckoned from them', 'from_part'],
    ['a total of them', 'from_team'],
    ['what rests on a component that does', 'from_pays'],
    ['a gate that compares them', 'gated'],
  ])('%s does not come out', (_, component) => {
    for (const expected of ['0', '5']) {
      const failures = outcome(TWO(`pays: { ${component}: ${expected} }`));
      expect(failures).toEqual([`it: ${component} of A1: ${ABOVE}, not ${expected}`]);
    }
  });

  it('nor does the measure itself', () => {
    expect(outcome(TWO('measures: { part: 50 }'))).toEqual([`it: part of A1: ${ABOVE}, not 50`]);
  });

  it('what does not rest on them does', () => {
    expect(outcome(TWO('pays: { from_sale: 15 }, measures: { sale: 150 }'))).toEqual([]);
  });

  it('what is given in their place does', () => {
    const given =
      'A1: { given: { part: 50 }, pays: { from_part: 5 } }, A2: { given: { part: 7 }, pays: { from_part: 0.7 } }';
    expect(outcome(given)).toEqual([]);
  });
});

describe('a pool', () => {
  it('of which more than 100% is given away does not come out', () => {
    const people =
      'A1: { given: { sale: 100, weight: 60% }, pays: { pooled: 0 } }, A2: { given: { weight: 60% }, pays: { pooled: 0 } }';
    const why = 'not computed: the shares of "pooled" come to 120%: A1 60%, A2 60%, not 0';
    expect(outcome(people)).toEqual([`it: pooled of A1: ${why}`, `it: pooled of A2: ${why}`]);
  });

  it('that nobody shares is only warned of, and comes out', () => {
    expect(outcome('A1: { given: { sale: 100 }, pays: { pooled: 0 } }')).toEqual([]);
  });
});

it('a fine that lacks its minutes does not come out', () => {
  expect(outcome('A1: { rows: { attendance: [{ status: late }] }, pays: { late: 0 } }')).toEqual([
    'it: late: not computed: the row of A1 on 2025-04-01 gives no minutes, but the rule "late" charges by the minute, not 0',
  ]);
});

it('warnings of a split are no failures: a rest of 10%, a sale that two booked', () => {
  // 90% of 100, and 100% of 2 × 30
  const people =
    'A1: { given: { sale: { D1: 100, D2: 30 }, share: { D1: 90%, D2: 100% } }, pays: { from_part: 15 } }, A2: { given: { sale: { D2: 30 } }, pays: { from_part: 0 } }';
  expect(outcome(people)).toEqual([]);
});
