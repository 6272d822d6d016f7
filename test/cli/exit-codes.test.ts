/** Exit codes: 0 done, 1 the exports or the rules refuse it, 2 usage, workspace, I/O, a lock. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  BAD_MONTH,
  CLEAN_MONTH,
  MONTH,
  STACK_TRACE,
  telepay,
  temporaryFolder,
  without,
  workspaceWith,
} from './program.js';

describe('exit code 2: wrong usage', () => {
  it.each([
    ['no command', [], /Usage: telepay/],
    ['an unknown command', ['frob'], /E0114\] unknown command 'frob'/],
    ['an unknown option', ['run', MONTH, '--bogus'], /E0114\] unknown option '--bogus'/],
    ['no month', ['run'], /E0114\] missing required argument 'month'/],
    ['two months', ['run', MONTH, '2025-05'], /E0114\] too many arguments for 'run'/],
    [
      'a language that is none',
      ['run', MONTH, '--lang', 'fr'],
      /E0114\] option '--lang <language>' argument 'fr'/,
    ],
    ['a strict explanation', ['explain', 'A1', MONTH, '--strict=all'], /E0114\] .*--strict/],
    ['a strictness that is none', ['run', MONTH, '--strict=some'], /E0114\] .*warnings, assumed, all/],
    [
      'an option without its value',
      ['run', MONTH, '--rules'],
      /E0114\] option '--rules <file>' argument missing/,
    ],
    [
      'two questions at once',
      ['explain', MONTH, '--signup', 'S1', '--customer', '1'],
      /E0114\] .*cannot be used/,
    ],
    ['explain without an agent', ['explain', MONTH], /E0114\] explain takes an agent and a month/],
    [
      'explain with an agent and a sign-up',
      ['explain', 'A1', MONTH, '--signup', 'S1'],
      /E0114\] explain takes/,
    ],
    ['a day that is none', ['explain', 'A1', MONTH, '--day', '2025-04-31'], /E0114\] --day takes a date/],
    ['a month that is none', ['run', '2025-13'], /E0103\] "2025-13" is no month/],
    ['a month in words', ['check', 'april'], /E0103\]/],
    ['init with a month that is none', ['init', 'somewhere', '--month', '2025-4'], /E0103\]/],
  ])('%s', async (_, args, told) => {
    const { code, stdout, stderr } = await telepay(args, { cwd: workspaceWith() });
    expect(stderr).toMatch(told);
    expect(stderr).not.toMatch(STACK_TRACE);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe('exit code 2: what the work needs and does not find', () => {
  it.each([
    ['an absent workspace', ['run', MONTH, '--workspace', '/nowhere/at/all'], /E0101\]/],
    ['a folder that is no workspace', ['check', MONTH, '--workspace', '/'], /E0101\]/],
    ['an unknown month', ['run', '2031-01'], /E0102\] .*2031-01[^]*one of 2025-04/],
    [
      'a rule file that is not there',
      ['run', MONTH, '--rules', 'none.yaml'],
      /none\.yaml: error\[E0107\] .*ENOENT/,
    ],
    ['a folder for a rule file', ['run', MONTH, '--rules', 'months'], /months: error\[E0107\] .*EISDIR/],
  ])('%s', async (_, args, told) => {
    const { code, stdout, stderr } = await telepay(args, { cwd: workspaceWith() });
    expect(stderr).toMatch(told);
    expect(stderr).not.toMatch(STACK_TRACE);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('--out with files that telepay did not write: none of them is touched', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'thesis.txt'), 'years of work');
    const { code, stderr } = await telepay(['run', MONTH, '--out', folder], { cwd: workspaceWith() });
    expect(stderr).toMatch(/E0105\] .*thesis\.txt, which telepay did not write/);
    expect(code).toBe(2);
  });

  it('a lock that a running process holds', async () => {
    const workspace = workspaceWith();
    const lock = join(workspace, 'out', `.${MONTH}.lock`);
    mkdirSync(lock, { recursive: true });
    const holder = { id: 'a', pid: process.pid, host: hostname(), since: Date.now() };
    writeFileSync(join(lock, 'holder.json'), JSON.stringify(holder));
    const { code, stderr } = await telepay(['run', MONTH], { cwd: workspace });
    expect(stderr).toMatch(new RegExp(`E0104\\] another telepay .*process ${process.pid}`));
    expect(code).toBe(2);
  });
});

describe('exit code 1: the exports or the rules refuse it', () => {
  it.each([
    ['an error in a row', BAD_MONTH, /incidents\.csv:2:4: error\[E\d+\]/],
    ['a required file that is missing', without(CLEAN_MONTH, 'signups.csv'), /signups\.csv: error\[E\d+\]/],
    [
      'a required file without rows',
      { ...CLEAN_MONTH, 'agents.csv': 'agent_id,name,team,role,hired_on\n' },
      /agents\.csv/,
    ],
  ])('%s', async (_, month, told) => {
    const workspace = workspaceWith(month);
    for (const command of ['check', 'run']) {
      const { code, stdout, stderr } = await telepay([command, MONTH], { cwd: workspace });
      expect(command === 'check' ? stdout : stderr).toMatch(told);
      expect(code).toBe(1);
    }
  });

  it('an error in the rule file', async () => {
    const workspace = workspaceWith();
    writeFileSync(join(workspace, 'mine.yaml'), 'version: [');
    const { code, stderr } = await telepay(['run', MONTH, '--rules', 'mine.yaml'], { cwd: workspace });
    expect(stderr).toMatch(/mine\.yaml:1:\d+: error\[E\d+\]/);
    expect(code).toBe(1);
  });

  it('no rule file in force', async () => {
    const workspace = workspaceWith(CLEAN_MONTH, 'rules: elsewhere\n');
    const { code, stderr } = await telepay(['run', MONTH], { cwd: workspace });
    expect(stderr).toMatch(/elsewhere: error\[E0661\]/);
    expect(code).toBe(1);
  });

  it('a setting that is not known', async () => {
    const workspace = workspaceWith(CLEAN_MONTH, 'language: en\nlanguge: zh\n');
    const { code, stderr } = await telepay(['run', MONTH], { cwd: workspace });
    expect(stderr).toMatch(/telepay\.yaml:2:1: error\[E0108\]/);
    expect(code).toBe(1);
  });
});

describe('exit code 0: done', () => {
  it.each([
    [['check', MONTH]],
    [['run', MONTH]],
    [['explain', 'A1', MONTH]],
    [['--help']],
    [['--version']],
    [['help', 'run']],
  ])('telepay %j', async (args) => {
    expect((await telepay(args, { cwd: workspaceWith() })).code).toBe(0);
  });

  it('warnings are no refusal', async () => {
    const workspace = workspaceWith(without(CLEAN_MONTH, 'tests.csv'));
    const { code, stderr } = await telepay(['run', MONTH], { cwd: workspace });
    expect(stderr).toMatch(/tests\.csv: warning\[W\d+\]/);
    expect(code).toBe(0);
  });
});
