/** Counts of calls that the plan's measures ask for, made while the calls stream by: no call is kept. */
import { type Exact, floor, whole } from '../base/exact.js';
import { hourOf, type PlainDate } from '../base/period.js';
import type { CallRow } from '../input/records.js';
import type { Plan } from '../rules/plan.js';
import type { RowFilter } from '../rules/row-filter-shape.js';
import type { RowMeasure } from '../rules/row-measure-shape.js';
import { distinct } from './distinct.js';
import type { Entry } from './entry.js';
import { isByDate, passesDate } from './row-filters.js';

/** Of each measure that counts or sums calls: by person, an entry for each day. A measure that can't be told is left out. */
export type CallCounts = ReadonlyMap<string, ReadonlyMap<string, readonly Entry[]>>;

/** The measures of a plan that count or sum calls. */
export const callMeasures = (plan: Plan): [string, RowMeasure][] =>
  Object.entries(plan.measures ?? {}).flatMap(([key, declared]): [string, RowMeasure][] =>
    declared.kind === 'rows' && declared.file === 'calls' ? [[key, declared]] : [],
  );

/** Makes the counts of every such measure. */
export class CallCounter {
  readonly #measures: ReadonlyMap<string, CallMeasure>;

  private constructor(measures: ReadonlyMap<string, CallMeasure>) {
    this.#measures = measures;
  }

  /** Undefined where the plan counts no calls: then nothing is to be asked of each. */
  static for(plan: Plan): CallCounter | undefined {
    const asked = callMeasures(plan);
    if (asked.length === 0) return undefined;
    return new CallCounter(new Map(asked.map(([key, declared]) => [key, new CallMeasure(declared)])));
  }

  /** `customer`: the number that stands for the customer of the call. */
  add(call: CallRow, date: PlainDate, customer: number): void {
    for (const measure of this.#measures.values()) measure.add(call, date, customer);
  }

  result(): CallCounts {
    return new Map([...this.#measures].map(([key, measure]) => [key, measure.result()]));
  }
}

interface DayCount {
  total: number;
  /** Customers, each as often as called; only where different ones are counted. */
  readonly customers: number[];
}

class CallMeasure {
  readonly #passes: (call: CallRow, date: PlainDate) => boolean;
  readonly #of: 'calls' | 'seconds' | 'days' | 'customers';
  readonly #agents = new Map<string, Map<PlainDate, DayCount>>();

  constructor({ where, column, distinct }: RowMeasure) {
    this.#passes = testOf(where);
    this.#of = distinct?.value ?? (column === undefined ? 'calls' : 'seconds');
  }

  add(call: CallRow, date: PlainDate, customer: number): void {
    if (!this.#passes(call, date)) return;
    const day = this.#day(call.agent_id, date);
    if (this.#of === 'customers') day.customers.push(customer);
    else if (this.#of === 'days') day.total = 1;
    else day.total += this.#of === 'seconds' ? call.duration_s : 1;
  }

  result(): ReadonlyMap<string, readonly Entry[]> {
    return new Map([...this.#agents].map(([agent, days]) => [agent, this.#entries(days)]));
  }

  #entries(days: ReadonlyMap<PlainDate, DayCount>): Entry[] {
    const inOrder = [...days].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const before = new Set<number>();
    return inOrder.flatMap(([date, { total, customers }]): Entry[] => {
      if (this.#of !== 'customers') return [{ date, value: whole(total), rows: [] }];
      // A customer counts on his first day.
      const known = before.size;
      for (const customer of distinct(customers)) before.add(customer);
      return before.size > known ? [{ date, value: whole(before.size - known), rows: [] }] : [];
    });
  }

  #day(agentId: string, date: PlainDate): DayCount {
    const days = this.#agents.get(agentId) ?? new Map<PlainDate, DayCount>();
    if (days.size === 0) this.#agents.set(agentId, days);
    const day = days.get(date) ?? { total: 0, customers: [] };
    if (!days.has(date)) days.set(date, day);
    return day;
  }
}

type CallTest = (call: CallRow, date: PlainDate) => boolean;

/** The filters as one test that is fast on a million calls. */
function testOf(filters: readonly RowFilter[]): CallTest {
  const tests = filters.map((filter) => (isByDate(filter) ? dateTest(filter) : columnTest(filter)));
  return (call, date) => tests.every((test) => test(call, date));
}

function dateTest(filter: RowFilter): CallTest {
  const known = new Map<PlainDate, boolean>();
  return (_, date) => {
    const before = known.get(date);
    if (before !== undefined) return before;
    const passed = passesDate(date, filter);
    known.set(date, passed);
    return passed;
  };
}

const NUMBERS: Readonly<Record<string, (call: CallRow) => number>> = {
  duration_s: ({ duration_s }) => duration_s,
  hour: ({ started_at }) => hourOf(started_at),
};

function columnTest(filter: RowFilter): CallTest {
  if (filter.kind === 'range') {
    const { least, most } = wholesOf(filter);
    const number = NUMBERS[filter.column];
    if (!number) throw new Error(`calls have no ${filter.column}`);
    return (call) => number(call) >= least && number(call) <= most;
  }
  const words = new Set(filter.words.value);
  switch (filter.column) {
    case 'direction':
      return (call) => words.has(call.direction);
    case 'result':
      return (call) => words.has(call.result);
    case 'campaign':
      return (call) => words.has(call.campaign);
    default:
      throw new Error(`calls have no ${filter.column}`);
  }
}

/** The whole numbers that the comparisons leave, both ends among them. */
export function wholesOf(filter: Extract<RowFilter, { kind: 'range' }>): { least: number; most: number } {
  let least = 0;
  let most = Infinity;
  for (const { comparator, threshold } of filter.bounds) {
    const below = numberOf(floor(threshold.value));
    const from = threshold.value.d === 1n ? below : below + 1;
    switch (comparator) {
      case 'at_least':
        least = from;
        break;
      case 'more_than':
        least = below + 1;
        break;
      case 'at_most':
        most = below;
        break;
      case 'less_than':
        most = from - 1;
        break;
      case 'equals':
        least = from;
        most = below;
        break;
    }
  }
  return { least, most };
}

const numberOf = (value: Exact): number => Number(value.s * value.n);
