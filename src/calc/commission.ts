/** Commission points per product: handbook, section 2 (P-4 … P-20). */
import { type Exact, ONE, sum, whole, ZERO } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import type { Localized } from '../base/localized.js';
import { byText } from '../base/order.js';
import type { RowRef } from '../input/records.js';
import type { Value } from '../rules/mark.js';
import type { Plan, Product } from '../rules/plan.js';
import { bySigning, type JudgedSignup, type Outcome, OUTCOMES, productOf } from './outcomes.js';
import { applyScale } from './scales.js';
import { bandFor, computed, given, type RejectedRow, ruled, type Trace } from './trace.js';

/** One agent's sign-ups of one product, with the points that the counted ones earn. */
export interface ProductCommission {
  readonly product: string;
  readonly clause: string;
  readonly signups: readonly JudgedSignup[];
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly gross: number;
  /** Total points, exact, with their trace. */
  readonly points: Trace;
  /** Points of each counted sign-up, in the order they were signed; they add up to the total. */
  readonly unitPoints: ReadonlyMap<string, Exact>;
}

const LABELS = {
  counted: { en: 'counted sign-ups', zh: '算量户数' },
  basis: { en: 'counted sign-ups that pick the band', zh: '决定档次的算量户数' },
  points: { en: 'points', zh: '积分' },
  rate: { en: 'points each', zh: '每户积分' },
} satisfies Record<string, Localized>;

/** The commission of one agent for each product he signed up, by product code. */
export function commissionOf(plan: Plan, signups: readonly JudgedSignup[]): ProductCommission[] {
  const byProduct = groupBy(signups, (one) => one.row.product);
  const counted = (code: string): Trace => countedTrace(byProduct.get(code) ?? []);
  return [...byProduct.keys()].toSorted(byText).map((code) => {
    const own = byProduct.get(code) ?? [];
    const product = productOf(plan, code);
    const paid = own.filter((one) => one.outcome === 'counted').toSorted((a, b) => bySigning(a.row, b.row));
    return {
      product: code,
      clause: product.clause,
      signups: own,
      counts: countOutcomes(own),
      gross: own.length,
      points: pointsFor(plan, code, counted),
      unitPoints: new Map(
        unitPoints(product, code, paid.length, (other) => counted(other).value).map((points, index) => [
          paid[index]?.row.signup_id ?? '',
          points,
        ]),
      ),
    };
  });
}

/** The points of a product for an agent with these counted numbers. */
export function pointsFor(plan: Plan, code: string, counted: (code: string) => Trace): Trace {
  const product = productOf(plan, code);
  return pointsOf(product, counted(code), basisOf(product, counted));
}

function countOutcomes(signups: readonly JudgedSignup[]): Record<Outcome, number> {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const one of signups) counts[one.outcome] += 1;
  return counts;
}

/** The number of counted sign-ups, with the rows that counted and those that did not. */
function countedTrace(signups: readonly JudgedSignup[]): Trace {
  const rows: RowRef[] = [];
  const rejected: RejectedRow[] = [];
  const rules = new Set<Value<unknown>>();
  for (const one of signups) {
    if (one.outcome === 'counted') {
      rows.push(one.row.at);
      for (const rule of one.rules) rules.add(rule);
    } else {
      rejected.push({ at: one.row.at, why: OUTCOME_NAMES[one.outcome] });
    }
  }
  return given(LABELS.counted, whole(rows.length), { rows, rejected, rules: [...rules] });
}

export const OUTCOME_NAMES: Readonly<Record<Outcome, Localized>> = {
  duplicate: { en: 'duplicate', zh: '重复' },
  forced: { en: 'forced activation', zh: '强开通' },
  reversed: { en: 'reversed', zh: '撤销' },
  counted: { en: 'counted', zh: '算量' },
  unbilled: { en: 'unbilled', zh: '未出账' },
  no_billing: { en: 'no billing', zh: '无账单' },
};

/** What picks the band of a product's scale: the counted sign-ups of the products in its `by`, or its own. */
function basisOf(product: Product, counted: (code: string) => Trace): Trace | undefined {
  const by = basisProducts(product);
  return by && computed('sum', LABELS.basis, by.value.map(counted), { rules: [by, ...leftOut(product)] });
}

function basisProducts({ points }: Product): Value<readonly string[]> | undefined {
  return points.kind === 'scale' && points.scale.kind === 'bands' ? points.scale.by : undefined;
}

/** Products that the plan says do not help to pick the band, though the text could mean them. */
function leftOut({ points }: Product): Value<unknown>[] {
  return points.kind === 'scale' && points.scale.kind === 'bands' && points.scale.not_by
    ? [points.scale.not_by]
    : [];
}

function pointsOf(product: Product, counted: Trace, basis: Trace | undefined): Trace {
  const { points } = product;
  switch (points.kind) {
    case 'flat':
      return computed('product', LABELS.points, [counted, ruled(LABELS.rate, points.flat)]);
    case 'scale':
      return applyScale(points.scale, counted, basis);
  }
}

/**
 * The points of units 1 to `count` of a product, for an agent with these counted numbers: in a whole-volume
 * scale the rate of the band reached, else what the total grows by with each unit.
 */
export function unitPoints(
  product: Product,
  code: string,
  count: number,
  counted: (code: string) => Exact,
): Exact[] {
  return Array.from({ length: count }, (_, index) => {
    const { points } = product;
    if (points.kind === 'flat') return points.flat.value;
    if (isWhole(product))
      return totalFor(product, whole(count), basisValue(product, code, counted)).div(count);
    return totalFor(product, whole(index + 1)).sub(totalFor(product, whole(index)));
  });
}

/**
 * What one more counted unit would be paid at (C-3: the rate that the tenfold fine is reckoned by), for an
 * agent with these counted numbers.
 */
export function nextUnitPoints(product: Product, code: string, counted: (code: string) => Exact): Trace {
  const { points } = product;
  if (points.kind === 'flat') return ruled(LABELS.rate, points.flat);
  const own = counted(code);
  if (points.scale.kind === 'bands' && points.scale.scale.value !== 'lookup') {
    const key = isWhole(product)
      ? basisValue(product, code, counted).add(countsItself(product, code) ? 1 : 0)
      : own.add(1);
    const band = bandFor(key, points.scale.bands);
    return band ? ruled(LABELS.rate, band.pays, band.at, points.scale.scale) : given(LABELS.rate, ZERO);
  }
  const next = totalFor(product, own.add(ONE)).sub(totalFor(product, own));
  return given(LABELS.rate, next, { rules: [points.scale.scale] });
}

const isWhole = (product: Product): boolean =>
  product.points.kind === 'scale' && product.points.scale.scale.value === 'whole';

function countsItself(product: Product, code: string): boolean {
  return basisProducts(product)?.value.includes(code) ?? true;
}

function basisValue(product: Product, code: string, counted: (code: string) => Exact): Exact {
  const by = basisProducts(product);
  return by ? sum(by.value.map(counted)) : counted(code);
}

function totalFor(product: Product, units: Exact, key: Exact = units): Exact {
  const of = (value: Exact): Trace => given(LABELS.counted, value);
  return pointsOf(product, of(units), of(key)).value;
}
