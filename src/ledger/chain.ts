/** The chain of sealed months as it lies on the disk, and what it leaves to the next month. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byText } from '../base/order.js';
import { type Month, parseMonth, shiftMonth } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import { advance } from '../calc/closing.js';
import { NO_PAST_MONTHS, type Past } from '../calc/past.js';
import { LEDGER_PROBLEMS } from '../problems/ledger.js';
import { loadPlan } from '../rules/load.js';
import { type Manifest, MANIFEST_FILE, parseManifest, sha256 } from './manifest.js';
import { BrokenState, readState } from './state-files.js';

/** A sealed month. */
export interface Seal {
  readonly folder: string;
  readonly manifest: Manifest;
  /** Hash of the manifest: what the next seal links to, and, of the last one, the head of the chain. */
  readonly hash: string;
}

export type ChainReading = { readonly seals: readonly Seal[] } | { readonly problems: readonly Problem[] };

/** Path of the copy of the rule file within a seal. */
export const SEALED_RULES = 'rules.yaml';

/** Reads the manifests in the order of their months, and checks that each links to the one before. */
export function readChain(ledger: string): ChainReading {
  const months = existsSync(ledger) ? readdirSync(ledger).flatMap((name) => parseMonth(name) ?? []) : [];
  const seals: Seal[] = [];
  for (const month of months.toSorted(byText)) {
    const folder = join(ledger, month);
    const seal = readSeal(folder, month);
    if ('problem' in seal) return { problems: [seal.problem] };
    const fault = linkFault(seals.at(-1), seal, month);
    if (fault) return { problems: [fault] };
    seals.push(seal);
  }
  return { seals };
}

/** The hash of the last manifest: what a firm keeps elsewhere to notice a chain rewritten or cut short. */
export const headOf = (seals: readonly Seal[]): string | undefined => seals.at(-1)?.hash;

function readSeal(folder: string, month: Month): Seal | { problem: Problem } {
  const file = `ledger/${month}/${MANIFEST_FILE}`;
  const path = join(folder, MANIFEST_FILE);
  if (!existsSync(path))
    return { problem: problem(LEDGER_PROBLEMS.seal_broken, { file }, { detail: 'missing' }) };
  const text = readFileSync(path, 'utf8');
  const parsed = parseManifest(text);
  if ('detail' in parsed) return { problem: problem(LEDGER_PROBLEMS.seal_broken, { file }, parsed) };
  return { folder, manifest: parsed.manifest, hash: sha256(text) };
}

function linkFault(before: Seal | undefined, seal: Seal, month: Month): Problem | undefined {
  const file = `ledger/${month}/${MANIFEST_FILE}`;
  const { manifest } = seal;
  if (manifest.month !== month) {
    return problem(LEDGER_PROBLEMS.seal_broken, { file }, { detail: `month ${manifest.month}` });
  }
  const next = before && shiftMonth(before.manifest.month, 1);
  const linked = manifest.previous === (before?.hash ?? null) && (next === undefined || next === month);
  if (linked && manifest.sequence === (before?.manifest.sequence ?? 0) + 1) return undefined;
  return problem(LEDGER_PROBLEMS.chain_broken, { file }, { month, before: before?.manifest.month ?? '' });
}

export type PastReading = { readonly past: Past } | { readonly problems: readonly Problem[] };

/** What the sealed months leave to the next one. Each file is held against its hash before it is believed. */
export function pastOf(seals: readonly Seal[]): PastReading {
  let past = NO_PAST_MONTHS;
  for (const seal of seals) {
    const { month } = seal.manifest;
    const folder = `ledger/${month}`;
    try {
      const state = readState(month, (file) => readSealed(seal, file).toString('utf8'));
      const rules = loadPlan(readSealed(seal, SEALED_RULES), `${folder}/${SEALED_RULES}`);
      if ('problems' in rules) return { problems: rules.problems };
      past = advance(past, state, rules.plan);
    } catch (error) {
      if (!(error instanceof BrokenState)) throw error;
      const place = { file: `${folder}/${error.file}` };
      return { problems: [problem(LEDGER_PROBLEMS.seal_broken, place, { detail: error.detail })] };
    }
  }
  return { past };
}

/** The bytes of a sealed file. Throws BrokenState when they are not those that were sealed. */
export function readSealed(seal: Seal, file: string): Buffer {
  const path = join(seal.folder, file);
  if (!existsSync(path)) throw new BrokenState(file, 'missing');
  const bytes = readFileSync(path);
  const found = sha256(bytes);
  if (found !== seal.manifest.files[file]) throw new BrokenState(file, `SHA-256 ${found}`);
  return bytes;
}
