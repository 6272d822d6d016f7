/** `telepay init`: a workspace that runs as soon as the exports are in it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLEAN_MONTH, filesBelow, MONTH, PROJECT, telepay, temporaryFolder, writeMonth } from './program.js';

const HEADERS: Readonly<Record<'en' | 'zh', Readonly<Record<string, string>>>> = {
  en: {
    'agents.csv': 'agent_id,name,team,role,hired_on,left_on,subsidy_phone,monthly_base,site,grade',
    'calls.csv': 'call_id,agent_id,started_at,direction,result,duration_s,customer_no,campaign',
    'signups.csv': 'signup_id,agent_id,signed_at,customer_no,product,amount',
    'billing.csv': 'customer_no,product,bill_month,fee_type,amount,status,cancelled_on',
    'attendance.csv': 'agent_id,date,status,minutes,approved',
  },
  zh: {
    'agents.csv': '工号,姓名,班组,岗位,入职日期,离职日期,补贴号码,月基本工资,中心,等级',
    'calls.csv': '通话编号,工号,开始时间,方向,结果,时长秒,客户号码,活动类型',
    'signups.csv': '受理编号,工号,受理时间,客户号码,业务代码,金额',
    'billing.csv': '客户号码,业务代码,账期,费用类型,金额,状态,取消日期',
    'attendance.csv': '工号,日期,考勤,分钟,批准',
  },
};

describe('init', () => {
  it.each(['en', 'zh'] as const)(
    'in %s: shipped rules, settings, empty exports with headers',
    async (lang) => {
      const folder = join(temporaryFolder(), 'a', 'pay');
      const { code, stdout } = await telepay(['init', folder, '--lang', lang, '--month', MONTH]);
      expect(code).toBe(0);
      expect(stdout).toContain(`telepay run ${MONTH}`);
      const made = filesBelow(folder);
      for (const [name, header] of Object.entries(HEADERS[lang])) {
        expect(made?.get(`months/${MONTH}/${name}`)).toBe(`\uFEFF${header}\r\n`);
      }
      // Those in force, and the other reading of the grades in its folder.
      for (const [name, text] of filesBelow(join(PROJECT, 'rules')) ?? []) {
        const schema = name.startsWith('readings/') ? '../telepay.schema.json' : './telepay.schema.json';
        expect(made?.get(`rules/${name}`)).toBe(`# yaml-language-server: $schema=${schema}\n${text}`);
      }
      expect(made?.has('rules/readings/2025.04-grades.yaml')).toBe(true);
      // What editors complete and check them by.
      const shown = await telepay(['rules', 'schema', '--lang', lang]);
      expect(made?.get('rules/telepay.schema.json')).toBe(shown.stdout);
      expect(made?.get('telepay.yaml')).toMatch(new RegExp(`^language: ${lang}$`, 'm'));
      expect(made?.get('.gitignore')?.split('\n')).toEqual(
        expect.arrayContaining(['months/', 'out/', 'ledger/']),
      );
    },
  );

  it('begins with the month before this one, in the current folder, where nothing else is said', async () => {
    const folder = temporaryFolder();
    await telepay(['init'], { cwd: folder });
    const now = new Date();
    const before = new Date(now.getFullYear(), now.getMonth() - 1, 1);
    const name = `${before.getFullYear()}-${String(before.getMonth() + 1).padStart(2, '0')}`;
    expect(readdirSync(join(folder, 'months'))).toEqual([name]);
  });

  it('leaves all as it is where any of its files is there already', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'months', MONTH), { recursive: true });
    writeFileSync(join(folder, 'months', MONTH, 'calls.csv'), 'my calls');
    const { code, stderr } = await telepay(['init', folder, '--month', MONTH]);
    expect(stderr).toMatch(/E0110\] .*months\/2025-04\/calls\.csv/);
    expect(code).toBe(2);
    expect([...(filesBelow(folder) ?? [])]).toEqual([[`months/${MONTH}/calls.csv`, 'my calls']]);
  });

  it.each([
    ['dist/\n', 'dist/\nmonths/\nout/\nledger/\n'],
    ['dist/', 'dist/\nmonths/\nout/\nledger/\n'],
    ['/out/\r\nmonths/\r\n', '/out/\r\nmonths/\r\nledger/\n'],
    ['ledger/\nout/\nmonths/', 'ledger/\nout/\nmonths/'],
  ])('in a repository adds to its .gitignore what that lacks: %j', async (before, after) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.gitignore'), before);
    const { code } = await telepay(['init', folder, '--month', MONTH]);
    expect(code).toBe(0);
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe(after);
    // With the rest there, it is refused as ever, and the file stays as it is.
    expect((await telepay(['init', folder, '--month', MONTH])).code).toBe(2);
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe(after);
  });

  it.each(['en', 'zh'] as const)(
    'then run says all that is missing, in %s, and runs when it is there',
    async (lang) => {
      const folder = temporaryFolder();
      await telepay(['init', folder, '--lang', lang, '--month', MONTH]);
      const empty = await telepay(['run', MONTH], { cwd: folder });
      expect(empty.code).toBe(1);
      for (const name of Object.keys(HEADERS.en)) expect(empty.stderr).toMatch(new RegExp(`^${name}: `, 'm'));
      expect(existsSync(join(folder, 'out', MONTH))).toBe(false);

      writeFileSync(join(folder, 'months', MONTH, 'agents.csv'), CLEAN_MONTH['agents.csv'] ?? '');
      const half = await telepay(['run', MONTH], { cwd: folder });
      expect(half.code).toBe(1);
      expect(half.stderr).not.toMatch(/^agents\.csv/m);
      expect(half.stderr).toMatch(/^calls\.csv: /m);

      writeMonth(folder, CLEAN_MONTH);
      expect((await telepay(['run', MONTH], { cwd: folder })).code).toBe(0);
    },
  );
});
