/** What only a terminal gets: colours, and a question. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { BAD_MONTH, MONTH, PROGRAM, runCommand, temporaryFolder, workspaceWith } from '../cli/program.js';
import { requireTool } from './tools.js';

beforeAll(() => {
  requireTool('script', 'bsdutils');
});

/** Runs telepay on a terminal of its own, with `typed` as what is typed there. */
function onTerminal(args: readonly string[], cwd: string, env: Record<string, string> = {}, typed = '') {
  const command = [process.execPath, PROGRAM, ...args].join(' ');
  const typing = `(sleep 1; printf '${typed}'; sleep 1) | script -qec "${command}" /dev/null`;
  return runCommand('sh', ['-c', typing], { cwd, env: { TERM: 'xterm', ...env } });
}

describe('colours', () => {
  it.each([
    ['on a terminal', {}, true],
    ['not with NO_COLOR', { NO_COLOR: '1' }, false],
    ['not on a terminal that has none', { TERM: 'dumb' }, false],
  ])('%s', async (_, env, coloured) => {
    const { stdout } = await onTerminal(['run', MONTH], workspaceWith(BAD_MONTH), env);
    expect(stdout).toMatch(/error\[E/);
    expect(stdout.includes('\u001b[')).toBe(coloured);
  });
});

describe('init asks for the language', () => {
  it.each([
    ['en', 'en\\r', 'en'],
    ['zh', 'zh\\r', 'zh'],
    ['nothing', '\\r', 'zh'],
  ])('answered with %s', async (_, typed, language) => {
    const folder = temporaryFolder();
    const { stdout } = await onTerminal(['init'], folder, {}, typed);
    expect(stdout).toContain('Language / 语言');
    expect(readFileSync(join(folder, 'telepay.yaml'), 'utf8')).toMatch(
      new RegExp(`^language: ${language}$`, 'm'),
    );
  });

  it('left unanswered: nothing is made', async () => {
    const folder = temporaryFolder();
    const { stdout } = await onTerminal(['init'], folder, {}, '\\004');
    expect(stdout).not.toMatch(/Warning|unsettled/);
    expect(() => readFileSync(join(folder, 'telepay.yaml'))).toThrow(/ENOENT/);
  });
});
