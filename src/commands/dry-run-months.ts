/** Months calculated by the rules in force and by others, each month's files read and checked once for all of them. */
import type { Month } from '../base/period.js';
import type { Problem } from '../base/problem.js';
import { ProblemLog } from '../base/problem-log.js';
import { callsAskedBy } from '../calc/calls-counted.js';
import { type Touching, touchingBy } from '../calc/dry-run/comparison.js';
import { lineDifferences } from '../calc/dry-run/lines.js';
import { splitOverRules } from '../calc/dry-run/split.js';
import type { TriedMonth } from '../calc/dry-run/tried.js';
import type { Pay } from '../calc/pay.js';
import type { Past } from '../calc/past.js';
import { plansOf, type RulesInForce } from '../rules/in-force.js';
import type { LoadedPlan } from '../rules/load.js';
import type { Variant } from '../rules/variant.js';
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
  readonly past: Past;
  readonly trials: readonly Trial[];
  /** The id of someone whose lines are wanted. */
  readonly agent: string | undefined;
}

/** Each of the trials, in their order; all of them refused where the month is. */
export async function tryRules(request: MonthTrial): Promise<readonly (TriedMonth | Refused)[]> {
  const month = new MonthForTrials(request);
  const before = await month.by(request.before);
  if ('refused' in before) return request.trials.map(() => before);
  const found: (TriedMonth | Refused)[] = [];
  for (const trial of request.trials) {
    const after = await month.by(trial.rules);
    found.push('refused' in after ? after : await tried(month, trial, request.agent, before, after));
  }
  return found;
}

async function tried(
  month: MonthForTrials,
  { variant, rules, withFile }: Trial,
  agent: string | undefined,
  before: Pay,
  after: Pay,
): Promise<TriedMonth> {
  const calculate = async (file: LoadedPlan): Promise<Pay | undefined> => {
    const result = await month.by(withFile(file));
    return 'refused' in result ? undefined : result;
  };
  // Of several files in force the people of one stand in totals over those of another: any rule may bear on any line.
  const touchingOf = (one: Variant): Touching =>
    touchingBy(rules.length > 1 ? one.rules.map(() => undefined) : reachOfRules(one));
  const split = await splitOverRules({ variant, before, after, calculate, touchingOf });
  return { ...split, lines: agent === undefined ? [] : lineDifferences(before, after, agent) };
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
  readonly #readings = new Map<string, Promise<Reading>>();
  readonly #asked = new Map<RulesInForce, Asked>();

  constructor(request: MonthTrial) {
    this.#request = request;
  }

  /** The month by these rules, or what refuses it. */
  async by(rules: RulesInForce): Promise<Pay | Refused> {
    const { log, pay, exports } = await this.#readingFor(rules);
    if (!exports) return { refused: log.sorted() };
    const result = pay(exports, rules);
    const errors = result.problems.filter(({ severity }) => severity === 'error');
    return errors.length > 0 ? { refused: errors } : result;
  }

  #readingFor(rules: RulesInForce): Promise<Reading> {
    const { before, trials } = this.#request;
    const { reading, calls } = this.#askedBy(rules);
    const alike = [before, ...trials.map((one) => one.rules)].filter(
      (one) => this.#askedBy(one).reading === reading,
    );
    // A mixture of rule files may have calls counted as neither of them has, and is read for by itself then.
    const isCounted = alike.some((one) => this.#askedBy(one).calls === calls);
    const key = isCounted ? reading : `${reading}\n${calls}`;
    const known = this.#readings.get(key) ?? this.#read(isCounted ? [rules, ...alike] : [rules]);
    this.#readings.set(key, known);
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

  async #read(all: readonly [RulesInForce, ...RulesInForce[]]): Promise<Reading> {
    const { workspace, month, past } = this.#request;
    const { outsideMonth, columnNames } = workspace.settings;
    const log = new ProblemLog();
    const source = { month, from: monthFolder(workspace, month), outsideMonth, columnNames, past };
    return { ...(await readFor({ ...source, provisional: false }, all, log)), log };
  }
}
