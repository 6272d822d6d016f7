/** Months calculated by the rules in force and by others, each month's files read and checked once for all of them. */
import type { Month } from '../base/period.js';
import type { Problem } from '../base/problem.js';
import { ProblemLog } from '../base/problem-log.js';
import { callsAskedBy } from '../calc/calls-counted.js';
import { allOf, type Coalition, membersOf } from '../calc/dry-run/coalitions.js';
import {
  coalitionsBetween,
  compareRules,
  explainsAll,
  type MonthDifference,
  touchedIn,
  type Touching,
  touchingBy,
} from '../calc/dry-run/comparison.js';
import type { MonthResult } from '../calc/month.js';
import type { Past } from '../calc/past.js';
import { plansOf, type RulesInForce } from '../rules/in-force.js';
import type { LoadedPlan } from '../rules/load.js';
import { reachOfRules } from '../rules/variant-touches.js';
import { asOneRule, boundTogether, InseparableRules, type Variant } from '../rules/variant.js';
import { monthFolder, type Workspace } from '../workspace/workspace.js';
import { readFor, readingAskedBy, type ReadMonth } from './read-for-rules.js';

/** Rule files tried in one month in place of those in force. */
export interface Trial {
  readonly rules: RulesInForce;
  /** What differs, and the rule files in force with some of it changed. */
  readonly variant: Variant;
  readonly withFile: (file: LoadedPlan) => RulesInForce;
}

/** What a month comes to by other rules. */
export interface Tried {
  /** The rules that the difference is split over. */
  readonly variant: Variant;
  readonly difference: MonthDifference;
  readonly before: MonthResult;
  readonly after: MonthResult;
}

export interface Refused {
  /** Errors and, of the exports, what is told beside them. */
  readonly refused: readonly Problem[];
}

export interface MonthTrial {
  readonly workspace: Workspace;
  readonly month: Month;
  readonly before: RulesInForce;
  readonly past: Past;
  readonly trials: readonly Trial[];
}

/** Each of the trials, in their order; all of them refused where the month is. */
export async function tryRules(request: MonthTrial): Promise<readonly (Tried | Refused)[]> {
  const month = new MonthForTrials(request);
  const before = await month.by(request.before);
  if ('refused' in before) return request.trials.map(() => before);
  const found: (Tried | Refused)[] = [];
  for (const trial of request.trials) {
    const after = await month.by(trial.rules);
    found.push('refused' in after ? after : await split(month, trial, before, after));
  }
  return found;
}

/** The difference split over the rules; over all of them as one where some of them can't be told apart. */
async function split(
  month: MonthForTrials,
  trial: Trial,
  before: MonthResult,
  after: MonthResult,
): Promise<Tried> {
  for (const variant of finerFirst(trial.variant)) {
    const outcomes = await month.outcomesOf(variant, trial, before, after);
    if (!outcomes) continue;
    const difference = compareRules(variant.rules.length, outcomes.of, outcomes.touching);
    return { variant, difference, before, after };
  }
  throw new Error('all rules as one can always be told');
}

function* finerFirst(variant: Variant): Iterable<Variant> {
  yield variant;
  if (variant.rules.length > 1) yield boundTogether(variant);
  yield asOneRule(variant);
}

interface KnownOutcomes {
  readonly of: (coalition: Coalition) => MonthResult;
  readonly touching: Touching;
}

type Reading = ReadMonth & { readonly log: ProblemLog };

/** One month, read once for all rule files that ask the same of its exports, and calculated once by each. */
class MonthForTrials {
  readonly #request: MonthTrial;
  readonly #readings = new Map<string, Promise<Reading>>();

  constructor(request: MonthTrial) {
    this.#request = request;
  }

  async by(rules: RulesInForce): Promise<MonthResult | Refused> {
    const { log, calculate, exports } = await this.#readingFor(rules);
    if (!exports) return { refused: log.sorted() };
    return soundOr(calculate(exports, rules));
  }

  /** What the month comes to by the coalitions that are needed; undefined where one of them makes no sound month. */
  async outcomesOf(
    variant: Variant,
    { rules, withFile }: Trial,
    before: MonthResult,
    after: MonthResult,
  ): Promise<KnownOutcomes | undefined> {
    const all = allOf(variant.rules.length);
    const told = touchingOf(variant, rules);
    const touching: Touching = explainsAll(before, after, told) ? told : () => all;
    const known = new Map<Coalition, MonthResult>([
      [0n, before],
      [all, after],
    ]);
    for (const coalition of coalitionsBetween(touchedIn([before, after], touching))) {
      const file = mixedFile(variant, coalition);
      const result = file && (await this.by(withFile(file)));
      if (!result || 'refused' in result) return undefined;
      known.set(coalition, result);
    }
    const of = (coalition: Coalition): MonthResult => {
      const found = known.get(coalition);
      if (!found) throw new Error('a coalition that no one asked for');
      return found;
    };
    return { of, touching };
  }

  #readingFor(rules: RulesInForce): Promise<Reading> {
    const { before, trials, month } = this.#request;
    const asked = readingAskedBy(rules, month);
    const alike = [before, ...trials.map((one) => one.rules)].filter(
      (one) => readingAskedBy(one, month) === asked,
    );
    // A mixture of rule files may count calls as none of them does, and is read for by itself then.
    const calls = callsAskedBy(plansOf(rules, month));
    const isCounted = alike.some((one) => callsAskedBy(plansOf(one, month)) === calls);
    const key = isCounted ? asked : `${asked}\n${calls}`;
    const known = this.#readings.get(key);
    if (known) return known;
    const reading = this.#read(isCounted ? [rules, ...alike] : [rules]);
    this.#readings.set(key, reading);
    return reading;
  }

  async #read(all: readonly [RulesInForce, ...RulesInForce[]]): Promise<Reading> {
    const { workspace, month, past } = this.#request;
    const { outsideMonth, columnNames } = workspace.settings;
    const log = new ProblemLog();
    const source = { month, from: monthFolder(workspace, month), outsideMonth, columnNames, past };
    return { ...(await readFor({ ...source, provisional: false }, all, log)), log };
  }
}

/** Of several files in force the people of one stand in totals over those of another: any rule may bear on any line. */
const touchingOf = (variant: Variant, rules: RulesInForce): Touching =>
  touchingBy(rules.length > 1 ? variant.rules.map(() => undefined) : reachOfRules(variant));

/** The month's problems where they refuse it. */
function soundOr(result: MonthResult): MonthResult | Refused {
  const errors = result.problems.filter(({ severity }) => severity === 'error');
  return errors.length > 0 ? { refused: errors } : result;
}

/** The file with some of the rules changed; undefined where they can't be changed without others. */
function mixedFile({ withSome }: Variant, coalition: Coalition): LoadedPlan | undefined {
  try {
    return withSome(membersOf(coalition));
  } catch (error) {
    if (error instanceof InseparableRules) return undefined;
    throw error;
  }
}
