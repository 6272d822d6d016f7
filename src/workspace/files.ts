/** Files that are readable by their owner alone, and on the disk once their writing has returned. */
import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { isCode, naming } from './fault.js';

const POSIX = process.platform !== 'win32';
const OTHERS = 0o077;

/** What a file shall hold: text, bytes, or text in parts that are written one after the other. */
export type Content = string | Uint8Array | Iterable<string>;

/** Makes a new file, or throws: what is there is never overwritten. */
export function writeNew(path: string, content: Content): void {
  naming(path, () => {
    const file = openSync(path, 'wx', 0o600);
    try {
      const parts = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
      for (const part of parts) {
        const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
        for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
      }
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  });
}

/** Puts a folder's entries on the disk, where the system knows such a thing (Windows and some shares do not). */
export function flushFolder(folder: string): void {
  if (!POSIX) return;
  naming(folder, () => {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } catch (error) {
      if (!isCode(error, 'EINVAL', 'ENOTSUP')) throw error;
    } finally {
      closeSync(handle);
    }
  });
}

/** A folder of telepay's own: made if it is not there, and closed to others if it is open to them. */
export function privateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (!POSIX) return;
  const { mode } = statSync(path);
  if ((mode & OTHERS) === 0) return;
  try {
    chmodSync(path, mode & ~OTHERS);
  } catch (error) {
    // Another user's folder is that user's to close; what telepay writes in it is private all the same.
    if (!isCode(error, 'EPERM')) throw error;
  }
}

/**
 * Clears away what was only in the way of tidiness. A failure is no failure of the work: the next start tries
 * again, since everything that this is called for bears a name that it looks for.
 */
export function discard(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // See above.
  }
}
