/** The building blocks of the rule file's shape: leaves with and without marks, and choices between forms. */
import { z } from 'zod';
import { type Exact, HUNDRED, parseDecimal } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import { parseIsoDate } from '../base/period.js';
import type { RULE_PROBLEMS } from '../problems/rules.js';
import { inline, Leaf, type Value } from './mark.js';

/** A fault found while a value is read, to become a problem at the value's place. */
export interface Fault {
  readonly fault: keyof typeof RULE_PROBLEMS;
  readonly params?: Readonly<Record<string, string>>;
}

type Reading<T> = { readonly value: T } | Fault;

const FULL_WIDTH_NUMBER = /^[\d.+\-\uFF10-\uFF19\uFF0E\uFF0B\uFF0D\u3002]*[\uFF10-\uFF19\uFF0E\uFF0B\uFF0D\u3002][\d.+\-\uFF10-\uFF19\uFF0E\uFF0B\uFF0D\u3002]*$/;

/** A decimal, or a percentage (`5%` is 0.05). */
function readNumber(text: string): Reading<Exact> {
  const percent = text.endsWith('%');
  const value = parseDecimal(percent ? text.slice(0, -1) : text);
  if (value) return { value: percent ? value.div(HUNDRED) : value };
  if (FULL_WIDTH_NUMBER.test(text)) return { fault: 'full_width_digits', params: { text } };
  return { fault: 'not_a_number', params: { text } };
}

function readCount(text: string): Reading<number> {
  const reading = readNumber(text);
  if ('fault' in reading) return reading;
  if (!/^\d{1,9}$/.test(text)) return { fault: 'not_a_count', params: { text } };
  return { value: Number(text) };
}

function readChoice<const T extends string>(options: readonly T[]): (text: string) => Reading<T> {
  return (text) => {
    const value = options.find((option) => option === text);
    if (value !== undefined) return { value };
    return { fault: 'not_an_option', params: { text, options: options.join(', ') } };
  };
}

const leaf = z.custom<Leaf>((input) => input instanceof Leaf);

interface IssueSink {
  addIssue(issue: { code: 'custom'; params: Fault }): void;
}

function take<T>(reading: Reading<T>, context: IssueSink): T {
  if ('value' in reading) return reading.value;
  context.addIssue({ code: 'custom', params: reading });
  return z.NEVER;
}

function scalarText(input: Leaf, context: IssueSink): string {
  return take(input.text === undefined ? { fault: 'not_text', params: { key: '' } } : { value: input.text }, context);
}

/** A word or sentence that needs no mark: an id, a name, a reference. */
export const text = leaf.transform((input, context) => scalarText(input, context));

/** A list of such words. */
export const texts = leaf.transform((input, context) =>
  take(input.texts ? { value: input.texts } : { fault: 'not_a_list' }, context),
);

/** A date that needs no mark. */
export const date = leaf.transform((input, context) => {
  const found = parseIsoDate(input.text ?? '');
  return take(found ? { value: found } : { fault: 'not_a_date', params: { text: input.text ?? '' } }, context);
});

/** A text in every language: `{ zh: …, en: … }`, or one text for all. */
export const localized: z.ZodType<Localized> = z
  .union([leaf, z.strictObject({ zh: text, en: text })])
  .transform((input, context): Localized => {
    if (!(input instanceof Leaf)) return input;
    const one = scalarText(input, context);
    return { zh: one, en: one };
  });

function marked<T>(read: (input: Leaf, context: IssueSink) => T): z.ZodType<Value<T>> {
  return leaf.transform((input, context): Value<T> => {
    const value = read(input, context);
    if (input.mark) return { value, text: inline(input.node), mark: input.mark, path: input.path };
    context.addIssue({ code: 'custom', params: { fault: 'no_mark' } });
    return z.NEVER;
  });
}

const markedScalar = <T>(read: (text: string) => Reading<T>): z.ZodType<Value<T>> =>
  marked((input, context) => {
    const one = scalarText(input, context);
    return typeof one === 'string' ? take(read(one), context) : z.NEVER;
  });

/** An exact decimal with its mark. */
export const number = markedScalar(readNumber);
/** A whole number of 0 or more with its mark. */
export const count = markedScalar(readCount);
/** A word with its mark. */
export const word = markedScalar((one) => ({ value: one }));
/** `yes` or `no` with its mark. */
export const yesNo = markedScalar((one): Reading<boolean> => {
  const answer = readChoice(['yes', 'no'])(one);
  return 'value' in answer ? { value: answer.value === 'yes' } : answer;
});

/** One of these words, with its mark. */
export const choice = <const T extends string>(...options: readonly T[]): z.ZodType<Value<T>> =>
  markedScalar(readChoice(options));

/** A list of any of these words, with its mark. */
export const choices = <const T extends string>(...options: readonly T[]): z.ZodType<Value<readonly T[]>> =>
  marked((input, context) => {
    const items = take<string[]>(input.texts ? { value: input.texts } : { fault: 'not_a_list' }, context);
    return Array.isArray(items) ? items.map((item) => take(readChoice(options)(item), context)) : z.NEVER;
  });

/** A list of words with its mark. */
export const words: z.ZodType<Value<readonly string[]>> = marked((input, context) =>
  take<readonly string[]>(input.texts ? { value: input.texts } : { fault: 'not_a_list' }, context),
);

type Tagged<S extends Record<string, z.ZodType>> = { [K in keyof S & string]: { readonly kind: K } & z.output<S[K]> }[keyof S &
  string];

/**
 * One of several forms of a mapping, chosen by `pick` from what stands there; the result carries the form's
 * name as `kind`. Faults are those of the chosen form alone, so that a typo is not answered with all forms.
 */
export function form<S extends Record<string, z.ZodType>>(
  pick: (input: unknown) => (keyof S & string) | Fault,
  forms: S,
): z.ZodType<Tagged<S>> {
  return z.unknown().transform((input, context) => {
    const kind = pick(input);
    if (typeof kind !== 'string') {
      context.addIssue({ code: 'custom', params: kind });
      return z.NEVER;
    }
    const schema = forms[kind];
    const result = schema?.safeParse(input, { reportInput: true });
    if (result?.success) return { kind, ...(result.data as object) } as Tagged<S>;
    for (const issue of result?.error.issues ?? []) context.issues.push({ ...issue, input: issue.input });
    return z.NEVER;
  });
}

/** Picks the form whose key stands in the mapping; exactly one must. */
export function byKey<const K extends string>(...keys: readonly K[]): (input: unknown) => K | Fault {
  return (input) => {
    if (input === null || typeof input !== 'object' || input instanceof Leaf) {
      return { fault: 'not_a_mapping', params: { keys: keys.join(', ') } };
    }
    const present = keys.filter((key) => key in input);
    const [only] = present;
    if (only !== undefined && present.length === 1) return only;
    return { fault: 'not_exactly_one', params: { keys: keys.join(', '), found: present.join(', ') } };
  };
}
