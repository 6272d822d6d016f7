/** Negative quantities that a scale pays nothing for: refunds that would be dropped without a word. */
import { computedOnce } from '../base/computed-once.js';
import { formatShort, sum } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import { byText } from '../base/order.js';
import { type Problem, problem } from '../base/problem.js';
import { CALC_PROBLEMS } from '../problems/calc.js';
import { scalesOf } from '../rules/dependencies.js';
import type { Plan } from '../rules/plan.js';
import type { MeasuredScale } from '../rules/scale-shape.js';
import type { AgentFacts } from './agent-facts.js';
import { rowsOf } from './rests-on.js';
import { chosen, partsOf, type Trace } from './trace.js';

const LABELS = {
  dropped: { en: 'nothing is paid for what is negative, and nothing taken back', zh: '负数不付，也不扣回' },
  not_due: { en: 'nothing is due for what is negative', zh: '负数不计应付' },
} satisfies Record<string, Localized>;

/** What a scale pays, with the quantity in sight where it is negative and nothing is paid for it. */
export function payDropping(scale: MeasuredScale, quantity: Trace, paid: Trace): Trace {
  if (!isDropped(scale, quantity, paid)) return paid;
  haveDropped.add(scale);
  return chosen(LABELS.dropped, paid, [quantity]);
}

/** The scales that ever dropped something: while there is none, nobody's amounts need to be searched for it. */
const haveDropped = new WeakSet<MeasuredScale>();

/** The same of a scale that runs on: later months make up for what is negative, and nothing is dropped. */
export function payRunning(scale: MeasuredScale, quantity: Trace, paid: Trace): Trace {
  return isDropped(scale, quantity, paid) ? chosen(LABELS.not_due, paid, [quantity]) : paid;
}

/** Only what pays in proportion to the quantity could have taken something back for a negative one. */
function isDropped(scale: MeasuredScale, quantity: Trace, paid: Trace): boolean {
  if (scale.kind !== 'bands' || quantity.value.s >= 0n || paid.value.n !== 0n) return false;
  return scale.scale.value === 'marginal' || (scale.scale.value === 'whole' && isBelowBands(paid));
}

/** Whether the rate of a whole-volume scale was looked for below its first band. */
const isBelowBands = (paid: Trace): boolean =>
  paid.op === 'product' && paid.parts.some((part) => part.op === 'band' && !part.band);

/** A warning where something negative was dropped from what a component pays someone. */
export function droppedProblems(key: string, amount: Trace, { agent, plan }: AgentFacts): Problem[] {
  const dropped = hasDropped(plan) ? droppedIn(amount) : [];
  if (dropped.length === 0) return [];
  // In the order of the files, whatever the order of the reckoning.
  const rows = [...new Set(dropped.flatMap(rowsOf))].toSorted(
    (left, right) => byText(left.file, right.file) || left.line - right.line,
  );
  const params = {
    agent: agent.agent_id,
    component: key,
    sum: formatShort(sum(dropped.map(({ value }) => value))),
    rows: rows.map(({ file, line }) => `${file}:${line}`),
  };
  return [problem(CALC_PROBLEMS.negative_dropped, rows[0] ?? agent.at, params)];
}

const hasDropped = (plan: Plan): boolean =>
  computedOnce(scales, plan, () => scalesOf(plan)).some((scale) => haveDropped.has(scale));

const scales = new WeakMap<Plan, readonly MeasuredScale[]>();

/** The quantities that were dropped below a node; what many people share was not his. */
function droppedIn(root: Trace): Trace[] {
  const found = new Set<Trace>();
  const seen = new Set<Trace>();
  const visit = (node: Trace): void => {
    if (node.shared || seen.has(node)) return;
    seen.add(node);
    if (node.op === 'chosen' && node.label === LABELS.dropped) for (const one of node.tested) found.add(one);
    for (const part of partsOf(node)) visit(part);
  };
  visit(root);
  return [...found];
}
