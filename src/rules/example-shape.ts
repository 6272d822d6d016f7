/**
 * The shape of a rule file's examples: what is given of people and months, and what their pay comes to. Nothing
 * in them is policy, so nothing bears a mark. What their words mean is read by `examples.ts`.
 */
import type { z } from 'zod';
import type { Exact } from '../base/exact.js';
import { parseIsoDate, type PlainDate } from '../base/period.js';
import { FAMILY_NAMES } from '../input/family.js';
import { ATTENDANCE_STATUSES, OUTCOMES } from '../input/records.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { Fault, refuse } from './fault.js';
import { Leaf } from './leaf.js';
import { type Written, writtenCount, writtenMonth, writtenNumber, writtenText } from './leaf-shape.js';
import { form, list, mapping, namedTable, openTable, table, tagged } from './shape.js';

/** A part of a measure that is given: all of it, one of several, or that of a day or an order. */
export interface GivenPart extends Written<Exact> {
  readonly date?: PlainDate;
  readonly ref?: string;
}

/** A single value, a list of them, or one for each of some keys. */
const pick = (input: unknown): 'one' | 'list' | 'each' =>
  input instanceof Leaf ? (input.items ? 'list' : 'one') : Array.isArray(input) ? 'list' : 'each';

/** Meant for a date, and none of the form `2025-03-03`. */
const LIKE_A_DATE = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/;

const given = form(pick, {
  one: writtenNumber.transform((one): GivenPart[] => [one]),
  list: list(writtenNumber).transform((all): GivenPart[] => all),
  each: openTable(writtenNumber).transform((each, faults): GivenPart[] =>
    Object.entries(each).map(([key, part]) => {
      const date = parseIsoDate(key);
      if (!date && LIKE_A_DATE.test(key)) {
        refuse(faults, Fault.of(RULE_PROBLEMS.not_a_date, { text: key }), part);
      }
      return { ...part, ...(date ? { date } : { ref: key }) };
    }),
  ),
});

/** Rows are made up for each: so many are more than an example needs, and soon made. */
const MOST = 10_000;
const fewEnough = writtenCount.transform((count, faults): Written<number> =>
  count.value <= MOST ? count : refuse(faults, Fault.of(RULE_PROBLEMS.too_many_rows, { most: MOST }), count),
);

/** How many of a product, all of them counted, or how many of each outcome. */
const outcomes = mapping(keyed(OUTCOMES, fewEnough.optional()));
const counted = fewEnough.transform((all): z.output<typeof outcomes> => ({ counted: all }));
const signups = form(pick, { one: counted, list: counted, each: outcomes });

/** So many days, or one for each of these minutes. */
const days = form(pick, {
  one: writtenNumber.transform((one, faults): (number | undefined)[] => {
    const { value, text } = one;
    if (value.d !== 1n || value.s < 0n)
      return refuse(faults, Fault.of(RULE_PROBLEMS.half_days, { text }), one);
    if (value.n > BigInt(MOST))
      return refuse(faults, Fault.of(RULE_PROBLEMS.too_many_rows, { most: MOST }), one);
    return Array.from({ length: Number(value.n) });
  }),
  list: list(writtenCount).transform((all): (number | undefined)[] => all.map((one) => one.value)),
  each: fewEnough.transform((): (number | undefined)[] => []),
});

/** One result of a test, or several. */
const results = form(pick, {
  one: writtenNumber.transform((one) => [one]),
  list: list(writtenNumber),
  each: writtenNumber.transform((one) => [one]),
});

/** Cells by the names of their columns, as they would stand in an export. */
const cells = openTable(writtenText);
export type Cells = z.output<typeof cells>;

/** The exports that an example can write rows of: all but the people, who stand under `person`. */
export const ROW_FAMILIES = FAMILY_NAMES.filter((name) => name !== 'agents');

const rows = mapping(keyed(ROW_FAMILIES, list(cells).optional()));

/** What is given of one person's month, and what he must come to. */
const ofPerson = {
  person: cells.optional(),
  given: table(given).optional(),
  signups: table(signups).optional(),
  attendance: mapping(keyed(ATTENDANCE_STATUSES, days.optional())).optional(),
  tests: table(results).optional(),
  incidents: table(fewEnough).optional(),
  rows: rows.optional(),
  /** By component, in yuan, positive as its column is named. */
  pays: table(writtenNumber).optional(),
  measures: table(writtenNumber).optional(),
  /** By component: the amounts of the bands that its scale reaches. */
  parts: table(list(writtenNumber)).optional(),
  net: writtenNumber.optional(),
  paid: writtenNumber.optional(),
  debt_out: writtenNumber.optional(),
};
const person = mapping(ofPerson);

/** Left out: the month that the plan begins with, and in a row the one that follows. */
const ofMonth = { month: writtenMonth.optional() };

/** What is given of everybody, where nothing nearer to a person gives it. */
const ofAll = { given: table(given).optional() };

/** A month of one person, or of several by their ids. */
const month = form((input) => (has(input, 'people') ? 'several' : 'one'), {
  one: tagged('one', mapping({ ...ofMonth, ...ofPerson })),
  several: tagged('several', mapping({ ...ofMonth, ...ofAll, people: table(person), rows: rows.optional() })),
});

/** What several months come to together, all their people added up. The net of a month has a debt of the one before in it. */
const total = mapping({ pays: table(writtenNumber).optional(), paid: writtenNumber.optional() });

/** One month, or several in a row: each is calculated on what the ones before it left. */
const example = form(formOfExample, {
  alone: month.transform((alone) => ({
    person: undefined,
    given: undefined,
    months: [alone],
    total: undefined,
  })),
  row: mapping({ ...ofAll, person: cells.optional(), months: list(month), total: total.optional() }),
});

export const examples = namedTable(example);

export type ExampleShape = z.output<typeof example>;
export type MonthShape = z.output<typeof month>;
export type PersonShape = z.output<typeof person>;
export type TotalShape = z.output<typeof total>;
export type RowsShape = z.output<typeof rows>;

function formOfExample(input: unknown): 'row' | 'alone' | Fault {
  if (has(input, 'months')) return 'row';
  return has(input, 'total') ? Fault.of(RULE_PROBLEMS.total_of_one_month, {}) : 'alone';
}

function has(input: unknown, key: string): boolean {
  return typeof input === 'object' && input !== null && key in input;
}

function keyed<const K extends string, S extends z.ZodType>(keys: readonly K[], shape: S): Record<K, S> {
  return Object.fromEntries(keys.map((key) => [key, shape])) as Record<K, S>;
}
