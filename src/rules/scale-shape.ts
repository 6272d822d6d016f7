/** The shape of scales: how a quantity becomes points, yuan or a score by bands, steps or lines. */
import { z } from 'zod';
import type { Exact } from '../base/exact.js';
import { Leaf, type Value } from './mark.js';
import { choice, type Fault, form, number, text, texts } from './shape.js';

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

const band = z
  .strictObject({ from: number.optional(), above: number.optional(), pays: number })
  .transform(({ from, above, pays }, context): Band => {
    if (from && !above) return { edge: 'from', at: from, pays };
    if (above && !from) return { edge: 'above', at: above, pays };
    const found = from ? 'from, above' : '';
    context.addIssue({
      code: 'custom',
      params: { fault: 'not_exactly_one', params: { keys: 'from, above', found } } satisfies Fault,
    });
    return z.NEVER;
  });

/** The measure a scale is over and, where they differ, what picks the band: a measure, or a sum of products. */
const basis = { of: text.optional(), by: texts.optional() };

const BAND_METHODS = ['marginal', 'whole', 'lookup'] as const;

/**
 * `marginal`: each unit at the band it falls in; `whole`: all units at the band reached; `lookup`: the amount
 * of the band reached, once; `step`: so much for each full step above a threshold, for at most `most` steps;
 * `interpolated`: straight lines between points, level before the first and after the last.
 */
export const scale = form(scaleKind, {
  bands: z.strictObject({ scale: choice(...BAND_METHODS), bands: z.array(band).min(1), ...basis }),
  step: z.strictObject({
    scale: choice('step'),
    above: number,
    each: number,
    pays: number,
    most: number.optional(),
    ...basis,
  }),
  interpolated: z.strictObject({
    scale: choice('interpolated'),
    points: z.array(z.strictObject({ at: number, pays: number })).min(2),
    ...basis,
  }),
});

export type Scale = z.output<typeof scale>;

function scaleKind(input: unknown): 'bands' | 'step' | 'interpolated' | Fault {
  const leaf = input !== null && typeof input === 'object' && 'scale' in input ? input.scale : undefined;
  const method = leaf instanceof Leaf ? (leaf.text ?? '') : '';
  if (method === 'step' || method === 'interpolated') return method;
  if (BAND_METHODS.some((known) => known === method)) return 'bands';
  const options = [...BAND_METHODS, 'step', 'interpolated'].join(', ');
  return { fault: 'not_a_scale', params: { text: method, options } };
}
