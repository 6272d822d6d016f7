/** Signing what is written into the ledger: a name is a statement, and a proof where telepay.yaml lists keys. */
import { readFileSync } from 'node:fs';
import { readSigner, type Signer } from '../base/ed25519.js';
import { type Problem, problem } from '../base/problem.js';
import type { ProblemLog } from '../base/problem-log.js';
import { SIGNING_PROBLEMS } from '../problems/signing.js';
import { naming } from '../workspace/fault.js';
import type { Workspace } from '../workspace/workspace.js';

/** Who does something to the ledger. */
export interface Author {
  readonly by: string;
  /** PEM file of an ed25519 private key. */
  readonly key?: string;
}

/**
 * The signer for what `by` does; undefined where nothing is signed. Where telepay.yaml lists keys, everybody
 * must sign with his own: otherwise the problem is in the log.
 */
export function signerOf({ settings }: Workspace, { by, key }: Author, log: ProblemLog): Signer | undefined {
  const signer = key === undefined ? undefined : readSigner(naming(key, () => readFileSync(key, 'utf8')));
  if (key !== undefined && !signer) log.add(problem(SIGNING_PROBLEMS.no_private_key, { file: key }, {}));
  else log.addAll(unproven(settings.approval.keys, by, signer));
  return signer;
}

function unproven(keys: ReadonlyMap<string, string>, by: string, signer: Signer | undefined): Problem[] {
  if (keys.size === 0) return [];
  const place = { file: 'telepay.yaml' };
  const listed = keys.get(by);
  if (listed === undefined) {
    return [problem(SIGNING_PROBLEMS.unknown_signer, place, { by, known: [...keys.keys()] })];
  }
  if (!signer) return [problem(SIGNING_PROBLEMS.unsigned, place, { by })];
  return signer.publicKey === listed ? [] : [problem(SIGNING_PROBLEMS.other_key, place, { by })];
}
