/** Single values of a rule file as JSON Schema: by what an editor makes of them, to whom `5` is a number and `5%` a text. */
import { ID, NAME } from './leaf-shape.js';
import type { Scalar } from './described.js';
import { MEASURES } from './measures.js';
import type { ReferenceKind } from './references.js';

/** A part of a JSON Schema. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Whatever is a text to telepay: editors read some texts as numbers or truths. */
const TEXT: JsonSchema = { type: ['string', 'number', 'boolean'] };
const NOT_EMPTY: JsonSchema = { ...TEXT, pattern: '\\S' };

const text = (pattern: string): JsonSchema => ({ type: 'string', pattern });

const measuresOf = (per: 'day' | 'month'): string[] =>
  Object.entries(MEASURES).flatMap(([name, measure]) => (measure.per === per ? [name] : []));

/** What `scalar` may be; its limits as far as a schema can tell them. */
export function scalarSchema(scalar: Scalar): JsonSchema {
  switch (scalar.kind) {
    case 'text':
    case 'formula':
      return NOT_EMPTY;
    case 'date':
      return text(DAY);
    case 'first_of_month':
      return text('^[0-9]{4}-(0[1-9]|1[0-2])-01$');
    case 'month':
      return text('^[0-9]{4}-(0[1-9]|1[0-2])$');
    case 'pattern':
      return { ...TEXT, pattern: scalar.pattern.source };
    case 'upper_edge':
      return numberSchema({});
    case 'number':
      return numberSchema(scalar);
    case 'count':
      return {
        type: ['integer', 'string'],
        minimum: scalar.least,
        maximum: scalar.most,
        pattern: '^-?[0-9]+$',
      };
    case 'words':
      return wordsSchema(scalar.words);
    case 'reference':
      return referenceSchema(scalar.to);
  }
}

/** The form of a day: of values, and of the keys of dated versions. */
export const DAY = '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$';

/** What tells a kind of single value from all others. */
export function scalarName(scalar: Scalar): string {
  switch (scalar.kind) {
    case 'pattern':
      return scalar.pattern === ID ? 'id' : `matching-${scalar.pattern.source}`;
    case 'number': {
      const { least, most, beyond_least } = scalar;
      if (least === undefined) return 'number';
      const upTo = most === undefined ? '' : `-to-${most}`;
      return `number-${beyond_least ? 'above' : 'from'}-${least}${upTo}`;
    }
    case 'count':
      return `whole-from-${scalar.least}-to-${scalar.most}`;
    case 'words':
      return scalar.words.join('-');
    case 'reference':
      return scalar.to;
    default:
      return scalar.kind;
  }
}

interface Limits {
  readonly least?: number;
  readonly most?: number;
  readonly beyond_least?: true;
}

/** A number, or a text of digits with a `%` or without; of the text a schema can only tell that it is not negative. */
function numberSchema({ least, most, beyond_least }: Limits): JsonSchema {
  return {
    type: ['number', 'string'],
    ...(least === undefined ? {} : { [beyond_least ? 'exclusiveMinimum' : 'minimum']: least }),
    ...(most === undefined ? {} : { maximum: most }),
    pattern: `^${least === undefined ? '[+-]?' : '[+]?'}[0-9]+([.][0-9]+)?%?$`,
  };
}

/** An editor reads a word of digits as a number. */
function wordsSchema(words: readonly string[]): JsonSchema {
  if (words.length === 0) return { not: {} };
  return { enum: words.flatMap((word) => (/^[0-9]+$/.test(word) ? [word, Number(word)] : [word])) };
}

/** What is declared elsewhere in the file; of measures, those that telepay counts are offered. */
function referenceSchema(to: ReferenceKind): JsonSchema {
  switch (to) {
    case 'day_measure':
      return { enum: measuresOf('day') };
    case 'month_measure':
      return { ...text(NAME.source), examples: measuresOf('month') };
    case 'clause':
    case 'product':
    case 'basis':
    case 'incident':
    case 'deduction':
    case 'test':
    case 'collected_measure':
    case 'component':
    case 'paid_component':
      return { ...TEXT, pattern: ID.source };
  }
}
