/** Of what an agent is meant to bring more: only there is it a cliff when more is paid less. */
import { ZERO } from '../../base/exact.js';
import type { Amount } from '../amount-shape.js';
import { type Need, needsOfMeasure } from '../dependencies.js';
import { type Component, EARNING_COLUMNS, type Plan } from '../plan.js';

/** `more`: more of it is better. `none`: it is no achievement, or less of it is better. */
export type Leaning = 'more' | 'none' | 'unknown';

const ACHIEVED: readonly string[] = [
  'counted',
  'gross',
  'attainment',
  'team_counted',
  'team_attainment',
  'score',
];

/** Exports whose rows are work done; of calls not every kind is. */
const WORK: readonly string[] = ['visits', 'bookings', 'leads', 'billing'];

export function leaningOf(measure: string, plan: Plan): Leaning {
  const declared = plan.measures?.[measure];
  if (!declared) return ACHIEVED.includes(measure) ? 'more' : 'none';
  if (isPaidFor(measure, plan)) return 'more';
  switch (declared.kind) {
    case 'rank':
      return 'none';
    case 'total':
      return declared.total.take === undefined ? leaningOf(declared.total.of, plan) : 'unknown';
    case 'rows': {
      if (WORK.includes(declared.file)) return 'more';
      return declared.file === 'signups' && countsSuccesses(declared.where) ? 'more' : 'unknown';
    }
    case 'formula':
    case 'is':
      return needsOfMeasure(declared).every((need) => isUnachieved(need, plan)) ? 'none' : 'unknown';
    case 'earlier':
    case 'earlier_by_ref':
      return 'none';
    case 'collected':
    case 'each':
    case 'amount_of':
    case 'split':
      return 'unknown';
  }
}

const isUnachieved = ({ kind, name }: Need, plan: Plan): boolean =>
  kind === 'measure' && leaningOf(name, plan) === 'none';

type Where = Extract<NonNullable<Plan['measures']>[string], { kind: 'rows' }>['where'];

const countsSuccesses = (where: Where): boolean =>
  where.every(
    (one) => one.column !== 'outcome' || (one.kind === 'words' && one.words.value.join() === 'counted'),
  );

/** Whether each unit of the measure is paid for somewhere. */
const isPaidFor = (measure: string, plan: Plan): boolean =>
  Object.values(plan.components).some((one) => isEarning(one) && paysEach(one.amount, measure));

/** A component that pays each person an amount of his own. */
export type Earning = Extract<Component, { kind: 'amount' }> & { readonly amount: Amount };

export const isEarning = (component: Component): component is Earning =>
  component.kind === 'amount' &&
  EARNING_COLUMNS.some((column) => column === component.column) &&
  component.amount.kind !== 'share';

function paysEach(amount: Amount, measure: string): boolean {
  switch (amount.kind) {
    case 'measure':
      return amount.measure === measure;
    case 'rate':
      return amount.of === measure && amount.rate.value.compare(ZERO) > 0;
    case 'scale': {
      const { scale } = amount;
      if (scale.of !== measure || scale.kind !== 'bands') return false;
      const perUnit = scale.scale.value === 'marginal' || scale.scale.value === 'whole';
      return perUnit && scale.bands.some(({ pays }) => pays.value.compare(ZERO) > 0);
    }
    case 'cases':
      return amount.cases.some(({ pays }) => paysEach(pays, measure));
    case 'fixed':
    case 'formula':
    case 'table':
    case 'day_rate':
      return false;
  }
}
