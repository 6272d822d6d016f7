/** Changes single values of a rule file. */
import { type Place, problem, type Problem } from '../base/problem.js';
import { EDIT_PROBLEMS } from '../problems/rule-edits.js';
import { renameKey, replaceValue } from '../yaml/edit.js';
import { inline } from '../yaml/tree.js';
import { readTyped } from '../yaml/written.js';
import {
  changedMore,
  differingPaths,
  type Draft,
  draftAfter,
  draftOf,
  isOnTheWay,
  loadDraft,
  locatedIn,
  type Refused,
  sayingsOf,
} from './edit.js';
import { pathsIn } from './locate.js';
import type { LoadedPlan } from './load.js';
import type { Mark } from './mark.js';
import { valuesOf } from './values.js';

/** What somebody wants a value to be: as it would be written in the rule file. */
export interface Wish {
  readonly path: string;
  readonly text: string;
}

export interface ValueChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** Undefined where no mark covers the value: names, dates of the file, examples. */
  readonly mark: Mark | undefined;
  /** In the file before the change. */
  readonly at: Place;
}

export interface ChangedValues {
  readonly rules: LoadedPlan;
  /** Of those that are not so already, in the order they were wished for. */
  readonly changes: readonly ValueChange[];
}

/** Why a rule file can't have these values. */
export interface RefusedValues extends Refused {
  /** The text with them, in which the problems stand; undefined where it did not come to that. */
  readonly draft?: Draft;
}

/** The rule file with these values; or why it can't have them, in the loader's own words where it refuses them. */
export function setValues(before: LoadedPlan, wishes: readonly Wish[]): ChangedValues | RefusedValues {
  let draft = draftOf(before);
  const changes: ValueChange[] = [];
  for (const wish of wishes) {
    const found = changeOne(before, draft, wish);
    if ('code' in found) return { problems: [found] };
    ({ draft } = found);
    if (found.change.before !== found.change.after) changes.push(found.change);
  }
  const rules = loadDraft(before, draft);
  if ('problems' in rules) return { ...rules, draft };
  const others = differingPaths(sayingsOf(before.plan), sayingsOf(rules.plan)).filter(
    (path) => !wishes.some((wish) => isOnTheWay(path, wish.path)),
  );
  const more = changedMore(before.file, wishes.map(({ path }) => path).join(', '), others);
  return more ? { problems: [more] } : { rules, changes };
}

interface Changed {
  readonly draft: Draft;
  readonly change: ValueChange;
}

function changeOne(rules: LoadedPlan, draft: Draft, { path, text }: Wish): Changed | Problem {
  const found = locatedIn(draft, path);
  if ('code' in found) return found;
  const { node, steps } = found;
  const said = valuesOf(rules.plan).find((one) => one.path === path);
  const change = { path, after: text, mark: said?.mark, at: { ...node.at, file: rules.file } };
  if (node.kind !== 'map') {
    const value = readTyped(text);
    const before = inline(node);
    const after = typeof value === 'string' ? value : text;
    if (before === after) return { draft, change: { ...change, before, after } };
    const next = draftAfter(draft, replaceValue(draft.source, steps, value), path);
    return 'code' in next ? next : { draft: next, change: { ...change, before, after } };
  }
  // How a condition compares is the name of a key: `at_least` → `more_than`.
  if (said && node.entries.has(said.text)) {
    if (said.text === text) return { draft, change: { ...change, before: text } };
    const next = draftAfter(draft, renameKey(draft.source, steps, said.text, text), path);
    return 'code' in next ? next : { draft: next, change: { ...change, before: said.text } };
  }
  const within = pathsIn(node, path).slice(0, 3);
  return problem(
    EDIT_PROBLEMS.several_values,
    { ...node.at, file: rules.file },
    { path, within },
    { value: path },
  );
}
