/** The measures that are rates or multipliers of pay alone: no deduction and no score goes by them. */
import type { Amount } from '../amount-shape.js';
import { needsOfComponent, needsOfMeasure, needsOfScore } from '../dependencies.js';
import type { Plan } from '../plan.js';
import { isEarning } from './leanings.js';

/** By name, with what each comes to. */
export function ratesOfPay(plan: Plan): (readonly [string, Amount])[] {
  const components = Object.values(plan.components);
  const earned = reachedFrom(components.filter(isEarning).flatMap(needsOfComponent), plan);
  const others = components.filter((one) => !isEarning(one)).flatMap(needsOfComponent);
  const deducted = reachedFrom([...others, ...needsOfScore(plan)], plan);
  return Object.entries(plan.measures ?? {}).flatMap(([name, one]) =>
    one.kind === 'is' && earned.has(name) && !deducted.has(name) ? [[name, one.is] as const] : [],
  );
}

/** All measures that these are built of, within the month. */
export function reachedFrom(needs: readonly { readonly name: string }[], plan: Plan): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = ({ name }: { readonly name: string }): void => {
    if (found.has(name)) return;
    found.add(name);
    const declared = plan.measures?.[name];
    if (declared) for (const need of needsOfMeasure(declared)) visit(need);
  };
  for (const need of needs) visit(need);
  return found;
}
