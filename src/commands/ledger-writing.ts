/** Writing the ledger: one command at a time, and what an interrupted one left half done is finished first. */
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { type Entry, entriesOf, historyName } from '../ledger/chain.js';
import { appendEntry, type SealedFiles, type Statement } from '../ledger/append.js';
import type { Signer } from '../base/ed25519.js';
import { discard, flushFolder, privateFolder, writeNew } from '../workspace/files.js';
import { asOnlyWriter, stagedBeside } from '../workspace/folder.js';
import type { Workspace } from '../workspace/workspace.js';
import { ledgerFolder } from './closed-months.js';

/** The ledger in the hands of its only writer. */
export interface LedgerWriter {
  /** Adds an entry to the chain that `entries` is, whole or not at all. */
  readonly append: (
    entries: readonly Entry[],
    statement: Statement,
    files: SealedFiles,
    signer?: Signer,
  ) => Entry;
}

/** Runs `work` as the only writer of the ledger, whatever the month: each entry links to the one before. */
export async function writingLedger<T>(
  workspace: Workspace,
  work: (writer: LedgerWriter) => Promise<T> | T,
): Promise<T> {
  const ledger = ledgerFolder(workspace);
  privateFolder(ledger);
  const place = join(ledger, 'entry');
  return asOnlyWriter(place, () =>
    work({
      append: (entries, statement, files, signer) => {
        setAsideUndone(ledger, entries);
        const disk = { staged: stagedBeside(place), write: writeNew, flush: flushFolder };
        try {
          return appendEntry(ledger, entries, statement, files, disk, signer);
        } finally {
          discard(disk.staged);
        }
      },
    }),
  );
}

/** Seals of months that were opened again leave the month's name to the next close, and stay as history. */
export function setAsideUndone(ledger: string, entries: readonly Entry[]): void {
  const undone = new Set(entriesOf(entries, 'reopen').map(({ manifest }) => manifest.seal));
  for (const { folder, manifest, hash } of entriesOf(entries, 'close')) {
    const aside = join(ledger, historyName(manifest));
    if (!undone.has(hash) || folder === aside) continue;
    renameSync(folder, aside);
    flushFolder(ledger);
  }
}
