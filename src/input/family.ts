/** What a file family is: its columns, and the rules that its rows have in common with other families'. */
import type { Localized } from '../base/localized.js';
import type { Month, PlainDate, PlainTime } from '../base/period.js';
import type { ColumnAbsence } from '../problems/input/absences.js';
import type { ReadCell } from './cells/cell.js';
import type * as records from './records.js';
import type { Row } from './records.js';

/** The file families, in the order in which they are listed. */
export const FAMILY_NAMES = [
  'agents',
  'calls',
  'activity',
  'signups',
  'billing',
  'attendance',
  'targets',
  'incidents',
  'tests',
  'contacts',
  'do_not_disturb',
  'talks',
  'leads',
  'visits',
  'measures',
] as const;
export type FamilyName = (typeof FAMILY_NAMES)[number];

/** The rows of each family. */
export interface RowsOf {
  agents: records.AgentRow;
  signups: records.SignupRow;
  billing: records.BillingRow;
  attendance: records.AttendanceRow;
  targets: records.TargetRow;
  incidents: records.IncidentRow;
  tests: records.TestRow;
  contacts: records.ContactRow;
  do_not_disturb: records.DoNotDisturbRow;
  talks: records.TalkRow;
  leads: records.LeadRow;
  visits: records.VisitRow;
  measures: records.MeasureRow;
  activity: records.ActivityRow;
  calls: records.CallRow;
}
/** A column by its header in either language, and how its cells are read. */
interface Column<T> {
  readonly header: Localized;
  readonly read: ReadCell<T>;
}

export interface RequiredColumn<T> extends Column<T> {
  readonly optional: false;
}

export interface OptionalColumn<T> extends Column<T> {
  readonly optional: true;
}

/** A required column with the names `en 中文`. */
export function required<T>(names: string, read: ReadCell<T>): RequiredColumn<T> {
  return { ...named(names), optional: false, read };
}

/** A column with the names `en 中文` that may be missing or empty. */
export function optional<T>(names: string, read: ReadCell<T>): OptionalColumn<T> {
  return { ...named(names), optional: true, read };
}

function named(names: string): { header: Localized } {
  const [en = names, zh = names] = names.split(' ');
  return { header: { en, zh } };
}

/** The column of a field with type V: an optional one where the field may be absent. */
type ColumnOf<V> = undefined extends V ? OptionalColumn<Exclude<V, undefined>> : RequiredColumn<V>;

/** A column for every field of a row, apart from those that do not stand in the file. */
export type ColumnsOf<R extends Row> = {
  readonly [K in Exclude<keyof R, 'at' | 'other'>]: ColumnOf<R[K]>;
};

/** A column under the name of the field that it fills. */
export interface Field {
  readonly field: string;
  readonly header: Localized;
  readonly optional: boolean;
  readonly read: ReadCell<unknown>;
}

/** A row of which some cells may have been faulty: what could be read of it. */
export type ReadSoFar<R> = Partial<R>;

/** A value of a row that a rule is about, and the field it stands in. */
export interface RowValue<R, V> {
  readonly field: keyof R & string;
  readonly of: (row: ReadSoFar<R>) => V | undefined;
}

/** Rules that the rows of several families share (contract of the exports, "Inputs"). */
export interface RowRules<R extends Row> {
  /** The fields that no two rows have alike; closed months are another matter. */
  readonly unique?: readonly (keyof R & string)[];
  /** The day that must lie in the month of the folder. */
  readonly dated?: RowValue<R, PlainDate | PlainTime | Month>;
  /** Ids that must stand in agents.csv. */
  readonly agents?: readonly RowValue<R, string>[];
  /** Whether the first of `agents` must be employed on the day of `dated`. */
  readonly within_employment?: boolean;
  /** The product that the rule file must know. */
  readonly product?: RowValue<R, string>;
}

/** What a family's header can be. */
export interface Columns {
  readonly name: string;
  readonly fields: readonly Field[];
  /** What it means that an optional column is missing, where it is not what it means in a month's export. */
  readonly absences?: Readonly<Record<string, ColumnAbsence>>;
  /** Whether columns that telepay does not know are kept, in the field `other`. */
  readonly keepsOther: boolean;
}

export interface Family<R extends Row, Name extends string = string> extends Columns {
  readonly name: Name;
  readonly rules: RowRules<R>;
  /** The row that values of its fields make up. */
  readonly row: (values: Record<string, unknown>) => ReadSoFar<R>;
}

type AnyColumn = RequiredColumn<unknown> | OptionalColumn<unknown>;

/** Declares a family of a month's exports. */
export function family<Name extends FamilyName>(
  name: Name,
  columns: ColumnsOf<RowsOf[Name]> & Readonly<Record<string, AnyColumn>>,
  rules: RowRules<RowsOf[Name]> = {},
  { keepsOther = false } = {},
): Family<RowsOf[Name], Name> {
  return { ...familyOf<RowsOf[Name]>(name, columns, rules, { keepsOther }), name };
}

/** Declares a family. The compiler sees to it that every field of its rows has a column of its type. */
export function familyOf<R extends Row>(
  name: string,
  columns: ColumnsOf<R> & Readonly<Record<string, AnyColumn>>,
  rules: RowRules<R> = {},
  { keepsOther = false } = {},
): Family<R> {
  const fields = Object.entries<AnyColumn>(columns).map(([field, column]) => ({ field, ...column }));
  // The one step that types can't follow: each field was read by the column that ColumnsOf demands for it.
  return { name, fields, rules, keepsOther, row: (values) => values as ReadSoFar<R> };
}

/** The name of the file of a family that is not split in parts. */
export function fileOf(name: string): string {
  return `${name}.csv`;
}
