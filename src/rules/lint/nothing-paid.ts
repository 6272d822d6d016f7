/** Components and fines whose amount is always zero. */
import { type Exact, ZERO } from '../../base/exact.js';
import type { Place } from '../../base/problem.js';
import { problem } from '../../base/problem.js';
import { LINT_PROBLEMS } from '../../problems/lint.js';
import type { Amount } from '../amount-shape.js';
import type { Value } from '../mark.js';
import type { AttendanceFine, Component, Fine, IncidentFine } from '../plan.js';
import type { PlainScale, Scale } from '../scale-shape.js';
import type { Check } from './linted.js';

export const nothingPaid: Check = ({ plan }) =>
  Object.entries(plan.components).flatMap(([of, component]) => {
    const at = zeroOf(component);
    return at ? [problem(LINT_PROBLEMS.pays_nothing, at, { of, fine: component.kind === 'fine' })] : [];
  });

/** Where a component says that it comes to nothing, whatever the month. */
function zeroOf(component: Component): Place | undefined {
  switch (component.kind) {
    case 'fine':
      return zeroOfFine(component.fine);
    case 'yuan_per_point':
      return zero(component.yuan_per_point);
    case 'amount': {
      const { amount, floor } = component;
      // A floor pays where the amount does not.
      return floor || amount.kind === 'share' ? undefined : zeroOfAmount(amount);
    }
  }
}

/** A zero that is assumed is no mistake: it stands among the values to confirm. */
const isZero = ({ value, mark }: Value<Exact>): boolean => value.equals(ZERO) && mark.kind !== 'assumed';

const zero = (one: Value<Exact>): Place | undefined => (isZero(one) ? one.at : undefined);

const allZero = (values: readonly Value<Exact>[]): Place | undefined =>
  values.every(isZero) ? values[0]?.at : undefined;

function zeroOfAmount(amount: Amount): Place | undefined {
  switch (amount.kind) {
    case 'fixed':
      return zero(amount.fixed);
    case 'rate':
      return zero(amount.rate);
    case 'day_rate':
      return zero(amount.day_rate.times);
    case 'scale':
      return zeroOfScale(amount.scale);
    case 'table':
      return allZero(amount.table.pays.flat());
    case 'cases': {
      const all = amount.cases.map(({ pays }) => zeroOfAmount(pays));
      return all.includes(undefined) ? undefined : all[0];
    }
    case 'measure':
    case 'formula':
      return undefined;
  }
}

function zeroOfScale(scale: PlainScale | Scale): Place | undefined {
  switch (scale.kind) {
    case 'bands':
      return allZero(scale.bands.flatMap(({ pays, plus }) => (plus ? [pays, plus] : [pays])));
    case 'step':
      return zero(scale.pays);
    case 'interpolated':
      return allZero(scale.points.map(({ pays }) => pays));
  }
}

function zeroOfFine(fine: Fine): Place | undefined {
  switch (fine.kind) {
    case 'test':
      return zero(fine.per_unit) ?? zero(fine.standard);
    case 'incident':
      return zeroOfIncident(fine.charge);
    case 'attendance':
      return zeroOfAttendance(fine.charge);
  }
}

function zeroOfIncident(charge: IncidentFine['charge']): Place | undefined {
  switch (charge.kind) {
    case 'amount':
      return zero(charge.amount);
    case 'times_points':
      return zero(charge.times_points);
    case 'refund':
      return undefined;
  }
}

function zeroOfAttendance(charge: AttendanceFine['charge']): Place | undefined {
  switch (charge.kind) {
    case 'per_occurrence':
      return zero(charge.per_occurrence);
    case 'per_minute':
      return zero(charge.per_minute);
    case 'minutes':
      return zeroOfScale(charge.minutes);
    case 'day_rate':
      return zero(charge.day_rate.times);
  }
}
