/** Conjunctions as boxes: whether anybody can be in one, and whether one lies wholly in another. */
import { floor, type Exact, ONE } from '../../base/exact.js';
import type { Plan } from '../plan.js';
import type { Atom, Choices, Conjunction } from './conjunctions.js';
import { type Range, rangeOf } from './measure-ranges.js';

/** An end of an interval; `open`: the number itself is not in it. */
interface End {
  readonly at: Exact;
  readonly open: boolean;
}

interface Interval {
  readonly low?: End;
  readonly high?: End;
}

/** What passes of everything that a conjunction asks for. */
export interface Box {
  readonly numbers: ReadonlyMap<string, Interval>;
  readonly words: ReadonlyMap<string, { readonly only?: readonly string[]; readonly not: readonly string[] }>;
  readonly orders: ReadonlyMap<string, readonly number[]>;
  readonly facts: ReadonlyMap<string, readonly boolean[]>;
  readonly hired: { readonly from: string; readonly before: string };
}

/** Before and after every day. */
const [EVER, NEVER] = ['', '~'];

export function boxOf(atoms: Conjunction, plan: Plan): Box {
  const numbers = new Map<string, Interval>();
  const words = new Map<string, { only?: readonly string[]; not: readonly string[] }>();
  const orders = new Map<string, readonly number[]>();
  const facts = new Map<string, readonly boolean[]>();
  let hired = { from: EVER, before: NEVER };
  for (const atom of atoms) {
    switch (atom.kind) {
      case 'number': {
        const range = rangeOf(atom.of, plan);
        numbers.set(atom.of, meet(numbers.get(atom.of) ?? intervalOf(range), atom, range));
        break;
      }
      case 'word': {
        const before = words.get(atom.of) ?? { not: [] };
        if (!atom.in) words.set(atom.of, { ...before, not: [...before.not, ...atom.words] });
        else {
          const only = before.only?.filter((word) => atom.words.includes(word)) ?? atom.words;
          words.set(atom.of, { ...before, only });
        }
        break;
      }
      case 'order':
        orders.set(
          atom.of,
          atom.passes.filter((order) => orders.get(atom.of)?.includes(order) ?? true),
        );
        break;
      case 'fact':
        facts.set(
          atom.of,
          [atom.holds].filter((one) => facts.get(atom.of)?.includes(one) ?? true),
        );
        break;
      case 'day':
        hired =
          atom.side === 'from'
            ? { ...hired, from: atom.day > hired.from ? atom.day : hired.from }
            : { ...hired, before: atom.day < hired.before ? atom.day : hired.before };
    }
  }
  return { numbers, words, orders, facts, hired };
}

const intervalOf = ({ least, most }: Range): Interval => ({
  ...(least ? { low: { at: least, open: false } } : {}),
  ...(most ? { high: { at: most, open: false } } : {}),
});

function meet(
  interval: Interval,
  { comparator, at }: Extract<Atom, { kind: 'number' }>,
  range: Range,
): Interval {
  const open = comparator === 'more_than' || comparator === 'less_than';
  const end = range.whole ? onWhole(comparator, at) : { at, open };
  const { low, high } = interval;
  const isLower = comparator === 'at_least' || comparator === 'more_than' || comparator === 'equals';
  const isUpper = comparator === 'at_most' || comparator === 'less_than' || comparator === 'equals';
  const [from, to] = [isLower ? higher(low, end.low ?? end) : low, isUpper ? lower(high, end) : high];
  return { ...(from ? { low: from } : {}), ...(to ? { high: to } : {}) };
}

/** The same end at the nearest whole number: more than 4.5 or more than 4 is at least 5. */
function onWhole(comparator: string, at: Exact): End & { readonly low?: End } {
  const down = floor(at);
  const isWhole = down.equals(at);
  const up = isWhole ? at : down.add(ONE);
  const closed = (value: Exact): End => ({ at: value, open: false });
  switch (comparator) {
    case 'at_least':
      return closed(up);
    case 'more_than':
      return closed(down.add(ONE));
    case 'less_than':
      return closed(isWhole ? at.sub(ONE) : down);
    case 'equals':
      return { ...closed(down), low: closed(up) };
    default:
      return closed(down);
  }
}

function higher(one: End | undefined, other: End): End {
  const order = one ? one.at.compare(other.at) : -1;
  if (!one || order < 0) return other;
  return order > 0 ? one : { at: one.at, open: one.open || other.open };
}

function lower(one: End | undefined, other: End): End {
  const order = one ? one.at.compare(other.at) : 1;
  if (!one || order > 0) return other;
  return order < 0 ? one : { at: one.at, open: one.open || other.open };
}

/** Whether nobody can be in it. */
export function isEmpty({ numbers, words, orders, facts, hired }: Box): boolean {
  return (
    [...numbers.values()].some(({ low, high }) => {
      const order = low && high ? low.at.compare(high.at) : -1;
      return order > 0 || (order === 0 && (low?.open === true || high?.open === true));
    }) ||
    [...words.values()].some(({ only, not }) => only?.every((word) => not.includes(word)) === true) ||
    [...orders.values(), ...facts.values()].some((left) => left.length === 0) ||
    hired.from >= hired.before
  );
}

/** Whether everybody in `inner` is in `outer`. */
export function covers(outer: Box, inner: Box, plan: Plan): boolean {
  return (
    [...outer.numbers].every(([name, wide]) =>
      within(inner.numbers.get(name) ?? intervalOf(rangeOf(name, plan)), wide),
    ) &&
    [...outer.words].every(([name, { only, not }]) => {
      const own = inner.words.get(name);
      const left = own?.only?.filter((word) => !own.not.includes(word));
      if (left) return left.every((word) => (only?.includes(word) ?? true) && !not.includes(word));
      return !only && not.every((word) => own?.not.includes(word) === true);
    }) &&
    [...outer.orders].every(([name, orders]) =>
      (inner.orders.get(name) ?? [-1, 0, 1]).every((order) => orders.includes(order)),
    ) &&
    [...outer.facts].every(([name, values]) =>
      (inner.facts.get(name) ?? [true, false]).every((one) => values.includes(one)),
    ) &&
    inner.hired.from >= outer.hired.from &&
    inner.hired.before <= outer.hired.before
  );
}

function within(inner: Interval, outer: Interval): boolean {
  const ends = (own: End | undefined, wide: End | undefined, side: 1 | -1): boolean => {
    if (!wide) return true;
    if (!own) return false;
    const order = own.at.compare(wide.at) * side;
    return order > 0 || (order === 0 && (own.open || !wide.open));
  };
  return ends(inner.low, outer.low, 1) && ends(inner.high, outer.high, -1);
}

/** The boxes of choices that somebody can be in. */
export const possible = (found: Choices, plan: Plan): readonly Box[] | undefined =>
  found?.map((atoms) => boxOf(atoms, plan)).filter((box) => !isEmpty(box));

/** The box of a condition that asks for nothing. */
export const EVERYBODY: Box = {
  numbers: new Map(),
  words: new Map(),
  orders: new Map(),
  facts: new Map(),
  hired: { from: EVER, before: NEVER },
};
