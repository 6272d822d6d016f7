/** A firm that begins in the middle of a quarter or a week brings what its months would have remembered. */
import { describe, expect, it } from 'vitest';
import { checksumText, sha256 } from '../../src/ledger/manifest.js';
import { measurePlan, RUNNING, RUNNING_OF_T, sells, WEEKLY, WEEKLY_OF_B } from './memory-plans.js';
import {
  day,
  errorsOf,
  expectDone,
  measured,
  person,
  rules,
  SmallLedger,
  together,
  told,
} from './small-ledger.js';

const PEOPLE = [
  'agent_id,name,team,role,hired_on',
  'A1,name of A1,T,agent,2024-01-01',
  'Z,name of Z,T,agent,2024-01-01',
];
const measures = (...rows: readonly string[]): readonly string[] => ['agent_id,date,measure,value', ...rows];

describe('a quarter that is begun in June', () => {
  const JUNE = '2025-06';
  const begun = async (...rows: readonly string[]) => {
    const ledger = new SmallLedger(RUNNING);
    const opened = await ledger.open(JUNE, { 'agents.csv': PEOPLE, 'measures.csv': measures(...rows) });
    return { ledger: ledger.month(JUNE, sells(JUNE, '1800')), opened };
  };
  const BOTH = ['A1,2025-04,revenue,2500', 'A1,2025年5月,revenue,"3,000"'];

  it('pays June on top of April and May, as if they were closed, and July anew', async () => {
    const { ledger, opened } = await begun(...BOTH);
    expect(told(opened, 'W08')).toEqual([]);
    expect(opened.data).toMatchObject({
      months: [
        { month: '2025-04', measures: 1, days: 0 },
        { month: '2025-05', measures: 1, days: 0 },
      ],
    });
    expectDone(await ledger.run(JUNE));
    // 500 × 10% + 1300 × 15% of a quota of 6000 of which 5500 are reached.
    expect(ledger.payroll(JUNE, 'A1')['allowances']).toBe('245.00');
    expectDone(await ledger.close(JUNE));
    expectDone(await ledger.month('2025-07', sells('2025-07', '3500', '7000')).run('2025-07'));
    expect(ledger.payroll('2025-07', 'A1')['allowances']).toBe('175.00'); // 3500 × 5%
    expectDone(await ledger.variance('2025-07'));
    const verified = expectDone(await ledger.verify());
    expect(verified.data).toMatchObject({ entries: [{ kind: 'open', computed_again: 'same' }, {}] });
  });

  it('corrects June on top of them', async () => {
    const { ledger } = await begun(...BOTH);
    expectDone(await ledger.close(JUNE));
    expectDone(await ledger.month(JUNE, sells(JUNE, '1900')).correct(JUNE));
    expectDone(await ledger.month('2025-07', sells('2025-07', '0', '7000')).run('2025-07'));
    expect(ledger.posted('2025-07')).toEqual(['A1 correction:3:2025-06:pay 15.00']); // 100 × 15%
    expectDone(await ledger.verify());
  });

  it('counts nothing for who has no row, where others have one', async () => {
    const { ledger } = await begun('Z,2025-04,revenue,1', 'Z,2025-05,revenue,1');
    expectDone(await ledger.run(JUNE));
    expect(ledger.payroll(JUNE, 'A1')['allowances']).toBe('90.00'); // 1800 × 5%
  });

  it.each<[string, readonly string[], string]>([
    ['neither month', [], '2025-04, 2025-05'],
    ['one of the two', ['A1,2025-05,revenue,3000'], '2025-04'],
  ])('warns where it brings %s, and June is refused', async (_, rows, months) => {
    const { ledger, opened } = await begun(...rows);
    expect(opened.refused).toBe(false);
    expect(told(opened, 'W0822')).toEqual([
      `W0822 measures.csv: measures.csv tells nothing of "revenue" for ${months}: a month that needs it is refused for everyone who was employed then`,
    ]);
    expect(errorsOf(await ledger.run(JUNE))).toEqual(['E0710']);
  });

  it('refuses what nothing would read, and seals nothing', async () => {
    const { ledger, opened } = await begun(...BOTH, 'A1,2025-05,quota,6000', 'A1,2025-05-31,revenue,1');
    expect(errorsOf(opened)).toEqual(['E0846', 'E0848']);
    expect(opened.problems.find(({ code }) => code === 'E0846')?.explain('en').expected).toBe('revenue');
    expect(ledger.sealed.size).toBe(0);
  });

  it('is read again by verify: a number changed by someone who makes the hashes fit is named', async () => {
    const { ledger } = await begun(...BOTH);
    const path = 'state/2025-04/remembered.json';
    const entry = 'ledger/2025-05';
    const before = ledger.read(`${entry}/${path}`);
    const after = before.replace('"2500"', '"5500"');
    const manifest = ledger.read(`${entry}/manifest.json`).replace(sha256(before), sha256(after));
    ledger.write(`${entry}/${path}`, after);
    ledger.write(`${entry}/manifest.json`, manifest);
    ledger.write(`${entry}/manifest.json.sha256`, checksumText(sha256(manifest)));
    const found = await ledger.verify();
    expect(found.problems.map(({ code, place }) => [code, place.file])).toEqual([
      ['E0843', `${entry}/${path}`],
    ]);
  });
});

describe('a week that began in March', () => {
  const APRIL = '2025-04';
  // The 31st of March 2025 is a Monday: its week ends on the 6th of April.
  const april = together(person('A1'), day('A1', '2025-04-07'), measured('A1', '2025-04-02', 'sales', '300'));
  const begun = async (people: readonly string[], ...rows: readonly string[]) => {
    const ledger = new SmallLedger(WEEKLY).month(APRIL, april);
    return {
      ledger,
      opened: await ledger.open(APRIL, { 'agents.csv': people, 'measures.csv': measures(...rows) }),
    };
  };

  it('is paid with April, by its days', async () => {
    const { ledger, opened } = await begun(PEOPLE, 'A1,2025-03-31,sales,400');
    expect(told(opened, 'W0822')).toEqual([]);
    expect(opened.data).toMatchObject({ months: [{ month: '2025-03', measures: 0, days: 1 }] });
    expectDone(await ledger.run(APRIL));
    expect(ledger.payroll(APRIL, 'A1')['allowances']).toBe('10.00'); // 5% of 400 + 300 − 500
  });

  it('is weighed without its days where nobody tells of them, which is said', async () => {
    const { ledger, opened } = await begun(PEOPLE);
    expect(told(opened, 'W0822')).toEqual([
      'W0822 measures.csv: measures.csv tells nothing of "sales" for 2025-03-31 … 2025-03-31: the week is weighed without these days',
    ]);
    expectDone(await ledger.run(APRIL));
    expect(ledger.payroll(APRIL, 'A1')['allowances']).toBeUndefined();
  });

  it('was paid with March for who left', async () => {
    const gone = ['agent_id,name,team,role,hired_on,left_on', 'A1,name of A1,T,agent,2024-01-01,2025-03-31'];
    const { opened } = await begun(gone, 'A1,2025-03-31,sales,400');
    expect(errorsOf(opened)).toEqual(['E0849']);
  });
});

describe('a measure that runs on by weeks and by quarters', () => {
  it('has no total of a month of which only days are told: the month is refused, not reckoned from nothing', async () => {
    const pay = (clock: string): string =>
      `{ name: n, clause: P-2, column: allowances, amount: { scale: marginal, per: ${clock}, of: sales, stated: P-2, bands: [{ up_to: 500, pays: 0% }, { pays: 5% }] } }`;
    const plan = rules({
      measures: '{ sales: { name: n, when_absent: { value: zero, stated: P-2 } } }',
      components: `{ weekly: ${pay('week')}, quarterly: ${pay('quarter')} }`,
      score: undefined,
      grades: undefined,
    });
    const may = together(person('A1'), day('A1', '2025-05-07'), measured('A1', '2025-05-02', 'sales', '300'));
    const ledger = new SmallLedger(plan).month('2025-05', may);
    const rows = measures('A1,2025-04-30,sales,400');
    const opened = await ledger.open('2025-05', { 'agents.csv': PEOPLE, 'measures.csv': rows });
    expect(told(opened, 'W0822')).toEqual([
      expect.stringContaining('for 2025-04: a month that needs it is refused'),
    ]);
    expect(errorsOf(await ledger.run('2025-05'))).toEqual(['E0710']);
  });
});

describe('where two plans are in force', () => {
  const begun = (...rows: readonly string[]) => {
    const ledger = new SmallLedger(RUNNING_OF_T);
    ledger.write('rules/2025.04-B.yaml', WEEKLY_OF_B);
    const people = [...PEOPLE, 'B1,name of B1,B,agent,2024-01-01'];
    return ledger.open('2025-06', { 'agents.csv': people, 'measures.csv': measures(...rows) });
  };

  it('everybody is asked for what his own plan needs, and what lacks is told of its people', async () => {
    const opened = await begun('A1,2025-04,revenue,1', 'A1,2025-05,revenue,1');
    expect(told(opened, 'W0822')).toEqual([
      'W0822 measures.csv: measures.csv tells nothing of "sales" for 2025-05-26 … 2025-05-31, of the people of B-1: the week is weighed without these days',
    ]);
  });

  it('a number that only another plan needs is refused', async () => {
    const { problems } = await begun('B1,2025-05,revenue,1');
    const errors = problems.filter((one) => one.severity === 'error');
    expect(errors.map((one) => [one.code, one.explain('en').expected])).toEqual([['E0846', 'sales']]);
  });
});

describe('a result of the month before', () => {
  // What stays of an advance: of the month before, and what this month adds.
  const CARRIED = measurePlan(
    `{ earned: { name: n, when_absent: { value: zero, stated: P-2 } },
       before: { name: n, earlier: { of: owed, months_ago: 1, when_absent: zero, stated: P-2 } },
       owed: { name: n, formula: { value: "before + earned", stated: P-2 } } }`,
    '{ rate: 1, of: owed, stated: P-2 }',
  );
  const MAY = '2025-05';
  const may = together(person('A1'), day('A1', '2025-05-07'), measured('A1', '2025-05-09', 'earned', '30'));

  it.each<[string, readonly string[], readonly string[], string]>([
    ['is brought', ['A1,2025-04,owed,12.50'], [], '42.50'],
    ['is nothing where it is not', [], ['what is reckoned from it goes without'], '30.00'],
  ])('%s', async (_, rows, words, paid) => {
    const ledger = new SmallLedger(CARRIED).month(MAY, may);
    const opened = await ledger.open(MAY, { 'agents.csv': PEOPLE, 'measures.csv': measures(...rows) });
    expect(told(opened, 'W0822')).toEqual(words.map((one) => expect.stringContaining(one) as unknown));
    expectDone(await ledger.run(MAY));
    expect(ledger.payroll(MAY, 'A1')['allowances']).toBe(paid);
  });
});
