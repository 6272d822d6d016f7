/**
 * Marks: every value of a rule file says whether the handbook states it, the firm has confirmed it, or it is
 * assumed because the text lost it.
 */
import type { Localized } from '../base/localized.js';
import type { Place } from '../base/problem.js';

/** The keys that a mark begins with. */
export const MARKS = ['stated', 'confirmed', 'assumed'] as const;

interface MarkBase {
  /** Id of the clause in the rule file's `clauses`. */
  readonly clause: string;
  /** Where in the rule file the mark stands: a path for people and a place for editors. */
  readonly path: string;
  readonly at: Place;
}

export interface Stated extends MarkBase {
  readonly kind: 'stated';
}

/** How a firm settles an assumption: who confirmed the value, when, and in which document. */
export interface Confirmed extends MarkBase {
  readonly kind: 'confirmed';
  readonly by: string;
  readonly on: string;
  readonly document: string;
}

export interface Assumed extends MarkBase {
  readonly kind: 'assumed';
  readonly because: Localized;
  /** What else the clause could mean, as it would be written in the place of the value. */
  readonly alternatives: readonly string[];
}

export type Mark = Stated | Confirmed | Assumed;

/** A value of the rule file with its mark. */
export interface Value<T> {
  readonly value: T;
  /** As it is written in the file: `2.5`, `20%`, `[present, late]`. */
  readonly text: string;
  readonly mark: Mark;
  /** `products.INFO_4.points.bands.2.pays` */
  readonly path: string;
  readonly at: Place;
}
