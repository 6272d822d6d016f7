/**
 * What an agent was paid in a month as an example without him: the inputs that his components use, and what they came
 * to. Nobody is named: ids, customers and orders are numbered anew, and days are left out where they can be.
 */
import { type Exact, sum } from '../../base/exact.js';
import { groupBy } from '../../base/group.js';
import { type AttendanceStatus, OUTCOMES } from '../../input/records.js';
import type { AgentFacts, MonthFacts } from '../agent-facts.js';
import type { AgentResult } from '../pay.js';
import type { MonthResult } from '../month.js';
import { customerProduct, type JudgedSignup } from '../outcomes.js';
import { type CaptureNeeds, captureNeeds, decimalText } from './capture-needs.js';

/** A part of an example: texts as they are written, lists and mappings. */
export type ExamplePart =
  string | readonly ExamplePart[] | { readonly [key: string]: ExamplePart | undefined };

/** How much of a month is told; the less, the better. */
export interface CaptureDetail {
  /** When the person was hired and left. */
  readonly employment: boolean;
  /** Of numbers of measures.csv: their sum, each of them, or each with its day. */
  readonly numbers: 'sum' | 'each' | 'dated';
  /** Sign-ups, incidents and attendance: how many, or each with its day. */
  readonly rows: 'counts' | 'dated';
}

/** From the least to the most. */
export const CAPTURE_DETAILS: readonly CaptureDetail[] = [
  { employment: false, numbers: 'sum', rows: 'counts' },
  { employment: false, numbers: 'each', rows: 'counts' },
  { employment: true, numbers: 'sum', rows: 'counts' },
  { employment: true, numbers: 'each', rows: 'counts' },
  { employment: false, numbers: 'dated', rows: 'dated' },
  { employment: true, numbers: 'dated', rows: 'dated' },
];

/** What an example of the person's month can expect. */
export interface CaptureExpectations {
  /** Components with what of each is applied, those that a gate shut out with 0. */
  readonly pays: ReadonlyMap<string, Exact>;
  /** Undefined where other months are in it. */
  readonly net: Exact | undefined;
  /** Amounts of other months, which no example of this one has: their components, and the debt carried in. */
  readonly left: ReadonlyMap<string, Exact>;
}

export function captureExpectations({ lines, notPaid, payslip, facts }: AgentResult): CaptureExpectations {
  const { components } = facts.plan;
  const own = lines.filter(({ component, prior }) => !prior && component in components);
  const others = lines.filter((line) => !own.includes(line));
  const shut = notPaid.flatMap(({ component, reasons }): [string, Exact][] =>
    reasons.some(({ kind }) => kind === 'condition') ? [[component, sum([])]] : [],
  );
  const paid = [...groupBy(own, (line) => line.component)].map(([component, all]): [string, Exact] => [
    component,
    sum(all.map((line) => line.applied)),
  ]);
  const left = new Map(
    [...groupBy(others, (line) => line.component)].map(([component, all]): [string, Exact] => [
      component,
      sum(all.map((line) => line.applied)),
    ]),
  );
  if (payslip.debt_in.n !== 0n) left.set('debt_in', payslip.debt_in);
  const found = new Map([...shut, ...paid]);
  const inOrder = Object.keys(components).flatMap((key): [string, Exact][] => {
    const amount = found.get(key);
    return amount ? [[key, amount]] : [];
  });
  return { pays: new Map(inOrder), net: left.size === 0 ? payslip.net : undefined, left };
}

/** The example of a person's month in so much detail. */
export function captureExample(
  own: AgentResult,
  result: MonthResult,
  expected: CaptureExpectations,
  detail: CaptureDetail,
): ExamplePart {
  const { facts } = own;
  const month = result.months.find(({ agents }) => agents.includes(facts)) ?? result.months[0];
  const needs = captureNeeds([...expected.pays.keys()], facts, month);
  const renamed = new Renaming();
  const counts = detail.rows === 'counts';
  return {
    month: result.month,
    person: orNothing(personOf(facts, needs, detail)),
    given: orNothing({ ...Object.fromEntries(needs.outright), ...numbersOf(facts, needs, detail, renamed) }),
    signups: needs.signups && counts ? orNothing(signupCounts(facts)) : undefined,
    attendance: needs.attendance && counts ? orNothing(attendanceCounts(facts)) : undefined,
    tests: orNothing(testResults(facts, needs)),
    incidents: counts ? orNothing(incidentCounts(facts, needs)) : undefined,
    rows: orNothing(rowsOf({ facts, month }, needs, detail, renamed)),
    pays: Object.fromEntries([...expected.pays].map(([component, amount]) => [component, exact(amount)])),
    net: expected.net && exact(expected.net),
  };
}

interface PersonMonth {
  readonly facts: AgentFacts;
  readonly month: MonthFacts;
}

type Mapping = Readonly<Record<string, ExamplePart | undefined>>;

/** Names that mean nothing, the same for the same. */
class Renaming {
  readonly #names = new Map<string, string>();

  of(kind: string, name: string): string {
    const key = `${kind} ${name}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const number = [...this.#names.keys()].filter((one) => one.startsWith(`${kind} `)).length + 1;
    this.#names.set(key, `${kind}${number}`);
    return `${kind}${number}`;
  }
}

const orNothing = (mapping: Mapping): Mapping | undefined =>
  Object.values(mapping).some((part) => part !== undefined) ? mapping : undefined;

/** A number as a rule file writes it; money has decimals, and so has all that exports bring. */
const exact = (value: Exact): string => decimalText(value) ?? '';

function personOf({ agent }: AgentFacts, { columns }: CaptureNeeds, { employment }: CaptureDetail): Mapping {
  const asked = (column: 'team' | 'site' | 'grade'): string | undefined =>
    columns.has(column) ? agent[column] : undefined;
  return {
    role: agent.role === 'agent' ? undefined : agent.role,
    team: asked('team'),
    site: asked('site'),
    grade: asked('grade'),
    hired_on: employment || columns.has('hired_on') ? agent.hired_on : undefined,
    left_on: employment ? agent.left_on : undefined,
  };
}

function numbersOf(
  { measures }: AgentFacts,
  { collected }: CaptureNeeds,
  { numbers }: CaptureDetail,
  renamed: Renaming,
): Mapping {
  if (numbers === 'dated') return {};
  const own = (measures ?? []).filter(({ measure }) => collected.has(measure));
  return Object.fromEntries(
    [...groupBy(own, (row) => row.measure)].map(([measure, rows]): [string, ExamplePart] => {
      if (numbers === 'sum' || rows.length === 1) return [measure, exact(sum(rows.map((row) => row.value)))];
      if (rows.every((row) => row.ref === undefined)) return [measure, rows.map((row) => exact(row.value))];
      const byRef = groupBy(rows, (row) => (row.ref === undefined ? row.period : renamed.of('R', row.ref)));
      return [
        measure,
        Object.fromEntries([...byRef].map(([ref, all]) => [ref, exact(sum(all.map((row) => row.value)))])),
      ];
    }),
  );
}

/**
 * The sign-ups that are his own: one that is a duplicate of somebody else's pays nothing, and would count without that
 * one.
 */
const ownSignups = ({ agent, signups }: AgentFacts): readonly JudgedSignup[] =>
  signups.filter(({ first }) => first === undefined || first.agent_id === agent.agent_id);

function signupCounts(facts: AgentFacts): Mapping {
  const byProduct = [...groupBy(ownSignups(facts), ({ row }) => row.product)];
  return Object.fromEntries(
    byProduct.map(([product, own]): [string, ExamplePart] => {
      const counts = OUTCOMES.flatMap((outcome): [string, string][] => {
        const number = own.filter((one) => one.outcome === outcome).length;
        return number > 0 ? [[outcome, String(number)]] : [];
      });
      const [only] = counts;
      return [product, only?.[0] === 'counted' && counts.length === 1 ? only[1] : Object.fromEntries(counts)];
    }),
  );
}

const FINED = ['late', 'early_leave', 'absent', 'leave'] as const satisfies AttendanceStatus[];

function attendanceCounts({ attendance }: AgentFacts): Mapping {
  return Object.fromEntries(
    FINED.flatMap((status): [string, ExamplePart][] => {
      const own = attendance.filter((row) => row.status === status);
      if (own.length === 0) return [];
      const minutes = own.flatMap((row) => (row.minutes === undefined ? [] : [String(row.minutes)]));
      return [[status, minutes.length === own.length ? minutes : String(own.length)]];
    }),
  );
}

/** The last result of each test is the month's. */
const testResults = ({ tests }: AgentFacts, needs: CaptureNeeds): Mapping =>
  Object.fromEntries(
    (tests ?? [])
      .filter(({ test }) => needs.tests.has(test))
      .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
      .map(({ test, result }) => [test, exact(result)]),
  );

/** Those that no sign-up of the month brings with it: a forced one is given with its incident. */
function incidentCounts({ incidents, signups }: AgentFacts, needs: CaptureNeeds): Mapping {
  const forced = new Set(signups.flatMap(({ incident }) => (incident ? [incident.incident_id] : [])));
  const own = (incidents ?? []).filter(
    ({ kind, incident_id }) => needs.incidents.has(kind) && !forced.has(incident_id),
  );
  return Object.fromEntries(
    [...groupBy(own, (row) => row.kind)].map(([kind, rows]) => [kind, String(rows.length)]),
  );
}

function rowsOf(
  { facts, month }: PersonMonth,
  needs: CaptureNeeds,
  { numbers, rows }: CaptureDetail,
  renamed: Renaming,
): Mapping {
  const measures =
    numbers === 'dated'
      ? (facts.measures ?? [])
          .filter(({ measure }) => needs.collected.has(measure))
          .map((row): ExamplePart => ({
            date: row.period,
            measure: row.measure,
            value: exact(row.value),
            ref: row.ref === undefined ? undefined : renamed.of('R', row.ref),
          }))
      : [];
  return {
    ...(rows === 'dated' ? datedRows({ facts, month }, needs, renamed) : {}),
    measures: measures.length > 0 ? measures : undefined,
  };
}

function datedRows({ facts, month }: PersonMonth, needs: CaptureNeeds, renamed: Renaming): Mapping {
  const listed = (rows: readonly ExamplePart[]) => (rows.length > 0 ? rows : undefined);
  const { incidents, attendance } = facts;
  const judged = needs.signups ? ownSignups(facts) : [];
  const forced = new Set(judged.flatMap(({ incident }) => (incident ? [incident.incident_id] : [])));
  const customer = (number: string): string => renamed.of('C', number);
  return {
    signups: listed(
      judged.map(({ row }): ExamplePart => ({
        signup_id: renamed.of('S', row.signup_id),
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
          signup_id: row.signup_id === undefined ? undefined : renamed.of('S', row.signup_id),
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
