/** Cliffs of components: amounts that fall by one measure alone, with their gates, caps and floors. */
import { nameOfCurrency } from '../../base/currency.js';
import type { Exact } from '../../base/exact.js';
import type { Plan } from '../plan.js';
import { cliffOf } from './cliff-of-fall.js';
import { type Fall, fallsOf, lossOf } from './falls.js';
import { jumpsOf, jumpsOfCondition } from './jumps.js';
import { type Earning, leaningOf } from './leanings.js';
import type { Check } from './linted.js';
import { earningsOf, isMadeUpFor, type Lost, measuresBehind, payAt } from './pay-by-measure.js';
import { measureName, stepOf } from './units.js';

export const componentCliffs: Check = ({ plan }) =>
  earningsOf(plan).flatMap(([name, component]) =>
    measuresBehind(component, plan).flatMap((measure) => {
      const edges = edgesBy(component, measure, plan);
      const step = stepOf(measure, edges, plan);
      const at = (quantity: Exact): Exact | undefined => payAt(component, measure, quantity, plan);
      const scale = component.amount.kind === 'scale' ? component.amount.scale : undefined;
      return fallsOf({ edges, at, step }, leaningOf(measure, plan))
        .filter((fall) => !isMadeUpFor(lostBy(fall, step, component, measure), plan))
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

const edgesBy = ({ amount, cap, floor, gate = [] }: Earning, measure: string, plan: Plan) => [
  ...gate.flatMap((one) => jumpsOfCondition(one, measure)),
  ...[amount, cap, floor].flatMap((one) => (one ? jumpsOf(one, measure, plan) : [])),
];

/** A step before or after the edge another component may begin. */
const lostBy = (fall: Fall, step: Exact, own: Earning, measure: string): Lost => ({
  own,
  measure,
  before: fall.before.sub(step),
  after: fall.after.add(step),
  loss: lossOf(fall),
});
