/** The plan of a day and of a month, where values of a rule file have dated versions. */
import { computedOnce } from '../base/computed-once.js';
import { firstDay, lastDay, type Month, type PlainDate } from '../base/period.js';
import type { Plan } from './plan.js';

/** The plan as it is on this day: what belongs to one sign-up or one day goes by it. */
export function planOn(plan: Plan, day: PlainDate): Plan {
  return plan.changes?.findLast(({ from }) => from <= day)?.plan ?? plan;
}

/** One plan for each month that was asked for, since plans are told apart by identity. */
const known = new WeakMap<Plan, Map<Month, Plan>>();

/** The plan as it is on the month's first day, with the changes within the month alone. */
export function planOfMonth(plan: Plan, month: Month): Plan {
  if (!plan.changes) return plan;
  const months = computedOnce(known, plan, () => new Map<Month, Plan>());
  const found = months.get(month) ?? withinMonth(plan, plan.changes, month);
  months.set(month, found);
  return found;
}

function withinMonth(plan: Plan, all: NonNullable<Plan['changes']>, month: Month): Plan {
  const [first, last] = [firstDay(month), lastDay(month)];
  const changes = all.filter(({ from }) => from > first && from <= last);
  return { ...planOn(plan, first), changes: changes.length > 0 ? changes : undefined };
}
