/** The rows of a month's exports by the person whom they are about: laid out once, whatever rules it is computed by. */
import { computedOnce } from '../base/computed-once.js';
import { groupBy, indexBy } from '../base/group.js';
import type { PlainDate } from '../base/period.js';
import type {
  AttendanceRow,
  BillingRow,
  ContactRow,
  IncidentRow,
  LeadRow,
  MeasureRow,
  MonthExports,
  SignupRow,
  TalkRow,
  TargetRow,
  TestRow,
  VisitRow,
} from '../input/records.js';
import { bySigning, customerProduct } from './outcomes.js';

type ByPerson<Row> = ReadonlyMap<string, readonly Row[]>;

/** What is undefined has no file. */
export interface ExportsByPerson {
  readonly attendance: ByPerson<AttendanceRow>;
  /** In the order they were signed. */
  readonly signups: ByPerson<SignupRow>;
  /** Those that were upheld. */
  readonly incidents: ByPerson<IncidentRow> | undefined;
  readonly tests: ByPerson<TestRow> | undefined;
  readonly contacts: ByPerson<ContactRow> | undefined;
  readonly leads: ByPerson<LeadRow> | undefined;
  readonly talks: ByPerson<TalkRow> | undefined;
  readonly visits: ByPerson<VisitRow> | undefined;
  readonly measures: ByPerson<MeasureRow> | undefined;
  /** By scope and id. */
  readonly targets: ReadonlyMap<string, TargetRow>;
  /** By customer and product. */
  readonly billing: ReadonlyMap<string, readonly BillingRow[]>;
}

export const exportsByPerson = (exports: MonthExports): ExportsByPerson =>
  computedOnce(known, exports, layOut);

const known = new WeakMap<MonthExports, ExportsByPerson>();

const byAgent = <Row extends { readonly agent_id: string }>(rows: readonly Row[]): ByPerson<Row> =>
  groupBy(rows, (row) => row.agent_id);

function layOut(exports: MonthExports): ExportsByPerson {
  const { tests, contacts, leads, measures, talks, visits } = exports;
  const upheld = exports.incidents?.filter((row) => row.upheld === 'yes');
  return {
    attendance: byAgent(exports.attendance),
    signups: byAgent(exports.signups.toSorted(bySigning)),
    incidents: upheld && byAgent(upheld),
    tests: tests && byAgent(tests),
    contacts: contacts && byAgent(contacts),
    leads: leads && byAgent(leads),
    talks: talks && talksByPerson(talks),
    visits: visits && groupBy(visits, (row) => row.agent_id ?? ''),
    measures: measures && byAgent(measures),
    targets: indexBy(exports.targets ?? [], (row) => `${row.scope}\t${row.id}`),
    billing: groupBy(exports.billing ?? [], customerProduct),
  };
}

/** Talks by each of the two who had them. */
const talksByPerson = (talks: readonly TalkRow[]): ByPerson<TalkRow> =>
  new Map(
    [
      ...groupBy(
        talks.flatMap((row) => [row.manager_id, row.agent_id].map((id) => ({ id, row }))),
        ({ id }) => id,
      ),
    ].map(([id, own]) => [id, own.map(({ row }) => row)]),
  );

/** How many different customers a person's leads of each day name; the rows are those of `exportsByPerson`. */
export const leadsOfDays = (leads: readonly LeadRow[]): ReadonlyMap<PlainDate, number> =>
  computedOnce(days, leads, countDays);

const days = new WeakMap<readonly LeadRow[], ReadonlyMap<PlainDate, number>>();

const countDays = (leads: readonly LeadRow[]): ReadonlyMap<PlainDate, number> =>
  new Map(
    [...groupBy(leads, (row) => row.date)].map(([date, rows]) => [
      date,
      new Set(rows.map((row) => row.customer_no)).size,
    ]),
  );
