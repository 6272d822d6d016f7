/** The commands of the ledger as people call them: exit codes, and what --json holds. */
import { describe, expect, it } from 'vitest';
import { type Ending, telepay } from '../cli/program.js';
import { day, person, SmallLedger, sold, together } from './small-ledger.js';

const APRIL = '2025-04';
const exports = (mails: number) =>
  together(person('A1'), day('A1', '2025-04-07'), sold('A1', 'MAIL', APRIL, mails));
const BY = ['--by', '王会计', '--yes'];
const WHY = [...BY, '--why', '漏单'];

const on = (ledger: SmallLedger, ...args: string[]): Promise<Ending> =>
  telepay([...args, '--workspace', ledger.folder, '--json', '--lang', 'zh']);
const data = ({ stdout }: Ending): unknown => JSON.parse(stdout);

describe('on the command line', () => {
  it('a month is closed, corrected and verified: 0, with what was posted and the head', async () => {
    const ledger = new SmallLedger().month(APRIL, exports(1));
    expect((await on(ledger, 'close', APRIL, ...BY)).code).toBe(0);
    ledger.month(APRIL, exports(2));
    const corrected = await on(ledger, 'correct', APRIL, ...WHY);
    expect(corrected.code).toBe(0);
    expect(data(corrected)).toMatchObject({
      month: APRIL,
      corrected: true,
      head: ledger.head,
      postings: [{ month: APRIL, agent_id: 'A1', component: 'product_commission', product: 'MAIL' }],
    });
    const verified = await on(ledger, 'verify', '--head', ledger.head);
    expect([verified.code, data(verified)]).toMatchObject([0, { whole: true, head: ledger.head }]);
  });

  it('what will be sealed is shown before it is, with --yes too; without it and no terminal nothing is written', async () => {
    const ledger = new SmallLedger().month(APRIL, exports(1));
    const refused = await telepay(['close', APRIL, '--by', '王会计'], { cwd: ledger.folder });
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toMatch(/^Closing 2025-04: 2 people/);
    expect(ledger.chain).toEqual([]);
    const closed = await telepay(['close', APRIL, ...BY], { cwd: ledger.folder });
    expect(closed.stdout).toMatch(
      /^Closing 2025-04: 2 people, paid \d+\.\d\d(?:.*\n)+2025-04 is closed\.\nHead of the chain/,
    );
  });

  it('what the seals refuse is 1: a changed month, an unknown head, a byte of a seal; the ledger stays', async () => {
    const ledger = new SmallLedger().month(APRIL, exports(1));
    await ledger.close(APRIL);
    const sealed = ledger.sealed;
    ledger.month(APRIL, exports(2));
    const refusals = [
      await on(ledger, 'run', APRIL),
      await on(ledger, 'close', APRIL, ...BY),
      await on(ledger, 'correct', '2025-05', ...WHY),
      await on(ledger, 'verify', '--head', 'f'.repeat(64)),
      await on(ledger, 'approve', APRIL, '--by', '王会计'),
    ];
    expect(refusals.map((one) => one.code)).toEqual([1, 1, 2, 1, 1]);
    expect(ledger.sealed).toEqual(sealed);
    ledger.write('ledger/2025-04/note.txt', '');
    expect((await on(ledger, 'verify')).code).toBe(1);
  });

  it('a command that does not say who or why is 2', async () => {
    const ledger = new SmallLedger().month(APRIL, exports(1));
    expect((await on(ledger, 'correct', APRIL, '--yes', '--why', 'x')).code).toBe(2);
    expect((await on(ledger, 'correct', APRIL, ...BY)).code).toBe(2);
    expect((await on(ledger, 'close', APRIL, '--yes', '--by', ' ')).code).toBe(2);
    expect((await on(ledger, 'correct', APRIL, ...BY, '--why', '')).code).toBe(2);
    expect(ledger.chain).toEqual([]);
  });
});
