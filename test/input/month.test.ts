/** A month as a whole: what is read from which file, and what holds between files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatMoney } from '../../src/base/exact.js';
import { headerOf, readFiles, readFolder, SOUND_MONTH, told, without, withRows } from './month-folder.js';

const call = (id: string, agent: string, time: string): string =>
  `${id},${agent},${time},outbound,busy,0,139,marketing`;
const CALL = '2025-04-01 10:00:00,outbound,busy,0,139,marketing';

describe('a sound month', () => {
  it('gives every row with its values and place', async () => {
    const { exports, calls } = await readFiles({
      ...SOUND_MONTH,
      'agents.csv':
        'agent_id,name,team,role,hired_on,left_on,subsidy_phone,monthly_base,中心,等级\n' +
        'A1,王小兰,一组,电话营销代表,2024/1/15,2025/4/30,13900000001,"1,800.50",南京,三级\nA2,赵敏,一组,duty_manager,2022-03-01,,,,,\n',
    });
    expect(exports?.agents).toMatchObject([
      {
        at: { file: 'agents.csv', line: 2 },
        agent_id: 'A1',
        name: '王小兰',
        team: '一组',
        role: 'agent',
        hired_on: '2024-01-15',
        left_on: '2025-04-30',
        subsidy_phone: '13900000001',
        site: '南京',
        grade: '三级',
        other: {},
      },
      { at: { file: 'agents.csv', line: 3 }, role: 'duty_manager' },
    ]);
    const [first, second] = exports?.agents ?? [];
    expect(first?.monthly_base && formatMoney(first.monthly_base)).toBe('1800.50');
    // What is not in the file is absent, not empty.
    for (const column of ['left_on', 'site', 'grade'])
      expect(second && Object.keys(second)).not.toContain(column);
    expect(calls).toEqual([
      {
        at: { file: 'calls.csv', line: 2 },
        call_id: 'C1',
        agent_id: 'A1',
        started_at: '2025-04-01 09:00:00',
        direction: 'outbound',
        result: 'answered',
        duration_s: 60,
        customer_no: '13900000101',
        campaign: 'marketing',
      },
    ]);
  });

  it('counts per file what was read, and says which bytes', async () => {
    const { files } = await readFiles({
      ...SOUND_MONTH,
      'leads.csv': 'agent_id,date,customer_no\n\nA1,2025-04-01,1\n,,\n',
    });
    // printf 'agent_id,date,customer_no\n\nA1,2025-04-01,1\n,,\n' | sha256sum
    expect(files.find(({ file }) => file === 'leads.csv')).toEqual({
      file: 'leads.csv',
      encoding: 'utf-8',
      sha256: 'd05a488a3970ed1f2aed91203348a953e92c4d9b3d9994259e9a0c986663753c',
      bytes: 46,
      rows: 1,
      used: 1,
      reported: 0,
      set_aside: 0,
      blank: 2,
    });
    expect(files).toHaveLength(Object.keys(SOUND_MONTH).length);
  });

  it('asks for the sink of the calls once, when all other files were read', async () => {
    const { asked, exports } = await readFiles(SOUND_MONTH);
    expect(asked).toEqual([exports]);
  });

  it('does not ask for it where an error was found before, but checks the calls all the same', async () => {
    const rows = { 'leads.csv': 'A1,2025-04-31,1', 'calls.csv': call('C2', 'A9', '2025-04-01 10:00:00') };
    const reading = await readFiles(withRows(rows));
    expect(told(reading)).toEqual(['E0401 calls.csv 3 4', 'E0307 leads.csv 3 4']);
    expect(reading).toMatchObject({ asked: [], calls: [], exports: undefined });
  });
});

describe('optional files', () => {
  it('that are missing or without rows are undefined, which is not the same as no cases', async () => {
    const { exports, problems } = await readFiles({
      ...without('contacts.csv'),
      'talks.csv': 'manager_id,agent_id,date\n',
    });
    expect(exports).toMatchObject({ contacts: undefined, talks: undefined });
    expect(problems.map((one) => [one.code, one.place.file])).toEqual([
      ['W0403', 'contacts.csv'],
      ['W0404', 'talks.csv'],
    ]);
  });

  it('whose rows are all set aside count as without rows', async () => {
    const reading = await readFiles(
      { ...SOUND_MONTH, 'talks.csv': 'manager_id,agent_id,date\nA2,A1,2025-05-01\n' },
      { outsideMonth: new Map([['talks', 'set_aside']]) },
    );
    expect(told(reading)).toEqual(['W0404 talks.csv', 'W0405 talks.csv 2 7']);
    expect(reading.exports?.talks).toBeUndefined();
  });
});

describe('rows outside the month', () => {
  const files = withRows({ 'calls.csv': call('C2', 'A9', '2025-03-31 23:59:59') });

  it('are errors', async () => {
    // Nobody is A9: that is told too.
    expect(told(await readFiles(files))).toEqual(['E0401 calls.csv 3 4', 'E0407 calls.csv 3 7']);
  });

  it('are set aside, listed and not used where telepay.yaml says so', async () => {
    const reading = await readFiles(files, { outsideMonth: new Map([['calls', 'set_aside']]) });
    expect(told(reading)).toEqual(['W0405 calls.csv 3 7']);
    expect(reading.calls.map((one) => one.call_id)).toEqual(['C1']);
    expect(reading.files.at(-1)).toMatchObject({ rows: 2, used: 1, set_aside: 1, reported: 0 });
  });

  it.each([
    ['signups.csv', 'S2,A1,2025-05-01 00:00:00,139,MAIL', 'E0407 signups.csv 3 7'],
    ['attendance.csv', 'A1,2025-05-01,rest', 'E0407 attendance.csv 4 4'],
    ['incidents.csv', 'E2,A1,2025-05-01,point_wrong,no', 'E0407 incidents.csv 3 7'],
    ['tests.csv', 'A1,2025-05-01,typing,60', 'E0407 tests.csv 3 4'],
    ['contacts.csv', 'A1,2025-05-01 00:00,no', 'E0407 contacts.csv 3 4'],
    ['talks.csv', 'A2,A1,2025-05-01', 'E0407 talks.csv 3 7'],
    ['leads.csv', 'A1,2025-05-01,139', 'E0407 leads.csv 3 4'],
    ['measures.csv', 'A1,2025-05-01,collected,1', 'E0407 measures.csv 3 4'],
    ['measures.csv', 'A1,2025-05,collected,1', 'E0407 measures.csv 3 4'],
  ])('%s: %s', async (file, row, expected) => {
    expect(told(await readFiles(withRows({ [file]: row })))).toContain(expected);
  });

  it.each([
    ['billing.csv', '13900000101,MAIL,2025-05,rent,1.00,active'],
    ['do_not_disturb.csv', '139,2024-01-01'],
    ['visits.csv', '139,2030-01-01'],
  ])('are no matter for %s', async (file, row) => {
    expect(told(await readFiles(withRows({ [file]: row })))).toEqual([]);
  });
});

describe('what may stand only once', () => {
  it.each([
    ['agents.csv', 'A1,李,一组,agent,2024-01-01', 'E0404 agents.csv 4 1'],
    ['calls.csv', call('C1', 'A1', '2025-04-01 10:00:00'), 'E0404 calls.csv 3 1'],
    ['signups.csv', 'S1,A1,2025-04-01 09:01:00,13900000101,MAIL', 'E0404 signups.csv 3 1'],
    ['incidents.csv', 'E1,A1,2025-04-01,point_wrong,no', 'E0404 incidents.csv 3 1'],
    ['attendance.csv', 'A1,2025/4/1,出勤', 'E0405 attendance.csv 4 1'],
    ['targets.csv', '个人,A1,20', 'E0405 targets.csv 3 1'],
    ['tests.csv', 'A1,2025-04-01,打字,70', 'E0405 tests.csv 3 1'],
    ['contacts.csv', 'A1,2025/4/1 18:00:00,no', 'E0405 contacts.csv 3 1'],
  ])('%s: %s', async (file, row, expected) => {
    expect(told(await readFiles(withRows({ [file]: row })))).toEqual([expected]);
  });

  it.each([
    ['attendance.csv', 'A1,2025-04-01,late'],
    ['billing.csv', '13900000101,MAIL,2025-04,rent,4.00,active'],
    ['talks.csv', 'A2,A1,2025-04-01'],
    ['leads.csv', 'A1,2025-04-01,13900000150'],
    ['visits.csv', '13900000102,2025-03-20'],
    ['do_not_disturb.csv', '13900000199,2025-04-01'],
    ['measures.csv', 'A1,2025-04-01,collected,5'],
  ])('not %s: the rows are all used', async (file, row) => {
    const reading = await readFiles(withRows({ [file]: row }));
    expect(told(reading)).toEqual([]);
    expect(reading.files.find((one) => one.file === file)).toMatchObject({ reported: 0 });
  });

  it('names the place of the first, in whatever part it stands', async () => {
    const { problems } = await readFiles({ ...SOUND_MONTH, 'calls-2.csv': SOUND_MONTH['calls.csv'] ?? '' });
    // Parts are read by name, and - comes before the point: the second part's row is the first.
    expect(problems.map((one) => [one.place.file, one.explain('en').message])).toEqual([
      // The two parts are alike, which is told of the second.
      ['calls.csv', 'calls.csv is the same as calls-2.csv, byte for byte'],
      ['calls.csv', 'call_id "C1" stands already in calls-2.csv:2'],
    ]);
  });

  it('goes for closed months too', async () => {
    const past = { signup_agents: new Map([['S1', 'A1']]), incident_ids: new Set(['E1']) };
    expect(told(await readFiles(SOUND_MONTH, { past }))).toEqual([
      'E0406 incidents.csv 2 1',
      'E0406 signups.csv 2 1',
    ]);
  });
});

describe('one export put in twice', () => {
  it.each([
    ['billing-2.csv', 'billing.csv', ['E0217 billing.csv']],
    ['talks-2.csv', 'talks.csv', ['E0217 talks.csv']],
    ['leads-2.csv', 'leads.csv', ['E0217 leads.csv']],
  ])('is an error where its rows may repeat too: %s', async (part, file, expected) => {
    expect(told(await readFiles({ ...SOUND_MONTH, [part]: SOUND_MONTH[file] ?? '' }))).toEqual(expected);
  });

  it('is told of every part but the first', async () => {
    const billing = SOUND_MONTH['billing.csv'] ?? '';
    const reading = await readFiles({ ...SOUND_MONTH, 'billing-2.csv': billing, 'billing-3.csv': billing });
    expect(told(reading)).toEqual(['E0217 billing-3.csv', 'E0217 billing.csv']);
  });

  it('is not meant where parts have no rows, or hold the same rows among others', async () => {
    const empty = `${headerOf('billing.csv')}\n`;
    const overlapping = `${String(SOUND_MONTH['billing.csv'])}13900000101,MAIL,2025-05,rent,4.00,active\n`;
    for (const files of [
      { 'billing-1.csv': empty, 'billing-2.csv': empty },
      { 'billing-2.csv': overlapping },
    ]) {
      expect(told(await readFiles({ ...SOUND_MONTH, ...files }))).toEqual([]);
    }
  });
});

describe('people', () => {
  it.each([
    ['calls.csv', call('C2', 'A9', '2025-04-01 10:00:00'), 4],
    ['signups.csv', 'S2,A9,2025-04-01 09:01:00,139,MAIL', 4],
    ['attendance.csv', 'A9,2025-04-01,rest', 1],
    ['targets.csv', 'agent,A9,5', 7],
    ['incidents.csv', 'E2,A9,2025-04-01,point_wrong,no', 4],
    ['tests.csv', 'A9,2025-04-01,typing,60', 1],
    ['contacts.csv', 'A9,2025-04-01 10:00,no', 1],
    ['talks.csv', 'A9,A1,2025-04-01', 1],
    ['talks.csv', 'A2,A9,2025-04-01', 4],
    ['leads.csv', 'A9,2025-04-01,139', 1],
    ['measures.csv', 'A9,2025-04-01,collected,1', 1],
  ])('must be known: %s %s', async (file, row, column) => {
    const line = String(SOUND_MONTH[file]).split('\n').length;
    expect(told(await readFiles(withRows({ [file]: row })))).toContain(`E0401 ${file} ${line} ${column}`);
  });

  it('of visits must be known where they are given', async () => {
    const visits = 'customer_no,visited_on,agent_id\n1,2025-04-01,\n2,2025-04-01,A9\n';
    expect(told(await readFiles({ ...SOUND_MONTH, 'visits.csv': visits }))).toEqual([
      'E0401 visits.csv 3 14',
    ]);
  });

  it.each(['total', 'Total', 'TOTAL'])(
    'can not be called %s, which is the row of all of them',
    async (id) => {
      const agents = `${String(SOUND_MONTH['agents.csv'])}${id},合计,一组,agent,2024-01-01,\n`;
      expect(told(await readFiles({ ...SOUND_MONTH, 'agents.csv': agents }))).toEqual([
        'E0418 agents.csv 4 1',
      ]);
    },
  );

  it('of incidents may have left in an earlier month', async () => {
    const files = withRows({ 'incidents.csv': 'E2,A9,2025-04-01,point_wrong,yes' });
    expect(told(await readFiles(files, { past: { agent_ids: new Set(['A9']) } }))).toEqual([]);
  });

  it('with a mistake in their own row are told of once, there', async () => {
    const agents = String(SOUND_MONTH['agents.csv']).replace('2024-01-15', '2024-01-32');
    expect(told(await readFiles({ ...SOUND_MONTH, 'agents.csv': agents }))).toEqual([
      'E0307 agents.csv 2 17',
    ]);
  });

  // A1's calls and other rows are not drowned in errors about A1, and A9 is told as ever: once in each file.
  it.each([
    ['is cut short', 'A1', 'E0235 agents.csv 2 3'],
    ['has an open quotation mark', '"A1,王小兰,一组,agent,2024-01-15,', 'E0232 agents.csv 2 1'],
    ['has a damaged id', '1.1E+17,王小兰,一组,agent,2024-01-15,', 'E0303 agents.csv 2 1'],
  ])('of whom a row of agents.csv %s are told once in each file', async (_, row, expected) => {
    const reading = await readFiles({
      ...withRows({
        'calls.csv': ['C2,A1', 'C3,A9', 'C4,A9', 'C5,A1'].map((ids) => `${ids},${CALL}`).join('\n'),
        'leads.csv': 'A1,2025-04-02,1',
      }),
      'agents.csv': `${headerOf('agents.csv')}\n${row}\nA2,赵敏,一组,duty_manager,2022-03-01,\n`,
    });
    expect(told(reading).filter((one) => /^\S+ (agents|calls|leads)/.test(one))).toEqual([
      expected,
      ...['E0401 calls.csv 2 4', 'E0401 calls.csv 4 4', 'E0401 leads.csv 2 1'],
    ]);
    // The other rows can't be used either.
    expect(reading.files.at(-1)).toMatchObject({ file: 'calls.csv', rows: 5, used: 0, reported: 5 });
  });

  it('are unknown to nobody where agents.csv can not be read', async () => {
    const agents = 'agent_id,name,team,role,subsidy_phone\nA1,王小兰,一组,agent,\n';
    expect(told(await readFiles({ ...SOUND_MONTH, 'agents.csv': agents }))).toEqual(['E0214 agents.csv 1 1']);
  });

  it('nor where a part of it can not be read', async () => {
    const agents = 'agent_id,name,team,role,subsidy_phone\nA1,王小兰,一组,agent,\n';
    const files = {
      ...SOUND_MONTH,
      'agents-1.csv': agents,
      'agents.csv': `${headerOf('agents.csv')}\nA2,赵敏,一组,duty_manager,2022-03-01\n`,
    };
    expect(told(await readFiles(files))).toEqual(['E0214 agents-1.csv 1 1']);
  });

  it('work from their first day to their last, both included', async () => {
    const agents = String(SOUND_MONTH['agents.csv'])
      .replace('hired_on', 'hired_on,left_on')
      .replace('2024-01-15', '2025-04-02,2025-04-03')
      .replace('2022-03-01', '2022-03-01,');
    const days = ['01', '02', '03', '04'];
    const reading = await readFiles({
      ...SOUND_MONTH,
      'agents.csv': agents,
      'calls.csv':
        headerOf('calls.csv') +
        days.map((day, index) => `\n${call(`C${index}`, 'A1', `2025-04-${day} 23:59:59`)}`).join(''),
      'attendance.csv': `agent_id,date,status${days.map((day) => `\nA1,2025-04-${day},present`).join('')}\n`,
      'signups.csv': `${headerOf('signups.csv')}${days.map((day) => `\nS${day},A1,2025-04-${day} 00:00:00,1390000010${day.at(-1) ?? ''},MAIL`).join('')}\n`,
    });
    expect(told(reading).filter((one) => one.startsWith('E'))).toEqual([
      'E0408 attendance.csv 2 4',
      'E0409 attendance.csv 5 4',
      'E0408 calls.csv 2 7',
      'E0409 calls.csv 5 7',
      'E0408 signups.csv 2 8',
      'E0409 signups.csv 5 8',
    ]);
  });
});

describe('incidents and sign-ups', () => {
  const HEADER = 'incident_id,agent_id,date,kind,upheld,signup_id,cause\n';
  const past = { signup_agents: new Map([['OLD', 'A1']]) };
  it.each<[string, string, string[]]>([
    ['an upheld one that forces, of this month', 'E1,A1,2025-04-01,forced_activation,yes,S1', []],
    ['of a closed month', 'E1,A1,2025-04-01,forced_activation,yes,OLD', []],
    ['without a sign-up', 'E1,A1,2025-04-01,forced_activation,yes,', ['E0411 incidents.csv 2 40']],
    ['with an unknown one', 'E1,A1,2025-04-01,forced_activation,yes,S7', ['E0412 incidents.csv 2 40']],
    ['with another agent’s', 'E1,A2,2025-04-01,forced_activation,yes,S1', ['E0413 incidents.csv 2 40']],
    [
      'with another agent’s of a closed month',
      'E1,A2,2025-04-01,forced_activation,yes,OLD',
      ['E0413 incidents.csv 2 40'],
    ],
    ['not upheld: without a sign-up', 'E1,A1,2025-04-01,forced_activation,no,', []],
    [
      'not upheld: with an unknown one',
      'E1,A1,2025-04-01,forced_activation,pending,S7',
      ['W0409 incidents.csv 2 44'],
    ],
    ['a complaint without', 'E1,A1,2025-04-01,complaint,yes,,other', []],
    [
      'a complaint with an unknown one',
      'E1,A1,2025-04-01,complaint,yes,S7,other',
      ['W0409 incidents.csv 2 32'],
    ],
    [
      'a complaint with another agent’s',
      'E1,A2,2025-04-01,complaint,yes,S1,other',
      ['W0410 incidents.csv 2 32'],
    ],
    ['a complaint without cause', 'E1,A1,2025-04-01,complaint,yes,S1,', ['W0414 incidents.csv 2 35']],
    ['one not upheld without cause', 'E1,A1,2025-04-01,complaint,pending,S1,', []],
    [
      'a complaint of a misspelt cause',
      'E1,A1,2025-04-01,complaint,yes,S1,tarif',
      ['E0302 incidents.csv 2 35'],
    ],
  ])('%s', async (_, row, expected) => {
    const files = { ...SOUND_MONTH, 'incidents.csv': `${HEADER}${row}\n` };
    expect(told(await readFiles(files, { past }))).toEqual(expected);
  });

  it('say nothing of sign-ups where signups.csv has a mistake in that row', async () => {
    const reading = await readFiles({
      ...SOUND_MONTH,
      'signups.csv': 'signup_id,agent_id,signed_at,customer_no,product\nS1,A1,2025-04-01,13900000101,MAIL\n',
      'incidents.csv': `${HEADER}E1,A1,2025-04-01,forced_activation,yes,S1\n`,
    });
    expect(told(reading)).toEqual(['E0311 signups.csv 2 7']);
  });
});

describe('calls and attendance', () => {
  const sheet = (...rows: string[]): string =>
    `agent_id,date,status,minutes,approved\n${rows.map((row) => `${row}\n`).join('')}`;
  // A1 has a call on 1 April; A2 was there on the 1st, so that the team has attendance.
  it.each<[string, string, string[]]>([
    ['present', sheet('A1,2025-04-01,present,'), []],
    ['late', sheet('A1,2025-04-01,late,10'), []],
    ['absent', sheet('A1,2025-04-01,absent,'), ['W0505 calls.csv']],
    ['on leave for a day', sheet('A1,2025-04-01,leave,480'), ['W0505 calls.csv']],
    ['on leave for an hour', sheet('A1,2025-04-01,leave,60'), ['W0505 calls.csv']],
    ['on leave for an hour, and present', sheet('A1,2025-04-01,leave,60', 'A1,2025-04-01,present,'), []],
    ['absent for an hour, and present', sheet('A1,2025-04-01,absent,60', 'A1,2025-04-01,present,'), []],
    ['not recorded', sheet('A2,2025-04-01,present,'), ['W0504 calls.csv']],
  ])('%s', async (_, attendance, expected) => {
    expect(told(await readFiles({ ...SOUND_MONTH, 'attendance.csv': attendance }))).toEqual(expected);
  });

  it('a team whose people left before the month needs no attendance', async () => {
    const agents =
      'agent_id,name,team,role,hired_on,left_on,subsidy_phone\nA1,王,一组,agent,2024-01-15,\nA2,赵,一组,duty_manager,2022-03-01,\nA3,李,二组,agent,2022-03-01,2025-03-31\n';
    expect(told(await readFiles({ ...SOUND_MONTH, 'agents.csv': agents }))).toEqual([]);
  });

  it('are not compared where a row is faulty, since it would look like a gap', async () => {
    const attendance = sheet('A1,2025-04-01,here,', 'A2,2025-04-02,present,');
    expect(told(await readFiles({ ...SOUND_MONTH, 'attendance.csv': attendance }))).toEqual([
      'E0302 attendance.csv 2 15',
    ]);
  });
});

describe('a day of attendance', () => {
  const sheet = (...rows: string[]): string =>
    `agent_id,date,status,minutes,approved\n${rows.map((row) => `${row},\n`).join('')}`;
  it.each([
    ['rest,', 'present,', ['E0415 attendance.csv 3 15']],
    ['present,', 'rest,', ['E0415 attendance.csv 3 15']],
    ['absent,', 'late,5', ['E0415 attendance.csv 3 15']],
    ['early_leave,5', 'absent,', ['E0415 attendance.csv 3 15']],
    // Of some hours only, or no contradiction at all.
    ['absent,120', 'present,', []],
    ['leave,', 'present,', []],
    ['late,5', 'early_leave,5', []],
  ])('that is %s and %s', async (one, other, expected) => {
    const attendance = sheet(`A1,2025-04-01,${one}`, `A1,2025-04-01,${other}`);
    expect(told(await readFiles({ ...SOUND_MONTH, 'attendance.csv': attendance }))).toEqual(expected);
  });

  it('is each agent’s own, and each date’s', async () => {
    const attendance = sheet('A1,2025-04-01,present,', 'A2,2025-04-01,rest,', 'A1,2025-04-02,rest,');
    expect(told(await readFiles({ ...SOUND_MONTH, 'attendance.csv': attendance }))).toEqual([]);
  });

  it('without calls counts those who came, not those on leave of any length', async () => {
    const attendance = sheet(
      ...['A1,2025-04-01,present,', 'A1,2025-04-02,leave,60', 'A2,2025-04-02,absent,60'],
      ...['A1,2025-04-03,leave,60', 'A2,2025-04-03,present,'],
    );
    const { problems } = await readFiles({ ...SOUND_MONTH, 'attendance.csv': attendance });
    expect(problems.map((one) => one.explain('en').message)).toEqual([
      '1 agent came to work on 2025-04-03, but nobody has a call',
    ]);
  });
});

describe('activity in place of calls', () => {
  const counts = async (...cells: number[]): Promise<string[]> => {
    const activity = `agent_id,date,dialled_customers,answered_customers,dials,retention_dials,calls_over_300s,talk_s\nA1,2025-04-01,${cells.join(',')}\n`;
    return told(await readFiles({ ...without('calls.csv'), 'activity.csv': activity })).filter((one) =>
      one.startsWith('E'),
    );
  };
  it.each<[string, number[], string[]]>([
    ['as many customers and retention dials as dials', [3, 0, 3, 3, 0, 0], []],
    ['more customers dialled than dials', [4, 0, 3, 0, 0, 0], ['E0416 activity.csv 2 15']],
    ['more retention dials than dials', [3, 0, 3, 4, 0, 0], ['E0416 activity.csv 2 21']],
    // Inbound calls are answered too, so that answered customers may be more than dials.
    ['more customers answered than dials', [0, 9, 0, 0, 0, 0], []],
    // Two calls of more than 300 s each take more than 600 s.
    ['too little talk', [3, 2, 3, 0, 2, 600], ['E0417 activity.csv 2 25']],
    ['just enough talk', [3, 2, 3, 0, 2, 602], []],
    ['no talk and no long call', [3, 0, 3, 0, 0, 0], []],
  ])('that counts %s', async (_, cells, expected) => {
    expect(await counts(...cells)).toEqual(expected);
  });

  const activity = (dials: number): string =>
    'agent_id,date,dialled_customers,answered_customers,dials,retention_dials,calls_over_300s,talk_s\n' +
    `A1,2025-04-01,1,1,${dials},0,0,60\n`;

  it('gives its rows', async () => {
    const reading = await readFiles({ ...without('calls.csv'), 'activity.csv': activity(3) });
    expect(told(reading)).toEqual([]);
    expect(reading.exports?.activity).toMatchObject([
      { agent_id: 'A1', date: '2025-04-01', dials: 3, talk_s: 60 },
    ]);
    expect(reading.calls).toEqual([]);
  });

  it('shows days without calls', async () => {
    const reading = await readFiles({
      ...without('calls.csv'),
      'activity.csv': activity(0).replace(',1,1,', ',0,0,'),
    });
    expect(told(reading)).toEqual(['W0501 activity.csv']);
  });
});

describe('a provisional run', () => {
  it('needs no billing and gives none', async () => {
    const reading = await readFiles(without('billing.csv'), { provisional: true });
    expect(told(reading)).toEqual([]);
    expect(reading.exports).toBeDefined();
    expect(reading.exports?.billing).toBeUndefined();
  });
});

describe('the folder', () => {
  it('may hold files of programs and people', async () => {
    const reading = await readFiles({
      ...SOUND_MONTH,
      '.DS_Store': '',
      '~$calls.xlsx': '',
      'notes.txt': '',
      'roster.CSV': '',
      'calls.xls': '',
    });
    expect(told(reading)).toEqual(['W0408 calls.xls', 'W0407 notes.txt', 'W0407 roster.CSV']);
  });

  it('may hold folders, which are no exports', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'telepay-'));
    for (const [name, content] of Object.entries(SOUND_MONTH)) writeFileSync(join(folder, name), content);
    mkdirSync(join(folder, 'calls-old.csv'));
    const reading = await readFolder(folder);
    rmSync(folder, { recursive: true });
    expect(told(reading)).toEqual(['W0407 calls-old.csv']);
  });

  it('that is not there is an error', async () => {
    expect(told(await readFiles({}, { noFolder: true }))).toEqual(['E0201 months/2025-04']);
  });

  it('without a single file lacks all that is required', async () => {
    const reading = await readFiles({});
    expect(told(reading).filter((one) => one.startsWith('E'))).toEqual([
      'E0202 agents.csv',
      'E0202 attendance.csv',
      'E0202 billing.csv',
      'E0202 calls.csv',
      'E0202 signups.csv',
    ]);
  });

  it('with the headers of all files and no rows lacks rows', async () => {
    const headers = Object.keys(SOUND_MONTH).map((name) => [name, `${headerOf(name)}\n`] as const);
    const reading = await readFiles(Object.fromEntries(headers));
    expect(told(reading).filter((one) => one.startsWith('E'))).toEqual([
      'E0206 agents.csv',
      'E0206 attendance.csv',
      'E0206 billing.csv',
      'E0206 calls.csv',
      'E0206 signups.csv',
    ]);
  });
});
