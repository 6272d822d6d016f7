/** Rows that an example writes out with their days: ids, customers and orders are numbered anew. */
import { type Exact } from '../../base/exact.js';
import type { AttendanceStatus, MeasureRow } from '../../input/records.js';
import type { AgentFacts } from '../agent-facts.js';
import { customerProduct, type JudgedSignup } from '../outcomes.js';
import type { CaptureDetail } from './capture-detail.js';
import type { ExampleFrame } from './capture-facts.js';
import { decimalText, type PersonNeeds } from './capture-needs.js';
import type { ExamplePart, Mapping } from './example-part.js';

/**
 * The sign-ups that are his own: one that is a duplicate of somebody else's pays nothing, and would count without that
 * one.
 */
export const ownSignups = ({ agent, signups }: AgentFacts): readonly JudgedSignup[] =>
  signups.filter(({ first }) => first === undefined || first.agent_id === agent.agent_id);

/** The rows of measures.csv that are needed of a person. */
export const neededRows = ({ measures }: AgentFacts, { collected }: PersonNeeds): readonly MeasureRow[] =>
  (measures ?? []).filter(({ measure, ref }) => {
    const needed = collected.get(measure);
    return needed === 'all' || (ref !== undefined && needed?.has(ref) === true);
  });

/** Statuses of attendance that fines go by. */
export const FINED = ['late', 'early_leave', 'absent', 'leave'] as const satisfies AttendanceStatus[];

/** What exports bring is decimal. */
const exact = (value: Exact): string => decimalText(value) ?? '';

const listed = (rows: readonly ExamplePart[]) => (rows.length > 0 ? rows : undefined);

export function rowsOf(
  facts: AgentFacts,
  needs: PersonNeeds,
  detail: CaptureDetail,
  frame: ExampleFrame,
): Mapping {
  return {
    ...(detail.rows === 'dated' ? datedRows(facts, needs, frame) : {}),
    measures: listed(measureRows(facts, needs, detail, frame)),
  };
}

const measureRows = (
  facts: AgentFacts,
  needs: PersonNeeds,
  detail: CaptureDetail,
  { names }: ExampleFrame,
): Mapping[] =>
  neededRows(facts, needs)
    .filter(({ measure }) => numbersAs(measure, detail) === 'dated')
    .map((row) => ({
      date: row.period,
      measure: row.measure,
      value: exact(row.value),
      ref: row.ref === undefined ? undefined : names.of('R', row.ref),
    }));

/** How the numbers of a measure are told. */
export const numbersAs = (name: string, { numbers, summed }: CaptureDetail): CaptureDetail['numbers'] =>
  summed?.has(name) === true ? 'sum' : numbers;

function datedRows(facts: AgentFacts, needs: PersonNeeds, { month, names }: ExampleFrame): Mapping {
  const { incidents, attendance } = facts;
  const judged = needs.signups ? ownSignups(facts) : [];
  const forced = new Set(judged.flatMap(({ incident }) => (incident ? [incident.incident_id] : [])));
  const customer = (number: string): string => names.of('C', number);
  return {
    signups: listed(
      judged.map(({ row }): ExamplePart => ({
        signup_id: names.of('S', row.signup_id),
        signed_at: row.signed_at.replace('T', ' '),
        product: row.product,
        customer_no: customer(row.customer_no),
        amount: row.amount && exact(row.amount),
      })),
    ),
    billing: listed(
      [...new Set(judged.flatMap(({ row }) => month.billing.get(customerProduct(row)) ?? []))].map(
        (row): ExamplePart => ({
          customer_no: customer(row.customer_no),
          product: row.product,
          bill_month: row.bill_month,
          fee_type: row.fee_type,
          amount: exact(row.amount),
          status: row.status,
          cancelled_on: row.cancelled_on,
        }),
      ),
    ),
    incidents: listed(
      (incidents ?? [])
        .filter(({ kind, incident_id }) => needs.incidents.has(kind) || forced.has(incident_id))
        .map((row): ExamplePart => ({
          kind: row.kind,
          date: row.date,
          cause: row.cause,
          signup_id: row.signup_id === undefined ? undefined : names.of('S', row.signup_id),
          occurred_on: row.occurred_on,
          refunded: row.refunded,
        })),
    ),
    attendance: needs.attendance
      ? listed(
          attendance
            .filter(({ status }) => FINED.some((one) => one === status))
            .map((row): ExamplePart => ({
              date: row.date,
              status: row.status,
              minutes: row.minutes === undefined ? undefined : String(row.minutes),
              approved: row.approved,
            })),
        )
      : undefined,
  };
}
