/** --strict: what else is a warning, or a guess, refuses the month. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLEAN_MONTH, MONTH, telepay, without, workspaceWith } from './program.js';

/** INFO_2's points are assumed; MAIL's are stated, and so is all else that A1 gets. */
const STATED = {
  ...CLEAN_MONTH,
  'signups.csv':
    'signup_id,agent_id,signed_at,customer_no,product\nS1,A1,2025-04-01 09:01:00,13900000101,MAIL\n',
  'billing.csv':
    'customer_no,product,bill_month,fee_type,amount,status\n13900000101,MAIL,2025-04,rent,4.00,active\n',
};
const WARNED = without(STATED, 'tests.csv');
const ASSUMED_POINTS =
  /^rules\/2025\.04\.yaml:\d+:\d+: error\[E0112\] pay rests on the assumed value products\.INFO_2\.\S* = 1 \(clause P-5\)/m;

describe('--strict', () => {
  it.each([
    ['warnings', 'a clean month', STATED, 0, /^12 files/],
    ['warnings', 'a warning', WARNED, 1, /E0111\] \d+ warnings?, and --strict=warnings/],
    ['warnings', 'an assumed value', CLEAN_MONTH, 0, /^12 files/],
    ['assumed', 'stated values', STATED, 0, /^12 files/],
    ['assumed', 'a warning', WARNED, 0, /warning\[W/],
    ['assumed', 'an assumed value', CLEAN_MONTH, 1, ASSUMED_POINTS],
    ['all', 'a warning', WARNED, 1, /E0111\]/],
    ['all', 'an assumed value', CLEAN_MONTH, 1, ASSUMED_POINTS],
    ['all', 'stated values', STATED, 0, /^12 files/],
  ])('%s with %s', async (strict, _, month, expected, told) => {
    const workspace = workspaceWith(month);
    const { code, stderr } = await telepay(['run', MONTH, `--strict=${strict}`], { cwd: workspace });
    expect(stderr).toMatch(told);
    expect(code).toBe(expected);
    expect(existsSync(join(workspace, 'out', MONTH))).toBe(expected === 0);
  });

  it('assumed lists every assumed value once, and no other', async () => {
    const workspace = workspaceWith();
    const { stderr } = await telepay(['run', MONTH, '--strict=assumed'], { cwd: workspace });
    const { stdout } = await telepay(['run', MONTH, '--json'], { cwd: workspace });
    const listed = [...stderr.matchAll(/assumed value (\S+) =/g)].map(([, path]) => path);
    const { assumed } = JSON.parse(stdout) as { assumed: { path: string }[] };
    expect(listed.toSorted()).toEqual(assumed.map(({ path }) => path).toSorted());
  });

  it('check refuses alike', async () => {
    expect((await telepay(['check', MONTH, '--strict=assumed'], { cwd: workspaceWith() })).code).toBe(1);
    expect((await telepay(['check', MONTH, '--strict=warnings'], { cwd: workspaceWith(WARNED) })).code).toBe(
      1,
    );
  });
});
