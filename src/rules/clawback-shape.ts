/** The shape of clawbacks: how long what was paid for a sign-up can be taken back, and how much of it. */
import type { z } from 'zod';
import { ONE } from '../base/exact.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { Fault, type Faults, refuse, unknownWord } from './fault.js';
import { choice, count } from './leaf-shape.js';
import { type PlainScale, plainScale } from './scale-shape.js';
import { mapping } from './shape.js';

/** The share that is taken back by how long the customer kept the product, 0% to 100%. */
const schedule = mapping({ kept_in: choice('months', 'days'), takes: plainScale }).superRefine(
  ({ takes }, faults) => {
    checkShares(takes, faults);
  },
);

export const clawback = mapping({
  /** A sign-up that is cancelled within so many months after its own is taken back; 0: none is. */
  window_months: count,
  /** Left out: all that was paid. */
  schedule: schedule.optional(),
});

export type ClawbackSchedule = z.output<typeof schedule>;

/** The share of the band or point that is reached: nothing is added up or multiplied. */
const METHODS = ['lookup', 'interpolated'] as const;

function checkShares(scale: PlainScale, faults: Faults): void {
  if (!METHODS.some((method) => method === scale.scale.value)) {
    refuse(
      faults,
      Fault.of(RULE_PROBLEMS.not_an_option, unknownWord(scale.scale.text, METHODS)),
      scale.scale,
    );
  }
  for (const value of sharesIn(scale)) {
    if (value.value.compare(ONE) <= 0 && value.value.s >= 0n) continue;
    refuse(faults, Fault.of(RULE_PROBLEMS.not_a_share, { text: value.text }), value);
  }
}

function sharesIn(scale: PlainScale) {
  switch (scale.kind) {
    case 'bands':
      return scale.bands.map((band) => band.pays);
    case 'interpolated':
      return scale.points.map((point) => point.pays);
    case 'step':
      return [scale.pays];
  }
}
