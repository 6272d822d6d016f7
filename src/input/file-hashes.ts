/** Hashes of files as they lie on the disk, to tell whether they are still those that were read. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { copiesIn } from './folder.js';

export interface FileHash {
  readonly file: string;
  /** SHA-256 of all bytes. */
  readonly sha256: string;
}

/** The exports in a folder with their hashes; none where there is no such folder. */
export async function hashExports(folder: string): Promise<FileHash[]> {
  const hashes: FileHash[] = [];
  for (const [file, path] of (await copiesIn(folder))?.paths ?? []) {
    hashes.push({ file, sha256: await hashFile(path) });
  }
  return hashes;
}

/** The SHA-256 of a file's bytes. Throws what the operating system throws. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: READ_AT_ONCE }), hash);
  return hash.digest('hex');
}

const READ_AT_ONCE = 1 << 20;
