/** What closed months must keep of measures, so that later months can run on, by a rule file. */
import type { MeasureMemory } from '../input/records.js';
import { isMadeOfRows } from './clocks.js';
import { scalesOf } from './dependencies.js';
import { measuresIn } from './formula.js';
import type { Plan } from './plan.js';
import type { MeasuredScale } from './scale-shape.js';

/** The measures whose totals, whose days of an unfinished week, and whose transactions by their refs later months ask for. */
export function memoryOf(plan: Plan): MeasureMemory {
  const totals = new Set<string>();
  const weeks = new Set<string>();
  const refs = new Set<string>();
  for (const scale of scalesOf(plan)) {
    const clock = scale.per?.value;
    if (clock === 'quarter' || clock === 'year') for (const name of rememberedBy(scale)) totals.add(name);
    if (clock === 'week') for (const name of rememberedBy(scale)) weeks.add(name);
  }
  for (const declared of Object.values(plan.measures ?? {})) {
    if (declared.kind === 'earlier') totals.add(declared.earlier.of);
    if (declared.kind === 'earlier_by_ref') refs.add(declared.earlier_by_ref.of.value);
    if (declared.kind === 'each' && declared.each.per.value === 'week') {
      const names = measuresIn(declared.each.formula.value);
      for (const name of names.filter((one) => isMadeOfRows(one, plan))) weeks.add(name);
    }
  }
  return { totals: inOrder(totals), weeks: inOrder(weeks), refs: inOrder(refs) };
}

const inOrder = (names: ReadonlySet<string>): ReadonlySet<string> => new Set([...names].toSorted());

/** The measures that a scale with a clock adds up over months. */
export const rememberedBy = (scale: MeasuredScale): readonly string[] => [
  scale.of,
  ...(scale.kind === 'bands' && scale.by ? [scale.by.value] : []),
];
