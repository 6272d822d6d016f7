/** Imports run down the house only; each room knows the ones below it and no other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** What each room of src/ may import from, beside itself. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  base: [],
  problems: ['base'],
  yaml: ['problems', 'base'],
  xlsx: ['problems', 'base'],
  input: ['problems', 'base'],
  rules: ['input', 'yaml', 'problems', 'base'],
  calc: ['rules', 'input', 'problems', 'base'],
  report: ['calc', 'rules', 'input', 'xlsx', 'problems', 'base'],
  workspace: ['input', 'yaml', 'problems', 'base'],
  ledger: ['calc', 'rules', 'input', 'problems', 'base'],
  cli: ['commands', 'report', 'workspace', 'problems', 'base'],
  commands: ['xlsx', 'report', 'ledger', 'calc', 'workspace', 'rules', 'input', 'yaml', 'problems', 'base'],
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

const roomOf = (path: string): string => path.split('/')[0] ?? '';

describe('the house', () => {
  it.each(files.filter((name) => name.includes('/')))('%s imports only what lies below it', (name) => {
    const text = readFileSync(join(SRC, name), 'utf8');
    const imports = [...text.matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) =>
      relative(SRC, resolve(SRC, name, '..', path)),
    );
    const allowed = [roomOf(name), ...(BELOW[roomOf(name)] ?? [])];
    expect(imports.filter((path) => !allowed.includes(roomOf(path)))).toEqual([]);
  });

  it.each(files.filter((name) => /^(calc|report|base|rules|yaml)\//.test(name)))(
    '%s is pure: no files, clock or environment',
    (name) => {
      const text = readFileSync(join(SRC, name), 'utf8');
      expect(text).not.toMatch(
        /from 'node:(fs|os|child_process|path)'|\bprocess\.|new Date\(|Date\.now|Math\.random/,
      );
    },
  );
});
