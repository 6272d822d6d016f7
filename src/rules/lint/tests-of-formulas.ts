/** The conditions of formulas as conjunctions, as far as they compare a measure with a number. */
import type { Comparator } from '../condition-shape.js';
import type { Formula, Test } from '../formula.js';
import { allOf, anyOf, type Choices, comparisons } from './conjunctions.js';

const COMPARATORS = { '<': 'less_than', '<=': 'at_most', '>': 'more_than', '>=': 'at_least' } as const;
const TURNED: Readonly<Record<Comparator, Comparator>> = {
  less_than: 'more_than',
  at_most: 'at_least',
  more_than: 'less_than',
  at_least: 'at_most',
  equals: 'equals',
};

/** Who passes a condition, or who does not. Of what is no comparison of a measure only is known that it holds or not. */
export function choicesOfTest(test: Test, holds: boolean): Choices {
  switch (test.kind) {
    case 'all':
    case 'any': {
      const parts = test.parts.map((one) => choicesOfTest(one, holds));
      return (test.kind === 'any') === holds ? anyOf(parts) : allOf(parts);
    }
    case 'not':
      return choicesOfTest(test.of, !holds);
    case 'has':
      return [[{ kind: 'fact', of: test.text, holds }]];
    case 'comparison': {
      const { comparison, left, right } = test;
      const isEqual = comparison === '==' || comparison === '!=';
      const comparator: Comparator = isEqual ? 'equals' : COMPARATORS[comparison];
      const asked = comparison === '!=' ? !holds : holds;
      return (
        against(left, right, comparator, asked) ??
        against(right, left, TURNED[comparator], asked) ?? [[{ kind: 'fact', of: test.text, holds }]]
      );
    }
  }
}

function against(name: Formula, number: Formula, comparator: Comparator, holds: boolean): Choices {
  if (name.kind !== 'measure' || number.kind !== 'number') return undefined;
  return comparisons(name.name, comparator, number.value, holds);
}
