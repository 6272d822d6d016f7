/** The shape of scales: how a quantity becomes points, yuan or a score by bands, steps or lines. */
import type { z } from 'zod';
import type { Exact } from '../base/exact.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { Fault, refuse, unknownWord } from './fault.js';
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
import { checkBands, checkBy, checkPoints, checkRatio } from './scale-checks.js';
import { form, list, mapping, tagged, wordAt } from './shape.js';

/**
 * A band of a scale. It begins `from` a value (in a marginal scale: with the unit of that number) or `above`
 * it, and reaches to where the next one begins.
 */
export interface Band {
  readonly edge: 'from' | 'above';
  readonly at: Value<Exact>;
  /** Per unit in a marginal or whole-volume scale (`5%` of amounts), once in a lookup. */
  readonly pays: Value<Exact>;
}

const band: z.ZodType<Band> = mapping({
  from: number.optional(),
  above: number.optional(),
  pays: nonNegative,
}).transform(({ from, above, pays }, faults): Band => {
  if (from && !above) return { edge: 'from', at: from, pays };
  if (above && !from) return { edge: 'above', at: above, pays };
  const keys = ['from', 'above'];
  return refuse(faults, Fault.of(RULE_PROBLEMS.not_exactly_one, { keys, found: from ? keys : [] }));
});

const METHODS = ['marginal', 'whole', 'lookup'] as const;

const bandFields = { scale: choice(...METHODS), bands: list(band) };
const stepFields = {
  scale: choice('step'),
  above: number,
  each: positive,
  pays: nonNegative,
  most: nonNegative.optional(),
};
const lineFields = {
  scale: choice('interpolated'),
  points: list(mapping({ at: number, pays: nonNegative }), 2),
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
 * falls in; `whole`: all units at the band reached; `lookup`: the amount of the band reached, once; `step`: so
 * much for each full step above a threshold, for at most `most` steps; `interpolated`: straight lines between
 * points, level before the first and after the last.
 */
export const plainScale = form(methodOf, {
  bands: tagged('bands', mapping(bandFields)).superRefine(({ scale, bands }, faults) => {
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
      ...bandFields,
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

/** The measure that a scale is over. */
const of = reference('month_measure');

/** A scale over a measure of the month. */
export const measuredScale = form(methodOf, {
  bands: tagged(
    'bands',
    mapping({
      ...bandFields,
      of,
      /** The measure that picks the band, where it is another than the one that is paid. */
      by: markedReference('month_measure').optional(),
    }),
  ).superRefine((found, faults) => {
    checkBands(found.bands, found.scale.value, faults);
    for (const { at } of found.bands) checkRatio(found.by?.value ?? found.of, at, faults);
    if (found.by) checkBy(found.by, found.scale.value, faults);
  }),
  step: tagged('step', mapping({ ...stepFields, of })).superRefine((found, faults) => {
    for (const threshold of [found.above, found.each]) checkRatio(found.of, threshold, faults);
  }),
  interpolated: tagged('interpolated', mapping({ ...lineFields, of })).superRefine((found, faults) => {
    checkPoints(found.points, faults);
    for (const { at } of found.points) checkRatio(found.of, at, faults);
  }),
});

export type PlainScale = z.output<typeof plainScale>;
export type ProductScale = z.output<typeof productScale>;
export type MeasuredScale = z.output<typeof measuredScale>;
export type Scale = PlainScale | ProductScale | MeasuredScale;
