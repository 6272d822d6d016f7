/** Reports are their owner's alone, nothing is left elsewhere, and nothing is sent anywhere. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  BAD_MONTH,
  MONTH,
  PROGRAM,
  PROJECT,
  runCommand,
  temporaryFolder,
  workspaceWith,
  writeMonth,
} from './program.js';

/** Paths below `folder`, itself included, that anyone but the owner has any right to. */
function openToOthers(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  return [folder, ...paths].filter((path) => (statSync(path).mode & 0o077) !== 0);
}

const telepayUnder = (umask: string, args: readonly string[], env: Record<string, string> = {}) =>
  runCommand('sh', ['-c', `umask ${umask}; exec "$0" "$@"`, process.execPath, PROGRAM, ...args], { env });

describe.skipIf(process.platform === 'win32')('rights', () => {
  it.each(['000', '022', '077'])(
    'under umask %s: reports, refusals and stale ones are the owner’s alone',
    async (umask) => {
      const workspace = workspaceWith();
      const args = ['run', MONTH, '--workspace', workspace];
      expect((await telepayUnder(umask, args)).code).toBe(0);
      expect(openToOthers(join(workspace, 'out'))).toEqual([]);
      writeMonth(workspace, BAD_MONTH);
      expect((await telepayUnder(umask, args)).code).toBe(1);
      expect(readdirSync(join(workspace, 'out', MONTH))).toContain('STALE.txt');
      expect(openToOthers(join(workspace, 'out'))).toEqual([]);
    },
  );

  it('an out/ that is open to others is closed', async () => {
    const workspace = workspaceWith();
    mkdirSync(join(workspace, 'out'));
    chmodSync(join(workspace, 'out'), 0o755);
    await telepayUnder('022', ['run', MONTH, '--workspace', workspace]);
    expect(openToOthers(join(workspace, 'out'))).toEqual([]);
  });

  it('--out: the folder is closed; the one it stands in is left as it is', async () => {
    const parent = temporaryFolder();
    chmodSync(parent, 0o755);
    await telepayUnder('000', ['run', MONTH, '--workspace', workspaceWith(), '--out', join(parent, 'x/y')]);
    expect(openToOthers(join(parent, 'x'))).toEqual([]);
    expect(statSync(parent).mode & 0o777).toBe(0o755);
  });

  it('init: all that it makes', async () => {
    const folder = join(temporaryFolder(), 'pay');
    await telepayUnder('000', ['init', folder]);
    expect(openToOthers(folder)).toEqual([]);
  });
});

it('nothing is left in the temporary folder', async () => {
  const TMPDIR = temporaryFolder();
  for (const month of [undefined, BAD_MONTH]) {
    await telepayUnder('022', ['run', MONTH, '--workspace', workspaceWith(month)], { TMPDIR });
    expect(readdirSync(TMPDIR)).toEqual([]);
  }
});

it('the program knows no network', () => {
  const dist = join(PROJECT, 'dist');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  expect(files.length).toBeGreaterThan(50);
  const network =
    /(?:from|import|import\(|require\()\s*['"](?:node:)?(?:net|http|https|http2|dgram|tls|dns|inspector|child_process)\b|\bfetch\(|WebSocket|EventSource/;
  expect(files.filter((name) => network.test(readFileSync(join(dist, name), 'utf8')))).toEqual([]);
});
