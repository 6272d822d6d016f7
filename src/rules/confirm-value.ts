/** Marks assumed values of a rule file as confirmed. */
import { problem, type Problem } from '../base/problem.js';
import { EDIT_PROBLEMS } from '../problems/rule-edits.js';
import { addEntry, replaceEntries, wrapValue } from '../yaml/edit.js';
import {
  changedMore,
  differingPaths,
  type Draft,
  draftAfter,
  draftOf,
  loadDraft,
  locatedIn,
  rootOf,
  type Refused,
  sayingsOf,
} from './edit.js';
import { locateMapping } from './locate.js';
import type { LoadedPlan } from './load.js';
import type { Assumed, Value } from './mark.js';
import { valuesOf } from './values.js';

/** Who settled a value, when, and in which document. */
export interface Settlement {
  readonly by: string;
  /** As YYYY-MM-DD. */
  readonly on: string;
  readonly document: string;
}

export interface ConfirmedValues {
  readonly rules: LoadedPlan;
  /** As they were before, in the order of the file. */
  readonly values: readonly OpenValue[];
}

export type OpenValue = Value<unknown> & { readonly mark: Assumed };

/** The values of a plan that are still assumed, in the order of the file. */
export const openValues = (rules: LoadedPlan): OpenValue[] => valuesOf(rules.plan).filter(isOpen);

const isOpen = (value: Value<unknown>): value is OpenValue => value.mark.kind === 'assumed';

/**
 * The rule file with these values confirmed. The path of a value confirms it alone: where it shares its mark, it gets one
 * of its own, and the others stay assumed. The path of a mark confirms all that it covers.
 */
export function confirmValues(
  before: LoadedPlan,
  paths: readonly string[],
  settlement: Settlement,
): ConfirmedValues | Refused {
  let rules = before;
  const confirmed: OpenValue[] = [];
  for (const path of paths) {
    const found = confirmOne(rules, path, settlement);
    if ('problems' in found) return found;
    ({ rules } = found);
    confirmed.push(...found.values);
  }
  return { rules, values: confirmed };
}

function confirmOne(before: LoadedPlan, path: string, settlement: Settlement): ConfirmedValues | Refused {
  const open = openValues(before);
  const named = namedBy(path, open);
  const draft = draftOf(before);
  const [first] = named;
  if (!first) return { problems: [notOpen(before, draft, path)] };
  const { mark } = first;
  const covered = open.filter((one) => one.mark.path === mark.path);
  const refused = problem(
    EDIT_PROBLEMS.mark_of_several,
    { ...first.at, file: before.file },
    { path, mark: mark.path, covered: covered.map((one) => one.path) },
    { value: path },
  );
  const next =
    named.length === covered.length
      ? replacedMark(draft, mark, settlement)
      : ownMark(draft, path, mark, settlement);
  if (!next) return { problems: [refused] };
  if ('code' in next) return { problems: [next] };
  const rules = loadDraft(before, next);
  // With a mark of its own it is no longer what must stand there.
  if ('problems' in rules) return { problems: [refused] };
  const meant = new Set(named.map((one) => one.path));
  const others = differingPaths(sayingsOf(before.plan), sayingsOf(rules.plan)).filter(
    (one) => !meant.has(one),
  );
  const isConfirmed = valuesOf(rules.plan).every(
    (one) => !meant.has(one.path) || one.mark.kind === 'confirmed',
  );
  const more = changedMore(before.file, path, others);
  if (more) return { problems: [more] };
  return isConfirmed && sameTexts(before, rules) ? { rules, values: named } : { problems: [refused] };
}

/** What a path names: all that the mark at it covers, or the value at it. */
function namedBy(path: string, open: readonly OpenValue[]): OpenValue[] {
  const byMark = open.filter((one) => one.mark.path === path);
  return byMark.length > 0 ? byMark : open.filter((one) => one.path === path);
}

function sameTexts(before: LoadedPlan, after: LoadedPlan): boolean {
  const found = sayingsOf(after.plan);
  return [...sayingsOf(before.plan)].every(([path, { texts }]) => found.get(path)?.texts === texts);
}

const entryOf = ({ clause }: Assumed, { by, on, document }: Settlement) => ({
  key: 'confirmed',
  value: { clause, by, on, document },
});

/** The mark itself becomes another one. */
function replacedMark(draft: Draft, mark: Assumed, settlement: Settlement): Draft | Problem | undefined {
  const mapping = mark.path === '' ? { steps: [] } : locateMapping(rootOf(draft), mark.path);
  if (!mapping) return undefined;
  const dropped = ['because', 'or'];
  const edited = replaceEntries(draft.source, mapping.steps, 'assumed', dropped, entryOf(mark, settlement));
  return draftAfter(draft, edited, mark.path);
}

/** The value gets a mark of its own, nearer than the one it shares. */
function ownMark(
  draft: Draft,
  path: string,
  mark: Assumed,
  settlement: Settlement,
): Draft | Problem | undefined {
  const found = locatedIn(draft, path);
  if ('code' in found) return found;
  // Beside `value` stand the mark that it shares and its versions.
  if (found.steps.at(-1) === 'value') return undefined;
  const entry = entryOf(mark, settlement);
  const change = found.node.kind === 'map' ? addEntry : wrapValue;
  const edited = change(draft.source, found.steps, entry);
  return 'source' in edited ? { ...draft, source: edited.source } : undefined;
}

/** Why there is nothing to confirm at a path. */
function notOpen(rules: LoadedPlan, draft: Draft, path: string): Problem {
  const found = locatedIn(draft, path);
  if ('code' in found) return found;
  const place = { ...found.node.at, file: rules.file };
  const said = valuesOf(rules.plan).find((one) => one.path === path);
  if (!said) {
    const within = openValues(rules).flatMap((one) => (one.path.startsWith(`${path}.`) ? [one.path] : []));
    if (within.length > 0)
      return problem(EDIT_PROBLEMS.several_values, place, { path, within: within.slice(0, 3) });
  }
  const params = { path, mark: said?.mark.kind, clause: said?.mark.clause ?? '' };
  return problem(EDIT_PROBLEMS.not_assumed, place, params, { value: path });
}
