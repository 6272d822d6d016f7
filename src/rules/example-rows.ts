/** Rows that an example writes out: cells as in an export, read by the export's own columns. */
import { firstDay, type Month, plainTime, shiftMonth } from '../base/period.js';
import { type Place, type Problem, problem } from '../base/problem.js';
import { CellFault } from '../input/cells/cell.js';
import { type Families, familiesWith } from '../input/families.js';
import type { Family, RowsOf } from '../input/family.js';
import type { AgentRow, Row, RowRef, Vocabulary } from '../input/records.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import type { Cells, ROW_FAMILIES } from './example-shape.js';
import { unknownWord } from './fault.js';

export type RowFamily = (typeof ROW_FAMILIES)[number];

/** Where a row of an example belongs. */
export interface RowContext {
  readonly month: Month;
  /** Ids of the example's people. */
  readonly people: readonly string[];
  /** Whose row it is, where the agent may be left out. */
  readonly agent_id: string | undefined;
  /** Its number among the rows of its file, for the ids that are left out. */
  readonly number: number;
  /** Where it stands, for a row without cells. */
  readonly at: Place;
}

const DEFAULT_TEAM = 'T1';
const LONG_AGO = firstDay('2000-01' as Month);

/** Reads the people and rows of examples; what is wrong with them gathers meanwhile. */
export class ExampleRowReader {
  readonly problems: Problem[] = [];
  readonly #vocabulary: Vocabulary;
  readonly #families: Families;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    this.#families = familiesWith(vocabulary);
  }

  /** A person: by his id, an agent of team T1 hired on 2000-01-01, where the example says nothing else. */
  person(cells: Cells, id: string, at: Place): AgentRow | undefined {
    const own = cells['agent_id']?.value ?? cells['工号']?.value ?? id;
    const defaults = { agent_id: own, name: own, team: DEFAULT_TEAM, role: 'agent', hired_on: LONG_AGO };
    return this.#read(this.#families.agents, cells, defaults, at);
  }

  /** A row of an export; undefined where it is faulty. */
  row<N extends RowFamily>(name: N, cells: Cells, context: RowContext): RowsOf[N] | undefined {
    const family: Family<RowsOf[N]> = this.#families[name];
    const at = Object.values(cells)[0]?.at ?? context.at;
    const row = this.#read(family, cells, leftOut(name, context), at);
    return row && this.#fits(family, row, context, at) ? row : undefined;
  }

  #read<R extends Row>(
    family: Family<R>,
    cells: Cells,
    defaults: Readonly<Record<string, unknown>>,
    at: Place,
  ): R | undefined {
    const before = this.problems.length;
    const values: Record<string, unknown> = { at: rowRef(at) };
    if (family.keepsOther) values['other'] = {};
    for (const { field, header, optional, read } of family.fields) {
      const cell = cells[header.en] ?? cells[header.zh];
      const value = cell ? read(cell.value.trim()) : defaults[field];
      if (cell && value instanceof CellFault) {
        const { text } = cell;
        this.problems.push(value.at({ column: header, text }, cell.at, { value: text }));
      } else if (value !== undefined) values[field] = value;
      else if (!optional) this.problems.push(problem(RULE_PROBLEMS.missing, at, { key: header.en }));
    }
    const row = family.row(values);
    // A row of which no cell was at fault or missing has all its fields.
    const isWhole = (read: Partial<R>): read is R => read.at !== undefined && this.problems.length === before;
    return isWhole(row) ? row : undefined;
  }

  /** Whether the row is of this month, and names only people, products and measures that there are. */
  #fits<R extends Row>(
    { rules, name }: Family<R>,
    row: R,
    { month, people }: RowContext,
    at: Place,
  ): boolean {
    const before = this.problems.length;
    const date = rules.dated?.of(row);
    if (date !== undefined && !date.startsWith(month)) {
      this.problems.push(problem(RULE_PROBLEMS.outside_month, at, { date, month }, { value: date }));
    }
    for (const { of } of rules.agents ?? []) {
      const id = of(row);
      if (id !== undefined && !people.includes(id)) this.#unknown('unknown_person', id, people, at);
    }
    const product = rules.product?.of(row);
    const { products, measures } = this.#vocabulary;
    if (product !== undefined && !products.has(product)) {
      this.#unknown('unknown_product', product, [...products], at);
    }
    if (name === 'measures' && 'measure' in row) {
      const measure = String(row.measure);
      if (!measures.has(measure)) this.#unknown('unknown_measure', measure, [...measures], at);
    }
    return this.problems.length === before;
  }

  #unknown(
    kind: 'unknown_person' | 'unknown_product' | 'unknown_measure',
    text: string,
    known: readonly string[],
    at: Place,
  ): void {
    this.problems.push(problem(RULE_PROBLEMS[kind], at, unknownWord(text, known), { value: text }));
  }
}

/** What is filled in where an example leaves it out: whose row it is, an id of its own, the first of the month. */
function leftOut(
  name: RowFamily,
  { agent_id, month, number }: RowContext,
): Readonly<Record<string, unknown>> {
  const day = firstDay(month);
  const time = plainTime(day, 0, 0, 0);
  const own = `${agent_id ?? ''}-${month}-${name}-${number}`;
  return {
    agent_id,
    signup_id: own,
    incident_id: own,
    call_id: own,
    date: day,
    period: day,
    // The extract that judges the sign-ups of a month is that of the next one.
    bill_month: shiftMonth(month, 1),
    signed_at: time,
    started_at: time,
    at_time: time,
    upheld: 'yes',
    ...(name === 'signups' || name === 'calls' || name === 'leads' ? { customer_no: own } : {}),
  };
}

/** Rows that an example implies stand where it does. */
export const rowRef = ({ file, line = 1 }: Place): RowRef => ({ file, line });
