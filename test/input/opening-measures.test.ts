/** measures.csv of an opening: which numbers are taken, and what is wrong with the others. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toText } from '../../src/base/exact.js';
import { ProblemLog } from '../../src/base/problem-log.js';
import { readOpening } from '../../src/input/opening.js';
import type { Opening } from '../../src/input/opening-rows.js';
import type { MeasureMemory } from '../../src/input/records.js';
import { month, VOCABULARY } from './month-folder.js';

/** B1 left in month zero, C1 was hired in it. */
const AGENTS = `agent_id,name,team,role,hired_on,left_on
A1,王小兰,一组,agent,2024-01-15,
B1,赵敏,一组,agent,2022-03-01,2025-04-30
C1,孙丽,一组,agent,2025-04-29,
`;

/** `revenue` runs on by months, `sales` by weeks, `orders` by both. */
const MEMORY: MeasureMemory = {
  totals: new Set(['orders', 'revenue']),
  weeks: new Set(['orders', 'sales']),
  refs: new Set(),
};

async function read(
  rows: readonly string[],
  zero = '2025-04',
  memory = MEMORY,
): Promise<{ opening: Opening | undefined; told: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'telepay-'));
  try {
    writeFileSync(join(folder, 'agents.csv'), AGENTS);
    writeFileSync(join(folder, 'measures.csv'), ['工号,日期,指标,数值', ...rows].join('\n'));
    const log = new ProblemLog();
    const vocabulary = { ...VOCABULARY, remembered: memory };
    const request = { month: month(zero), folder, vocabulary };
    const { opening } = await readOpening({ ...request, columnNames: new Map() }, log);
    const told = log
      .sorted()
      .filter(({ severity }) => severity === 'error')
      .map(({ code, place, value }) => [code, place.line, value].join(' '));
    return { opening, told };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// The last week of April 2025 begins on Monday the 28th and goes on to the 4th of May.
it('months and days of the last week are taken, as exports may write them', async () => {
  const { opening, told } = await read([
    'A1,2025-02,revenue,-12.345',
    'A1,2025年4月,revenue,"1,200"',
    'A1,2025/4/28,sales,3',
    'A1,2025-04-30,orders,0',
    'A1,2025-04,orders,7',
    'B1,2025-04,orders,1',
    'C1,2025-04,orders,2',
  ]);
  expect(told).toEqual([]);
  expect(
    opening?.measures.map((row) => [row.agent_id, row.period, row.measure, toText(row.value)].join(' ')),
  ).toEqual([
    'A1 2025-02 revenue -12.345',
    'A1 2025-04 revenue 1200',
    'A1 2025-04-28 sales 3',
    'A1 2025-04-30 orders 0',
    'A1 2025-04 orders 7',
    'B1 2025-04 orders 1',
    'C1 2025-04 orders 2',
  ]);
});

describe('each mistake refuses the opening, at its place', () => {
  it.each<[string, string, string]>([
    ['a measure that nothing remembers', 'A1,2025-04,profit,1', 'E0846 2 profit'],
    ['somebody unknown', 'A9,2025-04,revenue,1', 'E0401 2 A9'],
    ['no number', 'A1,2025-04,revenue,', 'E0301 2 '],
    ['neither a day nor a month', 'A1,April,revenue,1', 'E0306 2 April'],
    ['the first month', 'A1,2025-05,revenue,1', 'E0824 2 2025-05'],
    ['a day of the first month', 'A1,2025-05-01,sales,1', 'E0824 2 2025-05-01'],
    ['the Sunday before the week', 'A1,2025-04-27,sales,1', 'E0847 2 2025-04-27'],
    ['a day of an earlier month', 'A1,2025-03-31,orders,1', 'E0847 2 2025-03-31'],
    ['a day of what runs on by months', 'A1,2025-04-30,revenue,1', 'E0848 2 2025-04-30'],
    ['a month of what runs on by weeks', 'A1,2025-04,sales,1', 'E0848 2 2025-04'],
    ['a day of who left, whose week is paid', 'B1,2025-04-29,sales,1', 'E0849 2 2025-04-29'],
    ['a day before hiring', 'C1,2025-04-28,sales,1', 'E0408 2 2025-04-28'],
    ['a month before hiring', 'C1,2025-03,revenue,1', 'E0408 2 2025-03'],
  ])('%s', async (_, row, problem) => {
    const { opening, told } = await read([row]);
    expect(told).toEqual([problem]);
    expect(opening).toBeUndefined();
  });

  it('one number twice', async () => {
    const { told } = await read(['A1,2025-04,revenue,1', 'A1,2025/4,revenue,2']);
    expect(told).toEqual([expect.stringMatching(/^E0405 3/)]);
  });

  it('a month after leaving', async () => {
    const { told } = await read(['B1,2025-05,revenue,1', 'B1,2025-04,revenue,1'], '2025-06');
    expect(told).toEqual(['E0409 2 2025-05']);
  });

  it('any day where month zero ends with a Sunday: the 31st of August 2025', async () => {
    expect((await read(['A1,2025-08-31,sales,1'], '2025-08')).told).toEqual(['E0847 2 2025-08-31']);
  });

  it('any row where the rule file remembers nothing', async () => {
    const nothing = { totals: new Set<string>(), weeks: new Set<string>(), refs: new Set<string>() };
    expect((await read(['A1,2025-04,revenue,1'], '2025-04', nothing)).told).toEqual(['E0846 2 revenue']);
  });
});
