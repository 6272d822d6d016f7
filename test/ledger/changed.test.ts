/** Closed months that changed on the disk: noticed with what they would have paid, never re-rated. */
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  day,
  errorsOf,
  expectDone,
  person,
  rules,
  type Sheets,
  SmallLedger,
  sold,
  together,
  told,
} from './small-ledger.js';

const APRIL = '2025-04';
const MAY = '2025-05';

const april = (mails: number): Sheets =>
  together(person('A1'), day('A1', '2025-04-07'), sold('A1', 'MAIL', APRIL, mails));
const may = together(person('A1'), day('A1', '2025-05-07'));

/** How exports are read, a line each for two of them. */
const READING = [
  'columns: { signups: { 客户手机: customer_no, 工单: signup_id }, agents: {} }',
  'outside_month: { calls: set_aside, signups: error }',
];

const SAME_READING = [
  'outside_month: { calls: set_aside }',
  'columns: { signups: { 工单: signup_id, 客户手机: customer_no } }',
];

let ledger: SmallLedger;
beforeEach(async () => {
  ledger = await new SmallLedger(rules(), READING.join('\n')).closing({ [APRIL]: april(2) });
  ledger.month(MAY, may);
});

interface Change {
  readonly name: string;
  readonly change: () => void;
  /** What the warning names and the amount that April would pay otherwise; nothing: no change. */
  readonly warned?: string;
}

const CHANGES: readonly Change[] = [
  {
    name: 'a forgotten order: two files, 4 for one person',
    change: () => ledger.month(APRIL, april(3)),
    warned: 'signups.csv; with that its pay would differ by 4.00 in sum, for 1 person',
  },
  {
    name: 'rows in another order: no money, but no longer the bytes that were sealed',
    change: () => {
      const [header, ...rows] = ledger.read('months/2025-04/signups.csv').trimEnd().split('\n');
      ledger.write('months/2025-04/signups.csv', [header, ...rows.toReversed(), ''].join('\n'));
    },
    warned: 'signups.csv; with that its pay would differ by 0.00 in sum, for 0 people',
  },
  {
    // Three of MAIL, the bystander's among them, a yuan more each.
    name: 'a rate in the rule file',
    change: () => {
      ledger.write('rules/2025.04.yaml', rules({ 'products.MAIL.points': '{ value: 5, stated: P-11 }' }));
    },
    warned: 'rules/2025.04.yaml; with that its pay would differ by 3.00 in sum, for 2 people',
  },
  {
    name: 'a comment in the rule file: other bytes, no money',
    change: () => {
      ledger.write('rules/2025.04.yaml', `${rules()}# seen\n`);
    },
    warned: 'rules/2025.04.yaml; with that its pay would differ by 0.00 in sum, for 0 people',
  },
  {
    name: 'settings that say how the exports are read',
    change: () => {
      ledger.write('telepay.yaml', 'outside_month: { signups: set_aside }\n');
    },
    warned: 'telepay.yaml; with that its pay would differ by 0.00 in sum, for 0 people',
  },
  {
    name: 'the same settings in another order, and those that are the default: no change',
    change: () => {
      ledger.write('telepay.yaml', SAME_READING.join('\n'));
    },
  },
  {
    name: 'settings that say nothing of it, and a comment: no change',
    change: () => {
      ledger.write('telepay.yaml', [...READING, 'language: zh # as everybody here'].join('\n'));
    },
  },
  {
    name: 'another month’s exports, and reports: no change',
    change: () => {
      ledger.month('2025-03', may).write('out/2025-04/payroll.csv', 'x');
    },
  },
];

describe('a run of the open month', () => {
  it.each(CHANGES)('$name', async ({ change, warned }) => {
    const before = expectDone(await ledger.run(MAY));
    expect(told(before, 'W080')).toEqual([]);
    const paid = ledger.read('out/2025-05/payroll.csv');
    const sealed = ledger.sealed;
    change();
    const ran = expectDone(await ledger.run(MAY));
    expect(told(ran, 'W080')).toEqual(
      warned === undefined
        ? []
        : [expect.stringMatching(/^W0804 months\/2025-04: the closed 2025-04 changed/)],
    );
    if (warned !== undefined) expect(told(ran, 'W0804')[0]).toContain(warned);
    // Nothing of it is paid, and nothing is written into the ledger.
    if (warned !== undefined && !warned.startsWith('rules') && !warned.startsWith('telepay'))
      expect(ledger.read('out/2025-05/payroll.csv')).toBe(paid);
    expect(ledger.posted(MAY)).toEqual([]);
    expect(ledger.sealed).toEqual(sealed);
  });

  it('tells of a closed month that would be refused by now, and pays the open one all the same', async () => {
    ledger.month(APRIL, together(april(2), { attendance: ['A1,2025-04-08,asleep,,'] }));
    const ran = expectDone(await ledger.run(MAY));
    expect(told(ran, 'W080')).toEqual([
      expect.stringContaining(
        'W0805 months/2025-04: the closed 2025-04 changed on the disk: attendance.csv; as it is now it would be refused with 1 error',
      ),
    ]);
    expect(errorsOf(await ledger.correct(APRIL)).length).toBeGreaterThan(0);
    expect(ledger.chain).toHaveLength(1);
  });

  it('tells nothing once the change is corrected, nor when it is put back', async () => {
    ledger.month(APRIL, april(3));
    expect(told(await ledger.run(MAY), 'W0804')).toHaveLength(1);
    ledger.month(APRIL, april(2));
    expect(told(await ledger.run(MAY), 'W080')).toEqual([]);
    expectDone(await ledger.month(APRIL, april(3)).correct(APRIL));
    expect(told(await ledger.run(MAY), 'W080')).toEqual([]);
    // What was right at the close is a change by now.
    ledger.month(APRIL, april(2));
    expect(told(await ledger.run(MAY), 'W0804')[0]).toContain('would differ by -4.00');
  });

  it('tells nothing of a closed month whose exports are not kept here any more', async () => {
    const bare = new SmallLedger(rules(), 'language: en\n');
    for (const [path, bytes] of ledger.sealed) bare.write(`ledger/${path}`, bytes);
    expect(told(expectDone(await bare.month(MAY, may).run(MAY)), 'W080')).toEqual([]);
  });

  it('names the sealed rule file that is not what was sealed, of a close that named one, in place of failing', async () => {
    const own = new SmallLedger(rules());
    own.write('named.yaml', rules());
    expectDone(await own.month(APRIL, april(2)).close(APRIL, { rules: join(own.folder, 'named.yaml') }));
    own.write('ledger/2025-04/rules.yaml', `${rules()}# touched\n`);
    const ran = await own.month(MAY, may).run(MAY);
    expect(ran.refused).toBe(true);
    expect(ran.problems.map((one) => one.place.file)).toContain('ledger/2025-04/rules.yaml');
  });
});

describe('a closed month itself', () => {
  it('is refused by run when it changed, with what it would have paid; elsewhere it is computed', async () => {
    expectDone(await ledger.run(APRIL));
    const reports = ledger.read('out/2025-04/payroll.csv');
    ledger.month(APRIL, april(3));
    const refused = await ledger.run(APRIL);
    expect(errorsOf(refused)).toEqual(['E0809']);
    expect(told(refused, 'E0809')[0]).toContain(
      'signups.csv; with them its pay would differ by 4.00 in sum, for 1 person',
    );
    expect(ledger.read('out/2025-04/payroll.csv')).toBe(reports);
    const elsewhere = expectDone(await ledger.run(APRIL, { out: `${ledger.folder}/draft` }));
    expect(told(elsewhere, 'E')).toEqual([]);
    expect(ledger.read('draft/payroll.csv')).toContain('"A1","name of A1","T","agent",100.00,12.00');
  });

  it('run unchanged gives the very reports that were sealed, also after later months and corrections', async () => {
    expectDone(await ledger.close(MAY));
    expectDone(await ledger.month(APRIL, april(3)).correct(APRIL));
    expectDone(await ledger.run(MAY));
    for (const [path, bytes] of ledger.sealed) {
      if (path.startsWith('2025-05/out/'))
        expect(ledger.read(path.replace('2025-05/out', 'out/2025-05'))).toBe(bytes.toString());
    }
  });

  it('closed again is a no-op when nothing changed, also by someone else', async () => {
    const sealed = ledger.sealed;
    const again = expectDone(await ledger.close(APRIL, { by: '李会计' }));
    expect(again.text).toContain('unchanged');
    expect(again.data).toMatchObject({ sealed: true, seal: ledger.head, head: ledger.head });
    expect(ledger.sealed).toEqual(sealed);
  });

  it('closed again is refused when something changed, and names it', async () => {
    const sealed = ledger.sealed;
    const refused = await ledger.month(APRIL, april(3)).close(APRIL);
    expect(told(refused, 'E')).toEqual([
      expect.stringMatching(/^E0804 ledger\/2025-04: .*billing\.csv, signups\.csv/),
    ]);
    expect(ledger.sealed).toEqual(sealed);
  });

  it('run or closed again after its correction is refused, and says which entry posted the difference', async () => {
    expectDone(await ledger.month(APRIL, april(3)).correct(APRIL));
    for (const [code, refused] of [
      ['E0809', await ledger.run(APRIL)],
      ['E0804', await ledger.close(APRIL)],
    ] as const) {
      const found = refused.problems.find((one) => one.code === code);
      expect(found?.explain('en').hint).toContain('posted by ledger/0002-correct-2025-04');
      expect(found?.explain('zh').hint).toContain('已由 ledger/0002-correct-2025-04 补记');
    }
    // With yet another order the correction says nothing of it any more.
    const refused = await ledger.month(APRIL, april(4)).run(APRIL);
    const differs = refused.problems.find((one) => one.code === 'E0809');
    expect(differs?.explain('en').hint).toContain('post the difference with telepay correct 2025-04');
  });
});

describe('the plan of a close', () => {
  const planOf = async (name: string): Promise<string> => {
    let shown = '';
    await ledger.close(name, {
      confirm: (plan) => {
        shown = plan;
        return Promise.resolve(false);
      },
    });
    return shown;
  };

  it('says how the last run differs, and what it paid', async () => {
    expect(await planOf(MAY)).toContain('there was no run to compare with');
    expectDone(await ledger.run(MAY));
    expect(await planOf(MAY)).toMatch(/the last run, which paid \d+\.\d\d: none\n?/);
    ledger.month(MAY, together(may, sold('A1', 'MAIL', MAY, 1)));
    expect(await planOf(MAY)).toMatch(/the last run, which paid \d+\.\d\d: payroll\.csv, .*lines\.csv/);
  });

  it('takes a damaged summary for no run, and shows names from the disk as text', async () => {
    expectDone(await ledger.run(MAY));
    ledger.write('out/2025-05/summary.json', '{');
    expect(await planOf(MAY)).toContain('there was no run to compare with');
    ledger.write('months/2025-04/leads\u001b[31m.csv', 'agent_id,date,customer_no\n');
    const plan = await planOf(MAY);
    expect(plan).toContain('leads\\u{1b}[31m.csv');
    expect(plan).not.toContain('\u001b');
  });

  it('not confirmed leaves the ledger as it was', async () => {
    const sealed = ledger.sealed;
    const left = await ledger.close(MAY, { confirm: () => Promise.resolve(false) });
    expect([left.text, left.data]).toEqual(['Nothing was written.', { month: MAY, sealed: false }]);
    expect(ledger.sealed).toEqual(sealed);
  });
});
