/** The state of a closed month as plain files: one JSON list each, a record a line, every number as its text. */
import { z } from 'zod';
import { type Exact, parseFraction, toText } from '../base/exact.js';
import { type Month, parseIsoDate, parseMonth, parsePlainTime } from '../base/period.js';
import type { MonthState, Remains } from '../calc/closing.js';
import { OUTCOMES } from '../calc/outcomes.js';
import { ROLES } from '../input/records.js';
import { PAYROLL_COLUMNS, PENALTY_CLASSES } from '../rules/plan.js';
import { BrokenSeal } from './sealed-file.js';

/** Reads a text with a parser that knows what it can't read. */
function parsed<T>(parse: (text: string) => T | undefined) {
  return z.string().transform((text, context): T => {
    const value = parse(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: `can't be read: ${text}` });
    return z.NEVER;
  });
}

export const EXACT = parsed(parseFraction);
const date = parsed(parseIsoDate);
const time = parsed(parsePlainTime);
export const MONTH = parsed(parseMonth);
export const ROW = z.strictObject({ file: z.string(), line: z.number() });

export const LOCALIZED = z.strictObject({ en: z.string(), zh: z.string() });
export const BASIS = z.enum(['stated', 'confirmed', 'assumed']);

/** The lists of a state, each a file of its own. */
const LISTS = {
  signups: z.strictObject({
    signup_id: z.string(),
    agent_id: z.string(),
    signed_at: time,
    customer_no: z.string(),
    product: z.string(),
    outcome: z.enum(OUTCOMES),
    paid_points: EXACT.optional(),
    billed: EXACT,
    at: ROW,
  }),
  unlisted: z.strictObject({
    agent_id: z.string(),
    product: z.string(),
    gross: z.number(),
    counted: z.number(),
    reversed: z.number(),
    forced: z.number(),
    at: ROW,
  }),
  paid: z.strictObject({ month: MONTH, agent_id: z.string(), product: z.string(), amount: EXACT }),
  gates: z.strictObject({ agent_id: z.string(), component: z.string(), open: z.boolean() }),
  late: z.strictObject({ signup_id: z.string(), points: EXACT }),
  taken_back: z.strictObject({ signup_id: z.string(), amount: EXACT }),
  charged: z.strictObject({ component: z.string(), key: z.string() }),
  debts: z.strictObject({ agent_id: z.string(), amount: EXACT }),
  blocked: z.strictObject({
    agent_id: z.string(),
    component: z.string(),
    line_id: z.string(),
    class: z.enum(PENALTY_CLASSES),
    date,
    source: z.string(),
    amount: EXACT,
  }),
  incident_ids: z.string(),
  people: z.strictObject({
    agent_id: z.string(),
    name: z.string(),
    team: z.string(),
    role: z.enum(ROLES),
    hired_on: date,
    left_on: date.exactOptional(),
    site: z.string().exactOptional(),
    grade: z.string().exactOptional(),
    absent: z.boolean(),
    subsidy_phone: z.string().exactOptional(),
    monthly_base: EXACT.exactOptional(),
    other: z.record(z.string(), z.string()),
  }),
  payslips: z.strictObject({
    agent_id: z.string(),
    base_commission: EXACT,
    product_commission: EXACT,
    prior_period: EXACT,
    allowances: EXACT,
    clawbacks: EXACT,
    penalties: EXACT,
    debt_in: EXACT,
    net: EXACT,
    paid: EXACT,
    debt_out: EXACT,
  }),
  lines: z.strictObject({
    agent_id: z.string(),
    line_id: z.string(),
    component: z.string(),
    name: LOCALIZED,
    clause: z.string(),
    column: z.enum([...PAYROLL_COLUMNS, 'prior_period', 'clawbacks']),
    product: z.string().exactOptional(),
    prior: z
      .strictObject({
        month: MONTH,
        product: z.string().exactOptional(),
        signup_id: z.string().exactOptional(),
        correction: z.number().exactOptional(),
      })
      .exactOptional(),
    amount: EXACT,
    basis: BASIS,
  }),
  scores: z.strictObject({ agent_id: z.string(), score: EXACT.optional() }),
  remembered: z.strictObject({
    agent_id: z.string(),
    measure: z.string(),
    date: date.exactOptional(),
    ref: z.string().exactOptional(),
    value: EXACT,
  }),
  days: z.strictObject({
    agent_id: z.string(),
    date,
    successes: z.number(),
    answered: z.number(),
    dialled: z.number(),
    met: z.boolean(),
  }),
};

type ListName = keyof typeof LISTS;
const LIST_NAMES = Object.keys(LISTS) as ListName[];

/** Folder of the states within an entry; below it, one for each month. */
export const STATE_FOLDER = 'state';
const fileOf = (name: ListName): string => `${name}.json`;

/** Lists that only some plans fill: an empty one has no file. */
const OPTIONAL: readonly ListName[] = ['remembered', 'gates'];

/** Files of a state that a program before them did not write. */
export const LATER_FILES: readonly string[] = [fileOf('gates')];

/** The files of a state, by their names. */
export function stateFiles(state: MonthState): Map<string, string> {
  const names = LIST_NAMES.filter((name) => state[name].length > 0 || !OPTIONAL.includes(name));
  return new Map(names.map((name) => [fileOf(name), listText(state[name])]));
}

/** Where a state is read from: its files by their names, and how messages name the folder they lie in. */
export interface StateSource {
  readonly month: Month;
  readonly folder: string;
  readonly has: (name: string) => boolean;
  readonly read: (name: string) => string;
}

/** The whole state. Throws BrokenSeal. */
export function readState(source: StateSource): MonthState {
  return {
    ...readRemains(source),
    payslips: readList(source, 'payslips'),
    lines: readList(source, 'lines'),
    days: readList(source, 'days'),
  };
}

/** What later months are computed from. Throws BrokenSeal. */
export function readRemains(source: StateSource): Remains {
  return {
    month: source.month,
    signups: readList(source, 'signups').map((one) => ({ ...one, paid_points: one.paid_points })),
    unlisted: readList(source, 'unlisted'),
    paid: readList(source, 'paid'),
    gates: readList(source, 'gates'),
    late: readList(source, 'late'),
    taken_back: readList(source, 'taken_back'),
    charged: readList(source, 'charged'),
    debts: readList(source, 'debts'),
    blocked: readList(source, 'blocked'),
    incident_ids: readList(source, 'incident_ids'),
    people: readList(source, 'people'),
    scores: readList(source, 'scores').map((one) => ({ ...one, score: one.score })),
    remembered: readList(source, 'remembered'),
  };
}

function readList<K extends ListName>(source: StateSource, name: K): z.output<(typeof LISTS)[K]>[] {
  const { folder, has, read } = source;
  if (OPTIONAL.includes(name) && !has(fileOf(name))) return [];
  const file = `${folder}/${fileOf(name)}`;
  const result = z.array(LISTS[name]).safeParse(parseJson(file, read(fileOf(name))));
  if (result.success) return result.data;
  throw new BrokenSeal(file, z.prettifyError(result.error));
}

/** A list of records as JSON, a record a line, exact numbers as their texts. */
export function listText(items: readonly unknown[]): string {
  const lines = items.map((item) => JSON.stringify(toPlain(item)));
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`;
}

/** The records that `text`, of the file `file`, is a list of. Throws BrokenSeal. */
export function parseList<S extends z.ZodType>(file: string, shape: S, text: string): z.output<S>[] {
  const result = z.array(shape).safeParse(parseJson(file, text));
  if (result.success) return result.data;
  throw new BrokenSeal(file, z.prettifyError(result.error));
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BrokenSeal(file, error instanceof Error ? error.message : String(error));
  }
}

/** Exact numbers as their texts, all the way down; fields without a value left out. */
function toPlain(value: unknown): unknown {
  if (isExact(value)) return toText(value);
  if (Array.isArray(value)) return value.map(toPlain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (part === undefined ? [] : [[key, toPlain(part)]])),
  );
}

const isExact = (value: unknown): value is Exact =>
  value !== null && typeof value === 'object' && 'd' in value && 'n' in value && 's' in value;
