/** Which program this is: where it lies, and its version. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const PROGRAM_FOLDER = resolve(import.meta.dirname, '../..');

/** The rule files that come with the program. */
export const SHIPPED_RULES = resolve(PROGRAM_FOLDER, 'rules');

export const VERSION = readVersion();

/** Name and version, as reports and seals bear them. */
export const PROGRAM = `telepay ${VERSION}`;

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(resolve(PROGRAM_FOLDER, 'package.json'), 'utf8'));
  if (manifest === null || typeof manifest !== 'object' || !('version' in manifest))
    throw new Error('no version');
  return String(manifest.version);
}
