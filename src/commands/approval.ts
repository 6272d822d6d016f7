/** Two pairs of eyes: whether a closed month may be paid out. */
import { verifies } from '../base/ed25519.js';
import { type Problem, problem } from '../base/problem.js';
import { type Entry, entriesOf, type Seal } from '../ledger/chain.js';
import { readSealed } from '../ledger/sealed-file.js';
import { SIGNING_PROBLEMS } from '../problems/signing.js';
import type { ApprovalSettings } from '../workspace/approval-settings.js';
import { parseSettings, SETTINGS_FILE } from '../workspace/settings.js';
import type { Workspace } from '../workspace/workspace.js';

/** What stands against paying a month out. Throws BrokenSeal where the sealed settings can't be believed. */
export function approvalProblems(workspace: Workspace, entries: readonly Entry[], seal: Seal): Problem[] {
  const { required, keys } = approvalRules(workspace, seal);
  if (!required) return [];
  const { month, by } = seal.manifest;
  const place = { file: `ledger/${month}` };
  if (keys.size > 0 && !isProven(seal, keys)) {
    return [problem(SIGNING_PROBLEMS.close_not_signed, place, { month, by })];
  }
  const approved = entriesOf(entries, 'approve').some(
    (entry) =>
      entry.manifest.seal === seal.hash &&
      !isSamePerson(entry.manifest, seal.manifest) &&
      (keys.size === 0 || isProven(entry, keys)),
  );
  return approved ? [] : [problem(SIGNING_PROBLEMS.not_approved, place, { month, by })];
}

/** As telepay.yaml says by now and as it said at the close: neither can loosen the other. */
function approvalRules({ settings }: Workspace, seal: Seal): ApprovalSettings {
  const sealed =
    SETTINGS_FILE in seal.manifest.files ? parseSettings(readSealed(seal, SETTINGS_FILE)) : undefined;
  const then = sealed && 'settings' in sealed ? sealed.settings.approval : undefined;
  return {
    required: settings.approval.required || (then?.required ?? false),
    keys: new Map([...settings.approval.keys, ...(then?.keys ?? [])]),
  };
}

/** Whether an entry is signed with the key that is listed for its author. */
const isProven = ({ manifest, text, signature }: Entry, keys: ReadonlyMap<string, string>): boolean =>
  manifest.key !== null &&
  manifest.key === keys.get(manifest.by) &&
  signature !== undefined &&
  verifies(manifest.key, text, signature);

/** By the same key, or by a name that only spelling tells apart. */
export function isSamePerson(
  one: { readonly by: string; readonly key: string | null },
  other: { readonly by: string; readonly key: string | null },
): boolean {
  const plain = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();
  return plain(one.by) === plain(other.by) || (one.key !== null && one.key === other.key);
}
