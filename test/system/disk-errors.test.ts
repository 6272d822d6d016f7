/** Errors of the disk while `run` writes: exit code 2 with a word, the old reports whole, nothing left behind. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  CLEAN_MONTH,
  MONTH,
  PROGRAM,
  runCommand,
  STACK_TRACE,
  telepay,
  workspaceWith,
} from '../cli/program.js';
import { inTwoLanes, type Point } from './interrupted.js';
import { RunPatient, sameFiles } from './run-patient.js';
import { requireTool } from './tools.js';

const CHANGED = {
  ...CLEAN_MONTH,
  'agents.csv': String(CLEAN_MONTH['agents.csv']).replace('王小兰', '王大兰'),
};

beforeAll(() => {
  requireTool('strace', 'strace');
});

/**
 * What the reports hang on. The fourth rename only gives the lock back. Writes can't be chosen by their number,
 * since Node's threads write to each other too: the limit to the size of files below meets them.
 */
const isOfTheReports = ({ call, count }: Point): boolean =>
  (call === 'rename' && count < 4) || call === 'fsync';

describe.each(['ENOSPC', 'EIO'])('%s', (error) => {
  it('at a flush or rename stops the run and harms nothing', async () => {
    const patients = await RunPatient.twice(CLEAN_MONTH, CHANGED);
    const recorded = (await patients[0].record()).filter(isOfTheReports);
    // The flushes of the twelve files are alike: some of them, and all that comes before and after.
    const points = recorded.filter(({ call, count }) => call === 'rename' || count % 4 === 1 || count > 13);
    const outcomes = await inTwoLanes(patients, points, async (patient, at) => {
      patient.restore();
      const met = await patient.attemptWith(at, `error=${error}`);
      const kept = sameFiles(patient.reports(), patient.old);
      const left = patient.names();
      const next = await patient.attempt();
      return { at, met, kept, left, next, names: patient.names() };
    });
    expect(outcomes.length).toBeGreaterThan(8);
    for (const { at, met, kept, left, next, names } of outcomes) {
      expect(met.stderr).toMatch(new RegExp(`error\\[E0107\\] .*\\(${error}\\)`));
      expect(met.stderr).not.toMatch(STACK_TRACE);
      expect({ at, code: met.code, kept, left }).toEqual({ at, code: 2, kept: true, left: [MONTH] });
      expect({ at, next: next.code, names }).toEqual({ at, next: 0, names: [MONTH] });
    }
  });
});

it('a limit to the size of files: exit code 2 with the file and the reason', async () => {
  const patient = await RunPatient.with(CLEAN_MONTH, CHANGED);
  // One block: the larger reports are written in part, then no further.
  const command = `trap '' XFSZ; ulimit -f 1; exec "${process.execPath}" "${PROGRAM}" run ${MONTH}`;
  const { code, stderr } = await runCommand('sh', ['-c', command], { cwd: patient.workspace });
  expect(stderr).toMatch(/out\/\.2025-04\.new-\w+\/\w+\.\w+: error\[E0107\] .*\(EFBIG\)/);
  expect(code).toBe(2);
  expect(sameFiles(patient.reports(), patient.old)).toBe(true);
  expect(patient.names()).toEqual([MONTH]);
});

it('a full device for standard output: exit code 2, and the reports are there', async () => {
  const workspace = workspaceWith();
  const command = `"${process.execPath}" "${PROGRAM}" run ${MONTH} > /dev/full`;
  const { code, stderr } = await runCommand('sh', ['-c', command], { cwd: workspace });
  expect(stderr).toMatch(/standard output: error\[E0107\] .*\(ENOSPC\)/);
  expect(stderr).not.toMatch(STACK_TRACE);
  expect(code).toBe(2);
});

describe('without the right to', () => {
  /** As root, but without root's power over files. */
  const powerless = (args: readonly string[], cwd: string) => {
    if (process.getuid?.() !== 0) return telepay(args, { cwd });
    const drop = [
      '--bounding-set=-dac_override,-dac_read_search',
      '--inh-caps=-dac_override,-dac_read_search',
    ];
    return runCommand('setpriv', [...drop, process.execPath, PROGRAM, ...args], { cwd });
  };

  beforeAll(() => {
    requireTool('setpriv', 'util-linux');
  });

  it.each([
    [
      'read an export',
      `months/${MONTH}/calls.csv`,
      ['run', MONTH],
      /calls\.csv: error\[E0107\] .*\(EACCES\)/,
    ],
    ['read the month', `months/${MONTH}`, ['check', MONTH], /2025-04: error\[E0107\] .*\(EACCES\)/],
    ['read a rule file', 'rules/2025.04.yaml', ['run', MONTH], /2025\.04\.yaml: error\[E0107\] .*\(EACCES\)/],
    ['read the settings', 'telepay.yaml', ['run', MONTH], /telepay\.yaml: error\[E0107\] .*\(EACCES\)/],
    ['write there', 'elsewhere', ['run', MONTH, '--out', 'elsewhere/x'], /error\[E0107\] .*\(EACCES\)/],
  ])('%s', async (_, path, args, told) => {
    const workspace = workspaceWith(CLEAN_MONTH, 'language: en\n');
    mkdirSync(join(workspace, 'elsewhere'));
    await runCommand('chmod', ['000', join(workspace, path)]);
    const { code, stderr } = await powerless(args, workspace);
    await runCommand('chmod', ['700', join(workspace, path)]);
    expect(stderr).toMatch(told);
    expect(stderr).not.toMatch(STACK_TRACE);
    expect(code).toBe(2);
  });
});
