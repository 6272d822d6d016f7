/** `telepay rules list`, `show`, `new` and `diff` on a workspace. */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLEAN_MONTH, MONTH, telepay as run, workspaceWith } from './program.js';

const telepay = (workspace: string, ...args: readonly string[]) => run(args, { cwd: workspace });

/** What a command printed as data. */
function dataOf(stdout: string): unknown {
  return JSON.parse(stdout);
}

describe('telepay rules new', () => {
  it('lays the draft aside, where no month is paid by it, with the schema in sight', async () => {
    const workspace = workspaceWith(CLEAN_MONTH);
    const source = join(workspace, 'rules/2025.04.yaml');
    const line = '# yaml-language-server: $schema=./telepay.schema.json\n';
    writeFileSync(source, line + readFileSync(source, 'utf8').replace(line, ''));
    const { code } = await telepay(
      workspace,
      'rules',
      'new',
      '--from',
      '2025.04',
      '--effective',
      '2025-05-01',
    );
    expect(code).toBe(0);
    const draft = readFileSync(join(workspace, 'rules/drafts/2025.05.yaml'), 'utf8');
    expect(draft).toContain('version: "2025.05"\neffective_from: 2025-05-01\n');
    expect(draft.split('\n')[0]).toBe('# yaml-language-server: $schema=../telepay.schema.json');
    const list = await telepay(workspace, 'rules', 'list', '--json');
    expect(dataOf(list.stdout)).toMatchObject({
      files: [{ version: '2025.04', months: [{ month: MONTH, closed: false }] }],
    });
  });

  it('writes nothing where it refuses', async () => {
    const workspace = workspaceWith(CLEAN_MONTH);
    const { code } = await telepay(
      workspace,
      'rules',
      'new',
      '--from',
      '2025.04',
      '--effective',
      '2025-05-02',
    );
    expect(code).toBe(2);
    expect(existsSync(join(workspace, 'rules/drafts'))).toBe(false);
  });
});

describe('telepay rules list', () => {
  it('tells a closed month whose sealed rules are not those that lie there now', async () => {
    const workspace = workspaceWith(CLEAN_MONTH);
    await telepay(workspace, 'close', MONTH, '--by', 'x', '--yes');
    const before = await telepay(workspace, 'rules', 'list', '--json');
    expect(dataOf(before.stdout)).toMatchObject({
      files: [{ months: [{ month: MONTH, closed: true }], differing: [] }],
      without_rules: [],
    });
    appendFileSync(join(workspace, 'rules/2025.04.yaml'), '# later\n');
    const after = await telepay(workspace, 'rules', 'list', '--lang', 'en');
    expect(after.stdout).toContain(`rules/2025.04.yaml is not what ${MONTH} was closed by`);
  });
});

describe('telepay rules diff', () => {
  it('gives the same as data, and exit code 0 whether they differ or not', async () => {
    const workspace = workspaceWith(CLEAN_MONTH);
    const text = readFileSync(join(workspace, 'rules/2025.04.yaml'), 'utf8');
    writeFileSync(
      join(workspace, 'b.yaml'),
      text.replace('{ value: 4, stated: P-11 }', '{ value: 5, stated: P-11 }'),
    );
    const { code, stdout } = await telepay(
      workspace,
      'rules',
      'diff',
      '2025.04',
      'b.yaml',
      '--json',
      '--lang',
      'en',
    );
    expect(code).toBe(0);
    expect(dataOf(stdout)).toMatchObject({
      differences: [
        {
          kind: 'changed',
          place: 'product MAIL Ruyi Mail · points',
          clause: 'P-11',
          before: { text: '4', mark: { kind: 'stated' } },
          after: { text: '5' },
          touches: {
            components: [{ component: 'product_commission', products: ['MAIL'] }, {}, {}, {}],
            score: false,
          },
        },
      ],
    });
    const same = await telepay(workspace, 'rules', 'diff', '2025.04', '2025.04', '--lang', 'en');
    expect([same.code, same.stdout]).toEqual([0, expect.stringContaining('They say the same.')]);
  });
});

describe('telepay rules show', () => {
  it('lines up wide characters, and escapes what Markdown would take for its own', async () => {
    const workspace = workspaceWith(CLEAN_MONTH);
    const table = await telepay(workspace, 'rules', 'show', '--lang', 'zh');
    expect(table.code).toBe(0);
    expect(table.stdout).toMatch(/INFO_2 {6}信息超市\(2元月租\) {3}charge .* 1 \? {6}P-5/);
    const markdown = await telepay(workspace, 'rules', 'show', '--format', 'markdown', '--lang', 'en');
    expect(markdown.stdout).toContain('| INFO\\_2 | Info Supermarket, 2 yuan | charge |  | 1 ? | P-5 |');
  });

  it('knows a version that is not there', async () => {
    const { code, stderr } = await telepay(
      workspaceWith(CLEAN_MONTH),
      'rules',
      'show',
      '2024.01',
      '--lang',
      'en',
    );
    expect([code, stderr]).toEqual([2, expect.stringContaining('E0900')]);
  });
});
