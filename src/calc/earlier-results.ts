/** What a measure came to in closed months. */
import { whole } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import { type Month, shiftMonth } from '../base/period.js';
import type { DeclaredMeasure, Earlier } from '../rules/measure-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import { have, lack, type Measured } from './measured.js';
import { inMonth } from './remembered.js';
import { taken } from './taken.js';
import { given, type Ground, type Trace } from './trace.js';
import { monthsBefore } from './year.js';

type EarlierMeasure = Extract<DeclaredMeasure, { kind: 'earlier' }>;

const LABELS = {
  months: { en: 'months', zh: '月数' },
} satisfies Record<string, Localized>;

/** The results of the months that `earlier` names, taken together; without any, what the rule file says of that. */
export function earlierResults(
  { name, earlier }: EarlierMeasure,
  facts: AgentFacts,
  month: MonthFacts,
): Measured {
  const found = monthsAsked(earlier, month).flatMap((one): Trace[] => {
    const value = inMonth(earlier.of, one, facts, month);
    return typeof value === 'string' ? [] : [given({ en: one, zh: one }, value)];
  });
  const ground = groundOf(earlier);
  if (found.length > 0) return have(taken(earlier.take?.value ?? 'sum', name, found, LABELS.months, ground));
  switch (earlier.when_absent.value) {
    case 'zero':
      return have(given(name, whole(0), ground));
    case 'skip':
      return lack('skip');
    case 'error':
      return lack('no_past');
  }
}

/** The months that a measure over earlier ones asks for in this month, in order. */
export function monthsAsked(
  { months_ago, last_months, so_far_in }: Earlier,
  facts: Pick<MonthFacts, 'month' | 'plan'>,
): Month[] {
  const { month } = facts;
  if (so_far_in) return monthsBefore(so_far_in.value, facts);
  if (months_ago) return [shiftMonth(month, -months_ago.value)];
  const count = last_months?.value ?? 0;
  return Array.from({ length: count }, (_, index) => shiftMonth(month, index - count));
}

function groundOf({ months_ago, last_months, so_far_in, take, when_absent }: Earlier): Ground {
  const all = [months_ago, last_months, so_far_in, take, when_absent];
  return { rules: all.filter((rule) => rule !== undefined) };
}
