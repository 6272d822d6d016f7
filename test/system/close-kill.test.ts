/**
 * `close` killed at the system calls with which it changes ledger/: the month is closed whole or not at all, and
 * the next close and the next month's pay are as if nothing had been.
 */
import { beforeAll, expect, it } from 'vitest';
import { type Chain, chainOf, ClosePatient, sealedMonths } from './close-patient.js';
import { inTwoLanes, KILL, thinned } from './interrupted.js';
import { requireTool } from './tools.js';

beforeAll(() => {
  requireTool('strace', 'strace');
});

/** By agent: product_commission prior_period clawbacks penalties debt_in net paid debt_out. */
const JUNE: Chain['june'] = [
  // S5, and S4 of May, which is billed late. May left 4 (S3) + 4 (S2, late) - 4 - 40 - 4 (S1 forced: back, tenfold, refund) = -40.
  ['A1', '4.00', '4.00', '0.00', '0.00', '40.00', '-32.00', '0.00', '32.00'],
  // The complaint of April.
  ['A2', '0.00', '0.00', '0.00', '0.00', '1000.00', '-1000.00', '0.00', '1000.00'],
];

/** What a close says when it seals, and when it finds the month closed as it is. */
const SEALED = /2025-05 is closed\.|2025-05 was closed by .* unchanged/;

it('May, interrupted anywhere, is closed whole or not at all, and June pays each thing once', async () => {
  const patients = await ClosePatient.twice();
  expect(patients[0].undisturbed.june).toEqual(JUNE);
  const points = await patients[0].record();
  const kinds = ['fsync', 'mkdir', 'openat', 'rename', 'rmdir', 'unlink', 'write'];
  expect([...new Set(points.map(({ call }) => call))].toSorted()).toEqual(kinds);

  const outcomes = await inTwoLanes(patients, thinned(points), async (patient, at) => {
    patient.restore();
    const { signal } = await patient.attemptWith(at, KILL);
    const state = patient.state();
    const { code, stdout } = await patient.attempt();
    const told = SEALED.exec(stdout)?.[0];
    const next = { code, told, names: patient.names() };
    // The same seals make for the same pay; it is seen for some of them.
    const { workspace, undisturbed } = patient;
    const chain =
      at.count % 4 === 1 ? await chainOf(workspace) : { ...undisturbed, sealed: sealedMonths(workspace) };
    return { at, signal, state, next, chain, undisturbed };
  });
  for (const { at, state, next, chain, undisturbed } of outcomes) {
    const told = state === 'new' ? /unchanged/ : /is closed/;
    expect({ at, next }).toEqual({
      at,
      next: { code: 0, told: expect.stringMatching(told) as string, names: ['2025-04', '2025-05'] },
    });
    expect({ at, chain }).toEqual({ at, chain: undisturbed });
  }
  // The sweep says something only if nearly all closes died, and on both sides of the one rename.
  expect(outcomes.filter(({ signal }) => signal !== 'SIGKILL').length).toBeLessThan(5);
  expect(new Set(outcomes.map(({ state }) => state))).toEqual(new Set(['old', 'new']));
});

it('a close that dies may be followed by another one that dies', async () => {
  const patient = await ClosePatient.new();
  for (const count of [1, 2, 3, 4, 5, 6]) {
    patient.restore();
    // All is written, its place not yet taken …
    await patient.attemptWith({ call: 'rename', count: 2 }, KILL);
    expect(patient.state()).toBe('old');
    // … when the next one dies too: at the dead one's lock, at its own rename, at giving back its lock.
    const { signal } = await patient.attemptWith({ call: 'rename', count }, KILL);
    expect(signal).toBe('SIGKILL');
    patient.state();
    expect((await patient.attempt()).code).toBe(0);
    expect(patient.names()).toEqual(['2025-04', '2025-05']);
    expect(sealedMonths(patient.workspace)).toEqual(patient.undisturbed.sealed);
  }
});
