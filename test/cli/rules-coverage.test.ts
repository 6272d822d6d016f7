/** `telepay rules coverage`: which parts of rule files pay rests on in some months, and which never. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cellsOf, telepay, temporaryFolder } from './program.js';

const PLAN = `
version: v1
effective_from: 2025-04-01
title: t
clauses: { S-1: commission, S-2: bonus, S-3: nothing rests on it, S-4: late }
measures:
  sales: { name: sales, when_absent: zero, stated: S-1 }
  visits: { name: visits, when_absent: zero, occasional: yes, stated: S-1 }
components:
  commission:
    name: commission
    clause: S-1
    column: product_commission
    amount: { scale: marginal, of: sales, bands: [{ up_to: 1000, pays: 5% }, { up_to: 2000, pays: 8% }, { pays: 10% }] }
    stated: S-1
  bonus:
    name: bonus
    clause: S-2
    column: allowances
    gate: [{ measure: sales, at_least: 500 }]
    amount: { cases: [{ when: [{ measure: visits, more_than: 100 }], pays: 100 }, { when: [{ measure: visits, at_least: 10 }], pays: visits }, { pays: 5 }] }
    stated: S-2
  by_table:
    name: by table
    clause: S-2
    column: allowances
    amount: { table: { rows: { role: [agent, team_leader] }, columns: { of: sales, from: [0, 1000] }, pays: [[1, 2], [3, 4]] } }
    stated: S-2
  late: { name: late, clause: S-4, class: disciplinary, fine: { attendance: late, charge: { per_occurrence: 20 } }, stated: S-4 }
net: { clause: S-1, negative: carry, stated: S-1 }
`;

/** A1 sells 1,500 in April and visits 12; A2 sells 400, visits none, and is late once; in May both sell 600. */
function workspace(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'rules'));
  writeFileSync(join(folder, 'rules/v1.yaml'), PLAN);
  writeFileSync(join(folder, 'rules/v2.yaml'), PLAN.replace('v1', 'v2').replace('2025-04-01', '2025-05-01'));
  const agents =
    'agent_id,name,team,role,hired_on\nA1,Ann,N,agent,2024-01-15\nA2,Bo,N,team_leader,2024-01-10\n';
  const months = {
    '2025-04': {
      'measures.csv':
        'agent_id,date,measure,value\nA1,2025-04,sales,1500\nA1,2025-04,visits,12\nA2,2025-04,sales,400\n',
      'attendance.csv': 'agent_id,date,status,minutes\nA2,2025-04-02,late,5\nA1,2025-04-02,present,\n',
    },
    '2025-05': {
      'measures.csv': 'agent_id,date,measure,value\nA1,2025-05,sales,600\nA2,2025-05,sales,600\n',
      'attendance.csv': 'agent_id,date,status,minutes\nA2,2025-05-02,present,\nA1,2025-05-02,present,\n',
    },
  };
  for (const [month, files] of Object.entries(months)) {
    mkdirSync(join(folder, 'months', month), { recursive: true });
    for (const [name, text] of Object.entries({ ...files, 'agents.csv': agents }))
      writeFileSync(join(folder, 'months', month, name), text);
  }
  return folder;
}

interface Part {
  readonly version: string;
  readonly path: string;
  readonly lines: number;
  readonly people: number;
  readonly amount: string;
  readonly stopped?: number;
}

async function partsOf(...args: string[]): Promise<readonly Part[]> {
  const { code, stdout } = await telepay(['rules', 'coverage', ...args, '--json'], { cwd: workspace() });
  expect(code).toBe(0);
  const { parts } = JSON.parse(stdout) as { parts: readonly Part[] };
  return parts;
}

const told = (parts: readonly Part[], path: string) => {
  const found = parts.find((one) => one.path === path);
  return found && [found.lines, found.people, found.amount, found.stopped];
};

describe('rules coverage', () => {
  it.each([
    // The commission, 90 + 20, and what else goes by the measures that it states: 12 + 2 + 3.
    ['clauses.S-1', [5, 2, '127.00', undefined]],
    ['clauses.S-2', [3, 2, '17.00', undefined]],
    ['clauses.S-3', [0, 0, '0.00', undefined]],
    ['components.commission', [2, 2, '110.00', undefined]],
    ['components.commission.amount.bands.1', [2, 2, '110.00', undefined]],
    ['components.commission.amount.bands.2', [1, 1, '90.00', undefined]],
    ['components.commission.amount.bands.3', [0, 0, '0.00', undefined]],
    // A2 sold less than 500.
    ['components.bonus.gate.1', [1, 1, '12.00', 1]],
    ['components.bonus.amount.cases.1', [0, 0, '0.00', undefined]],
    // It pays a measure, which is no value of the rule file.
    ['components.bonus.amount.cases.2', [1, 1, '12.00', undefined]],
    ['components.bonus.amount.cases.3', [0, 0, '0.00', undefined]],
    ['components.by_table.amount.table.pays.1.2', [1, 1, '2.00', undefined]],
    ['components.by_table.amount.table.pays.2.1', [1, 1, '3.00', undefined]],
    ['components.by_table.amount.table.pays.2.2', [0, 0, '0.00', undefined]],
    ['components.late', [1, 1, '-20.00', undefined]],
  ])('%s: lines, people, amount, not met', async (path, expected) => {
    expect(told(await partsOf('2025-04'), path)).toEqual(expected);
  });

  it('adds up months, each by the file that was in force', async () => {
    const parts = await partsOf('2025-05', '2025-04', '2025-04');
    const bonus = parts.filter(({ path }) => path === 'components.bonus');
    expect(bonus.map(({ version, lines, amount }) => [version, lines, amount])).toEqual([
      ['v1', 1, '12.00'],
      ['v2', 2, '10.00'],
    ]);
  });

  it('prints what fired and what never did, and writes the CSV to a new file', async () => {
    const folder = workspace();
    const args = ['rules', 'coverage', '2025-04', '--lang', 'en', '--out', 'c.csv'];
    const shown = await telepay(args, { cwd: folder });
    expect(shown.stdout).toMatch(/components\.late +late +S-4 +1 +1 +-20\.00/);
    expect(shown.stdout).toMatch(/^Never fired: \d+\n(?:.*\n)* +clauses\.S-3 /m);
    const cells = cellsOf(join(folder, 'c.csv'));
    expect(cells[0]?.slice(2, 4)).toEqual(['kind', 'path']);
    expect(cells.find((row) => row[3] === 'components.late')?.slice(-4)).toEqual(['1', '1', '-20.00', '']);
    const csv = await telepay(['rules', 'coverage', '2025-04', '--lang', 'en', '--format', 'csv'], {
      cwd: folder,
    });
    expect(csv.stdout.trim()).toBe(readFileSync(join(folder, 'c.csv'), 'utf8').trim());
    expect((await telepay(args, { cwd: folder })).code).toBe(2);
  });

  it('says why a month is refused', async () => {
    const folder = workspace();
    writeFileSync(
      join(folder, 'months/2025-05/measures.csv'),
      'agent_id,date,measure,value\nA1,2025-05,sale,1\n',
    );
    const { code, stderr } = await telepay(['rules', 'coverage', '2025-04', '2025-05'], { cwd: folder });
    expect(stderr).toMatch(/^measures\.csv: error/m);
    expect(code).toBe(1);
  });
});
