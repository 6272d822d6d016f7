/** What goes where: reports and data to standard output, the rest to standard error; colours; broken pipes. */
import { describe, expect, it } from 'vitest';
import {
  BAD_MONTH,
  MONTH,
  PROGRAM,
  runCommand,
  telepay,
  without,
  workspaceWith,
  CLEAN_MONTH,
} from './program.js';

const ESCAPE = '\u001b';

describe('streams', () => {
  it('run: the summary on standard output; warnings and the folder on standard error', async () => {
    const workspace = workspaceWith(without(CLEAN_MONTH, 'tests.csv'));
    const { stdout, stderr } = await telepay(['run', MONTH], { cwd: workspace });
    expect(stdout).toMatch(/^Pay of 2025-04/);
    expect(stdout).not.toMatch(/warning\[/);
    expect(stderr).toMatch(/tests\.csv: warning\[W/);
    expect(stderr).toMatch(/12 files written to/);
  });

  it('a clean run says nothing on standard error but where the files are', async () => {
    const { stderr } = await telepay(['run', MONTH], { cwd: workspaceWith() });
    expect(stderr).toMatch(/^12 files written to [^\n]*\n$/);
  });

  it('a refused run leaves standard output empty', async () => {
    const { stdout, stderr } = await telepay(['run', MONTH], { cwd: workspaceWith(BAD_MONTH) });
    expect(stdout).toBe('');
    expect(stderr).toMatch(/error\[E/);
  });

  it('check: its findings are what was asked for', async () => {
    const { stdout, stderr } = await telepay(['check', MONTH], { cwd: workspaceWith(BAD_MONTH) });
    expect(stdout).toMatch(/incidents\.csv:2:4: error\[E[^]*The month can not be computed/);
    expect(stderr).toMatch(/^All problems: [^\n]*\n$/);
  });
});

describe('colour', () => {
  it.each([
    ['no terminal: none', {}, false],
    ['asked for: some', { FORCE_COLOR: '1' }, true],
    ['NO_COLOR: none', { NO_COLOR: '1' }, false],
  ])('%s', async (_, env, coloured) => {
    const ran = await telepay(['run', MONTH], { cwd: workspaceWith(BAD_MONTH), env });
    const checked = await telepay(['check', MONTH], { cwd: workspaceWith(BAD_MONTH), env });
    expect(ran.stderr.includes(ESCAPE)).toBe(coloured);
    expect(checked.stdout.includes(ESCAPE)).toBe(coloured);
  });
});

describe('a reader that stops reading', () => {
  it.each([[['run', MONTH]], [['check', MONTH, '--json']], [['explain', 'A1', MONTH]]])(
    'telepay %j | true',
    async (args) => {
      const words = [process.execPath, PROGRAM, ...args].join(' ');
      const command = `(${words}; echo "ended $?" >&2) | true`;
      const { stderr } = await runCommand('sh', ['-c', command], { cwd: workspaceWith() });
      expect(stderr).toMatch(/^(12 files written to [^\n]*\n)?ended 0\n$/);
    },
  );
});
