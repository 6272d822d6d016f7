/** The columns by which a row of a table of rates is read, be it of a CSV file or of a sheet. */
import { problem } from '../base/problem.js';
import type { ProblemLog } from '../base/problem-log.js';
import { type Family, familyOf, optional } from '../input/family.js';
import type { Row } from '../input/records.js';
import { TABLE_PROBLEMS } from '../problems/rule-tables.js';
import { undefused } from '../report/csv.js';
import { RATE_COLUMNS } from '../report/rate-tables.js';
import type { RowTeller, TableRow } from '../rules/table-back.js';

/** Takes the rows one after the other. */
export type TakeRow = (row: TableRow, teller: RowTeller) => void;

export interface RateLine extends Row, Omit<TableRow, 'fault'> {}

const column = (name: keyof typeof RATE_COLUMNS) => optional(`${name} ${RATE_COLUMNS[name].zh}`, undefused);

/** The columns that a row is read by; what else stands beside them is for people. */
export const RATE_FAMILY: Family<RateLine> = {
  ...familyOf<RateLine>('rates', {
    path: column('path'),
    value: column('value'),
    was: column('was'),
    item: column('item'),
    what: column('what'),
    mark: column('mark'),
    rules: column('rules'),
  }),
  absences: {},
};

/** Whether all columns are there; those that are not are told. */
export function hasColumns(file: string, has: (field: string) => boolean, log: ProblemLog): boolean {
  const missing = RATE_FAMILY.fields.filter(({ field }) => !has(field)).map(({ header }) => header);
  if (missing.length > 0) log.add(problem(TABLE_PROBLEMS.no_rate_columns, { file }, { missing }));
  return missing.length === 0;
}
