/**
 * `run` killed at the system calls with which it changes out/: the month's reports are the old ones whole or the
 * new ones whole, and the next run goes on as if nothing had been.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { BAD_MONTH, CLEAN_MONTH, type Ending, MONTH } from '../cli/program.js';
import { inTwoLanes, KILL, type Point, thinned } from './interrupted.js';
import { type Reports, RunPatient, sameFiles } from './run-patient.js';
import { requireTool } from './tools.js';

/** The clean month with a name changed: its payroll differs, and so do the hashes in its summary. */
const CHANGED = {
  ...CLEAN_MONTH,
  'agents.csv': String(CLEAN_MONTH['agents.csv']).replace('王小兰', '王大兰'),
};

beforeAll(() => {
  requireTool('strace', 'strace');
});

type State = 'old' | 'new' | 'set aside' | 'broken';

/** What the month's reports are after a kill. */
function stateOf(patient: RunPatient, fresh: Reports): State {
  const reports = new Map(patient.reports());
  reports.delete('STALE.txt');
  if (reports.size === 0) return sameFiles(patient.setAside(), patient.old) ? 'set aside' : 'broken';
  if (sameFiles(reports, patient.old)) return 'old';
  return sameFiles(reports, fresh) ? 'new' : 'broken';
}

interface Outcome {
  readonly at: Point;
  readonly killed: boolean;
  readonly state: State;
  readonly next: Ending;
  /** Whether the next run put all in order: the right reports, and no other names than those expected. */
  readonly healed: boolean;
}

/** Kills a run at each point, and lets another one run. */
async function killAtEach(
  patients: readonly [RunPatient, RunPatient],
  points: readonly Point[],
  names: readonly string[],
): Promise<Outcome[]> {
  const [first] = patients;
  first.restore();
  await first.attempt();
  const fresh = first.reports();
  return inTwoLanes(patients, points, async (patient, at) => {
    patient.restore();
    const { signal } = await patient.attemptWith(at, KILL);
    const state = stateOf(patient, fresh);
    const next = await patient.attempt();
    const healed = sameFiles(patient.reports(), fresh) && patient.names().join() === names.join();
    return { at, killed: signal === 'SIGKILL', state, next, healed };
  });
}

describe('a killed run', () => {
  it('leaves old or new reports whole, and does not hinder the next one', async () => {
    const patients = await RunPatient.twice(CLEAN_MONTH, CHANGED);
    const points = await patients[0].record();
    const kinds = ['fsync', 'mkdir', 'openat', 'rename', 'rmdir', 'unlink', 'write'];
    expect([...new Set(points.map(({ call }) => call))].toSorted()).toEqual(kinds);
    expect(points.filter(({ call }) => call === 'rename')).toHaveLength(4);

    const outcomes = await killAtEach(patients, thinned(points), [MONTH]);
    const wrong = outcomes.filter(
      ({ state, next, healed }) => state === 'broken' || next.code !== 0 || !healed,
    );
    expect(wrong).toEqual([]);
    // The sweep says something only if nearly all runs died, and at different stages.
    expect(outcomes.filter(({ killed }) => !killed).length).toBeLessThan(5);
    expect(new Set(outcomes.map(({ state }) => state))).toEqual(new Set(['old', 'set aside', 'new']));
  });

  it('may be followed by another killed one', async () => {
    const patient = await RunPatient.with(CLEAN_MONTH, CHANGED);
    for (const count of [1, 2, 3, 4, 5, 6, 7]) {
      patient.restore();
      // The old reports are set aside, the new ones not yet in place …
      await patient.attemptWith({ call: 'rename', count: 3 }, KILL);
      expect(patient.reports()).toBeUndefined();
      // … when the next run dies too: at the stale lock (1 to 4), at bringing the old reports back, at its own swap.
      const { signal } = await patient.attemptWith({ call: 'rename', count }, KILL);
      expect(signal).toBe('SIGKILL');
      expect(sameFiles(patient.reports() ?? patient.setAside(), patient.old)).toBe(true);
      expect((await patient.attempt()).code).toBe(0);
      expect(patient.names()).toEqual([MONTH]);
    }
  });

  it('in the midst of a refusal leaves the old reports and what the next refusal says of them', async () => {
    const patients = await RunPatient.twice(CLEAN_MONTH, BAD_MONTH);
    const points = await patients[0].record();
    const outcomes = await killAtEach(patients, thinned(points), [MONTH, `${MONTH}.problems.csv`]);
    const wrong = outcomes.filter(({ state, next, healed }) => state !== 'old' || next.code !== 1 || !healed);
    expect(wrong).toEqual([]);
    expect(outcomes.filter(({ killed }) => !killed).length).toBeLessThan(3);
  });
});
