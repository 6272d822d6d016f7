/** What a trace rests on: the values of the rule file and the rows of the exports, gathered from its whole tree. */
import { computedOnce } from '../base/computed-once.js';
import type { RowRef } from '../input/records.js';
import type { Value } from '../rules/mark.js';
import { partsOf, type Trace } from './trace.js';

/** What trees rest on below the nodes that many of them share, remembered: a total over everyone stands in each of their lines. */
const sharedRules = new WeakMap<Trace, readonly Value<unknown>[]>();
const sharedRows = new WeakMap<Trace, readonly RowRef[]>();

/** The node marked as one that the trees of many people share. */
export const shared = <T extends Trace>(trace: T): T => ({ ...trace, shared: true });

/** Every value of the rule file that the tree rests on, each once. */
export const rulesOf = (trace: Trace): readonly Value<unknown>[] =>
  gather(trace, sharedRules, (node) => node.rules);

/** Every row that the tree rests on, each once. */
export const rowsOf = (trace: Trace): readonly RowRef[] => gather(trace, sharedRows, (node) => node.rows);

/**
 * Tells every value of the rule file that the tree rests on; one that stands in it twice may be told twice. Makes no
 * list of the parts of a node: a month has millions of nodes.
 */
export function eachRule(trace: Trace, tell: (rule: Value<unknown>) => void): void {
  if (trace.shared) {
    for (const rule of rulesOf(trace)) tell(rule);
    return;
  }
  if (trace.rules) for (const rule of trace.rules) tell(rule);
  switch (trace.op) {
    case 'given':
      return;
    case 'band':
      eachRule(trace.key, tell);
      return;
    case 'slice':
      eachRule(trace.quantity, tell);
      return;
    case 'rounded':
      eachRule(trace.part, tell);
      return;
    case 'chosen':
      eachRule(trace.part, tell);
      for (const tested of trace.tested) eachRule(tested, tell);
      return;
    default:
      for (const part of trace.parts) eachRule(part, tell);
  }
}

/** The rows of a tree, those below nodes that the trees of many people share apart. */
export interface OwnRows {
  readonly own: ReadonlySet<RowRef>;
  readonly shared: ReadonlySet<Trace>;
}

/** What trees rest on that no others share, and the shared nodes, which hold the rest. */
export function ownRowsOf(traces: readonly Trace[]): OwnRows {
  const own = new Set<RowRef>();
  const nodes = new Set<Trace>();
  const visit = (node: Trace): void => {
    if (node.shared) {
      nodes.add(node);
      return;
    }
    for (const row of node.rows ?? []) own.add(row);
    for (const part of partsOf(node)) visit(part);
  };
  for (const trace of traces) visit(trace);
  return { own, shared: nodes };
}

/** What the nodes of a tree have, each once, from the root down. */
function gather<T>(
  trace: Trace,
  known: WeakMap<Trace, readonly T[]>,
  own: (node: Trace) => readonly T[] | undefined,
): readonly T[] {
  if (trace.shared) return computedOnce(known, trace, () => collect(trace, known, own));
  return collect(trace, known, own);
}

function collect<T>(
  root: Trace,
  known: WeakMap<Trace, readonly T[]>,
  own: (node: Trace) => readonly T[] | undefined,
): readonly T[] {
  const found = new Set<T>();
  // Rules that name the same measure share its node: each is visited once.
  const seen = new Set<Trace>();
  const visit = (node: Trace): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node !== root && node.shared) {
      for (const one of gather(node, known, own)) found.add(one);
      return;
    }
    for (const one of own(node) ?? []) found.add(one);
    for (const part of partsOf(node)) visit(part);
  };
  visit(root);
  return [...found];
}
