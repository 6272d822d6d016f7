/** What the ledger leaves to a month, and what stands in the way of believing it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Month, shiftMonth } from '../base/period.js';
import { problem } from '../base/problem.js';
import type { ProblemLog } from '../base/problem-log.js';
import { NO_PAST_MONTHS, type Past } from '../calc/past.js';
import { pastOf, readChain, type Seal } from '../ledger/chain.js';
import { LEDGER_PROBLEMS } from '../problems/ledger.js';
import type { Workspace } from '../workspace/workspace.js';

export const ledgerFolder = (workspace: Workspace): string => join(workspace.folder, 'ledger');

/** The seals of the workspace; undefined, with the problem in the log, when they can't be believed. */
export function sealsOf(workspace: Workspace, log: ProblemLog): readonly Seal[] | undefined {
  const reading = readChain(ledgerFolder(workspace));
  if ('seals' in reading) return reading.seals;
  log.addAll(reading.problems);
  return undefined;
}

/**
 * What the months closed before `month` leave to it. While the month just before is open, the debts and
 * blocked penalties of an older one are not this month's: they go through the open one first.
 */
export function pastFor(workspace: Workspace, month: Month, log: ProblemLog): Past {
  const seals = (sealsOf(workspace, log) ?? []).filter((seal) => seal.manifest.month < month);
  const reading = pastOf(seals);
  if ('problems' in reading) {
    log.addAll(reading.problems);
    return NO_PAST_MONTHS;
  }
  const before = shiftMonth(month, -1);
  if (seals.at(-1)?.manifest.month === before) return reading.past;
  if (existsSync(join(workspace.folder, 'months', before))) {
    log.add(problem(LEDGER_PROBLEMS.month_before_open, { file: `months/${before}` }, { before }));
  }
  return { ...reading.past, debts: new Map(), blocked: [] };
}
