/** What several months of an example come to together, against what the example expects of all of them. */
import { sum } from '../../base/exact.js';
import type { Example } from '../../rules/examples.js';
import type { TotalShape } from '../../rules/example-shape.js';
import type { MonthResult } from '../month.js';
import type { AgentResult } from '../pay.js';
import { columnOf, differing, type Failure, type Finding, paidFor } from './compare.js';

type Share = Pick<Finding, 'got' | 'reckoning'>;
/** What each one comes to in each month, together. */
type Over = (of: (own: AgentResult, result: MonthResult) => Share) => Share;

/** The months of an example added up over all its people. */
export function compareTotal(example: Example, results: readonly MonthResult[]): Failure[] {
  const { total } = example;
  if (!total) return [];
  const over: Over = (of) =>
    together(results.flatMap((result) => result.agents.map((own) => of(own, result))));
  const pays = Object.entries(total.pays ?? {}).flatMap(([component, wanted]) => {
    const { got, reckoning } = over((own, result) => paidFor(component, own, result));
    return differing({ kind: 'component', component }, [wanted], got, reckoning);
  });
  return [...pays, ...comparePaid(total.paid, over)].map((finding) => ({ example, ...finding }));
}

function comparePaid(wanted: TotalShape['paid'], over: Over): Finding[] {
  if (!wanted) return [];
  const { got, reckoning } = over((own, result) => columnOf('paid', own, result));
  return differing({ kind: 'column', column: 'paid' }, [wanted], got, reckoning);
}

/** The sum of all; what could not be computed for one can't be told of all. */
function together(shares: readonly Share[]): Share {
  const missing = shares.find(({ got }) => got.kind !== 'numbers');
  const all = shares.flatMap(({ got }) => (got.kind === 'numbers' ? got.numbers : []));
  return {
    got: missing?.got ?? { kind: 'numbers', numbers: [sum(all)] },
    reckoning: {
      lines: shares.flatMap(({ reckoning }) => reckoning.lines),
      notPaid: shares.flatMap(({ reckoning }) => reckoning.notPaid),
      traces: [],
    },
  };
}
