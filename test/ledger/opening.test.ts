/** A firm that begins with telepay in the middle of a quarter is paid as if it had always used it. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Month, parseMonth } from '../../src/base/period.js';
import type { ClosedSignup, Past } from '../../src/calc/past.js';
import { close } from '../../src/commands/close.js';
import { grade } from '../../src/commands/grade.js';
import { open } from '../../src/commands/open.js';
import type { CommandResult } from '../../src/commands/outcome.js';
import { run } from '../../src/commands/run.js';
import { verify } from '../../src/commands/verify.js';
import { readChain } from '../../src/ledger/chain.js';
import { pastOf } from '../../src/ledger/history.js';
import { checksumText, sha256 } from '../../src/ledger/manifest.js';
import { readSettings } from '../../src/workspace/settings.js';
import type { Workspace } from '../../src/workspace/workspace.js';
import { differences } from '../calc/compare.js';
import type { Cells } from '../calc/reports.js';
import type { Files } from '../input/month-folder.js';
import { openingFiles } from './opening-files.js';

const QUARTER = resolve('fixtures/golden/quarter');
const MONTHS = ['2025-04', '2025-05', '2025-06'];
const by = '王会计';
const common = {
  rules: undefined,
  by,
  note: '',
  at: '2025-07-01T00:00:00.000Z',
  language: { messages: 'en', files: 'en' },
  program: 'telepay',
  confirm: () => Promise.resolve(true),
} as const;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function monthNamed(text: string): Month {
  const month = parseMonth(text);
  if (!month) throw new Error(text);
  return month;
}

/** A workspace with these months of the quarter. */
function workspaceOf(months: readonly string[]): Workspace {
  const folder = mkdtempSync(join(tmpdir(), 'telepay-opening-'));
  folders.push(folder);
  for (const month of months)
    cpSync(join(QUARTER, 'months', month), join(folder, 'months', month), { recursive: true });
  cpSync(resolve('rules'), join(folder, 'rules'), { recursive: true });
  const reading = readSettings(folder);
  if ('problems' in reading) throw new Error('settings');
  return { folder, settings: reading.settings };
}

const runMonth = (workspace: Workspace, month: string): Promise<CommandResult> =>
  run({
    ...common,
    workspace,
    month: monthNamed(month),
    provisional: false,
    strict: 'none',
    out: undefined,
  });

async function closeMonths(workspace: Workspace, months: readonly string[]): Promise<void> {
  for (const month of months) {
    expect((await runMonth(workspace, month)).refused, month).toBe(false);
    const closing = { ...common, workspace, month: monthNamed(month), provisional: false } as const;
    expect((await close({ ...closing, strict: 'none' })).refused, month).toBe(false);
  }
}

function openWith(workspace: Workspace, month: string, files: Files): Promise<CommandResult> {
  const from = join(workspace.folder, 'opening');
  rmSync(from, { recursive: true, force: true });
  mkdirSync(from);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(from, name), content);
  return open({ ...common, workspace, month: monthNamed(month), from });
}

const read = (path: string): Cells[] => parse(readFileSync(path, 'utf8'), { bom: true, columns: true });
const agentsOf = (month: string): string =>
  readFileSync(join(QUARTER, 'months', month, 'agents.csv'), 'utf8');

/** What a workspace that closes the whole quarter leaves to the month. */
let pastBefore: (month: string) => Past;

beforeAll(async () => {
  const whole = workspaceOf(MONTHS);
  await closeMonths(whole, MONTHS);
  const chain = readChain(join(whole.folder, 'ledger'));
  if ('problems' in chain) throw new Error('chain');
  pastBefore = (month) => pastOf(chain.entries, monthNamed(month));
}, 120_000);

/** All cells of the reports, and of the grades, that differ from the independent calculation. */
async function differing(workspace: Workspace, months: readonly string[]): Promise<string[]> {
  const graded = await grade({ workspace, quarter: '2025-Q2', language: common.language });
  expect(graded.refused).toBe(false);
  const reports = months.flatMap((month) =>
    readdirSync(join(QUARTER, 'expected', month))
      .filter((file) => file !== 'grades.csv')
      .flatMap((file) =>
        differences(
          file,
          read(join(QUARTER, 'expected', month, file)),
          read(join(workspace.folder, 'out', month, file)),
        ).map((cell) => `${month} ${file} ${cell}`),
      ),
  );
  const grades = differences(
    'grades.csv',
    read(join(QUARTER, 'expected/2025-06/grades.csv')).map(rounded),
    read(join(workspace.folder, 'out/2025-Q2/grades.csv')).map(rounded),
  );
  return [...reports, ...grades];
}

/** The mean as six decimals show it, which is all that both print. */
const rounded = (row: Cells): Cells => ({ ...row, mean: Number(row['mean']).toFixed(6) });

const all = (): boolean => true;
const isUnpaid = ({ outcome }: ClosedSignup): boolean => outcome === 'unbilled' || outcome === 'no_billing';

/** Sign-ups that later incidents name: without them in the list nobody could tell what to take back or fine. */
const NAMED = ['2025-05', '2025-06'].flatMap((month) =>
  read(join(QUARTER, 'months', month, 'incidents.csv')).map((row) => row['signup_id'] ?? ''),
);
const isUnpaidOrNamed = (one: ClosedSignup): boolean => isUnpaid(one) || NAMED.includes(one.signup_id);

const without = (files: Files, ...names: readonly string[]): Files =>
  Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)));

/** As an office of a Chinese firm saves it. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /signup_id,agent_id,signed_at,customer_no,product,outcome,points,billed/,
    '受理编号,工号,受理时间,客户号码,业务代码,结果,积分,已出账金额',
  ],
  [
    /month,agent_id,product,gross,counted,reversed,forced,amount/,
    '月份,工号,业务代码,受理量,算量,撤销量,强开通,金额',
  ],
  [/month,agent_id,score/, '月份,工号,得分'],
  [/agent_id,amount/, '工号,金额'],
  [/,unbilled,/g, ',未出账,'],
  [/,no_billing,/g, ',无账单,'],
  [/,counted,/g, ',算量,'],
  [/,reversed,/g, ',撤销,'],
  [/,forced,/g, ',强开通,'],
  [/,duplicate,/g, ',重复,'],
];
const inChinese = (files: Files): Files =>
  Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      name,
      iconv.encode(
        WORDS.reduce(
          (text, [english, chinese]) => text.replaceAll(new RegExp(english, 'g'), chinese),
          String(content),
        ),
        'gb18030',
      ),
    ]),
  );

describe('May and June and the grades agree in every cell with the independent calculation', () => {
  it.each<[string, () => Files]>([
    [
      'with every sign-up of April listed',
      () => openingFiles(pastBefore('2025-05'), agentsOf('2025-04'), all),
    ],
    [
      'the same without counts.csv: what is listed is all there was',
      () => without(openingFiles(pastBefore('2025-05'), agentsOf('2025-04'), all), 'counts.csv'),
    ],
    [
      'with only those listed that are unpaid or that an incident will name, and the others in numbers',
      () => openingFiles(pastBefore('2025-05'), agentsOf('2025-04'), isUnpaidOrNamed),
    ],
    [
      'in Chinese and GB18030',
      () => inChinese(openingFiles(pastBefore('2025-05'), agentsOf('2025-04'), isUnpaidOrNamed)),
    ],
  ])('%s', async (_, files) => {
    const workspace = workspaceOf(['2025-05', '2025-06']);
    const opened = await openWith(workspace, '2025-05', files());
    expect(opened.problems.filter((one) => one.code !== 'W0403').map((one) => one.code)).toEqual([]);
    expect(opened.data).toMatchObject({ sealed: true });
    await closeMonths(workspace, ['2025-05', '2025-06']);
    const verified = await verify({ workspace, language: 'en', head: undefined, program: common.program });
    expect(verified.problems.map((one) => one.code)).toEqual([]);
    expect(verified.data).toMatchObject({ entries: [{ kind: 'open', computed_again: 'same' }, {}, {}] });
    expect(await differing(workspace, ['2025-05', '2025-06'])).toEqual([]);
  });

  // April's sign-ups that May paid late are unbilled with points; those that May took back have none left.
  it('June, opened with April and May', async () => {
    const workspace = workspaceOf(['2025-06']);
    const files = openingFiles(pastBefore('2025-06'), agentsOf('2025-05'), all);
    const opened = await openWith(workspace, '2025-06', files);
    expect(opened.data).toMatchObject({
      sealed: true,
      months: [{ month: '2025-04' }, { month: '2025-05' }],
    });
    await closeMonths(workspace, ['2025-06']);
    expect(await differing(workspace, ['2025-06'])).toEqual([]);
  });
});

describe('what is not told is not paid', () => {
  it('May without an opening lacks late lines and debts', async () => {
    const workspace = workspaceOf(['2025-05']);
    // Nor can it be run with incidents about sign-ups of April.
    const refused = await runMonth(workspace, '2025-05');
    expect(refused.problems.filter((one) => one.severity === 'error').map((one) => one.code)).toEqual([
      'E0412',
      'E0412',
      'E0412',
    ]);
    const path = join(workspace.folder, 'months/2025-05/incidents.csv');
    const lines = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, lines.filter((line) => !/forced_activation.*上月受理/.test(line)).join('\n'));
    expect((await runMonth(workspace, '2025-05')).refused).toBe(false);
    const differ = differences(
      'payroll.csv',
      read(join(QUARTER, 'expected/2025-05/payroll.csv')),
      read(join(workspace.folder, 'out/2025-05/payroll.csv')),
    );
    for (const column of ['prior_period', 'debt_in', 'clawbacks'])
      expect(
        differ.some((cell) => cell.includes(` ${column}: `)),
        column,
      ).toBe(true);
  });

  it('a sign-up known by number alone can be neither taken back nor fined: the month is refused', async () => {
    const workspace = workspaceOf(['2025-05']);
    await openWith(workspace, '2025-05', openingFiles(pastBefore('2025-05'), agentsOf('2025-04'), isUnpaid));
    const refused = await runMonth(workspace, '2025-05');
    // Two of the three that were forced in April had been paid; the unpaid one is listed.
    expect(refused.problems.filter((one) => one.severity === 'error').map((one) => one.code)).toEqual([
      'E0412',
      'E0412',
    ]);
  });
});

describe('an opening', () => {
  const files = (): Files => openingFiles(pastBefore('2025-05'), agentsOf('2025-04'), isUnpaid);

  it('again with the same files does nothing and says so, closed months or not', async () => {
    const workspace = workspaceOf(['2025-05']);
    const first = await openWith(workspace, '2025-05', files());
    const { head } = first.data as { head: string };
    const again = await openWith(workspace, '2025-05', files());
    expect(again.refused).toBe(false);
    expect(again.text).toContain('nothing to do');
    expect(again.data).toMatchObject({ seal: head });
    expect(readdirSync(join(workspace.folder, 'ledger')).filter((name) => !name.startsWith('.'))).toEqual([
      '2025-04',
    ]);
  });

  it('is read again by verify: a debt changed by someone who makes the hashes fit is named', async () => {
    const workspace = workspaceOf(['2025-05']);
    await openWith(workspace, '2025-05', files());
    const path = 'state/2025-04/debts.json';
    const entry = join(workspace.folder, 'ledger/2025-04');
    const read = (name: string): string => readFileSync(join(entry, name), 'utf8');
    const before = sha256(read(path));
    writeFileSync(join(entry, path), read(path).replace(/"amount":"/, '"amount":"9'));
    const manifest = read('manifest.json').replace(before, sha256(read(path)));
    writeFileSync(join(entry, 'manifest.json'), manifest);
    writeFileSync(join(entry, 'manifest.json.sha256'), checksumText(sha256(manifest)));
    const found = await verify({ workspace, language: 'en', head: undefined, program: common.program });
    expect(found.problems.map(({ code, place }) => [code, place.file])).toEqual([
      ['E0843', `ledger/2025-04/${path}`],
    ]);
  });

  it('with other files is refused, and the files are named', async () => {
    const workspace = workspaceOf(['2025-05']);
    await openWith(workspace, '2025-05', files());
    const { problems, refused } = await openWith(workspace, '2025-05', without(files(), 'scores.csv'));
    expect(refused).toBe(true);
    expect(problems.map((one) => one.code)).toEqual(['E0821']);
    expect(problems[0]?.explain('en').message).toContain('scores.csv');
  });

  it.each([
    ['of another month', '2025-06'],
    ['of the month before', '2025-04'],
  ])('%s is refused once the ledger has begun', async (_, month) => {
    const workspace = workspaceOf(['2025-05']);
    await openWith(workspace, '2025-05', files());
    expect((await openWith(workspace, month, files())).problems.map((one) => one.code)).toContain('E0820');
  });

  it('is refused where a month is closed', async () => {
    const workspace = workspaceOf(['2025-04']);
    await closeMonths(workspace, ['2025-04']);
    for (const month of ['2025-04', '2025-05']) {
      const refused = await openWith(workspace, month, files());
      expect(refused.problems.map((one) => one.code)).toEqual(['E0820']);
    }
  });

  it('is followed by its first month alone; month zero is never closed, run or not', async () => {
    const workspace = workspaceOf(['2025-04', '2025-06']);
    await openWith(workspace, '2025-05', files());
    expect((await runMonth(workspace, '2025-04')).refused).toBe(false);
    for (const month of ['2025-04', '2025-06']) {
      const closing = { ...common, workspace, month: monthNamed(month), provisional: false } as const;
      const refused = await close({ ...closing, strict: 'none' });
      expect(refused.problems.map((one) => one.code)).toContain('E0803');
      const next = refused.problems.find((one) => one.code === 'E0803')?.explain('en').message;
      expect(next).toContain('2025-05');
    }
  });

  it('not confirmed leaves no trace', async () => {
    const workspace = workspaceOf(['2025-05']);
    const from = join(workspace.folder, 'opening');
    mkdirSync(from);
    writeFileSync(join(from, 'agents.csv'), agentsOf('2025-04'));
    const month = monthNamed('2025-05');
    const left = await open({ ...common, workspace, month, from, confirm: () => Promise.resolve(false) });
    expect(left.data).toMatchObject({ sealed: false });
    expect(readChain(join(workspace.folder, 'ledger'))).toEqual({ entries: [] });
  });

  it('takes the rule file of the first month, and says so, where none was in force in month zero', async () => {
    const workspace = workspaceOf(['2025-04']);
    const from = join(workspace.folder, 'opening');
    mkdirSync(from);
    writeFileSync(join(from, 'agents.csv'), agentsOf('2025-04'));
    const request = { ...common, workspace, month: monthNamed('2025-04'), from };
    const opened = await open(request);
    expect(opened.data).toMatchObject({ sealed: true });
    expect(opened.problems.map((one) => one.code)).toContain('W0821');
  });

  it('refuses where the first month has no rule file either', async () => {
    const workspace = workspaceOf(['2025-04']);
    const from = join(workspace.folder, 'opening');
    mkdirSync(from);
    writeFileSync(join(from, 'agents.csv'), agentsOf('2025-04'));
    const request = { ...common, workspace, month: monthNamed('2025-03'), from };
    expect((await open(request)).problems.map((one) => one.code)).toEqual(['E0661']);
    const named = await open({ ...request, rules: join(workspace.folder, 'rules/2025.04.yaml') });
    expect(named.data).toMatchObject({ sealed: true });
    expect(named.problems.map((one) => one.code)).not.toContain('W0821');
  });
});
