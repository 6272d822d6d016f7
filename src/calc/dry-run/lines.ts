/** What the lines of one person come to by one rule file and by another. */
import { type Exact, sum, ZERO } from '../../base/exact.js';
import { groupBy } from '../../base/group.js';
import type { Localized } from '../../base/localized.js';
import { type AppliedLine, signedAmount } from '../payslip.js';
import type { Paid } from './comparison.js';

/** The lines of a component, of each product by itself; deductions are negative. */
export interface LineDifference {
  readonly component: string;
  readonly product: string | undefined;
  readonly name: Localized;
  readonly clause: string;
  readonly before: Exact;
  readonly after: Exact;
}

/** Where the two differ, in the order of the lines. */
export function lineDifferences(before: Paid, after: Paid, id: string): LineDifference[] {
  const [old, now] = [linesOf(before, id), linesOf(after, id)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key) ?? [], now.get(key) ?? []];
    const [line] = [...is, ...was];
    const [first, then] = [total(was), total(is)];
    if (!line || first.equals(then)) return [];
    const { component, product, name, clause } = line;
    return [{ component, product, name, clause, before: first, after: then }];
  });
}

const linesOf = (result: Paid, id: string): Map<string, AppliedLine[]> =>
  groupBy(
    result.agents.find(({ facts }) => facts.agent.agent_id === id)?.lines ?? [],
    ({ component, product }) => `${component}\t${product ?? ''}`,
  );

const total = (lines: readonly AppliedLine[]): Exact =>
  lines.length > 0 ? sum(lines.map(signedAmount)) : ZERO;
