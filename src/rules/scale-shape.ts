/** The shape of scales: how a quantity becomes points, money, a rate or a score by bands, steps or lines. */
import type { z } from 'zod';
import type { Exact } from '../base/exact.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { bandsOf } from './band-shape.js';
import { Fault, unknownWord } from './fault.js';
import { Leaf } from './leaf.js';
import {
  choice,
  markedReference,
  markedReferences,
  nonNegative,
  number,
  positive,
  reference,
} from './leaf-shape.js';
import type { Value } from './mark.js';
import { checkBands, checkBy, checkLimits, checkParts, checkPoints, checkRatio } from './scale-checks.js';
import { roundingFields } from './rounding-shape.js';
import { form, list, mapping, tagged, wordAt } from './shape.js';

export type { Band } from './band-shape.js';

const METHODS = ['marginal', 'whole', 'lookup', 'cumulative'] as const;
export type BandMethod = (typeof METHODS)[number];

/** What a scale runs over at a time; `quarter` and `year` run on from month to month. */
const CLOCKS = ['transaction', 'day', 'week', 'quarter', 'year'] as const;
export type Clock = (typeof CLOCKS)[number] | 'month';

/** The month is what holds where nothing is said; to say it does no harm. */
const clock: z.ZodType<Value<Clock>> = form(
  (input) => (input instanceof Leaf && input.scalar === 'month' ? 'month' : 'other'),
  { month: choice('month'), other: choice(...CLOCKS) },
);

const bandFields = (pays: z.ZodType<Value<Exact>>) => ({ scale: choice(...METHODS), bands: bandsOf(pays) });
const stepFields = {
  scale: choice('step'),
  above: number,
  each: positive,
  pays: number,
  most: nonNegative.optional(),
  /** `started`: a step begun counts like a full one. Left out: full steps alone. */
  counts: choice('full', 'started').optional(),
};
const lineFields = {
  scale: choice('interpolated'),
  points: list(mapping({ at: number, pays: number }), 2),
};

/** Picks the form of a scale by the method that it names. */
function methodOf(input: unknown): 'bands' | 'step' | 'interpolated' | Fault {
  const method = wordAt(input, 'scale');
  if (method instanceof Fault || method === 'step' || method === 'interpolated') return method;
  if (METHODS.some((known) => known === method)) return 'bands';
  return Fault.of(RULE_PROBLEMS.not_an_option, unknownWord(method, [...METHODS, 'step', 'interpolated']));
}

const step = tagged('step', mapping(stepFields));
const line = tagged('interpolated', mapping(lineFields)).superRefine(({ points }, faults) => {
  checkPoints(points, faults);
});

/**
 * A scale over what stands above it, such as the minutes of an offence. `marginal`: each unit at the band it
 * falls in; `whole`: all units at the band reached; `lookup`: the amount of the band reached, once;
 * `cumulative`: the amounts of all bands reached; `step`: so much for each full step above a threshold, for at
 * most `most` steps; `interpolated`: straight lines between points, level before the first and after the last.
 */
export const plainScale = form(methodOf, {
  bands: tagged('bands', mapping(bandFields(nonNegative))).superRefine(({ scale, bands }, faults) => {
    checkBands(bands, scale.value, faults);
  }),
  step,
  interpolated: line,
});

/** A scale over a product's own counted sign-ups. */
export const productScale = form(methodOf, {
  bands: tagged(
    'bands',
    mapping({
      ...bandFields(nonNegative),
      /** The products whose counted sign-ups together pick the band, where it is not the product's own. */
      by: markedReferences('product').optional(),
      /** Products that the clause might mean as well, but that are read as left out. */
      not_by: markedReferences('product').optional(),
    }),
  ).superRefine(({ scale, bands, by }, faults) => {
    checkBands(bands, scale.value, faults);
    if (by) checkBy(by, scale.value, faults);
  }),
  step,
  interpolated: line,
});

const measured = {
  /** The measure that the scale is over. */
  of: reference('month_measure'),
  /** Left out: the month. */
  per: clock.optional(),
  /** What each band of a marginal scale adds, and what each transaction, day or week comes to; left out: not rounded. */
  each_rounded: roundingFields.optional(),
  /** The least and the most that each transaction, day or week comes to, before its rounding; left out: no limit. */
  each_at_least: number.optional(),
  each_at_most: number.optional(),
};

/** A scale over a measure of the month. */
export const measuredScale = form(methodOf, {
  bands: tagged(
    'bands',
    mapping({
      ...bandFields(number),
      ...measured,
      /** The measure that picks the band, where it is another than the one that is paid. */
      by: markedReference('month_measure').optional(),
      /** The measure that the edges are parts of: `50%` of a quota. */
      percent_of: markedReference('month_measure').optional(),
    }),
  ).superRefine((found, faults) => {
    checkBands(found.bands, found.scale.value, faults, found.percent_of !== undefined);
    for (const band of found.bands) {
      if (band.edge === 'start' || found.percent_of) continue;
      checkRatio(found.by?.value ?? found.of, band.at, faults);
    }
    if (found.by) checkBy(found.by, found.scale.value, faults);
    checkParts(found, faults);
    checkLimits(found, faults);
  }),
  step: tagged('step', mapping({ ...stepFields, ...measured })).superRefine((found, faults) => {
    for (const threshold of [found.above, found.each]) checkRatio(found.of, threshold, faults);
    checkLimits(found, faults);
  }),
  interpolated: tagged('interpolated', mapping({ ...lineFields, ...measured })).superRefine(
    (found, faults) => {
      checkPoints(found.points, faults);
      for (const { at } of found.points) checkRatio(found.of, at, faults);
      checkLimits(found, faults);
    },
  ),
});

export type PlainScale = z.output<typeof plainScale>;
export type ProductScale = z.output<typeof productScale>;
export type MeasuredScale = z.output<typeof measuredScale>;
export type Scale = PlainScale | ProductScale | MeasuredScale;
