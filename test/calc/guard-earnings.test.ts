/** What the earnings are that the wage guard holds penalties against. */
import { describe, expect, it } from 'vitest';
import { formatMoney, sum } from '../../src/base/exact.js';
import { runExamples } from '../../src/calc/examples/run-example.js';
import { calculateExample } from '../../src/calc/examples/example-month.js';
import { NO_PAST_MONTHS } from '../../src/calc/past.js';
import { load, ruleFile } from '../rules/rule-files.js';

const RUDE =
  'rude: { name: 态度, clause: P-1, class: disciplinary, fine: { incident: rude, charge: { amount: 1000 }, once_per: incident }, stated: P-1 }';
const BASES = {
  'a measure': '{ name: 底薪, clause: P-1, column: base_commission, amount: monthly_base, stated: P-1 }',
  'a formula by a measure':
    '{ name: 底薪, clause: P-1, column: allowances, amount: { rate: 1, of: salary }, stated: P-1 }',
  'a number': '{ name: 底薪, clause: P-1, column: base_commission, amount: 3000, stated: P-1 }',
};

/** One person with a base of 3000 and a fine of 1000, by a plan with this guard and this base. */
function month(guard: string, base: keyof typeof BASES, person = '{ monthly_base: 3000 }') {
  const rules = load(
    ruleFile({
      net: `{ clause: P-1, negative: carry, guard: { clause: P-1, mode: enforce, classes: [disciplinary], ${guard} }, stated: P-1 }`,
      incidents: '{ rude: { name: 态度 } }',
      measures: '{ salary: { name: 底薪, formula: monthly_base * 1, stated: P-1 } }',
      components: `\n  base: ${BASES[base]}\n  ${RUDE}`,
      examples: `{ one: { person: ${person}, incidents: { rude: 1 }, pays: { rude: 1000 } } }`,
    }),
  );
  const [example] = rules.examples;
  const [only] = example?.months ?? [];
  if (!only) throw new Error('no month');
  const { result } = calculateExample(rules.plan, only, NO_PAST_MONTHS);
  const lines = result.agents.flatMap((one) => one.lines).filter((line) => line.component === 'rude');
  return {
    fine: formatMoney(sum(lines.map((line) => line.applied))),
    codes: result.problems.map((one) => one.code),
    got: runExamples(rules)[0]?.failures[0]?.got.kind,
  };
}

describe('the earnings of the wage guard', () => {
  const CASES: readonly [string, string, keyof typeof BASES, string, readonly string[]][] = [
    // guard, base of 3000 paid by, applied of 1000, problems (W0706: more than the room)
    ['paid is what the plan pays alone', 'earnings: paid, floor: 2490', 'a measure', '510.00', ['W0706']],
    ['with_monthly_base adds it', 'earnings: with_monthly_base, floor: 2490', 'a measure', '1000.00', []],
    ['left out, it is added, with a warning', 'floor: 2490', 'a measure', '1000.00', ['W0725']],
    ['the warning sees through measures', 'floor: 2490', 'a formula by a measure', '1000.00', ['W0725']],
    ['a cap is of twice the base too', 'cap: 10%', 'a measure', '600.00', ['W0706', 'W0725']],
    ['a cap of what is paid', 'earnings: paid, cap: 10%', 'a measure', '300.00', ['W0706']],
    ['a base of its own beside it is none twice', 'floor: 2490', 'a number', '1000.00', []],
  ];
  it.each(CASES)('%s', (_, guard, base, fine, codes) => {
    const found = month(guard, base);
    expect(found.fine).toBe(fine);
    expect(found.codes).toEqual(codes);
  });

  it('paid holds the floor for those without a monthly base', () => {
    expect(month('earnings: paid, floor: 2490', 'a number', '{}')).toEqual({
      fine: '510.00',
      codes: ['W0706'],
      got: 'numbers',
    });
  });

  it('without one a floor refuses the month, and an example of the penalty', () => {
    expect(month('floor: 2490', 'a number', '{}')).toMatchObject({ codes: ['E0716'], got: 'refused' });
  });
});
