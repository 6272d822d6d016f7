/** `telepay rules tables`: the rates of a rule file out to a table, and back as a change of the file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, telepay, workspaceWith } from './program.js';

const SHIPPED = readFileSync(join(PROJECT, 'rules/2025.04.yaml'), 'utf8');
const FLAGS = ['--lang', 'en'];

async function written(form = 'csv'): Promise<{ workspace: string; table: string }> {
  const workspace = workspaceWith();
  const table = join(workspace, `rates.${form}`);
  const { code } = await telepay(['rules', 'tables', '2025.04', '--out', table, ...FLAGS], {
    cwd: workspace,
  });
  expect(code).toBe(0);
  return { workspace, table };
}

/** Puts another value into the row of a path. */
function change(table: string, values: Readonly<Record<string, string>>): void {
  const lines = readFileSync(table, 'utf8').split('\r\n');
  const changed = lines.map((line) => {
    const cells = line.split('","');
    const value = values[cells[8] ?? ''];
    return value === undefined ? line : cells.with(3, value).join('","');
  });
  writeFileSync(table, changed.join('\r\n'));
}

const back = (workspace: string, table: string, ...more: string[]) =>
  telepay(['rules', 'tables', '2025.04', '--from', table, ...more, ...FLAGS], { cwd: workspace });
const textIn = (workspace: string): string => readFileSync(join(workspace, 'rules/2025.04.yaml'), 'utf8');

/** MAIL at 5 points, and the two examples that hang on it. */
const MAIL = {
  'products.MAIL.points': '5',
  'examples.reversed.pays.product_commission': '15',
  'examples.debt.months.2.net': '500',
};

describe('rules tables', () => {
  it('changes nothing where nothing was changed', async () => {
    for (const form of ['csv', 'xlsx']) {
      const { workspace, table } = await written(form);
      const { code, stdout, stderr } = await back(workspace, table, '--yes');
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('nothing to change');
      expect(textIn(workspace)).toBe(SHIPPED);
    }
  });

  it('shows what the table changes and writes it, and nothing else', async () => {
    const { workspace, table } = await written();
    change(table, MAIL);
    const { code, stdout, stderr } = await back(workspace, table, '--yes');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/products\.MAIL\.points +4 +5 +stated P-11/);
    const expected = SHIPPED.replace('{ value: 4, stated: P-11 }', '{ value: 5, stated: P-11 }')
      .replace('pays: { product_commission: 12 }', 'pays: { product_commission: 15 }')
      .replace('net: 200 }', 'net: 500 }');
    expect(textIn(workspace)).toBe(expected);
    // The table of before is refused then: its old values are no longer those of the file.
    expect((await back(workspace, table, '--yes')).stderr).toContain('error[E0933]');
  });

  it.each([
    ['an example that fails', { 'products.MAIL.points': '5' }, 'E0689', /2025\.04\.yaml:\d+/],
    [
      'what the rules refuse, at the cell',
      { 'products.MAIL.counts_on': 'bill' },
      'E06',
      /rates\.csv:\d+:\d+: error/,
    ],
    ['a cell that can be read in two ways', { 'net.guard.cap': '30' }, 'E0936', /rates\.csv:\d+:\d+: error/],
  ])('is refused: %s', async (_, values, problem, place) => {
    const { workspace, table } = await written();
    change(table, values);
    const { code, stderr } = await back(workspace, table, '--yes');
    expect(code).toBe(1);
    expect(stderr).toContain(`error[${problem}`);
    expect(stderr).toMatch(place);
    expect(textIn(workspace)).toBe(SHIPPED);
  });

  it('is refused where a month was closed by the file, and asks where nobody said yes', async () => {
    const { workspace, table } = await written();
    change(table, MAIL);
    expect((await back(workspace, table)).code).toBe(2);
    await telepay(['close', '2025-04', '--by', '王', '--yes'], { cwd: workspace });
    expect((await back(workspace, table, '--yes')).stderr).toContain('error[E0926]');
    expect(textIn(workspace)).toBe(SHIPPED);
  });

  it('tells as data what was changed and left out', async () => {
    const { workspace, table } = await written();
    change(table, MAIL);
    const { stdout } = await back(workspace, table, '--yes', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ written: true, left_out: 0, warnings: [] });
  });

  it.each([
    ['neither --out nor --from', ['2025.04']],
    ['another kind of file', ['2025.04', '--out', 'rates.ods']],
    ['a table that is not there', ['2025.04', '--from', 'none.csv', '--yes']],
  ])('can not go on with %s', async (_, words) => {
    const { code } = await telepay(['rules', 'tables', ...words, ...FLAGS], { cwd: workspaceWith() });
    expect(code).toBe(2);
  });
});
