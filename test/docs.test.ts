/**
 * What the documents show is what telepay does. Every ```console block of README.md and docs/ is run in a fresh
 * copy of the demo workspace: a line `$ command` is a command, the lines behind it are what it prints (on
 * standard output; on standard error where that stays empty), a line `...` stands for any lines, and `…` in a
 * line for any text, such as a time or a hash. Blocks of other kinds, such as ```sh, are not run.
 */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDemo } from '../scripts/demo/write.js';
import { PROGRAM, PROJECT, runCommand, temporaryFolder } from './cli/program.js';

interface Example {
  readonly command: string;
  readonly printed: readonly string[];
}

interface Block {
  readonly place: string;
  readonly examples: readonly Example[];
}

function blocksOf(document: string): Block[] {
  const text = readFileSync(join(PROJECT, document), 'utf8');
  return [...text.matchAll(/^```console\n(.*?)^```$/gms)].map((match) => {
    const line = text.slice(0, match.index).split('\n').length;
    return { place: `${document}:${line}`, examples: examplesIn(match[1] ?? '') };
  });
}

function examplesIn(block: string): Example[] {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...printed] = part.trimEnd().split('\n');
      return { command, printed };
    });
}

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The lines as a pattern, in which `...` is any lines or none. */
function patternOf(lines: readonly string[]): RegExp {
  const parts = lines.map((line) =>
    line.trim() === '...' ? '(?:.*\n)*' : `${line.split('…').map(literal).join('.*')}\n`,
  );
  return new RegExp(`^${parts.join('')}$`);
}

const folders = existsSync(join(PROJECT, 'docs')) ? readdirSync(join(PROJECT, 'docs')) : [];
const documents = [
  'README.md',
  ...folders.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
];

let demo = '';
let bin = '';

beforeAll(() => {
  demo = mkdtempSync(join(tmpdir(), 'telepay-docs-'));
  cpSync(join(PROJECT, 'fixtures/demo/telepay.yaml'), join(demo, 'fixtures/demo/telepay.yaml'));
  writeDemo(join(demo, 'fixtures/demo'));
  bin = join(demo, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'telepay'), `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`);
  chmodSync(join(bin, 'telepay'), 0o755);
});

afterAll(() => {
  rmSync(demo, { recursive: true, force: true });
});

/** The demo workspace, at its place beside the shipped rules. */
function freshDemo(): string {
  const root = temporaryFolder();
  symlinkSync(join(PROJECT, 'rules'), join(root, 'rules'));
  cpSync(join(demo, 'fixtures'), join(root, 'fixtures'), { recursive: true });
  return join(root, 'fixtures/demo');
}

const withBlocks = documents.filter((document) => blocksOf(document).length > 0);

describe.each(withBlocks)('%s', (document) => {
  it.each(blocksOf(document))('$place', async ({ examples }) => {
    expect(examples.length).toBeGreaterThan(0);
    const cwd = freshDemo();
    const env = { PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
    for (const { command, printed } of examples) {
      const { stdout, stderr } = await runCommand('sh', ['-c', command], { cwd, env });
      const found = (stdout === '' ? stderr : stdout).replaceAll('\r\n', '\n');
      if (!patternOf(printed).test(found))
        expect(`$ ${command}\n${found}`).toBe(`$ ${command}\n${printed.join('\n')}\n`);
    }
  });
});

it('looks at blocks at all', () => {
  expect(blocksOf('README.md').length).toBeGreaterThan(0);
});
