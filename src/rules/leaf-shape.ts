/** The shapes of single values: words, numbers, dates and choices, with and without a mark. */
import { z } from 'zod';
import { type Exact, HUNDRED, ONE, parseDecimal, ZERO } from '../base/exact.js';
import { type Month, parseIsoDate, parseMonth, type PlainDate } from '../base/period.js';
import type { Place } from '../base/problem.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { describing, type Scalar } from './described.js';
import { Fault, type Faults, refuse, unknownWord } from './fault.js';
import { type Formula, measuresIn, soFarIn } from './formula.js';
import { parseFormula } from './formula-reader.js';
import { ORDINAL } from './formula-words.js';
import { Leaf } from './leaf.js';
import type { Value } from './mark.js';
import type { ReferenceKind } from './references.js';

/** What a scalar's text says, or what is wrong with it. */
export type Read<T> = (text: string) => T | Fault;

const leaf = z.custom<Leaf>((input) => input instanceof Leaf);

function readScalar<T>(input: Leaf, faults: Faults, read: Read<T>): T {
  const result = input.scalar === undefined ? Fault.of(RULE_PROBLEMS.not_a_value, {}) : read(input.scalar);
  return result instanceof Fault ? refuse(faults, result, input) : result;
}

function readList<T>(input: Leaf, faults: Faults, read: Read<T>, least: 0 | 1 = 1): T[] {
  const { items } = input;
  if (!items) return refuse(faults, Fault.of(RULE_PROBLEMS.not_a_list, {}), input);
  if (items.length < least) return refuse(faults, Fault.of(RULE_PROBLEMS.too_few, {}), input);
  const seen = new Set<string>();
  return items.map((item) => {
    const { text } = item;
    if (seen.has(text)) return refuse(faults, Fault.of(RULE_PROBLEMS.listed_twice, { text }), item);
    seen.add(text);
    return readScalar(item, faults, read);
  });
}

const noMark = Fault.within(RULE_PROBLEMS.no_mark, ({ names }) => ({ clause: names.clauses[0] }));

/** The value with the mark that covers it; without one it is refused. */
function withMark<T>(value: T, leaf: Leaf, faults: Faults): Value<T> {
  const { text, mark, path, at } = leaf;
  return mark ? { value, text, mark, path, at } : refuse(faults, noMark, leaf);
}

/** A single value, or a list of such, as editors are told of it. */
const one = <S extends z.ZodType>(scalar: Scalar, shape: S): S =>
  describing({ kind: 'scalar', scalar }, shape);
const several = <S extends z.ZodType>(scalar: Scalar, shape: S, least: 0 | 1 = 1): S =>
  describing({ kind: 'scalars', scalar, least }, shape);

const unmarked = <T>(scalar: Scalar, read: Read<T>): z.ZodType<T> =>
  one(
    scalar,
    leaf.transform((input, faults): T => readScalar(input, faults, read)),
  );

/** What `read` makes of a scalar, with its mark. */
export const marked = <T>(scalar: Scalar, read: Read<T>): z.ZodType<Value<T>> =>
  one(
    scalar,
    leaf.transform((input, faults): Value<T> => withMark(readScalar(input, faults, read), input, faults)),
  );

const unmarkedList = <T>(scalar: Scalar, read: Read<T>): z.ZodType<readonly T[]> =>
  several(
    scalar,
    leaf.transform((input, faults): readonly T[] => readList(input, faults, read)),
  );

const markedList = <T>(scalar: Scalar, read: Read<T>, least: 0 | 1 = 1): z.ZodType<Value<readonly T[]>> =>
  several(
    scalar,
    leaf.transform((input, faults): Value<readonly T[]> =>
      withMark(readList(input, faults, read, least), input, faults),
    ),
    least,
  );

const readText: Read<string> = (text) => (text.trim() === '' ? Fault.of(RULE_PROBLEMS.empty_text, {}) : text);

/** What a product, a clause or a version can be called. */
export const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;
/** What goes into columns and paths as a name: never a mere number, whose place among the others would be lost. */
export const NAME = /^\p{L}[\p{L}\p{N}_-]*$/u;

const TEXT: Scalar = { kind: 'text' };
const DATE: Scalar = { kind: 'date' };
const NUMBER: Scalar = { kind: 'number' };
const COUNT: Scalar = { kind: 'count', least: 0, most: 999_999_999 };

const readId: Read<string> = (text) => (ID.test(text) ? text : Fault.of(RULE_PROBLEMS.bad_id, { text }));

const readDate: Read<PlainDate> = (text) =>
  parseIsoDate(text) ?? Fault.of(RULE_PROBLEMS.not_a_date, { text });

const readFirstOfMonth: Read<PlainDate> = (text) => {
  const date = readDate(text);
  if (date instanceof Fault || text.endsWith('-01')) return date;
  return Fault.of(RULE_PROBLEMS.not_first_of_month, { text, first: `${text.slice(0, 7)}-01` });
};

const readMonth: Read<Month> = (text) => parseMonth(text) ?? Fault.of(RULE_PROBLEMS.not_a_month, { text });

/** A decimal, or a percentage (`5%` is 0.05). */
export function parseNumber(text: string): Exact | undefined {
  return text.endsWith('%') ? parseDecimal(text.slice(0, -1))?.div(HUNDRED) : parseDecimal(text);
}

const readNumber: Read<Exact> = (text) => {
  const value = parseNumber(text);
  if (value) return value;
  const half = text.normalize('NFKC').replace('。', '.').trim();
  return parseNumber(half)
    ? Fault.of(RULE_PROBLEMS.full_width_digits, { text, half })
    : Fault.within(RULE_PROBLEMS.not_a_number, ({ path, names: { measures } }) => {
        return { text, formula: isArithmetic(text), path, measure: measures.includes(text) };
      });
};

/** Whether a text reckons with measures, as a formula does. */
function isArithmetic(text: string): boolean {
  const found = parseFormula(text);
  return !(found instanceof Fault) && found.kind !== 'measure' && measuresIn(found).length > 0;
}

/** What says that a band has no end; leaving the edge out says so. */
const ENDLESS =
  /^(unlimited|infinity|inf|infinite|none|null|max|no limit|~|-|∞|\.inf|无上限|不限|无限|无穷|无穷大|以上|无)$/i;

const readUpperEdge: Read<Exact> = (text) =>
  ENDLESS.test(text.trim())
    ? Fault.of(RULE_PROBLEMS.last_band_closed, { open: true, text })
    : readNumber(text);

const readNotNegative: Read<Exact> = (text) => {
  const value = readNumber(text);
  if (value instanceof Fault || value.compare(ZERO) >= 0) return value;
  return Fault.of(RULE_PROBLEMS.negative, { text });
};

const readPositive: Read<Exact> = (text) => {
  const value = readNumber(text);
  if (value instanceof Fault || value.compare(ZERO) > 0) return value;
  return Fault.of(RULE_PROBLEMS.not_positive, { text });
};

const readShare: Read<Exact> = (text) => {
  const value = readNotNegative(text);
  if (value instanceof Fault || value.compare(ONE) <= 0) return value;
  return Fault.of(RULE_PROBLEMS.not_a_share, { text });
};

const readCount: Read<number> = (text) => {
  const value = readNumber(text);
  if (value instanceof Fault) return value;
  return /^\d{1,9}$/.test(text) ? Number(text) : Fault.of(RULE_PROBLEMS.not_a_count, { text });
};

const readRoundingPlaces: Read<number> = (text) =>
  /^-[1-6]$|^[0-6]$/.test(text) ? Number(text) : Fault.of(RULE_PROBLEMS.not_rounding_places, { text });

const CURRENCY_CODE = /^[A-Z]{3}$/;

const readCurrencyCode: Read<string> = (text) =>
  CURRENCY_CODE.test(text) ? text : Fault.of(RULE_PROBLEMS.not_a_currency, { text });

const readCurrencyPlaces: Read<number> = (text) =>
  /^[023]$/.test(text) ? Number(text) : Fault.of(RULE_PROBLEMS.not_currency_places, { text });

const readChoice =
  <const T extends string>(options: readonly T[]): Read<T> =>
  (text) =>
    options.find((option) => option === text) ??
    Fault.of(RULE_PROBLEMS.not_an_option, unknownWord(text, options));

const YES_NO = ['yes', 'no'] as const;

const readYesNo: Read<boolean> = (text) => {
  const answer = readChoice(YES_NO)(text);
  return answer instanceof Fault ? answer : answer === 'yes';
};

/** A value that needs no mark, as it was written. */
export interface Written<T> {
  readonly value: T;
  readonly text: string;
  readonly at: Place;
}

const written = <T>(scalar: Scalar, read: Read<T>): z.ZodType<Written<T>> =>
  one(
    scalar,
    leaf.transform((input, faults): Written<T> => {
      const { text, at } = input;
      return { value: readScalar(input, faults, read), text, at };
    }),
  );

/** A decimal of either sign, or a percentage, that needs no mark. */
export const writtenNumber = written(NUMBER, readNumber);
/** A whole number of 0 or more that needs no mark. */
export const writtenCount = written(COUNT, readCount);
export const writtenText = written(TEXT, readText);
export const writtenMonth = written({ kind: 'month' }, readMonth);

/** A sentence or name that needs no mark. */
export const text = unmarked(TEXT, readText);
/** A list of such. */
export const texts = unmarkedList(TEXT, readText);
/** A version, or another id that is no reference. */
export const id = unmarked({ kind: 'pattern', pattern: ID }, readId);
/** A first of month that needs no mark. */
export const firstOfMonth = unmarked({ kind: 'first_of_month' }, readFirstOfMonth);
export const currencyCode = unmarked({ kind: 'pattern', pattern: CURRENCY_CODE }, readCurrencyCode);
/** The decimals of a currency's smallest unit. */
export const currencyPlaces = unmarked({ kind: 'words', words: ['0', '2', '3'] }, readCurrencyPlaces);
/** One of these words, where it is structure rather than policy and needs no mark. */
export const option = <const T extends string>(...options: readonly T[]): z.ZodType<T> =>
  unmarked({ kind: 'words', words: options }, readChoice(options));

/** A list of such words. */
export const options = <const T extends string>(...options: readonly T[]): z.ZodType<readonly T[]> =>
  unmarkedList({ kind: 'words', words: options }, readChoice(options));

/** A name that is itself a choice and needs a mark. */
export const markedText = marked(TEXT, readText);
/** A decimal of either sign. */
export const number = marked(NUMBER, readNumber);
/** Where a band ends. */
export const upperEdge = marked({ kind: 'upper_edge' }, readUpperEdge);
/** A decimal of 0 or more: rates, amounts, fines. */
export const nonNegative = marked({ kind: 'number', least: 0 }, readNotNegative);
/** A decimal above 0: what something is divided by. */
export const positive = marked({ kind: 'number', least: 0, beyond_least: true }, readPositive);
/** A part of a whole: 0% to 100%. */
export const share = marked({ kind: 'number', least: 0, most: 1 }, readShare);
/** A whole number of 0 or more. */
export const count = marked(COUNT, readCount);
/** The number of a month of the year. */
export const monthNumber = marked<number>({ kind: 'count', least: 1, most: 12 }, (text) => {
  const month = readCount(text);
  if (month instanceof Fault || (month >= 1 && month <= 12)) return month;
  return Fault.of(RULE_PROBLEMS.not_a_month_number, { text });
});
/** The decimals that a rounding keeps; -1 and -2 are whole tens and hundreds, down to -6. */
export const roundingPlaces = marked({ kind: 'count', least: -6, most: 6 }, readRoundingPlaces);
export const yesNo = marked({ kind: 'words', words: YES_NO }, readYesNo);

export const choice = <const T extends string>(...options: readonly T[]): z.ZodType<Value<T>> =>
  marked({ kind: 'words', words: options }, readChoice(options));

export const choices = <const T extends string>(...options: readonly T[]): z.ZodType<Value<readonly T[]>> =>
  markedList({ kind: 'words', words: options }, readChoice(options));

/** A formula of the month or under `each`; the measures that it names become references. */
const formulaWith = (within: 'month' | 'each'): z.ZodType<Value<Formula>> =>
  one(
    { kind: 'formula' },
    leaf.transform((input, faults): Value<Formula> => {
      const read: Read<Formula> = (text) => {
        const found = parseFormula(text);
        if (found instanceof Fault) return found;
        const names = measuresIn(found).filter((name) => within === 'month' || name !== ORDINAL);
        for (const id of names) input.references.push({ kind: 'month_measure', id, at: input.at });
        const [summed] = within === 'each' ? [] : soFarIn(found);
        return summed === undefined
          ? found
          : Fault.of(RULE_PROBLEMS.so_far_of_the_month, { measure: summed });
      };
      return withMark(readScalar(input, faults, read), input, faults);
    }),
  );

/** A formula over measures of the month. */
export const formula = formulaWith('month');
/** The same for each transaction, day or week, which it can name by its number, and sum measures up to. */
export const eachFormula = formulaWith('each');

/** An id that the rule file must declare. */
export const reference = (kind: ReferenceKind): z.ZodType<string> =>
  one(
    { kind: 'reference', to: kind },
    leaf.transform((input, faults) => readReference(input, faults, kind)),
  );

/** The same as a choice that needs a mark. */
export const markedReference = (kind: ReferenceKind): z.ZodType<Value<string>> =>
  one(
    { kind: 'reference', to: kind },
    leaf.transform((input, faults) => withMark(readReference(input, faults, kind), input, faults)),
  );

/** A list of decimals of either sign, each with the mark that covers it. */
export const numbers: z.ZodType<readonly Value<Exact>[]> = several(
  NUMBER,
  leaf.transform((input, faults) => {
    const { items } = input;
    if (!items) return refuse(faults, Fault.of(RULE_PROBLEMS.not_a_list, {}), input);
    if (items.length === 0) return refuse(faults, Fault.of(RULE_PROBLEMS.too_few, {}), input);
    return items.map((item) => withMark(readScalar(item, faults, readNumber), item, faults));
  }),
);

/** A list of words, with its mark. */
export const words: z.ZodType<Value<readonly string[]>> = markedList(TEXT, readText);

/** A day, and a list of days, which may be none, with their mark. */
export const markedDay: z.ZodType<Value<PlainDate>> = marked(DATE, readDate);
export const days: z.ZodType<Value<readonly PlainDate[]>> = markedList(DATE, readDate, 0);

/** A list of such ids, with its mark. */
export const markedReferences = (kind: ReferenceKind): z.ZodType<Value<readonly string[]>> =>
  several(
    { kind: 'reference', to: kind },
    leaf.transform((input, faults) => {
      for (const item of input.items ?? []) item.refersTo(kind);
      return withMark(readList(input, faults, readText), input, faults);
    }),
  );

function readReference(input: Leaf, faults: Faults, kind: ReferenceKind): string {
  input.refersTo(kind);
  return readScalar(input, faults, readText);
}
