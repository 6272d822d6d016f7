/** Splits: one sale laid at the doors of several people by their shares of it. */
import { apportion } from '../base/apportion.js';
import { computedOnce } from '../base/computed-once.js';
import { type Exact, ONE, round, sum, ZERO } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import type { Localized } from '../base/localized.js';
import { byKeys, byText } from '../base/order.js';
import type { Problem } from '../base/problem.js';
import type { Value } from '../rules/mark.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import { entriesOf } from './entries.js';
import type { Entries, Entry } from './entry.js';
import { type Absent, have, type Measured } from './measured.js';
import { adjusted, inBoth } from './parts.js';
import { shared } from './rests-on.js';
import {
  type Own,
  restWarning,
  severalWarning,
  sharesOf,
  type Split,
  strayShares,
  wrongShares,
} from './split-problems.js';
import { computed, given, rounded, type Trace } from './trace.js';

/** The parts of everyone, by a split measure. */
interface Division {
  readonly parts: ReadonlyMap<AgentFacts, readonly Entry[]>;
  /** The values of the rule file that say what is split, and how. */
  readonly rules: readonly Value<unknown>[];
  readonly problems: readonly Problem[];
  /** Warnings of refs that several people booked, by the ref. */
  readonly several: ReadonlyMap<string, Problem>;
}

const LABELS = {
  share: { en: 'own share', zh: '本人份额' },
} satisfies Record<string, Localized>;

/** What a person's parts come to. */
export function splitOf(name: string, declared: Split, facts: AgentFacts, month: MonthFacts): Measured {
  const division = divisionOf(name, declared, month, false);
  if ('absent' in division) return division;
  const parts = (division.parts.get(facts) ?? []).map(traceOf);
  return have(computed('sum', declared.name, parts, { rules: division.rules }));
}

/** A person's parts as entries, one for each ref. `byDate`: each must have its day. */
export function splitEntries(
  name: string,
  declared: Split,
  facts: AgentFacts,
  month: MonthFacts,
  byDate: boolean,
): Entries | Absent {
  const division = divisionOf(name, declared, month, byDate);
  if ('absent' in division) return division;
  return { entries: division.parts.get(facts) ?? [], rules: division.rules };
}

/** What is to be said of the shares of every split measure of these plans. */
export function splitProblems(months: readonly MonthFacts[]): Problem[] {
  /** Several measures may split the same sale: that several booked it is told once. */
  const told = new Set<string>();
  return months.flatMap((month) =>
    Object.entries(month.plan.measures ?? {}).flatMap(([name, declared]) => {
      if (declared.kind !== 'split') return [];
      const division = divisionOf(name, declared, month, false);
      if ('absent' in division) return [];
      const several = [...division.several].flatMap(([ref, one]) => {
        const sale = `${declared.split.of.value}\t${ref}`;
        if (told.has(sale)) return [];
        told.add(sale);
        return [one];
      });
      return [...division.problems, ...several];
    }),
  );
}

/** What is to be said of the shares of one of them. */
export function problemsOfSplit(name: string, declared: Split, month: MonthFacts): readonly Problem[] {
  const division = divisionOf(name, declared, month, false);
  return 'absent' in division ? [] : division.problems;
}

const known = new WeakMap<MonthFacts, Map<string, Division | Absent>>();

function divisionOf(name: string, split: Split, month: MonthFacts, byDate: boolean): Division | Absent {
  const divisions = computedOnce(known, month, () => new Map<string, Division | Absent>());
  const key = `${name}\t${byDate ? 'days' : 'month'}`;
  const found = divisions.get(key) ?? divide(split, month, byDate);
  divisions.set(key, found);
  return found;
}

function divide({ split }: Split, month: MonthFacts, byDate: boolean): Division | Absent {
  const deals = everyonesEntries(split.of.value, month, byDate);
  if ('absent' in deals) return deals;
  const shares = everyonesEntries(split.by.value, month, false);
  if ('absent' in shares) return shares;
  const dealsByRef = groupBy(deals.all, ({ entry }) => entry.ref);
  const sharesByRef = groupBy(shares.all, ({ entry }) => entry.ref);
  const parts = new Map<AgentFacts, Entry[]>();
  const refs = new Set([...dealsByRef.keys(), ...refsOfOtherSales(split, month, byDate)]);
  const problems = strayShares(split, shares.all, refs, month);
  const several = new Map<string, Problem>();
  for (const ref of [...dealsByRef.keys()].toSorted((a, b) => byText(a ?? '', b ?? ''))) {
    const sold = dealsByRef.get(ref) ?? [];
    const own = ref === undefined ? undefined : sharesByRef.get(ref);
    const found =
      ref === undefined || !own ? wholeParts(ref, sold, split) : sharedParts(split, ref, sold, own);
    problems.push(...found.problems);
    if (found.several && ref !== undefined) several.set(ref, found.several);
    for (const [facts, part] of found.parts) {
      const before = parts.get(facts);
      if (before) before.push(part);
      else parts.set(facts, [part]);
    }
  }
  const { of, by, places } = split;
  const rules = [of, by, ...(places ? [places] : []), ...deals.rules, ...shares.rules];
  return { parts, rules: [...new Set(rules)], problems, several };
}

/** The refs of other sales that the same shares split: a refund of a deal, say. */
function refsOfOtherSales(
  { of, by }: Split['split'],
  month: MonthFacts,
  byDate: boolean,
): (string | undefined)[] {
  const others = Object.values(month.plan.measures ?? {}).flatMap((one) =>
    one.kind === 'split' && one.split.by.value === by.value && one.split.of.value !== of.value
      ? [one.split.of.value]
      : [],
  );
  return others.flatMap((name) => {
    const found = everyonesEntries(name, month, byDate);
    return 'absent' in found ? [] : found.all.map(({ entry }) => entry.ref);
  });
}

/** The entries of all who stand in the month's file, in the order of their ids. */
function everyonesEntries(
  name: string,
  month: MonthFacts,
  byDate: boolean,
): { readonly all: readonly Own[]; readonly rules: readonly Value<unknown>[] } | Absent {
  const all: Own[] = [];
  const rules = new Set<Value<unknown>>();
  for (const facts of month.everyone) {
    if (facts.absent) continue;
    const found = entriesOf(name, facts, month, byDate);
    if ('entries' in found) {
      for (const entry of found.entries) all.push({ facts, entry });
      for (const rule of found.rules) rules.add(rule);
    } else if (found.cause !== 'skip' && facts.plan === month.plan) return found;
  }
  return { all, rules: [...rules] };
}

interface RefDivision {
  readonly parts: readonly (readonly [AgentFacts, Entry])[];
  readonly problems: readonly Problem[];
  readonly several?: Problem | undefined;
}

/** Without a share, a sale is whole the one's who booked it; each row is a sale of its own where it names none. */
function wholeParts(ref: string | undefined, sold: readonly Own[], { places }: Split['split']): RefDivision {
  const sales =
    ref === undefined ? sold.map((one) => [one]) : [...groupBy(sold, ({ facts }) => facts).values()];
  const parts = sales.flatMap((rows): [AgentFacts, Entry][] => {
    const [first, ...others] = rows;
    if (!first) return [];
    const asItIs = others.length === 0 && isRound(first.entry.value, places?.value);
    return [[first.facts, asItIs ? first.entry : dealOf(ref, rows, places?.value)]];
  });
  return { parts, problems: [] };
}

/** How an entry came about: what was reckoned, or its rows. */
const traceOf = ({ ref, date, value, rows, trace }: Entry): Trace =>
  trace ?? given(inBoth(ref ?? date), value, { rows });

function sharedParts(
  split: Split['split'],
  ref: string,
  sold: readonly Own[],
  rows: readonly Own[],
): RefDivision {
  const shares = sharesOf(rows);
  const total = sum(shares.map(({ value }) => value));
  const wrong = wrongShares(split, ref, shares, total);
  if (wrong.length > 0) return { parts: [], problems: wrong };
  const deal = dealOf(ref, sold, split.places?.value);
  const whole = shared(deal.trace);
  const weights = [...shares.map((share) => share.value), ONE.sub(total)];
  const amounts =
    split.places === undefined
      ? weights.map((one) => one.mul(deal.value))
      : apportion(deal.value, weights, split.places.value);
  const parts = shares.flatMap(({ facts, value, rows: own }, index): [AgentFacts, Entry][] => {
    if (value.n === 0n) return [];
    const share = given(LABELS.share, value, { rows: own });
    const product = computed('product', inBoth(ref), [whole, share]);
    const trace = adjusted(inBoth(ref), product, amounts[index] ?? ZERO);
    return [[facts, { date: deal.date, value: trace.value, ref, rows: [...deal.rows, ...own], trace }]];
  });
  return {
    parts,
    problems: restWarning(split, ref, deal.rows, total, amounts.at(-1) ?? ZERO),
    several: severalWarning(split, ref, sold, deal),
  };
}

const isRound = (value: Exact, places: number | undefined): boolean =>
  places === undefined || round(value, places).equals(value);

/** All rows of a sale together, at the date of the first, rounded half-up where its parts are to be. */
function dealOf(
  ref: string | undefined,
  sold: readonly Own[],
  places: number | undefined,
): Entry & { trace: Trace } {
  const entries = sold.map(({ entry }) => entry).toSorted(byKeys((entry) => entry.date));
  const [first] = entries;
  if (!first) throw new Error('a sale without a row');
  const label = inBoth(ref ?? first.date);
  const rows = entries.flatMap((entry) => entry.rows);
  const exact = entries.some((entry) => entry.trace)
    ? computed('sum', label, entries.map(traceOf))
    : given(label, sum(entries.map((entry) => entry.value)), { rows });
  const trace = places === undefined || isRound(exact.value, places) ? exact : rounded(label, exact, places);
  return { date: first.date, value: trace.value, rows, trace, ...(ref === undefined ? {} : { ref }) };
}
