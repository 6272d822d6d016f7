/** The shape of a rule file's own measures: numbers that the exports bring, and numbers that come from others. */
import type { z } from 'zod';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { ROLES } from '../input/records.js';
import { amount } from './amount-shape.js';
import { Fault, refuse } from './fault.js';
import {
  choice,
  choices,
  count,
  eachFormula,
  formula,
  markedReference,
  markedReferences,
  reference,
  yesNo,
} from './leaf-shape.js';
import { rounded, type Rounding } from './rounding-shape.js';
import { countedRows, summedRows } from './row-measure-shape.js';
import { byKey, form, localized, mapping, openTable, tagged } from './shape.js';

const whenAbsent = choice('zero', 'error', 'skip');

/** How several numbers are taken together; left out: their sum. */
const take = choice('sum', 'mean', 'greatest', 'least', 'count');
export type Take = z.output<typeof take>['value'];

/** Results of closed months: of one so many months ago, of the last so many, or of the quarter or year so far. */
const earlier = mapping({
  of: reference('month_measure'),
  months_ago: count.optional(),
  last_months: count.optional(),
  so_far_in: choice('quarter', 'year').optional(),
  /** Of several months; left out: their sum. */
  take: take.optional(),
  when_absent: whenAbsent,
}).superRefine((found, faults) => {
  const keys = ['months_ago', 'last_months', 'so_far_in'] as const;
  const given = keys.filter((key) => found[key] !== undefined);
  if (given.length !== 1) refuse(faults, Fault.of(RULE_PROBLEMS.not_exactly_one, { keys, found: given }));
  for (const months of [found.months_ago, found.last_months]) {
    if (months?.value === 0)
      refuse(faults, Fault.of(RULE_PROBLEMS.not_positive, { text: months.text }), months);
  }
});

/** Another measure over the people of the team, of the site, or over everyone: their sum, or what `take` says. */
const total = mapping({
  of: reference('month_measure'),
  over: choice('team', 'site', 'everyone'),
  take: take.optional(),
  without_self: yesNo.optional(),
  /** Only people with these roles; left out: all. */
  roles: choices(...ROLES).optional(),
});

/** The person's place by another measure: 1 for the greatest (or, where it says so, the least); equals share one. */
const rank = mapping({
  of: reference('month_measure'),
  among: choice('team', 'site', 'everyone'),
  first: choice('greatest', 'least').optional(),
  /** Only people with these roles have a place; left out: all. */
  roles: choices(...ROLES).optional(),
});

/** A formula reckoned for each transaction (rows that bear the same ref), day or week by itself, and their numbers taken together. */
const each = mapping({
  per: choice('transaction', 'day', 'week'),
  formula: eachFormula,
  take: take.optional(),
});
export type Each = z.output<typeof each>;

const FORMS = [
  'when_absent',
  'count',
  'sum',
  'formula',
  'each',
  'is',
  'total',
  'rank',
  'earlier',
  'earlier_by_ref',
  'amount_of',
  'split',
] as const;

const measure = form(byKey(...FORMS), {
  /** A number that measures.csv brings, and what its absence means for an agent. */
  when_absent: tagged(
    'collected',
    mapping({
      name: localized,
      when_absent: whenAbsent,
      /** `yes`: a month may have no row of it at all, for anybody. */
      occasional: yesNo.optional(),
      /** `yes`: one number of the whole month, which stands beside each transaction, day or week. */
      monthly: yesNo.optional(),
    }),
  ),
  /** Rows of the person's in an export, counted, and a column of theirs summed. */
  count: countedRows,
  sum: summedRows,
  /** A number that comes from others. */
  formula: tagged('formula', mapping({ name: localized, formula })),
  each: tagged('each', mapping({ name: localized, each })),
  /** The same by a scale, a table or cases: a rate or a multiplier that formulas name. */
  is: tagged('is', mapping({ name: localized, is: amount })),
  total: tagged('total', mapping({ name: localized, total })),
  rank: tagged('rank', mapping({ name: localized, rank })),
  earlier: tagged('earlier', mapping({ name: localized, earlier })),
  /** What a measure came to in closed months for the same order or contract (ref), transaction by transaction. */
  earlier_by_ref: tagged(
    'earlier_by_ref',
    mapping({
      name: localized,
      earlier_by_ref: mapping({ of: markedReference('month_measure'), when_absent: whenAbsent }),
    }),
  ),
  /** What components pay this month, each positive as its column is named. */
  amount_of: tagged('amount_of', mapping({ name: localized, amount_of: markedReferences('component') })),
  /** What others booked, by each one's share of each ref. */
  split: tagged(
    'split',
    mapping({
      name: localized,
      split: mapping({
        of: markedReference('month_measure'),
        by: markedReference('month_measure'),
        /** The parts of each ref have so many decimals and add up to it; left out: they are exact. */
        places: count.optional(),
      }),
    }),
  ),
});

/** By whatever names stand there: which of them formulas can name is told by measure-names.ts. */
export const measures = openTable(rounded(measure));

export type DeclaredMeasure = z.output<typeof measure> & { readonly rounding?: Rounding };
export type Earlier = z.output<typeof earlier>;
