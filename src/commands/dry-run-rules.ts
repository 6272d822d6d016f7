/** The rule files of a dry run: those in force in each month, and those tried in their place. */
import type { Month } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import { DRY_RUN_PROBLEMS } from '../problems/dry-run.js';
import { isSame } from '../rules/applies-to.js';
import { otherCurrency, type RulesInForce, rulesInForce, withNamed } from '../rules/in-force.js';
import type { LoadedPlan } from '../rules/load.js';
import type { Plan } from '../rules/plan.js';
import { withPartsOfPlans } from '../rules/shared-parts.js';
import { asWholeFile, type Variant, variantOf } from '../rules/variant.js';
import { ruleFilesOf, shownPath, type Workspace } from '../workspace/workspace.js';
import type { Trial } from './dry-run-months.js';
import { readRuleFile } from './named-rules.js';
import { draftProblems } from './rule-examples.js';

export interface RuleFiles {
  /** Those of the workspace. */
  readonly own: readonly LoadedPlan[];
  readonly tried: readonly LoadedPlan[];
  /** What they are tried against; undefined: what is in force in each month. */
  readonly against: LoadedPlan | undefined;
  readonly warnings: readonly Problem[];
}

interface Refused {
  readonly problems: readonly Problem[];
}

/** Reads every rule file once. Examples that do not come out are only told of: a draft may have old figures in them. */
export function readRuleFiles(
  workspace: Workspace,
  tried: readonly string[],
  against: string | undefined,
): RuleFiles | Refused {
  const problems: Problem[] = [];
  const known: Plan[] = [];
  const read = (path: string): LoadedPlan[] => {
    const reading = readRuleFile(path, shownPath(workspace, path));
    if ('problems' in reading) {
      problems.push(...reading.problems);
      return [];
    }
    const plan = withPartsOfPlans(reading.plan, known);
    known.push(plan);
    return [{ ...reading, plan }];
  };
  const own = ruleFilesOf(workspace).flatMap(read);
  const named = tried.flatMap(read);
  const [other] = against === undefined ? [] : read(against);
  const unique = new Set([...named, ...(other ? [other] : [])]);
  if (problems.length > 0) return { problems };
  const warnings = [...unique].flatMap(draftProblems);
  return { own, tried: named, against: other, warnings };
}

export interface RulesOfMonth {
  readonly before: RulesInForce;
  readonly trials: readonly Trial[];
}

/** What is in force in a month, and what each of the tried files makes of it. */
export function rulesOfMonth(
  { own, tried, against }: RuleFiles,
  month: Month,
  folder: string,
  variants: Variants,
): RulesOfMonth | Refused {
  const before = against ? withNamed(against, own, month) : rulesInForce(own, month, folder);
  if ('problems' in before) return before;
  const trials: Trial[] = [];
  for (const named of tried) {
    const trial = trialOf(named, own, before, month, variants);
    if ('problems' in trial) return trial;
    trials.push(trial);
  }
  return { before, trials };
}

function trialOf(
  named: LoadedPlan,
  own: readonly LoadedPlan[],
  before: RulesInForce,
  month: Month,
  variants: Variants,
): Trial | Refused {
  const [first] = before;
  const currencies = otherCurrency(named, first);
  if (currencies)
    return { problems: [problem(DRY_RUN_PROBLEMS.other_currency, { file: named.file }, currencies)] };
  const replaced = before.find(({ plan }) => isSame(plan.applies_to, named.plan.applies_to));
  const rules = replaced ? inPlaceOf(before, replaced, named) : withNamed(named, own, month);
  if ('problems' in rules) return rules;
  // A file for other people than any in force is tried as a whole.
  if (!replaced) return { rules, variant: asWholeFile(variants.of(first, named)), withFile: () => rules };
  return {
    rules,
    variant: variants.of(replaced, named),
    withFile: (file) => inPlaceOf(before, replaced, file),
  };
}

function inPlaceOf([first, ...others]: RulesInForce, old: LoadedPlan, file: LoadedPlan): RulesInForce {
  const put = (one: LoadedPlan): LoadedPlan => (one === old ? file : one);
  return [put(first), ...others.map(put)];
}

/** What differs between two files, found once for all months. */
export class Variants {
  readonly #known = new Map<LoadedPlan, Map<LoadedPlan, Variant>>();

  of(before: LoadedPlan, after: LoadedPlan): Variant {
    const own = this.#known.get(before) ?? new Map<LoadedPlan, Variant>();
    this.#known.set(before, own);
    const variant = own.get(after) ?? variantOf(before, after);
    own.set(after, variant);
    return variant;
  }
}
