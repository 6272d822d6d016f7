/** `telepay approve`: the second pair of eyes on a closed month. */
import type { Language } from '../base/localized.js';
import type { Month } from '../base/period.js';
import { problem } from '../base/problem.js';
import { ProblemLog } from '../base/problem-log.js';
import { entriesOf } from '../ledger/chain.js';
import { LEDGER_PROBLEMS } from '../problems/ledger.js';
import { SIGNING_PROBLEMS } from '../problems/signing.js';
import { approvedAlreadyText, approvedText } from '../report/close-text.js';
import type { Workspace } from '../workspace/workspace.js';
import { isSamePerson } from './approval.js';
import { chainOf, sealOf } from './closed-months.js';
import { writingLedger } from './ledger-writing.js';
import { type CommandResult, NOTHING, refusal } from './outcome.js';
import { type Author, signerOf } from './signing.js';

export interface ApproveRequest extends Author {
  readonly workspace: Workspace;
  readonly month: Month;
  readonly language: Language;
  readonly note: string;
  /** By this machine's clock. */
  readonly at: string;
  readonly program: string;
}

export async function approve(request: ApproveRequest): Promise<CommandResult> {
  const { workspace, month, language, by, at, note, program } = request;
  return writingLedger(workspace, (writer) => {
    const log = new ProblemLog();
    const signer = signerOf(workspace, request, log);
    const entries = chainOf(workspace, log);
    const seal = sealOf(entries, month);
    const place = { file: `ledger/${month}` };
    if (!log.hasErrors && seal?.manifest.kind !== 'close') {
      log.add(problem(LEDGER_PROBLEMS.not_closed, place, { month }));
    }
    if (seal && isSamePerson({ by, key: signer?.publicKey ?? null }, seal.manifest)) {
      log.add(problem(SIGNING_PROBLEMS.own_approval, place, { month, by }));
    }
    if (!seal || log.hasErrors) return refusal(log.sorted(), language, [], { month });
    const key = signer?.publicKey ?? null;
    const before = entriesOf(entries, 'approve').find(
      ({ manifest }) => manifest.seal === seal.hash && manifest.by === by && manifest.key === key,
    );
    if (before) {
      const text = approvedAlreadyText(before.manifest, language);
      return { ...NOTHING, text, data: { month, approved: true, head: entries.at(-1)?.hash } };
    }
    const statement = { kind: 'approve', month, by, at, note, program, seal: seal.hash } as const;
    const { hash } = writer.append(entries, statement, new Map(), signer);
    return {
      ...NOTHING,
      text: approvedText(month, by, hash, language),
      data: { month, approved: true, head: hash },
    };
  });
}
