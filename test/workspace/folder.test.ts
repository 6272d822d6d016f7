/** Folders of reports: whole or not at all, and what an interruption left is put right at the next start. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asOnlyWriter, replaceFile, replaceFolder } from '../../src/workspace/folder.js';
import { filesBelow, temporaryFolder } from '../cli/program.js';

/** A folder that holds these files, by path. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

const content = (root: string) => Object.fromEntries(filesBelow(root) ?? []);

describe('at its start a writer', () => {
  it.each([
    ['finds all in order', { 'm/a': 'old' }, { 'm/a': 'old' }],
    ['brings back what was set aside', { '.m.old/a': 'old', '.m.new-12ab/a': 'new' }, { 'm/a': 'old' }],
    ['clears away the old when the new is in place', { 'm/a': 'new', '.m.old/a': 'old' }, { 'm/a': 'new' }],
    [
      'clears away what is half written',
      { 'm/a': 'old', '.m.new-12ab/a': 'ne', '.m.new-34cd': 'x' },
      { 'm/a': 'old' },
    ],
    [
      'leaves what belongs to others',
      {
        '.m-provisional.new-12ab/a': '1',
        '.m.new-things/a': '2',
        '.m.newer': '3',
        'm.problems.csv': '4',
        '.n.old/a': '5',
      },
      {
        '.m-provisional.new-12ab/a': '1',
        '.m.new-things/a': '2',
        '.m.newer': '3',
        'm.problems.csv': '4',
        '.n.old/a': '5',
      },
    ],
  ])('%s', async (_, before, after) => {
    const root = folderWith(before);
    await asOnlyWriter(join(root, 'm'), () => undefined);
    expect(content(root)).toEqual(after);
  });
});

describe('replaceFolder', () => {
  it('leaves exactly the given files', () => {
    const root = folderWith({ 'm/a': 'old', 'm/b': 'old' });
    replaceFolder(
      join(root, 'm'),
      new Map<string, string | Uint8Array>([
        ['a', 'new'],
        ['c', Buffer.from('bytes')],
      ]),
    );
    expect(content(root)).toEqual({ 'm/a': 'new', 'm/c': 'bytes' });
    expect(readdirSync(root)).toEqual(['m']);
  });

  it('leaves the old ones when a file can’t be written', () => {
    const root = folderWith({ 'm/a': 'old' });
    const files = new Map([
      ['a', 'new'],
      ['no/such/folder', 'new'],
    ]);
    expect(() => {
      replaceFolder(join(root, 'm'), files);
    }).toThrow(/ENOENT/);
    expect(content(root)).toEqual({ 'm/a': 'old' });
    expect(readdirSync(root)).toEqual(['m']);
  });

  it('leaves the old ones when what makes a file’s parts fails', () => {
    const root = folderWith({ 'm/a': 'old' });
    function* parts(): Generator<string> {
      yield 'some';
      throw new Error('no more');
    }
    expect(() => {
      replaceFolder(join(root, 'm'), new Map([['a', parts()]]));
    }).toThrow('no more');
    expect(content(root)).toEqual({ 'm/a': 'old' });
  });
});

describe('replaceFile', () => {
  it('writes parts one after the other, in the folder or beside it', () => {
    const root = folderWith({ 'm/a': 'old' });
    replaceFile(join(root, 'm'), join(root, 'm', 'a'), ['n', 'e', 'w']);
    replaceFile(join(root, 'm'), join(root, 'm.txt'), 'beside');
    expect(content(root)).toEqual({ 'm/a': 'new', 'm.txt': 'beside' });
  });

  it('leaves the old content when it fails', () => {
    const root = folderWith({ 'm/a': 'old' });
    expect(() => {
      replaceFile(join(root, 'm'), join(root, 'gone', 'a'), 'new');
    }).toThrow(/ENOENT/);
    expect(readdirSync(root)).toEqual(['m']);
    expect(readFileSync(join(root, 'm/a'), 'utf8')).toBe('old');
  });
});
