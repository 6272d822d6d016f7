/** Weights that were to add up to one: those of a weighted mean, and the shares of places. */
import { decimal, type Exact, formatShort, HUNDRED, ONE, sum, ZERO } from '../../base/exact.js';
import { type Problem, problem } from '../../base/problem.js';
import { LINT_PROBLEMS } from '../../problems/lint.js';
import type { Formula } from '../formula.js';
import type { Value } from '../mark.js';
import type { Plan } from '../plan.js';
import { amountsIn } from './amounts.js';
import type { Check } from './linted.js';

/** What lies so near to one was to be one: rates of commission add up to something else altogether. */
const [NEAR, FAR] = [decimal('0.9'), decimal('1.1')];

const isNearlyOne = (total: Exact): boolean =>
  !total.equals(ONE) && total.compare(NEAR) >= 0 && total.compare(FAR) <= 0;

export const weights: Check = ({ plan }) => {
  const own = Object.values(plan.measures ?? {}).flatMap((one) =>
    one.kind === 'formula' ? [one.formula] : [],
  );
  const paid = amountsIn(plan).flatMap(({ amount }) => (amount.kind === 'formula' ? [amount.formula] : []));
  return [...own, ...paid].flatMap(weightsOf);
};

/** A sum of at least two measures, each times a constant below one, and of nothing else. */
function weightsOf(rule: Value<Formula>): Problem[] {
  const found = termsOf(rule.value).map(weightOf);
  const known = found.filter((one) => one !== undefined);
  const total = sum(known.map(({ value }) => value));
  if (known.length < 2 || known.length < found.length || !isNearlyOne(total)) return [];
  const params = { weights: known.map(({ text }) => text).join(' + '), sum: formatShort(total) };
  return [problem(LINT_PROBLEMS.weights_not_one, rule.at, params, { value: rule.text })];
}

function termsOf(formula: Formula): readonly Formula[] {
  if (formula.kind !== 'operation' || formula.operation !== 'sum') return [formula];
  return formula.parts.flatMap(termsOf);
}

interface Weight {
  readonly value: Exact;
  readonly text: string;
}

function weightOf(term: Formula): Weight | undefined {
  if (term.kind !== 'operation' || term.operation !== 'product' || term.parts.length !== 2) return undefined;
  const number = term.parts.find((one) => one.kind === 'number');
  const measure = term.parts.find((one) => one.kind === 'measure');
  if (!number || !measure) return undefined;
  const { value, text } = number;
  return value.compare(ZERO) > 0 && value.compare(ONE) < 0 ? { value, text } : undefined;
}

/** What is shared by percentages that a scale gives to places: one band for each place. */
export const shares: Check = ({ plan }) =>
  Object.values(plan.components).flatMap((one) => {
    if (one.kind !== 'amount' || one.amount.kind !== 'share' || one.amount.share.kind !== 'percent')
      return [];
    return sharesOf(one.amount.share.by.value, plan);
  });

function sharesOf(of: string, plan: Plan): Problem[] {
  const declared = plan.measures?.[of];
  if (declared?.kind !== 'is' || declared.is.kind !== 'scale') return [];
  const { scale } = declared.is;
  const isByPlace = plan.measures?.[scale.of]?.kind === 'rank';
  if (!isByPlace || scale.kind !== 'bands' || scale.scale.value !== 'lookup' || scale.by) return [];
  const paid = scale.bands.filter(({ pays }) => !pays.value.equals(ZERO));
  const total = sum(paid.map(({ pays }) => pays.value));
  if (!isNearlyOne(total) && total.compare(ONE) <= 0) return [];
  const [first] = paid;
  if (!first) return [];
  const params = {
    of,
    shares: paid.map(({ pays }) => pays.text).join(' + '),
    sum: `${formatShort(total.mul(HUNDRED))}%`,
  };
  return [problem(LINT_PROBLEMS.shares_not_whole, first.pays.at, params, { value: first.pays.text })];
}
