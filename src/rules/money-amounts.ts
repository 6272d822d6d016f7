/** Where a rule file says how much money it is, a percentage can only be a slip: 5% of what? */
import type { Exact } from '../base/exact.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import type { PaidAmount } from './amount-shape.js';
import { Fault, type Faults, refuse } from './fault.js';
import type { Value } from './mark.js';
import type { Plan } from './plan.js';
import type { MeasuredScale } from './scale-shape.js';

/** Refuses percentages that a component would pay as so many hundredths of a yuan, and fixed amounts below zero. */
export function checkMoneyAmounts({ components }: Pick<Plan, 'components'>, faults: Faults): void {
  for (const component of Object.values(components)) {
    if (component.kind !== 'amount') continue;
    for (const amount of [component.amount, component.cap, component.floor]) {
      for (const value of amount ? moneyIn(amount) : []) {
        if (!value.text.endsWith('%')) continue;
        refuse(faults, Fault.of(RULE_PROBLEMS.percentage_of_nothing, { written: value.text }), value);
      }
      for (const value of amount ? fixedIn(amount) : []) {
        if (value.value.compare(0) >= 0) continue;
        refuse(faults, Fault.of(RULE_PROBLEMS.negative, { text: value.text }), value);
      }
    }
  }
}

/** The values that are amounts of money by themselves, in the order of the components. */
export function moneyAmounts({ components }: Pick<Plan, 'components'>): Value<Exact>[] {
  return Object.values(components).flatMap((component) =>
    component.kind === 'amount'
      ? [component.amount, component.cap, component.floor].flatMap((one) => (one ? moneyIn(one) : []))
      : [],
  );
}

/** Amounts that are one number, whatever anybody did. */
function fixedIn(amount: PaidAmount): readonly Value<Exact>[] {
  if (amount.kind === 'fixed') return [amount.fixed];
  return amount.kind === 'cases' ? amount.cases.flatMap(({ pays }) => fixedIn(pays)) : [];
}

/** The numbers of an amount that are money themselves, not a rate of something. */
function moneyIn(amount: PaidAmount): readonly Value<Exact>[] {
  switch (amount.kind) {
    case 'fixed':
      return [amount.fixed];
    case 'scale':
      return moneyOfScale(amount.scale);
    case 'table':
      return amount.table.pays.flat();
    case 'cases':
      return amount.cases.flatMap(({ pays }) => moneyIn(pays));
    case 'measure':
    case 'rate':
    case 'formula':
    case 'day_rate':
    case 'share':
      return [];
  }
}

function moneyOfScale(scale: MeasuredScale): readonly Value<Exact>[] {
  switch (scale.kind) {
    case 'step':
      return [scale.pays];
    case 'interpolated':
      return scale.points.map(({ pays }) => pays);
    case 'bands': {
      const isRate = scale.scale.value === 'marginal' || scale.scale.value === 'whole';
      return scale.bands.flatMap(({ pays, plus }) => [...(isRate ? [] : [pays]), ...(plus ? [plus] : [])]);
    }
  }
}
