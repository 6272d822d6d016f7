/** `has` in formulas: whether the person has a value of a measure. */
import { describe, expect, it } from 'vitest';
import { completed, failuresOf } from '../rules/complete-plan.js';
import { faultsIn, load } from '../rules/rule-files.js';

const plan = (formula: string, measures = ''): string => `
measures:
  sold: { name: sold, when_absent: zero, stated: P-1 }
  quality: { name: quality, when_absent: skip, stated: P-1 }
  quota: { name: quota, when_absent: error, stated: P-1 }
${measures}  part: { name: part, formula: "${formula}", stated: P-1 }
components:
  bonus: { name: c, clause: P-1, column: allowances, amount: { rate: 1, of: part }, stated: P-1 }
`;

const outcome = (rules: string, example: string): string[] =>
  failuresOf(load(completed(`${rules}examples:\n  it: ${example}\n`)));

describe('has', () => {
  it.each([
    ['a target there is', 'has(target) ? counted / target : 7', 'counted: 6, target: 3', '2'],
    // Only the branch that is chosen is asked for.
    ['a target there is not', 'has(target) ? counted / target : 7', 'counted: 6', '7'],
    ['what builds on it', 'has(attainment) ? 1 : 7', 'counted: 6', '7'],
    ['skip, without a row', 'has(quality) ? quality : 7', 'sold: 1', '7'],
    ['error, without a row', 'has(quota) ? quota : 7', 'sold: 1', '7'],
    ['error, with a row of 0', 'has(quota) ? quota : 7', 'quota: 0', '0'],
    // Where rows are lacking it is 0, and 0 is a value.
    ['zero, without a row', 'has(sold) ? sold : 7', 'quota: 1', '0'],
    ['with && and !', '!has(quota) && has(sold) ? 1 : 2', 'sold: 1', '1'],
    ['in the first part of ||', 'has(quality) || sold > 0 ? 1 : 2', 'sold: 1', '1'],
  ])('%s', (_, formula, given, part) => {
    expect(outcome(plan(formula), `{ given: { ${given} }, measures: { part: ${part} } }`)).toEqual([]);
  });

  it('does not hide a division by zero', () => {
    const ratio = '  ratio: { name: ratio, formula: "sold / quota", stated: P-1 }\n';
    const [failure] = outcome(
      plan('has(ratio) ? ratio : 7', ratio),
      '{ given: { sold: 1, quota: 0 }, measures: { part: 7 } }',
    );
    expect(failure).toContain('sold / quota divides by zero');
  });

  it('holds for what is counted: no row is 0', () => {
    const complaints =
      '  complaints: { name: c, count: incidents, where: { kind: [complaint] }, stated: P-1 }\n';
    const rules = plan('has(complaints) ? complaints : 7', complaints);
    expect(outcome(rules, '{ given: { sold: 1 }, measures: { part: 0 } }')).toEqual([]);
  });
});

describe('has under `each`', () => {
  const each = (formula: string): string =>
    plan('earned', `  earned: { name: e, each: { per: transaction, formula: "${formula}" }, stated: P-1 }\n`);

  it('asks after the transaction: D1 has a quality of 50%, D2 has none', () => {
    const example = '{ given: { sold: { D1: 100, D2: 10 }, quality: { D1: 50% } }, measures: { part: 60 } }';
    expect(outcome(each('has(quality) ? sold * quality : sold'), example)).toEqual([]);
  });

  it('reckons those of a person without any row of it too', () => {
    const example = '{ given: { sold: { D1: 100, D2: 10 } }, measures: { part: 110 } }';
    expect(outcome(each('has(quality) ? sold * quality : sold'), example)).toEqual([]);
  });

  it('asks after what is reckoned per transaction itself', () => {
    // doubled is left out for D2, which has no quality: 100 × 2, 10
    const doubled = `  doubled: { name: d, each: { per: transaction, formula: "sold * quality * 2" }, stated: P-1 }\n`;
    const rules = each('has(doubled) ? doubled : sold').replace('  earned:', `${doubled}  earned:`);
    const example = '{ given: { sold: { D1: 100, D2: 10 }, quality: { D1: 1 } }, measures: { part: 210 } }';
    expect(outcome(rules, example)).toEqual([]);
  });
});

it.each([
  ['as a number', 'has(quota) + 1', 'E0672'],
  ['of what is no name', 'has(quota + 1) ? 1 : 0', 'E0680'],
  ['of nothing', 'has() ? 1 : 0', 'E0674'],
  ['of an unknown measure', 'has(qota) ? 1 : 0', 'E0634'],
])('is refused %s', (_, formula, code) => {
  expect(faultsIn(completed(plan(formula))).map((fault) => fault.split(' ')[0])).toEqual([code]);
});
