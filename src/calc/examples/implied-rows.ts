/**
 * The rows that an example implies: "150 sign-ups of this product, two of them forced" becomes sign-ups, bills
 * and incidents that come to just that. Their ids and customers are made up.
 */
import { ONE, ZERO } from '../../base/exact.js';
import { addDays, firstDay, type Month, plainTime, shiftMonth } from '../../base/period.js';
import type {
  AttendanceRow,
  BillingRow,
  IncidentRow,
  MeasureRow,
  Outcome,
  RowRef,
  SignupRow,
  TestRow,
} from '../../input/records.js';
import { ATTENDANCE_STATUSES, OUTCOMES } from '../../input/records.js';
import { rowRef } from '../../rules/example-rows.js';
import type { ExamplePerson } from '../../rules/examples.js';
import type { Plan } from '../../rules/plan.js';
import { countingOf, productOn } from '../outcomes.js';

export interface ImpliedRows {
  readonly signups: readonly SignupRow[];
  readonly billing: readonly BillingRow[];
  readonly incidents: readonly IncidentRow[];
  readonly attendance: readonly AttendanceRow[];
  readonly tests: readonly TestRow[];
  readonly measures: readonly MeasureRow[];
  /** What is to become of each of the sign-ups, by its id. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

export function impliedRows(plan: Plan, month: Month, person: ExamplePerson): ImpliedRows {
  const signups = impliedSignups(plan, month, person);
  return {
    signups: signups.map((one) => one.row),
    billing: signups.flatMap((one) => one.billing),
    incidents: [...signups.flatMap((one) => one.incidents), ...impliedIncidents(plan, month, person)],
    attendance: impliedAttendance(month, person),
    tests: impliedTests(month, person),
    measures: impliedMeasures(plan, month, person),
    outcomes: new Map(signups.map(({ row, outcome }) => [row.signup_id, outcome])),
  };
}

interface ImpliedSignup {
  readonly row: SignupRow;
  readonly outcome: Outcome;
  readonly billing: readonly BillingRow[];
  readonly incidents: readonly IncidentRow[];
}

/** Counted ones first, so that a duplicate has one that came before it. */
const ORDER: readonly Outcome[] = ['counted', ...OUTCOMES.filter((one) => one !== 'counted')];

function impliedSignups(plan: Plan, month: Month, { agent, says, at }: ExamplePerson): ImpliedSignup[] {
  const { agent_id } = agent;
  const place = rowRef(at);
  return Object.entries(says.signups ?? {}).flatMap(([product, counts]) => {
    const outcomes = ORDER.flatMap((outcome) =>
      Array.from({ length: counts[outcome]?.value ?? 0 }, (): Outcome => outcome),
    );
    return outcomes.map((outcome, index): ImpliedSignup => {
      // The first sign-up of the product: it is what a duplicate is a duplicate of.
      const customer = outcome === 'duplicate' ? 1 : index + 1;
      const row: SignupRow = {
        signup_id: `${agent_id}-${month}-${product}-${String(index + 1).padStart(6, '0')}`,
        agent_id,
        signed_at: midnight(month),
        customer_no: `${agent_id}-${month}-${product}-${customer}`,
        product,
        at: place,
      };
      return { row, outcome, ...proofOf(plan, month, row, outcome) };
    });
  });
}

/** What makes a sign-up come to an outcome: its bill, or an incident that names it. */
function proofOf(
  plan: Plan,
  month: Month,
  row: SignupRow,
  outcome: Outcome,
): Pick<ImpliedSignup, 'billing' | 'incidents'> {
  const billing = (parts: Pick<BillingRow, 'fee_type' | 'amount' | 'status'>) => ({
    billing: [
      {
        customer_no: row.customer_no,
        product: row.product,
        bill_month: shiftMonth(month, 1),
        ...parts,
        at: row.at,
      },
    ],
    incidents: [],
  });
  const basis = countingOf(plan).bases[productOn(plan, row).counts_on.value];
  const [fee_type = 'rent'] = basis?.kind === 'sum_of' ? basis.sum_of.value : [];
  const above = basis?.kind === 'sum_of' ? basis.above.value : ZERO;
  switch (outcome) {
    case 'counted':
      return basis?.kind === 'without_bill'
        ? { billing: [], incidents: [] }
        : billing({ fee_type, amount: above.add(ONE), status: 'active' });
    case 'unbilled':
      return billing({ fee_type, amount: above, status: 'active' });
    case 'reversed': {
      const [status = 'cancelled'] = countingOf(plan).reversed_by.value;
      return billing({ fee_type, amount: ZERO, status });
    }
    case 'forced':
      return { billing: [], incidents: [forcedBy(plan, month, row)] };
    case 'duplicate':
    case 'no_billing':
      return { billing: [], incidents: [] };
  }
}

function forcedBy(plan: Plan, month: Month, { agent_id, signup_id, at }: SignupRow): IncidentRow {
  const kind = countingOf(plan).forced_by.value;
  return { ...incident(plan, month, agent_id, kind, `${signup_id}-${kind}`, at), signup_id };
}

function impliedIncidents(plan: Plan, month: Month, { agent, says, at }: ExamplePerson): IncidentRow[] {
  const { agent_id } = agent;
  return Object.entries(says.incidents ?? {}).flatMap(([kind, count]) =>
    Array.from({ length: count.value }, (_, index) =>
      incident(plan, month, agent_id, kind, `${agent_id}-${month}-${kind}-${index + 1}`, rowRef(at)),
    ),
  );
}

/** An upheld incident, for a cause that the plan fines where it fines some causes only. */
function incident(
  plan: Plan,
  month: Month,
  agent_id: string,
  kind: string,
  incident_id: string,
  at: RowRef,
): IncidentRow {
  const causes = Object.values(plan.components).flatMap((component) =>
    component.kind === 'fine' && component.fine.kind === 'incident' && component.fine.incident === kind
      ? (component.fine.causes?.value ?? [])
      : [],
  );
  const [cause] = causes;
  const date = firstDay(month);
  return { incident_id, agent_id, date, kind, upheld: 'yes', ...(cause ? { cause } : {}), at };
}

/** A day for each status and its minutes, from the first of the month on. */
function impliedAttendance(month: Month, { agent, says, at }: ExamplePerson): AttendanceRow[] {
  const days = ATTENDANCE_STATUSES.flatMap((status) =>
    (says.attendance?.[status] ?? []).map((minutes) => ({ status, minutes })),
  );
  return days.map(({ status, minutes }, index) => ({
    agent_id: agent.agent_id,
    date: addDays(firstDay(month), index),
    status,
    ...(minutes === undefined ? {} : { minutes }),
    at: rowRef(at),
  }));
}

/** A test's results on days one after another: the last one is the month's. */
function impliedTests(month: Month, { agent, says }: ExamplePerson): TestRow[] {
  return Object.entries(says.tests ?? {}).flatMap(([test, results]) =>
    results.map((result, index) => ({
      agent_id: agent.agent_id,
      date: addDays(firstDay(month), index),
      test,
      result: result.value,
      at: rowRef(result.at),
    })),
  );
}

/** What is given of measures of measures.csv stands there, for those that count its rows. */
function impliedMeasures(plan: Plan, month: Month, { agent, says }: ExamplePerson): MeasureRow[] {
  return Object.entries(says.given ?? {}).flatMap(([measure, parts]) => {
    if (plan.measures?.[measure]?.kind !== 'collected') return [];
    return parts.map(({ value, date, ref, at }) => ({
      agent_id: agent.agent_id,
      period: date ?? firstDay(month),
      measure,
      value,
      ...(ref === undefined ? {} : { ref }),
      at: rowRef(at),
    }));
  });
}

function midnight(month: Month) {
  const time = plainTime(firstDay(month), 0, 0, 0);
  if (!time) throw new Error(`no such day: ${firstDay(month)}`);
  return time;
}
