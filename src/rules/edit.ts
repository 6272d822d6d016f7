/**
 * Changes of a rule file that keep all of its text but what was named. Every change is loaded and held against the file
 * before it: exactly the intended value or mark may differ.
 */
import { problem, type Problem, type ProblemKind } from '../base/problem.js';
import { nearest } from '../input/near.js';
import { EDIT_PROBLEMS } from '../problems/rule-edits.js';
import type { Edited } from '../yaml/edit.js';
import { YamlSource } from '../yaml/source.js';
import type { YamlNode } from '../yaml/tree.js';
import { type Located, locate, pathsIn } from './locate.js';
import { type LoadedPlan, loadPlan } from './load.js';
import type { Mark } from './mark.js';
import type { Plan } from './plan.js';
import { valuesOf } from './values.js';

export interface Refused {
  readonly problems: readonly Problem[];
}

/** A rule file's text while it is changed. */
export interface Draft {
  readonly file: string;
  readonly source: YamlSource;
}

/** The text of a loaded rule file. */
export const draftOf = ({ bytes, file }: LoadedPlan): Draft => ({
  file,
  // The decoder takes a byte order mark off.
  source: new YamlSource(new TextDecoder().decode(bytes)),
});

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** The draft as a loaded rule file, with a byte order mark if `before` has one; or why it can't be one. */
export function loadDraft(before: LoadedPlan, { source, file }: Draft): LoadedPlan | Refused {
  const hasMark = BYTE_ORDER_MARK.every((byte, index) => before.bytes[index] === byte);
  const text = new TextEncoder().encode(source.text);
  return loadPlan(hasMark ? Uint8Array.from([...BYTE_ORDER_MARK, ...text]) : text, file);
}

/** What a draft says. */
export function rootOf({ source, file }: Draft): YamlNode {
  if (!source.root) throw new Error(`${file} was loaded and can't be read`);
  return source.root;
}

/** What stands at a path, or the problem that nothing does. */
export function locatedIn(draft: Draft, path: string): Located | Problem {
  const { file } = draft;
  const root = rootOf(draft);
  const near = (): string => nearest(path, pathsIn(root)) ?? '';
  return (
    locate(root, path) ??
    problem(EDIT_PROBLEMS.no_such_value, { file }, { path, near: near() }, { value: path })
  );
}

/** The text after an edit at `path`, or the problem that stood in its way. */
export function draftAfter(draft: Draft, edited: Edited, path: string): Draft | Problem {
  const place = { file: draft.file };
  if ('source' in edited) return { ...draft, source: edited.source };
  switch (edited.fault) {
    case 'comment':
      return problem(EDIT_PROBLEMS.comment_within, place, { path });
    case 'absent':
    case 'unreadable':
      return problem(EDIT_PROBLEMS.changes_more, place, { path, others: [] });
  }
}

/** So many paths show what would change besides. */
const SHOWN = 3;

/** The problem that more changed than was meant at `path`; undefined where nothing did. */
export function changedMore(file: string, path: string, others: readonly string[]): Problem | undefined {
  if (others.length === 0) return undefined;
  return refusal(EDIT_PROBLEMS.changes_more, file, { path, others: others.slice(0, SHOWN) });
}

const refusal = <P>(kind: ProblemKind<P>, file: string, params: P): Problem =>
  problem(kind, { file }, params);

/** What a plan says at each path, with marks: for seeing what a change did. */
export type Sayings = ReadonlyMap<string, Saying>;

export interface Saying {
  readonly texts: string;
  readonly marks: string;
}

/** Every marked value of a plan by its path. */
export function sayingsOf(plan: Plan): Sayings {
  const found = new Map<string, Saying>();
  for (const { path, text, mark } of valuesOf(plan)) {
    const before = found.get(path) ?? { texts: '', marks: '' };
    found.set(path, { texts: `${before.texts}\n${text}`, marks: `${before.marks}\n${markText(mark)}` });
  }
  return found;
}

/** What a mark says, without its place. */
function markText(mark: Mark): string {
  return JSON.stringify({ ...mark, at: undefined });
}

/** The paths at which two plans differ. */
export function differingPaths(before: Sayings, after: Sayings): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((path) => {
    const [old, found] = [before.get(path), after.get(path)];
    return old?.texts !== found?.texts || old?.marks !== found?.marks;
  });
}

/** Whether one of two paths leads through the other. */
export const isOnTheWay = (path: string, other: string): boolean =>
  path === other || path.startsWith(`${other}.`) || other.startsWith(`${path}.`);
