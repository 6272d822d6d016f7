/** What components pay by one measure alone, and whether others pay what one of them takes away. */
import { type Exact, greatest, least, ZERO } from '../../base/exact.js';
import { needsOfAmount, needsOfCondition, needsOfMeasure } from '../dependencies.js';
import type { Plan } from '../plan.js';
import { amountAt, holdsAt } from './amount-at.js';
import { type Earning, isEarning } from './leanings.js';

/** The components that pay each person an amount of his own, by name. */
export const earningsOf = (plan: Plan): (readonly [string, Earning])[] =>
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

/** What the component pays for so much of the measure, whatever else its gate asks for. */
export function payAt(component: Earning, measure: string, quantity: Exact, plan: Plan): Exact | undefined {
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

/** What a component loses from one quantity of a measure to another. */
export interface Lost {
  readonly own: Earning;
  readonly measure: string;
  readonly before: Exact;
  readonly after: Exact;
  readonly loss: Exact;
}

/** Whether what is lost is paid by other components, or may be where only a formula tells. */
export function isMadeUpFor({ own, measure, before, after, loss }: Lost, plan: Plan): boolean {
  let gained: Exact = ZERO;
  for (const [, other] of earningsOf(plan)) {
    if (other === own || !canMeet(own, other) || !measuresBehind(other, plan).includes(measure)) continue;
    const [less, more] = [before, after].map((one) => payAt(other, measure, one, plan));
    if (less && more) gained = gained.add(greatest(more.sub(less), ZERO));
    else if (own.amount.kind !== 'scale') return true;
  }
  return gained.compare(loss) >= 0;
}

/** Whether somebody can be paid by both. */
function canMeet({ roles: some }: Earning, { roles: others }: Earning): boolean {
  return !some || !others || some.value.some((role) => others.value.includes(role));
}
