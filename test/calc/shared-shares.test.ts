/** The same shares divide deals and their refunds; months served up to leaving; transactions that lack what picks their band. */
import { describe, expect, it } from 'vitest';
import { completed, failuresOf } from '../rules/complete-plan.js';
import { load } from '../rules/rule-files.js';

const failures = (text: string): string[] => failuresOf(load(completed(text)));

describe('one measure of shares for two splits', () => {
  const plan = (examples: string): string => `measures:
  deal: { name: deal, when_absent: zero, stated: P-1 }
  refund: { name: refund, when_absent: zero, occasional: yes, stated: P-1 }
  part: { name: part, when_absent: zero, stated: P-1 }
  mine: { name: mine, split: { of: deal, by: part }, stated: P-1 }
  mine_back: { name: mine back, split: { of: refund, by: part }, stated: P-1 }
components:
  earned: { name: earned, clause: P-1, column: product_commission, stated: P-1, amount: { rate: 10%, of: mine } }
  back: { name: back, clause: P-1, column: clawbacks, stated: P-1, amount: { rate: 10%, of: mine_back } }
examples:
${examples}`;

  it('divides a deal of which nothing is refunded, and a refund of a deal of before', () => {
    // D1: 60 and 40; D0: 20 × 50%, 10% of it each.
    const examples = `  both:
    people:
      A1: { given: { deal: { D1: 1000 }, refund: { D0: 200 }, part: { D1: 60%, D0: 50% } }, pays: { earned: 60, back: 10 }, net: 50 }
      A2: { given: { part: { D1: 40%, D0: 50% } }, pays: { earned: 40, back: 10 } }
`;
    expect(failures(plan(examples))).toEqual([]);
  });

  it('still refuses a share of what is neither', () => {
    const examples =
      '  stray: { given: { deal: { D1: 1000 }, part: { D1: 100%, D9: 50% } }, pays: { earned: 100 } }\n';
    expect(failures(plan(examples)).join()).toContain('D9');
  });
});

describe('months up to leaving', () => {
  it.each([
    // The 25th of January would be the seventh month.
    ['{ hired_on: 2024-06-25, left_on: 2025-01-20 }', 6],
    ['{ hired_on: 2024-06-25, left_on: 2025-01-25 }', 7],
    // Who has not left, or leaves later, has served to the end of the month.
    ['{ hired_on: 2024-06-25 }', 7],
    ['{ hired_on: 2024-06-25, left_on: 2025-03-31 }', 7],
    // It stands still after leaving.
    ['{ hired_on: 2024-06-25, left_on: 2024-09-30 }', 3],
    ['{ hired_on: 2025-02-01 }', 0],
  ])('%s: %i', (person, months) => {
    const example = `examples: { one: { month: 2025-01, person: ${person}, measures: { tenure_months_to_leaving: ${months} } } }\n`;
    expect(failures(example)).toEqual([]);
  });
});

describe('a transaction without a row of what picks its band', () => {
  const told = (whenAbsent: string, years: string): string =>
    failures(`measures:
  price: { name: price, when_absent: zero, stated: P-1 }
  year: { name: year, when_absent: ${whenAbsent}, stated: P-1 }
components:
  pay:
    name: pay
    clause: P-1
    column: allowances
    stated: P-1
    amount: { scale: whole, per: transaction, of: price, by: year, bands: [{ up_to: 1, pays: 5% }, { pays: 2% }] }
examples: { one: { given: { price: { H1: 100, H2: 100 }, year: ${years} }, pays: { pay: 5 } } }
`).join();

  it('is named', () => {
    expect(told('error', '{ H1: 1 }')).toContain('no year (measures.csv has no row of it for H2)');
  });

  it('is named with the row that may be its own, misspelt', () => {
    expect(told('zero', '{ H1: 1, H3: 1 }')).toContain('year has no row for H2, but one for H3');
  });
});
