/** What a chain of tried months carries on, on months small enough to be worked out by hand. */
import { describe, expect, it } from 'vitest';
import { S } from '../calc/plans.js';
import { measurePlan, RUNNING, sells } from '../ledger/memory-plans.js';
import {
  billed,
  day,
  errorsOf,
  expectDone,
  incident,
  person,
  rules,
  sign,
  SmallLedger,
  sold,
  together,
  told,
} from '../ledger/small-ledger.js';
import { figuresBy, figuresOf, monthsOf, sealedStates, tryMonths } from './chains.js';

const FINE = (amount: number) => ({ 'components.complaint.fine.charge': `{ amount: ${amount}, ${S} }` });
const MAIL = { 'products.MAIL.points': `{ value: 5.3, ${S} }` };
const FIVE = rules({ ...MAIL, ...FINE(60) });

/** Somebody at work all months; one sign-up of MAIL in April that is billed in May; a complaint in April. */
const there = (month: string) => together(person('A1'), day('A1', `${month}-07`));
const APRIL = together(
  there('2025-04'),
  sign('L1', 'A1', 'MAIL', '2025-04-20'),
  ...['E1', 'E2', 'E3'].map((id) => incident(id, 'A1', '2025-04-21', 'complaint')),
);
const MAY = together(there('2025-05'), billed('L1', 'MAIL', '2025-05'), sold('A1', 'MAIL', '2025-05', 2));

const ledger = (tried = FIVE): SmallLedger =>
  new SmallLedger(rules(FINE(60)))
    .month('2025-04', APRIL)
    .month('2025-05', MAY)
    .write('tried.yaml', tried.replace(/^version: .*$/m, 'version: tried'));

const COLLECTED = `{ name: n, when_absent: { value: zero, ${S} } }`;
const RULES = { rules: 'tried.yaml' };

describe('what is carried from month to month', () => {
  it('are the debts and late bills of each side, the effect of which is a part of its own', async () => {
    const months = monthsOf(
      expectDone(await tryMonths(ledger(rules({ ...MAIL, ...FINE(50) })), APRIL_MAY, RULES)),
    );
    const own = months.map(({ agents }) => agents.find(({ agent_id }) => agent_id === 'A1'));
    // April: base 100 less three fines of 60, or of 50. May: base 100 and two of MAIL at 4, or 5.3, after a late one of April.
    expect(own.map((one) => one?.settlement)).toEqual([
      {
        old: { debt_in: '0.00', net: '-80.00', paid: '0.00', debt_out: '80.00' },
        new: { debt_in: '0.00', net: '-50.00', paid: '0.00', debt_out: '50.00' },
      },
      {
        old: { debt_in: '80.00', net: '32.00', paid: '32.00', debt_out: '0.00' },
        new: { debt_in: '50.00', net: '65.90', paid: '65.90', debt_out: '0.00' },
      },
    ]);
    expect(months.map(({ state }) => state)).toEqual(['real', 'simulated']);
    expect(
      own.map((one, index) => [
        one?.difference,
        months[index]?.rules.map(({ paths }, rule) => [paths.join(), one?.parts[rule]]),
      ]),
    ).toEqual([
      // The rules are in the order of the file.
      [
        '30.00',
        [
          ['products.MAIL.points', '0.00'],
          ['components.complaint.fine', '30.00'],
        ],
      ],
      // Two of May's own at 1.3 more; the late one of April at 1.3 more.
      [
        '3.90',
        [
          ['products.MAIL.points', '2.60'],
          ['components.complaint.fine', '0.00'],
          ['carried_over', '1.30'],
        ],
      ],
    ]);
  });

  it('is nothing without --chain', async () => {
    const one = ledger();
    expectDone(await one.close('2025-04'));
    const [may] = monthsOf(expectDone(await tryMonths(one, ['2025-05'], { ...RULES, chain: false })));
    const own = may?.agents.find(({ agent_id }) => agent_id === 'A1');
    // The late one was closed at 4 by the old file.
    expect(own).toMatchObject({ difference: '2.60', parts: ['2.60'] });
    expect(own?.settlement.new['debt_in']).toBe(own?.settlement.old['debt_in']);
  });
});

const APRIL_MAY = ['2025-04', '2025-05'];

describe('the same rules', () => {
  it('make no difference in any month, and come to what was closed by them', async () => {
    const one = ledger(rules(FINE(60)));
    for (const month of APRIL_MAY) expectDone(await one.close(month));
    const months = monthsOf(expectDone(await tryMonths(one, APRIL_MAY, RULES)));
    expect(months.flatMap(({ agents }) => agents.map(({ difference }) => difference))).toEqual(
      months.flatMap(({ agents }) => agents.map(() => '0.00')),
    );
    for (const side of ['old', 'new'] as const) {
      expect(months.map((month) => figuresBy(side, month))).toEqual(sealedStates(one).map(figuresOf));
    }
  });
});

describe('corrections of closed months', () => {
  const JUNE = together(there('2025-06'), sold('A1', 'MAIL', '2025-06', 1));
  const THREE = ['2025-04', '2025-05', '2025-06'];
  /** April without two of its complaints, as it should have been. */
  const RIGHT = together(
    there('2025-04'),
    sign('L1', 'A1', 'MAIL', '2025-04-20'),
    incident('E1', 'A1', '2025-04-21', 'complaint'),
  );

  it('of a month before the chain are paid in the month that they were posted into', async () => {
    const one = ledger().month('2025-06', JUNE);
    expectDone(await one.close('2025-04'));
    const copy = one.copy();
    for (const [all, named] of [
      [one, {}],
      [copy, { rules: `${copy.folder}/tried.yaml` }],
    ] as const) {
      expectDone(await all.close('2025-05', named));
      expectDone(await all.month('2025-04', RIGHT).correct('2025-04'));
      expectDone(await all.close('2025-06', named));
    }
    const months = monthsOf(expectDone(await tryMonths(one, THREE.slice(1), RULES)));
    const [old, now] = [one, copy].map((all) => sealedStates(all).slice(1).map(figuresOf));
    expect(months.map((month) => figuresBy('old', month))).toEqual(old);
    expect(months.map((month) => figuresBy('new', month))).toEqual(now);
    // Two fines of 60 less were due in April.
    expect(old?.[1]?.['A1']).toMatchObject({ before_debts: '224.00' });
  });

  it('of a month in the chain are in the month itself, and not paid again', async () => {
    const one = ledger().month('2025-06', JUNE);
    for (const month of APRIL_MAY) expectDone(await one.close(month));
    expectDone(await one.month('2025-04', RIGHT).correct('2025-04'));
    const result = expectDone(await tryMonths(one, THREE, RULES));
    expect(told(result, 'W0736')).toHaveLength(1);
    const paid = monthsOf(result).map((month) => figuresBy('old', month)['A1']?.['before_debts']);
    // 100 less one fine; 100, two of MAIL and the late one; 100 and one of MAIL.
    expect(paid).toEqual(['40.00', '112.00', '104.00']);
  });
});

describe('what stands in the way', () => {
  it('of telling the rules from what was carried over makes them one', async () => {
    // The running scale needs what months by it remember of the quarter: months by the old file remember nothing.
    const plain = measurePlan(
      `{ revenue: ${COLLECTED}, quota: ${COLLECTED} }`,
      `{ rate: 5%, of: revenue, ${S} }`,
    );
    const one = new SmallLedger(plain)
      .month('2025-04', sells('2025-04', '2000'))
      .month('2025-05', sells('2025-05', '3000'))
      .write('tried.yaml', RUNNING.replace(/^version: .*$/m, 'version: tried'));
    const result = await tryMonths(one, APRIL_MAY, RULES);
    expect(errorsOf(result)).toEqual([]);
    expect(told(result, 'W0737')).toHaveLength(1);
    const [, may] = monthsOf(result);
    expect(may?.rules).toHaveLength(1);
    const own = may?.agents.find(({ agent_id }) => agent_id === 'A1');
    expect(own?.parts).toEqual([own?.difference]);
  });

  it('a month that is left out', async () => {
    const one = ledger().month('2025-06', there('2025-06'));
    await expect(tryMonths(one, ['2025-04', '2025-06'], RULES)).rejects.toThrow('2025-05 is missing');
  });

  it('a month that is refused ends the chain of the file that it is refused by', async () => {
    const one = ledger().month(
      '2025-05',
      together(there('2025-05'), incident('E9', 'A9', '2025-05-02', 'complaint')),
    );
    const result = await tryMonths(one, APRIL_MAY, RULES);
    expect(result.refused).toBe(true);
    expect(monthsOf(result).map(({ month }) => month)).toEqual(['2025-04']);
  });
});
