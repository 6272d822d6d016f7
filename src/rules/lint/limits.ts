/** Caps and floors that never bite or always do, and bands and steps that a cap makes pointless. */
import { type Exact, formatShort, greatest, least, sum, ZERO } from '../../base/exact.js';
import { type Problem, problem } from '../../base/problem.js';
import { LINT_PROBLEMS } from '../../problems/lint.js';
import type { Amount } from '../amount-shape.js';
import type { Component } from '../plan.js';
import type { MeasuredScale } from '../scale-shape.js';
import type { Check } from './linted.js';
import { scaleAt, startOf } from './scale-at.js';

export const limits: Check = ({ plan }) =>
  Object.entries(plan.components).flatMap(([name, component]) => {
    if (component.kind !== 'amount' || component.amount.kind === 'share') return [];
    const { amount } = component;
    return [
      ...idleLimits(name, component, amount),
      ...(amount.kind === 'scale' ? idleParts(name, amount.scale, component) : []),
    ];
  });

type Paying = Extract<Component, { kind: 'amount' }>;

/** The least and the most that an amount can come to; undefined where there is no such bound. */
interface Bounds {
  readonly low: Exact | undefined;
  readonly high: Exact | undefined;
}

const UNBOUNDED: Bounds = { low: undefined, high: undefined };

function idleLimits(of: string, { cap, floor }: Paying, amount: Amount): Problem[] {
  const { low, high } = boundsOf(amount);
  const [low_, high_] = [low ? formatShort(low) : '', high ? formatShort(high) : ''];
  return (['cap', 'floor'] as const).flatMap((key) => {
    const limit = { cap, floor }[key];
    if (limit?.kind !== 'fixed') return [];
    const { value, text, at } = limit.fixed;
    const [near, far] = key === 'cap' ? [low, high] : [high, low];
    const side = key === 'cap' ? 1 : -1;
    const swallows = near !== undefined && value.compare(near) * side <= 0;
    const idle = far !== undefined && value.compare(far) * side >= 0;
    if (!swallows && !idle) return [];
    const params = { of, key, limit: text, least: low_, most: high_, swallows: swallows && !idle };
    return [problem(LINT_PROBLEMS.idle_limit, at, params, { value: text })];
  });
}

function boundsOf(amount: Amount): Bounds {
  switch (amount.kind) {
    case 'fixed':
      return { low: amount.fixed.value, high: amount.fixed.value };
    case 'scale':
      return amount.scale.per ? UNBOUNDED : boundsOfScale(amount.scale);
    case 'table':
      return amount.table.per
        ? UNBOUNDED
        : span([ZERO, ...amount.table.pays.flat().map(({ value }) => value)]);
    case 'cases': {
      const all = amount.cases.map(({ pays }) => boundsOf(pays));
      const lows = all.map(({ low }) => low).filter((one) => one !== undefined);
      const highs = all.map(({ high }) => high).filter((one) => one !== undefined);
      return {
        low: lows.length === all.length ? span(lows).low : undefined,
        high: highs.length === all.length ? span(highs).high : undefined,
      };
    }
    case 'measure':
    case 'rate':
    case 'formula':
    case 'day_rate':
      return UNBOUNDED;
  }
}

function boundsOfScale(scale: MeasuredScale): Bounds {
  switch (scale.kind) {
    case 'interpolated':
      return span(scale.points.map(({ pays }) => pays.value));
    case 'step':
      return scale.most ? span([ZERO, scale.most.value.mul(scale.pays.value)]) : UNBOUNDED;
    case 'bands': {
      const paid = scale.bands.map(({ pays, plus }) => (plus ? pays.value.add(plus.value) : pays.value));
      if (scale.scale.value === 'lookup') return span(paid);
      const gains = paid.filter((one) => one.compare(ZERO) > 0);
      return scale.scale.value === 'cumulative' ? span([ZERO, sum(gains)]) : UNBOUNDED;
    }
  }
}

function span([first, ...others]: readonly Exact[]): Bounds {
  return first ? { low: least(first, ...others), high: greatest(first, ...others) } : UNBOUNDED;
}

/** Bands that begin where the cap is reached already, and steps beyond it. */
function idleParts(of: string, scale: MeasuredScale, { cap }: Paying): Problem[] {
  const most = cap?.kind === 'fixed' ? cap.fixed : undefined;
  if (scale.kind === 'step' && scale.most) {
    const full = scale.most.value.mul(scale.pays.value);
    const none = scale.most.value.equals(ZERO);
    if (!none && !(most && !scale.per && full.compare(most.value) > 0)) return [];
    const params = { of, most: scale.most.text, cap: none ? undefined : most?.text };
    return [problem(LINT_PROBLEMS.idle_most, scale.most.at, params, { value: scale.most.text })];
  }
  if (!most || scale.kind !== 'bands' || scale.per || scale.percent_of || scale.by) return [];
  const rises = scale.bands.every(
    ({ pays, plus }) => pays.value.compare(ZERO) >= 0 && (plus?.value ?? ZERO).compare(ZERO) >= 0,
  );
  const method = scale.scale.value;
  if (!rises || (method !== 'marginal' && method !== 'whole')) return [];
  return scale.bands.flatMap((band, index) => {
    // A band that is over the cap where the one before it is not yet is the one that reaches it.
    const before = scale.bands[index - 1];
    if (!before || band.edge === 'start') return [];
    const paid = scaleAt(
      { ...scale, bands: scale.bands.slice(0, index) },
      method === 'marginal' ? startOf(band) : band.at.value,
    );
    const falls =
      method === 'whole' &&
      scale.bands.slice(index).some((one) => one.pays.value.compare(before.pays.value) < 0);
    if (falls || paid.compare(most.value) < 0) return [];
    const params = { of, edge: band.written, paid: formatShort(paid), cap: most.text };
    return [problem(LINT_PROBLEMS.band_above_cap, band.at.at, params, { value: band.at.text })];
  });
}
