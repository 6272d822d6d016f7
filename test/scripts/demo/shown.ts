/** A case of fixtures/demo/cases.csv with the facts of its month, as the promises look at it. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { MonthFacts, Quarter } from './facts.js';
import type { Cells } from './read.js';

/** Throws when the rows do not show the case. */
export type Promised = (shown: Shown) => void;

export function readCases(): Cells[] {
  return parse(readFileSync('fixtures/demo/cases.csv', 'utf8'), { columns: true });
}

export interface Shown {
  readonly quarter: Quarter;
  /** The facts of the month that the case stands in. */
  readonly month: MonthFacts;
  readonly agents: readonly string[];
  readonly signups: readonly string[];
  readonly incidents: readonly string[];
  readonly dates: readonly string[];
  readonly team: string;
  /** The first agent and date that the case names, or the one in that place. They throw where it names none. */
  readonly agent: (place?: number) => string;
  readonly date: (place?: number) => string;
  /** The row of a sign-up or incident, of whichever month of the quarter. */
  readonly signup: (place?: number) => Cells;
  readonly incident: (place?: number) => Cells;
  /** Outcomes of the case's sign-ups, each in its own month. */
  readonly outcomes: () => (string | undefined)[];
}

export function shownBy(cells: Cells, quarter: Quarter): Shown {
  const listed = (column: string): string[] => (cells[column] ?? '').split(' ').filter((text) => text !== '');
  const month = quarter.months.find((one) => one.month === cells['month']);
  if (!month) throw new Error(`no month ${cells['month'] ?? ''}`);
  const agents = listed('agents');
  const signups = listed('signups');
  const incidents = listed('incidents');
  const dates = listed('dates');
  const found = (file: 'signups' | 'incidents', column: string, id: string): Cells => {
    const [row] = quarter.months.flatMap((one) => one.where(file, { [column]: id }));
    if (!row) throw new Error(`no ${file} ${id}`);
    return row;
  };
  return {
    quarter,
    month,
    agents,
    signups,
    incidents,
    dates,
    team: cells['team'] ?? '',
    agent: (place = 0) => named(agents, place),
    date: (place = 0) => named(dates, place),
    signup: (place = 0) => found('signups', 'signup_id', named(signups, place)),
    incident: (place = 0) => found('incidents', 'incident_id', named(incidents, place)),
    outcomes: () =>
      signups.map((id) => quarter.months.map((one) => one.outcome(id)).find((outcome) => outcome)),
  };
}

function named(ids: readonly string[], place: number): string {
  const id = ids[place];
  if (id === undefined) throw new Error('the case names too few');
  return id;
}
