/** What `telepay rules test` tells beside what was expected and what came out. */
import { describe, expect, it } from 'vitest';
import { runExamples } from '../src/calc/examples/run-example.js';
import { testedData, testedText } from '../src/report/examples-text.js';
import { load } from './rules/rule-files.js';

const PLAN = `version: "1"
effective_from: 2025-04-01
title: 规则
clauses: { S-1: 提成 }
incidents: { rude: { name: 态度 } }
measures:
  orders: { name: 单量, when_absent: zero, stated: S-1 }
  third: { name: 三分之一, formula: orders / 3, stated: S-1 }
components:
  base: { name: 底薪, clause: S-1, column: base_commission, amount: monthly_base, stated: S-1 }
  daily: { name: 日提成, clause: S-1, column: product_commission, amount: { scale: whole, per: day, of: orders, bands: [{ from: 0, pays: 10 }, { from: 5, pays: 15 }] }, stated: S-1 }
  late: { name: 迟到, clause: S-1, class: disciplinary, fine: { attendance: late, charge: { per_occurrence: 20 } }, stated: S-1 }
  rude: { name: 态度, clause: S-1, class: disciplinary, fine: { incident: rude, charge: { amount: 30 }, once_per: incident }, stated: S-1 }
net: { clause: S-1, negative: carry, guard: { clause: S-1, mode: enforce, classes: [disciplinary], GUARDcap: 20% }, stated: S-1 }
`;

function told(example: string, guard = 'earnings: paid, '): string {
  const rules = load(`${PLAN.replace('GUARD', guard)}examples: { one: ${example} }\n`);
  return testedText({ rules, results: runExamples(rules) }, 'en');
}

const count = (text: string, part: string): number => text.split(part).length - 1;

describe('an example that does not come out', () => {
  it('shows a number without an end as a fraction, and how to come by one with an end', () => {
    const text = told('{ given: { orders: 2 }, measures: { third: 0.666667 } }');
    expect(text).toContain('expected 0.666667\n  got 2/3 = 0.666666…\n  hint: it has no last digit');
    expect(told('{ given: { orders: 3 }, measures: { third: 2 } }')).not.toContain('hint');
  });

  it('says why a fine is nothing', () => {
    expect(told('{ pays: { late: 20 } }')).toContain('got 0: no row of attendance is late');
    expect(told('{ pays: { rude: 20 } }')).toContain('got 0: no incident rude');
  });

  const HINTS: readonly [string, string][] = [
    ['{ given: { late_days: 3 }, pays: { late: 60 } }', 'late_days is given, but late does not ask for it'],
    [
      '{ given: { orders: 3 }, pays: { base: 1 } }',
      'orders is given, but nothing that is expected asks for it',
    ],
    ['{ given: { orders: [4, 6] }, pays: { daily: 130 } }', 'the list of orders is all of one day'],
  ];
  it.each(HINTS)('%s', (example, hint) => {
    expect(told(example)).toContain(`one: hint: ${hint}`);
  });

  const NO_HINTS = [
    '{ given: { orders: { 2025-04-01: 4, 2025-04-02: 6 } }, pays: { daily: 0 } }', // each has its day
    '{ given: { orders: 6 }, measures: { third: 1 } }', // through a formula
    '{ given: { orders: 6 }, net: 1 }', // all there is makes up the net
    '{ given: { orders: 3, late_days: 1 }, pays: { daily: 30 } }', // it comes out
  ];
  it.each(NO_HINTS)('no hint: %s', (example) => {
    expect(told(example)).not.toContain('hint');
  });

  it('shows lines of the same words once, and what several rest on once', () => {
    const alike = told('{ person: { monthly_base: 3000 }, incidents: { rude: 4 }, pays: { rude: 1 } }');
    expect(count(alike, 'components.rude.fine.charge.amount')).toBe(1);
    expect(alike).toContain('4 × rude:');
    // 20% of 300: 30, 30 and nothing of the third and fourth
    const held = told('{ person: { monthly_base: 300 }, incidents: { rude: 4 }, pays: { rude: 1 } }');
    expect(held).toContain('2 × rude:');
    expect(count(held, 'net.guard.cap')).toBe(1);
    expect(count(held, '— as above')).toBeGreaterThan(0);
  });
});

describe('warnings of the calculation', () => {
  const TWICE = '{ person: { monthly_base: 3000 }, attendance: { late: 2 }, pays: { late: 40 } }';

  it('stand under the example, which comes out all the same', () => {
    const text = told(TWICE, '');
    expect(text).toContain('1 example, it comes out');
    expect(text).toContain('one: warning[W0725] the wage guard adds monthly_base');
  });

  it('are in the data too', () => {
    const rules = load(`${PLAN.replace('GUARD', '')}examples: { one: ${TWICE} }\n`);
    const data = testedData({ rules, results: runExamples(rules) }, 'en');
    expect(data).toMatchObject({ come_out: 1, warnings: [{ example: 'one', code: 'W0725' }] });
  });

  it('of what an example does not give are left out', () => {
    // Nothing is earned beside the fine: the net is below zero.
    expect(told('{ attendance: { late: 1 }, pays: { late: 20 } }', 'floor: 0, ')).not.toContain('W0705');
  });
});
