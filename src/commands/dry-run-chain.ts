/** Months of a dry run one after the other: each begins with what the one before would have left, by each rule file. */
import { type Month, shiftMonth } from '../base/period.js';
import { problem } from '../base/problem.js';
import type { ProblemLog } from '../base/problem-log.js';
import { advance } from '../calc/advance.js';
import type { Past, Posting } from '../calc/past.js';
import { type Entry, entriesOf, sealsOf } from '../ledger/chain.js';
import { type MonthView, pastOf } from '../ledger/history.js';
import { believing } from '../ledger/sealed-file.js';
import { DRY_RUN_PROBLEMS } from '../problems/dry-run.js';
import { plansOf } from '../rules/in-force.js';
import { WorkspaceFault } from '../workspace/fault.js';
import type { Workspace } from '../workspace/workspace.js';
import { chainOf, entriesBefore, pastFor, sealOf } from './closed-months.js';
import type { Pasts, Sides } from './dry-run-months.js';

/** Throws a WorkspaceFault where a month is left out: nobody could tell what it would have carried on. */
export function requireUnbroken(months: readonly Month[]): void {
  for (const [index, month] of months.entries()) {
    const before = months[index - 1];
    const missing = shiftMonth(month, -1);
    if (before === undefined || before === missing) continue;
    const params = { before, month, missing };
    throw new WorkspaceFault(problem(DRY_RUN_PROBLEMS.broken_chain, { file: `months/${missing}` }, params));
  }
}

/** The same past for the old rules and for all that are tried. */
export const alike = (past: Past, trials: number): Pasts => ({
  before: past,
  trials: Array.from({ length: trials }, () => past),
});

/** The months so far by the same rules, and what they come to for the next. */
interface Line {
  readonly past: Past;
  readonly left: readonly MonthView[];
}

export class Chain {
  readonly #workspace: Workspace;
  readonly #trials: number;
  #first: Month | undefined;
  #after: Month | undefined;
  #lines: Sides<Line> = { before: undefined, trials: [] };

  constructor(workspace: Workspace, trials: number) {
    this.#workspace = workspace;
    this.#trials = trials;
  }

  /** The closed month with whose real state the chain begins; undefined where none was closed just before it. */
  get after(): Month | undefined {
    return this.#after;
  }

  /** What the months before leave to this one; undefined, with the problems in the log, where they can't be believed. */
  pasts(month: Month, log: ProblemLog): Pasts | undefined {
    if (this.#first === undefined) return this.#begin(month, log);
    const entries = entriesBefore(chainOf(this.#workspace, log), month);
    if (log.hasErrors) return undefined;
    const reading = believing(() => {
      const lines = correctedSince(entries, this.#first ?? month) ? this.#anew(entries) : this.#lines;
      return { lines, postings: this.#postings(entries, month, log) };
    });
    if ('problems' in reading) {
      log.addAll(reading.problems);
      return undefined;
    }
    const { lines, postings } = reading.value;
    const pasts = each(lines, ({ past }) => ({ ...past, postings }));
    return pasts.before && { before: pasts.before, trials: pasts.trials };
  }

  #begin(month: Month, log: ProblemLog): Pasts | undefined {
    const past = pastFor(this.#workspace, month, log);
    const last = past.months.at(-1)?.month;
    this.#first = month;
    this.#after = last === shiftMonth(month, -1) ? last : undefined;
    const pasts = alike(past, this.#trials);
    this.#lines = each(pasts, (one) => ({ past: one, left: [] }));
    return log.hasErrors ? undefined : pasts;
  }

  /** Takes what the month just tried would have left. */
  leave(left: Sides<MonthView>): void {
    const next = (line: Line | undefined, view: MonthView | undefined): Line | undefined =>
      line && view && { past: grown(line.past, view), left: [...line.left, remainsOf(view)] };
    this.#lines = {
      before: next(this.#lines.before, left.before),
      trials: this.#lines.trials.map((line, index) => next(line, left.trials[index])),
    };
  }

  /** The months so far on those before them as a correction has left these since the chain's first month was closed. */
  #anew(entries: readonly Entry[]): Sides<Line> {
    const base = pastOf(entries, this.#first);
    return each(this.#lines, ({ left }) => ({ past: left.reduce(grown, base), left }));
  }

  /**
   * What corrections really posted into the month for months before the chain. Those of its own months are not paid
   * again: these were tried with their exports as corrected.
   */
  #postings(entries: readonly Entry[], month: Month, log: ProblemLog): readonly Posting[] {
    if (sealsOf(entries).at(-1)?.manifest.month !== shiftMonth(month, -1)) return [];
    if (entriesOf(entries, 'correct').length === 0) return [];
    const { postings } = pastOf(entries);
    const isOwn = (one: Posting): boolean => this.#first !== undefined && one.month >= this.#first;
    const own = [...new Set(postings.filter(isOwn).map((one) => one.month))].toSorted();
    if (own.length > 0) {
      const params = { month, corrected: own.join(', ') };
      log.add(problem(DRY_RUN_PROBLEMS.corrections_left_out, { file: `months/${month}` }, params));
    }
    return postings.filter((one) => !isOwn(one));
  }
}

const grown = (past: Past, { state, rules }: MonthView): Past =>
  advance(past, state, plansOf(rules, state.month));

/** Without what a state says of its own pay, which nothing later needs. */
const remainsOf = ({ state, rules }: MonthView): MonthView => ({
  state: { ...state, payslips: [], lines: [], days: [] },
  rules,
});

/** Whether a correction came after this month was closed. */
function correctedSince(entries: readonly Entry[], month: Month): boolean {
  const seal = sealOf(entries, month);
  return (
    seal !== undefined &&
    entriesOf(entries, 'correct').some(({ manifest }) => manifest.sequence > seal.manifest.sequence)
  );
}

const each = <T, U>({ before, trials }: Sides<T>, make: (one: T) => U): Sides<U> => ({
  before: before && make(before),
  trials: trials.map((one) => one && make(one)),
});
