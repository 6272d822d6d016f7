/** The shape of amounts: the ways in which a rule file says how much. They name measures and are built of each other. */
import { z } from 'zod';
import type { Exact } from '../base/exact.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { type Condition, condition } from './condition-shape.js';
import { Fault, refuse } from './fault.js';
import type { Formula } from './formula.js';
import { Leaf } from './leaf.js';
import { formula, NAME, nonNegative, number, positive, reference } from './leaf-shape.js';
import type { Value } from './mark.js';
import { type Pool, pool } from './pool-shape.js';
import { type MeasuredScale, measuredScale } from './scale-shape.js';
import { byKey, form, list, mapping, tagged } from './shape.js';
import { type TwoKeyTable, twoKeyTable } from './table-shape.js';

/** Monthly base ÷ divisor × times. */
export const dayRate = mapping({ divisor: positive, times: nonNegative });
export type DayRate = z.output<typeof dayRate>;

/** How much, before cap, floor and rounding. */
export type Amount =
  | { readonly kind: 'fixed'; readonly fixed: Value<Exact> }
  /** What a measure comes to. */
  | { readonly kind: 'measure'; readonly measure: string }
  /** `rate` for each unit of the measure; written `5%` it is a percentage of an amount. */
  | { readonly kind: 'rate'; readonly rate: Value<Exact>; readonly of: string }
  | { readonly kind: 'scale'; readonly scale: MeasuredScale }
  | { readonly kind: 'table'; readonly table: TwoKeyTable }
  | { readonly kind: 'formula'; readonly formula: Value<Formula> }
  | { readonly kind: 'cases'; readonly cases: readonly Case[] }
  /** A day wage for each of the measure (days). */
  | { readonly kind: 'day_rate'; readonly day_rate: DayRate; readonly of: string };

/** What is paid when all of some conditions hold and no case before does; without conditions: otherwise. */
export interface Case {
  readonly when: readonly Condition[];
  readonly pays: Amount;
}

/** What a component pays: an amount of each person's own, or his part of a pool. */
export type PaidAmount = Amount | { readonly kind: 'share'; readonly share: Pool };

const isShare = (input: unknown): boolean => byKey('share')(input) === 'share';

const rated = mapping({ rate: number, of: reference('month_measure') });

const FORMS = ['rate', 'scale', 'table', 'formula', 'cases', 'day_rate'] as const;

/** An amount in one of its forms; a single number is a fixed one, a single name that of a measure. */
export const amount: z.ZodType<Amount> = form(
  (input) => {
    if (input instanceof Leaf) return NAME.test(input.scalar ?? '') ? 'measure' : 'fixed';
    return isShare(input) ? Fault.of(RULE_PROBLEMS.share_inside, {}) : byKey(...FORMS)(input);
  },
  {
    fixed: number.transform((fixed) => ({ kind: 'fixed' as const, fixed })),
    measure: reference('month_measure').transform((measure) => ({ kind: 'measure' as const, measure })),
    rate: tagged('rate', rated),
    scale: measuredScale.transform((scale) => ({ kind: 'scale' as const, scale })),
    table: tagged('table', mapping({ table: twoKeyTable })),
    formula: tagged('formula', mapping({ formula })),
    cases: tagged('cases', mapping({ cases: z.lazy(() => cases) })),
    day_rate: tagged('day_rate', mapping({ day_rate: dayRate, of: reference('month_measure') })),
  },
);

/** A part of a score section: so much of a measure, or a scale over one. */
export const scorePart: z.ZodType<ScorePart> = form(byKey('rate', 'scale'), {
  rate: tagged('rate', rated),
  scale: measuredScale.transform((scale) => ({ kind: 'scale' as const, scale })),
});
export type ScorePart = Extract<Amount, { kind: 'rate' | 'scale' }>;

const oneCase: z.ZodType<Case> = mapping({
  when: list(condition).optional(),
  pays: z.lazy(() => amount),
}).transform(({ when, pays }) => ({ when: when ?? [], pays }));

/** The first case that holds pays; the last one holds otherwise, so that nobody is left without an answer. */
const cases: z.ZodType<Case[]> = list(oneCase).superRefine((found, faults) => {
  const of = found.length;
  const otherwise = found.findIndex(({ when }) => when.length === 0) + 1;
  if (of > 1 && otherwise === of) return;
  refuse(faults, Fault.of(RULE_PROBLEMS.case_otherwise, { otherwise, of }));
});

/** The amount of a component. A share stands here alone: it is the component that tells who shares. */
export const paidAmount: z.ZodType<PaidAmount> = form((input) => (isShare(input) ? 'share' : 'own'), {
  share: tagged('share', mapping({ share: pool })),
  own: amount,
});
