/** Several telepays at once, some of which die: one writes at a time, and what it writes is whole. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, MONTH, runCommand, telepay, temporaryFolder, workspaceWith } from '../cli/program.js';

const TWENTY = Array.from({ length: 20 }, (_, index) => index);

describe('twenty runs of a month at once', () => {
  it.each([
    ['on a free month', false],
    ['on the lock of one that died', true],
  ])('%s: some write, the others are told who does, and the reports are whole', async (_, stale) => {
    const workspace = workspaceWith();
    await telepay(['run', MONTH], { cwd: workspace });
    const alone = filesBelow(join(workspace, 'out'));
    if (stale)
      leaveLock(join(workspace, 'out', `.${MONTH}.lock`), { pid: await deadProcess(), host: hostname() });
    const endings = await Promise.all(TWENTY.map(() => telepay(['run', MONTH], { cwd: workspace })));
    const refused = endings.filter(({ code }) => code !== 0);
    expect(refused.length).toBeLessThan(TWENTY.length);
    for (const { code, stderr } of refused) {
      expect(stderr).toMatch(/error\[E0104\]/);
      expect(code).toBe(2);
    }
    expect(filesBelow(join(workspace, 'out'))).toEqual(alone);
    expect(readdirSync(join(workspace, 'out'))).toEqual([MONTH]);
  });
});

describe('a lock', () => {
  it('is held by one at a time, however often its holders die', async () => {
    const folder = temporaryFolder();
    const script = join(import.meta.dirname, 'lock-holder.mjs');
    const holder = () => runCommand(process.execPath, [script, join(folder, 'lock'), '20']);
    let deaths = 0;
    const lane = async (): Promise<void> => {
      for (;;) {
        const { code, signal, stderr } = await holder();
        expect({ code: code ?? 0, stderr }).toEqual({ code: 0, stderr: '' });
        if (signal === null) return;
        deaths += 1;
      }
    };
    await Promise.all(TWENTY.slice(0, 6).map(lane));
    expect(deaths).toBeGreaterThan(3);
    expect(readdirSync(folder).filter((name) => name !== 'lock-is-held')).toEqual([]);
  });
});

/** The number of a process that is no more. */
async function deadProcess(): Promise<number> {
  const { stdout } = await runCommand(process.execPath, ['-p', 'process.pid']);
  return Number(stdout);
}

function leaveLock(path: string, holder: { pid: number; host: string }): void {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'holder.json'), JSON.stringify({ id: 'gone', since: Date.now(), ...holder }));
}
