/** Cliffs of components: amounts that fall by one measure alone, with their gates, caps and floors. */
import { type Exact, greatest, least, ZERO } from '../../base/exact.js';
import { nameOfCurrency } from '../../base/currency.js';
import { needsOfAmount, needsOfCondition, needsOfMeasure } from '../dependencies.js';
import type { Plan } from '../plan.js';
import { amountAt, holdsAt } from './amount-at.js';
import { cliffOf } from './cliff-of-fall.js';
import { type Fall, fallsOf, lossOf } from './falls.js';
import { jumpsOf, jumpsOfCondition } from './jumps.js';
import { type Earning, isEarning, leaningOf } from './leanings.js';
import type { Check } from './linted.js';
import { measureName, stepOf } from './units.js';

export const componentCliffs: Check = ({ plan }) =>
  earningsOf(plan).flatMap(([name, component]) =>
    measuresBehind(component, plan).flatMap((measure) => {
      const edges = edgesBy(component, measure, plan);
      const step = stepOf(measure, edges, plan);
      const at = (quantity: Exact): Exact | undefined => payAt(component, measure, quantity, plan);
      const scale = component.amount.kind === 'scale' ? component.amount.scale : undefined;
      return fallsOf({ edges, at, step }, leaningOf(measure, plan))
        .filter((fall) => !isMadeUpFor(fall, step, component, measure, plan))
        .map((fall) =>
          cliffOf(fall, {
            of: measureName(measure, plan),
            pays: name,
            unit: nameOfCurrency(plan.currency),
            currency: plan.currency,
            scale: scale?.of === measure && !component.cap && !component.floor ? scale : undefined,
            step,
          }),
        );
    }),
  );

const earningsOf = (plan: Plan): (readonly [string, Earning])[] =>
  Object.entries(plan.components).flatMap(([name, one]) => (isEarning(one) ? [[name, one] as const] : []));

/** The measures that the pay hangs on in the end: formulas and rates within the month are gone through. */
export function measuresBehind(component: Earning, plan: Plan): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const declared = plan.measures?.[name];
    if (declared?.kind === 'formula' || declared?.kind === 'is') {
      for (const need of needsOfMeasure(declared)) visit(need.name);
    }
    found.add(name);
  };
  const { amount, cap, floor, gate = [] } = component;
  const amounts = [amount, cap, floor].filter((one) => one !== undefined);
  for (const need of [...gate.flatMap(needsOfCondition), ...amounts.flatMap(needsOfAmount)]) visit(need.name);
  return [...found];
}

const edgesBy = ({ amount, cap, floor, gate = [] }: Earning, measure: string, plan: Plan) => [
  ...gate.flatMap((one) => jumpsOfCondition(one, measure)),
  ...[amount, cap, floor].flatMap((one) => (one ? jumpsOf(one, measure, plan) : [])),
];

/** What the component pays for so much of the measure, whatever else its gate asks for. */
function payAt(component: Earning, measure: string, quantity: Exact, plan: Plan): Exact | undefined {
  const given = { measure, quantity, plan };
  const { amount, cap, floor, gate = [] } = component;
  if (gate.some((one) => holdsAt(one, given) === false)) return ZERO;
  const paid = amountAt(amount, given);
  if (!paid) return undefined;
  const most = cap && amountAt(cap, given);
  const atLeast = floor && amountAt(floor, given);
  if ((cap && !most) || (floor && !atLeast)) return undefined;
  const capped = most ? least(paid, most) : paid;
  return atLeast ? greatest(capped, atLeast) : capped;
}

/** Whether what is lost is paid by other components, a step before or after it too, or may be. */
function isMadeUpFor(fall: Fall, step: Exact, own: Earning, measure: string, plan: Plan): boolean {
  let gained: Exact = ZERO;
  for (const [, other] of earningsOf(plan)) {
    if (other === own || !canMeet(own, other) || !measuresBehind(other, plan).includes(measure)) continue;
    const ends = [fall.before.sub(step), fall.after.add(step)];
    const [before, after] = ends.map((one) => payAt(other, measure, one, plan));
    if (before && after) gained = gained.add(after.sub(before));
    else if (own.amount.kind !== 'scale') return true;
  }
  return gained.compare(lossOf(fall)) >= 0;
}

/** Whether somebody can be paid by both. */
function canMeet({ roles: some }: Earning, { roles: others }: Earning): boolean {
  return !some || !others || some.value.some((role) => others.value.includes(role));
}
