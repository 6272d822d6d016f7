/** Which measures can be added up over months. */
import { type Formula, measuresIn } from './formula.js';
import { isRatio } from './measures.js';
import type { Plan } from './plan.js';

/** What grows from month to month by itself. */
const SINCE_HIRING: readonly string[] = [
  'tenure_months',
  'tenure_months_to_leaving',
  'tenure_days',
  'month_of_employment',
];

type Measures = Pick<Plan, 'measures'>;

/** Whether the sum of a measure over months says something: no ratio, rate, mean or place does. */
export function isAdditive(measure: string, { measures }: Measures): boolean {
  const declared = measures?.[measure];
  // An unknown name is told already.
  if (!declared) return !isRatio(measure) && !SINCE_HIRING.includes(measure);
  switch (declared.kind) {
    case 'formula':
      return !dividesByMeasure(declared.formula.value);
    case 'total':
      return (declared.total.take?.value ?? 'sum') === 'sum' && isAdditive(declared.total.of, { measures });
    case 'is':
      return declared.is.kind === 'rate' && isAdditive(declared.is.of, { measures });
    case 'rank':
      return false;
    case 'each':
      return (declared.each.take?.value ?? 'sum') === 'sum';
    case 'collected':
    case 'rows':
    case 'split':
    case 'amount_of':
    case 'earlier':
    case 'earlier_by_ref':
      return true;
  }
}

function dividesByMeasure(formula: Formula): boolean {
  switch (formula.kind) {
    case 'number':
    case 'measure':
    case 'so_far':
      return false;
    case 'operation': {
      const [, divisor] = formula.parts;
      const divides = formula.operation === 'quotient' && divisor && measuresIn(divisor).length > 0;
      return divides === true || formula.parts.some(dividesByMeasure);
    }
    case 'round':
      return dividesByMeasure(formula.of);
    case 'choice':
      return dividesByMeasure(formula.holds) || dividesByMeasure(formula.otherwise);
  }
}
