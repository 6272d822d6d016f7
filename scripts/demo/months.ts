/** The demo's three months as rows: each file's everyday rows and those of the cases, put together. */
import type { Month } from '../../src/base/period.js';
import { assessedDays, attendanceOf, attended } from '../department/attendance.js';
import { bill } from '../department/bills.js';
import { month as monthNamed } from '../department/calendar.js';
import { contactRows, qualityFindings, talkRows, testRows, type IncidentRow } from '../department/conduct.js';
import { leadRows, listingRows, visitRows } from '../department/customers.js';
import { measureRows } from '../department/measures.js';
import { NUMBERS } from '../department/names.js';
import { agentRow, type Person } from '../department/people.js';
import { billingRows, CustomerBook, signupRow, type NumberedSale } from '../department/sales.js';
import type { MonthRows, Row } from '../exports/columns.js';
import { callsOf } from './calls.js';
import { chance } from './chance.js';
import { caseCustomer } from './case-rows.js';
import { withCaseContacts, withCaseTalks, withCaseTests } from './conduct.js';
import { CASE_LISTINGS, CASE_VISITS } from './customers.js';
import { CASE_LEADS, fixedAttendance } from './days.js';
import { CASE_INCIDENTS } from './incidents.js';
import { MONTHS, peopleOf } from './people.js';
import { salesOf, SELLING_DAYS } from './sales.js';
import { NO_FINDINGS, targetRows, type MonthResult } from './targets.js';

/** The months of the demo in order, the same rows on every run; calls are made as they are read. */
export function* demoMonths(): Generator<readonly [month: Month, rows: MonthRows]> {
  let before: readonly NumberedSale[] = [];
  for (const name of MONTHS) {
    const month = monthNamed(name);
    const { rows, sales } = demoMonth(month, before);
    yield [month, rows];
    before = sales;
  }
}

function demoMonth(
  month: Month,
  before: readonly NumberedSale[],
): { rows: MonthRows; sales: NumberedSale[] } {
  const people = peopleOf(month);
  const attendance = attendanceOf(people, month, attendanceForCases, chance);
  const assessed = assessedDays(attendance);
  const sales = salesOf(people, month, assessed);
  const everyday = people.filter(({ agent_id }) => !NO_FINDINGS.has(agent_id));
  const incidents = [
    ...qualityFindings(everyday, month, `E${month.slice(2, 4)}${month.slice(5)}`, chance),
    ...(CASE_INCIDENTS[month] ?? []),
  ];
  const isApril = month === '2025-04';
  const tests = testRows(people, month, chance);
  const contacts = contactRows(people, month, chance);
  const talks = talkRows(people, month, chance);
  const leads = leadRows(
    assessed,
    20,
    new CustomerBook(NUMBERS.leads + Number(month.slice(5)) * 100_000),
    (agent_id, date) => CASE_LEADS.some((row) => row.agent_id === agent_id && row.date === date),
    chance,
  );
  const rows: MonthRows = {
    agents: people.map(agentRow),
    calls: callsOf(people, month, assessed, sales),
    signups: sales.map(signupRow),
    billing: [...billingRows(sales, 'bills'), ...billingRows(before, 'later'), ...unknownToAll(month)],
    attendance,
    targets: targetRows(people, month, resultOf(people, sales, incidents, assessed)),
    incidents,
    tests: isApril ? withCaseTests(tests) : tests,
    contacts: isApril ? withCaseContacts(contacts) : contacts,
    do_not_disturb: [...listingRows(40, chance), ...CASE_LISTINGS],
    talks: isApril ? withCaseTalks(talks) : talks,
    leads: isApril ? [...leads, ...CASE_LEADS] : leads,
    visits: isApril ? [...visitRows(sales, month, chance), ...CASE_VISITS] : visitRows(sales, month, chance),
    measures: measureRows(assessed, month, chance),
  };
  return { rows, sales };
}

const SELLS = new Set(SELLING_DAYS.map(String));

/** Whoever shows a case on a day is at work on it. */
function attendanceForCases(agent_id: string, date: string): ReturnType<typeof fixedAttendance> {
  const fixed = fixedAttendance(agent_id, date);
  if (fixed) return fixed;
  return SELLS.has(String([agent_id, date])) ? [attended(agent_id, date, 'present')] : undefined;
}

/** Bills of customers whose sign-up neither this month nor an earlier one of the demo knows: a warning. */
function unknownToAll(month: Month): Row<'billing'>[] {
  if (month !== '2025-04') return [];
  return [251, 252, 253].map((customer) => ({
    customer_no: caseCustomer(customer),
    product: 'RINGTONE',
    ...bill('2025-04', 'rent', '5.00'),
  }));
}

const POINTS_OFF: Readonly<Record<string, number>> = {
  no_study_record: 1,
  study_record_incomplete: 1,
  spot_check_failed: 1,
  point_wrong: 1,
  must_say_missed: 2,
};

/** What the month has come to, as its makers meant it: targets are set by it. */
function resultOf(
  people: readonly Person[],
  sales: readonly NumberedSale[],
  incidents: readonly IncidentRow[],
  assessed: ReadonlyMap<string, readonly string[]>,
): MonthResult {
  const counted = new Map<string, number>();
  const teamOf = new Map(people.map(({ agent_id, team }) => [agent_id, team]));
  for (const { agent_id } of sales.filter(({ fate }) => fate === 'counted')) {
    for (const id of [agent_id, teamOf.get(agent_id) ?? '']) counted.set(id, (counted.get(id) ?? 0) + 1);
  }
  const deducted = (agent_id: string): number =>
    incidents
      .filter((one) => one.agent_id === agent_id && one.upheld === 'yes')
      .reduce((sum, { kind }) => sum + (POINTS_OFF[kind] ?? 0), 0);
  return {
    counted: (id) => counted.get(id) ?? 0,
    deducted,
    daysWorked: (agent_id) => assessed.get(agent_id)?.length ?? 0,
  };
}
