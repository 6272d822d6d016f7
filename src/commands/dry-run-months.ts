/** Months calculated by the rules in force and by others, each month's files read and checked once for all of them. */
import type { Month } from '../base/period.js';
import { computedOnce } from '../base/computed-once.js';
import { type Problem, problem } from '../base/problem.js';
import { ProblemLog } from '../base/problem-log.js';
import { callsAskedBy } from '../calc/calls-counted.js';
import { withCarriedOver } from '../calc/dry-run/carried-over.js';
import { type Touching, touchingBy } from '../calc/dry-run/comparison.js';
import { lineDifferences } from '../calc/dry-run/lines.js';
import { type Split, splitOverRules } from '../calc/dry-run/split.js';
import type { TriedMonth } from '../calc/dry-run/tried.js';
import type { Pay } from '../calc/pay.js';
import { leftBy } from '../calc/month.js';
import { isKnownAlike, knownPast, type Past } from '../calc/past.js';
import type { MonthView } from '../ledger/history.js';
import { DRY_RUN_PROBLEMS } from '../problems/dry-run.js';
import { plansOf, type RulesInForce } from '../rules/in-force.js';
import type { LoadedPlan } from '../rules/load.js';
import { asOneRule, type Variant } from '../rules/variant.js';
import { reachOfRules } from '../rules/variant-touches.js';
import { monthFolder, type Workspace } from '../workspace/workspace.js';
import { readFor, readingAskedBy, type ReadMonth } from './read-for-rules.js';

/** A rule file tried in place of one that is in force. */
export interface Trial {
  readonly rules: RulesInForce;
  readonly variant: Variant;
  /** What is in force with another file in that place. */
  readonly withFile: (file: LoadedPlan) => RulesInForce;
}

export interface Refused {
  /** Errors and, of the exports, what is told beside them. */
  readonly refused: readonly Problem[];
}

export interface MonthTrial {
  readonly workspace: Workspace;
  readonly month: Month;
  readonly before: RulesInForce;
  readonly pasts: Pasts;
  readonly trials: readonly Trial[];
  /** The id of someone whose lines are wanted. */
  readonly agent: string | undefined;
  /** Whether it is asked what the month would leave to the next one. */
  readonly leaves: boolean;
  /** Where it is told what is no refusal. */
  readonly log: ProblemLog;
}

/** What closed months leave to the month: the same for all, or what a chain of months before it would have left by each. */
export interface Pasts {
  readonly before: Past;
  /** Of each trial, in their order; none for one that was refused in a month before. */
  readonly trials: readonly (Past | undefined)[];
}

/** The same of the old rules and of each trial, in their order; undefined where the month is refused by them. */
export interface Sides<T> {
  readonly before: T | undefined;
  readonly trials: readonly (T | undefined)[];
}

export interface MonthTried {
  /** Of each trial, in their order; all of them refused where the month is by the old rules. */
  readonly tried: readonly (TriedMonth | Refused)[];
  /** What a close of the month by each would leave, where that is asked for. */
  readonly left: Sides<MonthView>;
}

export async function tryRules(request: MonthTrial): Promise<MonthTried> {
  const month = new MonthForTrials(request);
  const { pasts, trials } = request;
  const leaving = (rules: RulesInForce, pay: Pay): MonthView | undefined =>
    request.leaves ? { state: leftBy(pay), rules } : undefined;
  const before = await month.by(request.before, pasts.before);
  if ('refused' in before)
    return { tried: trials.map(() => before), left: { before: undefined, trials: [] } };
  const tried: (TriedMonth | Refused)[] = [];
  const left: (MonthView | undefined)[] = [];
  for (const [index, trial] of trials.entries()) {
    const past = pasts.trials[index];
    const after = past ? await month.by(trial.rules, past) : { refused: [] };
    const isRefused = 'refused' in after;
    left.push(isRefused ? undefined : leaving(trial.rules, after));
    tried.push(isRefused ? after : await compared({ ...request, month, trial, past, before, after }));
  }
  return { tried, left: { before: leaving(request.before, before), trials: left } };
}

interface Comparison extends Pick<MonthTrial, 'pasts' | 'agent' | 'log'> {
  readonly month: MonthForTrials;
  readonly trial: Trial;
  readonly past: Past | undefined;
  readonly before: Pay;
  readonly after: Pay;
}

async function compared(one: Comparison): Promise<TriedMonth> {
  const { pasts, past, agent, before, after } = one;
  const isSimulated = past !== pasts.before;
  const split = await (isSimulated ? splitWithCarried(one) : splitByRules(one));
  return {
    ...split,
    state: isSimulated ? 'simulated' : 'real',
    lines: agent === undefined ? [] : lineDifferences(before, after, agent),
  };
}

/** The rules' parts with what the old rules left, and what the new ones left beside that. */
async function splitWithCarried(one: Comparison): Promise<Split> {
  const { month, pasts, trial, before, after, log } = one;
  const byRules = await month.by(trial.rules, pasts.before);
  // A new file may refer to what months by it alone leave.
  if ('refused' in byRules) {
    const params = { month: before.month, code: byRules.refused[0]?.code ?? '' };
    log.add(problem(DRY_RUN_PROBLEMS.carried_not_apart, { file: trial.variant.after.file }, params));
    return splitByRules({ ...one, trial: { ...trial, variant: asOneRule(trial.variant) } });
  }
  return withCarriedOver(await splitByRules({ ...one, after: byRules }), before, after);
}

/** The difference between the two over the rules: mixtures of them go by what the old rules left. */
function splitByRules({ month, pasts, trial, before, after }: Comparison): Promise<Split> {
  const { variant, rules, withFile } = trial;
  const calculate = async (file: LoadedPlan): Promise<Pay | undefined> => {
    const result = await month.by(withFile(file), pasts.before);
    return 'refused' in result ? undefined : result;
  };
  // Of several files in force the people of one stand in totals over those of another: any rule may bear on any line.
  const touchingOf = (one: Variant): Touching =>
    touchingBy(rules.length > 1 ? one.rules.map(() => undefined) : reachOfRules(one));
  return splitOverRules({ variant, before, after, calculate, touchingOf });
}

type Reading = ReadMonth & { readonly log: ProblemLog };

/** What a reading must serve: the words and needs of rule files, and what they have counted of calls. */
interface Asked {
  readonly reading: string;
  readonly calls: string;
}

/** One month, read once for all rule files that ask the same of its exports. */
class MonthForTrials {
  readonly #request: MonthTrial;
  readonly #readings = new WeakMap<Past, Map<string, Promise<Reading>>>();
  readonly #readWith = new Map<Past, Past>();
  readonly #asked = new Map<RulesInForce, Asked>();

  constructor(request: MonthTrial) {
    this.#request = request;
  }

  /** The month by these rules with what those before it left, or what refuses it. */
  async by(rules: RulesInForce, past: Past): Promise<Pay | Refused> {
    const { log, pay, exports } = await this.#readingFor(rules, this.#readAs(past));
    if (!exports) return { refused: log.sorted() };
    const result = pay(exports, rules, past);
    const errors = result.problems.filter(({ severity }) => severity === 'error');
    return errors.length > 0 ? { refused: errors } : result;
  }

  /** The first of the pasts with which exports are read the same as with this one: nearly always the first of all. */
  #readAs(past: Past): Past {
    const same = this.#readWith.get(past);
    if (same) return same;
    const alike = [...new Set(this.#readWith.values())].find((one) =>
      isKnownAlike(knownPast(one), knownPast(past)),
    );
    this.#readWith.set(past, alike ?? past);
    return alike ?? past;
  }

  #readingFor(rules: RulesInForce, past: Past): Promise<Reading> {
    const { before, trials } = this.#request;
    const { reading, calls } = this.#askedBy(rules);
    const alike = [before, ...trials.map((one) => one.rules)].filter(
      (one) => this.#askedBy(one).reading === reading,
    );
    // A mixture of rule files may have calls counted as neither of them has, and is read for by itself then.
    const isCounted = alike.some((one) => this.#askedBy(one).calls === calls);
    const key = isCounted ? reading : `${reading}\n${calls}`;
    const readings = computedOnce(this.#readings, past, () => new Map<string, Promise<Reading>>());
    const known = readings.get(key) ?? this.#read(isCounted ? [rules, ...alike] : [rules], past);
    readings.set(key, known);
    return known;
  }

  #askedBy(rules: RulesInForce): Asked {
    const { month } = this.#request;
    const known = this.#asked.get(rules);
    if (known) return known;
    const asked = { reading: readingAskedBy(rules, month), calls: callsAskedBy(plansOf(rules, month)) };
    this.#asked.set(rules, asked);
    return asked;
  }

  async #read(all: readonly [RulesInForce, ...RulesInForce[]], past: Past): Promise<Reading> {
    const { workspace, month } = this.#request;
    const { outsideMonth, columnNames } = workspace.settings;
    const log = new ProblemLog();
    const source = { month, from: monthFolder(workspace, month), outsideMonth, columnNames, past };
    return { ...(await readFor({ ...source, provisional: false }, all, log)), log };
  }
}
