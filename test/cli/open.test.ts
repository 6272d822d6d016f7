/** `telepay init --opening` and `telepay open` as people call them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, MONTH, PROJECT, telepay, temporaryFolder, workspaceWith } from './program.js';

const HEADERS: Readonly<Record<'en' | 'zh', Readonly<Record<string, string>>>> = {
  en: {
    'agents.csv': 'agent_id,name,team,role,hired_on,left_on,subsidy_phone,monthly_base,site,grade',
    'debts.csv': 'agent_id,amount',
    'signups.csv': 'signup_id,agent_id,signed_at,customer_no,product,outcome,points,billed',
    'counts.csv': 'month,agent_id,product,gross,counted,reversed,forced,amount',
    'scores.csv': 'month,agent_id,score',
    'measures.csv': 'agent_id,date,measure,value',
  },
  zh: {
    'agents.csv': '工号,姓名,班组,岗位,入职日期,离职日期,补贴号码,月基本工资,中心,等级',
    'debts.csv': '工号,金额',
    'signups.csv': '受理编号,工号,受理时间,客户号码,业务代码,结果,积分,已出账金额',
    'counts.csv': '月份,工号,业务代码,受理量,算量,撤销量,强开通,金额',
    'scores.csv': '月份,工号,得分',
    'measures.csv': '工号,日期,指标,数值',
  },
};
const templates = (lang: 'en' | 'zh') =>
  new Map(
    Object.entries(HEADERS[lang])
      .toSorted()
      .map(([name, header]) => [name, `\uFEFF${header}\r\n`]),
  );

describe('init --opening', () => {
  it.each(['en', 'zh'] as const)(
    'in a new workspace, in %s: the empty files beside the rest',
    async (lang) => {
      const folder = join(temporaryFolder(), 'pay');
      const { code } = await telepay(['init', folder, '--lang', lang, '--month', MONTH, '--opening']);
      expect(code).toBe(0);
      expect(filesBelow(join(folder, 'opening'))).toEqual(templates(lang));
      expect(existsSync(join(folder, 'months', MONTH, 'calls.csv'))).toBe(true);
      expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toContain('opening/\n');
    },
  );

  it('in a workspace that is there, in its language: adds them alone', async () => {
    const workspace = workspaceWith(undefined, 'language: zh\n');
    const before = filesBelow(workspace) ?? new Map<string, string>();
    const { code, stdout } = await telepay(['init', workspace, '--opening']);
    expect(code).toBe(0);
    expect(stdout).toContain('opening/scores.csv');
    expect(filesBelow(join(workspace, 'opening'))).toEqual(templates('zh'));
    const after = [...(filesBelow(workspace) ?? [])];
    expect(after.filter(([name]) => !name.startsWith('opening/') && name !== '.gitignore')).toEqual([
      ...before,
    ]);
    expect(readFileSync(join(workspace, '.gitignore'), 'utf8')).toBe('opening/\n');
  });

  it('never overwrites: what is there stays, what is missing is added, and then nothing', async () => {
    const workspace = workspaceWith();
    mkdirSync(join(workspace, 'opening'));
    writeFileSync(join(workspace, 'opening/debts.csv'), 'my debts');
    await telepay(['init', workspace, '--opening']);
    expect(filesBelow(join(workspace, 'opening'))).toEqual(
      new Map([...templates('en'), ['debts.csv', 'my debts']]),
    );
    const { code, stdout } = await telepay(['init', workspace, '--opening', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ files: [] });
  });
});

const RULES = join(PROJECT, 'rules/2025.04.yaml');

/** A workspace with an opening of A1 and A2 and a debt, perhaps with more files. */
function prepared(more: Readonly<Record<string, string>> = {}): string {
  const workspace = workspaceWith();
  const files = {
    'agents.csv':
      'agent_id,name,team,role,hired_on\nA1,王小兰,一组,agent,2024-01-15\nA2,赵敏,一组,duty_manager,2022-03-01\n',
    'debts.csv': 'agent_id,amount\nA1,2.50\n',
    ...more,
  };
  mkdirSync(join(workspace, 'opening'));
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(workspace, 'opening', name), content);
  return workspace;
}

const OPEN = ['open', MONTH, '--from', 'opening', '--by', '王会计', '--rules', RULES];

describe('open', () => {
  it('seals the month before, and its debts stand in the first month', async () => {
    const cwd = prepared();
    const opened = await telepay([...OPEN, '--yes', '--json'], { cwd });
    expect(opened.code).toBe(0);
    expect(JSON.parse(opened.stdout)).toMatchObject({
      month: MONTH,
      sealed: true,
      people: 2,
      debts: 1,
      debt: '2.50',
      months: [{ month: '2025-03', signups: 0, scores: 0 }],
    });
    const { stdout } = await telepay(['run', MONTH, '--json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ totals: { debt_in: '2.50' } });
    expect((await telepay(['verify'], { cwd })).code).toBe(0);
  });

  it.each([
    ['en', 'has more than two decimals'],
    ['zh', '超过两位小数'],
  ])('with a mistake is refused with exit code 1 and its place, in %s', async (lang, words) => {
    const cwd = prepared({ 'debts.csv': 'agent_id,amount\nA1,2.505\nA9,1\n' });
    const { code, stderr } = await telepay([...OPEN, '--yes', '--lang', lang], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('debts.csv:2:4: ');
    expect(stderr).toContain(words);
    expect(stderr).toContain('[E0401]');
    expect(existsSync(join(cwd, 'ledger/2025-03'))).toBe(false);
  });

  it.each<[string, readonly string[], string]>([
    ['a folder that is not there', ['--from', 'nowhere'], 'E0822'],
    ['no terminal and no --yes', [], 'E0114'],
  ])('%s: exit code 2', async (_, more, problem) => {
    const cwd = prepared();
    const { code, stderr } = await telepay([...OPEN, ...more], { cwd });
    expect(stderr).toContain(`[${problem}]`);
    expect(code).toBe(2);
    expect(existsSync(join(cwd, 'ledger/2025-03'))).toBe(false);
  });
});
