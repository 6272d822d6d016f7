/**
 * What scales that run through a quarter or year have placed: each month keeps what it placed, and the next ones
 * place what is due by then beside it.
 */
import { scalesOf } from '../rules/dependencies.js';
import type { MeasuredScale } from '../rules/scale-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import type { RememberedMeasure } from './past.js';
import { inMonth } from './remembered.js';
import { reckonScale } from './scale-clocks.js';
import { given, type Trace } from './trace.js';
import { monthsBefore } from './year.js';

/** A running scale is known by the path of its clock in the rule file, which no measure's name can be. */
const nameOf = (scale: MeasuredScale): string => scale.per?.path ?? '';

/** What each running scale placed for each person this month, whether its component was paid or not. */
export function placementsOf(month: MonthFacts): RememberedMeasure[] {
  const running = scalesOf(month.plan).filter(({ per }) => per?.value === 'quarter' || per?.value === 'year');
  return month.agents.flatMap((facts): RememberedMeasure[] => {
    if (facts.absent) return [];
    return running.flatMap((scale): RememberedMeasure[] => {
      const found = reckonScale(scale, facts, month);
      const { agent_id } = facts.agent;
      return 'trace' in found ? [{ agent_id, measure: nameOf(scale), value: found.trace.value }] : [];
    });
  });
}

/**
 * What the scale placed in each earlier month of the quarter or year. Undefined where a month does not know: it
 * came by an opening, or the scale stood elsewhere in the rule file then.
 */
export function placedBefore(
  scale: MeasuredScale,
  span: 'quarter' | 'year',
  facts: AgentFacts,
  month: MonthFacts,
): Trace[] | undefined {
  const found = monthsBefore(span, month).map((one) => ({
    one,
    value: inMonth(nameOf(scale), one, facts, month),
  }));
  if (found.some(({ value }) => value === 'unknown')) return undefined;
  return found.flatMap(({ one, value }) =>
    typeof value === 'string' ? [] : [given({ en: one, zh: one }, value)],
  );
}
