/** `telepay rules lint` on the command line: exit codes, the workspace's files, data. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PROJECT, telepay, temporaryFolder, workspaceWith } from './program.js';

const CLIFF = join(PROJECT, 'fixtures/lint/cliff-money');
const lintIn = (cwd: string, ...rest: string[]) => telepay(['rules', 'lint', ...rest], { cwd });

describe('rules lint', () => {
  it('tells findings and exits with 0, with --strict with 1', async () => {
    const plain = await lintIn(CLIFF, 'rules.yaml', '--lang', 'en');
    expect({ code: plain.code, stderr: plain.stderr }).toEqual({ code: 0, stderr: '' });
    expect(plain.stdout).toMatch(/^rules\.yaml:12:128: warning\[W0850\] `commission` has a cliff/);
    expect(plain.stdout).toMatch(/\n\nrules\.yaml: 1 finding\n$/);
    const strict = await lintIn(CLIFF, 'rules.yaml', '--strict', '--lang', 'en');
    expect({ code: strict.code, stdout: strict.stdout }).toEqual({ code: 1, stdout: plain.stdout });
  });

  it('takes every rule file of the workspace, and lists what is assumed where asked', async () => {
    const workspace = workspaceWith();
    const { code, stdout } = await lintIn(workspace, '--strict', '--lang', 'en');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^rules\/2025\.04\.yaml: no findings; \d+ assumed values; --assumed lists them\n$/,
    );
    const listed = await lintIn(workspace, '--assumed', '--lang', 'en');
    expect(listed.stdout).toContain('products.INFO_2.points = 1 or 0.5 or 1.5  P-5: the points are lost');
  });

  it('gives the same as data', async () => {
    const { code, stdout } = await lintIn(CLIFF, 'rules.yaml', '--json', '--lang', 'en');
    const data = z
      .object({
        refused: z.literal(false),
        files: z.array(z.object({ file: z.string(), findings: z.number(), assumed: z.array(z.unknown()) })),
        findings: z.array(z.object({ code: z.string(), line: z.number(), column: z.number() })),
      })
      .parse(JSON.parse(stdout));
    expect(code).toBe(0);
    expect(data.files).toEqual([{ file: 'rules.yaml', findings: 1, assumed: [] }]);
    expect(data.findings).toEqual([{ code: 'W0850', line: 12, column: 128 }]);
  });

  it('refuses a file that is no rule file, and tells the findings of the others', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'broken.yaml'), 'version: 1\n');
    const { code, stdout, stderr } = await lintIn(
      folder,
      'broken.yaml',
      join(CLIFF, 'rules.yaml'),
      '--lang',
      'en',
    );
    expect(code).toBe(1);
    expect(stderr).toContain('broken.yaml:1:1: error[E0602]');
    expect(stdout).toContain('W0850');
  });

  it('tells a file that is not there apart', async () => {
    expect((await lintIn(CLIFF, 'none.yaml')).code).toBe(2);
  });
});
