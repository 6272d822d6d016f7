/**
 * A month's exports as checked rows: what the readers of this folder give and the calculation takes.
 * Fields carry the names of the columns (contract of the exports), so a word means the same everywhere.
 */
import type { Exact } from '../base/exact.js';
import type { Month, PlainDate, PlainTime } from '../base/period.js';

/** Where a row stands: the file's name without its folder, and the line its record begins on (from 1). */
export interface RowRef {
  readonly file: string;
  readonly line: number;
}

/** What every row has. */
export interface Row {
  readonly at: RowRef;
}

export const ROLES = ['agent', 'team_leader', 'duty_manager'] as const;
export type Role = (typeof ROLES)[number];

export interface AgentRow extends Row {
  readonly agent_id: string;
  readonly name: string;
  readonly team: string;
  readonly role: Role;
  readonly hired_on: PlainDate;
  readonly left_on?: PlainDate;
  readonly subsidy_phone?: string;
  readonly monthly_base?: Exact;
  /** Where he works, and his step on the firm's ladder, in the firm's own words. */
  readonly site?: string;
  readonly grade?: string;
  /** The columns that telepay does not know, by their own names, kept for export templates. */
  readonly other: Readonly<Record<string, string>>;
}

export const DIRECTIONS = ['outbound', 'inbound'] as const;
export const CALL_RESULTS = ['answered', 'no_answer', 'busy', 'rejected', 'failed'] as const;
export const CAMPAIGNS = ['marketing', 'retention'] as const;

export interface CallRow extends Row {
  readonly call_id: string;
  readonly agent_id: string;
  readonly started_at: PlainTime;
  readonly direction: (typeof DIRECTIONS)[number];
  readonly result: (typeof CALL_RESULTS)[number];
  readonly duration_s: number;
  readonly customer_no: string;
  readonly campaign: (typeof CAMPAIGNS)[number];
}

/** A day's calls of an agent, counted by the dialler itself, in place of calls.csv. */
export interface ActivityRow extends Row {
  readonly agent_id: string;
  readonly date: PlainDate;
  readonly dialled_customers: number;
  readonly answered_customers: number;
  readonly dials: number;
  readonly retention_dials: number;
  readonly calls_over_300s: number;
  readonly talk_s: number;
}

export interface SignupRow extends Row {
  readonly signup_id: string;
  readonly agent_id: string;
  readonly signed_at: PlainTime;
  readonly customer_no: string;
  readonly product: string;
  readonly amount?: Exact;
}

export const FEE_TYPES = ['rent', 'usage', 'other'] as const;
export type FeeType = (typeof FEE_TYPES)[number];
export const BILLING_STATUSES = ['active', 'cancelled', 'left_network'] as const;
export type BillingStatus = (typeof BILLING_STATUSES)[number];

export interface BillingRow extends Row {
  readonly customer_no: string;
  readonly product: string;
  readonly bill_month: Month;
  readonly fee_type: FeeType;
  readonly amount: Exact;
  readonly status: BillingStatus;
  readonly cancelled_on?: PlainDate;
}

export const ATTENDANCE_STATUSES = ['present', 'late', 'early_leave', 'absent', 'leave', 'rest'] as const;
export type AttendanceStatus = (typeof ATTENDANCE_STATUSES)[number];

export interface AttendanceRow extends Row {
  readonly agent_id: string;
  readonly date: PlainDate;
  readonly status: AttendanceStatus;
  readonly minutes?: number;
  readonly approved?: 'yes' | 'no';
}

export interface TargetRow extends Row {
  readonly scope: 'agent' | 'team';
  readonly id: string;
  readonly target: number;
}

/** What can become of a sign-up, the first that applies (handbook, section 1). */
export const OUTCOMES = ['duplicate', 'forced', 'reversed', 'counted', 'unbilled', 'no_billing'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Incident kinds that every rule file knows; a rule file may declare more. */
export const INCIDENT_KINDS = [
  'forced_activation',
  'complaint',
  'no_study_record',
  'study_record_incomplete',
  'spot_check_failed',
  'must_say_missed',
  'point_wrong',
] as const;
/** Tests that every rule file knows; a rule file may declare more. */
export const TESTS = ['typing', 'written'] as const;
export const INCIDENT_CAUSES = ['forced_activation', 'tariff_unexplained', 'other'] as const;

export interface IncidentRow extends Row {
  readonly incident_id: string;
  readonly agent_id: string;
  readonly date: PlainDate;
  readonly kind: string;
  readonly cause?: (typeof INCIDENT_CAUSES)[number];
  readonly signup_id?: string;
  readonly upheld: 'yes' | 'no' | 'pending';
  readonly occurred_on?: PlainDate;
  readonly refunded?: 'yes' | 'no';
  readonly note?: string;
}

export interface TestRow extends Row {
  readonly agent_id: string;
  readonly date: PlainDate;
  readonly test: string;
  readonly result: Exact;
}

export interface ContactRow extends Row {
  readonly agent_id: string;
  readonly at_time: PlainTime;
  readonly reached: 'yes' | 'no';
}

export interface DoNotDisturbRow extends Row {
  readonly customer_no: string;
  readonly listed_on: PlainDate;
}

export interface TalkRow extends Row {
  readonly manager_id: string;
  readonly agent_id: string;
  readonly date: PlainDate;
}

export interface LeadRow extends Row {
  readonly agent_id: string;
  readonly date: PlainDate;
  readonly customer_no: string;
  readonly source?: string;
}

export interface VisitRow extends Row {
  readonly customer_no: string;
  readonly visited_on?: PlainDate;
  readonly booked_on?: PlainDate;
  readonly agent_id?: string;
}

/** Any other number that a plan needs. `period` is the month itself where the export gives no day. */
export interface MeasureRow extends Row {
  readonly agent_id: string;
  readonly period: PlainDate | Month;
  readonly measure: string;
  readonly value: Exact;
  readonly ref?: string;
}

/**
 * The checked rows of one month, in the order of their files. An optional file that is missing or holds no
 * data row is undefined: what needs it is neither paid nor fined, which is something else than "no cases".
 */
export interface MonthExports {
  readonly month: Month;
  readonly agents: readonly AgentRow[];
  readonly signups: readonly SignupRow[];
  /** Undefined only for a provisional run, before the billing extract is there. */
  readonly billing: readonly BillingRow[] | undefined;
  readonly attendance: readonly AttendanceRow[];
  /** Instead of the calls, which are streamed and not kept. */
  readonly activity: readonly ActivityRow[] | undefined;
  readonly targets: readonly TargetRow[] | undefined;
  readonly incidents: readonly IncidentRow[] | undefined;
  readonly tests: readonly TestRow[] | undefined;
  readonly contacts: readonly ContactRow[] | undefined;
  readonly do_not_disturb: readonly DoNotDisturbRow[] | undefined;
  readonly talks: readonly TalkRow[] | undefined;
  readonly leads: readonly LeadRow[] | undefined;
  readonly visits: readonly VisitRow[] | undefined;
  readonly measures: readonly MeasureRow[] | undefined;
}

/** What happens to a file's rows that are dated outside the month: an error, or counted, listed, not used. */
export type OutsideMonth = 'error' | 'set_aside';

/** The words of a rule file that the exports use. */
export interface Vocabulary {
  readonly products: ReadonlySet<string>;
  /** Incident kinds and tests with the name in each language, which the exports may write too. */
  readonly incident_kinds: ReadonlyMap<string, readonly string[]>;
  readonly tests: ReadonlyMap<string, readonly string[]>;
  /** Incident kinds that make their sign-up a forced one: upheld, they must name a sign-up of that agent. */
  readonly forcing_kinds: ReadonlySet<string>;
  /** The measures of measures.csv that the rule file declares. */
  readonly measures: ReadonlySet<string>;
  /** Those of them that a month may have no row of. */
  readonly occasional_measures: ReadonlySet<string>;
  /** Products whose sign-ups count without a bill. */
  readonly products_without_bill: ReadonlySet<string>;
  readonly remembered: MeasureMemory;
  /** Where not one rule file is for everybody: the words of each, and whom it is for. The others hold them all. */
  readonly plans?: readonly PlanWords[];
}

/** Measures that closed months keep for later ones: by the month, by the days of a cut week, and by the ref of each transaction. */
export interface MeasureMemory {
  readonly totals: ReadonlySet<string>;
  readonly weeks: ReadonlySet<string>;
  readonly refs: ReadonlySet<string>;
}

/** The words of one rule file among several. */
export interface PlanWords {
  readonly file: string;
  readonly isFor: (person: Pick<AgentRow, 'site' | 'team' | 'role'>) => boolean;
  readonly words: Vocabulary;
}

/** What of the exports a rule file has a use for. What it has none for may be missing. */
export interface ExportNeeds {
  /** The file families, by name. */
  readonly files: ReadonlySet<string>;
  /** Whether anything hangs on the registered phone numbers of agents.csv. */
  readonly subsidy_phone: boolean;
}

/** What closed months know, for checks that reach back. Empty before the first close. */
export interface KnownPast {
  readonly agent_ids: ReadonlySet<string>;
  readonly incident_ids: ReadonlySet<string>;
  /** Sign-ups of closed months: whose they are. */
  readonly signup_agents: ReadonlyMap<string, string>;
  /** `customer_no` and `product` of those sign-ups, joined by a tab. */
  readonly customer_products: ReadonlySet<string>;
}

export const NO_PAST: KnownPast = {
  agent_ids: new Set(),
  incident_ids: new Set(),
  signup_agents: new Map(),
  customer_products: new Set(),
};

/** What became of one file: rows read = rows used + rows reported + rows set aside, blank rows apart. */
export interface FileReading {
  readonly file: string;
  readonly encoding: 'utf-8' | 'gb18030';
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  readonly used: number;
  /** Rows with an error. */
  readonly reported: number;
  readonly set_aside: number;
  readonly blank: number;
}
