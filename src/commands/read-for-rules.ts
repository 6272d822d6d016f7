/** A month's exports, read and checked and their calls counted once, for calculating them by several rule files. */
import { problem } from '../base/problem.js';
import type { ProblemLog } from '../base/problem-log.js';
import { type Activity, CallTally, fromActivity } from '../calc/activity.js';
import { callsAskedBy, countedFor } from '../calc/calls-counted.js';
import { calculateFirm, type MonthResult } from '../calc/month.js';
import { calculatePay, type Pay } from '../calc/pay.js';
import { knownPast, lastPlanOf, type Past } from '../calc/past.js';
import { type MonthReading, readMonth, type ReadRequest } from '../input/month.js';
import type { CallRow, MonthExports } from '../input/records.js';
import type { Month } from '../base/period.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { needsOfAll } from '../rules/export-needs.js';
import { inMonth, plansOf, type RulesInForce } from '../rules/in-force.js';
import { meaningOf } from '../rules/meaning.js';
import { assignPlans, type Plans } from '../rules/plans.js';
import { vocabularyOf, vocabularyOfAll } from '../rules/vocabulary.js';

/** All that a month is read from. */
export interface ReadingSource extends Pick<
  ReadRequest,
  'month' | 'from' | 'outsideMonth' | 'columnNames' | 'provisional'
> {
  readonly past: Past;
  /** Sees every valid call too, for explaining single ones. */
  readonly watchCall?: (call: CallRow) => void;
}

export interface ReadMonth extends MonthReading {
  /** The month by one of the rule files that it was read for. */
  readonly calculate: (exports: MonthExports, rules: RulesInForce) => MonthResult;
  /**
   * What it pays alone, without what is reported beside; with what other earlier months left to it than it was read with,
   * where these have the same people, sign-ups and incidents.
   */
  readonly pay: (exports: MonthExports, rules: RulesInForce, past?: Past) => Pay;
}

/** What rule files ask of exports and how these are checked for them, as a text: equal texts, one reading. */
export const readingAskedBy = (rules: RulesInForce, month: Month): string =>
  meaningOf(
    inMonth(rules, month).map((one) => [one.plan.applies_to, vocabularyOf(one.plan), needsOfAll([one])]),
  );

/** Reads a month for rule files that all ask the same of its exports. All problems are in the log. */
export async function readFor(
  source: ReadingSource,
  all: readonly [RulesInForce, ...RulesInForce[]],
  log: ProblemLog,
): Promise<ReadMonth> {
  const { month, from, past, outsideMonth, columnNames, provisional } = source;
  const own = inMonth(all[0], month);
  const counted = new CountedCalls();
  const request = { month, from, outsideMonth, columnNames, provisional };
  const asked = { vocabulary: vocabularyOfAll(own), needs: needsOfAll(own), past: knownPast(past) };
  const reading = await readMonth({ ...request, ...asked }, log, (exports) => {
    for (const rules of all) counted.prepare(assigned(rules, exports, past), exports);
    return (call) => {
      counted.add(call);
      source.watchCall?.(call);
    };
  });
  if (provisional) log.add(problem(WORKSPACE_PROBLEMS.provisional, { file: `months/${month}` }, {}));
  const basesOf = (exports: MonthExports, rules: RulesInForce, left: Past) => {
    const plans = assigned(rules, exports, left);
    const { activity } = exports;
    return { plans, calls: activity ? fromActivity(activity, plans) : counted.of(plans) };
  };
  return {
    ...reading,
    calculate: (exports, rules) => {
      const { plans, calls } = basesOf(exports, rules, past);
      return calculateFirm(plans, exports, calls, past);
    },
    pay: (exports, rules, left = past) => {
      const { plans, calls } = basesOf(exports, rules, left);
      return calculatePay(plans, exports, calls, left);
    },
  };
}

/** Whose plan is whose: by agents.csv, and for others by where closed months last knew them. */
function assigned(rules: RulesInForce, { month, agents }: MonthExports, past: Past): Plans {
  // Who stands in agents.csv comes last, since that is what holds now.
  const people = [...past.people.values(), ...agents];
  return assignPlans(plansOf(rules, month), people, (agent) => lastPlanOf(past, agent));
}

/** One count of the calls for all plans that ask the same of them. */
class CountedCalls {
  readonly #tallies = new Map<string, { readonly plans: Plans; readonly tally: CallTally }>();
  readonly #results = new Map<string, Activity>();

  prepare(plans: Plans, { visits, do_not_disturb }: MonthExports): void {
    const asked = callsAskedBy(plans.all);
    if (this.#tallies.has(asked)) return;
    this.#tallies.set(asked, { plans, tally: new CallTally(plans, visits ?? [], do_not_disturb ?? []) });
  }

  add(call: CallRow): void {
    for (const { tally } of this.#tallies.values()) tally.add(call);
  }

  of(plans: Plans): Activity {
    const asked = callsAskedBy(plans.all);
    const found = this.#tallies.get(asked);
    if (!found) throw new Error('a month without calls and without activity was not refused');
    const result = this.#results.get(asked) ?? found.tally.result();
    this.#results.set(asked, result);
    return countedFor(result, found.plans, plans);
  }
}
