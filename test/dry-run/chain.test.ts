/** A chain of months that are tried comes to what closing them one after the other comes to. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bands, S } from '../calc/plans.js';
import { anyChain, FREE, GUARDED } from '../ledger/random-chain.js';
import { rules, SmallLedger } from '../ledger/small-ledger.js';
import { closed, figuresBy, figuresOf, filesOf, monthsOf, tryMonths, watched } from './chains.js';

const RUNS = { numRuns: Number(process.env['TELEPAY_CHAINS'] ?? 8), endOnFailure: true };

/** Other points, a wider window for cancellations, other fines, another guard. */
const OTHER = {
  'products.SECRETARY.points': `{ scale: marginal, ${bands({ 1: '1', 2: '2', 4: '3.5' })}, ${S} }`,
  'products.MAIL.points': `{ value: 5.3, ${S} }`,
  clawback: `{ window_months: { value: 1, ${S} } }`,
  'components.complaint.fine.charge': `{ amount: 95, ${S} }`,
};
const guard = `{ clause: X-8, mode: enforce, classes: [disciplinary, loss], cap: 30%, ${S} }`;
const TRIED = [FREE, GUARDED, rules(OTHER), rules({ ...OTHER, 'net.guard': guard })];

describe('months in a chain', () => {
  it('come to what closing them by each of the files comes to, to the fen, and leave the same', async () => {
    let simulated = 0;
    await fc.assert(
      fc.asyncProperty(
        anyChain,
        fc.constantFrom(...TRIED),
        fc.nat({ max: 1 }),
        async (random, tried, before) => {
          const ledger = new SmallLedger(random.rules, undefined, 'file');
          const copies: SmallLedger[] = [];
          try {
            ledger.write('tried.yaml', tried.replace(/^version: .*$/m, 'version: tried'));
            for (const [index, name] of random.months.entries())
              ledger.month(name, random.right[index] ?? {});
            // What was closed before the chain was closed by the old file for both.
            const [real, months] = [random.months.slice(0, before), random.months.slice(before)];
            fc.pre((await closed(ledger, real)) !== undefined);
            copies.push(ledger.copy(), ledger.copy());
            const [one, other] = copies;
            const old = one && (await closed(one, months));
            const now = other && (await closed(other, months, 'tried.yaml'));
            fc.pre(old !== undefined && now !== undefined);
            const sealed = ledger.sealed;
            const { done, left } = await watched(() => tryMonths(ledger, months, { rules: 'tried.yaml' }));
            expect(done.refused).toBe(false);
            expect(ledger.sealed).toEqual(sealed);
            const found = monthsOf(done);
            expect(found.map((month) => figuresBy('old', month))).toEqual(old.map(figuresOf));
            expect(found.map((month) => figuresBy('new', month))).toEqual(now.map(figuresOf));
            expect(left.map((side) => side.old)).toEqual(old.slice(0, -1).map(filesOf));
            expect(left.map((side) => side.new)).toEqual(now.slice(0, -1).map(filesOf));
            for (const { difference, parts } of found.flatMap(({ agents }) => agents)) {
              expect(sum(parts)).toBe(cents(difference));
            }
            simulated += left.length;
          } finally {
            for (const one of [ledger, ...copies]) one.remove();
          }
        },
      ),
      RUNS,
    );
    expect(simulated).toBeGreaterThan(0);
  });
});

const cents = (amount: string): number => Math.round(Number(amount) * 100);
const sum = (amounts: readonly string[]): number => amounts.reduce((total, one) => total + cents(one), 0);
