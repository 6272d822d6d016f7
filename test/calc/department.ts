/** A small department for the tests: a month's rows made from a few words each. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { decimal } from '../../src/base/exact.js';
import { formatMoney } from '../../src/base/exact.js';
import { type Month, parseIsoDate, parseMonth, type PlainDate, type PlainTime } from '../../src/base/period.js';
import { CallTally } from '../../src/calc/activity.js';
import { type AgentResult, calculateMonth, type MonthResult } from '../../src/calc/month.js';
import type {
  AgentRow,
  AttendanceRow,
  BillingRow,
  CallRow,
  ContactRow,
  IncidentRow,
  MonthExports,
  RowRef,
  SignupRow,
  TargetRow,
  TestRow,
} from '../../src/input/records.js';
import { loadPlan } from '../../src/rules/load.js';
import type { Plan } from '../../src/rules/plan.js';

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

const RULES = resolve(import.meta.dirname, '../../rules');

/** A plan from a rule file's text. Throws with the messages of what is wrong with it. */
export function planOf(text: string): Plan {
  const reading = loadPlan(Buffer.from(text), 'rules/test.yaml');
  if ('plan' in reading) return reading.plan;
  throw new Error(reading.problems.map((one) => JSON.stringify([one.place, one.explain('en').message])).join('\n'));
}

export const handbookText = (): string => readFileSync(resolve(RULES, '2025.04.yaml'), 'utf8');
export const handbook: Plan = planOf(handbookText());

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

export function bill(of: Pick<SignupRow, 'customer_no' | 'product'>, more: Partial<BillingRow> = {}): BillingRow {
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
export function sales(agentId: string, counts: Readonly<Record<string, number>>): Pick<Parts, 'signups' | 'billing'> {
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

export function call(agentId: string, started_at: string, customer_no: string, more: Partial<CallRow> = {}): CallRow {
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

/** A day's outbound calls to so many different customers, the first `retention` of them for retention. */
export function dial(agentId: string, date: string, count: number, retention = 0): CallRow[] {
  return Array.from({ length: count }, (_, index) =>
    call(agentId, `${date} 09:00:00`, `9${String(index).padStart(6, '0')}`, {
      campaign: index < retention ? 'retention' : 'marketing',
    }),
  );
}

export interface Parts extends Partial<Omit<MonthExports, 'month'>> {
  readonly calls?: readonly CallRow[];
}

/** The exports of April: these rows, and an empty list for every other file. */
export function exportsOf(parts: Parts): MonthExports {
  return {
    month: APRIL,
    agents: parts.agents ?? [],
    signups: parts.signups ?? [],
    billing: 'billing' in parts ? parts.billing : [],
    attendance: parts.attendance ?? [],
    activity: parts.activity,
    targets: 'targets' in parts ? parts.targets : [],
    incidents: 'incidents' in parts ? parts.incidents : [],
    tests: 'tests' in parts ? parts.tests : [],
    contacts: 'contacts' in parts ? parts.contacts : [],
    do_not_disturb: 'do_not_disturb' in parts ? parts.do_not_disturb : [],
    talks: 'talks' in parts ? parts.talks : [],
    leads: 'leads' in parts ? parts.leads : [],
    visits: 'visits' in parts ? parts.visits : [],
    measures: 'measures' in parts ? parts.measures : [],
  };
}

/** April calculated from these rows. */
export function calculate(parts: Parts, plan: Plan = handbook): MonthResult {
  const exports = exportsOf(parts);
  const tally = new CallTally(plan, exports.visits ?? [], exports.do_not_disturb ?? []);
  for (const one of parts.calls ?? []) tally.add(one);
  return calculateMonth(plan, exports, tally.result());
}

export function resultOf(result: MonthResult, agentId: string): AgentResult {
  const found = result.agents.find((one) => one.facts.agent.agent_id === agentId);
  if (!found) throw new Error(`no result for ${agentId}`);
  return found;
}

/** The amounts of an agent's lines by line id, as printed. */
export function amountsOf(result: MonthResult, agentId: string): Record<string, string> {
  return Object.fromEntries(
    resultOf(result, agentId).lines.map((line) => [line.line_id, formatMoney(line.amount)]),
  );
}
