/** Whatever lies in a month's folder: a clear word, the right exit code, never a stack trace, no endless wait. */
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  CLEAN_MONTH,
  type Ending,
  MONTH,
  PROGRAM,
  runCommand,
  STACK_TRACE,
  telepay,
  workspaceWith,
} from './program.js';

const CALLS = String(CLEAN_MONTH['calls.csv']);
const HEADER = CALLS.slice(0, CALLS.indexOf('\n') + 1);

/** The month's folder of a fresh workspace. */
function monthFolder(): { workspace: string; folder: string } {
  const workspace = workspaceWith();
  return { workspace, folder: join(workspace, 'months', MONTH) };
}

function expectRefusal({ code, stderr }: Ending, told: RegExp, expected = 1): void {
  expect(stderr).toMatch(told);
  expect(stderr).not.toMatch(STACK_TRACE);
  expect(code).toBe(expected);
}

describe('calls.csv', () => {
  it.each([
    ['empty', '', /^calls\.csv: error\[E/m],
    ['of the mark of UTF-8 alone', '\uFEFF', /^calls\.csv: error\[E/m],
    ['of a header alone', HEADER, /^calls\.csv: error\[E/m],
    ['without a header', CALLS.slice(HEADER.length), /^calls\.csv: error\[E/m],
    ['cut off within a row', CALLS.slice(0, -30), /^calls\.csv:2:\d+: error\[E/m],
    [
      'cut off within a character',
      Buffer.concat([Buffer.from(CALLS), Buffer.from('C2,A1,王').subarray(0, -1)]),
      /^calls\.csv:3(:\d+)?: error\[E/m,
    ],
    [
      'of random bytes',
      Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256)),
      /^calls\.csv: error\[E/m,
    ],
    ['that is a spreadsheet', Buffer.from('PK\u0003\u0004 and so on'), /^calls\.csv: error\[E/m],
    ['in UTF-16', Buffer.from(`\uFEFF${CALLS}`, 'utf16le'), /^calls\.csv: error\[E/m],
    [
      'in no encoding that is known',
      Buffer.from(`${CALLS}C2,A1,\xff\xff,x\n`, 'latin1'),
      /^calls\.csv:3: error\[E/m,
    ],
    [
      'with a quotation mark that is never closed',
      `${CALLS}"${'x\n'.repeat(500)}`,
      /^calls\.csv:3(:\d+)?: error\[E/m,
    ],
    [
      'that is a web page',
      '<!DOCTYPE html>\n<html><body>Session expired</body></html>\n',
      /^calls\.csv: error\[E/m,
    ],
  ])('%s', async (_, content, told) => {
    const { workspace, folder } = monthFolder();
    writeFileSync(join(folder, 'calls.csv'), content);
    expectRefusal(await telepay(['run', MONTH], { cwd: workspace }), told);
  });

  it('that is a folder', async () => {
    const { workspace, folder } = monthFolder();
    rmSync(join(folder, 'calls.csv'));
    mkdirSync(join(folder, 'calls.csv'));
    const ending = await telepay(['run', MONTH], { cwd: workspace });
    expectRefusal(ending, /^calls\.csv: warning\[W/m);
    expectRefusal(ending, /^calls\.csv: error\[E/m);
  });

  it.each([
    ['a link in a circle', 'calls.csv', /calls\.csv: error\[E0107\] .*circle \(ELOOP\)/],
    ['a link to nothing', 'gone.csv', /calls\.csv: error\[E0107\] .*not there \(ENOENT\)/],
  ])('that is %s', async (_, target, told) => {
    const { workspace, folder } = monthFolder();
    rmSync(join(folder, 'calls.csv'));
    symlinkSync(target, join(folder, 'calls.csv'));
    expectRefusal(await telepay(['run', MONTH], { cwd: workspace }), told, 2);
  });

  it('with a line end in its name', async () => {
    const { workspace, folder } = monthFolder();
    writeFileSync(
      join(folder, 'calls\n2\u001b[31m.csv'),
      `${HEADER}C9,A1,2025-04-01 09:00:00,outbound,answered,x,1,marketing\n`,
    );
    const ending = await telepay(['run', MONTH], { cwd: workspace });
    expectRefusal(ending, /^calls\\u\{a\}2\\u\{1b\}\[31m\.csv:2:\d+: error\[E/m);
    expect(ending.stderr).not.toContain('\u001b');
  });
});

describe('a gigabyte', () => {
  const GIB = 1024 ** 3;
  /** Runs telepay with a heap that a tenth of the file would burst. */
  const inLittleMemory = (cwd: string) =>
    runCommand(process.execPath, ['--max-old-space-size=100', PROGRAM, 'run', MONTH], { cwd });

  function writeSparse(path: string, head: string): void {
    const file = openSync(path, 'w');
    writeSync(file, head);
    ftruncateSync(file, GIB);
    closeSync(file);
  }

  it('of zero bytes', async () => {
    const { workspace, folder } = monthFolder();
    writeSparse(join(folder, 'calls.csv'), HEADER);
    expectRefusal(await inLittleMemory(workspace), /^calls\.csv: error\[E/m);
  });

  it.each([
    ['without a header', '', /^calls\.csv:1(:\d+)?: error\[E/m],
    ['below a header', HEADER, /^calls\.csv:2(:\d+)?: error\[E/m],
  ])('in a single line %s', async (_, head, told) => {
    const { workspace, folder } = monthFolder();
    const file = openSync(join(folder, 'calls.csv'), 'w');
    writeSync(file, head);
    const block = Buffer.alloc(16 * 1024 ** 2, '13900000101,');
    for (let written = 0; written < GIB; written += block.length) writeSync(file, block);
    closeSync(file);
    expectRefusal(await inLittleMemory(workspace), told);
  });
});

describe('rule files and settings', () => {
  it.each([
    ['nested too deep', `a: ${'['.repeat(200_000)}`],
    ['indented too deep', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
    ['a bomb of aliases', `a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n`],
    ['a list', '- a\n- b\n'],
    ['a text', 'rules'],
    ['two documents', 'language: en\n---\nlanguage: zh\n'],
    ['binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff, 0xfe])],
    ['a key of prototypes', '__proto__: { language: zh }\n'],
  ])('%s', async (_, content) => {
    const workspace = workspaceWith();
    writeFileSync(join(workspace, 'mine.yaml'), content);
    expectRefusal(
      await telepay(['run', MONTH, '--rules', 'mine.yaml'], { cwd: workspace }),
      /mine\.yaml:\d+.*error\[E/,
    );
    writeFileSync(join(workspace, 'telepay.yaml'), content);
    expectRefusal(await telepay(['run', MONTH], { cwd: workspace }), /telepay\.yaml:\d+.*error\[E/);
  });

  it.each([
    ['that does nothing', ''],
    ['of comments', '# nothing\n\n'],
  ])('settings %s', async (_, content) => {
    const workspace = workspaceWith(CLEAN_MONTH, content);
    expect((await telepay(['run', MONTH], { cwd: workspace })).code).toBe(0);
  });
});
