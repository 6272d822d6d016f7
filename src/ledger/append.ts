/** Adding an entry to the ledger: its files, its manifest, and the one rename that makes it part of the chain. */
import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Entry, entryName, headOf } from './chain.js';
import {
  CHECKSUM_FILE,
  checksumText,
  type Manifest,
  MANIFEST_FILE,
  manifestOf,
  manifestText,
  sha256,
  SIGNATURE_FILE,
} from './manifest.js';
import type { Signer } from '../base/ed25519.js';

/** Every file of an entry but its manifest and what vouches for that, by its path in the entry. */
export type SealedFiles = ReadonlyMap<string, string | Uint8Array>;

/** What an entry says of itself, apart from what the chain, the files and the signer decide. */
export type Statement<M extends Manifest = Manifest> = M extends Manifest
  ? Omit<M, 'format' | 'sequence' | 'previous' | 'files' | 'key'>
  : never;

/** Writes files somewhere, flushed to the disk. */
export interface Writer {
  /** A folder beside the ledger's entries for what is not yet one of them. */
  readonly staged: string;
  readonly write: (path: string, content: string | Uint8Array) => void;
  readonly flush: (folder: string) => void;
}

/** The manifest of the next entry of a chain. */
export function nextManifest(
  entries: readonly Entry[],
  statement: Statement,
  files: SealedFiles,
  signer?: Signer,
): Manifest {
  return manifestOf({
    format: 1,
    sequence: entries.length + 1,
    previous: headOf(entries) ?? null,
    ...statement,
    key: signer?.publicKey ?? null,
    files: Object.fromEntries([...files].map(([path, content]) => [path, sha256(content)])),
  });
}

/**
 * Writes an entry into the staged folder and moves it into the ledger by one rename: killed at any moment, the
 * entry is there whole or not at all.
 */
export function appendEntry(
  ledger: string,
  entries: readonly Entry[],
  statement: Statement,
  files: SealedFiles,
  writer: Writer,
  signer?: Signer,
): Entry {
  const manifest = nextManifest(entries, statement, files, signer);
  const text = manifestText(manifest);
  const signature = signer?.sign(text);
  const hash = sha256(text);
  const own: [string, string][] = [
    [MANIFEST_FILE, text],
    [CHECKSUM_FILE, checksumText(hash)],
    ...(signature === undefined ? [] : [[SIGNATURE_FILE, signature] satisfies [string, string]]),
  ];
  const folders = new Set([writer.staged]);
  for (const [path, content] of [...files, ...own]) {
    const target = join(writer.staged, path);
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    for (let folder = dirname(target); folder !== writer.staged; folder = dirname(folder))
      folders.add(folder);
    writer.write(target, content);
  }
  for (const folder of folders) writer.flush(folder);
  const name = entryName(manifest);
  const folder = join(ledger, name);
  renameSync(writer.staged, folder);
  writer.flush(ledger);
  return { name, folder, manifest, text, hash, signature };
}
