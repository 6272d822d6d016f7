/** What is known of before the first month, as checked rows. Fields carry the names of the columns. */
import type { Exact } from '../base/exact.js';
import type { Month, PlainDate, PlainTime } from '../base/period.js';
import type { AgentRow, Outcome, Row } from './records.js';

/** What an agent owed at the end of month zero. */
export interface DebtRow extends Row {
  readonly agent_id: string;
  /** Yuan, above 0. */
  readonly amount: Exact;
}

/** A sign-up of month zero or earlier, with what became of it. */
export interface OpeningSignupRow extends Row {
  readonly signup_id: string;
  readonly agent_id: string;
  readonly signed_at: PlainTime;
  readonly customer_no: string;
  readonly product: string;
  /** At the end of its own month; counted and reversed may be of later too, for months before month zero. */
  readonly outcome: Outcome;
  /** Paid for it and not taken back; absent when nothing was. */
  readonly points?: Exact;
  /** Yuan that its month's extract billed for its customer and product. */
  readonly billed: Exact;
}

/** A month's sign-ups of an agent and product in numbers, and the product commission paid for them. */
export interface CountsRow extends Row {
  readonly month: Month;
  readonly agent_id: string;
  readonly product: string;
  readonly gross: number;
  readonly counted: number;
  readonly reversed: number;
  readonly forced: number;
  readonly amount: Exact;
}

export interface ScoreRow extends Row {
  readonly month: Month;
  readonly agent_id: string;
  readonly score: Exact;
}

/** What a measure of the rule file came to: in a month, or on a day of the week that month zero's end cuts. */
export interface OpeningMeasureRow extends Row {
  readonly agent_id: string;
  readonly period: PlainDate | Month;
  readonly measure: string;
  readonly value: Exact;
}

/** The checked rows of an opening. */
export interface Opening {
  /** Month zero: the one before the first that telepay runs. */
  readonly month: Month;
  readonly agents: readonly AgentRow[];
  readonly debts: readonly DebtRow[];
  readonly signups: readonly OpeningSignupRow[];
  /** Of a month either every agent and product with sign-ups stands here, or none. */
  readonly counts: readonly CountsRow[];
  readonly scores: readonly ScoreRow[];
  readonly measures: readonly OpeningMeasureRow[];
}
