/** Hashes of a month's exports as they lie on the disk, to tell whether they are still those that were read. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ProblemLog } from '../base/problem-log.js';
import { listExports } from './folder.js';

export interface FileHash {
  readonly file: string;
  /** SHA-256 of all bytes. */
  readonly sha256: string;
}

/** The exports in a folder with their hashes. Throws what the operating system throws. */
export async function hashExports(folder: string): Promise<FileHash[]> {
  const found = (await listExports(folder, folder, new ProblemLog())) ?? new Map<never, never>();
  const hashes: FileHash[] = [];
  for (const { name, path } of [...found.values()].flat()) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(path, { highWaterMark: READ_AT_ONCE }), hash);
    hashes.push({ file: name, sha256: hash.digest('hex') });
  }
  return hashes;
}

const READ_AT_ONCE = 1 << 20;
