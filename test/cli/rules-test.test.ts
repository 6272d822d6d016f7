/** `telepay rules test`, and that a month is refused whose rule file does not come to its own examples. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LANGUAGES } from '../../src/base/localized.js';
import { MONTH, PROJECT, telepay, temporaryFolder, workspaceWith } from './program.js';

const FOLDER = join(PROJECT, 'fixtures/rules-test');
const SHIPPED = join(PROJECT, 'rules/2025.04.yaml');

describe('rules test', () => {
  it.each(LANGUAGES)('shows what does not come out, without a workspace: %s', async (lang) => {
    const { code, stdout, stderr } = await telepay(['rules', 'test', 'rules.yaml', '--lang', lang], {
      cwd: FOLDER,
    });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(join(FOLDER, `expected.${lang}.txt`));
  });

  it('gives the same as data', async () => {
    const { code, stdout } = await telepay(['rules', 'test', 'rules.yaml', '--json'], { cwd: FOLDER });
    const failure = z.object({ example: z.string(), line: z.number(), expected: z.array(z.string()) });
    const data = z
      .object({ refused: z.literal(true), files: z.array(z.object({ failures: z.array(failure) })) })
      .parse(JSON.parse(stdout));
    expect(code).toBe(1);
    expect(data.files[0]?.failures[0]).toEqual({ example: 'one', line: 32, expected: ['50'] });
  });

  it('takes every rule file of the workspace where none is named', async () => {
    const { code, stdout } = await telepay(['rules', 'test', '--lang', 'en'], { cwd: workspaceWith() });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^rules\/2025\.04\.yaml: \d+ examples, all come out\n$/);
  });

  it('refuses a file that is no rule file', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'broken.yaml'), 'version: 1\n');
    const { code, stderr } = await telepay(['rules', 'test', 'broken.yaml', '--lang', 'en'], { cwd: folder });
    expect(code).toBe(1);
    expect(stderr).toContain('broken.yaml:1:1: error[E0602]');
  });
});

it('a month is refused whose rules do not come to their examples', async () => {
  const workspace = workspaceWith();
  const text = readFileSync(SHIPPED, 'utf8').replace(
    'product_commission: 362.50',
    'product_commission: 362.40',
  );
  writeFileSync(join(workspace, 'rules/2025.04.yaml'), text);
  const { code, stderr } = await telepay(['run', MONTH, '--lang', 'en'], { cwd: workspace });
  expect(code).toBe(1);
  expect(stderr).toMatch(/rules\/2025\.04\.yaml:\d+:\d+: error\[E0689\] .* product_commission is 362\.5\n/);
  expect(stderr).toContain('telepay rules test rules/2025.04.yaml');
});
