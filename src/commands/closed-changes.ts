/** Closed months whose exports or rules on the disk are no longer what they stand with: noticed, never re-rated. */
import { existsSync } from 'node:fs';
import type { Currency } from '../base/currency.js';
import { formatMoney, sum } from '../base/exact.js';
import type { Month } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import { postingsOf } from '../calc/correction.js';
import type { Posting } from '../calc/past.js';
import type { Entry } from '../ledger/chain.js';
import { readStateOf, standingsOf } from '../ledger/history.js';
import type { ComputedWith } from '../ledger/manifest.js';
import { LEDGER_PROBLEMS } from '../problems/ledger.js';
import type { Workspace } from '../workspace/workspace.js';
import { sealOf } from './closed-months.js';
import type { SoundMonth } from './compute-month.js';
import { changesBetween, computedWith, type ComputingRequest } from './ingredients.js';
import { changedOnDisk, exportsOf } from './recompute.js';
import { computeAnew } from './replay.js';

/** A warning for each closed month but `apart` that changed on the disk, with what it would have paid. */
export async function closedMonthChanges(
  workspace: Workspace,
  entries: readonly Entry[],
  apart: Month,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const standing of standingsOf(entries)) {
    const { month, seal } = standing;
    const place = { file: `months/${month}` };
    if (month === apart || seal.manifest.kind === 'open' || !existsSync(exportsOf(workspace, month)))
      continue;
    const changed = (await changedOnDisk(workspace, standing)).join(', ');
    if (changed === '') continue;
    const found = await computeAnew(workspace, entries, standing);
    problems.push(
      'postings' in found
        ? problem(
            LEDGER_PROBLEMS.closed_month_changed,
            place,
            differenceOf(month, changed, found.postings, found.work.result.currency),
          )
        : problem(LEDGER_PROBLEMS.closed_month_unreadable, place, {
            month,
            changed,
            errors: found.problems.filter((one) => one.severity === 'error').length,
          }),
    );
  }
  return problems;
}

/** An error where this month is closed and was not computed from what it was closed with. */
export function closedOtherwise(
  entries: readonly Entry[],
  request: ComputingRequest,
  work: SoundMonth,
): Problem[] {
  const { month } = request;
  const seal = sealOf(entries, month);
  const now = computedWith(request, work);
  const changed = seal ? changesBetween(seal.manifest, now).join(', ') : '';
  if (seal?.manifest.kind !== 'close' || changed === '') return [];
  const postings = postingsOf(entries.length + 1, readStateOf(month, seal), work.result);
  const params = {
    ...differenceOf(month, changed, postings, work.result.currency),
    posted: postedBy(entries, month, now),
  };
  return [problem(LEDGER_PROBLEMS.closed_month_differs, { file: `months/${month}` }, params)];
}

/** The correction by which a closed month stands with just this; undefined where none does. */
export function postedBy(entries: readonly Entry[], month: Month, now: ComputedWith): string | undefined {
  const corrected = standingsOf(entries).find((one) => one.month === month)?.corrected;
  return corrected && changesBetween(corrected.manifest, now).length === 0 ? corrected.name : undefined;
}

/** What a closed month would have paid otherwise, for messages. */
export function differenceOf(
  month: Month,
  changed: string,
  postings: readonly Posting[],
  currency: Currency,
) {
  const amount = formatMoney(sum(postings.map(({ due, paid }) => due.sub(paid))), currency);
  return { month, changed, amount, agents: new Set(postings.map((one) => one.agent_id)).size };
}
