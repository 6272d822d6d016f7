/** All that a rule file says with a mark, for counting and confirming assumptions. */
import type { Value } from './mark.js';
import type { Plan } from './plan.js';

/** Every marked value of the plan and each dated version of it, once, in the order of the file. */
export function valuesOf(plan: Plan): Value<unknown>[] {
  const found = new Set<Value<unknown>>();
  collect(plan, found);
  return [...found].toSorted(
    (a, b) => (a.at.line ?? 0) - (b.at.line ?? 0) || (a.at.column ?? 0) - (b.at.column ?? 0),
  );
}

/** A value that did not change is the same object in each version of the plan. */
function collect(node: unknown, found: Set<Value<unknown>>): void {
  if (typeof node !== 'object' || node === null) return;
  if (isValue(node)) found.add(node);
  else for (const part of Object.values(node)) collect(part, found);
}

/** A table may have entries called `mark` and `path`; their path is no text. */
const isValue = (node: object): node is Value<unknown> =>
  'mark' in node && 'path' in node && typeof node.path === 'string';
