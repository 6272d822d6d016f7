/** What is paid before the first point of a line, and what is not before the first row of a table. */
import { ONE, ZERO } from '../../base/exact.js';
import { type Problem, problem } from '../../base/problem.js';
import { LINT_PROBLEMS } from '../../problems/lint.js';
import { scalesIn } from '../dependencies.js';
import type { Plan } from '../plan.js';
import type { MeasuredScale } from '../scale-shape.js';
import type { TableKey } from '../table-shape.js';
import { isEarning, leaningOf } from './leanings.js';
import type { Check } from './linted.js';
import { tablesIn } from './table-cliffs.js';
import { measureName } from './units.js';

export const beginnings: Check = ({ plan }) =>
  Object.entries(plan.components).flatMap(([name, one]) => {
    if (!isEarning(one)) return [];
    // A gate says itself from where on is paid.
    const lines = one.gate ? [] : scalesIn(one.amount).flatMap((scale) => firstPoint(scale, name, plan));
    const tables = tablesIn(one.amount).flatMap(({ rows, columns }) =>
      [rows, columns].flatMap((key) => firstEdge(key, name, plan)),
    );
    return [...lines, ...(one.gate ? [] : tables)];
  });

/** A line that rises, and is paid for from nothing on. */
function firstPoint(scale: MeasuredScale, of: string, plan: Plan): Problem[] {
  if (scale.kind !== 'interpolated' || leaningOf(scale.of, plan) === 'none') return [];
  const [first, second] = scale.points;
  if (!first || !second || first.at.value.compare(ZERO) <= 0 || first.pays.value.compare(ZERO) <= 0)
    return [];
  if (second.pays.value.compare(first.pays.value) <= 0) return [];
  const params = { of, at: first.at.text, pays: first.pays.text };
  return [problem(LINT_PROBLEMS.level_from_nothing, first.at.at, params, { value: first.at.text })];
}

/** Counts and places may begin with the first one. */
function firstEdge(key: TableKey, of: string, plan: Plan): Problem[] {
  if (key.kind !== 'measured' || (key.edge !== 'from' && key.edge !== 'above')) return [];
  const [first] = key.edges;
  if (!first || first.value.compare(ONE) <= 0) return [];
  if (!first.text.endsWith('%') && leaningOf(key.of, plan) === 'none') return [];
  const params = { of, measure: measureName(key.of, plan), edge: first.text };
  return [problem(LINT_PROBLEMS.nothing_below, first.at, params, { value: first.text })];
}
