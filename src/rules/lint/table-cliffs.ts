/** Tables of two keys whose numbers fall somewhere along a measure, though they rise elsewhere. */
import type { Exact } from '../../base/exact.js';
import { type Problem, problem } from '../../base/problem.js';
import { LINT_PROBLEMS } from '../../problems/lint.js';
import type { Amount } from '../amount-shape.js';
import type { Value } from '../mark.js';
import type { Plan } from '../plan.js';
import type { MeasuredKey, TableKey, TwoKeyTable } from '../table-shape.js';
import { isEarning, leaningOf } from './leanings.js';
import type { Check } from './linted.js';
import { ratesOfPay } from './rates-of-pay.js';
import { measureName } from './units.js';

export const tableCliffs: Check = ({ plan }) => [
  ...Object.entries(plan.components).flatMap(([name, one]) =>
    isEarning(one) ? tablesIn(one.amount).flatMap((table) => cliffsOf(table, name, plan)) : [],
  ),
  ...ratesOfPay(plan).flatMap(([name, is]) => tablesIn(is).flatMap((table) => cliffsOf(table, name, plan))),
];

export function tablesIn(amount: Amount): TwoKeyTable[] {
  if (amount.kind === 'table') return [amount.table];
  return amount.kind === 'cases' ? amount.cases.flatMap(({ pays }) => tablesIn(pays)) : [];
}

function cliffsOf({ rows, columns, pays }: TwoKeyTable, name: string, plan: Plan): Problem[] {
  const turned = (pays[0] ?? []).map((_, column) => pays.flatMap((row) => row[column] ?? []));
  return [
    ...(columns.kind === 'measured' ? along(columns, pays, rows, name, plan) : []),
    ...(rows.kind === 'measured' ? along(rows, turned, columns, name, plan) : []),
  ];
}

type Line = readonly Value<Exact>[];

/** The falls along a key, if any of its lines rises: a table that only falls is meant to. */
function along(
  key: MeasuredKey,
  lines: readonly Line[],
  other: TableKey,
  pays: string,
  plan: Plan,
): Problem[] {
  const leaning = leaningOf(key.of, plan);
  const rises = lines.some((line) => line.some((cell, index) => orderAt(line, index, cell) > 0));
  if (leaning === 'none' || (leaning === 'unknown' && !rises)) return [];
  return lines.flatMap((line, row) =>
    line.flatMap((cell, index) => {
      const before = line[index - 1];
      if (!before || orderAt(line, index, cell) >= 0) return [];
      const params = {
        pays,
        of: measureName(key.of, plan),
        edge: edgeText(key, index),
        before: before.text,
        after: cell.text,
        where: lineText(other, row),
      };
      return [problem(LINT_PROBLEMS.falling_cell, cell.at, params, { value: cell.text })];
    }),
  );
}

const orderAt = (line: Line, index: number, cell: Value<Exact>): number =>
  cell.value.compare(line[index - 1]?.value ?? cell.value);

/** Where the row or column begins. */
function edgeText({ edge, edges }: MeasuredKey, index: number): string {
  const begins = edge === 'from' || edge === 'above';
  const text = edges[begins ? index : index - 1]?.text ?? '';
  return edge === 'above' || edge === 'up_to' ? `> ${text}` : text;
}

function lineText(key: TableKey, index: number): string {
  if (key.kind === 'worded') return `${key.attribute}: ${key.words.value[index] ?? ''}`;
  return `${key.of}: ${edgeText(key, index)}`;
}
