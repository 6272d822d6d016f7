/** What is counted of calls once for several rule files that ask the same of them. */
import { meaningOf } from '../rules/meaning.js';
import type { Plan } from '../rules/plan.js';
import type { Plans } from '../rules/plans.js';
import type { Activity } from './activity.js';
import { callMeasures } from './call-counts.js';

/** All that these plans have counted of calls, and of whose, as a text: equal texts, equal counts. */
export const callsAskedBy = (plans: readonly Plan[]): string =>
  meaningOf(plans.map((plan) => [plan.applies_to, asked(plan), (plan.changes ?? []).map(dated)]));

const dated = ({ from, plan }: NonNullable<Plan['changes']>[number]): unknown => [from, asked(plan)];

const asked = (plan: Plan): unknown => [
  plan.daily_target?.answered_calls,
  plan.daily_target?.retention_day.campaign,
  plan.checks.funnel?.over_seconds,
  plan.checks.do_not_disturb !== undefined,
  callMeasures(plan),
];

/** What was counted for some plans, for others that ask the same, in the same order. */
export function countedFor(activity: Activity, { all: before }: Plans, { all }: Plans): Activity {
  const counts = all.flatMap((plan, index) => {
    const own = before[index];
    const counted = own && activity.counts.get(own);
    return counted ? [[plan, counted] as const] : [];
  });
  return { ...activity, counts: new Map(counts) };
}
