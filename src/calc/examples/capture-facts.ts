/** The facts of one person's month as an example gives them, without him. */
import { type Exact, sum } from '../../base/exact.js';
import { groupBy } from '../../base/group.js';
import { firstDay, isDay, lastDay, type Month, monthOf } from '../../base/period.js';
import { type AgentRow, type MeasureRow, OUTCOMES } from '../../input/records.js';
import type { DeclaredMeasure } from '../../rules/measure-shape.js';
import type { AgentFacts, MonthFacts } from '../agent-facts.js';
import { entriesOf } from '../entries.js';
import type { Entry } from '../entry.js';
import type { GroupKind } from '../groups.js';
import type { AnonymousNames } from './anonymous-names.js';
import type { CaptureDetail } from './capture-detail.js';
import { decimalText, type PersonNeeds } from './capture-needs.js';
import { FINED, neededRows, numbersAs, ownSignups, rowsOf } from './capture-rows.js';
import { type ExamplePart, type Mapping, orNothing } from './example-part.js';

/** What all people of an example share. */
export interface ExampleFrame {
  readonly month: MonthFacts;
  readonly names: AnonymousNames;
  /** Whose month it is. */
  readonly own: AgentRow;
  /** Groups of which it matters who belongs to which. */
  readonly groups: ReadonlySet<GroupKind>;
}

/** A person and what is given of his month. */
export function factsOf(
  facts: AgentFacts,
  needs: PersonNeeds,
  detail: CaptureDetail,
  frame: ExampleFrame,
): Mapping {
  const counts = detail.rows === 'counts';
  const given = { ...outrightOf(facts, needs, detail, frame), ...numbersOf(facts, needs, detail, frame) };
  return {
    person: orNothing(personOf(facts, needs, detail, frame)),
    given: orNothing(given),
    signups: needs.signups && counts ? orNothing(signupCounts(facts)) : undefined,
    attendance: needs.attendance && counts ? orNothing(attendanceCounts(facts)) : undefined,
    tests: orNothing(testResults(facts, needs)),
    incidents: counts ? orNothing(incidentCounts(facts, needs)) : undefined,
    rows: orNothing(rowsOf(facts, needs, detail, frame)),
  };
}

/** A number as a rule file writes it; money has decimals, and so has all that exports bring. */
const exact = (value: Exact): string => decimalText(value) ?? '';

/** The team that people of an example are in where it says nothing of it. */
const TEAM = 'T1';

function personOf(
  { agent }: AgentFacts,
  { columns }: PersonNeeds,
  { employment }: CaptureDetail,
  { month, names, groups, own }: ExampleFrame,
): Mapping {
  // What a rule names says no more of the person than the pay does; all else gets a name that means nothing.
  const worded = (column: 'team' | 'site' | 'grade'): string | undefined => {
    const text = agent[column];
    return text !== undefined && columns.get(column)?.has(text) === true ? text : undefined;
  };
  const team = worded('team') ?? names.of('T', agent.team);
  const isApart = groups.has('team') || columns.has('team');
  const site = agent.site !== undefined && groups.has('site') ? names.of('B', agent.site) : undefined;
  const isRole = agent.role !== 'agent' && (agent === own || columns.has('role'));
  return {
    role: isRole ? agent.role : undefined,
    team: isApart && team !== TEAM ? team : undefined,
    site: worded('site') ?? site,
    grade: worded('grade'),
    ...employmentOf(agent, employment, month.month),
  };
}

/** By the months alone, a person is there from the first of one to the last of another. */
function employmentOf(
  { hired_on, left_on }: AgentFacts['agent'],
  employment: CaptureDetail['employment'],
  month: Month,
): Mapping {
  switch (employment) {
    case 'none':
      return {};
    case 'month':
      return {
        hired_on: firstDay(monthOf(hired_on)),
        left_on: left_on && monthOf(left_on) <= month ? lastDay(monthOf(left_on)) : undefined,
      };
    case 'day':
      return { hired_on, left_on };
  }
}

/** Measures that are counted from rows, sale by sale or day by day. */
const WITH_ENTRIES: ReadonlySet<DeclaredMeasure['kind'] | undefined> = new Set([
  'rows',
  'split',
  'earlier_by_ref',
]);

function outrightOf(
  facts: AgentFacts,
  { outright }: PersonNeeds,
  detail: CaptureDetail,
  { month, names }: ExampleFrame,
): Mapping {
  const inParts = (name: string): ExamplePart | undefined => {
    const numbers = numbersAs(name, detail);
    if (numbers === 'sum' || !WITH_ENTRIES.has(month.plan.measures?.[name]?.kind)) return undefined;
    const found = entriesOf(name, facts, month, numbers !== 'each');
    return 'absent' in found ? undefined : partsOf(found.entries, numbers !== 'each', names);
  };
  return Object.fromEntries([...outright].map(([name, text]) => [name, inParts(name) ?? text]));
}

/** Each entry by its day or its ref, or in a row; undefined where it is one, or one is no decimal number. */
function partsOf(entries: readonly Entry[], byDay: boolean, names: AnonymousNames): ExamplePart | undefined {
  if (entries.length < 2 || entries.some(({ value }) => decimalText(value) === undefined)) return undefined;
  if (!byDay && entries.every(({ ref }) => ref === undefined))
    return entries.map(({ value }) => exact(value));
  return addedUp(
    groupBy(entries, ({ ref, date }) => (byDay || ref === undefined ? date : names.of('R', ref))),
  );
}

const addedUp = (groups: ReadonlyMap<string, readonly { readonly value: Exact }[]>): Mapping =>
  Object.fromEntries([...groups].map(([key, all]) => [key, exact(sum(all.map(({ value }) => value)))]));

function numbersOf(
  facts: AgentFacts,
  needs: PersonNeeds,
  detail: CaptureDetail,
  { names }: ExampleFrame,
): Mapping {
  const byMeasure = groupBy(neededRows(facts, needs), (row) => row.measure);
  return Object.fromEntries(
    [...byMeasure].flatMap(([measure, rows]): [string, ExamplePart][] => {
      const numbers = numbersAs(measure, detail);
      return numbers === 'dated' ? [] : [[measure, numbersTold(rows, numbers, names)]];
    }),
  );
}

function numbersTold(
  rows: readonly MeasureRow[],
  numbers: 'sum' | 'each' | 'by_day',
  names: AnonymousNames,
): ExamplePart {
  const [first, ...more] = rows;
  const isOne = more.length === 0 && first?.ref === undefined && !(numbers === 'by_day' && isDayRow(first));
  if (numbers === 'sum' || isOne) return exact(sum(rows.map((row) => row.value)));
  if (numbers === 'each' && rows.every((row) => row.ref === undefined))
    return rows.map((row) => exact(row.value));
  return addedUp(groupBy(rows, ({ ref, period }) => (ref === undefined ? period : names.of('R', ref))));
}

const isDayRow = (row: MeasureRow | undefined): boolean => row !== undefined && isDay(row.period);

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
const testResults = ({ tests }: AgentFacts, needs: PersonNeeds): Mapping =>
  Object.fromEntries(
    (tests ?? [])
      .filter(({ test }) => needs.tests.has(test))
      .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
      .map(({ test, result }) => [test, exact(result)]),
  );

/** Those that no sign-up of the month brings with it: a forced one is given with its incident. */
function incidentCounts({ incidents, signups }: AgentFacts, needs: PersonNeeds): Mapping {
  const forced = new Set(signups.flatMap(({ incident }) => (incident ? [incident.incident_id] : [])));
  const own = (incidents ?? []).filter(
    ({ kind, incident_id }) => needs.incidents.has(kind) && !forced.has(incident_id),
  );
  return Object.fromEntries(
    [...groupBy(own, (row) => row.kind)].map(([kind, rows]) => [kind, String(rows.length)]),
  );
}
