/** Errors of the disk while `close` writes: exit code 2 with a word, the ledger as it was, and the next one succeeds. */
import { beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM, runCommand, STACK_TRACE } from '../cli/program.js';
import { ClosePatient, closing } from './close-patient.js';
import { inTwoLanes, type Point } from './interrupted.js';
import { requireTool } from './tools.js';

beforeAll(() => {
  requireTool('strace', 'strace');
});

/** What a seal hangs on: from its lock to its place in the ledger. Writes can't be chosen by their number: see below. */
function ofTheSeal(points: readonly Point[]): Point[] {
  const seal = points.findLastIndex(
    ({ call, target }) => call === 'rename' && target.includes('ledger/2025-05"'),
  );
  return points
    .slice(0, seal + 1)
    .filter(({ call, shared, target }) => call !== 'write' && !shared && !/O_RDONLY|EEXIST/.test(target));
}

/** Each kind of call at its first and last, and every sixteenth of all between them. */
function some(points: readonly Point[]): Point[] {
  return points.filter(({ call }, index) => {
    const same = (point: Point): boolean => point.call === call;
    return (
      call === 'rename' ||
      index % 16 === 0 ||
      index === points.findIndex(same) ||
      index === points.findLastIndex(same)
    );
  });
}

describe.each(['ENOSPC', 'EIO'])('%s', (error) => {
  it('at an open, flush, folder or rename stops the close and harms nothing', async () => {
    const patients = await ClosePatient.twice();
    const points = some(ofTheSeal(await patients[0].record()));
    expect(new Set(points.map(({ call }) => call))).toEqual(new Set(['openat', 'mkdir', 'fsync', 'rename']));
    const outcomes = await inTwoLanes(patients, points, async (patient, at) => {
      patient.restore();
      const met = await patient.attemptWith(at, `error=${error}`);
      const [state, left] = [patient.state(), patient.names()];
      const next = await patient.attempt();
      return { at, met, state, left, next, closed: patient.state(), names: patient.names() };
    });
    for (const { at, met, state, left, next, closed, names } of outcomes) {
      // Node looks whether the folder is there after all, and tells that it is not.
      const reason = at.call === 'mkdir' ? `(?:${error}|ENOENT)` : error;
      expect(met.stderr, JSON.stringify(at)).toMatch(new RegExp(`error\\[E0107\\] .*\\(${reason}\\)`));
      expect(met.stderr).not.toMatch(STACK_TRACE);
      expect({ at, code: met.code, state, left }).toEqual({ at, code: 2, state: 'old', left: ['2025-04'] });
      expect({ at, next: next.code, closed, names }).toEqual({
        at,
        next: 0,
        closed: 'new',
        names: ['2025-04', '2025-05'],
      });
    }
  });
});

it('an error at the last flush is told, though the seal is in its place: the next close finds it there', async () => {
  const patient = await ClosePatient.new();
  const at = (await patient.record()).findLast(({ call }) => call === 'fsync');
  patient.restore();
  const met = await patient.attemptWith(at ?? { call: 'fsync', count: 0 }, 'error=EIO');
  expect(met.stderr).toMatch(/error\[E0107\] .*\(EIO\)/);
  expect({ code: met.code, state: patient.state() }).toEqual({ code: 2, state: 'new' });
  const next = await patient.attempt();
  expect(next.stdout).toContain('unchanged');
  expect(next.code).toBe(0);
  expect(patient.state()).toBe('new');
});

it.each([
  [0, 'holder.json'],
  [1, 'rules.yaml'],
  [64, 'rules.yaml'],
])(
  'a limit of %i blocks to the size of files: exit code 2 with the first file beyond it',
  async (blocks, file) => {
    const patient = await ClosePatient.new();
    const close = [process.execPath, PROGRAM, ...closing('2025-05')].join(' ');
    const command = `trap '' XFSZ; ulimit -f ${blocks}; exec ${close}`;
    const { code, stderr } = await runCommand('sh', ['-c', command], { cwd: patient.workspace });
    expect(stderr).toMatch(new RegExp(`ledger/\\.\\S+/${file}: error\\[E0107\\] .*\\(EFBIG\\)`));
    expect({ code, state: patient.state(), left: patient.names() }).toEqual({
      code: 2,
      state: 'old',
      left: ['2025-04'],
    });
    expect((await patient.attempt()).code).toBe(0);
    expect(patient.state()).toBe('new');
  },
);
