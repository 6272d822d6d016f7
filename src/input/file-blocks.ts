/** A file's bytes in blocks of whole lines, in bounded memory whatever the file holds. */
import { open, type FileHandle } from 'node:fs/promises';

const MIB = 1024 * 1024;
const CHUNK_BYTES = MIB;
/** No line of an export is longer; a file whose line breaks were lost must not be loaded whole. */
const MAX_LINE_BYTES = MIB;
export const MAX_LINE = '1 MiB';

const LINE_FEED = 10;

/**
 * Whole lines as they stand in the file (the last one of a file may lack its line end), or a line that is
 * too long to be given. The bytes are valid until the next block is asked for.
 */
export type FileBlock =
  { readonly kind: 'lines'; readonly bytes: Buffer } | { readonly kind: 'line_too_long' };

const LINE_TOO_LONG: FileBlock = { kind: 'line_too_long' };

/** Reads the file at `path` once. `see` gets every chunk as it is read, too long lines included. */
export async function* fileBlocks(path: string, see: (chunk: Buffer) => void): AsyncGenerator<FileBlock> {
  const file = await open(path, 'r');
  try {
    yield* blocksOf(file, see);
  } finally {
    await file.close();
  }
}

async function* blocksOf(file: FileHandle, see: (chunk: Buffer) => void): AsyncGenerator<FileBlock> {
  const buffer = Buffer.allocUnsafe(MAX_LINE_BYTES + CHUNK_BYTES);
  /** How many bytes at the start of the buffer belong to a line whose end was not read yet. */
  let held = 0;
  let skipping = false;
  for (;;) {
    const { bytesRead } = await file.read(buffer, held, CHUNK_BYTES, null);
    if (bytesRead === 0) break;
    see(buffer.subarray(held, held + bytesRead));
    const filled = buffer.subarray(0, held + bytesRead);
    let start = 0;
    const firstEnd = filled.indexOf(LINE_FEED, held);
    if (skipping || (firstEnd < 0 ? filled.length : firstEnd) > MAX_LINE_BYTES) {
      if (!skipping) yield LINE_TOO_LONG;
      skipping = firstEnd < 0;
      start = skipping ? filled.length : firstEnd + 1;
    }
    const end = filled.lastIndexOf(LINE_FEED) + 1;
    if (end > start) yield { kind: 'lines', bytes: filled.subarray(start, end) };
    held = filled.copy(buffer, 0, Math.max(start, end));
  }
  if (held > 0) yield { kind: 'lines', bytes: buffer.subarray(0, held) };
}
