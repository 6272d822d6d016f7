/** The files of an opening: read like exports, every row checked, every mistake told at its place. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toText } from '../../src/base/exact.js';
import { ProblemLog } from '../../src/base/problem-log.js';
import { readOpening } from '../../src/input/opening.js';
import type { Opening } from '../../src/input/opening-rows.js';
import { type Files, month, VOCABULARY } from './month-folder.js';

/** Month zero is April. B1 had left by then. */
const SOUND: Files = {
  'agents.csv':
    'agent_id,name,team,role,hired_on,left_on,bank\n' +
    'A1,王小兰,一组,agent,2024-01-15,,6222\nB1,赵敏,一组,agent,2022-03-01,2025-03-31,\n',
  'debts.csv': 'agent_id,amount\nB1,516.50\n',
  'signups.csv':
    'signup_id,agent_id,signed_at,customer_no,product,outcome,points,billed\n' +
    'S1,A1,2025-04-10 10:00,130,MAIL,counted,4,4.00\n' +
    'S2,A1,2025-04-11 10:00,131,MAIL,no_billing,,0\n' +
    'S3,B1,2025-03-11 10:00,132,MAIL,unbilled,4,0\n',
  'counts.csv':
    'month,agent_id,product,gross,counted,reversed,forced,amount\n' +
    '2025-04,A1,MAIL,5,3,1,0,12.00\n2025-04,B1,INFO_4,3,2,0,1,4.00\n',
  'scores.csv': 'month,agent_id,score\n2025-04,A1,86.67\n',
};

async function read(files: Files): Promise<{ opening: Opening | undefined; told: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'telepay-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const log = new ProblemLog();
    const vocabulary = { ...VOCABULARY, products: new Set(['INFO_4', 'INFO_6', 'MAIL']) };
    const request = { month: month('2025-04'), folder, vocabulary, columnNames: new Map() };
    const { opening } = await readOpening(request, log);
    const told = log
      .sorted()
      .map(({ code, place, value }) => [code, place.file, place.line, value].filter(Boolean).join(' '));
    return { opening, told };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const replaced = (file: string, from: string, to: string): Files => ({
  ...SOUND,
  [file]: String(SOUND[file]).replace(from, to),
});
const grown = (file: string, row: string): Files => ({ ...SOUND, [file]: `${String(SOUND[file])}${row}\n` });
const lacking = (...names: string[]): Files =>
  Object.fromEntries(Object.entries(SOUND).filter(([name]) => !names.includes(name)));

it('a sound opening has no problem, and every row comes out', async () => {
  const { opening, told } = await read(SOUND);
  expect(told).toEqual([]);
  expect(opening?.agents.map((row) => [row.agent_id, row.other])).toEqual([
    ['A1', { bank: '6222' }],
    ['B1', { bank: '' }],
  ]);
  expect(opening?.debts.map((row) => [row.agent_id, toText(row.amount)])).toEqual([['B1', '516.5']]);
  expect(
    opening?.signups.map((row) => [row.signup_id, row.outcome, row.points && toText(row.points)]),
  ).toEqual([
    ['S1', 'counted', '4'],
    ['S2', 'no_billing', undefined],
    ['S3', 'unbilled', '4'],
  ]);
  expect(opening?.counts.map((row) => [row.product, row.gross, row.counted, toText(row.amount)])).toEqual([
    ['MAIL', 5, 3, '12'],
    ['INFO_4', 3, 2, '4'],
  ]);
  expect(opening?.scores.map((row) => [row.month, row.agent_id, toText(row.score)])).toEqual([
    ['2025-04', 'A1', '86.67'],
  ]);
});

describe('each mistake refuses the opening, at its place', () => {
  it.each<[string, Files, string[]]>([
    ['no agents.csv', lacking('agents.csv'), ['E0823 agents.csv']],
    [
      'nobody in agents.csv',
      { 'agents.csv': 'agent_id,name,team,role,hired_on\n' },
      ['E0823 agents.csv', 'W0403 counts.csv', 'W0403 debts.csv', 'W0403 scores.csv', 'W0403 signups.csv'],
    ],
    ['one person twice', grown('agents.csv', 'A1,王小兰,一组,agent,2024-01-15,,'), ['E0404 agents.csv 4 A1']],
    ['a debt of somebody unknown', grown('debts.csv', 'A9,1'), ['E0401 debts.csv 3 A9']],
    ['a debt twice', grown('debts.csv', 'B1,1'), ['E0404 debts.csv 3 B1']],
    ['a debt of nothing', grown('debts.csv', 'A1,0.00'), ['E0829 debts.csv 3 0.00']],
    ['a debt below nothing', grown('debts.csv', 'A1,-5'), ['E0337 debts.csv 3 -5']],
    ['a debt in parts of a fen', grown('debts.csv', 'A1,1.005'), ['E0825 debts.csv 3 1.005']],
    ['a debt without its amount', grown('debts.csv', 'A1,'), ['E0301 debts.csv 3']],
    [
      'a column missing',
      replaced('debts.csv', 'agent_id,amount', 'agent_id,yuan'),
      ['E0214 debts.csv 1 amount'],
    ],
    [
      'a sign-up twice',
      grown('signups.csv', 'S1,A1,2025-04-12 10:00,133,MAIL,no_billing,,0'),
      ['E0404 signups.csv 5 S1'],
    ],
    [
      'a sign-up of the first month',
      grown('signups.csv', 'S4,A1,2025-05-01 10:00,133,MAIL,no_billing,,0'),
      ['E0824 signups.csv 5 2025-05-01 10:00'],
    ],
    [
      'a sign-up from before the agent was hired',
      grown('signups.csv', 'S4,A1,2024-01-14 10:00,133,MAIL,reversed,,0'),
      ['E0408 signups.csv 5 2024-01-14 10:00'],
    ],
    [
      'a sign-up after the agent left',
      grown('signups.csv', 'S4,B1,2025-04-01 10:00,133,INFO_4,reversed,,0'),
      ['E0409 signups.csv 5 2025-04-01 10:00'],
    ],
    [
      'a product that the rules do not know',
      grown('signups.csv', 'S4,A1,2025-03-12 10:00,133,INFO_8,reversed,,0'),
      ['E0402 signups.csv 5 INFO_8'],
    ],
    [
      'an outcome that there is not',
      grown('signups.csv', 'S4,A1,2025-03-12 10:00,133,MAIL,paid,4,0'),
      ['E0302 signups.csv 5 paid'],
    ],
    [
      'nothing said of what was billed',
      grown('signups.csv', 'S4,A1,2025-03-12 10:00,133,MAIL,reversed,,'),
      ['E0301 signups.csv 5'],
    ],
    [
      'points of a reversed sign-up',
      grown('signups.csv', 'S4,A1,2025-03-12 10:00,133,MAIL,reversed,4,0'),
      ['E0826 signups.csv 5 4'],
    ],
    [
      'points of a sign-up of month zero that no bill made count',
      replaced('signups.csv', 'no_billing,,0', 'no_billing,4,0'),
      ['E0826 signups.csv 3 4'],
    ],
    [
      'fewer counted than are listed',
      replaced('counts.csv', 'MAIL,5,3,1', 'MAIL,5,0,1'),
      ['E0827 counts.csv 2 0'],
    ],
    // 3 + 1 counted and reversed, and 1 listed without a bill.
    [
      'a gross that its parts exceed',
      replaced('counts.csv', 'MAIL,5,3,1', 'MAIL,4,3,1'),
      ['E0827 counts.csv 2 4'],
    ],
    [
      'counts that pass over a listed sign-up',
      replaced('counts.csv', '2025-04,A1,MAIL', '2025-04,A1,INFO_6'),
      ['E0828 signups.csv 2 S1'],
    ],
    [
      'one row of counts twice',
      grown('counts.csv', '2025-04,B1,INFO_4,3,2,0,1,4.00'),
      ['E0405 counts.csv 4'],
    ],
    [
      'counts of the first month',
      grown('counts.csv', '2025-05,A1,MAIL,1,1,0,0,4'),
      ['E0824 counts.csv 4 2025-05'],
    ],
    ['half a sign-up', grown('counts.csv', '2025-03,A1,MAIL,1.5,1,0,0,4'), ['E0338 counts.csv 4 1.5']],
    [
      'an amount that no payroll prints',
      grown('counts.csv', '2025-02,A1,MAIL,1,1,0,0,4.001'),
      ['E0825 counts.csv 4 4.001'],
    ],
    ['a score of the first month', grown('scores.csv', '2025-05,A1,80'), ['E0824 scores.csv 3 2025-05']],
    ['a score twice', grown('scores.csv', '2025-04,A1,80'), ['E0405 scores.csv 3']],
    ['a score of somebody unknown', grown('scores.csv', '2025-04,A9,80'), ['E0401 scores.csv 3 A9']],
    ['a score that is no number', grown('scores.csv', '2025-04,B1,good'), ['E0331 scores.csv 3 good']],
  ])('%s', async (_, files, expected) => {
    const { opening, told } = await read(files);
    expect(told).toEqual(expected);
    expect(opening).toBeUndefined();
  });

  it('all mistakes of all files in one go', async () => {
    const { told } = await read({
      ...SOUND,
      'debts.csv': 'agent_id,amount\nA9,1\nB1,0\n',
      'scores.csv': 'month,agent_id,score\n2025-05,A1,1.234\n',
    });
    expect(told).toEqual([
      'E0401 debts.csv 2 A9',
      'E0829 debts.csv 3 0',
      'E0824 scores.csv 2 2025-05',
      'E0825 scores.csv 2 1.234',
    ]);
  });
});

describe('what is missing is said in a warning, and opens all the same', () => {
  it.each<[string, Files, string[]]>([
    [
      'agents.csv alone',
      lacking('debts.csv', 'signups.csv', 'counts.csv', 'scores.csv'),
      ['W0403 counts.csv', 'W0403 debts.csv', 'W0403 scores.csv', 'W0403 signups.csv'],
    ],
    ['an empty file', { ...SOUND, 'debts.csv': 'agent_id,amount\n' }, ['W0404 debts.csv']],
    [
      'counted sign-ups without points: told once, at the first',
      replaced('signups.csv', 'counted,4,4.00', 'counted,,4.00'),
      ['W0820 signups.csv 2'],
    ],
    [
      'no column of points',
      {
        ...SOUND,
        'signups.csv':
          'signup_id,agent_id,signed_at,customer_no,product,outcome,billed\nS2,A1,2025-04-11 10:00,131,MAIL,no_billing,0\n',
      },
      ['W0413 signups.csv 1 points'],
    ],
    [
      'a month that counts.csv does not tell of: what is listed is all there was',
      lacking('counts.csv'),
      ['W0403 counts.csv'],
    ],
    ['a file that is none of these', { ...SOUND, 'calls.csv': '' }, ['W0407 calls.csv']],
  ])('%s', async (_, files, expected) => {
    const { opening, told } = await read(files);
    expect(told).toEqual(expected);
    expect(opening).toBeDefined();
  });
});
