/** What `variance` points out, in telepay.yaml. */
import { z } from 'zod';
import { type Exact, parseDecimal, ZERO } from '../base/exact.js';

/** A decimal that is not below zero. */
const threshold = (usual: string) =>
  z
    .string()
    .transform((text, context): Exact => {
      const value = parseDecimal(text);
      if (value && value.compare(ZERO) >= 0) return value;
      context.addIssue({ code: 'custom' });
      return z.NEVER;
    })
    .prefault(usual);

export const varianceShape = z.strictObject({
  /** Yuan: differences above it are told. */
  amount: threshold('500'),
  /** Of what it was in the month compared with; differences above it are told too. */
  percent: threshold('30'),
  /** Who is paid more than this many times the median of his role is told. */
  high_payment: threshold('3'),
});

export type VarianceSettings = z.output<typeof varianceShape>;

export const VARIANCE_EXPECTED = 'variance: { amount: 500, percent: 30, high_payment: 3 }';
export const VARIANCE_KEYS = Object.keys(varianceShape.shape);
