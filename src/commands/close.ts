/** `telepay close`: seals a month, so that nothing can change it unnoticed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../base/localized.js';
import { type Month, shiftMonth } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import { ProblemLog } from '../base/problem-log.js';
import { type Entry, headOf, type Seal, sealsOf } from '../ledger/chain.js';
import { LEDGER_PROBLEMS } from '../problems/ledger.js';
import { closeText, closedAlreadyText, type LastRun, sealedText } from '../report/close-text.js';
import type { Summary } from '../report/summary.js';
import { monthFolder, outRoot, type Workspace } from '../workspace/workspace.js';
import { closedMonthChanges, postedBy } from './closed-changes.js';
import { chainOf, sealOf } from './closed-months.js';
import { computeMonth, isSound, type MonthWork, strictProblems } from './compute-month.js';
import { writingLedger } from './ledger-writing.js';
import { summaryIn } from './month-output.js';
import { type CommandResult, declined, NOTHING, refusal } from './outcome.js';
import { changesBetween } from './ingredients.js';
import { exportsOf } from './recompute.js';
import { type Author, signerOf } from './signing.js';
import { type Sealing, sealingOf, type SealingRequest } from './sealing.js';

export interface CloseRequest extends SealingRequest, Author {
  readonly note: string;
  /** By this machine's clock. */
  readonly at: string;
  /** Shows the plan and asks whether to go on. */
  readonly confirm: (plan: string) => Promise<boolean>;
}

export async function close(request: CloseRequest): Promise<CommandResult> {
  const { workspace, month, by, at, note, program } = request;
  const { messages } = request.language;
  monthFolder(workspace, month);
  return writingLedger(workspace, async (writer) => {
    const signing = new ProblemLog();
    const signer = signerOf(workspace, request, signing);
    if (signing.hasErrors) return refusal(signing.sorted(), messages, [], { month });
    const work = await computeMonth({ ...request, provisional: false });
    work.log.addAll(strictProblems(work, request.strict));
    const entries = chainOf(workspace, work.log);
    work.log.addAll(orderProblems(workspace, entries, month));
    if (!isSound(work)) return refusal(work.log.sorted(), messages, [], { month });
    const sealing = sealingOf(request, work);
    const noticed = await closedMonthChanges(workspace, entries, month);
    const seal = sealOf(entries, month);
    if (seal) return closedAlready(entries, seal, sealing, work, messages);
    const last = lastRun(request, sealing.summary);
    const about = noticed.map((one) => one.explain(messages).message);
    const plan = closeText(sealing.summary, work.result, last, about, messages);
    if (!(await request.confirm(plan))) return declined(messages, { month, sealed: false });
    const statement = { kind: 'close', month, by, at, note, program, ...sealing.with } as const;
    const { hash } = writer.append(entries, statement, sealing.files, signer);
    return {
      ...NOTHING,
      text: sealedText(month, hash, messages),
      data: { month, sealed: true, head: hash, summary: sealing.summary },
      problems: [...noticed, ...work.log.sorted()],
    };
  });
}

/** Months close one after the other; the first is one with no month before it in the workspace. */
function orderProblems(workspace: Workspace, entries: readonly Entry[], month: Month): Problem[] {
  const last = sealsOf(entries).at(-1)?.manifest.month;
  const before = shiftMonth(month, -1);
  // Month zero was sealed without being closed, and never is.
  if (sealOf(entries, month)?.manifest.kind === 'close') return [];
  if (last === undefined && !existsSync(exportsOf(workspace, before))) return [];
  const next = last === undefined ? before : shiftMonth(last, 1);
  return next === month
    ? []
    : [problem(LEDGER_PROBLEMS.not_next, { file: `months/${month}` }, { month, next })];
}

/** A closed month again: nothing to do when all is as it was, refused when it is not. */
function closedAlready(
  entries: readonly Entry[],
  { manifest, hash }: Seal,
  sealing: Sealing,
  work: MonthWork,
  language: Language,
): CommandResult {
  const changed = changesBetween(manifest, sealing.with);
  if (changed.length === 0) {
    return {
      ...NOTHING,
      text: closedAlreadyText(manifest, hash, language),
      data: { month: manifest.month, sealed: true, seal: hash, head: headOf(entries) },
    };
  }
  const { month, by } = manifest;
  const params = { month, by, changed: changed.join(', '), posted: postedBy(entries, month, sealing.with) };
  const place = { file: `ledger/${manifest.month}` };
  return refusal([problem(LEDGER_PROBLEMS.closed_otherwise, place, params), ...work.log.sorted()], language);
}

/** How the last run differs from what would be sealed; undefined when there was none, or its summary is damaged. */
function lastRun({ workspace, month }: CloseRequest, summary: Summary): LastRun | undefined {
  const last = summaryIn(join(outRoot(workspace), month));
  if (!last) return undefined;
  const different = Object.entries(summary.outputs).flatMap(([name, hash]) =>
    last.outputs[name] === hash ? [] : [name],
  );
  return { different, paid: last.totals.paid };
}
