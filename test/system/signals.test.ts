/** `run` ended from outside while it works: at once, with nothing left behind. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { CLEAN_MONTH, MONTH, PROGRAM, telepay, workspaceWith, writeMonth } from '../cli/program.js';

/** A month that takes a second or two to read. */
const LONG_MONTH = {
  ...CLEAN_MONTH,
  'calls.csv':
    'call_id,agent_id,started_at,direction,result,duration_s,customer_no,campaign\n' +
    Array.from(
      { length: 400_000 },
      (_, index) => `C${index},A1,2025-04-01 09:00:00,outbound,answered,60,139${index},marketing\n`,
    ).join(''),
};

describe.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s', (signal, expected) => {
  it('ends it with the code of the signal, the old reports whole, the lock gone', async () => {
    const workspace = workspaceWith();
    await telepay(['run', MONTH], { cwd: workspace });
    writeMonth(workspace, LONG_MONTH);
    const child = spawn(process.execPath, [PROGRAM, 'run', MONTH], { cwd: workspace });
    const said: Buffer[] = [];
    child.stderr.on('data', (block: Buffer) => said.push(block));
    const ended = new Promise<number | null>((done) => child.once('close', done));
    while (!existsSync(join(workspace, 'out', `.${MONTH}.lock`))) await setTimeout(5);
    child.kill(signal);
    expect(await ended).toBe(expected);
    expect(Buffer.concat(said).toString()).toBe('');
    expect(readdirSync(join(workspace, 'out'))).toEqual([MONTH]);
  });
});
