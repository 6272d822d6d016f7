/** Opening the latest closed month again: when that can be, and what stays of it. */
import { existsSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  day,
  errorsOf,
  expectDone,
  person,
  type Sheets,
  SmallLedger,
  sold,
  together,
  told,
} from './small-ledger.js';

const APRIL = '2025-04';
const MAY = '2025-05';

const month = (name: string, mails = 1): Sheets =>
  together(person('A1'), day('A1', `${name}-07`), sold('A1', 'MAIL', name, mails));

const closedTwo = (): Promise<SmallLedger> =>
  new SmallLedger().closing({ [APRIL]: month(APRIL), [MAY]: month(MAY) });

interface Refusal {
  readonly name: string;
  readonly month: string;
  readonly before?: (ledger: SmallLedger) => Promise<unknown>;
  readonly code: string;
  readonly words: string;
}

const REFUSALS: readonly Refusal[] = [
  {
    name: 'another month is closed after it',
    month: APRIL,
    code: 'E0810',
    words: '2025-05 is closed after it',
  },
  { name: 'it is not closed', month: '2025-06', code: 'E0806', words: '2025-06 is not closed' },
  {
    name: 'it is open again already',
    month: MAY,
    before: (ledger) => ledger.reopen(MAY),
    code: 'E0806',
    words: '2025-05 is not closed',
  },
  {
    name: 'it was corrected since',
    month: MAY,
    before: (ledger) => ledger.month(MAY, month(MAY, 2)).correct(MAY),
    code: 'E0812',
    words: 'the correction 0003-correct-2025-05 rests on its seal',
  },
  {
    name: 'a month before it was corrected since: that is paid with the month after it',
    month: MAY,
    before: (ledger) => ledger.month(APRIL, month(APRIL, 2)).correct(APRIL),
    code: 'E0812',
    words: 'the correction 0003-correct-2025-04',
  },
  {
    name: 'it was exported',
    month: MAY,
    before: (ledger) => ledger.export(MAY),
    code: 'E0811',
    words: 'was exported from it at 2025-07-01',
  },
];

describe('is refused when', () => {
  it.each(REFUSALS)('$name', async ({ month: which, before, code, words }) => {
    const ledger = await closedTwo();
    await before?.(ledger);
    const sealed = ledger.sealed;
    const refused = await ledger.reopen(which);
    expect(told(refused, 'E')).toEqual([expect.stringContaining(words)]);
    expect(errorsOf(refused)).toEqual([code]);
    expect(ledger.sealed).toEqual(sealed);
  });
});

describe('a month opened again', () => {
  it('may have been looked at as a draft, and the month before it exported', async () => {
    const ledger = await closedTwo();
    expectDone(await ledger.export(APRIL));
    expectDone(await ledger.export(MAY, true));
    expectDone(await ledger.reopen(MAY));
    expectDone(await ledger.close(MAY));
    expectDone(await ledger.export(MAY));
    expect(errorsOf(await ledger.reopen(MAY))).toEqual(['E0811']);
    expect(told(await ledger.verify(), 'E')).toEqual([]);
  });

  it('keeps its seal as history, byte for byte, and leaves its name to the next close', async () => {
    const ledger = await closedTwo();
    const before = ledger.sealed;
    const opened = expectDone(await ledger.reopen(MAY, { by: '李主管' }));
    expect(opened.data).toMatchObject({ reopened: true, head: ledger.head });
    for (const [path, bytes] of before) {
      expect(ledger.sealed.get(path.replace(/^2025-05/, '0002-close-2025-05'))?.equals(bytes), path).toBe(
        true,
      );
    }
    expect(told(await ledger.verify(ledger.head), 'E')).toEqual([]);
    expect(ledger.chain.at(-1)?.manifest).toMatchObject({ kind: 'reopen', by: '李主管', note: 'a mistake' });
  });

  it('is paid by what stands in its exports by now, rests on no undone close, and closes again', async () => {
    const ledger = await closedTwo();
    const april = ledger.chain[0]?.hash;
    expectDone(await ledger.reopen(MAY));
    expectDone(await ledger.month(MAY, month(MAY, 3)).run(MAY));
    // 100 + 3 × 4.
    expect(ledger.payroll(MAY, 'A1')).toMatchObject({ product_commission: '12.00', net: '112.00' });
    expect(JSON.parse(ledger.read('out/2025-05/summary.json'))).toMatchObject({ ledger_head: april });
    expectDone(await ledger.close(MAY));
    expect(ledger.chain.map(({ name }) => name)).toEqual([
      APRIL,
      '0002-close-2025-05',
      '0003-reopen-2025-05',
      MAY,
    ]);
    expect(told(await ledger.verify(), 'E')).toEqual([]);
  });

  it('can be opened and closed many times; a correction posted before is paid in it each time, once', async () => {
    const ledger = await new SmallLedger().closing({ [APRIL]: month(APRIL) });
    expectDone(await ledger.month(APRIL, month(APRIL, 2)).correct(APRIL));
    await ledger.closing({ [MAY]: month(MAY) });
    for (let times = 0; times < 2; times += 1) {
      expectDone(await ledger.reopen(MAY));
      expectDone(await ledger.run(MAY));
      expect(ledger.posted(MAY)).toEqual(['A1 correction:2:2025-04:product_commission:MAIL 4.00']);
      expectDone(await ledger.close(MAY));
    }
    expectDone(await ledger.month('2025-06', month('2025-06')).run('2025-06'));
    expect(ledger.posted('2025-06')).toEqual([]);
    expect(told(await ledger.verify(), 'E')).toEqual([]);
  });

  it('that was interrupted before its seal was set aside is finished by the next that is written', async () => {
    const ledger = await closedTwo();
    expectDone(await ledger.reopen(MAY));
    const at = (name: string): string => join(ledger.folder, 'ledger', name);
    renameSync(at('0002-close-2025-05'), at(MAY));
    expect(told(await ledger.verify(), 'E')).toEqual([]);
    expectDone(await ledger.close(MAY));
    expect(existsSync(at('0002-close-2025-05'))).toBe(true);
    expect(readdirSync(at('')).filter((name) => !name.startsWith('.'))).toHaveLength(4);
    expect(told(await ledger.verify(), 'E')).toEqual([]);
  });
});
