/** Runs the examples of a rule file: each is calculated, and what it expects held against what comes out. */
import { type Month, shiftMonth } from '../../base/period.js';
import type { Example } from '../../rules/examples.js';
import type { LoadedPlan } from '../../rules/load.js';
import type { Plan } from '../../rules/plan.js';
import { advance } from '../advance.js';
import { stateOf } from '../closing.js';
import type { MonthResult } from '../month.js';
import { type ClosedMonth, NO_PAST_MONTHS, type Past } from '../past.js';
import { compareMonth, type Failure } from './compare.js';
import { compareTotal } from './compare-total.js';
import { calculateExample } from './example-month.js';
import { exampleWarnings } from './example-warnings.js';
import { type Idle, idleGivens } from './idle-givens.js';
import type { Problem } from '../../base/problem.js';
import { planOfMonth } from '../../rules/plan-on.js';
import { onePlan } from '../../rules/plans.js';

export interface ExampleResult {
  readonly example: Example;
  /** None: it comes out. */
  readonly failures: readonly Failure[];
  /** What it gives that bears on nothing, where it does not come out. */
  readonly idle: readonly Idle[];
  readonly warnings: readonly Problem[];
}

/** Every example of a rule file, in its order. */
export const runExamples = ({ plan, examples }: LoadedPlan): ExampleResult[] =>
  examples.map((example) => runExample(plan, example));

/** Months before an example's first: closed, and nobody was there. */
const MONTHS_BEFORE = 24;

/** Nothing is owed and nothing was placed when an example begins. */
function emptyPast(plan: Plan, first: Month): Past {
  const months = Array.from({ length: MONTHS_BEFORE }, (_, index): ClosedMonth => ({
    month: shiftMonth(first, index - MONTHS_BEFORE),
    plans: onePlan(plan),
    signups: [],
    unlisted: [],
    paid: [],
    gates: [],
    scores: new Map(),
    remembered: [],
    people: [],
  }));
  return { ...NO_PAST_MONTHS, months };
}

/** The months of an example in a row, each on what a close of the one before would have left. */
export function runExample(plan: Plan, example: Example): ExampleResult {
  const [first] = example.months;
  let past = first ? emptyPast(plan, first.month) : NO_PAST_MONTHS;
  const results: MonthResult[] = [];
  const ofMonths = example.months.flatMap((month) => {
    const own = planOfMonth(plan, month.month);
    const calculated = calculateExample(own, month, past);
    past = advance(past, stateOf(calculated.result), [own]);
    results.push(calculated.result);
    return compareMonth(example, month, calculated);
  });
  const failures = [...ofMonths, ...compareTotal(example, results)];
  const idle = failures.length > 0 ? idleGivens(plan, example) : [];
  return { example, failures, idle, warnings: exampleWarnings(plan, results) };
}
