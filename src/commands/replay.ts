/** A closed month computed anew from what lies on the disk by now, and the later closed months that hang on it. */
import type { Month } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import { ProblemLog } from '../base/problem-log.js';
import { stateOf } from '../calc/closing.js';
import { postingsOf } from '../calc/correction.js';
import type { Posting } from '../calc/past.js';
import type { Entry } from '../ledger/chain.js';
import { holdsState, type MonthView, pastOf, type Standing, standingsOf, viewOf } from '../ledger/history.js';
import { believing } from '../ledger/sealed-file.js';
import { LATER_FILES, stateFiles } from '../ledger/state-files.js';
import { LEDGER_PROBLEMS } from '../problems/ledger.js';
import type { Workspace } from '../workspace/workspace.js';
import { exportsOf, findExports, lastComputed, readingOptions, recompute, rulesNow } from './recompute.js';
import { isSound, type SoundMonth } from './compute-month.js';

/** The month that is corrected, as the disk has it by now. */
export interface Corrected {
  readonly work: SoundMonth;
  /** What was due in it less what was paid for it, where the two differ. */
  readonly postings: readonly Posting[];
}

export interface Replay extends Corrected {
  /** The months that stand otherwise than before: the corrected one, and later ones that hang on it. */
  readonly anew: ReadonlyMap<Month, MonthView>;
}

export interface Refused {
  readonly problems: readonly Problem[];
}

/** Computes a closed month from the exports and rules on the disk; `named`: a rule file to take instead. */
export async function computeAnew(
  workspace: Workspace,
  entries: readonly Entry[],
  standing: Standing,
  named?: string,
): Promise<Corrected | Refused> {
  const log = new ProblemLog();
  const { month } = standing;
  const bases = believing(() => ({
    rules: rulesNow(workspace, standing, named, log),
    past: pastOf(entries, month),
    before: viewOf(standing).state,
  }));
  if ('problems' in bases) return bases;
  const { rules, past, before } = bases.value;
  if (!rules) return { problems: log.sorted() };
  const work = await recompute(month, exportsOf(workspace, month), rules, past, workspace.settings);
  if (!isSound(work)) return { problems: work.log.sorted() };
  return { work, postings: postingsOf(entries.length + 1, before, work.result) };
}

/** The same, and every later closed month computed with it, from the exports and rules that it stands with. */
export async function replay(
  workspace: Workspace,
  entries: readonly Entry[],
  standing: Standing,
  named?: string,
): Promise<Replay | Refused> {
  const corrected = await computeAnew(workspace, entries, standing, named);
  return 'problems' in corrected ? corrected : withLaterMonths(workspace, entries, standing, corrected);
}

/** The later closed months computed with a corrected one. */
export async function withLaterMonths(
  workspace: Workspace,
  entries: readonly Entry[],
  standing: Standing,
  corrected: Corrected,
): Promise<Replay | Refused> {
  const { work } = corrected;
  const anew = new Map<Month, MonthView>();
  if (!stands(standing, work)) anew.set(standing.month, viewBy(work));
  const postings = [...corrected.postings];
  // A later month hangs on no more of an earlier one than its state.
  const later = anew.size === 0 ? [] : standingsOf(entries).filter((one) => one.month > standing.month);
  for (const one of later) {
    const next = await replayLater(workspace, entries, one, anew);
    if ('problems' in next) return next;
    postings.push(...next.postings);
    if (!stands(one, next.work, LATER_FILES)) anew.set(one.month, viewBy(next.work));
  }
  return { work, anew, postings };
}

const viewBy = ({ result, rules }: SoundMonth): MonthView => ({ state: stateOf(result), rules });

/**
 * Whether a month comes to the very state that it stands with. A later month that hangs on a corrected one has its own
 * exports and rules still: a file that its program did not write is no change.
 */
const stands = (
  { month, state }: Standing,
  { result }: SoundMonth,
  mayLack: readonly string[] = [],
): boolean => holdsState(state, month, stateFiles(stateOf(result)), mayLack);

async function replayLater(
  workspace: Workspace,
  entries: readonly Entry[],
  standing: Standing,
  anew: ReadonlyMap<Month, MonthView>,
): Promise<Corrected | Refused> {
  const { month } = standing;
  const place = { file: `months/${month}` };
  const last = lastComputed(standing);
  const from = await findExports(workspace, entries, month, last);
  if (from.missing.length > 0) {
    const params = { month, missing: from.missing.join(', ') };
    return { problems: [problem(LEDGER_PROBLEMS.later_month_gone, place, params)] };
  }
  const bases = believing(() => ({ ...viewOf(standing), past: pastOf(entries, month, anew) }));
  if ('problems' in bases) return bases;
  const { state, rules, past } = bases.value;
  const work = await recompute(month, from, rules, past, readingOptions(last.options));
  if (isSound(work)) return { work, postings: postingsOf(entries.length + 1, state, work.result) };
  const [first] = work.log.sorted();
  const params = {
    month,
    file: first?.place.file ?? '',
    line: first?.place.line ?? 0,
    code: first?.code ?? '',
  };
  return { problems: [problem(LEDGER_PROBLEMS.later_month_refused, place, params), ...work.log.sorted()] };
}
