/**
 * Formulas: arithmetic over measures, for what no other form of a rule says. The operators are those of CEL
 * (and of most languages); every number is the exact decimal that is written, `/` is exact, and nothing is
 * rounded but by the functions that say so. Numbers and conditions are told apart while a formula is read (formula-reader.ts),
 * so that none fails for its types when it is computed.
 */
import type { Exact, RoundingMode } from '../base/exact.js';

/** A part of a formula that is a number; `text` is how the formula writes it. */
export type Formula =
  | { readonly kind: 'number'; readonly text: string; readonly value: Exact }
  | { readonly kind: 'measure'; readonly text: string; readonly name: string }
  /** The measure summed over the transactions, days or weeks up to this one: under `each` alone. */
  | { readonly kind: 'so_far'; readonly text: string; readonly name: string }
  | {
      readonly kind: 'operation';
      readonly text: string;
      readonly operation: Operation;
      readonly parts: readonly Formula[];
    }
  | {
      readonly kind: 'round';
      readonly text: string;
      readonly of: Formula;
      readonly places: number;
      readonly mode: RoundingMode;
    }
  | {
      readonly kind: 'choice';
      readonly text: string;
      readonly test: Test;
      readonly holds: Formula;
      readonly otherwise: Formula;
    };

export type Operation =
  | 'sum'
  | 'difference'
  | 'product'
  | 'quotient'
  | 'remainder'
  | 'least'
  | 'greatest'
  | 'whole_part'
  | 'absolute';

/** A part of a formula that holds or does not. */
export type Test =
  | {
      readonly kind: 'comparison';
      readonly text: string;
      readonly comparison: Comparison;
      readonly left: Formula;
      readonly right: Formula;
    }
  | { readonly kind: 'all' | 'any'; readonly text: string; readonly parts: readonly Test[] }
  | { readonly kind: 'not'; readonly text: string; readonly of: Test }
  /** The person has a value of the measure. */
  | { readonly kind: 'has'; readonly text: string; readonly name: string };

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** The measures that a formula names, each once. */
export function measuresIn(formula: Formula): string[] {
  return [...new Set(namesIn(formula))];
}

/** The measures that a formula names, as often as it names them. */
export function namesIn(formula: Formula): string[] {
  return mentionsIn(formula).map(({ name }) => name);
}

/** The measures that a formula sums up to the transaction, day or week that it is reckoned for. */
export const soFarIn = (formula: Formula): string[] => mentionedAs('so_far', formula);

/** The measures that a formula asks after, whether there is a value. */
export const askedAfterIn = (formula: Formula): string[] => mentionedAs('has', formula);

const mentionedAs = (way: Mention['as'], formula: Formula): string[] => [
  ...new Set(mentionsIn(formula).flatMap((one) => (one.as === way ? [one.name] : []))),
];

/** A measure where a formula names it. */
interface Mention {
  readonly name: string;
  readonly as: 'number' | 'so_far' | 'has';
}

function mentionsIn(formula: Formula): Mention[] {
  switch (formula.kind) {
    case 'number':
      return [];
    case 'measure':
      return [{ name: formula.name, as: 'number' }];
    case 'so_far':
      return [{ name: formula.name, as: 'so_far' }];
    case 'operation':
      return formula.parts.flatMap(mentionsIn);
    case 'round':
      return mentionsIn(formula.of);
    case 'choice':
      return [
        ...mentionsInTest(formula.test),
        ...mentionsIn(formula.holds),
        ...mentionsIn(formula.otherwise),
      ];
  }
}

function mentionsInTest(test: Test): Mention[] {
  switch (test.kind) {
    case 'comparison':
      return [...mentionsIn(test.left), ...mentionsIn(test.right)];
    case 'all':
    case 'any':
      return test.parts.flatMap(mentionsInTest);
    case 'not':
      return mentionsInTest(test.of);
    case 'has':
      return [{ name: test.name, as: 'has' }];
  }
}
