/** What two rule files say differently, value by value: by what is said and not how, with what it can bear on. */
import { byText } from '../base/order.js';
import type { PlainDate } from '../base/period.js';
import { alignLists } from './align-lists.js';
import { clauseIn, sideOf } from './diff-sides.js';
import type { LoadedPlan } from './load.js';
import type { Mark } from './mark.js';
import { firstPoints, orderDiffers, withMarksTogether } from './plan-diff-parts.js';
import { planOn } from './plan-on.js';
import { renamed, tableAt, TABLES } from './renames.js';
import { firstLeaf, meaningOfLeaf, type RuleMap, type RuleNode, ruleTree, saysOf } from './rule-tree.js';
import { together, type Touched, touches } from './touches.js';

/** One side of a difference. */
export interface Side {
  readonly path: string;
  /** As it is written, without marks. */
  readonly text: string;
  readonly mark: Mark | undefined;
  readonly line: number | undefined;
}

export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed' | 'mark' | 'renamed';
  /** Undefined of what is added. */
  readonly before: Side | undefined;
  /** Undefined of what is removed. */
  readonly after: Side | undefined;
  readonly clause: string | undefined;
  /** From when on, where it is not so from the beginning. */
  readonly from: PlainDate | undefined;
  /** Of a mark: how many values it covers. */
  readonly values: number;
  readonly touches: Touched;
}

export interface PlanDiff {
  /** The day from which both are compared: the later of their first ones. */
  readonly from: PlainDate;
  readonly differences: readonly Difference[];
  /** Tables whose entries stand in another order, which is of no effect. */
  readonly reordered: readonly string[];
}

/** What differs from the later of the two beginnings on, and by dated versions after it. */
export function diffPlans(before: LoadedPlan, after: LoadedPlan): PlanDiff {
  const from =
    [before, after].map(({ plan }) => plan.effective_from).toSorted(byText)[1] ?? after.plan.effective_from;
  const later = [before, after].flatMap(({ plan }) => (plan.changes ?? []).map((change) => change.from));
  const dates = [...new Set(later)].filter((date) => date > from).toSorted(byText);
  const first = diffOn(before, after, from);
  const known = new Set(first.differences.map(keyOf));
  const others = dates.flatMap((date) =>
    diffOn(before, after, date).differences.flatMap((one) => {
      const key = keyOf(one);
      if (known.has(key)) return [];
      known.add(key);
      return [{ ...one, from: date }];
    }),
  );
  return { from, differences: [...first.differences, ...others], reordered: first.reordered };
}

/** The same difference at another date. */
const keyOf = ({ kind, before, after }: Difference): string =>
  [
    kind,
    ...[before, after].flatMap((side) => [side?.path.replaceAll(/\.since\.[\d-]+/g, ''), side?.text]),
  ].join('\t');

/** What differs on a day. */
export function diffOn(before: LoadedPlan, after: LoadedPlan, day: PlainDate): Omit<PlanDiff, 'from'> {
  const [old, now] = [ruleTree(before, day), ruleTree(after, day)];
  const { tree, renames } = renamed(old, now);
  const found: Found[] = renames.map(({ table, before: was, after: is }) => ({
    kind: 'renamed',
    before: entrySide(old, table, was),
    after: entrySide(now, table, is),
    clause: undefined,
  }));
  compare(tree, now, { found, key: '', clause: undefined });
  const orders = TABLES.filter((table) => orderDiffers(tableAt(tree, table), tableAt(now, table)));
  const points = firstPoints(tableAt(tree, 'components'), tableAt(now, 'components'));
  const plans = [planOn(before.plan, day), planOn(after.plan, day)] as const;
  const all = [...withMarksTogether(found), ...points];
  return {
    differences: all.map((one) => ({
      ...one,
      values: one.values ?? 1,
      from: undefined,
      touches: touchedBy(one, ...plans),
    })),
    reordered: orders,
  };
}

/** A difference before it is asked what it touches. */
export type Found = Omit<Difference, 'touches' | 'from' | 'values'> & { readonly values?: number };

function touchedBy(
  { kind, before, after }: Found,
  old: LoadedPlan['plan'],
  now: LoadedPlan['plan'],
): Touched {
  const none: Touched = { components: [], score: false, grades: false, checks: false };
  if (kind === 'mark') return none;
  const ofNew = after ? touches(now, after.path) : none;
  return before ? together(ofNew, touches(old, before.path)) : ofNew;
}

interface Search {
  readonly found: Found[];
  /** The key that led here. */
  readonly key: string;
  /** Of the entry that is compared. */
  readonly clause: string | undefined;
}

/** Not said of a plan, or told above it. */
const HEAD = new Set(['version', 'effective_from']);

function compare(before: RuleNode, after: RuleNode, search: Search): void {
  if (before.kind === 'leaf' && after.kind === 'leaf') {
    if (meaningOfLeaf(before) !== meaningOfLeaf(after)) tell('changed', before, after, search);
    else if (markSays(before.mark) !== markSays(after.mark)) tell('mark', before, after, search);
    return;
  }
  if (before.kind === 'map' && after.kind === 'map' && formOf(before) === formOf(after)) {
    compareMaps(before, after, search);
    return;
  }
  if (before.kind === 'list' && after.kind === 'list') {
    for (const { before: old, after: now } of alignLists(before.items, after.items)) {
      if (old && now) compare(old, now, search);
      else tell(old ? 'removed' : 'added', old, now, search);
    }
    return;
  }
  if (saysOf(before) !== saysOf(after)) tell('changed', before, after, search);
}

function compareMaps(before: RuleMap, after: RuleMap, { found, key: above, clause }: Search): void {
  const own = after.entries.get('clause') ?? before.entries.get('clause');
  const nearest = own?.kind === 'leaf' ? own.text : clause;
  for (const key of new Set([...before.entries.keys(), ...after.entries.keys()])) {
    if (above === '' && HEAD.has(key)) continue;
    const search = { found, key, clause: nearest };
    const [old, now] = [before.entries.get(key), after.entries.get(key)];
    if (above === 'examples' && old && now) {
      // What an example says in detail is no rule: that it says something else is enough.
      if (saysOf(old) !== saysOf(now)) tell('changed', old, now, search);
    } else if (old && now) compare(old, now, search);
    else tell(old ? 'removed' : 'added', old, now, search);
  }
}

/** The keys by which forms are told apart: what is said in another form is another thing as a whole. */
const FORMS = [
  'rate',
  'scale',
  'table',
  'formula',
  'cases',
  'day_rate',
  'share',
  'amount',
  'yuan_per_point',
  'fine',
  'incident',
  'test',
  'attendance',
  'times_points',
  'refund',
  'per_occurrence',
  'per_minute',
  'minutes',
  'without_bill',
  'sum_of',
  'parts',
  'less',
  'count',
  'sum',
  'each',
  'is',
  'total',
  'rank',
  'earlier',
  'earlier_by_ref',
  'amount_of',
  'split',
  'any',
  'all',
  'not',
];

/** Sections and tables have none: their keys are names. */
const formOf = ({ path, entries }: RuleMap): string | undefined =>
  path === '' || TABLES.includes(path) || path === 'examples' || !path.includes('.')
    ? undefined
    : FORMS.find((key) => entries.has(key));

function tell(
  kind: Difference['kind'],
  before: RuleNode | undefined,
  after: RuleNode | undefined,
  { found, clause }: Search,
): void {
  const [old, now] = [before && sideOf(before), after && sideOf(after)];
  const node = after ?? before;
  const own = clauseIn(node) ?? (node && firstLeaf(node)?.mark?.clause) ?? clause;
  found.push({ kind, before: old, after: now, clause: own });
}

function entrySide(root: RuleNode, table: string, name: string): Side | undefined {
  const node = tableAt(root, table)?.entries.get(name);
  return node && { ...sideOf(node), path: `${table}.${name}`, text: name };
}

/** What a mark says; where it stands is no matter. */
const markSays = (mark: Mark | undefined): string =>
  mark ? JSON.stringify({ ...mark, path: undefined, at: undefined }) : '';
