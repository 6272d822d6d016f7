/** What an opening does not tell of measures, though the rule file reckons with it from the first month on. */
import { isDay, lastDay, type Month, shiftMonth } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import { unfinishedFrom } from '../base/week.js';
import type { Opening } from '../input/opening-rows.js';
import { OPENING_PROBLEMS } from '../problems/opening.js';
import { scalesOf } from '../rules/dependencies.js';
import type { Earlier } from '../rules/measure-shape.js';
import { memoryOf, rememberedBy } from '../rules/memory.js';
import type { Plan } from '../rules/plan.js';
import { assignPlans, type PlansInForce } from '../rules/plans.js';
import { monthsAsked } from './earlier-results.js';
import { monthsBefore } from './year.js';

/** A warning for each measure that is told of for none of the people in a month or week that it is needed of. */
export function untoldMeasures(inForce: PlansInForce, opening: Opening): Problem[] {
  const { all, of } = assignPlans(inForce, opening.agents, () => undefined);
  const several = all.length > 1;
  return all.flatMap((plan) => {
    const own = { ...opening, measures: opening.measures.filter((row) => of(row.agent_id) === plan) };
    const isUsed = !several || opening.agents.some((row) => of(row.agent_id) === plan);
    return isUsed ? untoldOfPlan(plan, own, several ? plan.version : undefined) : [];
  });
}

/** `version` tells the plan from others in force. */
function untoldOfPlan(plan: Plan, opening: Opening, version: string | undefined): Problem[] {
  const told = new Set(opening.measures.map(({ measure, period }) => `${measure}\t${period}`));
  const first = shiftMonth(opening.month, 1);
  const totals = totalsNeeded(plan, first).flatMap(({ measure, months, needed }) => {
    const lacking = months.filter((month) => !told.has(`${measure}\t${month}`));
    if (lacking.length === 0) return [];
    const refused = needed === 'all' || (needed === 'one' && lacking.length === months.length);
    const then = refused ? 'refused' : 'left_out';
    return [{ measure, periods: lacking.join(', '), then, version } as const];
  });
  const weeks = untoldWeeks(plan, opening).map((one) => ({ ...one, then: 'week_cut', version }) as const);
  return [...totals, ...weeks].map((params) =>
    problem(OPENING_PROBLEMS.measure_not_told, { file: 'measures.csv' }, params),
  );
}

interface TotalNeeded {
  readonly measure: string;
  readonly months: readonly Month[];
  /** Of how many months it must be known. */
  readonly needed: 'all' | 'one' | 'none';
}

/** The totals that the first month asks for, each once: those that refuse it before those that don't. */
function totalsNeeded(plan: Plan, first: Month): TotalNeeded[] {
  const running = scalesOf(plan).flatMap((scale): TotalNeeded[] => {
    const clock = scale.per?.value;
    if (clock !== 'quarter' && clock !== 'year') return [];
    const months = monthsBefore(clock, { plan, month: first });
    return rememberedBy(scale).map((measure) => ({ measure, months, needed: 'all' }));
  });
  const earlier = Object.values(plan.measures ?? {}).flatMap((declared): TotalNeeded[] => {
    if (declared.kind !== 'earlier') return [];
    return [totalOfEarlier(declared.earlier, plan, first)];
  });
  const all = new Map<string, TotalNeeded>();
  for (const one of [...running, ...earlier]) {
    const key = `${one.measure}\t${one.months.join()}`;
    if (!all.has(key)) all.set(key, one);
  }
  return [...all.values()];
}

/** What lies so many months back is asked for by each month until then; of several months one is enough. */
function totalOfEarlier(earlier: Earlier, plan: Plan, first: Month): TotalNeeded {
  const { of: measure, months_ago, when_absent } = earlier;
  const fails = when_absent.value === 'error';
  if (!months_ago) {
    const months = monthsAsked(earlier, { plan, month: first });
    return { measure, months, needed: fails ? 'one' : 'none' };
  }
  const count = months_ago.value;
  const months = Array.from({ length: count }, (_, index) => shiftMonth(first, index - count));
  return { measure, months, needed: fails ? 'all' : 'none' };
}

function untoldWeeks(plan: Plan, { month, measures }: Opening): { measure: string; periods: string }[] {
  const from = unfinishedFrom(month);
  if (from === undefined) return [];
  const told = new Set(measures.flatMap((row) => (isDay(row.period) ? [row.measure] : [])));
  return [...memoryOf(plan).weeks]
    .filter((measure) => !told.has(measure))
    .map((measure) => ({ measure, periods: `${from} … ${lastDay(month)}` }));
}
