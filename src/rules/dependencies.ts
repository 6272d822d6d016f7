/** What the parts of a rule file are built of: the measures, components and scales that amounts and conditions name. */
import type { Amount, PaidAmount } from './amount-shape.js';
import type { Condition } from './condition-shape.js';
import { isIncidentKind } from './deductions.js';
import { namesIn } from './formula.js';
import type { DeclaredMeasure } from './measure-shape.js';
import type { Component, Plan } from './plan.js';
import type { Pool } from './pool-shape.js';
import type { MeasuredScale } from './scale-shape.js';
import { measuresOfTable, type TwoKeyTable } from './table-shape.js';

/** A measure or a component that something is built of. */
export interface Need {
  readonly kind: 'measure' | 'component';
  readonly name: string;
}

const measures = (names: readonly string[]): Need[] => names.map((name) => ({ kind: 'measure', name }));

/** What an amount is reckoned from, as often as it names it. */
export function needsOfAmount(amount: Amount): Need[] {
  switch (amount.kind) {
    case 'fixed':
      return [];
    case 'measure':
      return measures([amount.measure]);
    case 'rate':
      return measures([amount.of]);
    case 'scale':
      return needsOfScale(amount.scale);
    case 'table':
      return measures(measuresOfTable(amount.table));
    case 'formula':
      return measures(namesIn(amount.formula.value));
    case 'cases':
      return amount.cases.flatMap(({ when, pays }) => [
        ...when.flatMap(needsOfCondition),
        ...needsOfAmount(pays),
      ]);
    case 'day_rate':
      return measures([amount.of, 'monthly_base']);
  }
}

const needsOfPaid = (amount: PaidAmount): Need[] =>
  amount.kind === 'share' ? needsOfPool(amount.share) : needsOfAmount(amount);

const needsOfPool = (pool: Pool): Need[] =>
  measures(pool.kind === 'equal' ? [pool.of] : [pool.of, pool.by.value]);

function needsOfScale(scale: MeasuredScale): Need[] {
  const others = scale.kind === 'bands' ? [scale.by?.value, scale.percent_of?.value] : [];
  return measures([scale.of, ...others.filter((name) => name !== undefined)]);
}

export function needsOfCondition(condition: Condition): Need[] {
  switch (condition.kind) {
    case 'comparison':
      return measures([condition.measure]);
    case 'against':
      return measures([condition.measure, condition.threshold.value]);
    case 'belonging':
    case 'hiring':
      return [];
    case 'any':
      return condition.any.flatMap(needsOfCondition);
    case 'all':
      return condition.all.flatMap(needsOfCondition);
    case 'not':
      return needsOfCondition(condition.not);
  }
}

/** What a measure of the same month is built of; the results of earlier months are there already. */
export function needsOfMeasure(declared: DeclaredMeasure): Need[] {
  switch (declared.kind) {
    case 'formula':
      return measures(namesIn(declared.formula.value));
    case 'each':
      return measures(namesIn(declared.each.formula.value));
    case 'is':
      return needsOfAmount(declared.is);
    case 'total':
      return measures([declared.total.of]);
    case 'rank':
      return measures([declared.rank.of]);
    case 'split':
      return measures([declared.split.of.value, declared.split.by.value]);
    case 'amount_of':
      return declared.amount_of.value.map((name) => ({ kind: 'component', name }));
    case 'collected':
    case 'earlier':
    case 'earlier_by_ref':
    case 'rows':
      return [];
  }
}

export function needsOfComponent(component: Component): Need[] {
  if (component.kind === 'fine') return [];
  const gate = (component.gate ?? []).flatMap(needsOfCondition);
  return [...gate, ...amountsOf(component).flatMap(needsOfPaid)];
}

/** The amount of a component, and those that limit it. */
function amountsOf(component: Component): PaidAmount[] {
  if (component.kind !== 'amount') return [];
  const { amount, cap, floor } = component;
  return [amount, cap, floor].filter((one) => one !== undefined);
}

/** What the measure `score` is built of. */
export function needsOfScore(plan: Pick<Plan, 'score' | 'incidents'>): Need[] {
  return Object.values(plan.score?.sections ?? {}).flatMap((one) =>
    one.kind === 'parts'
      ? one.parts.flatMap(needsOfAmount)
      : measures(Object.keys(one.less).filter((word) => !isIncidentKind(word, plan))),
  );
}

/** The scales over measures that an amount holds. */
export function scalesIn(amount: PaidAmount): MeasuredScale[] {
  if (amount.kind === 'scale') return [amount.scale];
  return amount.kind === 'cases' ? amount.cases.flatMap(({ pays }) => scalesIn(pays)) : [];
}

function tablesIn(amount: PaidAmount): TwoKeyTable[] {
  if (amount.kind === 'table') return [amount.table];
  return amount.kind === 'cases' ? amount.cases.flatMap(({ pays }) => tablesIn(pays)) : [];
}

/** Every table of two keys in the plan. */
export function tablesOf({
  measures: declared,
  components,
}: Pick<Plan, 'measures' | 'components'>): TwoKeyTable[] {
  return [
    ...Object.values(declared ?? {}).flatMap((one) => (one.kind === 'is' ? tablesIn(one.is) : [])),
    ...Object.values(components).flatMap((one) => amountsOf(one).flatMap(tablesIn)),
  ];
}

/** Every scale over measures in the plan. */
export function scalesOf({
  measures: declared,
  components,
  score,
}: Pick<Plan, 'measures' | 'components' | 'score'>): MeasuredScale[] {
  return [
    ...Object.values(declared ?? {}).flatMap((one) => (one.kind === 'is' ? scalesIn(one.is) : [])),
    ...Object.values(components).flatMap((one) => amountsOf(one).flatMap(scalesIn)),
    ...Object.values(score?.sections ?? {}).flatMap((one) =>
      one.kind === 'parts' ? one.parts.flatMap(scalesIn) : [],
    ),
  ];
}
