/** A month by other rules, and what each of the changed rules made of it: all mixtures of them that this needs. */
import type { LoadedPlan } from '../../rules/load.js';
import { asOneRule, boundTogether, InseparableRules, type Variant } from '../../rules/variant.js';
import { allOf, type Coalition, membersOf } from './coalitions.js';
import {
  coalitionsBetween,
  compareRules,
  explainsAll,
  type MonthDifference,
  type Paid,
  touchedIn,
  type Touching,
} from './comparison.js';

export interface SplitRequest {
  readonly variant: Variant;
  readonly before: Paid;
  readonly after: Paid;
  /** The month by a mixture of the two files; undefined where it is refused. */
  readonly calculate: (file: LoadedPlan) => Promise<Paid | undefined>;
  readonly touchingOf: (variant: Variant) => Touching;
}

export interface Split {
  /** The rules that the difference is split over. */
  readonly variant: Variant;
  readonly difference: MonthDifference;
}

/** The difference split over each rule by itself; over several as one where they can't be told apart. */
export async function splitOverRules(request: SplitRequest): Promise<Split> {
  for (const variant of finestFirst(request.variant)) {
    const difference = await splitOver({ ...request, variant });
    if (difference) return { variant, difference };
  }
  throw new Error('all rules as one can always be told');
}

function* finestFirst(variant: Variant): Iterable<Variant> {
  yield variant;
  if (variant.rules.length > 1) yield boundTogether(variant);
  yield asOneRule(variant);
}

/** Undefined where a mixture that is needed makes no sound month. */
async function splitOver(request: SplitRequest): Promise<MonthDifference | undefined> {
  const { variant, before, after, calculate } = request;
  const all = allOf(variant.rules.length);
  const told = request.touchingOf(variant);
  const touching: Touching = explainsAll(before, after, told) ? told : () => all;
  const known = new Map<Coalition, Paid>([
    [0n, before],
    [all, after],
  ]);
  for (const coalition of coalitionsBetween(touchedIn([before, after], touching))) {
    if (known.has(coalition)) continue;
    const file = mixture(variant, coalition);
    const result = file && (await calculate(file));
    if (!result) return undefined;
    known.set(coalition, result);
  }
  const outcomes = (coalition: Coalition): Paid => {
    const found = known.get(coalition);
    if (!found) throw new Error('a coalition that no one asked for');
    return found;
  };
  return compareRules(variant.rules.length, outcomes, touching);
}

/** The file with some of the rules changed; undefined where they can't be changed without others. */
function mixture({ withSome }: Variant, coalition: Coalition): LoadedPlan | undefined {
  try {
    return withSome(membersOf(coalition));
  } catch (error) {
    if (error instanceof InseparableRules) return undefined;
    throw error;
  }
}
