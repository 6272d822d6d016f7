/** Rule files that are tried together share what they say alike: nothing may come out otherwise for it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Exact, toText } from '../../src/base/exact.js';
import { CallTally } from '../../src/calc/activity.js';
import { callsAskedBy, countedFor } from '../../src/calc/calls-counted.js';
import { calculatePay, type Pay } from '../../src/calc/pay.js';
import { NO_PAST_MONTHS } from '../../src/calc/past.js';
import type { LoadedPlan } from '../../src/rules/load.js';
import { meaningOf } from '../../src/rules/meaning.js';
import type { Plan } from '../../src/rules/plan.js';
import { onePlan } from '../../src/rules/plans.js';
import { withPartsOfPlans } from '../../src/rules/shared-parts.js';
import { exportsOf, type Parts } from '../calc/department.js';
import { anyMonth } from '../calc/random-month.js';
import { RANDOM_TEXTS } from '../calc/random-plans.js';
import { load } from '../rules/rule-files.js';
import { anyEdits, editable, edited } from './random-edits.js';

const FILES = RANDOM_TEXTS.map((text) => load(text));

const anyFile = fc.nat(FILES.length - 1);

function fileAt(index: number): LoadedPlan {
  const file = FILES[index];
  if (!file) throw new Error('no such rule file');
  return file;
}

/** What each of the plans pays, all of them from one reading of the month. */
function paysOf(month: Parts, ...plans: readonly Plan[]): Pay[] {
  const exports = exportsOf(month);
  const readings = new Map<string, { plan: Plan; tally: CallTally }>();
  for (const plan of plans) {
    const asked = callsAskedBy([plan]);
    if (readings.has(asked)) continue;
    const tally = new CallTally(onePlan(plan), exports.visits ?? [], exports.do_not_disturb ?? []);
    for (const call of month.calls ?? []) tally.add(call);
    readings.set(asked, { plan, tally });
  }
  const results = new Map(
    [...readings].map(([asked, { plan, tally }]) => [asked, { plan, activity: tally.result() }]),
  );
  return plans.map((plan) => {
    const counted = results.get(callsAskedBy([plan]));
    if (!counted) throw new Error('not counted');
    const activity = countedFor(counted.activity, onePlan(counted.plan), onePlan(plan));
    return calculatePay(onePlan(plan), exports, activity, NO_PAST_MONTHS);
  });
}

const isExact = (part: object): part is Exact => 'toFraction' in part;
const isRulePlace = (part: object): boolean =>
  'file' in part && typeof part.file === 'string' && part.file.endsWith('.yaml');

/** Everything about everybody, but for the places in the rule files. */
const told = (pay: Pay | undefined): string =>
  JSON.stringify(
    pay?.agents.map(({ facts, ...paid }) => ({
      ...paid,
      days: facts.days,
      signups: facts.signups,
      commission: facts.commission,
    })),
    (_, part: unknown) => {
      if (typeof part === 'bigint') return part.toString();
      if (typeof part !== 'object' || part === null) return part;
      if (isExact(part)) return toText(part);
      if (part instanceof Map) return [...part.entries()];
      return isRulePlace(part) ? 'in the rules' : part;
    },
  );

/** The first place where two texts differ, with what each has there. */
function firstDifference(one: string, other: string): [string, string] | undefined {
  if (one === other) return undefined;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const near = (text: string): string => text.slice(Math.max(0, at - 150), at + 50);
  return [near(one), near(other)];
}

/** Whether `after` pays beside `before`, with all that they share, what it pays alone. */
function expectSame(month: Parts, before: Plan, after: Plan): void {
  const shared = withPartsOfPlans(after, [before]);
  expect(firstDifference(meaningOf(shared), meaningOf(after))).toBeUndefined();
  const [alone] = paysOf(month, after);
  const [, together] = paysOf(month, before, shared);
  expect(firstDifference(told(together), told(alone))).toBeUndefined();
}

describe('plans that share what they say alike', () => {
  it('say what they said, and pay what they pay alone', () => {
    fc.assert(
      fc.property(anyMonth, anyFile, anyFile, anyEdits, (month, first, second, edits) => {
        expectSame(month, fileAt(first).plan, edited(fileAt(second), edits).plan);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  const months = fc.sample(anyMonth, { numRuns: 2, seed: 5 });
  const whole = fileAt(0);
  it.each(editable(whole).map(({ path }, which) => ({ path, which })))('but for $path', ({ which }) => {
    const other = edited(whole, [{ which, to: 7 }]);
    for (const month of months) expectSame(month, whole.plan, other.plan);
  });

  const { plan, bytes } = fileAt(0);

  it('have the same objects for it, on whatever line it stands', () => {
    const moved = load(`# one line more\n${new TextDecoder().decode(bytes)}`);
    expect(withPartsOfPlans(moved.plan, [plan])).toBe(plan);
  });

  it('keep their own where the same stands in another order', () => {
    const turned: Plan = {
      ...plan,
      components: Object.fromEntries(Object.entries(plan.components).toReversed()),
    };
    const shared = withPartsOfPlans(turned, [plan]);
    expect(Object.keys(shared.components)).toEqual(Object.keys(plan.components).toReversed());
  });
});
