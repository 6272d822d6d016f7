/** What closed months had of an order or contract goes on with it: an advance is taken back policy by policy. */
import { describe, expect, it } from 'vitest';
import { loadPlan } from '../../src/rules/load.js';
import { completed, failuresOf } from '../rules/complete-plan.js';
import { load } from '../rules/rule-files.js';
import { measurePlan } from './memory-plans.js';
import { day, errorsOf, expectDone, person, type Sheets, SmallLedger, together } from './small-ledger.js';

const S = 'stated: P-2';

describe('in examples', () => {
  const advance = (whenAbsent: string): string => `measures:
  premium: { name: premium, when_absent: zero, ${S} }
  months_kept: { name: months kept, when_absent: error, occasional: yes, ${S} }
  advance: { name: advance, each: { per: transaction, formula: "premium * 0.6" }, ${S} }
  advanced: { name: advanced, earlier_by_ref: { of: advance, when_absent: ${whenAbsent} }, ${S} }
  unearned: { name: unearned, each: { per: transaction, formula: "advanced * max(12 - months_kept, 0) / 12" }, ${S} }
components:
  commission: { name: commission, clause: P-2, column: product_commission, amount: advance, ${S} }
  clawback: { name: clawback, clause: P-2, column: clawbacks, amount: unearned, ${S} }
`;
  const failures = (whenAbsent: string, examples: string): string[] =>
    failuresOf(load(completed(`${advance(whenAbsent)}examples:\n${examples}`)));

  it('each policy is taken back by its own advance', () => {
    // 1000 × 60% = 600, 500 × 60% = 300; P1 after 2 of 12 months: 600 × 10/12; P2 after 9: 300 × 3/12.
    const months = `  policies:
    months:
      - { given: { premium: { P1: 1000, P2: 500 } }, pays: { commission: 900, clawback: 0 } }
      - { given: { premium: { P3: 100 } }, pays: { commission: 60, clawback: 0 } }
      - { given: { months_kept: { P1: 2, P2: 9 } }, pays: { commission: 0, clawback: 575 } }
`;
    expect(failures('error', months)).toEqual([]);
  });

  it('what an order had in several months is added up', () => {
    const months = `  twice:
    months:
      - { given: { premium: { P1: 100 } }, pays: { commission: 60 } }
      - { given: { premium: { P1: 200 } }, pays: { commission: 120 } }
      - { given: { months_kept: { P1: 6 } }, pays: { clawback: 90 } }
`;
    expect(failures('error', months)).toEqual([]);
  });

  it.each([
    ['zero', 0],
    ['skip', 0],
  ])('of an order that no closed month had, when_absent: %s pays %i', (whenAbsent, paid) => {
    const months = `  unknown: { given: { months_kept: { P9: 2 } }, pays: { clawback: ${paid} } }\n`;
    expect(failures(whenAbsent, months)).toEqual([]);
  });

  it('of an order that no closed month had, when_absent: error refuses the month', () => {
    const months = '  unknown: { given: { months_kept: { P9: 2 } }, pays: { clawback: 0 } }\n';
    expect(failures('error', months).join()).toContain('no closed month gives it');
  });
});

describe('what is looked back at', () => {
  it.each([
    ['a number of the month', 'formula: "premium * 2"'],
    ['rows by the day', 'each: { per: day, formula: "premium" }'],
  ])('must be made of transactions: %s', (_, of) => {
    const text = completed(`measures:
  premium: { name: premium, when_absent: zero, ${S} }
  base: { name: base, ${of}, ${S} }
  before: { name: before, earlier_by_ref: { of: base, when_absent: zero }, ${S} }
components:
  pay: { name: pay, clause: P-2, column: allowances, amount: premium, ${S} }
`);
    const reading = loadPlan(Buffer.from(text), 'rules.yaml');
    expect('problems' in reading ? reading.problems.map(({ code }) => code) : []).toEqual(['E0679']);
  });
});

describe('over closed months', () => {
  const APRIL = '2025-04';
  const MAY = '2025-05';
  const collected = `{ name: n, when_absent: zero, occasional: yes, ${S} }`;
  /** Half of a contract is paid for what is received; nothing before half of it is, then also for what was before. */
  const plan = measurePlan(
    `{ contract: ${collected}, received: ${collected},
       contract_before: { name: n, earlier_by_ref: { of: contract, when_absent: zero }, ${S} },
       received_before: { name: n, earlier_by_ref: { of: received, when_absent: zero }, ${S} },
       paid_before: { name: n, earlier_by_ref: { of: earned, when_absent: zero }, ${S} },
       earned: { name: n, each: { per: transaction, formula: "received + received_before >= 0.5 * (contract + contract_before) ? (received + received_before) * 0.1 - paid_before : 0" }, ${S} } }`,
    'earned',
  );
  const row = (month: string, measure: string, value: string, ref: string): Sheets => ({
    measures: [`A1,${month}-15,${measure},${value},${ref}`],
  });
  const april = together(
    person('A1'),
    day('A1', `${APRIL}-07`),
    row(APRIL, 'contract', '1000', 'D1'),
    row(APRIL, 'received', '400', 'D1'),
    row(APRIL, 'contract', '100', 'D2'),
    row(APRIL, 'received', '60', 'D2'),
  );
  const may = together(
    person('A1'),
    day('A1', `${MAY}-07`),
    row(MAY, 'received', '200', 'D1'),
    row(MAY, 'received', '40', 'D2'),
  );

  it('each contract goes on from what the ledger knows of it, and is verified', async () => {
    const ledger = await new SmallLedger(plan).closing({ [APRIL]: april });
    expectDone(await ledger.month(MAY, may).run(MAY));
    // D1: 600 of 1000 are half: 60; D2: 100 × 10% less the 6 of April.
    expect(ledger.payroll(MAY, 'A1')).toMatchObject({ allowances: '64.00' });
    expectDone(await ledger.run(APRIL));
    expect(ledger.payroll(APRIL, 'A1')).toMatchObject({ allowances: '6.00' });
    expectDone(await ledger.close(MAY));
    expect(expectDone(await ledger.verify()).data).toMatchObject({ whole: true });
  });

  it('a correction of the month goes on too', async () => {
    const ledger = await new SmallLedger(plan).closing({ [APRIL]: april });
    const more = together(april, row(APRIL, 'received', '100', 'D1'));
    expectDone(await ledger.month(APRIL, more).correct(APRIL));
    expectDone(await ledger.month(MAY, may).run(MAY));
    // April with 500 of 1000: 50 more, posted in May; D1 in May: 700 × 10% − 50 = 20; D2 4.
    expect(ledger.posted(MAY)).toEqual(['A1 correction:2:2025-04:pay 50.00']);
    expect(ledger.payroll(MAY, 'A1')).toMatchObject({ allowances: '24.00', prior_period: '50.00' });
  });

  it('is no transaction of a month that has no row of it', async () => {
    const ledger = await new SmallLedger(plan).closing({ [APRIL]: april });
    const other = { measures: [`Z,${MAY}-15,received,0,D9`] };
    const quiet = together(person('A1'), day('A1', `${MAY}-07`), other);
    expect(errorsOf(await ledger.month(MAY, quiet).run(MAY))).toEqual([]);
    expect(ledger.payroll(MAY, 'A1')).toEqual({});
  });
});
