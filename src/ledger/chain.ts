/** The chain of the ledger's entries as it lies on the disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMonth, shiftMonth } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import { LEDGER_PROBLEMS } from '../problems/ledger.js';
import {
  CHECKSUM_FILE,
  checksumText,
  type EntryKind,
  type Manifest,
  MANIFEST_FILE,
  type ManifestOf,
  parseManifest,
  sha256,
  SIGNATURE_FILE,
} from './manifest.js';

/** One entry: a closed month, or what was done about one. */
export interface Entry<M extends Manifest = Manifest> {
  /** Name of its folder in ledger/. */
  readonly name: string;
  readonly folder: string;
  readonly manifest: M;
  /** manifest.json as it stands on the disk. */
  readonly text: string;
  /** Hash of the manifest: what the next entry links to, and, of the last one, the head of the chain. */
  readonly hash: string;
  /** What manifest.sig holds, in base64, where the entry is signed. */
  readonly signature: string | undefined;
}

export type EntryOf<Kind extends EntryKind> = Entry<ManifestOf<Kind>>;

/** An entry that leaves a state: a closed month, or month zero. */
export type Seal = EntryOf<'close' | 'open'>;

export type ChainReading = { readonly entries: readonly Entry[] } | { readonly problems: readonly Problem[] };

/** Path of the copy of a rule file within an entry: where several were in force, the others are numbered from 2. */
export const sealedRules = (index: number): string =>
  index === 0 ? 'rules.yaml' : `rules-${String(index + 1)}.yaml`;

/** The folder's name of an entry: a month's seal bears the month, all else its place in the chain. */
export function entryName({ kind, month, sequence }: Pick<Manifest, 'kind' | 'month' | 'sequence'>): string {
  return kind === 'close' || kind === 'open' ? month : historyName({ kind, month, sequence });
}

/** The name of an entry that is no month's seal, or no more. */
export const historyName = ({
  kind,
  month,
  sequence,
}: Pick<Manifest, 'kind' | 'month' | 'sequence'>): string =>
  `${String(sequence).padStart(4, '0')}-${kind}-${month}`;

const HISTORY_NAME = /^\d{4,}-[a-z]+-\d{4}-\d{2}$/;

/** Whether an entry of the ledger could lie in a folder of this name. */
export const isEntryName = (name: string): boolean =>
  parseMonth(name) !== undefined || HISTORY_NAME.test(name);

/** Reads the manifests in the order of the chain, and checks that each links to the one before. */
export function readChain(ledger: string): ChainReading {
  const names = existsSync(ledger) ? readdirSync(ledger).filter(isEntryName).toSorted() : [];
  const found = names.map((name) => readEntry(join(ledger, name), name));
  const problems = found.flatMap((one) => ('problem' in one ? [one.problem] : []));
  if (problems.length > 0) return { problems };
  const entries = found
    .flatMap((one) => ('problem' in one ? [] : [one]))
    .toSorted((a, b) => a.manifest.sequence - b.manifest.sequence);
  for (const [index, entry] of entries.entries()) {
    const fault = linkFault(entries.slice(0, index), entry);
    if (fault) return { problems: [fault] };
  }
  return { entries };
}

/** The hash of the last entry: what a firm keeps elsewhere to notice a chain rewritten or cut short. */
export const headOf = (entries: readonly Entry[]): string | undefined => entries.at(-1)?.hash;

function readEntry(folder: string, name: string): Entry | { problem: Problem } {
  const file = `ledger/${name}/${MANIFEST_FILE}`;
  const broken = (detail: string) => ({
    problem: problem(LEDGER_PROBLEMS.seal_broken, { file }, { detail }),
  });
  const path = join(folder, MANIFEST_FILE);
  if (!existsSync(path)) return broken('missing');
  const text = readFileSync(path, 'utf8');
  const parsed = parseManifest(text);
  if ('detail' in parsed) return broken(parsed.detail);
  const { manifest } = parsed;
  const hash = sha256(text);
  const checksum = join(folder, CHECKSUM_FILE);
  if (!existsSync(checksum) || readFileSync(checksum, 'utf8') !== checksumText(hash)) {
    return broken(`SHA-256 ${hash}, ${CHECKSUM_FILE}`);
  }
  if (name !== entryName(manifest) && name !== historyName(manifest)) {
    return broken(`${manifest.kind} ${manifest.month}, ${manifest.sequence}`);
  }
  const signed = join(folder, SIGNATURE_FILE);
  const signature = existsSync(signed) ? readFileSync(signed, 'utf8') : undefined;
  return { name, folder, manifest, text, hash, signature };
}

/** What is wrong with how an entry follows those before it. */
function linkFault(earlier: readonly Entry[], entry: Entry): Problem | undefined {
  const before = earlier.at(-1);
  const { manifest, name } = entry;
  const linked = manifest.previous === (before?.hash ?? null) && manifest.sequence === earlier.length + 1;
  if (linked && followsMonths(earlier, entry)) return undefined;
  const params = { entry: name, before: before?.name ?? '' };
  return problem(LEDGER_PROBLEMS.chain_broken, { file: `ledger/${name}/${MANIFEST_FILE}` }, params);
}

/** A month's seal follows the month before; all else is about a month that is closed. */
function followsMonths(earlier: readonly Entry[], { manifest }: Entry): boolean {
  const seals = sealsOf(earlier);
  const last = seals.at(-1)?.manifest.month;
  switch (manifest.kind) {
    case 'open':
      return last === undefined;
    case 'close':
      return last === undefined || manifest.month === shiftMonth(last, 1);
    case 'correct':
      return seals.some((seal) => seal.manifest.month === manifest.month);
    case 'reopen':
      return seals.at(-1)?.hash === manifest.seal;
    case 'approve':
    case 'export':
      return seals.some((seal) => seal.hash === manifest.seal);
  }
}

/** The closed months in their order, month zero among them, without those that were opened again. */
export function sealsOf(entries: readonly Entry[]): Seal[] {
  const undone = new Set(entriesOf(entries, 'reopen').map((entry) => entry.manifest.seal));
  return entriesOf(entries, 'open', 'close').filter((seal) => !undone.has(seal.hash));
}

/** The entries of these kinds, in the order of the chain. */
export function entriesOf<Kind extends EntryKind>(
  entries: readonly Entry[],
  ...kinds: Kind[]
): EntryOf<Kind>[] {
  return entries.flatMap(({ manifest, ...entry }) => (isOf(manifest, kinds) ? [{ ...entry, manifest }] : []));
}

const isOf = <Kind extends EntryKind>(
  manifest: Manifest,
  kinds: readonly Kind[],
): manifest is ManifestOf<Kind> => kinds.some((kind) => kind === manifest.kind);
