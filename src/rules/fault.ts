/** Faults: what is found wrong in a rule file while its shape is read, on the way to becoming problems. */
import { z } from 'zod';
import { type Place, type Problem, problem, type ProblemKind } from '../base/problem.js';
import { nearest } from '../input/near.js';
import type { UnknownWord } from '../problems/rule-shape.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { keyPlaceOf, placeOf, type YamlNode } from '../yaml/tree.js';
import { type DeclaredNames, declaredNames } from './declared-names.js';
import { MARKS } from './mark.js';

/** What is around a fault: the keys that lead to it, and the names that the file declares. */
export interface Surroundings {
  readonly path: readonly string[];
  readonly names: DeclaredNames;
}

const NOWHERE: Surroundings = { path: [], names: { measures: [], clauses: [] } };

/** A problem that only lacks its place and the text that stands there. */
export class Fault {
  private constructor(readonly problemAt: (place: Place, value?: string, around?: Surroundings) => Problem) {}

  static of<P>(kind: ProblemKind<P>, params: P): Fault {
    return Fault.within(kind, () => params);
  }

  /** One whose words hang on what is around it. */
  static within<P>(kind: ProblemKind<P>, params: (around: Surroundings) => P): Fault {
    return new Fault((place, value, around = NOWHERE) =>
      problem(kind, place, params(around), value === undefined ? {} : { value }),
    );
  }
}

/** The parameters of a problem with a word that is none of the known ones. */
export function unknownWord(text: string, known: readonly string[]): UnknownWord {
  return { text, known, near: nearest(text, known) ?? '' };
}

/** Where a zod schema takes what it finds wrong. */
export interface Faults {
  addIssue(issue: { code: 'custom'; path?: PropertyKey[]; params: { found: Found | Nested } }): void;
}

/** A text of the rule file and where it stands. */
export interface Written {
  readonly text: string;
  readonly at: Place;
}

/** A fault, and what it is about where that is another node than the one at the issue's path. */
class Found {
  constructor(
    readonly fault: Fault,
    readonly about: Written | undefined,
  ) {}
}

/** An issue of a schema that was chosen by what stood there. */
class Nested {
  constructor(readonly issue: z.core.$ZodIssue) {}
}

/** Reports a fault, and gives what a transform without a result returns. */
export function refuse(faults: Faults, fault: Fault, about?: Written): never {
  faults.addIssue({ code: 'custom', params: { found: new Found(fault, about) } });
  return z.NEVER;
}

/** Reports a fault of an entry further down: at its key. */
export function refuseAt(faults: Faults, path: readonly string[], fault: Fault): void {
  faults.addIssue({ code: 'custom', path: [...path], params: { found: new Found(fault, undefined) } });
}

/**
 * What `schema` makes of `input`; its issues become issues of the schema that calls this. `beside`: keys of the same
 * mapping that are read elsewhere.
 */
export function readAs<S extends z.ZodType>(
  schema: S,
  input: unknown,
  faults: Faults,
  beside: readonly string[] = [],
): z.output<S> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    faults.addIssue({
      code: 'custom',
      path: [...issue.path],
      params: { found: new Nested(withKnown(issue, beside)) },
    });
  }
  return z.NEVER;
}

/** The issue, with further keys that its mapping may have. */
function withKnown(issue: z.core.$ZodIssue, keys: readonly string[]): z.core.$ZodIssue {
  if (keys.length === 0 || issue.path.length > 0) return issue;
  if (issue.code === 'unrecognized_keys') return { ...issue, message: [issue.message, ...keys].join(' ') };
  const found: unknown = issue.code === 'custom' ? issue.params?.['found'] : undefined;
  if (!(found instanceof Nested)) return issue;
  return { ...issue, code: 'custom', params: { found: new Nested(withKnown(found.issue, keys)) } };
}

/** What zod found wrong in the tree at `root`. */
export function problemsOf(issues: readonly z.core.$ZodIssue[], root: YamlNode): Problem[] {
  const names = declaredNames(root);
  return issues.flatMap((issue) => problemsOfIssue(issue, root, names));
}

function problemsOfIssue(issue: z.core.$ZodIssue, root: YamlNode, names: DeclaredNames): Problem[] {
  const { path } = issue;
  const around: Surroundings = { path: path.map(String), names };
  const found: unknown = issue.code === 'custom' ? issue.params?.['found'] : undefined;
  if (found instanceof Nested) return problemsOfIssue({ ...found.issue, path }, root, names);
  if (found instanceof Found && found.about) {
    return [found.fault.problemAt(found.about.at, found.about.text, around)];
  }
  if (issue.code === 'unrecognized_keys') {
    // The schema of a mapping lists the keys that it knows in its message.
    const known = issue.message.split(' ');
    return issue.keys.map((key) =>
      unknownKey(key, known, around.path).problemAt(keyPlaceOf(root, [...path, key]), key),
    );
  }
  const key = around.path.at(-1) ?? '';
  if (issue.code === 'invalid_key') {
    return [Fault.of(RULE_PROBLEMS.bad_id, { text: key }).problemAt(keyPlaceOf(root, path), key)];
  }
  if (issue.input === undefined) {
    const within = around.path.at(-2) ?? '';
    return [Fault.of(RULE_PROBLEMS.missing, { key, within }).problemAt(keyPlaceOf(root, path.slice(0, -1)))];
  }
  if (found instanceof Found) return [found.fault.problemAt(keyPlaceOf(root, path), undefined, around)];
  return [faultOf(issue).problemAt(placeOf(root, path), undefined, around)];
}

/** The key of a mapping at `path` that knows only these. A mark may stand in any, but for those of examples. */
function unknownKey(key: string, known: readonly string[], path: readonly string[]): Fault {
  const marks = path[0] === 'examples' ? [] : MARKS;
  const near = nearest(key, [...known, ...marks]) ?? '';
  return Fault.of(RULE_PROBLEMS.unknown_key, { text: key, known, near, marks, path });
}

/** What an issue of zod's own says; ours are lists, mappings and, for the rest, single values. */
function faultOf(issue: z.core.$ZodIssue): Fault {
  if (issue.code === 'too_small') return Fault.of(RULE_PROBLEMS.too_few, {});
  if (issue.code !== 'invalid_type') return Fault.of(RULE_PROBLEMS.not_a_value, {});
  return issue.expected === 'array'
    ? Fault.of(RULE_PROBLEMS.not_a_list, {})
    : Fault.within(RULE_PROBLEMS.not_a_mapping, ({ path }) => ({ keys: [], path }));
}
