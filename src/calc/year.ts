/** Quarters and years as a plan has them: a firm's year may begin in any month. */
import { type Month, shiftMonth } from '../base/period.js';
import type { MonthFacts } from './agent-facts.js';

/** The months of the quarter or year before this one, in order. */
export function monthsBefore(
  span: 'quarter' | 'year',
  { month, plan }: Pick<MonthFacts, 'month' | 'plan'>,
): Month[] {
  const begins = plan.year_begins_in?.value ?? 1;
  const index = (Number(month.slice(5)) - begins + 12) % 12;
  const count = span === 'year' ? index : index % 3;
  return Array.from({ length: count }, (_, back) => shiftMonth(month, back - count));
}
