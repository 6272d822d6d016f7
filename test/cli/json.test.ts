/** --json: the same as data, alone on standard output, when a command is refused too. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BAD_MONTH, MONTH, telepay, temporaryFolder, workspaceWith } from './program.js';

const anything = z.record(z.string(), z.unknown());
const refused = z.object({
  refused: z.literal(true),
  problems: z
    .array(
      z.object({
        severity: z.enum(['error', 'warning']),
        code: z.string(),
        file: z.string(),
        message: z.string(),
        hint: z.string(),
      }),
    )
    .nonempty(),
});

describe('--json', () => {
  it.each([
    ['check', ['check', MONTH], ['month', 'refused', 'files', 'counts', 'problems']],
    ['run', ['run', MONTH], ['program', 'month', 'totals', 'assumed', 'inputs', 'outputs']],
    ['explain', ['explain', 'A1', MONTH], ['agent_id', 'lines']],
    ['explain --day', ['explain', 'A1', MONTH, '--day', '2025-04-01'], ['date']],
    ['explain --signup', ['explain', MONTH, '--signup', 'S1'], ['signup_id', 'outcome']],
    [
      'export --draft',
      ['export', MONTH, '--template', 'plain', '--draft'],
      ['month', 'template', 'file', 'payments', 'control_total', 'left_out'],
    ],
    [
      'explain --customer',
      ['explain', MONTH, '--customer', '13900000101'],
      ['customer_no', 'signups', 'calls'],
    ],
  ])('of %s', async (_, args, keys) => {
    const { code, stdout } = await telepay([...args, '--json'], { cwd: workspaceWith() });
    expect(code).toBe(0);
    expect(Object.keys(anything.parse(JSON.parse(stdout)))).toEqual(expect.arrayContaining(keys));
  });

  it('of init', async () => {
    const folder = join(temporaryFolder(), 'pay');
    const { stdout } = await telepay(['init', folder, '--json']);
    const found = z.object({ folder: z.string(), files: z.array(z.string()) }).parse(JSON.parse(stdout));
    expect(found.folder).toBe(folder);
    expect(found.files).toContain('rules/2025.04.yaml');
  });

  it('of run is summary.json to the letter', async () => {
    const workspace = workspaceWith();
    const { stdout } = await telepay(['run', MONTH, '--json'], { cwd: workspace });
    const { stdout: written } = await telepay(['run', MONTH, '--json', '--out', 'elsewhere'], {
      cwd: workspace,
    });
    expect(stdout).toBe(written);
  });

  it.each([
    ['check of a bad month', 1, ['check', MONTH]],
    ['run of a bad month', 1, ['run', MONTH]],
    ['explain in a bad month', 1, ['explain', 'A1', MONTH]],
    ['variance without a month before', 2, ['variance', MONTH]],
    ['variance over no number', 2, ['variance', MONTH, '--amount', 'much']],
    ['export of an open month', 1, ['export', MONTH, '--template', 'plain']],
    ['export without a template', 2, ['export', MONTH]],
    ['an unknown month', 2, ['run', '2031-01']],
    ['an absent workspace', 2, ['check', MONTH, '--workspace', '/nowhere/at/all']],
    ['a wrong option', 2, ['run', MONTH, '--bogus']],
    ['a rule file that is not there', 2, ['run', MONTH, '--rules', 'none.yaml']],
    ['init over a workspace', 2, ['init', '.']],
  ])('of a refusal: %s', async (_, expected, args) => {
    const workspace = workspaceWith(BAD_MONTH, 'language: en\n');
    const { code, stdout } = await telepay([...args, '--json'], { cwd: workspace });
    expect(refused.parse(JSON.parse(stdout)).refused).toBe(true);
    expect(code).toBe(expected);
  });

  it('of a refusal: settings', async () => {
    const workspace = workspaceWith();
    writeFileSync(join(workspace, 'telepay.yaml'), 'language: fr\n');
    const { code, stdout } = await telepay(['run', MONTH, '--json'], { cwd: workspace });
    expect(refused.parse(JSON.parse(stdout)).problems[0]?.code).toBe('E0109');
    expect(code).toBe(1);
  });

  it('of a refusal: something unknown', async () => {
    const { code, stdout } = await telepay(['explain', 'B1', MONTH, '--json'], { cwd: workspaceWith() });
    expect(refused.parse(JSON.parse(stdout)).problems[0]?.code).toBe('E0113');
    expect(code).toBe(1);
  });
});
