/** Keeping what holds wages and customers out of a repository. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeNew } from '../workspace/files.js';

export const GITIGNORE = '.gitignore';

/** What a folder's .gitignore lacks of these names, to be put behind its text. */
export function lackedBy(folder: string, names: readonly string[]): string {
  const path = join(folder, GITIGNORE);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const lines = text.split('\n').map((line) => line.trim().replace(/^\//, ''));
  const missing = names.filter((line) => !lines.includes(line));
  const lineEnd = text === '' || text.endsWith('\n') ? '' : '\n';
  return missing.length === 0 ? '' : lineEnd + missing.map((line) => `${line}\n`).join('');
}

/** Puts that text there. A fresh repository has a file of its own, which only grows. */
export function ignore(folder: string, lacked: string): void {
  const path = join(folder, GITIGNORE);
  if (existsSync(path)) appendFileSync(path, lacked);
  else writeNew(path, lacked);
}
