/** Every amount of a plan with what it belongs to. */
import type { Amount } from '../amount-shape.js';
import type { Plan } from '../plan.js';

export interface Owned {
  /** The component or measure. */
  readonly name: string;
  readonly amount: Amount;
}

/** The amounts of components, with their caps and floors, and those that measures come to. */
export const amountsIn = ({ measures, components }: Plan): Owned[] => [
  ...Object.entries(measures ?? {}).flatMap(([name, one]) =>
    one.kind === 'is' ? [{ name, amount: one.is }] : [],
  ),
  ...Object.entries(components).flatMap(([name, one]) => {
    if (one.kind !== 'amount') return [];
    const own = one.amount.kind === 'share' ? [] : [one.amount];
    const limits = [one.cap, one.floor].filter((limit) => limit !== undefined);
    return [...own, ...limits].map((amount) => ({ name, amount }));
  }),
];
