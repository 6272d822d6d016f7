/** Sealing a month: its files, its manifest, and the one rename that makes it closed. */
import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Month } from '../base/period.js';
import { headOf, type Seal } from './chain.js';
import { type Manifest, MANIFEST_FILE, manifestText, sha256 } from './manifest.js';

/** Every file of a seal but its manifest, by its path in the seal. */
export type SealedFiles = ReadonlyMap<string, string | Uint8Array>;

/** What a close says of itself, apart from what the chain and the files decide. */
export type Closing = Omit<Manifest, 'format' | 'sequence' | 'previous' | 'files'>;

/** The manifest of the next seal of a chain. */
export function nextManifest(seals: readonly Seal[], closing: Closing, files: SealedFiles): Manifest {
  return {
    format: 1,
    sequence: seals.length + 1,
    previous: headOf(seals) ?? null,
    ...closing,
    files: Object.fromEntries([...files].map(([path, content]) => [path, sha256(content)])),
  };
}

/** Writes files somewhere, flushed to the disk. */
export interface Writer {
  readonly write: (path: string, content: string | Uint8Array) => void;
  readonly flush: (folder: string) => void;
}

/**
 * Writes a seal into `staged` and moves it to `ledger/MONTH` by one rename: killed at any moment, the month is
 * closed whole or not at all. Returns the chain's new head.
 */
export function writeSeal(
  ledger: string,
  staged: string,
  month: Month,
  manifest: Manifest,
  files: SealedFiles,
  disk: Writer,
): string {
  const text = manifestText(manifest);
  const folders = new Set([staged]);
  for (const [path, content] of [...files, [MANIFEST_FILE, text] as const]) {
    const target = join(staged, path);
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    folders.add(dirname(target));
    disk.write(target, content);
  }
  for (const folder of folders) disk.flush(folder);
  renameSync(staged, join(ledger, month));
  disk.flush(ledger);
  return sha256(text);
}
