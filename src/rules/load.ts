/** A rule file's bytes → its plan, or everything that is wrong with it. */
import { createHash } from 'node:crypto';
import type { Problem } from '../base/problem.js';
import { readYaml } from '../yaml/read.js';
import { preferFullWidthColons, withExcerpts } from '../yaml/text.js';
import type { YamlNode } from '../yaml/tree.js';
import { problemsOf } from './fault.js';
import { checkExampleColumns, exampleReferences } from './example-names.js';
import { type Example, readExamples } from './examples.js';
import { MarkReader } from './mark-reader.js';
import { type Plan, plan } from './plan.js';
import { checkCounting, checkOwnMeasures, checkReferences, deductionReferences } from './references.js';

export interface LoadedPlan {
  readonly plan: Plan;
  /** What the file itself says that the plan comes to, in the order of the file. */
  readonly examples: readonly Example[];
  /** The measures that it names: telepay's own and its own. */
  readonly named: ReadonlySet<string>;
  /** As it is named in messages. */
  readonly file: string;
  /** As it was read. */
  readonly bytes: Uint8Array;
  /** Of those bytes. */
  readonly sha256: string;
}

export interface RefusedPlan {
  readonly problems: readonly Problem[];
}

/**
 * Reads a rule file. Whatever the bytes are, it never throws: all problems of the file come back in one go,
 * in the order of their lines, each with the line it stands on.
 */
export function loadPlan(bytes: Uint8Array, file: string): LoadedPlan | RefusedPlan {
  const reading = readYaml(bytes, file);
  if ('problems' in reading) return reading;
  const { root, text } = reading;
  const { result, named, examples, problems } = readPlan(root);
  if (result !== undefined && problems.length === 0) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { plan: result, named, examples, file, bytes, sha256 };
  }
  return { problems: withExcerpts(preferFullWidthColons(problems, text, file), text).toSorted(byPlace) };
}

interface PlanReading {
  readonly result: Plan | undefined;
  readonly named: ReadonlySet<string>;
  readonly examples: readonly Example[];
  readonly problems: readonly Problem[];
}

function readPlan(root: YamlNode): PlanReading {
  const marks = new MarkReader();
  const parsed = plan.safeParse(marks.read(root), { reportInput: true });
  const problems = [
    ...marks.problems,
    ...problemsOf(parsed.error?.issues ?? [], root),
    ...checkReferences(root, [...marks.references, ...deductionReferences(root), ...exampleReferences(root)]),
    ...checkExampleColumns(root),
    ...checkOwnMeasures(root),
    ...checkCounting(root),
  ];
  const references = marks.references.filter(({ kind }) => kind === 'month_measure');
  const named = new Set(references.map(({ id }) => id));
  if (!parsed.data || problems.length > 0) return { result: undefined, named, examples: [], problems };
  return { result: parsed.data, named, ...readExamples(parsed.data, root) };
}

function byPlace(left: Problem, right: Problem): number {
  return (
    (left.place.line ?? 0) - (right.place.line ?? 0) || (left.place.column ?? 0) - (right.place.column ?? 0)
  );
}
