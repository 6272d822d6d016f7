/** A change on 16 April, over the close: what later months pay and take back goes by the sign-up's own day. */
import { describe, expect, it } from 'vitest';
import { explain } from '../../src/commands/explain.js';
import { month as monthOf } from '../calc/rows.js';
import {
  billed,
  day,
  expectDone,
  incident,
  person,
  rules,
  sign,
  SmallLedger,
  sold,
  together,
  told,
} from './small-ledger.js';

const APRIL = '2025-04';
const MAY = '2025-05';
const JUNE = '2025-06';

/** A mail is 4 points of 1 yuan, one of 16 April and later 5. */
const RULES = rules({
  'products.MAIL.points':
    '{ value: 4, stated: P-11, since: { 2025-04-16: { value: 5, stated: P-11 }, 2025-06-01: { value: 9, stated: P-11 } } }',
});

/** Two mails of April, of the 10th and the 20th, and a day at work. */
const early = sign('E', 'A1', 'MAIL', '2025-04-10');
const late = sign('L', 'A1', 'MAIL', '2025-04-20');
const atWork = (month: string) => together(person('A1'), day('A1', `${month}-07`));
const both = (month: string) => together(billed('E', 'MAIL', month), billed('L', 'MAIL', month));

describe('a month with a change in its middle', () => {
  it('is paid, explained and verified by the days of its sign-ups', async () => {
    const ledger = await new SmallLedger(RULES).closing({
      [APRIL]: together(atWork(APRIL), early, late, both(APRIL)),
    });
    expect(told(expectDone(await ledger.verify()), 'E')).toEqual([]);
    const again = new SmallLedger(RULES).month(APRIL, together(atWork(APRIL), early, late, both(APRIL)));
    expectDone(await again.run(APRIL));
    // 100 for the day at work, 4 + 5 for the mails.
    expect(again.payroll(APRIL, 'A1')).toMatchObject({ product_commission: '9.00', net: '109.00' });
  });

  it('pays late evidence in May: 4 for the sign-up of the 10th, 5 for that of the 20th', async () => {
    const ledger = await new SmallLedger(RULES).closing({ [APRIL]: together(atWork(APRIL), early, late) });
    ledger.month(MAY, together(atWork(MAY), sold('A1', 'MAIL', MAY, 1), both(MAY)));
    expectDone(await ledger.run(MAY));
    expect(ledger.payroll(MAY, 'A1')).toMatchObject({ prior_period: '9.00', product_commission: '5.00' });
    expect(linesOf(ledger, MAY)).toContain('prior_period:2025-04:MAIL 9.00');
    const { text } = await explain({
      workspace: ledger.workspace,
      month: monthOf(MAY),
      rules: undefined,
      provisional: false,
      question: { kind: 'agent', agent: 'A1', focus: {} },
      language: 'en',
    });
    expect(text).toContain('points of those signed before 2025-04-16');
    expect(text).toContain('products.MAIL.points.since.2025-04-16 = 5');
  });

  it('takes back in June what each was first paid: 4 in time, 5 by late evidence', async () => {
    const ledger = await new SmallLedger(RULES).closing({
      [APRIL]: together(atWork(APRIL), early, late, billed('E', 'MAIL', APRIL)),
      [MAY]: together(atWork(MAY), billed('L', 'MAIL', MAY)),
    });
    const forced = (id: string) => incident(`I-${id}`, 'A1', '2025-06-05', 'forced_activation', id);
    ledger.month(JUNE, together(atWork(JUNE), sold('A1', 'MAIL', JUNE, 1), forced('E'), forced('L')));
    expectDone(await ledger.run(JUNE));
    // June's own mail is 9.
    expect(ledger.payroll(JUNE, 'A1')).toMatchObject({ clawbacks: '9.00', product_commission: '9.00' });
    expect(linesOf(ledger, JUNE)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^clawback:E -4\.00/),
        expect.stringMatching(/^clawback:L -5\.00/),
      ]),
    );
  });

  it('posts by a correction what a sign-up of the 20th that was forgotten is worth: 5', async () => {
    const ledger = await new SmallLedger(RULES).closing({
      [APRIL]: together(atWork(APRIL), early, billed('E', 'MAIL', APRIL)),
    });
    ledger.month(APRIL, together(atWork(APRIL), early, late, both(APRIL)));
    expectDone(await ledger.correct(APRIL));
    ledger.month(MAY, together(atWork(MAY), sold('A1', 'MAIL', MAY, 1)));
    expectDone(await ledger.run(MAY));
    expect(ledger.posted(MAY)).toEqual([expect.stringMatching(/^A1 .*MAIL.* 5\.00$/)]);
    expectDone(await ledger.close(MAY));
    expect(told(expectDone(await ledger.verify()), 'E')).toEqual([]);
  });
});

const linesOf = (ledger: SmallLedger, month: string): string[] =>
  ledger
    .report(month, 'lines.csv')
    .filter((line) => line['agent_id'] === 'A1')
    .map((line) => `${line['line_id'] ?? ''} ${line['amount'] ?? ''}`);
