/** The rows of the exports that a rule file can count and sum, and the columns that it can filter them by. */
import {
  ATTENDANCE_STATUSES,
  BILLING_STATUSES,
  CALL_RESULTS,
  CAMPAIGNS,
  DIRECTIONS,
  FEE_TYPES,
  INCIDENT_CAUSES,
  OUTCOMES,
} from '../input/records.js';
import type { ReferenceKind } from './references.js';

/** What stands in a column: some of these words, ids that the rule file declares, any text, a number, or an hour. */
export type Column =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'declared'; readonly as: ReferenceKind }
  | { readonly kind: 'text' }
  | { readonly kind: 'number' }
  /** The hour of the row's time, 0 to 23. */
  | { readonly kind: 'hour' };

/** What different ones can be counted of, in place of the rows. */
export const DISTINCT = ['days', 'customers'] as const;
export type Distinct = (typeof DISTINCT)[number];

interface Rows {
  /** Beside `day` and `weekday`, which the rows of every file have. */
  readonly columns: Readonly<Record<string, Column>>;
  readonly distinct: readonly Distinct[];
}

const words = (of: readonly string[]): Column => ({ kind: 'words', words: of });
const declared = (as: ReferenceKind): Column => ({ kind: 'declared', as });
const TEXT: Column = { kind: 'text' };
const NUMBER: Column = { kind: 'number' };
const HOUR: Column = { kind: 'hour' };
const YES_NO = words(['yes', 'no']);

export const ROW_FILES = {
  signups: {
    columns: {
      product: declared('product'),
      outcome: words(OUTCOMES),
      amount: NUMBER,
      billed: NUMBER,
      hour: HOUR,
    },
    distinct: ['days', 'customers'],
  },
  /** Rows of the billing extract for the person's sign-ups, dated as these. */
  billing: {
    columns: {
      product: declared('product'),
      outcome: words(OUTCOMES),
      fee_type: words(FEE_TYPES),
      status: words(BILLING_STATUSES),
      amount: NUMBER,
    },
    distinct: ['days', 'customers'],
  },
  calls: {
    columns: {
      direction: words(DIRECTIONS),
      result: words(CALL_RESULTS),
      campaign: words(CAMPAIGNS),
      duration_s: NUMBER,
      hour: HOUR,
    },
    distinct: ['days', 'customers'],
  },
  attendance: {
    columns: { status: words(ATTENDANCE_STATUSES), approved: YES_NO, minutes: NUMBER },
    distinct: ['days'],
  },
  /** Upheld ones. */
  incidents: {
    columns: { kind: declared('incident'), cause: words(INCIDENT_CAUSES), refunded: YES_NO },
    distinct: ['days'],
  },
  tests: { columns: { test: declared('test'), result: NUMBER }, distinct: ['days'] },
  contacts: { columns: { reached: YES_NO, hour: HOUR }, distinct: ['days'] },
  leads: { columns: { source: TEXT }, distinct: ['days', 'customers'] },
  /** Talks that the person held as a manager or that were held with him. */
  talks: { columns: { as: words(['manager', 'agent']) }, distinct: ['days'] },
  /** Visits of the month, and appointments for it: both stand in visits.csv. */
  visits: { columns: {}, distinct: ['days', 'customers'] },
  bookings: { columns: {}, distinct: ['days', 'customers'] },
  measures: { columns: { measure: declared('collected_measure'), value: NUMBER }, distinct: ['days'] },
} as const satisfies Readonly<Record<string, Rows>>;

export type RowFile = keyof typeof ROW_FILES;

export const ROW_FILE_NAMES = Object.keys(ROW_FILES).filter((name): name is RowFile => name in ROW_FILES);

/** The export that holds the rows: visits.csv tells of visits and of appointments. */
export const exportOf = (file: RowFile): Exclude<RowFile, 'bookings'> =>
  file === 'bookings' ? 'visits' : file;

/** The columns of a file's rows by name, without `day` and `weekday`. */
export const columnsOf = (file: RowFile): Readonly<Record<string, Column>> => ROW_FILES[file].columns;

/** The columns that can be summed. */
export const numbersOf = (file: RowFile): string[] =>
  Object.entries(columnsOf(file)).flatMap(([name, { kind }]) => (kind === 'number' ? [name] : []));
