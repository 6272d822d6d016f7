/** `telepay rules confirm`: the sheet of open assumptions, what alternatives cost, and marks for what was signed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MONTH, PROJECT, telepay, temporaryFolder, workspaceWith } from './program.js';

const SHIPPED = readFileSync(join(PROJECT, 'rules/2025.04.yaml'), 'utf8');
const textIn = (workspace: string): string => readFileSync(join(workspace, 'rules/2025.04.yaml'), 'utf8');

const SIGNED = ['--by', '王主管', '--on', '2025-05-06', '--document', '会议纪要3号', '--yes', '--lang', 'en'];

const confirm = (workspace: string, ...args: readonly string[]) =>
  telepay(['rules', 'confirm', '2025.04', ...args], { cwd: workspace });

describe('the sheet', () => {
  it('lists every open assumption with clause, fragment, value, alternatives and reason', async () => {
    const { code, stdout } = await confirm(workspaceWith(), '--lang', 'en');
    expect(code).toBe(0);
    expect(stdout).toContain(
      [
        'P-5  Info Supermarket 2 yuan  rules/2025.04.yaml:62',
        '  products.INFO_2.points: 1  or 0.5 | 1.5',
        '  the points are lost; half of the 4-yuan rate is assumed',
        '  text: "信息超市(2元月租)次月出帐若有扣费即可算量"',
      ].join('\n'),
    );
  });

  it('is a page that fetches nothing and escapes what the file says', async () => {
    const workspace = workspaceWith();
    const path = join(workspace, 'rules/2025.04.yaml');
    writeFileSync(
      path,
      SHIPPED.replace('half of the 4-yuan rate is assumed', '<script>alert(1)</script> & so on'),
    );
    const { code } = await confirm(workspace, '--lang', 'en', '--format', 'html', '--out', 'sheet.html');
    const page = readFileSync(join(workspace, 'sheet.html'), 'utf8');
    expect(code).toBe(0);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; so on');
    expect(page).not.toMatch(/<script|https?:|src=|href=|url\(/);
    expect(page).toContain('Confirmed by');
  });

  it('is never written over another file', async () => {
    const workspace = workspaceWith();
    const { code } = await confirm(workspace, '--format', 'csv', '--out', 'rules/2025.04.yaml');
    expect(code).toBe(2);
    expect(textIn(workspace)).toBe(SHIPPED);
  });

  it('says what each alternative would have cost in a month', async () => {
    const { code, stdout } = await confirm(workspaceWith(), MONTH, '--json');
    const cost = z.object({
      month: z.string(),
      difference: z.string().optional(),
      lose: z.number().optional(),
    });
    const sheet = z.object({
      assumptions: z.array(
        z.object({
          path: z.string(),
          costs: z.array(z.object({ alternative: z.string(), months: z.array(cost.loose()) })),
        }),
      ),
    });
    const { assumptions } = sheet.parse(JSON.parse(stdout));
    expect(code).toBe(0);
    // A1's sign-ups of MAIL at 4 points and of INFO_2 at 1; the base commission is lost.
    expect(assumptions.find(({ path }) => path === 'products.INFO_2.points')?.costs).toEqual([
      {
        alternative: '0.5',
        months: [{ month: MONTH, old: '5.00', new: '4.50', difference: '-0.50', win: 0, lose: 1 }],
      },
      {
        alternative: '1.5',
        months: [{ month: MONTH, old: '5.00', new: '5.50', difference: '0.50', win: 1, lose: 0 }],
      },
    ]);
  });
});

describe('--value', () => {
  it('puts the confirmation in the place of the assumption and its reasons', async () => {
    const workspace = workspaceWith();
    const { code, stdout } = await confirm(workspace, '--value', 'products.INFO_2.points', ...SIGNED);
    expect(code).toBe(0);
    expect(stdout).toContain('confirmed by 王主管 on 2025-05-06, 会议纪要3号');
    expect(textIn(workspace)).toBe(
      SHIPPED.replace(
        /points: \{ value: 1, assumed: P-5, or: \[0\.5, 1\.5\],\n.*\n/,
        'points: { value: 1, confirmed: { clause: P-5, by: 王主管, on: 2025-05-06, document: 会议纪要3号 } }\n',
      ),
    );
  });

  it('confirms one of several values that share a mark, and says what stays assumed', async () => {
    const workspace = workspaceWith();
    const band = 'products.SECRETARY.points.bands.1';
    const { stdout } = await confirm(workspace, '--value', `${band}.pays`, ...SIGNED);
    expect(stdout).toContain(`Still assumed: ${band}.from`);
    expect(textIn(workspace)).toBe(
      SHIPPED.replace(
        'pays: 1.5, assumed: P-4',
        'pays: { value: 1.5, confirmed: { clause: P-4, by: 王主管, on: 2025-05-06, document: 会议纪要3号 } }, assumed: P-4',
      ),
    );
  });

  it('confirms all that share a mark by the path of the mark', async () => {
    const workspace = workspaceWith();
    const { stdout } = await confirm(workspace, '--value', 'products.SECRETARY.points.bands.1', ...SIGNED);
    expect(stdout).not.toContain('Still assumed');
    expect(textIn(workspace)).toContain('pays: 1.5, confirmed: { clause: P-4, by: 王主管,');
  });

  it('only warns where a month was closed by the file', async () => {
    const workspace = workspaceWith();
    await telepay(['close', MONTH, '--by', '王', '--yes'], { cwd: workspace });
    const { code, stderr } = await confirm(workspace, '--value', 'products.INFO_2.points', ...SIGNED);
    expect(code).toBe(0);
    expect(stderr).toContain('warning[W0927]');
  });

  it.each([
    ['what is stated', ['products.MAIL.points', ...SIGNED], 1, 'E0924'],
    ['what is not there', ['products.MAIL.price', ...SIGNED], 1, 'E0920'],
    ['without a document', ['products.INFO_2.points', '--by', '王主管'], 2, 'E0114'],
    ['on no day', ['products.INFO_2.points', ...SIGNED, '--on', '2025-05-32'], 2, 'E0114'],
  ])('is refused: %s', async (_, args, expected, problem) => {
    const workspace = workspaceWith();
    const { code, stderr } = await confirm(workspace, '--value', ...args);
    expect(code).toBe(expected);
    expect(stderr).toContain(`error[${problem}]`);
    expect(textIn(workspace)).toBe(SHIPPED);
  });
});

it('prints the same bytes again', async () => {
  const file = join(PROJECT, 'rules/2025.04.yaml');
  const args = ['rules', 'confirm', file, '--format', 'csv', '--lang', 'zh'];
  const first = await telepay(args, { cwd: temporaryFolder() });
  const second = await telepay(args, { cwd: temporaryFolder() });
  expect(first.stdout).toBe(second.stdout);
  expect(first.stdout.split('\r\n').length).toBeGreaterThan(50);
});
