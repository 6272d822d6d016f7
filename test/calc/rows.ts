/** Rows of a small department's month, made from a few words each. */
import { decimal } from '../../src/base/exact.js';
import {
  type Month,
  parseIsoDate,
  parseMonth,
  type PlainDate,
  type PlainTime,
} from '../../src/base/period.js';
import type {
  ActivityRow,
  AgentRow,
  AttendanceRow,
  BillingRow,
  CallRow,
  ContactRow,
  DoNotDisturbRow,
  IncidentRow,
  LeadRow,
  MeasureRow,
  RowRef,
  SignupRow,
  TalkRow,
  TargetRow,
  TestRow,
  VisitRow,
} from '../../src/input/records.js';

export const APRIL = month('2025-04');

export function month(text: string): Month {
  const found = parseMonth(text);
  if (!found) throw new Error(`no month: ${text}`);
  return found;
}

export function day(text: string): PlainDate {
  const found = parseIsoDate(text);
  if (!found) throw new Error(`no date: ${text}`);
  return found;
}

export const time = (text: string): PlainTime => `${day(text.slice(0, 10))}${text.slice(10)}` as PlainTime;

let lines = 1;
const at = (file: string): RowRef => ({ file, line: (lines += 1) });

export function agent(id: string, more: Partial<AgentRow> = {}): AgentRow {
  return {
    at: at('agents.csv'),
    agent_id: id,
    name: `name of ${id}`,
    team: 'T',
    role: 'agent',
    hired_on: day('2020-01-01'),
    other: {},
    ...more,
  };
}

let ids = 0;
const nextId = (letter: string): string => `${letter}${String((ids += 1)).padStart(6, '0')}`;

export function signup(agentId: string, product: string, more: Partial<SignupRow> = {}): SignupRow {
  const signup_id = more.signup_id ?? nextId('S');
  return {
    at: at('signups.csv'),
    signup_id,
    agent_id: agentId,
    signed_at: time('2025-04-10 10:00:00'),
    customer_no: `1${signup_id.slice(1)}`,
    product,
    ...more,
  };
}

export function bill(
  of: Pick<SignupRow, 'customer_no' | 'product'>,
  more: Partial<BillingRow> = {},
): BillingRow {
  return {
    at: at('billing.csv'),
    customer_no: of.customer_no,
    product: of.product,
    bill_month: APRIL,
    fee_type: 'rent',
    amount: decimal('3'),
    status: 'active',
    ...more,
  };
}

/** So many counted sign-ups of each product, with the bills that make them count. */
export function sales(agentId: string, counts: Readonly<Record<string, number>>) {
  const signups = Object.entries(counts).flatMap(([product, count]) =>
    Array.from({ length: count }, () => signup(agentId, product)),
  );
  return { signups, billing: signups.map((one) => bill(one)) };
}

export function attendance(agentId: string, date: string, more: Partial<AttendanceRow> = {}): AttendanceRow {
  return { at: at('attendance.csv'), agent_id: agentId, date: day(date), status: 'present', ...more };
}

export function target(scope: 'agent' | 'team', id: string, count: number): TargetRow {
  return { at: at('targets.csv'), scope, id, target: count };
}

export function incident(agentId: string, kind: string, more: Partial<IncidentRow> = {}): IncidentRow {
  return {
    at: at('incidents.csv'),
    incident_id: nextId('E'),
    agent_id: agentId,
    date: day('2025-04-20'),
    kind,
    upheld: 'yes',
    ...more,
  };
}

export function test(agentId: string, name: string, result: string, date = '2025-04-02'): TestRow {
  return { at: at('tests.csv'), agent_id: agentId, date: day(date), test: name, result: decimal(result) };
}

export function contact(agentId: string, at_time: string, reached: 'yes' | 'no'): ContactRow {
  return { at: at('contacts.csv'), agent_id: agentId, at_time: time(at_time), reached };
}

export function call(
  agentId: string,
  started_at: string,
  customer_no: string,
  more: Partial<CallRow> = {},
): CallRow {
  return {
    at: at('calls.csv'),
    call_id: nextId('C'),
    agent_id: agentId,
    started_at: time(started_at),
    direction: 'outbound',
    result: 'no_answer',
    duration_s: 0,
    customer_no,
    campaign: 'marketing',
    ...more,
  };
}

/** A call that is answered. */
export const answered = (
  agentId: string,
  date: string,
  customer_no: string,
  more: Partial<CallRow> = {},
): CallRow => call(agentId, `${date} 11:00:00`, customer_no, { result: 'answered', duration_s: 60, ...more });

/** So many different customers' numbers. */
export const customers = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `9${String(index).padStart(6, '0')}`);

/** A day's outbound calls to so many different customers, the first `retention` of them for retention. */
export function dial(agentId: string, date: string, count: number, retention = 0): CallRow[] {
  return customers(count).map((customer, index) =>
    call(agentId, `${date} 09:00:00`, customer, { campaign: index < retention ? 'retention' : 'marketing' }),
  );
}

/** A day's activity as the dialler counts it, in place of its calls. */
export function activity(agentId: string, date: string, more: Partial<ActivityRow> = {}): ActivityRow {
  return {
    at: at('activity.csv'),
    agent_id: agentId,
    date: day(date),
    dialled_customers: 0,
    answered_customers: 0,
    dials: 0,
    retention_dials: 0,
    calls_over_300s: 0,
    talk_s: 0,
    ...more,
  };
}

export function listing(customer_no: string, listed_on: string): DoNotDisturbRow {
  return { at: at('do_not_disturb.csv'), customer_no, listed_on: day(listed_on) };
}

export function talk(manager_id: string, agentId: string, date = '2025-04-08'): TalkRow {
  return { at: at('talks.csv'), manager_id, agent_id: agentId, date: day(date) };
}

export function lead(agentId: string, date: string, customer_no: string): LeadRow {
  return { at: at('leads.csv'), agent_id: agentId, date: day(date), customer_no };
}

export function visit(customer_no: string, more: Partial<VisitRow>): VisitRow {
  return { at: at('visits.csv'), customer_no, ...more };
}

export function measured(agentId: string, measure: string, value: string): MeasureRow {
  return { at: at('measures.csv'), agent_id: agentId, period: APRIL, measure, value: decimal(value) };
}
