/**
 * The shape of rule files as JSON Schema, for editors. It is made of what the shapes that validate say about
 * themselves, so the two cannot differ. It tells keys, words and forms; what hangs on several values at once
 * (bands that meet, names that are declared) only telepay checks.
 */
import type { z } from 'zod';
import { type Described, type Description, descriptionOf } from './described.js';
import { MARKS } from './mark.js';
import { plan } from './plan.js';
import { DAY, type JsonSchema, scalarName, scalarSchema } from './scalar-schema.js';

/** What to tell of the key at the end of a path of keys (names of entries are `*`); undefined: nothing. */
export type Describe = (path: readonly string[]) => string | undefined;

/**
 * What values of a section are: policy, which bears marks and has dated versions; fixed, which has no versions,
 * since another one would be another file; or plain, without either.
 */
type Section = 'policy' | 'fixed' | 'plain';

const SECTIONS: Readonly<Record<string, Section>> = {
  version: 'fixed',
  effective_from: 'fixed',
  applies_to: 'fixed',
  replaces: 'fixed',
  currency: 'fixed',
  examples: 'plain',
};

type Fields = Readonly<Record<string, z.core.$ZodType>>;

/** The JSON Schema (draft-07, which all common editors know) of a rule file. */
export function ruleFileSchema(describe: Describe): JsonSchema {
  return new SchemaWriter(describe).write();
}

/** What may stand somewhere: single values and lists, which can bear a mark in braces, and mappings. */
interface Alternatives {
  readonly bare: readonly JsonSchema[];
  readonly mappings: readonly JsonSchema[];
}

class SchemaWriter {
  readonly #describe: Describe;
  readonly #definitions = new Map<string, JsonSchema>();
  readonly #names = new Map<z.core.$ZodType | string, Map<string, string>>();

  constructor(describe: Describe) {
    this.#describe = describe;
  }

  write(): JsonSchema {
    const { described } = descriptionOf(plan);
    if (described.kind !== 'mapping') throw new Error('a rule file is a mapping');
    this.#defineMarks();
    const root = this.#mapping(described.fields, [], (key) => SECTIONS[key] ?? 'policy', 'policy');
    return {
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'telepay',
      description: this.#describe([]),
      ...root,
      definitions: Object.fromEntries(this.#definitions),
    };
  }

  /** A reference to the definition of what may stand where `shape` is expected. */
  #position(shape: z.core.$ZodType, path: readonly string[], section: Section): JsonSchema {
    const found = descriptionOf(shape);
    const name = nameOf(found, path);
    const isValue = found.described.kind === 'scalar' || found.described.kind === 'scalars';
    return this.#defined(isValue ? name : found.shape, section, name, (self) =>
      this.#anyOf(this.#alternatives(found, path, section), section, self),
    );
  }

  #anyOf({ bare, mappings }: Alternatives, section: Section, self: JsonSchema): JsonSchema {
    const values = distinct(bare);
    const all = [...values, ...this.#braces(values, section, self), ...distinct(mappings)];
    const [only] = all;
    return only && all.length === 1 ? only : { anyOf: all };
  }

  /** `{ value: …, since: { 2025-07-01: … }, stated: … }` */
  #braces(values: readonly JsonSchema[], section: Section, self: JsonSchema): JsonSchema[] {
    const [only] = values;
    if (!only || section === 'plain') return [];
    const versions = {
      type: 'object',
      minProperties: 1,
      propertyNames: { pattern: DAY },
      additionalProperties: self,
    };
    const properties = {
      value: this.#told(['value'], values.length === 1 ? only : { anyOf: values }),
      ...(section === 'policy' ? { since: this.#told(['since'], versions) } : {}),
      ...this.#marks(),
    };
    return [{ type: 'object', properties, required: ['value'], ...CLOSED_WITH_MARKS }];
  }

  #alternatives(
    { shape, described }: Description,
    path: readonly string[],
    section: Section,
    beside: Fields = {},
  ): Alternatives {
    switch (described.kind) {
      case 'scalar':
        return { bare: [scalarSchema(described.scalar)], mappings: [] };
      case 'scalars': {
        const items = scalarSchema(described.scalar);
        return { bare: [{ type: 'array', items, minItems: described.least }], mappings: [] };
      }
      case 'list': {
        const items = this.#position(described.item, path, section);
        return { bare: [{ type: 'array', items, minItems: described.least }], mappings: [] };
      }
      case 'mapping': {
        const fields = { ...described.fields, ...beside };
        const write = (): JsonSchema => this.#mapping(fields, path, () => section, section);
        const alone = Object.keys(beside).length === 0;
        const name = `${path.join('.')}.${Object.keys(fields).join('-').slice(0, 40)}`;
        return {
          bare: [],
          mappings: [alone ? this.#defined(shape, `${section} mapping`, name, write) : write()],
        };
      }
      case 'table':
        return { bare: [], mappings: [this.#table(described, path, section)] };
      case 'forms': {
        const all = described.forms.map((form) =>
          this.#alternatives(descriptionOf(form), path, section, beside),
        );
        return { bare: all.flatMap((one) => one.bare), mappings: all.flatMap((one) => one.mappings) };
      }
      case 'beside':
        return this.#alternatives(descriptionOf(described.of), path, section, {
          ...beside,
          ...described.fields,
        });
    }
  }

  #mapping(
    fields: Fields,
    path: readonly string[],
    sectionOf: (key: string) => Section,
    section: Section,
  ): JsonSchema {
    const own = Object.entries(fields).map(([key, shape]): [string, JsonSchema] => {
      const at = [...path, key];
      return [key, this.#told(at, this.#position(shape, at, sectionOf(key)))];
    });
    const required = Object.keys(fields).filter((key) => {
      const shape = fields[key];
      return shape !== undefined && !descriptionOf(shape).optional;
    });
    return {
      type: 'object',
      properties: { ...Object.fromEntries(own), ...(section === 'plain' ? {} : this.#marks()) },
      ...(required.length > 0 ? { required } : {}),
      ...(section === 'plain' ? CLOSED : CLOSED_WITH_MARKS),
    };
  }

  #table(
    { keys, entry }: Extract<Described, { kind: 'table' }>,
    path: readonly string[],
    section: Section,
  ): JsonSchema {
    return {
      type: 'object',
      ...(section === 'plain' ? {} : { properties: this.#marks(), dependencies: MARK_DEPENDENCIES }),
      propertyNames: { pattern: keys.source },
      additionalProperties: this.#position(entry, [...path, '*'], section),
    };
  }

  #told(path: readonly string[], schema: JsonSchema): JsonSchema {
    const description = this.#describe(path);
    return description === undefined ? schema : { description, ...schema };
  }

  /** The definition of a shape (of a single value: by its name) in one of its uses, written once; what it is made of may refer back to it. */
  #defined(
    shape: z.core.$ZodType | string,
    use: string,
    name: string,
    write: (self: JsonSchema) => JsonSchema,
  ): JsonSchema {
    const uses = this.#names.get(shape) ?? new Map<string, string>();
    this.#names.set(shape, uses);
    const known = uses.get(use);
    if (known !== undefined) return { $ref: `#/definitions/${known}` };
    const free = freeName(name, this.#definitions);
    uses.set(use, free);
    const self = { $ref: `#/definitions/${free}` };
    this.#definitions.set(free, {});
    this.#definitions.set(free, write(self));
    return self;
  }

  #defineMarks(): void {
    const text = scalarSchema({ kind: 'text' });
    const clause = scalarSchema({ kind: 'reference', to: 'clause' });
    const confirmation = { clause, by: text, on: scalarSchema({ kind: 'date' }), document: text };
    const both = { zh: text, en: text };
    const closed = (properties: Fields | Readonly<Record<string, JsonSchema>>): JsonSchema => ({
      type: 'object',
      properties,
      required: Object.keys(properties),
      ...CLOSED,
    });
    const marks: Readonly<Record<(typeof MARKS)[number] | 'because' | 'or', JsonSchema>> = {
      stated: clause,
      confirmed: closed(confirmation),
      assumed: clause,
      because: { anyOf: [text, closed(both)] },
      or: {},
    };
    for (const [key, schema] of Object.entries(marks)) this.#definitions.set(key, this.#told([key], schema));
  }

  #marks(): Readonly<Record<string, JsonSchema>> {
    const keys = [...MARKS, 'because', 'or'];
    return Object.fromEntries(keys.map((key) => [key, { $ref: `#/definitions/${key}` }]));
  }
}

const MARK_DEPENDENCIES = { because: ['assumed'], or: ['assumed'], assumed: ['because'] };
const CLOSED = { additionalProperties: false };
const CLOSED_WITH_MARKS = { ...CLOSED, dependencies: MARK_DEPENDENCIES };

/** By what it is rather than where it stands: a value that many keys have is defined once. */
function nameOf({ described }: Description, path: readonly string[]): string {
  if (described.kind === 'scalar') return scalarName(described.scalar);
  if (described.kind === 'scalars') return `${scalarName(described.scalar)}.list-${described.least}`;
  return path.join('.');
}

function freeName(wanted: string, taken: ReadonlyMap<string, unknown>): string {
  const name = wanted.replaceAll('.*', '').replaceAll(/[^A-Za-z0-9._-]/g, '');
  let free = name;
  for (let next = 2; taken.has(free); next += 1) free = `${name}-${next}`;
  return free;
}

const distinct = (schemas: readonly JsonSchema[]): JsonSchema[] => [
  ...new Map(schemas.map((one) => [JSON.stringify(one), one])).values(),
];
