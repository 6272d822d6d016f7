/** The shapes of mappings and lists of a rule file, and choices between several forms. */
import { z } from 'zod';
import type { Localized } from '../base/localized.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { describing } from './described.js';
import { Fault, readAs, refuse } from './fault.js';
import { Leaf, type Marked } from './leaf.js';
import { ID, markedText, NAME, text } from './leaf-shape.js';
import type { Value } from './mark.js';

type MarkedMapping = Readonly<Record<string, Marked>>;

export function isMapping(input: unknown): input is MarkedMapping {
  return typeof input === 'object' && input !== null && !Array.isArray(input) && !(input instanceof Leaf);
}

const notAMapping = (keys: readonly string[]): Fault =>
  Fault.within(RULE_PROBLEMS.not_a_mapping, ({ path }) => ({ keys, path }));

type Mapping<S extends z.ZodRawShape> = z.ZodObject<S, z.core.$strict>;

/** A mapping with these keys and no others. */
export function mapping<S extends z.ZodRawShape>(fields: S): z.ZodType<z.output<Mapping<S>>> {
  const keys = Object.keys(fields);
  // Unknown keys are all that this schema can find wrong itself; its message lists those that it knows.
  const object: Mapping<S> = z.strictObject(fields, { error: () => keys.join(' ') });
  const shape = z.unknown().transform((input, faults): z.output<Mapping<S>> => {
    if (isMapping(input)) return readAs(object, input, faults);
    return refuse(faults, notAMapping(keys));
  });
  return describing({ kind: 'mapping', fields: object.shape }, shape);
}

/** A list of at least so many. */
export function list<S extends z.ZodType>(item: S, least = 1): z.ZodType<z.output<S>[]> {
  const shape = z.preprocess(
    (input) => (input instanceof Leaf ? (input.items ?? input) : input),
    z.array(item).min(least),
  );
  return describing({ kind: 'list', item, least }, shape);
}

/** A mapping from ids to entries of one shape, in the order of the file. */
function entries<S extends z.ZodType>(
  pattern: RegExp,
  entry: S,
): z.ZodType<Readonly<Record<string, z.output<S>>>> {
  const shape = z.record(z.string().regex(pattern), entry).transform(bare);
  return describing({ kind: 'table', keys: pattern, entry }, shape);
}

/** The same without a prototype, so that looking up `constructor` finds nothing. */
function bare<T>(found: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const entries: Record<string, T> = {};
  Object.setPrototypeOf(entries, null);
  return Object.assign(entries, found);
}

/** Entries by codes, which may be mere numbers: products, clauses. */
export const table = <S extends z.ZodType>(entry: S) => entries(ID, entry);
/** Entries by names, which keep their order: components, sections, grades. */
export const namedTable = <S extends z.ZodType>(entry: S) => entries(NAME, entry);

/** Entries by whatever stands there: days, order numbers, columns. */
export const openTable = <S extends z.ZodType>(entry: S) => entries(/./u, entry);

/** A table that may be left out, and is an empty one then. */
export const orEmpty = <T>(shape: z.ZodType<Readonly<Record<string, T>>>) => shape.default(() => bare<T>({}));

/** One of several forms, chosen by `pick` from what stands there: a typo is not answered with all of them. */
export function form<K extends string, S extends Readonly<Record<K, z.ZodType>>>(
  pick: (input: unknown) => K | Fault,
  forms: S,
): z.ZodType<z.output<S[K]>> {
  const shape = z.unknown().transform((input, faults): z.output<S[K]> => {
    const picked = pick(input);
    return picked instanceof Fault ? refuse(faults, picked) : readAs(forms[picked], input, faults);
  });
  return describing({ kind: 'forms', forms: Object.values<z.ZodType>(forms) }, shape);
}

/** Adds the name of a form to what it reads, for switches over it. */
export const tagged = <const K extends string, T extends object>(kind: K, shape: z.ZodType<T>) =>
  shape.transform((read): { readonly kind: K } & T => ({ kind, ...read }));

/** Picks the form whose key stands in the mapping; exactly one must. */
export function byKey<const K extends string>(...keys: readonly K[]): (input: unknown) => K | Fault {
  return (input) => {
    if (!isMapping(input)) return notAMapping(keys);
    const found = keys.filter((key) => key in input);
    const [only] = found;
    if (only !== undefined && found.length === 1) return only;
    const others = Object.keys(input).filter((key) => !found.some((one) => one === key));
    return Fault.within(RULE_PROBLEMS.not_exactly_one, ({ path }) => ({ keys, found, others, path }));
  };
}

/** The word that stands in a mapping under `key`, for picking a form by it. */
export function wordAt(input: unknown, key: string): string | Fault {
  if (!isMapping(input)) return notAMapping([key]);
  const found = input[key];
  if (found === undefined) return Fault.of(RULE_PROBLEMS.missing, { key });
  return (found instanceof Leaf ? found.scalar : undefined) ?? Fault.of(RULE_PROBLEMS.not_a_value, {});
}

const languages = mapping({ zh: text, en: text });
const inBoth = (one: string): Localized => ({ zh: one, en: one });

/** A text in every language: `{ zh: …, en: … }`, or one text for all. */
export const localized: z.ZodType<Localized> = form((input) => (input instanceof Leaf ? 'one' : 'each'), {
  one: text.transform(inBoth),
  each: languages,
});

/** The same with a mark, which stands beside the texts. */
export const markedName: z.ZodType<Value<Localized>> = mapping({ zh: markedText, en: markedText }).transform(
  ({ zh, en }): Value<Localized> => ({ ...zh, value: { zh: zh.value, en: en.value }, path: zh.mark.path }),
);
