/** Another firm's plan, the one that docs/plan-language.md shows whole: by two exports, from run to verify. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FILES } from './columns.js';
import {
  cellsOf,
  type Ending,
  filesBelow,
  MONTH,
  PROJECT,
  telepay,
  temporaryFolder,
  writeMonth,
} from './program.js';
import type { Files } from '../input/month-folder.js';

const GUIDE = readFileSync(join(PROJECT, 'docs/plan-language.md'), 'utf8');
const PLAN = /^## What a plan must have$.*?^```yaml\n(.*?)^```$/ms.exec(GUIDE)?.[1] ?? '';

/** A1: 8% of 12,500.50 + 300 = 1,024.04. A2: 8% of 1,000 = 80, raised to 300. A3 sold nothing: 300. */
const EXPORTS: Files = {
  'agents.csv':
    'agent_id,name,team,role,hired_on\nA1,Ann,North,agent,2024-01-15\nA2,Bo,North,agent,2025-04-10\n' +
    'A3,Cy,South,team_leader,2023-02-01\n',
  'measures.csv':
    'agent_id,date,measure,value\nA1,2025-04-03,sales,12500.50\nA1,2025-04-20,sales,300\nA2,2025-04-21,sales,1000\n',
};

/** `currency`: its line of the rule file. */
function workspace(exports: Files = EXPORTS, currency = ''): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'rules'));
  writeFileSync(join(folder, 'rules/sales.yaml'), `${currency}${PLAN}`);
  writeMonth(folder, exports);
  return folder;
}

const run = (cwd: string, ...args: string[]): Promise<Ending> => telepay(args, { cwd });

describe('a plan without products', () => {
  it('runs by agents.csv and measures.csv, without a warning', async () => {
    const folder = workspace();
    const ending = await run(folder, 'run', MONTH);
    expect([ending.code, ending.stderr.includes('warning')]).toEqual([0, false]);
    expect(ending.stdout).toContain('Warnings: none');
    const rows = cellsOf(join(folder, 'out', MONTH, 'payroll.csv'));
    const paid = rows[0]?.indexOf('paid') ?? -1;
    expect(rows.slice(1).map((row) => [row[0], row[paid]])).toEqual([
      ['A1', '1024.04'],
      ['A2', '300.00'],
      ['A3', '300.00'],
    ]);
  });

  it('writes every report; those of what it has not are their header', async () => {
    const folder = workspace();
    await run(folder, 'run', MONTH);
    const out = join(folder, 'out', MONTH);
    expect(readdirSync(out).toSorted()).toEqual(FILES);
    const empty = FILES.filter((name) => name.endsWith('.csv') && cellsOf(join(out, name)).length === 1);
    expect(empty).toEqual(
      'checks commission daily funnel penalties problems scores signups'
        .split(' ')
        .map((name) => `${name}.csv`),
    );
  });

  it('is explained, closed and verified', async () => {
    const folder = workspace();
    const explained = await run(folder, 'explain', 'A1', MONTH);
    expect(explained.stdout).toContain('12800.5  sales');
    expect(explained.stdout).toContain('「Each agent is paid 8% of the sales of the month, at least 300.」');
    await run(folder, 'run', MONTH);
    expect((await run(folder, 'close', MONTH, '--yes', '--by', 'Ann')).code).toBe(0);
    expect((await run(folder, 'verify')).stdout).toContain('byte for byte the same');
  });

  it('still needs the measures that it names', async () => {
    const ending = await run(workspace({ 'agents.csv': EXPORTS['agents.csv'] ?? '' }), 'check', MONTH);
    expect([ending.code, ending.stdout + ending.stderr]).toEqual([1, expect.stringContaining('E0414')]);
  });

  it('takes an export of sign-ups only without rows', async () => {
    const header = 'signup_id,agent_id,signed_at,customer_no,product\n';
    const empty = await run(workspace({ ...EXPORTS, 'signups.csv': header }), 'check', MONTH);
    expect(empty.code).toBe(0);
    const signups = `${header}S1,A1,2025-04-02 09:00,13900000101,MAIL\n`;
    const refused = await run(workspace({ ...EXPORTS, 'signups.csv': signups }), 'check', MONTH);
    expect([refused.code, refused.stdout + refused.stderr]).toEqual([1, expect.stringContaining('E0402')]);
  });
});

/** 8% of 12,800.5 = 1,024.04; the others get 300. In whole units 1,024; to three decimals 1,024.040. */
const CURRENCIES: [string, string, string, string][] = [
  ['USD', '{ code: USD, places: 2 }', '1024.04', '300.00'],
  ['KRW', '{ code: KRW, places: 0 }', '1024', '300'],
  ['KWD', '{ code: KWD, places: 3 }', '1024.040', '300.000'],
];

describe.each(CURRENCIES)('a plan in %s', (code, currency, first, second) => {
  const inCurrency = (): string => workspace(EXPORTS, `currency: ${currency}\n`);

  it('prints its amounts with the decimals of the currency', async () => {
    const folder = inCurrency();
    const ending = await run(folder, 'run', MONTH);
    expect(ending.stdout).toContain(`Totals (${code})`);
    const out = join(folder, 'out', MONTH);
    const rows = cellsOf(join(out, 'payroll.csv'));
    const paid = rows[0]?.indexOf('paid') ?? -1;
    expect(rows.slice(1).map((row) => row[paid])).toEqual([first, second, second]);
    const lines = cellsOf(join(out, 'lines.csv'));
    expect(lines[1]?.[lines[0]?.indexOf('amount') ?? -1]).toBe(first);
    const summary: unknown = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'));
    expect(summary).toMatchObject({ currency: code });
  });

  it.each(['en', 'zh'])(
    'speaks of no yuan and no fen (%s), from run to payment and comparison',
    async (language) => {
      const folder = inCurrency();
      const months = join(folder, 'months');
      cpSync(join(months, MONTH), join(months, '2025-05'), { recursive: true });
      const measures = join(months, '2025-05/measures.csv');
      writeFileSync(measures, readFileSync(measures, 'utf8').replaceAll('2025-04', '2025-05'));
      const commands = [
        ['run', MONTH],
        ['explain', 'A1', MONTH],
        ['explain', 'A1', MONTH, '--json'],
        ['close', MONTH, '--yes', '--by', 'Ann'],
        ['variance', '2025-05'],
        ['run', '2025-05'],
        ['verify'],
      ];
      for (const command of commands) {
        const { code: exit, stdout, stderr } = await run(folder, ...command, '--lang', language);
        expect([command.join(' '), exit, stderr]).toEqual([command.join(' '), 0, stderr]);
        expect(`${stdout}${stderr}`).not.toMatch(/yuan|fen\b|元|到分/);
      }
      for (const [, text] of filesBelow(join(folder, 'out')) ?? []) expect(text).not.toMatch(/yuan|元/);
    },
  );
});
