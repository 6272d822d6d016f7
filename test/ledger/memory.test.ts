/** What closed months remember of measures, through real closes: scales that run on, weeks across months, draws. */
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { RUNNING, sells, WEEKLY } from './memory-plans.js';
import { day, errorsOf, expectDone, measured, person, SmallLedger, together } from './small-ledger.js';

const MAY_FIRST = '2025-05';

const QUARTER = {
  '2025-04': sells('2025-04', '2500'),
  '2025-05': sells('2025-05', '3000'),
  '2025-06': sells('2025-06', '1800'),
};

describe('a scale that runs through the quarter', () => {
  it('pays each month on top of the closed ones, and begins again with the quarter', async () => {
    const ledger = new SmallLedger(RUNNING);
    await ledger.closing(QUARTER);
    expectDone(await ledger.month('2025-07', sells('2025-07', '3500', '7000')).run('2025-07'));
    const paid = ['2025-04', '2025-05', '2025-06'].map((month) => ledgerPaid(ledger, month));
    // 2500 × 5%; 500 × 5% + 2500 × 10%; 500 × 10% + 1300 × 15%; and 3500 × 5%, right on the edge.
    expect([...paid, ledger.payroll('2025-07', 'A1')['allowances']]).toEqual([
      '125.00',
      '275.00',
      '245.00',
      '175.00',
    ]);
    expectDone(await ledger.verify());
  });

  it('is computed again for every later month when a closed one is corrected', async () => {
    const ledger = new SmallLedger(RUNNING);
    await ledger.closing(QUARTER);
    ledger.month('2025-04', sells('2025-04', '2600'));
    expectDone(await ledger.correct('2025-04'));
    expectDone(await ledger.month('2025-07', sells('2025-07', '0', '7000')).run('2025-07'));
    // 2600 × 5% = 130; 400 × 5% + 2600 × 10% = 280; 400 × 10% + 1400 × 15% = 250: five more each.
    expect(ledger.posted('2025-07')).toEqual([
      'A1 correction:4:2025-04:pay 5.00',
      'A1 correction:4:2025-05:pay 5.00',
      'A1 correction:4:2025-06:pay 5.00',
    ]);
    expectDone(await ledger.verify());
  });

  it('runs on from how the last month was closed again', async () => {
    const ledger = new SmallLedger(RUNNING);
    await ledger.closing(QUARTER);
    expectDone(await ledger.reopen('2025-06'));
    expectDone(await ledger.month('2025-06', sells('2025-06', '1900')).close('2025-06'));
    expect(ledgerPaid(ledger, '2025-06')).toBe('260.00'); // 500 × 10% + 1400 × 15%
    expectDone(await ledger.variance('2025-06'));
    expectDone(await ledger.verify());
  });

  it('places what is due by now less what was placed, when the quota changes within the quarter', async () => {
    const ledger = new SmallLedger(RUNNING);
    await ledger.closing({ '2025-04': sells('2025-04', '4000', '6000') });
    expectDone(await ledger.month('2025-05', sells('2025-05', '1000', '12000')).run('2025-05'));
    // April: 3000 × 5% + 1000 × 10% = 250. By May 5000 of 12000, all at 5% = 250: nothing more is due.
    expect(ledger.payroll('2025-05', 'A1')['allowances']).toBeUndefined();
    expectDone(await ledger.month('2025-05', sells('2025-05', '3000', '12000')).run('2025-05'));
    // 6000 × 5% + 1000 × 10% = 400, less 250.
    expect(ledger.payroll('2025-05', 'A1')['allowances']).toBe('150.00');
  });

  it('makes up in later months for a month of more returns than sales', async () => {
    const ledger = new SmallLedger(RUNNING);
    await ledger.closing({ '2025-04': sells('2025-04', '2000'), '2025-05': sells('2025-05', '-1000') });
    expect(ledgerPaid(ledger, '2025-05')).toBeUndefined();
    expectDone(await ledger.month('2025-06', sells('2025-06', '1500')).run('2025-06'));
    // By June 2500 × 5% = 125, of which April placed 100.
    expect(ledger.payroll('2025-06', 'A1')['allowances']).toBe('25.00');
    expectDone(await ledger.verify());
  });

  it('refuses a month of the quarter whose earlier months are not closed', async () => {
    const ledger = new SmallLedger(RUNNING);
    const result = await ledger.month(MAY_FIRST, sells(MAY_FIRST, '100')).run(MAY_FIRST);
    expect(errorsOf(result).join('\n')).toContain('E0710');
  });
});

describe('a week across two months', () => {
  // Wednesday the 30th of April 2025; the week ends on Sunday the 4th of May.
  const april = together(person('A1'), day('A1', '2025-04-07'), measured('A1', '2025-04-30', 'sales', '400'));
  const may = together(person('A1'), day('A1', '2025-05-07'), measured('A1', '2025-05-02', 'sales', '300'));

  it('is paid with the month in which it ends', async () => {
    const ledger = new SmallLedger(WEEKLY);
    await ledger.closing({ '2025-04': april });
    expectDone(await ledger.month('2025-05', may).run('2025-05'));
    expect(ledgerPaid(ledger, '2025-04')).toBeUndefined();
    expect(ledger.payroll('2025-05', 'A1')['allowances']).toBe('10.00'); // 5% of 400 + 300 − 500
  });

  it('is taken back from the month in which it ended when a correction leaves nothing to remember', async () => {
    const ledger = new SmallLedger(WEEKLY);
    await ledger.closing({ '2025-04': april, '2025-05': may });
    // A row of the 2nd: the last week of April has none at all.
    const none = together(person('A1'), day('A1', '2025-04-07'), measured('Z', '2025-04-02', 'sales', '1'));
    expectDone(await ledger.month('2025-04', none).correct('2025-04'));
    const nobody = measured('Z', '2025-06-02', 'sales', '1');
    expectDone(
      await ledger.month('2025-06', together(person('A1'), day('A1', '2025-06-06'), nobody)).run('2025-06'),
    );
    expect(ledger.posted('2025-06')).toEqual(['A1 correction:3:2025-05:pay -10.00']);
    expectDone(await ledger.verify());
  });

  it('is not lost with someone who stands in the next file no more', async () => {
    const ledger = new SmallLedger(WEEKLY);
    await ledger.closing({ '2025-04': april });
    const result = await ledger.month('2025-05', measured('Z', '2025-05-02', 'sales', '1')).run('2025-05');
    expect(errorsOf(result)).toEqual(['E0711']);
  });

  it('is paid with the month of leaving for those who leave', async () => {
    const ledger = new SmallLedger(WEEKLY);
    const leaving = together(april, measured('A1', '2025-04-29', 'sales', '300'));
    const left = { ...leaving, agents: person('A1', { left: '2025-04-30' }).agents ?? [] };
    expectDone(await ledger.month('2025-04', left).run('2025-04'));
    expect(ledger.payroll('2025-04', 'A1')['allowances']).toBe('10.00');
  });
});

/** What the reports of a closed month say of A1's allowances. */
function ledgerPaid(ledger: SmallLedger, month: string): string | undefined {
  const summary = [...ledger.sealed].findLast(([path]) => path.endsWith(`state/${month}/payslips.json`));
  const slips: unknown = parseYaml(summary?.[1].toString('utf8') ?? '[]');
  const own = (Array.isArray(slips) ? slips : []).find(
    (one: Record<string, string>) => one['agent_id'] === 'A1',
  ) as Record<string, string> | undefined;
  const amount = own?.['allowances'];
  return amount === undefined || amount === '0' ? undefined : Number(amount).toFixed(2);
}
