/** Whether the files of an entry are the very ones that were sealed. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { verifies } from '../base/ed25519.js';
import { byText } from '../base/order.js';
import { type Problem, problem } from '../base/problem.js';
import { LEDGER_PROBLEMS } from '../problems/ledger.js';
import { VERIFY_PROBLEMS } from '../problems/verify.js';
import { type Entry, isEntryName } from './chain.js';
import { CHECKSUM_FILE, MANIFEST_FILE, SIGNATURE_FILE } from './manifest.js';
import { BrokenSeal, readSealed } from './sealed-file.js';

/** Everything that is not as it was sealed: a file changed, missing or added, a signature that does not fit. */
export function entryProblems(entry: Entry): Problem[] {
  const { manifest, name, folder } = entry;
  const sealed = Object.keys(manifest.files);
  const own = [MANIFEST_FILE, CHECKSUM_FILE, ...(manifest.key === null ? [] : [SIGNATURE_FILE])];
  const known = new Set([...sealed, ...own]);
  return [
    ...sealed.flatMap((file) => brokenFile(entry, file)),
    ...filesIn(folder)
      .filter((file) => !known.has(file))
      .map((file) => problem(VERIFY_PROBLEMS.foreign_file, { file: `ledger/${name}/${file}` }, {})),
    ...brokenSignature(entry),
  ];
}

/** What lies in the ledger beside its entries, but for what telepay itself has under way there. */
export function strayProblems(ledger: string): Problem[] {
  const names = existsSync(ledger) ? readdirSync(ledger).toSorted(byText) : [];
  return names
    .filter((name) => !isEntryName(name) && !name.startsWith('.'))
    .map((name) => problem(VERIFY_PROBLEMS.foreign_file, { file: `ledger/${name}` }, {}));
}

function brokenFile(entry: Entry, file: string): Problem[] {
  try {
    readSealed(entry, file);
    return [];
  } catch (error) {
    if (!(error instanceof BrokenSeal)) throw error;
    return [problem(LEDGER_PROBLEMS.seal_broken, { file: error.file }, { detail: error.detail })];
  }
}

function brokenSignature({ manifest, name, text, signature }: Entry): Problem[] {
  const { key, by } = manifest;
  if (key === null || (signature !== undefined && verifies(key, text, signature))) return [];
  return [problem(VERIFY_PROBLEMS.signature_broken, { file: `ledger/${name}/${SIGNATURE_FILE}` }, { by })];
}

/** Every file below a folder, by its path from there. */
function filesIn(folder: string): string[] {
  const found = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => byText(a.name, b.name));
  return found.flatMap((one) =>
    one.isDirectory() ? filesIn(join(folder, one.name)).map((file) => `${one.name}/${file}`) : [one.name],
  );
}
