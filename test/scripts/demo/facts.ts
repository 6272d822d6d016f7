/** What the demo's rows come to by the handbook, found without telepay's calculation and without the generator's plans. */
import { join } from 'node:path';
import { FILE_NAMES, type FileName } from '../../../scripts/exports/columns.js';
import { readExport, type Cells } from './read.js';

export interface Day {
  readonly successes: number;
  readonly answered: number;
  readonly dialled: number;
  readonly met: boolean;
  readonly retention: boolean;
}

/** What each product's counting hangs on (handbook, section 2). */
const CHARGE = new Set(['SECRETARY', 'INFO_2', 'INFO_4', 'INFO_6', 'UP_2_4', 'UP_4_6', 'UP_2_6']);
const ACTIVATION = new Set(['MAIL_TRIAL', 'WAP_TRIAL']);

/** Amounts in fen. */
export const fen = (amount: string): number => Math.round(Number(amount) * 100);

export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

export const cell = (row: Cells | undefined, column: string): string => row?.[column] ?? '';
const textOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

export class MonthFacts {
  readonly month: string;
  readonly #rows: ReadonlyMap<FileName, readonly Cells[]>;
  readonly #bills: Map<string, Cells[]>;
  readonly #signups: Map<string, Cells[]>;
  readonly #outcomes = new Map<string, string>();
  readonly #calls: Map<string, Calls>;

  constructor(workspace: string, month: string) {
    this.month = month;
    const folder = join(workspace, 'months', month);
    this.#rows = new Map(FILE_NAMES.map((file) => [file, readExport(folder, file)]));
    this.#bills = grouped(this.rows('billing'), keyOf);
    this.#signups = grouped(
      this.rows('signups').toSorted(
        (one, other) =>
          textOrder(cell(one, 'signed_at'), cell(other, 'signed_at')) ||
          textOrder(cell(one, 'signup_id'), cell(other, 'signup_id')),
      ),
      keyOf,
    );
    for (const group of this.#signups.values()) this.#judge(group);
    this.#calls = callsByDay(this.rows('calls'));
  }

  rows(file: FileName): readonly Cells[] {
    return this.#rows.get(file) ?? [];
  }

  /** The rows of `file` with exactly these cells. */
  where(file: FileName, wanted: Cells): Cells[] {
    return this.rows(file).filter((row) =>
      Object.entries(wanted).every(([column, value]) => row[column] === value),
    );
  }

  /** The one row of `file` with these cells. Throws when there is none or several. */
  one(file: FileName, wanted: Cells): Cells {
    const [row, ...others] = this.where(file, wanted);
    if (!row || others.length > 0)
      throw new Error(`${this.month} ${file}: ${JSON.stringify(wanted)} is not one row`);
    return row;
  }

  signup(signup_id: string): Cells {
    return this.one('signups', { signup_id });
  }

  outcome(signup_id: string): string | undefined {
    return this.#outcomes.get(signup_id);
  }

  /** The extract's rows of a sign-up's customer and product. */
  billsOf(signup: Cells): readonly Cells[] {
    return this.#bills.get(keyOf(signup)) ?? [];
  }

  /** Sign-ups of an agent, of one product or of all, with that outcome. */
  count(agent_id: string, outcome: string, ...products: string[]): number {
    return this.where('signups', { agent_id }).filter(
      (row) =>
        this.outcome(cell(row, 'signup_id')) === outcome &&
        (products.length === 0 || products.includes(cell(row, 'product'))),
    ).length;
  }

  teamCount(team: string): number {
    return this.where('agents', { team }).reduce(
      (sum, row) => sum + this.count(cell(row, 'agent_id'), 'counted'),
      0,
    );
  }

  /** Section 1's outcomes of one customer and product's sign-ups, given in order. */
  #judge([first, ...repeats]: readonly Cells[]): void {
    for (const row of repeats) this.#outcomes.set(cell(row, 'signup_id'), 'duplicate');
    if (!first) return;
    const id = cell(first, 'signup_id');
    const forced =
      this.where('incidents', { kind: 'forced_activation', upheld: 'yes', signup_id: id }).length > 0;
    this.#outcomes.set(id, forced ? 'forced' : this.evidence(first));
  }

  /** Outcomes 3 to 6 of `signup` by this month's extract; the sign-up may be of an earlier month. */
  evidence(signup: Cells): 'reversed' | 'counted' | 'unbilled' | 'no_billing' {
    const product = cell(signup, 'product');
    const day = cell(signup, 'signed_at').slice(0, 10);
    const bills = this.billsOf(signup).filter(
      (bill) =>
        !(cell(bill, 'cancelled_on') !== '' && cell(bill, 'cancelled_on') < day) &&
        cell(bill, 'bill_month') >= day.slice(0, 7),
    );
    if (bills.some((bill) => cell(bill, 'status') !== 'active')) return 'reversed';
    if (ACTIVATION.has(product)) return 'counted';
    const relevant = CHARGE.has(product) ? bills : bills.filter((bill) => cell(bill, 'fee_type') === 'rent');
    if (relevant.reduce((sum, bill) => sum + fen(cell(bill, 'amount')), 0) > 0) return 'counted';
    return bills.length > 0 ? 'unbilled' : 'no_billing';
  }

  /** Section 3: the assessed days of an agent, in order. */
  assessed(agent_id: string): string[] {
    const days = this.where('attendance', { agent_id })
      .filter((row) => ['present', 'late', 'early_leave'].includes(cell(row, 'status')))
      .map((row) => cell(row, 'date'));
    return [...new Set(days)].sort();
  }

  day(agent_id: string, date: string): Day {
    const calls = this.#calls.get(`${agent_id} ${date}`);
    const successes = new Set(
      this.where('signups', { agent_id })
        .filter((row) => cell(row, 'signed_at').startsWith(date))
        .map((row) => cell(row, 'customer_no')),
    ).size;
    const answered = calls?.answered.size ?? 0;
    const dialled = calls?.dialled.size ?? 0;
    return {
      successes,
      answered,
      dialled,
      met: successes >= 30 || answered >= 40 || dialled >= 60,
      retention: calls !== undefined && calls.outbound > 0 && calls.retention * 2 >= calls.outbound,
    };
  }

  /** The missed days of an agent: which, and whether each is a retention day. */
  misses(agent_id: string): { date: string; retention: boolean }[] {
    return this.assessed(agent_id)
      .map((date) => ({ date, ...this.day(agent_id, date) }))
      .filter(({ met }) => !met)
      .map(({ date, retention }) => ({ date, retention }));
  }

  /** Section 6: the monthly score in hundredths; undefined without a target. */
  score(agent_id: string): number | undefined {
    const target = Number(cell(this.where('targets', { scope: 'agent', id: agent_id })[0], 'target'));
    if (!(target > 0)) return undefined;
    const counted = this.count(agent_id, 'counted');
    const percent = Math.floor((counted * 100) / target);
    // 40 × r in hundredths, rounded half-up; from 100 percent 40 + 0.5 for each whole percent, at most 45.
    const telemarketing =
      counted < target
        ? Math.floor((counted * 8000 + target) / (2 * target))
        : Math.min(4500, 4000 + (percent - 100) * 50);
    return telemarketing + Math.max(0, 50 - this.deducted(agent_id)) * 100;
  }

  deducted(agent_id: string): number {
    const points: Readonly<Record<string, number>> = {
      must_say_missed: 2,
      forced_activation: 0,
      complaint: 0,
    };
    return this.where('incidents', { agent_id, upheld: 'yes' }).reduce(
      (sum, row) => sum + (points[cell(row, 'kind')] ?? 1),
      0,
    );
  }
}

const keyOf = (row: Cells): string => `${cell(row, 'customer_no')} ${cell(row, 'product')}`;

interface Calls {
  readonly answered: Set<string>;
  readonly dialled: Set<string>;
  outbound: number;
  retention: number;
}

function callsByDay(rows: readonly Cells[]): Map<string, Calls> {
  const days = new Map<string, Calls>();
  for (const row of rows) {
    const key = `${cell(row, 'agent_id')} ${cell(row, 'started_at').slice(0, 10)}`;
    const day = days.get(key) ?? { answered: new Set(), dialled: new Set(), outbound: 0, retention: 0 };
    days.set(key, day);
    const customer = cell(row, 'customer_no');
    if (row['result'] === 'answered') day.answered.add(customer);
    if (row['direction'] !== 'outbound') continue;
    day.dialled.add(customer);
    day.outbound += 1;
    if (row['campaign'] === 'retention') day.retention += 1;
  }
  return days;
}

/** The quarter: the facts of each month. */
export class Quarter {
  readonly april: MonthFacts;
  readonly may: MonthFacts;
  readonly june: MonthFacts;

  constructor(workspace: string) {
    this.april = new MonthFacts(workspace, '2025-04');
    this.may = new MonthFacts(workspace, '2025-05');
    this.june = new MonthFacts(workspace, '2025-06');
  }

  get months(): readonly MonthFacts[] {
    return [this.april, this.may, this.june];
  }

  /** Section 7: the sum of the monthly scores in hundredths, and how many there are. */
  scores(agent_id: string): { sum: number; count: number } {
    const scores = this.months.flatMap((month) => month.score(agent_id) ?? []);
    return { sum: scores.reduce((sum, score) => sum + score, 0), count: scores.length };
  }

  /** Section 7: reversed and forced of the quarter's sign-ups, as [part, whole]. */
  reversals(agent_id: string): readonly [number, number] {
    const lost = this.months.map(
      (month) => month.count(agent_id, 'reversed') + month.count(agent_id, 'forced'),
    );
    const gross = this.months.map((month) => month.where('signups', { agent_id }).length);
    return [lost.reduce((a, b) => a + b, 0), gross.reduce((a, b) => a + b, 0)];
  }
}
