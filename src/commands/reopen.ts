/** `telepay reopen`: undoes the latest close, which stays in the ledger as history. */
import type { Language } from '../base/localized.js';
import type { Month } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import { ProblemLog } from '../base/problem-log.js';
import { type Entry, entriesOf, type Seal, sealsOf } from '../ledger/chain.js';
import { LEDGER_PROBLEMS } from '../problems/ledger.js';
import { reopenedText, reopenText } from '../report/close-text.js';
import type { Workspace } from '../workspace/workspace.js';
import { chainOf, ledgerFolder, sealOf } from './closed-months.js';
import { setAsideUndone, writingLedger } from './ledger-writing.js';
import { type CommandResult, declined, NOTHING, refusal } from './outcome.js';
import { type Author, signerOf } from './signing.js';

export interface ReopenRequest extends Author {
  readonly workspace: Workspace;
  readonly month: Month;
  readonly language: Language;
  readonly why: string;
  /** By this machine's clock. */
  readonly at: string;
  readonly program: string;
  /** Shows what will be undone and asks whether to go on. */
  readonly confirm: (plan: string) => Promise<boolean>;
}

export async function reopen(request: ReopenRequest): Promise<CommandResult> {
  const { workspace, month, language, by, at, why, program } = request;
  return writingLedger(workspace, async (writer) => {
    const log = new ProblemLog();
    const signer = signerOf(workspace, request, log);
    const entries = chainOf(workspace, log);
    const seal = sealOf(entries, month);
    if (!log.hasErrors) log.addAll(reasonsAgainst(entries, seal, month));
    if (!seal || log.hasErrors) return refusal(log.sorted(), language, [], { month });
    const plan = reopenText(seal.manifest, language);
    if (!(await request.confirm(plan))) return declined(language, { month, reopened: false });
    const statement = { kind: 'reopen', month, by, at, note: why, program, seal: seal.hash } as const;
    const entry = writer.append(entries, statement, new Map(), signer);
    setAsideUndone(ledgerFolder(workspace), [...entries, entry]);
    return {
      ...NOTHING,
      text: reopenedText(month, entry.hash, language),
      data: { month, reopened: true, head: entry.hash },
    };
  });
}

/** Only the latest closed month can be undone, and only while nothing rests on it. */
function reasonsAgainst(entries: readonly Entry[], seal: Seal | undefined, month: Month): Problem[] {
  const place = { file: `ledger/${month}` };
  const last = sealsOf(entries).at(-1);
  if (seal?.manifest.kind !== 'close') return [problem(LEDGER_PROBLEMS.not_closed, place, { month })];
  if (last && last !== seal && last.hash !== seal.hash) {
    return [problem(LEDGER_PROBLEMS.not_latest, place, { month, latest: last.manifest.month })];
  }
  const exported = entriesOf(entries, 'export').find(({ manifest }) => manifest.seal === seal.hash);
  if (exported) {
    const { file, at } = exported.manifest;
    return [problem(LEDGER_PROBLEMS.exported_already, place, { month, file, at })];
  }
  const corrected = entriesOf(entries, 'correct').find(
    ({ manifest }) => manifest.sequence > seal.manifest.sequence,
  );
  return corrected ? [problem(LEDGER_PROBLEMS.corrected_since, place, { month, entry: corrected.name })] : [];
}
