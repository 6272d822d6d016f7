/** What a correction of a closed month posts into the open one: handbook, sections 1, 5 and 9. */
import { describe, expect, it } from 'vitest';
import { explain } from '../../src/commands/explain.js';
import { grade } from '../../src/commands/grade.js';
import { month as monthOf } from '../calc/rows.js';
import {
  billed,
  day,
  errorsOf,
  expectDone,
  incident,
  person,
  rules,
  type Sheets,
  sign,
  SmallLedger,
  sold,
  target,
  together,
  told,
  without,
} from './small-ledger.js';

const APRIL = '2025-04';
const MAY = '2025-05';
const JUNE = '2025-06';

const S = 'stated: P-2';
const WINDOW = { clawback: `{ window_months: { value: 2, ${S} } }` };
const ENFORCED = {
  'net.guard': `{ clause: X-8, mode: enforce, classes: [disciplinary, loss], cap: 20%, ${S} }`,
};

/** A1, with a day at work: 100.00 base commission. */
const a1 = (month: string): Sheets => together(person('A1'), day('A1', `${month}-07`), target('A1', 100));
const atRest = (month: string): Sheets => together(person('A1'), day('A1', `${month}-07`, 'rest'));
const mail = (id: string, month: string): Sheets =>
  together(sign(id, 'A1', 'MAIL', `${month}-10`), billed(id, 'MAIL', month));
const cancelled = (id: string, month: string): Sheets => billed(id, 'MAIL', month, '0', 'cancelled');
const complaint = incident('E1', 'A1', '2025-04-20', 'complaint');
const forcing = (month: string, signup: string): Sheets =>
  incident('E1', 'A1', `${month}-20`, 'forced_activation', signup);

interface Case {
  readonly name: string;
  readonly rules?: Readonly<Record<string, string>>;
  /** April and May as they are closed; A1 has a day at work in each, where nothing else is said. */
  readonly april?: Sheets;
  readonly may?: Sheets;
  /** The month that is corrected, and what it should have been. */
  readonly corrected: Readonly<Record<string, Sheets>>;
  // June, when the correction is paid, is a day at work of A1.
  /** Line ids without `correction:3:`, and amounts. */
  readonly posted: readonly string[];
  /** A1's row of June's payroll; another agent's, where `agent` says so. */
  readonly agent?: string;
  readonly payroll: Readonly<Record<string, string>>;
}

const paying = (amount: string, total: string) => ({
  base_commission: '100.00',
  prior_period: amount,
  net: total,
  paid: total,
});

const CASES: readonly Case[] = [
  {
    name: 'attendance: a day at rest was a day at work, so the base commission of 100 is due',
    april: atRest(APRIL),
    corrected: { [APRIL]: a1(APRIL) },
    posted: ['A1 2025-04:base_commission 100.00'],
    payroll: paying('100.00', '200.00'),
  },
  {
    name: 'two forgotten orders in a marginal tier are paid at their own bands: 100 × 1.5 → 100 × 1.5 + 2 × 2',
    april: together(a1(APRIL), sold('A1', 'SECRETARY', APRIL, 100)),
    corrected: { [APRIL]: together(a1(APRIL), sold('A1', 'SECRETARY', APRIL, 102)) },
    posted: ['A1 2025-04:product_commission:SECRETARY 4.00'],
    payroll: paying('4.00', '104.00'),
  },
  {
    name: 'the 90th order lifts the whole volume: 89 × 2 = 178 → 90 × 2.5 = 225',
    april: together(a1(APRIL), sold('A1', 'INFO_4', APRIL, 89)),
    corrected: { [APRIL]: together(a1(APRIL), sold('A1', 'INFO_4', APRIL, 90)) },
    posted: ['A1 2025-04:product_commission:INFO_4 47.00'],
    payroll: paying('47.00', '147.00'),
  },
  {
    name: 'so does the 30th of another product in its basis: 60 × (2.5 − 2) = 30, and 4 for itself',
    april: together(a1(APRIL), sold('A1', 'INFO_4', APRIL, 60), sold('A1', 'INFO_6', APRIL, 29)),
    corrected: {
      [APRIL]: together(a1(APRIL), sold('A1', 'INFO_4', APRIL, 60), sold('A1', 'INFO_6', APRIL, 30)),
    },
    posted: ['A1 2025-04:product_commission:INFO_4 30.00', 'A1 2025-04:product_commission:INFO_6 4.00'],
    payroll: paying('34.00', '134.00'),
  },
  {
    name: 'an order that was never made: what was paid for it is taken back, 4',
    april: together(a1(APRIL), mail('S1', APRIL), mail('S2', APRIL)),
    corrected: { [APRIL]: together(a1(APRIL), mail('S2', APRIL)) },
    posted: ['A1 2025-04:product_commission:MAIL -4.00'],
    payroll: paying('-4.00', '96.00'),
  },
  {
    // April −900, May 100 − 900 = −800, June 100 + 1000 − 800 = 300: in sum three times 100.
    name: 'a complaint overturned: 1000 back, while the debt it made is still carried',
    april: together(a1(APRIL), complaint),
    corrected: { [APRIL]: a1(APRIL) },
    posted: ['A1 2025-04:complaint 1000.00'],
    payroll: { ...paying('1000.00', '300.00'), debt_in: '800.00' },
  },
  {
    // June 100 + 300 (two of SECRETARY and so on) is not enough: 100 + 3 × 4 − 800 stays owed.
    name: 'less than the debt: the correction lowers what is owed, 800 − 100 − 12 = 688',
    april: together(a1(APRIL), complaint),
    corrected: {
      [APRIL]: together(a1(APRIL), complaint, mail('S1', APRIL), mail('S2', APRIL), mail('S3', APRIL)),
    },
    posted: ['A1 2025-04:product_commission:MAIL 12.00'],
    payroll: {
      base_commission: '100.00',
      prior_period: '12.00',
      debt_in: '800.00',
      net: '-688.00',
      debt_out: '688.00',
    },
  },
  {
    name: 'a forced activation overturned: ten times 4, the refund of 3, and the 4 points of the unit itself',
    april: together(a1(APRIL), mail('S1', APRIL), mail('S2', APRIL), forcing(APRIL, 'S1')),
    corrected: { [APRIL]: together(a1(APRIL), mail('S1', APRIL), mail('S2', APRIL)) },
    posted: [
      'A1 2025-04:forced_activation 40.00',
      'A1 2025-04:product_commission:MAIL 4.00',
      'A1 2025-04:refund 3.00',
    ],
    // April 100 + 4 − 43, May 100, June 100 + 47.
    payroll: paying('47.00', '147.00'),
  },
  {
    name: 'the same, found in May about a sign-up of April: the 4 taken back, ten times 4, and 3',
    april: together(a1(APRIL), mail('S1', APRIL)),
    may: together(a1(MAY), forcing(MAY, 'S1')),
    corrected: { [MAY]: a1(MAY) },
    posted: ['A1 2025-05:clawback:MAIL 4.00', 'A1 2025-05:forced_activation 40.00', 'A1 2025-05:refund 3.00'],
    payroll: paying('47.00', '147.00'),
  },
  {
    name: 'a bill that April’s extract lacked, paid in May on late evidence: April +4, May −4',
    april: together(a1(APRIL), sign('S1', 'A1', 'MAIL', '2025-04-10')),
    may: together(a1(MAY), billed('S1', 'MAIL', MAY)),
    corrected: { [APRIL]: together(a1(APRIL), mail('S1', APRIL)) },
    posted: ['A1 2025-04:product_commission:MAIL 4.00', 'A1 2025-05:prior_period:MAIL -4.00'],
    payroll: { base_commission: '100.00', net: '100.00', paid: '100.00' },
  },
  {
    name: 'late evidence for another unit keeps its place when April gets one more: SECRETARY 101 at 1.5 → at 2',
    april: together(
      a1(APRIL),
      sold('A1', 'SECRETARY', APRIL, 99),
      sign('S1', 'A1', 'SECRETARY', '2025-04-10'),
    ),
    may: together(a1(MAY), billed('S1', 'SECRETARY', MAY)),
    corrected: {
      [APRIL]: together(
        a1(APRIL),
        sold('A1', 'SECRETARY', APRIL, 100),
        sign('S1', 'A1', 'SECRETARY', '2025-04-10'),
      ),
    },
    // April 99 × 1.5 → 100 × 1.5; May the 100th at 1.5 → the 101st at 2.
    posted: ['A1 2025-04:product_commission:SECRETARY 1.50', 'A1 2025-05:prior_period:SECRETARY 0.50'],
    payroll: paying('2.00', '102.00'),
  },
  {
    name: 'a cancellation that May clawed back and that was a mistake: 4 back',
    rules: WINDOW,
    april: together(a1(APRIL), mail('S1', APRIL)),
    may: together(a1(MAY), cancelled('S1', MAY)),
    corrected: { [MAY]: a1(MAY) },
    posted: ['A1 2025-05:clawback:MAIL 4.00'],
    payroll: paying('4.00', '104.00'),
  },
  {
    name: 'a sign-up that was never made, paid in April and clawed back in May: −4 and +4',
    rules: WINDOW,
    april: together(a1(APRIL), mail('S1', APRIL)),
    may: together(a1(MAY), cancelled('S1', MAY)),
    corrected: { [APRIL]: a1(APRIL) },
    posted: ['A1 2025-04:product_commission:MAIL -4.00', 'A1 2025-05:clawback:MAIL 4.00'],
    payroll: { base_commission: '100.00', net: '100.00', paid: '100.00' },
  },
  {
    name: 'someone who left before the open month: a payroll row of his own, under his last known name',
    april: together(a1(APRIL), person('A2'), sign('S9', 'A2', 'MAIL', '2025-04-10')),
    corrected: {
      [APRIL]: together(
        a1(APRIL),
        person('A2'),
        sign('S9', 'A2', 'MAIL', '2025-04-10'),
        billed('S9', 'MAIL', APRIL),
      ),
    },
    posted: ['A2 2025-04:product_commission:MAIL 4.00'],
    agent: 'A2',
    payroll: { prior_period: '4.00', net: '4.00', paid: '4.00' },
  },
  {
    name: 'someone who should never have stood in April: what he was paid is taken back from him, as debt',
    april: together(a1(APRIL), person('A2'), day('A2', '2025-04-07')),
    corrected: { [APRIL]: a1(APRIL) },
    posted: ['A2 2025-04:base_commission -100.00'],
    agent: 'A2',
    payroll: { prior_period: '-100.00', net: '-100.00', debt_out: '100.00' },
  },
  {
    // Of April's net of 100 − 1000 nothing was paid and nothing is carried: 100 are due, none was paid.
    name: 'a negative net that is reported and not carried: no more than what was not paid comes back',
    rules: { 'net.negative': `{ value: report, ${S} }` },
    april: together(a1(APRIL), complaint),
    corrected: { [APRIL]: a1(APRIL) },
    posted: ['A1 2025-04:complaint 1000.00', 'A1 2025-04:not_carried -900.00'],
    payroll: paying('100.00', '200.00'),
  },
  {
    // April's net of 100 becomes 100 − 1000: the 100 that were paid are taken back, the rest is not carried.
    name: 'a fine found later where a negative net is not carried: no more than what was paid is taken back',
    rules: { 'net.negative': `{ value: report, ${S} }` },
    april: a1(APRIL),
    corrected: { [APRIL]: together(a1(APRIL), complaint) },
    posted: ['A1 2025-04:complaint -1000.00', 'A1 2025-04:not_carried 900.00'],
    payroll: { base_commission: '100.00', prior_period: '-100.00' },
  },
  {
    // April takes 20% of 100, May 20 of what is left; both come back, and nothing is blocked any more.
    name: 'guard enforced: of a fine overturned comes back what was deducted, in April and in May',
    rules: ENFORCED,
    april: together(a1(APRIL), complaint),
    corrected: { [APRIL]: a1(APRIL) },
    posted: ['A1 2025-04:complaint 20.00', 'A1 2025-05:complaint 20.00'],
    payroll: paying('40.00', '140.00'),
  },
  {
    // April earned 0 and took 0 of 1000; corrected it earned 100 and takes 20. May took 20 of the 1000 and takes
    // 20 of the 980. June earns 100 + 80, takes 36 of the 960.
    name: 'guard enforced: more earned is more room, and what was blocked goes on from there',
    rules: ENFORCED,
    april: together(atRest(APRIL), complaint),
    corrected: { [APRIL]: together(a1(APRIL), complaint) },
    posted: ['A1 2025-04:base_commission 100.00', 'A1 2025-04:complaint -20.00'],
    payroll: {
      base_commission: '100.00',
      prior_period: '80.00',
      penalties: '36.00',
      net: '144.00',
      paid: '144.00',
    },
  },
];

describe('a correction posts what was due less what was paid', () => {
  it.each(CASES)('$name', async ({ rules: changes, april, may, corrected, posted, agent, payroll }) => {
    const ledger = new SmallLedger(rules(changes));
    await ledger.closing({ [APRIL]: april ?? a1(APRIL), [MAY]: may ?? a1(MAY) });
    const seals = ledger.sealed;
    for (const [month, sheets] of Object.entries(corrected)) {
      expectDone(await ledger.month(month, sheets).correct(month));
    }
    expect(ledger.chain).toHaveLength(3);
    for (const [path, bytes] of seals) expect(ledger.sealed.get(path)?.equals(bytes), path).toBe(true);
    const ran = expectDone(await ledger.month(JUNE, a1(JUNE)).run(JUNE));
    expect(told(ran, 'W080')).toEqual([]);
    expect(ledger.posted(JUNE)).toEqual(posted.map((line) => line.replace(' ', ' correction:3:')));
    expect(ledger.payroll(JUNE, agent ?? 'A1')).toEqual(payroll);
    const row = ledger.report(JUNE, 'payroll.csv').find((one) => one['agent_id'] === agent);
    if (agent) expect(row).toMatchObject({ name: `name of ${agent}`, team: 'T', role: 'agent' });
  });
});

describe('a target corrected', () => {
  it('changes the score and the grade, and no money', async () => {
    const four = together(a1(APRIL), sold('A1', 'MAIL', APRIL, 4));
    const aimed = (count: number): Sheets => together(without(four, '100'), target('A1', count));
    const ledger = await new SmallLedger().closing({ [APRIL]: aimed(8) });
    const graded = async () => {
      const { workspace } = ledger;
      expectDone(await grade({ workspace, quarter: '2025-Q2', language: { messages: 'en', files: 'en' } }));
      return ledger.report('2025-Q2', 'grades.csv').find((row) => row['agent_id'] === 'A1');
    };
    // 40 × 4/8 + 50 = 70, then 40 × 4/4 + 50 = 90.
    expect(await graded()).toMatchObject({ mean: '70.000000', grade: 'three_star' });
    expectDone(await ledger.month(APRIL, aimed(4)).correct(APRIL));
    expect(await graded()).toMatchObject({ mean: '90.000000', grade: 'five_star' });
    expectDone(await ledger.month(MAY, a1(MAY)).run(MAY));
    expect(ledger.posted(MAY)).toEqual([]);
  });
});

describe('a rate corrected in the rule file', () => {
  const FIVE = { 'products.MAIL.points': `{ value: 5, ${S} }` };

  it('is posted for the month that is corrected; the other months of the file wait for their own correction', async () => {
    const months = {
      [APRIL]: together(a1(APRIL), sold('A1', 'MAIL', APRIL, 3)),
      [MAY]: together(a1(MAY), sold('A1', 'MAIL', MAY, 2)),
    };
    const ledger = await new SmallLedger().closing(months);
    ledger.write('rules/2025.04.yaml', rules(FIVE));
    ledger.month(JUNE, a1(JUNE));
    // The bystander sells one a month: 3 + 1 in April, 2 + 1 in May, a yuan more each.
    expect(told(await ledger.run(JUNE), 'W0804')).toEqual([
      expect.stringContaining(
        '2025-04 changed on the disk: rules/2025.04.yaml; with that its pay would differ by 4.00',
      ),
      expect.stringContaining(
        '2025-05 changed on the disk: rules/2025.04.yaml; with that its pay would differ by 3.00',
      ),
    ]);
    expectDone(await ledger.correct(APRIL));
    expect(told(await ledger.run(JUNE), 'W0804')).toHaveLength(1);
    expect(ledger.posted(JUNE)).toEqual([
      'A1 correction:3:2025-04:product_commission:MAIL 3.00',
      'Z correction:3:2025-04:product_commission:MAIL 1.00',
    ]);
    expectDone(await ledger.correct(MAY));
    expect(told(await ledger.run(JUNE), 'W0804')).toEqual([]);
    expect(ledger.payroll(JUNE, 'A1')).toMatchObject({ prior_period: '5.00' });
  });

  it('of a month closed with a rule file of its own stands with it, also when only exports are corrected', async () => {
    const ledger = new SmallLedger();
    ledger.write('special.yaml', rules(FIVE));
    const named = { rules: `${ledger.folder}/special.yaml` };
    expectDone(await ledger.month(APRIL, together(a1(APRIL), mail('S1', APRIL))).close(APRIL, named));
    ledger.month(APRIL, together(a1(APRIL), mail('S1', APRIL), mail('S2', APRIL)));
    expectDone(await ledger.correct(APRIL));
    expect((await ledger.correct(APRIL)).data).toMatchObject({ corrected: false });
    const ran = expectDone(await ledger.month(MAY, a1(MAY)).run(MAY));
    expect(told(ran, 'W080')).toEqual([]);
    expect(ledger.posted(MAY)).toEqual(['A1 correction:2:2025-04:product_commission:MAIL 5.00']);
  });
});

describe('the wage guard', () => {
  it('lets a correction of a returning penalty and a new one come out the same when it is verified', async () => {
    // May earned 0 and took 0 of 2000; corrected it earns 100 and takes 20.
    const ledger = await new SmallLedger(rules(ENFORCED)).closing({
      [APRIL]: together(atRest(APRIL), complaint),
      [MAY]: together(atRest(MAY), incident('E2', 'A1', '2025-05-20', 'complaint')),
    });
    ledger.month(MAY, together(a1(MAY), incident('E2', 'A1', '2025-05-20', 'complaint')));
    expectDone(await ledger.correct(MAY));
    expect(told(await ledger.verify(), 'E')).toEqual([]);
    expectDone(await ledger.month(JUNE, atRest(JUNE)).run(JUNE));
    expect(ledger.posted(JUNE)).toEqual([
      'A1 correction:3:2025-05:base_commission 100.00',
      'A1 correction:3:2025-05:complaint -20.00',
    ]);
  });

  it('lets a blocked penalty return when the rules have no such penalty any more', async () => {
    // April earns 100, takes 20 of the 1000; May and June 20 each of what is left.
    const ledger = new SmallLedger(rules(ENFORCED));
    const later = { ...ENFORCED, 'components.complaint': undefined };
    const dated = { version: '"2025.05"', effective_from: '2025-05-01' };
    ledger.write('rules/2025.05.yaml', rules({ ...later, ...dated }));
    await ledger.closing({ [APRIL]: together(a1(APRIL), complaint), [MAY]: a1(MAY) });
    expectDone(await ledger.month(JUNE, a1(JUNE)).run(JUNE));
    expect(ledger.payroll(JUNE, 'A1')).toMatchObject({ penalties: '20.00', net: '80.00' });
    expect(ledger.report(JUNE, 'penalties.csv')).toEqual([
      expect.objectContaining({ agent_id: 'A1', date: '2025-04-20', amount: '960.00', applied: '20.00' }),
    ]);
  });
});

describe('several corrections', () => {
  const months = { [APRIL]: together(a1(APRIL), mail('S1', APRIL)), [MAY]: a1(MAY) };
  const withMails = (...ids: string[]): Sheets => together(a1(APRIL), ...ids.map((id) => mail(id, APRIL)));

  it('made again posts nothing and leaves the chain as it is', async () => {
    const ledger = await new SmallLedger().closing(months);
    expectDone(await ledger.month(APRIL, withMails('S1', 'S2')).correct(APRIL));
    const before = ledger.sealed;
    const again = expectDone(await ledger.correct(APRIL));
    expect(again.data).toMatchObject({ corrected: false, postings: [], head: ledger.head });
    expect(ledger.sealed).toEqual(before);
  });

  it('each posts what the one before it left, into the month that is open then', async () => {
    const ledger = await new SmallLedger().closing(months);
    expectDone(await ledger.month(APRIL, withMails('S1', 'S2')).correct(APRIL));
    expectDone(await ledger.month(APRIL, withMails('S1', 'S2', 'S3', 'S4')).correct(APRIL));
    await ledger.closing({ [JUNE]: a1(JUNE) });
    expectDone(await ledger.run(JUNE));
    expect(ledger.posted(JUNE)).toEqual([
      'A1 correction:3:2025-04:product_commission:MAIL 4.00',
      'A1 correction:4:2025-04:product_commission:MAIL 8.00',
    ]);
    expectDone(await ledger.month(APRIL, withMails('S2')).correct(APRIL));
    expectDone(await ledger.month('2025-07', a1('2025-07')).run('2025-07'));
    expect(ledger.posted('2025-07')).toEqual(['A1 correction:6:2025-04:product_commission:MAIL -12.00']);
    expect(ledger.payroll('2025-07', 'A1')).toEqual(paying('-12.00', '88.00'));
    expect(told(await ledger.verify(), 'E')).toEqual([]);
  });

  it('stand as what was posted, and explain tells what was due and what was paid', async () => {
    const ledger = await new SmallLedger().closing(months);
    expectDone(await ledger.month(APRIL, withMails('S1', 'S2')).correct(APRIL));
    ledger.month(JUNE, a1(JUNE));
    const request = {
      workspace: ledger.workspace,
      month: monthOf(JUNE),
      rules: undefined,
      provisional: false,
    };
    const question = { kind: 'agent', agent: 'A1', focus: {} } as const;
    const { text } = await explain({ ...request, question, language: 'en' });
    expect(text).toContain('correction of 2025-04 (entry 3): product commission');
    expect(text).toMatch(/8 +due, as the month stands now/);
    expect(text).toMatch(/4 +paid for it so far/);
    expect(text).toContain('2025-04/signups.csv');
  });
});

describe('a correction that a later closed month can’t stand with', () => {
  it('is refused with what is wrong there, and nothing is written', async () => {
    const ledger = await new SmallLedger().closing({
      [APRIL]: a1(APRIL),
      [MAY]: together(a1(MAY), mail('S1', MAY)),
    });
    const before = ledger.sealed;
    const refused = await ledger.month(APRIL, together(a1(APRIL), mail('S1', APRIL))).correct(APRIL);
    expect(errorsOf(refused)).toContain('E0808');
    expect(told(refused, 'E0808')[0]).toContain('2025-05 would be refused');
    expect(ledger.sealed).toEqual(before);
  });

  it('is refused when a file of the later month’s seal can’t be believed', async () => {
    const ledger = await new SmallLedger().closing({
      [APRIL]: a1(APRIL),
      [MAY]: together(a1(MAY), mail('S1', MAY)),
    });
    const file = `ledger/${MAY}/state/${MAY}/lines.json`;
    ledger.write(file, ledger.read(file).replace('100', '900'));
    const refused = await ledger.month(APRIL, together(a1(APRIL), mail('S9', APRIL))).correct(APRIL);
    expect(told(refused, 'E')).toEqual([expect.stringContaining(`E0801 ${file}`)]);
    expect(ledger.chain).toHaveLength(2);
  });
});
