/** `telepay run`: which files it writes and where, and what a refusal leaves. */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ADDED, CHINESE_PAYROLL, COLUMNS, FILES } from './columns.js';
import {
  BAD_MONTH,
  cellsOf,
  CLEAN_MONTH,
  filesBelow,
  MONTH,
  PROJECT,
  telepay,
  workspaceWith,
  writeMonth,
} from './program.js';

const out = (workspace: string, name = MONTH): string => join(workspace, 'out', name);

describe('the reports', () => {
  it('are the files of the contract with exactly its columns', async () => {
    const workspace = workspaceWith();
    await telepay(['run', MONTH], { cwd: workspace });
    expect(readdirSync(out(workspace)).toSorted()).toEqual(FILES);
    for (const [name, columns] of Object.entries(COLUMNS)) {
      const header = cellsOf(join(out(workspace), name))[0];
      expect([name, header]).toEqual([name, [...columns, ...(ADDED[name] ?? [])]]);
    }
  });

  it('have Chinese names of columns where Chinese is asked for', async () => {
    const workspace = workspaceWith();
    await telepay(['run', MONTH, '--lang', 'zh'], { cwd: workspace });
    const [header] = cellsOf(join(out(workspace), 'payroll.csv'));
    expect(header?.join(' ')).toBe(CHINESE_PAYROLL);
  });

  it('are UTF-8 with a mark and CRLF', async () => {
    const workspace = workspaceWith();
    await telepay(['run', MONTH], { cwd: workspace });
    for (const name of Object.keys(COLUMNS)) {
      const text = readFileSync(join(out(workspace), name), 'utf8');
      expect(text.startsWith('\uFEFF')).toBe(true);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(text.endsWith('\r\n')).toBe(true);
    }
  });

  it('are all that is left in out/', async () => {
    const workspace = workspaceWith();
    await telepay(['run', MONTH], { cwd: workspace });
    expect(readdirSync(out(workspace, ''))).toEqual([MONTH]);
    expect(readdirSync(workspace).toSorted()).toEqual(['months', 'out', 'rules']);
  });

  it('keep formulas and escape sequences of the exports from running', async () => {
    const name = `=cmd|'/C calc'!A0\u001b[31m`;
    const agents = `agent_id,name,team,role,hired_on\nA1,${name},@team,agent,2024-01-15\nA2,赵敏,一组,duty_manager,2022-03-01\n`;
    const workspace = workspaceWith({ ...CLEAN_MONTH, 'agents.csv': agents });
    const { stdout, stderr } = await telepay(['run', MONTH], { cwd: workspace });
    expect(stdout + stderr).not.toContain('\u001b');
    const [, first] = cellsOf(join(out(workspace), 'payroll.csv'));
    expect(first?.[1]).toMatch(/^'=cmd/);
    expect(first?.[2]).toBe("'@team");
  });
});

describe('a refusal', () => {
  it('leaves the earlier reports, marks them as stale, and lists all problems beside them', async () => {
    const workspace = workspaceWith();
    await telepay(['run', MONTH], { cwd: workspace });
    const before = filesBelow(out(workspace));
    writeMonth(workspace, BAD_MONTH);
    expect((await telepay(['run', MONTH], { cwd: workspace })).code).toBe(1);

    const after = new Map(filesBelow(out(workspace)));
    expect(after.get('STALE.txt')).toMatch(/older than the last run/);
    after.delete('STALE.txt');
    expect(after).toEqual(before);
    const [header, first] = cellsOf(`${out(workspace)}.problems.csv`);
    expect(header).toEqual(COLUMNS['problems.csv']);
    expect(first?.slice(2, 6)).toEqual(['incidents.csv', '2', '4', 'A9']);
    expect(readdirSync(out(workspace, '')).toSorted()).toEqual([MONTH, `${MONTH}.problems.csv`]);
  });

  it('is undone by the next success: no STALE.txt, no list of problems', async () => {
    const workspace = workspaceWith();
    await telepay(['run', MONTH], { cwd: workspace });
    const before = filesBelow(out(workspace));
    writeMonth(workspace, BAD_MONTH);
    await telepay(['run', MONTH], { cwd: workspace });
    writeMonth(workspace, CLEAN_MONTH);
    await telepay(['run', MONTH], { cwd: workspace });
    expect(filesBelow(out(workspace))).toEqual(before);
    expect(readdirSync(out(workspace, ''))).toEqual([MONTH]);
  });

  it('without earlier reports makes no folder of them', async () => {
    const workspace = workspaceWith(BAD_MONTH);
    await telepay(['run', MONTH], { cwd: workspace });
    expect(readdirSync(out(workspace, ''))).toEqual([`${MONTH}.problems.csv`]);
  });
});

describe('--out', () => {
  it('writes there, and nothing into out/', async () => {
    const workspace = workspaceWith();
    await telepay(['run', MONTH, '--out', 'a/b'], { cwd: workspace });
    expect(readdirSync(join(workspace, 'a/b')).toSorted()).toEqual(FILES);
    expect(existsSync(join(workspace, 'out'))).toBe(false);
  });

  it('takes an empty folder, and one that telepay wrote', async () => {
    const workspace = workspaceWith();
    mkdirSync(join(workspace, 'here'));
    for (const time of ['first', 'second']) {
      const { code } = await telepay(['run', MONTH, '--out', 'here'], { cwd: workspace });
      expect([time, code]).toEqual([time, 0]);
    }
  });

  it.each([
    ['a file beside its reports', 'notes.txt', ''],
    ['a summary that is not its own', 'summary.json', '{"total": 1}'],
    ['a folder in it', 'sub/file.txt', ''],
  ])('refuses a folder with %s, which stays', async (_, path, content) => {
    const workspace = workspaceWith();
    const file = join(workspace, 'here', path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, content);
    const { code, stderr } = await telepay(['run', MONTH, '--out', 'here'], { cwd: workspace });
    expect(stderr).toMatch(/error\[E0105\]/);
    expect(code).toBe(2);
    expect(filesBelow(join(workspace, 'here'))).toEqual(new Map([[path, content]]));
  });

  it.each(['months/2025-04/reports', 'months', 'ledger/x', 'rules', 'link/x', '.', '..', '/'])(
    'refuses %s, which is or holds what the workspace lives on',
    async (folder) => {
      const workspace = workspaceWith();
      symlinkSync('months', join(workspace, 'link'));
      const before = filesBelow(workspace);
      const { code, stderr } = await telepay(['run', MONTH, '--out', folder], { cwd: workspace });
      expect(stderr).toMatch(/error\[E0117\]/);
      expect(code).toBe(2);
      expect(filesBelow(workspace)).toEqual(before);
    },
  );

  it.each([
    ['a success', CLEAN_MONTH],
    ['a refusal', BAD_MONTH],
  ])('leaves a .problems.csv that somebody else wrote, at %s', async (_, month) => {
    const workspace = workspaceWith(month);
    writeFileSync(join(workspace, 'here.problems.csv'), 'my own list\n');
    const { code, stderr } = await telepay(['run', MONTH, '--out', 'here'], { cwd: workspace });
    expect(stderr).toMatch(/E0105\] .*here\.problems\.csv, which telepay did not write/);
    expect(code).toBe(2);
    expect(readFileSync(join(workspace, 'here.problems.csv'), 'utf8')).toBe('my own list\n');
  });

  it('replaces its own .problems.csv, in either language', async () => {
    const workspace = workspaceWith(BAD_MONTH);
    for (const lang of ['zh', 'en', 'zh']) {
      const { code } = await telepay(['run', MONTH, '--out', 'here', '--lang', lang], { cwd: workspace });
      expect(code).toBe(1);
    }
    writeMonth(workspace, CLEAN_MONTH);
    expect((await telepay(['run', MONTH, '--out', 'here'], { cwd: workspace })).code).toBe(0);
    expect(existsSync(join(workspace, 'here.problems.csv'))).toBe(false);
  });

  it('holds for out/MONTH too: what somebody put there is not lost', async () => {
    const workspace = workspaceWith();
    await telepay(['run', MONTH], { cwd: workspace });
    writeFileSync(join(out(workspace), 'payroll checked.xlsx'), 'notes');
    expect((await telepay(['run', MONTH], { cwd: workspace })).code).toBe(2);
    expect(readFileSync(join(out(workspace), 'payroll checked.xlsx'), 'utf8')).toBe('notes');
  });

  it('names a report that is open in a spreadsheet', async () => {
    const workspace = workspaceWith();
    await telepay(['run', MONTH], { cwd: workspace });
    writeFileSync(join(out(workspace), '.~lock.payroll.csv#'), ',clerk,office,23.11.2025 09:00;');
    const { code, stderr } = await telepay(['run', MONTH], { cwd: workspace });
    expect(stderr).toMatch(/E0106\] payroll\.csv can't be replaced: another program holds it open/);
    expect(code).toBe(2);
  });

  it('does not mind what a file manager leaves behind', async () => {
    const workspace = workspaceWith();
    await telepay(['run', MONTH], { cwd: workspace });
    writeFileSync(join(out(workspace), '.DS_Store'), '');
    expect((await telepay(['run', MONTH], { cwd: workspace })).code).toBe(0);
  });
});

describe('--rules', () => {
  it('computes with that file and says so', async () => {
    const workspace = workspaceWith();
    cpSync(join(PROJECT, 'rules/2025.04.yaml'), join(workspace, 'mine.yaml'));
    appendFileSync(join(workspace, 'mine.yaml'), '# a copy\n');
    await telepay(['run', MONTH], { cwd: workspace });
    const before = filesBelow(out(workspace));
    await telepay(['run', MONTH, '--rules', 'mine.yaml'], { cwd: workspace });
    const after = filesBelow(out(workspace));
    expect(after?.get('payroll.csv')).toBe(before?.get('payroll.csv'));
    expect(after?.get('summary.json')).toContain('"file": "mine.yaml"');
    expect(before?.get('summary.json')).toContain('"file": "rules/2025.04.yaml"');
  });
});

describe('--provisional', () => {
  const unbilled = Object.fromEntries(Object.entries(CLEAN_MONTH).filter(([name]) => name !== 'billing.csv'));

  it('writes its own folder, and says what it is everywhere', async () => {
    const workspace = workspaceWith(unbilled);
    const { code, stdout, stderr } = await telepay(['run', MONTH, '--provisional'], { cwd: workspace });
    expect(code).toBe(0);
    expect(readdirSync(out(workspace, ''))).toEqual([`${MONTH}-provisional`]);
    expect(stdout).toContain('PROVISIONAL');
    expect(stderr).toMatch(/warning\[W0101\] provisional/);
    const folder = out(workspace, `${MONTH}-provisional`);
    expect(JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'))).toMatchObject({
      provisional: true,
    });
    for (const name of Object.keys(COLUMNS)) {
      const [header, ...rows] = cellsOf(join(folder, name));
      expect([name, header?.at(-1)]).toEqual([name, 'provisional']);
      expect(rows.filter((row) => row.at(-1) !== 'yes')).toEqual([]);
    }
    const warnings = (COLUMNS['payroll.csv'] ?? []).indexOf('warnings');
    for (const row of cellsOf(join(folder, 'payroll.csv')).slice(1))
      expect(row[warnings]).toMatch(/^provisional/);
    expect(cellsOf(join(folder, 'problems.csv')).some((row) => row[1] === 'W0101')).toBe(true);
    // Both sign-ups as if billed: MAIL 4 + INFO_2 1.
    expect(cellsOf(join(folder, 'payroll.csv'))[1]?.[5]).toBe('5.00');
  });

  it('is refused when there is billing.csv', async () => {
    const workspace = workspaceWith();
    const { code, stderr } = await telepay(['run', MONTH, '--provisional'], { cwd: workspace });
    expect(stderr).toMatch(/^billing\.csv: error\[E/m);
    expect(code).toBe(1);
    expect(existsSync(out(workspace, `${MONTH}-provisional`))).toBe(false);
  });

  it('is not what run does by itself', async () => {
    const { code, stderr } = await telepay(['run', MONTH], { cwd: workspaceWith(unbilled) });
    expect(stderr).toMatch(/^billing\.csv: error\[E/m);
    expect(code).toBe(1);
  });
});
