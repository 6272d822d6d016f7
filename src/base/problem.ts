/**
 * An error or warning as data. What a code means, in both languages, stands in the catalogue of
 * `src/problems/`; only the outermost layer turns a problem into text.
 */
import type { Language } from './localized.js';

export type Severity = 'error' | 'warning';

/** Where something stands. `line` and `column` count from 1; `column` counts characters of the line. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** What a reader is told: what is wrong, what would be right, and how to mend it. */
export interface Explanation {
  readonly message: string;
  readonly expected: string;
  readonly hint: string;
}

/** One entry of the catalogue: a code, how bad it is, and its words, given the parameters of a case. */
export interface ProblemKind<Params> {
  readonly code: string;
  readonly severity: Severity;
  readonly explain: Readonly<Record<Language, (params: Params) => Explanation>>;
}

export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  /** The text that is wrong, as it stands in the file. */
  readonly value?: string;
  /** The line it stands on, for the listing with a caret; kept for the first problems of a code only. */
  readonly excerpt?: string;
  readonly explain: (language: Language) => Explanation;
}

/** A case of `kind` at `place`. */
export function problem<Params>(
  kind: ProblemKind<Params>,
  place: Place,
  params: Params,
  seen: { value?: string; excerpt?: string } = {},
): Problem {
  return {
    code: kind.code,
    severity: kind.severity,
    place,
    ...seen,
    explain: (language) => kind.explain[language](params),
  };
}

export const isError = (one: Problem): boolean => one.severity === 'error';
