/** The shape of two-key tables: an amount by a row and a column, each picked by a measure or by a word about the person. */
import type { Exact } from '../base/exact.js';
import type { z } from 'zod';
import { RULE_PROBLEMS } from '../problems/rules.js';
import type { PieceClock } from './clocks.js';
import { type Attribute, ATTRIBUTES, type Belonging, belonging } from './condition-shape.js';
import { Fault, type Faults, refuse } from './fault.js';
import { choice, numbers, reference } from './leaf-shape.js';
import type { Value } from './mark.js';
import { checkRatio } from './scale-checks.js';
import { byKey, form, list, mapping } from './shape.js';

const EDGES = ['from', 'above', 'up_to', 'below'] as const;

/** The rows or columns that one measure reaches. */
export interface MeasuredKey {
  readonly kind: 'measured';
  readonly of: string;
  /** Where each begins, the value itself in (`from`) or not (`above`); or where all but the last end (`up_to`, `below`). */
  readonly edge: (typeof EDGES)[number];
  /** Ascending. */
  readonly edges: readonly Value<Exact>[];
}

/** A row or column for each of these words of a column of agents.csv. */
export interface WordedKey {
  readonly kind: 'worded';
  readonly attribute: Attribute;
  readonly words: Value<readonly string[]>;
}

export type TableKey = MeasuredKey | WordedKey;

export interface TwoKeyTable {
  /** What is looked up by itself; left out: the month. */
  readonly per?: Value<PieceClock> | undefined;
  readonly rows: TableKey;
  readonly columns: TableKey;
  /** For each row, what each of its columns pays. */
  readonly pays: readonly (readonly Value<Exact>[])[];
}

/** The measures that pick the row and the column. */
export const measuresOfTable = ({ rows, columns }: TwoKeyTable): string[] =>
  [rows, columns].flatMap((key) => (key.kind === 'measured' ? [key.of] : []));

const measured: z.ZodType<MeasuredKey> = mapping({
  of: reference('month_measure'),
  from: numbers.optional(),
  above: numbers.optional(),
  up_to: numbers.optional(),
  below: numbers.optional(),
}).transform(({ of, ...by }, faults): MeasuredKey => {
  const found = EDGES.filter((edge) => by[edge]);
  const [edge] = found;
  const edges = edge && by[edge];
  if (!edges || found.length > 1)
    return refuse(faults, Fault.of(RULE_PROBLEMS.not_exactly_one, { keys: EDGES, found }));
  checkAscending(of, edges, faults);
  return { kind: 'measured', of, edge, edges };
});

function checkAscending(of: string, edges: readonly Value<Exact>[], faults: Faults): void {
  for (const [index, at] of edges.entries()) {
    checkRatio(of, at, faults);
    const before = edges[index - 1];
    if (!before || before.value.compare(at.value) < 0) continue;
    const params = { edge: at.text, before: before.text };
    refuse(faults, Fault.of(RULE_PROBLEMS.bands_not_ascending, params), at);
  }
}

const worded = (of: Belonging): WordedKey => ({ kind: 'worded', attribute: of.attribute, words: of.words });

const key: z.ZodType<TableKey> = form(byKey('of', ...ATTRIBUTES), {
  of: measured,
  role: belonging.role.transform(worded),
  team: belonging.team.transform(worded),
  site: belonging.site.transform(worded),
  grade: belonging.grade.transform(worded),
});

export const twoKeyTable: z.ZodType<TwoKeyTable> = mapping({
  per: choice('transaction', 'day', 'week').optional(),
  rows: key,
  columns: key,
  pays: list(numbers),
}).superRefine(({ per, rows, columns, pays }, faults) => {
  checkSize('rows', rows, pays.length, faults, firstOf(rows));
  for (const row of pays) checkSize('columns', columns, row.length, faults, row[0]);
  if (per && rows.kind === 'worded' && columns.kind === 'worded')
    refuse(faults, Fault.of(RULE_PROBLEMS.missing, { key: 'of' }), per);
});

const firstOf = (key: TableKey): Value<unknown> | undefined =>
  key.kind === 'worded' ? key.words : key.edges[0];

/** How many rows or columns a key has. */
function sizeOf(key: TableKey): number {
  if (key.kind === 'worded') return key.words.value.length;
  // By where they end, the last one goes on without an end.
  return key.edges.length + (key.edge === 'up_to' || key.edge === 'below' ? 1 : 0);
}

function checkSize(
  what: 'rows' | 'columns',
  key: TableKey,
  found: number,
  faults: Faults,
  at: Value<unknown> | undefined,
): void {
  const wanted = sizeOf(key);
  if (wanted !== found) refuse(faults, Fault.of(RULE_PROBLEMS.table_size, { what, wanted, found }), at);
}
