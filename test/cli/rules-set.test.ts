/** `telepay rules set`: changes values of a rule file, or says why not and leaves it alone. */
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, telepay, temporaryFolder, workspaceWith } from './program.js';

const SHIPPED = readFileSync(join(PROJECT, 'rules/2025.04.yaml'), 'utf8');
const FLAGS = ['--in', '2025.04', '--lang', 'en'];

const fileOf = (workspace: string): string => join(workspace, 'rules/2025.04.yaml');
const textIn = (workspace: string): string => readFileSync(fileOf(workspace), 'utf8');

/** MAIL at 5 points, and the two examples that hang on it. */
const MAIL = [
  ...['products.MAIL.points', '5'],
  ...['examples.reversed.pays.product_commission', '15'],
  ...['examples.debt.months.2.net', '500'],
];

describe('rules set', () => {
  it('shows what changes and writes it, and nothing else', async () => {
    const workspace = workspaceWith();
    const { code, stdout, stderr } = await telepay(['rules', 'set', ...MAIL, ...FLAGS, '--yes'], {
      cwd: workspace,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/114 {2}products\.MAIL\.points +4 +5 +stated P-11/);
    expect(stdout).toMatch(/examples\.debt\.months\.2\.net +200 +500/);
    expect(stdout).toMatch(/rules\/2025\.04\.yaml is written\.\n$/);
    const expected = SHIPPED.replace('{ value: 4, stated: P-11 }', '{ value: 5, stated: P-11 }')
      .replace('pays: { product_commission: 12 }', 'pays: { product_commission: 15 }')
      .replace('net: 200 }', 'net: 500 }');
    expect(textIn(workspace)).toBe(expected);
  });

  it.each([
    ['nothing of that name', ['products.MAIL.pionts', '5'], 'E0920'],
    ['a mapping', ['products.MAIL', '5'], 'E0921'],
    ['no number', ['products.MAIL.points', '４'], 'E0610'],
    ['an example that fails', ['products.MAIL.points', '5'], 'E0689'],
  ])('is refused: %s', async (_, words, problem) => {
    const workspace = workspaceWith();
    const { code, stderr } = await telepay(['rules', 'set', ...words, ...FLAGS, '--yes'], { cwd: workspace });
    expect(code).toBe(1);
    expect(stderr).toContain(`error[${problem}]`);
    expect(textIn(workspace)).toBe(SHIPPED);
  });

  it('is refused where a month was closed by the file', async () => {
    const workspace = workspaceWith();
    await telepay(['close', '2025-04', '--by', '王', '--yes'], { cwd: workspace });
    const { code, stderr } = await telepay(['rules', 'set', ...MAIL, ...FLAGS, '--yes'], { cwd: workspace });
    expect(code).toBe(1);
    expect(stderr).toContain('error[E0926] 2025-04 was closed by this rule file');
    expect(stderr).toContain('telepay rules new --from 2025.04');
    expect(textIn(workspace)).toBe(SHIPPED);
  });

  it('asks: where nobody can answer, --yes must say so', async () => {
    const workspace = workspaceWith();
    const { code, stderr } = await telepay(['rules', 'set', ...MAIL, ...FLAGS], { cwd: workspace });
    expect(code).toBe(2);
    expect(stderr).toContain('--yes');
    expect(textIn(workspace)).toBe(SHIPPED);
  });

  it('keeps CRLF, the byte order mark and who may read it, outside of a workspace too', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'rates.yaml');
    const windows = `\uFEFF${SHIPPED.replaceAll('\n', '\r\n')}`;
    writeFileSync(path, windows);
    chmodSync(path, 0o640);
    const { code } = await telepay(['rules', 'set', 'products.INFO_2.points', '1.5', '--in', path, '--yes'], {
      cwd: folder,
    });
    expect(code).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(
      windows.replace('{ value: 1, assumed: P-5', '{ value: 1.5, assumed: P-5'),
    );
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  it('names the versions that there are', async () => {
    const { code, stderr } = await telepay(
      ['rules', 'set', 'products.MAIL.points', '5', '--in', '2025.05', '--lang', 'en'],
      { cwd: workspaceWith() },
    );
    expect(code).toBe(2);
    expect(stderr).toContain('versions: 2025.04');
  });
});
