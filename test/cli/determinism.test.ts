/** Equal exports, rules and program give equal bytes: under any time zone and locale, at any path. */
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  filesBelow,
  telepay,
  temporaryFolder,
  MONTH,
  workspaceWith,
  without,
  CLEAN_MONTH,
} from './program.js';

/** Dates at the month's ends, so that a shift of hours would show; names that locales sort and spell differently. */
const TOUCHY = {
  ...without(CLEAN_MONTH, 'contacts.csv'),
  'agents.csv':
    'agent_id,name,team,role,hired_on\nA1,王小兰,一组,agent,2024-01-15\nA2,赵敏,一组,duty_manager,2022-03-01\n' +
    'i1,İsmail,ISI,agent,2025-04-30\nI1,ılgın,isı,agent,2025-04-01\n',
  'attendance.csv':
    'agent_id,date,status\nA1,2025-04-01,present\nA2,2025-04-01,present\nI1,2025-04-01,late\ni1,2025-04-30,present\n',
  'calls.csv':
    'call_id,agent_id,started_at,direction,result,duration_s,customer_no,campaign\n' +
    'C1,A1,2025-04-01 00:00:00,outbound,answered,301,13900000101,marketing\n' +
    'c1,i1,2025-04-30 23:59:59,OUTBOUND,Answered,60,13900000102,Retention\n',
  'signups.csv':
    'signup_id,agent_id,signed_at,customer_no,product\nS1,A1,2025-04-01 00:00:00,13900000101,MAIL\n' +
    's1,i1,2025-04-30 23:59:59,13900000102,INFO_2\n',
};

const SURROUNDINGS: readonly Readonly<Record<string, string>>[] = [
  { TZ: 'UTC', LANG: 'C' },
  { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' },
  { TZ: 'America/New_York', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8' },
];

it.each(['clean', 'provisional'])('a %s month gives the same bytes everywhere', async (kind) => {
  const options = kind === 'provisional' ? ['--provisional'] : [];
  const month = kind === 'provisional' ? without(TOUCHY, 'billing.csv') : TOUCHY;
  const here = workspaceWith(month);
  const elsewhere = join(temporaryFolder(), 'a much longer path', '工作区');
  mkdirSync(elsewhere, { recursive: true });
  cpSync(here, elsewhere, { recursive: true });
  const results = [];
  for (const [index, env] of SURROUNDINGS.entries()) {
    const workspace = index % 2 === 0 ? here : elsewhere;
    const { code } = await telepay(['run', MONTH, '--workspace', workspace, ...options], { env });
    expect(code).toBe(0);
    results.push(filesBelow(join(workspace, 'out')));
  }
  expect(results[0]?.size).toBe(12);
  for (const result of results.slice(1)) expect(result).toEqual(results[0]);
});

it('a refused month gives the same list of problems everywhere', async () => {
  const workspace = workspaceWith({ ...TOUCHY, 'targets.csv': 'scope,id,target\nagent,i2,x\nagent,I2,1\n' });
  const lists = [];
  for (const env of SURROUNDINGS) {
    expect((await telepay(['run', MONTH], { cwd: workspace, env })).code).toBe(1);
    lists.push(filesBelow(join(workspace, 'out'))?.get(`${MONTH}.problems.csv`));
  }
  expect(lists[0]).toMatch(/targets\.csv/);
  expect(new Set(lists).size).toBe(1);
});
