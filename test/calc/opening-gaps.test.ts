/** Which numbers of before the first month an opening misses, by what the rule file asks for. */
import { describe, expect, it } from 'vitest';
import { ZERO } from '../../src/base/exact.js';
import { parseIsoDate } from '../../src/base/period.js';
import { untoldMeasures } from '../../src/calc/opening-gaps.js';
import { planWithComponents, S } from './plans.js';
import { month } from './rows.js';

/** The opening of the month after `zero` with one row of `collected` for each of `told`. */
function untold(components: string, measures: string, zero: string, told: readonly string[]): string[] {
  const plan = planWithComponents(components, {
    measures: `{ collected: { name: n, when_absent: { value: zero, ${S} } }${measures} }`,
  });
  const rows = told.map((period, index) => ({
    agent_id: 'A1',
    period: parseIsoDate(period) ?? month(period),
    measure: 'collected',
    value: ZERO,
    at: { file: 'measures.csv', line: index + 2 },
  }));
  const nothing = { agents: [], debts: [], signups: [], counts: [], scores: [] };
  return untoldMeasures([plan], { month: month(zero), ...nothing, measures: rows }).map((one) =>
    one.explain('en').message.replace('measures.csv tells nothing of "collected" for ', ''),
  );
}

const scale = (per: string): string =>
  `{ pay: { name: pay, clause: P-2, column: allowances, amount: { scale: marginal, per: ${per}, of: collected, ${S}, bands: [{ above: 0, pays: 5% }] } } }`;
const earlier = (asks: string, absent = 'zero'): string =>
  `, before: { name: n, earlier: { of: collected, ${asks}, when_absent: ${absent}, ${S} } }`;
const BEFORE = `{ pay: { name: pay, clause: P-2, column: allowances, amount: { rate: 1, of: before, ${S} } } }`;

const REFUSED = 'a month that needs it is refused for everyone who was employed then';
const WITHOUT = 'what is reckoned from it goes without';
const CUT = 'the week is weighed without these days';

describe('what an opening does not tell', () => {
  it.each<[string, string, string, string, readonly string[], readonly string[]]>([
    ['the month of a quarter', scale('quarter'), '', '2025-05', ['2025-05'], [`2025-04: ${REFUSED}`]],
    ['no month where a quarter begins', scale('quarter'), '', '2025-06', [], []],
    ['the months of a year', scale('year'), '', '2025-02', [], [`2025-01, 2025-02: ${REFUSED}`]],
    ['no month where a year begins', scale('year'), '', '2024-12', [], []],
    ['nothing that a scale by the month asks for', scale('month'), '', '2025-04', [], []],
    ['the days of a week', scale('week'), '', '2025-04', [], [`2025-04-28 … 2025-04-30: ${CUT}`]],
    ['some days of a week: the others had nothing', scale('week'), '', '2025-04', ['2025-04-29'], []],
    ['no week where a month ends with one', scale('week'), '', '2025-08', [], []],
    ['the month before', BEFORE, earlier('months_ago: 1'), '2025-04', [], [`2025-04: ${WITHOUT}`]],
    ['it, needed', BEFORE, earlier('months_ago: 1', 'error'), '2025-04', [], [`2025-04: ${REFUSED}`]],
    [
      // May asks for March, June for April.
      'what lies two months back, of the first month and the next',
      BEFORE,
      earlier('months_ago: 2', 'error'),
      '2025-04',
      ['2025-03'],
      [`2025-04: ${REFUSED}`],
    ],
    [
      'one of three months, of which one is enough',
      BEFORE,
      earlier('last_months: 3', 'error'),
      '2025-04',
      ['2025-03'],
      [`2025-02, 2025-04: ${WITHOUT}`],
    ],
    [
      'all three',
      BEFORE,
      earlier('last_months: 3', 'error'),
      '2025-04',
      [],
      [`2025-02, 2025-03, 2025-04: ${REFUSED}`],
    ],
    [
      'one measure by two clocks, once',
      scale('quarter'),
      earlier('so_far_in: quarter'),
      '2025-04',
      [],
      [`2025-04: ${REFUSED}`],
    ],
  ])('%s', (_, components, measures, zero, told, expected) => {
    expect(untold(components, measures, zero, told)).toEqual(expected);
  });
});
