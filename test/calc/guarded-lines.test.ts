/** Penalties that would be called alike: the wage guard holds each for itself, and lines.csv names each once. */
import { describe, expect, it } from 'vitest';
import { decimal, formatMoney, ZERO } from '../../src/base/exact.js';
import { stateOf } from '../../src/calc/closing.js';
import { leaksOf } from '../../src/calc/conservation.js';
import { calculateExample } from '../../src/calc/examples/example-month.js';
import { advance } from '../../src/calc/advance.js';
import { NO_PAST_MONTHS, type Past } from '../../src/calc/past.js';
import { load, ruleFile } from '../rules/rule-files.js';

/** One person with a base of 2000, all of which must be left, so that what is earned is the room. */
function months(given: string) {
  const { plan, examples } = load(
    ruleFile({
      stated: 'P-1',
      net: '{ clause: P-1, negative: carry, guard: { clause: P-1, mode: enforce, classes: [performance], floor: 2000 } }',
      tests: '{ typing: { name: 打字 } }',
      measures: '{ q: { name: q, when_absent: zero }, z: { name: z, when_absent: zero } }',
      components: `
  earned: { name: 收入, clause: P-1, column: allowances, amount: q }
  pen: { name: 扣款, clause: P-1, column: penalties, class: performance, amount: z }
  typing: { name: 打字, clause: P-1, class: performance, fine: { test: typing, standard: 60, per_unit: 10, result_rounded: down, not_taken: no_fine } }
  late: { name: 迟到, clause: P-1, class: performance, fine: { attendance: late, charge: { per_minute: 1 } } }`,
      examples: `{ one: { person: { monthly_base: 2000 }, months: [${given}] } }`,
    }),
  );
  let past: Past = NO_PAST_MONTHS;
  return (examples[0]?.months ?? []).map((month) => {
    const { result } = calculateExample(plan, month, past);
    past = advance(past, stateOf(result), [plan]);
    return result;
  });
}

/** The penalties of each month, `id amount applied`. */
const penalties = (given: string): string[][] =>
  months(given).map(({ agents }) =>
    agents.flatMap(({ lines }) =>
      lines.flatMap((line) =>
        line.column === 'penalties'
          ? [`${line.line_id} ${formatMoney(line.amount)} ${formatMoney(line.applied)}`]
          : [],
      ),
    ),
  );

const given = (q: number, z: number) => `{ given: { q: ${q}, z: ${z} }, net: 0 }`;
const typed = (q: number, result: number) => `{ given: { q: ${q} }, tests: { typing: ${result} }, net: 0 }`;
const lateTwice = (q: number) =>
  `{ given: { q: ${q} }, net: 0, rows: { attendance: [{ date: 2025-04-02, status: late, minutes: 100 }, { date: 2025-04-02, status: late, minutes: 80 }] } }`;

describe('penalties that would be called alike', () => {
  const CASES: readonly [string, string, string[][]][] = [
    [
      'what was kept back in two months comes back as two lines: 200 + 350 of 1000',
      [given(0, 200), given(0, 350), given(1000, 0)].join(),
      [
        ['pen 200.00 0.00'],
        ['pen 350.00 0.00', 'carried:pen 200.00 0.00'],
        ['carried:pen:2 350.00 350.00', 'carried:pen 200.00 200.00'],
      ],
    ],
    [
      'each keeps its id as long as some of it is left: of 220, 200 of April and 20 of May',
      [given(0, 200), given(0, 350), given(220, 10), given(0, 0)].join(),
      [
        ['pen 200.00 0.00'],
        ['pen 350.00 0.00', 'carried:pen 200.00 0.00'],
        ['pen 10.00 0.00', 'carried:pen:2 350.00 20.00', 'carried:pen 200.00 200.00'],
        ['carried:pen 10.00 0.00', 'carried:pen:2 330.00 0.00'],
      ],
    ],
    [
      'the same result of a test in two months: 200 + 200 of 300',
      [typed(0, 40), typed(0, 40), typed(300, 60)].join(),
      [
        ['typing:40 200.00 0.00'],
        ['carried:typing:40 200.00 0.00', 'typing:40 200.00 0.00'],
        ['carried:typing:40 200.00 200.00', 'carried:typing:40:2 200.00 100.00'],
      ],
    ],
    [
      'two rows of one day: 100 + 80 of 150',
      lateTwice(150),
      [['late:late:2025-04-02 100.00 100.00', 'late:late:2025-04-02:2 80.00 50.00']],
    ],
  ];
  it.each(CASES)('%s', (_, rows, expected) => {
    expect(penalties(rows)).toEqual(expected);
  });

  it('a state in which two lines of one person are called alike does not add up', () => {
    const [result] = months(lateTwice(150));
    if (!result) throw new Error('no month');
    const state = stateOf(result);
    const leaks = (lines: typeof state.lines) =>
      leaksOf([{ state: { ...state, lines }, postings: [], opening: false }]).map(({ what }) => what.en);
    expect(leaks(state.lines)).toEqual([]);
    const alike = state.lines.map((line) => ({ ...line, line_id: line.line_id.replace(/:2$/, '') }));
    expect(leaks(alike)).toEqual(['A1: several lines are called late:late:2025-04-02']);
    // Of two people they may be.
    const nothing = { ...alike[0], agent_id: 'A2', amount: ZERO };
    expect(
      leaks([...state.lines, ...state.lines.map((line) => ({ ...line, ...nothing, line_id: line.line_id }))]),
    ).toEqual([]);
  });
});

describe('a guard with a cap alone', () => {
  // Earned, of the class that is guarded → applied, net. Room: 20% of the earnings, and no more than is left of them.
  const CASES: readonly [string, number, string, string][] = [
    ['the cap is less than what is left', 700, '200.00', '100.00'],
    ['what is left is less', 900, '100.00', '0.00'],
    ['nothing is left', 1000, '0.00', '0.00'],
    ['what goes first makes a debt by itself', 1100, '0.00', '-100.00'],
  ];
  it.each(CASES)('%s', (_, first, applied, net) => {
    const { plan, examples } = load(
      ruleFile({
        stated: 'P-1',
        net: '{ clause: P-1, negative: carry, guard: { clause: P-1, mode: enforce, classes: [performance], cap: 20% } }',
        components: `
  earned: { name: 收入, clause: P-1, column: allowances, amount: 1000 }
  pen: { name: 扣款, clause: P-1, column: penalties, class: performance, amount: 300 }
  other: { name: 其他, clause: P-1, column: clawbacks, amount: ${first} }`,
        examples: '{ one: { net: 0 } }',
      }),
    );
    const [month] = examples[0]?.months ?? [];
    if (!month) throw new Error('no month');
    const [agent] = calculateExample(plan, month, NO_PAST_MONTHS).result.agents;
    expect(formatMoney(agent?.payslip.penalties ?? decimal('-1'))).toBe(applied);
    expect(formatMoney(agent?.payslip.net ?? decimal('-1'))).toBe(net);
  });
});
