/** `telepay correct`: computes a closed month anew beside its seal, and posts the difference into the open one. */
import { type Month, shiftMonth } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import { ProblemLog } from '../base/problem-log.js';
import { byPosting } from '../calc/correction.js';
import type { SealedFiles } from '../ledger/append.js';
import { type Entry, headOf, sealsOf } from '../ledger/chain.js';
import { POSTINGS_FILE, postingsText, type Standing, standingsOf } from '../ledger/history.js';
import { LEDGER_PROBLEMS } from '../problems/ledger.js';
import {
  correctedText,
  type Correction,
  correctionData,
  correctionText,
  uncorrectedText,
} from '../report/correction-text.js';
import { monthFolder } from '../workspace/workspace.js';
import { chainOf } from './closed-months.js';
import { writingLedger } from './ledger-writing.js';
import { type CommandResult, declined, NOTHING, refusal } from './outcome.js';
import { lastComputed } from './recompute.js';
import { type Replay, replay } from './replay.js';
import { changesBetween } from './ingredients.js';
import { type Author, signerOf } from './signing.js';
import { type Sealing, sealingOf, type SealingRequest, stateCopies } from './sealing.js';

export interface CorrectRequest extends SealingRequest, Author {
  readonly why: string;
  /** By this machine's clock. */
  readonly at: string;
  /** Shows the plan and asks whether to go on. */
  readonly confirm: (plan: string) => Promise<boolean>;
}

export async function correct(request: CorrectRequest): Promise<CommandResult> {
  const { workspace, month, by, at, why, program } = request;
  const { messages } = request.language;
  monthFolder(workspace, month);
  return writingLedger(workspace, async (writer) => {
    const log = new ProblemLog();
    const signer = signerOf(workspace, request, log);
    const entries = chainOf(workspace, log);
    const standing = standingsOf(entries).find((one) => one.month === month);
    if (!log.hasErrors) log.addAll(notClosed(standing, month));
    if (!standing || log.hasErrors) return refusal(log.sorted(), messages, [], { month });
    const found = await replay(workspace, entries, standing, request.rules);
    if ('problems' in found) return refusal(found.problems, messages, [], { month });
    const sealing = sealingOf(request, found.work);
    const changed = changesBetween(lastComputed(standing), sealing.with);
    const correction = correctionOf(entries, month, changed, found);
    if (changed.length === 0 && found.anew.size === 0) {
      return {
        ...NOTHING,
        text: uncorrectedText(correction, messages),
        data: { month, corrected: false, postings: [], head: headOf(entries) },
      };
    }
    const plan = correctionText(correction, messages);
    if (!(await request.confirm(plan))) return declined(messages, { month, corrected: false });
    const months = [...found.anew.keys()];
    const statement = {
      kind: 'correct',
      month,
      by,
      at,
      note: why,
      program,
      ...sealing.with,
      options: { ...sealing.with.options, rules_named: isRulesNamed(request, standing) },
      months,
    } as const;
    const { hash } = writer.append(entries, statement, correctionFiles(found, sealing), signer);
    return {
      ...NOTHING,
      text: correctedText(correction, hash, messages),
      data: { month, corrected: true, head: hash, postings: correctionData(correction) },
      problems: found.work.log.sorted(),
    };
  });
}

/** A month that was computed with a rule file named for it stays with that one, unless another is named. */
const isRulesNamed = ({ rules }: CorrectRequest, standing: Standing): boolean =>
  rules !== undefined || lastComputed(standing).options.rules_named;

function notClosed(standing: Standing | undefined, month: Month): Problem[] {
  if (standing?.seal.manifest.kind === 'close') return [];
  return [problem(LEDGER_PROBLEMS.not_closed, { file: `months/${month}` }, { month })];
}

function correctionOf(
  entries: readonly Entry[],
  month: Month,
  changed: readonly string[],
  { postings, anew, work }: Replay,
): Correction {
  const last = sealsOf(entries).at(-1)?.manifest.month ?? month;
  return {
    month,
    open: shiftMonth(last, 1),
    changed,
    months: [...anew.keys()],
    postings: postings.toSorted(byPosting),
    currency: work.result.currency,
  };
}

/** The corrected month as close seals one, the states of the months that hang on it, and what is posted. */
function correctionFiles({ anew, postings }: Replay, { files }: Sealing): SealedFiles {
  const states = [...anew.values()].flatMap(({ state }) => stateCopies(state));
  return new Map<string, string | Uint8Array>([
    ...files,
    ...states,
    [POSTINGS_FILE, postingsText(postings.toSorted(byPosting))],
  ]);
}
