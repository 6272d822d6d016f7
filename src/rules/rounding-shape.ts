/** The shape of roundings, and of the currency whose smallest unit an amount is rounded to where nothing is said. */
import { z } from 'zod';
import type { Currency } from '../base/currency.js';
import type { RoundingMode } from '../base/exact.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { describing } from './described.js';
import { Fault, type Faults, readAs, refuse } from './fault.js';
import { choice, currencyCode, currencyPlaces, roundingPlaces } from './leaf-shape.js';
import type { Value } from './mark.js';
import { isMapping, mapping } from './shape.js';

/** The roundings that a rule file can ask for, in the words of the field. */
export const ROUNDINGS = ['half_up', 'half_even', 'floor', 'ceiling'] as const satisfies RoundingMode[];

/** How a measure or a component is rounded. */
export interface Rounding {
  /** Left out: half-up. */
  readonly mode?: Value<(typeof ROUNDINGS)[number]> | undefined;
  /** Decimals, 6 to -6; -2 are whole hundreds. Left out: those of the currency. */
  readonly places?: Value<number> | undefined;
}

export const roundingFields: z.ZodType<Rounding> = mapping({
  mode: choice(...ROUNDINGS).optional(),
  places: roundingPlaces.optional(),
});

const beside: z.ZodType<{ rounding: Rounding }> = mapping({ rounding: roundingFields });

/** What may be rounded: the same shape, with `rounding` beside what it knows. */
export function rounded<T extends object>(
  shape: z.ZodType<T>,
): z.ZodType<T & { readonly rounding?: Rounding }> {
  const both = z.unknown().transform((input, faults): T & { readonly rounding?: Rounding } => {
    if (!isMapping(input) || !('rounding' in input)) return readAs(shape, input, faults, ['rounding']);
    const { rounding, ...others } = input;
    return { ...readAs(shape, others, faults, ['rounding']), ...readAs(beside, { rounding }, faults) };
  });
  return describing({ kind: 'beside', of: shape, fields: { rounding: roundingFields.optional() } }, both);
}

/** `{ code: USD, places: 2 }` */
export const currency: z.ZodType<Currency> = mapping({ code: currencyCode, places: currencyPlaces });

interface Paying {
  readonly currency: Currency;
  readonly components: Readonly<Record<string, { readonly rounding?: Rounding }>>;
}

/** No amount is rounded to less than can be paid. */
export function checkPlaces({ currency: { code, places }, components }: Paying, faults: Faults): void {
  for (const { rounding } of Object.values(components)) {
    const asked = rounding?.places;
    if (!asked || asked.value <= places) continue;
    refuse(faults, Fault.of(RULE_PROBLEMS.finer_than_currency, { text: asked.text, code, places }), asked);
  }
}
