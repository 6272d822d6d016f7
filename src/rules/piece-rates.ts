/** A rate that each transaction, day or week has of its own says nothing when it is added up over the month. */
import { RULE_PROBLEMS } from '../problems/rules.js';
import type { Amount, PaidAmount } from './amount-shape.js';
import { pieceClockOf } from './clocks.js';
import { Fault, type Faults, refuse } from './fault.js';
import { measuresIn } from './formula.js';
import type { Value } from './mark.js';
import type { Plan } from './plan.js';

type Parts = Pick<Plan, 'measures' | 'components'>;

/** Refuses such a rate in a formula of the month. */
export function checkPieceRates(parts: Parts, faults: Faults): void {
  for (const formula of formulasOfMonth(parts)) {
    for (const name of measuresIn(formula.value)) {
      const clock = pieceClockOfRate(name, parts);
      if (!clock) continue;
      refuse(faults, Fault.of(RULE_PROBLEMS.rate_of_pieces, { name, clock }), formula);
    }
  }
}

/** What the rate is of each of; undefined where the measure is no rate, or is one of the month. */
function pieceClockOfRate(name: string, { measures }: Parts): string | undefined {
  const declared = measures?.[name];
  if (declared?.kind !== 'is' || !isRate(declared.is)) return undefined;
  return pieceClockOf(declared.is);
}

/** Whether an amount looks up percentages. */
export function isRate(amount: Amount): boolean {
  if (amount.kind === 'table') return amount.table.pays.flat().some(isPercentage);
  if (amount.kind !== 'scale') return false;
  const { scale } = amount;
  if (scale.kind === 'step') return isPercentage(scale.pays);
  if (scale.kind === 'interpolated') return scale.points.some(({ pays }) => isPercentage(pays));
  // In a marginal or whole scale they are parts of the quantity, and what comes out is money.
  return scale.scale.value === 'lookup' && scale.bands.some(({ pays }) => isPercentage(pays));
}

const isPercentage = ({ text }: Value<unknown>): boolean => text.endsWith('%');

/** Formulas that are reckoned once for the month. */
function formulasOfMonth({ measures, components }: Parts) {
  return [
    ...Object.values(measures ?? {}).flatMap((one) => {
      if (one.kind === 'formula') return [one.formula];
      return one.kind === 'is' ? formulasIn(one.is) : [];
    }),
    ...Object.values(components).flatMap((one) =>
      one.kind === 'amount' ? [one.amount, one.cap, one.floor].flatMap(formulasIn) : [],
    ),
  ];
}

function formulasIn(amount: PaidAmount | undefined): Extract<PaidAmount, { kind: 'formula' }>['formula'][] {
  if (amount?.kind === 'formula') return [amount.formula];
  return amount?.kind === 'cases' ? amount.cases.flatMap(({ pays }) => formulasIn(pays)) : [];
}
