/** The state of a closed month as plain files: one JSON list each, a record a line, every number as its text. */
import { z } from 'zod';
import { type Exact, parseFraction, toText } from '../base/exact.js';
import { parseIsoDate, parseMonth, parsePlainTime } from '../base/period.js';
import type { MonthState } from '../calc/closing.js';
import { OUTCOMES } from '../calc/outcomes.js';
import { ROLES } from '../input/records.js';
import { PENALTY_CLASSES } from '../rules/plan.js';

/** Reads a text with a parser that knows what it can't read. */
function parsed<T>(parse: (text: string) => T | undefined) {
  return z.string().transform((text, context): T => {
    const value = parse(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: `can't be read: ${text}` });
    return z.NEVER;
  });
}

const exact = parsed(parseFraction);
const date = parsed(parseIsoDate);
const time = parsed(parsePlainTime);
const month = parsed(parseMonth);
const row = z.strictObject({ file: z.string(), line: z.number() });

/** The lists of a state, each a file of its own. */
const LISTS = {
  signups: z.strictObject({
    signup_id: z.string(),
    agent_id: z.string(),
    signed_at: time,
    customer_no: z.string(),
    product: z.string(),
    outcome: z.enum(OUTCOMES),
    paid_points: exact.optional(),
    billed: exact,
    at: row,
  }),
  paid: z.strictObject({ month, agent_id: z.string(), product: z.string(), amount: exact }),
  late: z.strictObject({ signup_id: z.string(), points: exact }),
  taken_back: z.strictObject({ signup_id: z.string(), amount: exact }),
  charged: z.strictObject({ component: z.string(), key: z.string() }),
  debts: z.strictObject({ agent_id: z.string(), amount: exact }),
  blocked: z.strictObject({
    agent_id: z.string(),
    component: z.string(),
    line_id: z.string(),
    class: z.enum(PENALTY_CLASSES),
    date,
    source: z.string(),
    amount: exact,
  }),
  incident_ids: z.string(),
  people: z.strictObject({
    agent_id: z.string(),
    name: z.string(),
    team: z.string(),
    role: z.enum(ROLES),
    hired_on: date,
    left_on: date.optional(),
    absent: z.boolean(),
  }),
  scores: z.strictObject({ agent_id: z.string(), score: exact.optional() }),
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

const STATE_FOLDER = 'state';
const fileOf = (name: ListName): string => `${STATE_FOLDER}/${name}.json`;

/** The files of a state, by their path within the seal. */
export function stateFiles(state: MonthState): Map<string, string> {
  return new Map(LIST_NAMES.map((name) => [fileOf(name), listText(state[name])]));
}

function listText(items: readonly unknown[]): string {
  const lines = items.map((item) => JSON.stringify(toPlain(item)));
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`;
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

/** A file of a seal that does not hold what it should; the file's path within the seal. */
export class BrokenState extends Error {
  constructor(
    readonly file: string,
    readonly detail: string,
  ) {
    super(`${file}: ${detail}`);
    this.name = 'BrokenState';
  }
}

/** The state that `read` gives the files of. Throws BrokenState. */
export function readState(month: MonthState['month'], read: (path: string) => string): MonthState {
  const list = <K extends ListName>(name: K): z.output<(typeof LISTS)[K]>[] => {
    const result = z.array(LISTS[name]).safeParse(parseJson(fileOf(name), read));
    if (result.success) return result.data;
    throw new BrokenState(fileOf(name), z.prettifyError(result.error));
  };
  return {
    month,
    signups: list('signups').map((one) => ({ ...one, paid_points: one.paid_points })),
    paid: list('paid'),
    late: list('late'),
    taken_back: list('taken_back'),
    charged: list('charged'),
    debts: list('debts'),
    blocked: list('blocked'),
    incident_ids: list('incident_ids'),
    people: list('people').map(({ left_on, ...person }) =>
      left_on === undefined ? person : { ...person, left_on },
    ),
    scores: list('scores').map((one) => ({ ...one, score: one.score })),
    days: list('days'),
  };
}

function parseJson(file: string, read: (path: string) => string): unknown {
  try {
    return JSON.parse(read(file));
  } catch (error) {
    throw new BrokenState(file, error instanceof Error ? error.message : String(error));
  }
}
