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
  const rules = approvalRules(workspace, seal);
  if (!rules.some((one) => one.required)) return [];
  const { month, by } = seal.manifest;
  const place = { file: `ledger/${month}` };
  const keys = rules.map((one) => one.keys).filter((listed) => listed.size > 0);
  if (!isProven(seal, keys)) {
    return [problem(SIGNING_PROBLEMS.close_not_signed, place, { month, by })];
  }
  const approved = entriesOf(entries, 'approve').some(
    (entry) =>
      entry.manifest.seal === seal.hash &&
      !isSamePerson(entry.manifest, seal.manifest) &&
      isProven(entry, keys),
  );
  return approved ? [] : [problem(SIGNING_PROBLEMS.not_approved, place, { month, by })];
}

/** As telepay.yaml says by now and as it said at the close: both hold, so that neither can loosen the other. */
function approvalRules({ settings }: Workspace, seal: Seal): ApprovalSettings[] {
  const sealed =
    SETTINGS_FILE in seal.manifest.files ? parseSettings(readSealed(seal, SETTINGS_FILE)) : undefined;
  return [settings.approval, ...(sealed && 'settings' in sealed ? [sealed.settings.approval] : [])];
}

/** Whether an entry is signed with the key that each of these lists has for its author. */
const isProven = (
  { manifest, text, signature }: Entry,
  lists: readonly ApprovalSettings['keys'][],
): boolean =>
  lists.every(
    (keys) =>
      manifest.key !== null &&
      manifest.key === keys.get(manifest.by) &&
      signature !== undefined &&
      verifies(manifest.key, text, signature),
  );

/** Spaces and what has no width: nobody sees it in a name. */
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}]+/gu;

/** By the same key, or by a name that only spelling tells apart. */
export function isSamePerson(
  one: { readonly by: string; readonly key: string | null },
  other: { readonly by: string; readonly key: string | null },
): boolean {
  const plain = (name: string): string =>
    name.normalize('NFKC').replaceAll(UNSEEN, '').toLowerCase().normalize('NFKC');
  return plain(one.by) === plain(other.by) || (one.key !== null && one.key === other.key);
}
