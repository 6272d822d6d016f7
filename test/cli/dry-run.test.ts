/** `telepay dry-run`: rule files tried on months, on small plans whose differences are worked out by hand. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cellsOf, filesBelow, telepay, temporaryFolder } from './program.js';

const PLAN = `
version: v1
effective_from: 2025-04-01
title: t
clauses: { S-1: commission, S-2: bonus }
measures:
  sales: { name: sales, when_absent: zero, stated: S-1 }
  orders: { name: orders, when_absent: zero, stated: S-2 }
components:
  commission: { name: commission, clause: S-1, column: product_commission, amount: { rate: 5%, of: sales }, stated: S-1 }
  bonus:
    name: bonus
    clause: S-2
    column: allowances
    gate: [{ measure: orders, at_least: 10 }]
    amount: { rate: 2, of: orders }
    stated: S-2
net: { clause: S-1, negative: carry, stated: S-1 }
`;

/** Ann sells 1,000 with 8 orders in April, Bo 400 with 20; in May each 1,000 with 10. */
function workspace(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'rules'));
  writeFileSync(join(folder, 'rules/v1.yaml'), PLAN);
  const agents = 'agent_id,name,team,role,hired_on\nA1,Ann,N,agent,2024-01-15\nA2,Bo,N,agent,2024-01-10\n';
  const sales = { '2025-04': [1000, 8, 400, 20], '2025-05': [1000, 10, 1000, 10] };
  for (const [month, [a, b, c, d]] of Object.entries(sales)) {
    const place = join(folder, 'months', month);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'agents.csv'), agents);
    const rows = [
      `A1,${month},sales,${a}`,
      `A1,${month},orders,${b}`,
      `A2,${month},sales,${c}`,
      `A2,${month},orders,${d}`,
    ];
    writeFileSync(join(place, 'measures.csv'), `agent_id,date,measure,value\n${rows.join('\n')}\n`);
  }
  return folder;
}

/** The plan with some of its text otherwise, as a draft in the folder. */
function draft(folder: string, name: string, ...changes: readonly [string, string][]): string {
  const text = changes.reduce(
    (before, [old, now]) => {
      if (!before.includes(old)) throw new Error(`no ${old} in the plan`);
      return before.replace(old, now);
    },
    PLAN.replace('v1', name),
  );
  const path = join(folder, `${name}.yaml`);
  writeFileSync(path, text);
  return path;
}

interface Amounts {
  readonly old: string;
  readonly new: string;
  readonly difference: string;
  readonly parts: readonly string[];
}

interface Month {
  readonly month: string;
  readonly rules: readonly { readonly paths: readonly string[]; readonly clauses: readonly string[] }[];
  readonly total: Amounts & { readonly gain: number; readonly lose: number };
  readonly agents: readonly (Amounts & { readonly agent_id: string })[];
}

async function monthsOf(...args: readonly string[]): Promise<Month[][]> {
  const { stdout, stderr, code } = await telepay(['dry-run', '--json', ...args]);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  const { files } = JSON.parse(stdout) as { files: { months: Month[] }[] };
  return files.map((file) => file.months);
}

const summed = ({ rules, agents }: Month) => ({
  rules: rules.map(({ paths }) => paths.join(' + ')),
  agents: agents.map((one) => [one.agent_id, one.old, one.new, one.difference, ...one.parts]),
});

const RATE: [string, string] = ['rate: 5%', 'rate: 6%'];
const GATE: [string, string] = ['at_least: 10', 'at_least: 8'];
const BONUS: [string, string] = ['rate: 2,', 'rate: 3,'];

describe('parts by rule', () => {
  it.each<[string, [string, string][], ReturnType<typeof summed>]>([
    // 1% of 1,000 and of 400.
    [
      'one rule',
      [RATE],
      {
        rules: ['components.commission.amount'],
        agents: [
          ['A1', '50.00', '60.00', '10.00', '10.00'],
          ['A2', '60.00', '64.00', '4.00', '4.00'],
        ],
      },
    ],
    // Each on lines of its own: Ann's gate opens for 8 × 2, Bo has passed it.
    [
      'two that do not meet',
      [RATE, GATE],
      {
        rules: ['components.commission.amount', 'components.bonus.gate'],
        agents: [
          ['A1', '50.00', '76.00', '26.00', '10.00', '16.00'],
          ['A2', '60.00', '64.00', '4.00', '4.00', '0.00'],
        ],
      },
    ],
    // Ann: the gate alone brings 16, the rate alone nothing, both 24. Gate (16 + 24) / 2, rate (0 + 8) / 2. Bo: the rate, 20.
    [
      'two that meet',
      [GATE, BONUS],
      {
        rules: ['components.bonus.gate', 'components.bonus.amount'],
        agents: [
          ['A1', '50.00', '74.00', '24.00', '20.00', '4.00'],
          ['A2', '60.00', '80.00', '20.00', '0.00', '20.00'],
        ],
      },
    ],
    // The measure and what names it can't change one without the other.
    [
      'rules that need each other',
      [
        [
          '  orders: {',
          '  calls: { name: calls, when_absent: zero, occasional: yes, stated: S-2 }\n  orders: {',
        ],
        ['{ rate: 2, of: orders }', '{ formula: "orders * 2 + calls" }'],
      ],
      {
        rules: ['measures.calls + components.bonus.amount'],
        agents: [
          ['A1', '50.00', '50.00', '0.00', '0.00'],
          ['A2', '60.00', '60.00', '0.00', '0.00'],
        ],
      },
    ],
  ])('%s', async (_, changes, expected) => {
    const folder = workspace();
    const [months] = await monthsOf(
      '2025-04',
      '--rules',
      draft(folder, 'v2', ...changes),
      '--workspace',
      folder,
    );
    expect(months?.map(summed)).toEqual([expected]);
  });
});

describe('files and months', () => {
  it('several files on several months, each month by itself and all together', async () => {
    const folder = workspace();
    const files = [draft(folder, 'v2', RATE), draft(folder, 'v3', BONUS)].flatMap((path) => [
      '--rules',
      path,
    ]);
    const found = await monthsOf('2025-05', '2025-04', ...files, '--workspace', folder);
    const totals = found.map((months) =>
      months.map(({ month, total }) => [month, total.difference, total.gain]),
    );
    // v2: 1% of 1,400 and of 2,000. v3: 1 for each of Bo's 20 orders; of 10 and 10.
    expect(totals).toEqual([
      [
        ['2025-04', '14.00', 2],
        ['2025-05', '20.00', 2],
      ],
      [
        ['2025-04', '20.00', 1],
        ['2025-05', '20.00', 2],
      ],
    ]);
    const { stdout } = await telepay(['dry-run', '2025-04', '2025-05', ...files, '--workspace', folder]);
    expect(stdout).toMatch(/v2\.yaml +\+34\.00 .*\n +v3\.yaml +\+40\.00/);
  });

  it('a file that is refused leaves the figures of the others under their own names', async () => {
    const folder = workspace();
    const [refused, sound] = [draft(folder, 'v2', ['rate: 5%', 'rate: -5%']), draft(folder, 'v3', BONUS)];
    const args = ['2025-04', '--rules', refused, '--rules', sound, '--workspace', folder, '--json'];
    const { stdout, code } = await telepay(['dry-run', ...args]);
    const { files } = JSON.parse(stdout) as { files: { version: string; months: Month[] }[] };
    expect(code).toBe(1);
    expect(
      files.map(({ version, months }) => [version, months.map(({ total }) => total.difference)]),
    ).toEqual([
      ['v2', []],
      ['v3', ['20.00']],
    ]);
  });

  it('a file for other people than the one in force is one rule, with all of the difference', async () => {
    const folder = workspace();
    const path = draft(
      folder,
      'v2',
      ['title: t', 'title: t\nreplaces: [v1]\napplies_to: { role: [agent] }'],
      RATE,
    );
    const [months] = await monthsOf('2025-04', '--rules', path, '--workspace', folder);
    expect(months?.map(summed)).toEqual([
      {
        rules: ['applies_to'],
        agents: [
          ['A1', '50.00', '60.00', '10.00', '10.00'],
          ['A2', '60.00', '64.00', '4.00', '4.00'],
        ],
      },
    ]);
  });

  it('against another file than the one in force', async () => {
    const folder = workspace();
    const [old, now] = [draft(folder, 'v2', RATE), draft(folder, 'v3', RATE, BONUS)];
    const [months] = await monthsOf('2025-04', '--rules', now, '--against', old, '--workspace', folder);
    expect(months?.map(({ rules, total }) => [rules[0]?.paths, total.difference])).toEqual([
      [['components.bonus.amount'], '20.00'],
    ]);
  });

  it('is refused against a file of another currency', async () => {
    const folder = workspace();
    const dollars = draft(folder, 'v2', ['title: t', 'title: t\ncurrency: { code: USD, places: 2 }']);
    const { code, stderr } = await telepay(['dry-run', '2025-04', '--rules', dollars, '--workspace', folder]);
    expect(code).toBe(1);
    expect(stderr).toContain('E0940');
  });

  it('writes nothing but what --out names', async () => {
    const folder = workspace();
    const path = draft(folder, 'v2', RATE);
    const before = filesBelow(folder);
    const args = ['dry-run', '2025-04', '--rules', path, '--workspace', folder];
    await telepay(args);
    expect(filesBelow(folder)).toEqual(before);
    const out = join(folder, 'trial');
    expect((await telepay([...args, '--out', out])).code).toBe(0);
    expect(cellsOf(join(out, 'dry-run.csv'))[1]?.slice(2)).toEqual([
      '2025-04',
      'A1',
      'Ann',
      'N',
      'agent',
      '50.00',
      '60.00',
      '10.00',
      '20.0',
      ...['0.00', '50.00', '50.00', '0.00'],
      ...['0.00', '60.00', '60.00', '0.00'],
      'real',
    ]);
    expect(readFileSync(join(out, 'dry-run-rules.csv'), 'utf8')).toContain(
      '"components.commission.amount","S-1",10.00',
    );
    for (const taken of ['months', 'rules']) {
      const { code, stderr } = await telepay([...args, '--out', join(folder, taken)]);
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/E01\d\d/) as string });
    }
  });

  it('one after the other in a chain: debts go from month to month, by each file its own', async () => {
    const folder = workspace();
    // Ann gets 50.00 in April and 70.00 in May; a fee of 100.00 leaves her with debts.
    const fee = '  fee: { name: fee, clause: S-2, column: clawbacks, amount: 100, stated: S-2 }';
    const path = draft(folder, 'v2', ['  bonus:', `${fee}\n  bonus:`]);
    const args = ['dry-run', '2025-05', '2025-04', '--chain', '--rules', path, '--workspace', folder];
    const { stdout, code } = await telepay([...args, '--out', join(folder, 'trial')]);
    expect(code).toBe(0);
    expect(stdout).toContain(
      'Simulated month by month: 2025-04 begins with nothing, as no closed month comes just before it;',
    );
    expect(stdout).toContain('Exports of 2025-04, 2025-05; nothing was closed.');
    const rows = cellsOf(join(folder, 'trial/dry-run.csv')).filter((row) => row[3] === 'A1');
    const settled = (row: readonly string[] | undefined) => row?.slice(11);
    expect(rows.map((row) => row.slice(7, 10))).toEqual([
      ['50.00', '-50.00', '-100.00'],
      ['70.00', '-30.00', '-100.00'],
    ]);
    expect(settled(rows[0])).toEqual([
      '0.00',
      '50.00',
      '50.00',
      '0.00',
      '0.00',
      '-50.00',
      '0.00',
      '50.00',
      'real',
    ]);
    expect(settled(rows[1])).toEqual([
      '0.00',
      '70.00',
      '70.00',
      '0.00',
      '50.00',
      '-80.00',
      '0.00',
      '80.00',
      'simulated',
    ]);
    const one = await telepay([...args, '--agent', 'A1']);
    expect(one.stdout).toContain(
      'debt carried in 0.00 → 50.00 · paid 70.00 → 0.00 (-70.00) · debt carried out 0.00 → 80.00',
    );
    const { chain } = JSON.parse((await telepay([...args, '--json'])).stdout) as { chain: unknown };
    expect(chain).toEqual({ after: null, months: ['2025-04', '2025-05'] });
  });

  it.each<[string, readonly string[], number, string]>([
    ['a chain with a month left out', ['2025-04', '2025-06', '--chain'], 2, 'E0939'],
    ['a month that is not there', ['2025-07'], 2, 'months/2025-07'],
    ['a month by no rules', ['2025-03'], 1, 'E0661'],
    ['no month', [], 2, 'E0114'],
    ['an agent of whom the month knows nothing', ['2025-04', '--agent', 'a1'], 1, 'perhaps A1'],
  ])('%s', async (_, months, code, told) => {
    const folder = workspace();
    const ending = await telepay([
      'dry-run',
      ...months,
      '--rules',
      draft(folder, 'v2', RATE),
      '--workspace',
      folder,
    ]);
    expect(ending.code).toBe(code);
    expect(ending.stderr).toContain(told);
    expect(ending.stdout).toBe('');
  });
});
