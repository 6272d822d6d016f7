/** Which component, measure or section of the score a scale belongs to. */
import { scalesIn } from '../dependencies.js';
import type { Plan } from '../plan.js';
import type { MeasuredScale } from '../scale-shape.js';
import { amountsIn } from './amounts.js';

export function ownersOfScales(plan: Plan): ReadonlyMap<MeasuredScale, string> {
  const sections = Object.entries(plan.score?.sections ?? {}).flatMap(([name, one]) =>
    one.kind === 'parts' ? one.parts.map((amount) => ({ name, amount })) : [],
  );
  return new Map(
    [...amountsIn(plan), ...sections].flatMap(({ name, amount }) =>
      scalesIn(amount).map((scale) => [scale, name] as const),
    ),
  );
}
