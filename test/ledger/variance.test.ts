/** The month against the one before it: from the seal where it is closed, as run computes it where it is open. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { decimal } from '../../src/base/exact.js';
import type { CommandResult } from '../../src/commands/outcome.js';
import { variance, type VarianceRequest } from '../../src/commands/variance.js';
import { WorkspaceFault } from '../../src/workspace/fault.js';
import { BAD_MONTH, CLEAN_MONTH, MONTH, without, workspaceWith, writeMonth } from '../cli/program.js';
import { APRIL, type Files, month } from '../input/month-folder.js';
import { closeMonth, LANGUAGE, workspaceOf } from './closed-workspace.js';

const MAY = month('2025-05');
const FILE = `out/${MAY}.variance.csv`;

/**
 * The clean month a month later, with sign-ups and incidents of its own. A2 was replaced by A3, and A1 had one
 * more MAIL: 5.00 yuan in April, 9.00 in May.
 */
const MAY_MONTH: Files = Object.fromEntries(
  Object.entries({
    ...CLEAN_MONTH,
    'signups.csv': `${String(CLEAN_MONTH['signups.csv'])}S3,A1,2025-04-01 09:03:00,13900000103,MAIL\n`,
    'billing.csv': `${String(CLEAN_MONTH['billing.csv'])}13900000103,MAIL,2025-04,rent,4.00,active\n`,
  }).map(([name, text]) => [
    name,
    text
      .replaceAll('2025-04', '2025-05')
      .replaceAll(/^([SE])(\d)/gm, '$1 1$2')
      .replaceAll(/^([SE]) 1/gm, '$11')
      .replaceAll('A2', 'A3')
      .replace('赵敏', '=孙丽'),
  ]),
);

function workspace(may: Files = MAY_MONTH, settings?: string): string {
  const folder = workspaceWith(CLEAN_MONTH, settings);
  mkdirSync(join(folder, 'months', MAY));
  for (const [name, content] of Object.entries(may)) {
    writeFileSync(join(folder, 'months', MAY, name), content);
  }
  return folder;
}

const comparing = (folder: string, changes: Partial<VarianceRequest> = {}): Promise<CommandResult> =>
  variance({
    workspace: workspaceOf(folder),
    month: MAY,
    other: undefined,
    thresholds: {},
    language: LANGUAGE,
    ...changes,
  });

/** The findings in the file, as `finding agent item before now difference percent`. */
function findingsIn(folder: string): string[] {
  const rows: string[][] = parse(readFileSync(join(folder, FILE)), { bom: true, from: 2 });
  return rows
    .filter(([finding]) => finding !== 'total')
    .map(([finding, agent, , , , item, , ...amounts]) =>
      [finding, agent, item, ...amounts.slice(0, 4)].join(' ').trim(),
    );
}

const FOUND = [
  'came A3 paid 0.00 0.00 0.00',
  'went A2 paid 0.00 0.00 0.00',
  'zero_net A3 net 0.00 0.00 0.00',
  // MAIL twice at 4.00 and INFO_2 at 1.00: 9.00 against 5.00 is 80% more.
  'difference A1 net 5.00 9.00 4.00 80.0',
  'difference A1 paid 5.00 9.00 4.00 80.0',
  'difference A1 product_commission 5.00 9.00 4.00 80.0',
  'difference A1 product_commission 5.00 9.00 4.00 80.0',
];

describe('variance', () => {
  it('of an open month against an open one is of what run computes, with the warnings of run', async () => {
    const folder = workspace();
    const result = await comparing(folder);
    expect(result.refused).toBe(false);
    expect(findingsIn(folder)).toEqual(FOUND);
    expect(result.problems.map((one) => one.code)).toEqual(['W0801']);
  });

  it('of closed months is of what was sealed, whatever lies on the disk by now', async () => {
    const folder = workspace();
    await closeMonth(folder);
    expect((await closeMonth(folder, MAY)).refused).toBe(false);
    writeMonth(folder, BAD_MONTH);
    rmSync(join(folder, 'months', MAY), { recursive: true });
    rmSync(join(folder, 'rules'), { recursive: true });
    const result = await comparing(folder);
    expect([result.refused, result.problems]).toEqual([false, []]);
    expect(findingsIn(folder)).toEqual(FOUND);
  });

  it('against another month than the one before says so', async () => {
    const folder = workspace();
    await comparing(folder, { month: APRIL, other: MAY });
    const text = readFileSync(join(folder, `out/${MONTH}.variance.csv`), 'utf8');
    expect(text).toMatch(/"difference","A1".*9\.00,5\.00,-4\.00,-44\.4,"","2025-04","2025-05"/);
  });

  it('takes its thresholds from the command line, else from telepay.yaml', async () => {
    const folder = workspace(MAY_MONTH, 'variance: { percent: 80 }\n');
    await comparing(folder);
    expect(findingsIn(folder)).toEqual(FOUND.slice(0, 3));
    await comparing(folder, { thresholds: { amount: decimal('3.99') } });
    expect(findingsIn(folder)).toEqual(FOUND);
    await comparing(folder, { thresholds: { percent: decimal('79') } });
    expect(findingsIn(folder)).toEqual(FOUND);
  });

  it('gives the same as data, and totals side by side', async () => {
    const { data } = await comparing(workspace());
    expect(data).toMatchObject({ month: MAY, other: APRIL, people: { before: 2, now: 2 } });
    expect(data).toHaveProperty(
      'findings',
      expect.arrayContaining([
        {
          finding: 'total',
          item: 'paid',
          item_name: 'paid',
          before: '5.00',
          now: '9.00',
          difference: '4.00',
          percent: '80.0',
        },
        expect.objectContaining({ finding: 'came', agent_id: 'A3', name: '=孙丽', percent: null }),
      ]),
    );
  });

  it('makes texts safe in its file', async () => {
    const folder = workspace();
    await comparing(folder);
    expect(readFileSync(join(folder, FILE), 'utf8')).toContain('"\'=孙丽"');
  });

  it('lines its table up in both languages, with wide characters', async () => {
    const folder = workspace();
    for (const messages of ['en', 'zh'] as const) {
      const { text } = await comparing(folder, { language: { messages, files: 'en' } });
      const rows = text.split('\n').filter((line) => /^ {2}\S.*\d\.\d\d/.test(line));
      const totals = rows.slice(0, 10).map((line) => stringWidth(line));
      expect(totals).toHaveLength(10);
      expect(new Set(totals).size).toBe(1);
    }
  });
});

describe('variance is refused', () => {
  it("with all that refuses a month, the other month's files by their month", async () => {
    const folder = workspace();
    writeMonth(folder, BAD_MONTH);
    const result = await comparing(folder);
    expect(result.refused).toBe(true);
    expect(result.problems.map((one) => [one.code, one.place.file])).toEqual([
      ['E0401', '2025-04/incidents.csv'],
      ['W0801', 'months/2025-04'],
    ]);
  });

  it('for a month that lacks a file', async () => {
    const result = await comparing(workspace(without(MAY_MONTH, 'billing.csv')));
    expect(result.refused).toBe(true);
    expect(result.problems.some((one) => one.place.file === 'billing.csv')).toBe(true);
  });

  it('where there is no month to hold it against', async () => {
    await expect(comparing(workspace(), { month: APRIL })).rejects.toThrow(WorkspaceFault);
  });

  it("where its file is somebody else's", async () => {
    const folder = workspace();
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, FILE), 'mine\n');
    await expect(comparing(folder)).rejects.toThrow(WorkspaceFault);
    expect(readFileSync(join(folder, FILE), 'utf8')).toBe('mine\n');
  });
});
