/** The shape of two-key tables: an amount by the row that one measure reaches and the column that another one does. */
import type { Exact } from '../base/exact.js';
import type { z } from 'zod';
import { RULE_PROBLEMS } from '../problems/rules.js';
import type { PieceClock } from './clocks.js';
import { Fault, type Faults, refuse } from './fault.js';
import { choice, numbers, reference } from './leaf-shape.js';
import type { Value } from './mark.js';
import { checkRatio } from './scale-checks.js';
import { list, mapping } from './shape.js';

/** A measure and the values from which each row or column of a table holds, ascending. */
export interface TableKey {
  readonly of: string;
  readonly from: readonly Value<Exact>[];
}

export interface TwoKeyTable {
  /** What is looked up by itself; left out: the month. */
  readonly per?: Value<PieceClock> | undefined;
  readonly rows: TableKey;
  readonly columns: TableKey;
  /** For each row, what each of its columns pays. */
  readonly pays: readonly (readonly Value<Exact>[])[];
}

const key: z.ZodType<TableKey> = mapping({ of: reference('month_measure'), from: numbers }).superRefine(
  ({ of, from }, faults) => {
    for (const [index, at] of from.entries()) {
      checkRatio(of, at, faults);
      const before = from[index - 1];
      if (!before || before.value.compare(at.value) < 0) continue;
      const params = { edge: at.text, before: before.text };
      refuse(faults, Fault.of(RULE_PROBLEMS.bands_not_ascending, params), at);
    }
  },
);

export const twoKeyTable: z.ZodType<TwoKeyTable> = mapping({
  per: choice('transaction', 'day', 'week').optional(),
  rows: key,
  columns: key,
  pays: list(numbers),
}).superRefine(({ rows, columns, pays }, faults) => {
  checkSize('rows', rows.from.length, pays.length, rows.from[0], faults);
  for (const row of pays) checkSize('columns', columns.from.length, row.length, row[0], faults);
});

function checkSize(
  what: 'rows' | 'columns',
  wanted: number,
  found: number,
  at: Value<Exact> | undefined,
  faults: Faults,
): void {
  if (wanted !== found) refuse(faults, Fault.of(RULE_PROBLEMS.table_size, { what, wanted, found }), at);
}
