/** What an example gives beside its people and months holds for each of them, unless it is given nearer. */
import { describe, expect, it } from 'vitest';
import { completed, failuresOf } from './complete-plan.js';
import { faultsIn, load } from './rule-files.js';

const PLAN = `measures:
  sales: { name: sales, when_absent: zero, stated: S-1 }
  quota: { name: quota, when_absent: error, stated: S-1 }
components:
  bonus: { name: bonus, clause: S-1, column: allowances, amount: { formula: "sales - quota" }, floor: 0, stated: S-1 }
examples:
  it: `;

const failures = (example: string): string[] => failuresOf(load(completed(`${PLAN}${example}\n`)));

describe('what is given', () => {
  it.each([
    [
      'beside people',
      '{ given: { sales: 5, quota: 3 }, people: { A1: { pays: { bonus: 2 } }, A2: { pays: { bonus: 2 } } } }',
    ],
    [
      'beside people, and another number of one of them',
      '{ given: { sales: 5, quota: 3 }, people: { A1: { given: { sales: 9 }, pays: { bonus: 6 } }, A2: { pays: { bonus: 2 } } } }',
    ],
    [
      'beside months',
      '{ given: { quota: 3 }, months: [{ given: { sales: 5 }, pays: { bonus: 2 } }, { given: { sales: 9 }, pays: { bonus: 6 } }] }',
    ],
    [
      'beside months, in one of them, and of a person: the nearest counts',
      '{ given: { quota: 1, sales: 9 }, months: [{ given: { quota: 2 }, people: { A1: { given: { quota: 3 }, pays: { bonus: 6 } }, A2: { pays: { bonus: 7 } } } }, { pays: { bonus: 8 } }] }',
    ],
    [
      'by orders: the rows of a person replace all of those', // 9 − 3, not 5 + 9 − 3
      '{ given: { sales: { D1: 5 }, quota: 3 }, people: { A1: { given: { sales: { D2: 9 } }, pays: { bonus: 6 } } } }',
    ],
  ])('%s', (_, example) => {
    expect(failures(example)).toEqual([]);
  });

  it('reaches nobody of another example', () => {
    const two =
      '{ given: { quota: 3 }, people: { A1: { pays: { bonus: 0 } } } }\n  other: { pays: { bonus: 0 } }';
    expect(failures(two)).toEqual([expect.stringContaining('other: bonus: not computed: no quota')]);
  });

  it.each([
    [
      'names a measure that the plan has not',
      '{ given: { quotas: 3 }, people: { A1: { pays: { bonus: 0 } } } }',
      ['E0634 7:18'],
    ],
    [
      'on a day of another month is told once', // for two people
      '{ given: { sales: { 2025-05-01: 3 } }, people: { A1: { pays: { bonus: 0 } }, A2: { pays: { bonus: 0 } } } }',
      ['E0683 7:39'],
    ],
  ])('%s', (_, example, faults) => {
    expect(faultsIn(completed(`${PLAN}${example}\n`))).toEqual(faults);
  });
});

describe('the parts of a component without a marginal scale', () => {
  it('are told to be none', () => {
    const example = '{ given: { sales: 5, quota: 3 }, parts: { bonus: [2, 20] } }';
    expect(failures(example)).toEqual([
      'it: the parts of bonus: []: parts are what the bands of a marginal scale add, and nothing went through one here, not [2, 20]',
    ]);
  });
});

describe('one mark at the top of a file', () => {
  it('covers all values of it', () => {
    const unmarked = completed(PLAN.replaceAll(/,? stated: S-1/g, '') + '{ net: 0, given: { quota: 0 } }\n')
      .replaceAll(/^ *stated: .*\n/gm, '')
      .replaceAll(/,? *stated: [A-Z]-1/g, '');
    expect(faultsIn(unmarked).map((one) => one.slice(0, 5))).toEqual(['E0723']);
    expect(faultsIn(`stated: S-1\n${unmarked}`)).toEqual([]);
  });
});
