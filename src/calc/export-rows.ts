/** How the rows of each export are read by measures that count or sum them: dates, ids, words and numbers. */
import { type Exact, sum, whole } from '../base/exact.js';
import { dateOf, hourOf, type PlainDate } from '../base/period.js';
import type {
  AttendanceRow,
  BillingRow,
  ContactRow,
  IncidentRow,
  LeadRow,
  MeasureRow,
  RowRef,
  TalkRow,
  TestRow,
  VisitRow,
} from '../input/records.js';
import type { MonthFacts } from './agent-facts.js';
import { customerProduct, judgeByBilling, type JudgedSignup } from './outcomes.js';

/** A number of a row; `none` where it has none and needs none, `lacking` where it should have one. */
export type Cell = Exact | 'none' | 'lacking';

export interface RowReader<R> {
  readonly at: (row: R) => RowRef;
  /** Rows of other exports that the numbers of this one come from. */
  readonly beside?: (row: R) => readonly RowRef[];
  /** Undefined where the row is about the whole month. */
  readonly date: (row: R) => PlainDate | undefined;
  /** The sign-up, incident or order that the row is about. */
  readonly ref?: (row: R) => string | undefined;
  readonly customer?: (row: R) => string;
  readonly words: Readonly<Record<string, (row: R) => string | undefined>>;
  readonly numbers: Readonly<Record<string, (row: R) => Cell>>;
}

/** What the extract billed for a sign-up; the bills of a repeated one belong to the first. */
export function billsOf(signup: JudgedSignup, month: MonthFacts): readonly BillingRow[] {
  const { row, outcome, billing } = signup;
  // Nobody looked at the bills of a forced one, since they don't change what became of it.
  if (outcome !== 'forced') return billing;
  return judgeByBilling(row, month.billing.get(customerProduct(row)) ?? [], month.plan).billing;
}

/** Sign-ups; `billed` tells whether the measure asks for their bills. */
export function signupReader(month: MonthFacts, billed: boolean): RowReader<JudgedSignup> {
  return {
    at: ({ row }) => row.at,
    ...(billed ? { beside: (signup) => billsOf(signup, month).map((bill) => bill.at) } : {}),
    date: ({ row }) => dateOf(row.signed_at),
    ref: ({ row }) => row.signup_id,
    customer: ({ row }) => row.customer_no,
    words: { product: ({ row }) => row.product, outcome: ({ outcome }) => outcome },
    numbers: {
      amount: ({ row }) => row.amount ?? 'lacking',
      billed: (signup) => sum(billsOf(signup, month).map((bill) => bill.amount)),
      hour: ({ row }) => whole(hourOf(row.signed_at)),
    },
  };
}

/** A row of the billing extract, with the sign-up that it is about. */
export interface SignupBill {
  readonly signup: JudgedSignup;
  readonly bill: BillingRow;
}

export const BILLS: RowReader<SignupBill> = {
  at: ({ bill }) => bill.at,
  beside: ({ signup }) => [signup.row.at],
  date: ({ signup }) => dateOf(signup.row.signed_at),
  ref: ({ signup }) => signup.row.signup_id,
  customer: ({ bill }) => bill.customer_no,
  words: {
    product: ({ bill }) => bill.product,
    outcome: ({ signup }) => signup.outcome,
    fee_type: ({ bill }) => bill.fee_type,
    status: ({ bill }) => bill.status,
  },
  numbers: { amount: ({ bill }) => bill.amount },
};

export const ATTENDANCE: RowReader<AttendanceRow> = {
  at: (row) => row.at,
  date: (row) => row.date,
  words: { status: (row) => row.status, approved: (row) => row.approved },
  numbers: { minutes: minutesOf },
};

/** Someone who is late or leaves early is so by some minutes; other rows stand for the day. */
function minutesOf({ status, minutes }: AttendanceRow): Cell {
  if (minutes !== undefined) return whole(minutes);
  return status === 'late' || status === 'early_leave' ? 'lacking' : 'none';
}

export const INCIDENTS: RowReader<IncidentRow> = {
  at: (row) => row.at,
  date: (row) => row.date,
  ref: (row) => row.incident_id,
  words: { kind: (row) => row.kind, cause: (row) => row.cause, refunded: (row) => row.refunded },
  numbers: {},
};

export const TESTS: RowReader<TestRow> = {
  at: (row) => row.at,
  date: (row) => row.date,
  words: { test: (row) => row.test },
  numbers: { result: (row) => row.result },
};

export const CONTACTS: RowReader<ContactRow> = {
  at: (row) => row.at,
  date: (row) => dateOf(row.at_time),
  words: { reached: (row) => row.reached },
  numbers: { hour: (row) => whole(hourOf(row.at_time)) },
};

export const LEADS: RowReader<LeadRow> = {
  at: (row) => row.at,
  date: (row) => row.date,
  customer: (row) => row.customer_no,
  words: { source: (row) => row.source },
  numbers: {},
};

/** Talks of this person. */
export const talkReader = (agentId: string): RowReader<TalkRow> => ({
  at: (row) => row.at,
  date: (row) => row.date,
  words: { as: (row) => (row.manager_id === agentId ? 'manager' : 'agent') },
  numbers: {},
});

/** Visits or appointments, dated by this column. */
export const visitReader = (column: 'visited_on' | 'booked_on'): RowReader<VisitRow> => ({
  at: (row) => row.at,
  date: (row) => row[column],
  customer: (row) => row.customer_no,
  words: {},
  numbers: {},
});

export const MEASURE_ROWS: RowReader<MeasureRow> = {
  at: (row) => row.at,
  date: dayOfMeasure,
  ref: (row) => row.ref,
  words: { measure: (row) => row.measure },
  numbers: { value: (row) => row.value },
};

const DAY_LENGTH = 'YYYY-MM-DD'.length;

function dayOfMeasure({ period }: MeasureRow): PlainDate | undefined {
  const isDay = (text: MeasureRow['period']): text is PlainDate => text.length === DAY_LENGTH;
  return isDay(period) ? period : undefined;
}
