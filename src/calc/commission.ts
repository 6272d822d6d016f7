/** Commission points per product: handbook, section 2 (P-4 … P-20). */
import { computedOnce } from '../base/computed-once.js';
import { nameOfCurrency } from '../base/currency.js';
import { type Exact, ONE, whole } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import { dateOf, type PlainDate } from '../base/period.js';
import type { Localized } from '../base/localized.js';
import { byText } from '../base/order.js';
import type { RowRef } from '../input/records.js';
import type { Value } from '../rules/mark.js';
import type { Plan, Product } from '../rules/plan.js';
import { planOn } from '../rules/plan-on.js';
import { type Counted, daysLabel, isWithin, type Period, periodsOf } from './dated-points.js';
import { bySigning, type JudgedSignup, type Outcome, OUTCOMES, productOf } from './outcomes.js';
import { applyScale } from './scales.js';
import { computed, given, pickBand, type RejectedRow, ruled, type Trace } from './trace.js';

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
  one_more: { en: 'one more', zh: '再加一户' },
  with_one_more: { en: 'counted sign-ups and one more', zh: '算量户数再加一户' },
} satisfies Record<string, Localized>;

type ByProduct = ReadonlyMap<string, readonly JudgedSignup[]>;

const layOut = (signups: readonly JudgedSignup[]): ByProduct => groupBy(signups, (one) => one.row.product);

const byProducts = new WeakMap<readonly JudgedSignup[], ByProduct>();
/** By the product and its sign-ups, which are one list only where all sign-ups were judged the same. */
const known = new WeakMap<Product, WeakMap<readonly JudgedSignup[], ProductCommission>>();

/** The commission of one agent for each product he signed up, by product code. */
export function commissionOf(plan: Plan, signups: readonly JudgedSignup[]): ProductCommission[] {
  const byProduct = computedOnce(byProducts, signups, layOut);
  return [...byProduct.keys()].toSorted(byText).map((code) => {
    const own = byProduct.get(code) ?? [];
    const product = productOf(plan, code);
    if (plan.changes) return commissionFor(plan, code, byProduct);
    const ofProduct = computedOnce(known, product, () => new WeakMap());
    return computedOnce(ofProduct, own, () => commissionFor(plan, code, byProduct));
  });
}

function commissionFor(plan: Plan, code: string, byProduct: ByProduct): ProductCommission {
  const counted: Counted = (other, days) => {
    const own = byProduct.get(other) ?? [];
    return countedTrace(days ? own.filter((one) => isWithin(one.row, days)) : own);
  };
  const own = byProduct.get(code) ?? [];
  const paid = own.filter((one) => one.outcome === 'counted').toSorted((a, b) => bySigning(a.row, b.row));
  const points = pointsFor(plan, code, counted);
  const units = paid.map((one) => dateOf(one.row.signed_at));
  const each = unitPoints(plan, code, units, counted, points.value);
  return {
    product: code,
    clause: productOf(plan, code).clause,
    signups: own,
    counts: countOutcomes(own),
    gross: own.length,
    points,
    unitPoints: new Map(each.map((unit, index) => [paid[index]?.row.signup_id ?? '', unit])),
  };
}

/**
 * The points of a product for an agent with these counted numbers. Where they change within the month, each
 * sign-up is paid by the points of its day.
 */
export function pointsFor(plan: Plan, code: string, counted: Counted): Trace {
  const [first, ...later] = periodsOf(plan, code);
  if (later.length === 0) return pointsOf(first.product, counted(code), basisOf(first.product, counted));
  const parts = [first, ...later].flatMap((period) => {
    const part = pointsWithin(period, code, counted);
    return part.value.n === 0n ? [] : [part];
  });
  return computed('sum', LABELS.points, parts);
}

/** The points of the sign-ups of some days: what picks their bands is the number of the whole month. */
function pointsWithin({ product, days }: Period, code: string, counted: Counted): Trace {
  const label = daysLabel(days);
  const { points } = product;
  if (points.kind === 'flat' || isWhole(product)) {
    const key = basisOf(product, counted) ?? counted(code);
    return { ...pointsOf(product, counted(code, days), key), label };
  }
  // Unit by unit in the order they were signed: all up to the last of these days, less those before the first.
  const until = pointsOf(product, counted(code, { before: days.before }), undefined);
  if (days.from === undefined) return { ...until, label };
  const earlier = pointsOf(product, counted(code, { before: days.from }), undefined);
  return computed('difference', label, [until, earlier]);
}

function countOutcomes(signups: readonly JudgedSignup[]): Record<Outcome, number> {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const one of signups) counts[one.outcome] += 1;
  return counts;
}

/** The number of counted sign-ups, with the rows that counted and those that did not. */
export function countedTrace(signups: readonly JudgedSignup[]): Trace {
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
function basisOf(product: Product, counted: Counted): Trace | undefined {
  const by = basisProducts(product);
  return (
    by &&
    computed(
      'sum',
      LABELS.basis,
      by.value.map((code) => counted(code)),
      { rules: [by, ...leftOut(product)] },
    )
  );
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
      // Whatever the scale pays at 0: without a counted sign-up there is nothing to be paid for.
      if (counted.value.n === 0n) return computed('sum', LABELS.points, [counted]);
      return applyScale(points.scale, counted, { key: basis });
  }
}

/**
 * The points of the units of a product, by their days: an equal part each where one number picks the band of all
 * (whole-volume, or by other products), else what the total grows by with each unit. A unit without a day, of a
 * month before telepay, goes by the month's first.
 */
export function unitPoints(
  plan: Plan,
  code: string,
  units: readonly (PlainDate | undefined)[],
  counted: Counted,
  total: Exact,
): Exact[] {
  const changes = periodsOf(plan, code).length > 1;
  return units.map((day, index) => {
    const product = productOf(day === undefined ? plan : planOn(plan, day), code);
    const { points } = product;
    if (points.kind === 'flat') return points.flat.value;
    if (isWhole(product) || basisProducts(product)) {
      if (!changes) return total.div(units.length);
      return pointsOf(product, ONE_UNIT, basisOf(product, counted) ?? counted(code)).value;
    }
    return totalFor(product, index + 1).sub(totalFor(product, index));
  });
}

const ONE_UNIT = given(LABELS.counted, ONE);

const isWhole = (product: Product): boolean =>
  product.points.kind === 'scale' && product.points.scale.scale.value === 'whole';

function totalFor(product: Product, units: number): Exact {
  return pointsOf(product, given(LABELS.counted, whole(units)), undefined).value;
}

/**
 * The points of one more counted unit (C-3: the rate that the tenfold fine is reckoned by), for an agent with these
 * counted numbers: its equal part of all under a `whole` scale, else what the product's points grow by with it.
 */
export function nextUnitPoints(product: Product, code: string, counted: Counted): Trace {
  const { points } = product;
  if (points.kind === 'flat') return ruled(LABELS.rate, points.flat);
  const withOneMore = (other: string): Trace =>
    other === code
      ? computed('sum', LABELS.with_one_more, [counted(other), given(LABELS.one_more, ONE)])
      : counted(other);
  const next = { units: withOneMore(code), basis: basisOf(product, withOneMore) };
  const total = pointsOf(product, next.units, next.basis);
  const own = isWhole(product)
    ? computed('quotient', LABELS.rate, [total, next.units])
    : computed('difference', LABELS.rate, [
        total,
        pointsOf(product, counted(code), basisOf(product, counted)),
      ]);
  const { scale } = points;
  if (scale.kind !== 'bands') return own;
  // Where it is the band's own number, as nearly always, that is all it rests on.
  const rate = pickBand(LABELS.rate, next.basis ?? next.units, scale.bands, { rules: [scale.scale] });
  return isPaidByUnit(scale) && rate.value.equals(own.value) ? rate : own;
}

const isPaidByUnit = ({ scale }: { readonly scale: Value<string> }): boolean =>
  scale.value === 'marginal' || scale.value === 'whole';

/** What a point is worth, by the name of the plan's currency. */
export function perPointLabel({ currency }: Plan): Localized {
  const name = nameOfCurrency(currency);
  return { en: `${name.en} per point`, zh: `每分折合${name.zh}` };
}

/** What a point is worth (P-3), by the component that pays points. */
export function yuanPerPoint(plan: Plan): Trace {
  for (const component of Object.values(plan.components)) {
    if (component.kind === 'yuan_per_point') return ruled(perPointLabel(plan), component.yuan_per_point);
  }
  return given(perPointLabel(plan), ONE);
}
