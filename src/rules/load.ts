/** A rule file's bytes → its plan, or everything that is wrong with it. */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { indexBy } from '../base/group.js';
import { byText } from '../base/order.js';
import type { PlainDate } from '../base/period.js';
import { type Place, type Problem, problem } from '../base/problem.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { readYaml } from '../yaml/read.js';
import { preferFullWidthColons, withExcerpts } from '../yaml/text.js';
import type { YamlNode } from '../yaml/tree.js';
import { checkPointChanges, checkVersions } from './changes.js';
import { declaredNames } from './declared-names.js';
import { problemsOf } from './fault.js';
import { checkExampleColumns, exampleReferences } from './example-names.js';
import { type Example, readExamples } from './examples.js';
import { MarkReader, type Version } from './mark-reader.js';
import { checkMeasureNames } from './measure-names.js';
import { type Plan, plan, type PlanChange } from './plan.js';
import { checkCounting, checkOwnMeasures, checkReferences, deductionReferences } from './references.js';
import { withSharedParts } from './shared-parts.js';
import { preferUnquotedFormulas } from './unquoted-formulas.js';

export interface LoadedPlan {
  readonly plan: Plan;
  /** What the file itself says that the plan comes to, in the order of the file. */
  readonly examples: readonly Example[];
  /** The measures that it names: telepay's own and its own. */
  readonly named: ReadonlySet<string>;
  /** As it is written, with every place. */
  readonly root: YamlNode;
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
  if ('problems' in reading) {
    const { text, problems } = reading;
    if (text === undefined) return { problems };
    return { problems: withExcerpts(preferUnquotedFormulas(problems, text, file), text) };
  }
  const { root, text } = reading;
  const { result, named, examples, problems } = readPlan(root);
  if (result !== undefined && problems.length === 0) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { plan: result, named, examples, root, file, bytes, sha256 };
  }
  const told = preferUnquotedFormulas(preferFullWidthColons(problems, text, file), text, file);
  return { problems: withExcerpts(told, text).toSorted(byPlace) };
}

/** A plan from the tree of a file that no one wrote so: it is as sound as one that was read. */
export function loadTree(root: YamlNode, file: string): Omit<LoadedPlan, 'bytes' | 'sha256'> | RefusedPlan {
  const { result, named, examples, problems } = readPlan(root);
  if (result === undefined || problems.length > 0) return { problems };
  return { plan: result, named, examples, root, file };
}

interface PlanReading {
  readonly result: Plan | undefined;
  readonly named: ReadonlySet<string>;
  readonly examples: readonly Example[];
  readonly problems: readonly Problem[];
}

function readPlan(root: YamlNode): PlanReading {
  const first = readAsOf(root);
  const later = readChanges(root, first);
  const all = [first, ...later];
  const versions = distinctPlaces(all.flatMap(({ marks }) => marks.versions));
  const changes = later.flatMap(({ from, plan }): PlanChange[] => (plan ? [{ from, plan }] : []));
  const references = [...all.flatMap(({ marks }) => marks.references), ...deductionReferences(root)];
  const found = distinctProblems([
    ...all.flatMap(({ marks }) => marks.problems),
    ...all.flatMap(({ issues }) => problemsOf(issues, root)),
    ...checkReferences(root, [...references, ...exampleReferences(root)]),
    ...checkExampleColumns(root),
    ...checkOwnMeasures(root),
    ...checkMeasureNames(root),
    ...checkCounting(root),
    ...checkVersions(root, versions),
    ...(first.plan ? checkPointChanges(first.plan, changes, versions) : []),
  ]);
  const problems = all.some(({ marks }) => marks.hasMarks) ? found : asUnmarked(found, root);
  const named = new Set(references.flatMap(({ kind, id }) => (kind === 'month_measure' ? [id] : [])));
  if (!first.plan || problems.length > 0) return { result: undefined, named, examples: [], problems };
  const result = changes.length > 0 ? { ...first.plan, changes } : first.plan;
  const { examples, problems: inExamples } = readExamples(result, root);
  return { result, named, examples, problems: distinctProblems(inExamples) };
}

/** A file without any mark lacks one thing, not one for each of its values. */
function asUnmarked(problems: readonly Problem[], root: YamlNode): readonly Problem[] {
  const others = problems.filter(({ code }) => code !== RULE_PROBLEMS.no_mark.code);
  const values = problems.length - others.length;
  if (values === 0) return problems;
  const [clause] = declaredNames(root).clauses;
  return [...others, problem(RULE_PROBLEMS.no_marks_at_all, root.at, { values, clause })];
}

/** A rule file as it is on one day. */
interface Reading {
  readonly marks: MarkReader;
  readonly plan: Plan | undefined;
  readonly issues: readonly z.core.$ZodIssue[];
}

function readAsOf(root: YamlNode, on?: PlainDate): Reading {
  const marks = new MarkReader(on);
  const { data, error } = plan.safeParse(marks.read(root), { reportInput: true });
  return { marks, plan: data, issues: error?.issues ?? [] };
}

/** The file as it is from each date on from which a value has another version. */
function readChanges(root: YamlNode, first: Reading): (Reading & { readonly from: PlainDate })[] {
  const later: (Reading & { readonly from: PlainDate })[] = [];
  let before = first;
  let [from] = datesAfter(undefined, before);
  while (from !== undefined) {
    const reading = readAsOf(root, from);
    const shared = reading.plan && before.plan ? withSharedParts(reading.plan, before.plan) : reading.plan;
    before = { ...reading, plan: shared };
    later.push({ ...before, from });
    [from] = datesAfter(from, before);
  }
  return later;
}

/** A version may hold values that have versions of their own: later dates come to light on the way. */
const datesAfter = (from: PlainDate | undefined, { marks }: Reading): PlainDate[] =>
  marks.versions
    .map((version) => version.from)
    .filter((date) => from === undefined || date > from)
    .toSorted(byText);

const placeOf = ({ line, column }: Place): string => `${line}:${column}`;

/** What every reading of the file meets is told once. */
function distinctProblems(problems: readonly Problem[]): Problem[] {
  const keyOf = (one: Problem): string =>
    [one.code, placeOf(one.place), one.value, one.explain('en').message].join('\t');
  return [...indexBy(problems, keyOf).values()];
}

const distinctPlaces = (versions: readonly Version[]): Version[] => [
  ...indexBy(versions, ({ at }) => placeOf(at)).values(),
];

function byPlace(left: Problem, right: Problem): number {
  return (
    (left.place.line ?? 0) - (right.place.line ?? 0) || (left.place.column ?? 0) - (right.place.column ?? 0)
  );
}
