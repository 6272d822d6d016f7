/** Files of an entry, believed only when they are what was sealed. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, problem } from '../base/problem.js';
import { LEDGER_PROBLEMS } from '../problems/ledger.js';
import type { Entry } from './chain.js';
import { sha256 } from './manifest.js';

/** A file of an entry that does not hold what it should; the file's path within the entry. */
export class BrokenSeal extends Error {
  constructor(
    readonly file: string,
    readonly detail: string,
  ) {
    super(`${file}: ${detail}`);
    this.name = 'BrokenSeal';
  }
}

/** The bytes of a sealed file. Throws BrokenSeal when they are not those that were sealed. */
export function readSealed(entry: Entry, file: string): Buffer {
  const shown = `ledger/${entry.name}/${file}`;
  const path = join(entry.folder, file);
  if (!existsSync(path) || !statSync(path).isFile()) throw new BrokenSeal(shown, 'missing');
  const bytes = readFileSync(path);
  const found = sha256(bytes);
  if (found !== entry.manifest.files[file]) throw new BrokenSeal(shown, `SHA-256 ${found}`);
  return bytes;
}

/** What `read` gives, or the problem of the sealed file that it could not believe. */
export function believing<T>(
  read: () => T,
): { readonly value: T } | { readonly problems: readonly Problem[] } {
  try {
    return { value: read() };
  } catch (error) {
    if (!(error instanceof BrokenSeal)) throw error;
    return {
      problems: [problem(LEDGER_PROBLEMS.seal_broken, { file: error.file }, { detail: error.detail })],
    };
  }
}
