/** `telepay check`: everything that is wrong in one go, bounded on the terminal and whole in a file. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BAD_MONTH, cellsOf, CLEAN_MONTH, MONTH, telepay, workspaceWith, writeMonth } from './program.js';

const problemsOf = (workspace: string): string => join(workspace, 'out', `${MONTH}.problems.csv`);

describe('check', () => {
  it('tells of every file what became of its rows', async () => {
    const { stdout } = await telepay(['check', MONTH], { cwd: workspaceWith() });
    expect(stdout).toMatch(/agents\.csv +utf-8 +2 +2 +0 +0 +0/);
    expect(stdout).toMatch(/No errors, no warnings\.\n$/);
  });

  it('tells the errors of all files, each with its line and a caret', async () => {
    const workspace = workspaceWith({
      ...BAD_MONTH,
      'targets.csv': 'scope,id,target\nagent,A1,ten\n',
      'signups.csv':
        'signup_id,agent_id,signed_at,customer_no,product\nS1,A1,2025-05-01 09:01:00,13900000101,NONE\n',
    });
    const { stdout } = await telepay(['check', MONTH], { cwd: workspace });
    for (const place of ['incidents.csv:2:4', 'signups.csv:2:7', 'signups.csv:2:39', 'targets.csv:2:10']) {
      expect(stdout).toContain(`${place}: error[`);
    }
    expect(stdout).toMatch(/ {2}2 \| agent,A1,ten\n {4}\| {10}\^/);
  });

  it('keeps the list of problems, until there are none', async () => {
    const workspace = workspaceWith(BAD_MONTH);
    await telepay(['check', MONTH], { cwd: workspace });
    expect(cellsOf(problemsOf(workspace))[1]?.slice(2, 4)).toEqual(['incidents.csv', '2']);
    writeMonth(workspace, CLEAN_MONTH);
    await telepay(['check', MONTH], { cwd: workspace });
    expect(existsSync(problemsOf(workspace))).toBe(false);
  });

  it('before there is a billing extract, keeps it where the run would', async () => {
    const month = Object.fromEntries(Object.entries(BAD_MONTH).filter(([name]) => name !== 'billing.csv'));
    const workspace = workspaceWith(month);
    await telepay(['check', MONTH, '--provisional'], { cwd: workspace });
    expect(existsSync(join(workspace, 'out', `${MONTH}-provisional.problems.csv`))).toBe(true);
  });
});

describe('a file with 100,000 bad rows', () => {
  const ROWS = 100_000;
  const header = 'call_id,agent_id,started_at,direction,result,duration_s,customer_no,campaign\n';
  const rows = Array.from(
    { length: ROWS },
    (_, index) => `C${index},A1,2025-04-01 09:00:00,outbound,answered,-5,13900000101,marketing\n`,
  );
  const month = { ...CLEAN_MONTH, 'calls.csv': header + rows.join('') };

  it.each(['run', 'check'])(
    '%s lists a few, counts all, writes all down, and does not take long',
    async (command) => {
      const workspace = workspaceWith(month);
      const start = process.hrtime.bigint();
      const { code, stdout, stderr } = await telepay([command, MONTH], { cwd: workspace });
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      expect(code).toBe(1);
      const listing = command === 'check' ? stdout : stderr;
      expect(listing.split('\n').length).toBeLessThan(150);
      expect(listing).toMatch(
        new RegExp(`10 of ${ROWS} problems are shown\\. All of them by code:\\n +E\\d+ +${ROWS}`),
      );
      const lines = readFileSync(problemsOf(workspace), 'utf8').split('\r\n');
      expect(lines).toHaveLength(1 + ROWS + 1);
      expect(lines[ROWS]).toMatch(/^"error","E\d+","calls\.csv",100001,/);
      expect(seconds).toBeLessThan(10);
    },
  );
});
