/**
 * What the shapes of a rule file tell about themselves. Each constructor notes it beside the zod type that it makes,
 * so that what editors are told comes from the very definition that validates.
 */
import { z } from 'zod';
import type { ReferenceKind } from './references.js';

/** What a single value may be, as far as its text alone tells. */
export type Scalar =
  | { readonly kind: 'text' | 'formula' | 'date' | 'first_of_month' | 'month' | 'upper_edge' }
  /** A text that matches. */
  | { readonly kind: 'pattern'; readonly pattern: RegExp }
  /** A decimal or a percentage. */
  | {
      readonly kind: 'number';
      readonly least?: number;
      readonly most?: number;
      /** `least` itself is too little. */
      readonly beyond_least?: true;
    }
  /** Digits, never a percentage. */
  | { readonly kind: 'count'; readonly least: number; readonly most: number }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'reference'; readonly to: ReferenceKind };

type Fields = Readonly<Record<string, z.core.$ZodType>>;

/** What stands in a rule file where a shape is expected. */
export type Described =
  | { readonly kind: 'scalar'; readonly scalar: Scalar }
  /** A list of single values, none of which can be marked by itself. */
  | { readonly kind: 'scalars'; readonly scalar: Scalar; readonly least: number }
  | { readonly kind: 'list'; readonly item: z.core.$ZodType; readonly least: number }
  | { readonly kind: 'mapping'; readonly fields: Fields }
  | { readonly kind: 'table'; readonly keys: RegExp; readonly entry: z.core.$ZodType }
  /** One of these. */
  | { readonly kind: 'forms'; readonly forms: readonly z.core.$ZodType[] }
  /** What `of` is, and these keys, which may be left out, beside its own. */
  | { readonly kind: 'beside'; readonly of: z.core.$ZodType; readonly fields: Fields };

const noted = new WeakMap<z.core.$ZodType, Described>();

/** Notes what `shape` reads. */
export function describing<S extends z.ZodType>(described: Described, shape: S): S {
  noted.set(shape, described);
  return shape;
}

/** A shape that was described, whether it may be left out, and its description. */
export interface Description {
  readonly shape: z.core.$ZodType;
  readonly described: Described;
  readonly optional: boolean;
}

/**
 * What a shape reads, seen through all that only transforms or checks what was read. Throws where a shape was made
 * without saying what it reads, which is a mistake of the program.
 */
export function descriptionOf(shape: z.core.$ZodType, optional = false): Description {
  const described = noted.get(shape) ?? checkedOf(shape);
  if (described) return { shape, described, optional };
  if (shape instanceof z.ZodOptional || shape instanceof z.ZodDefault)
    return descriptionOf(shape.def.innerType, true);
  if (shape instanceof z.ZodPipe) return descriptionOf(shape.def.in, optional);
  if (shape instanceof z.ZodLazy) return descriptionOf(shape.def.getter(), optional);
  throw new Error(`a shape of a rule file that does not say what it reads: ${shape._zod.def.type}`);
}

/** A further check makes a copy of a shape, which knows the one it was made from. */
function checkedOf({ _zod: { parent } }: z.core.$ZodType): Described | undefined {
  return parent && (noted.get(parent) ?? checkedOf(parent));
}
