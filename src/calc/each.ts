/** Measures that are reckoned transaction by transaction, day by day or week by week, by a formula. */
import { whole } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import { byNumbersWithin, byText } from '../base/order.js';
import type { PlainDate } from '../base/period.js';
import { isMadeOfRows } from '../rules/clocks.js';
import { askedAfterIn, measuresIn, soFarIn } from '../rules/formula.js';
import { ORDINAL } from '../rules/formula-words.js';
import type { DeclaredMeasure, Each } from '../rules/measure-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import { EachCells } from './each-cells.js';
import { type Column, columnOf, type Columns, entriesWithWeek, keyOf } from './each-columns.js';
import type { Entries, Entry } from './entry.js';
import { evaluate } from './formula.js';
import { type Absent, have, lack, type Measured, withoutDay, withoutRef } from './measured.js';
import { rowsOf } from './rests-on.js';
import { roundedEntries, takenOfEntries } from './rounded-entries.js';
import { RunningSums } from './running-sums.js';
import { given, type RejectedRow } from './trace.js';

const ORDINALS = {
  transaction: { en: 'number of the transaction in the month', zh: '当月第几笔' },
  day: { en: 'number of the day in the month, of those with rows', zh: '当月第几个有数据的日子' },
  week: { en: 'number of the week in the month, of those with rows', zh: '当月第几个有数据的周' },
} satisfies Record<Each['per']['value'], Localized>;

type EachMeasure = Extract<DeclaredMeasure, { kind: 'each' }>;

/** What the formula comes to for each transaction, day or week, taken together. */
export function eachMeasure(declared: EachMeasure, facts: AgentFacts, month: MonthFacts): Measured {
  const found = eachEntries(declared, facts, month, declared.each.per.value !== 'transaction');
  if ('absent' in found) return found;
  return have(takenOfEntries(declared.each.take?.value ?? 'sum', declared.name, found));
}

/** What the formula comes to for each transaction, day or week, in their order. */
export function eachEntries(
  { each, rounding }: EachMeasure,
  facts: AgentFacts,
  month: MonthFacts,
  byDate: boolean,
): Entries | Absent {
  const names = measuresIn(each.formula.value);
  const columns = new Map<string, Column>();
  const rules = new Set<Entries['rules'][number]>([
    each.per,
    each.formula,
    ...(each.take ? [each.take] : []),
  ]);
  const made = names.filter((name) => isMadeOfRows(name, month.plan));
  const single = made.length === 1;
  const demanded: Absent[] = [];
  const dated: Dated[] = [];
  const rejected: RejectedRow[] = [];
  for (const name of made) {
    const found = entriesWithWeek(name, each, facts, month, byDate);
    if ('absent' in found) {
      if (!isDemandedByRow(name, found, month) && !isAskedAfter(name, found, each)) return found;
      demanded.push(found);
      columns.set(name, new Map());
      continue;
    }
    const keys = found.entries.map((entry, index) => keyOf(entry, index, each, single));
    if (keys.includes(undefined)) return withoutRef(name);
    dated.push({ name, dated: found.entries.every((entry) => !entry.undated) });
    columns.set(name, columnOf(found.entries, keys));
    for (const rule of found.rules) rules.add(rule);
    rejected.push(...(found.rejected ?? []));
  }
  // Beside days, a number without one would be the first day's alone.
  const undated = byDate ? dated.find((one) => !one.dated) : undefined;
  if (undated && dated.some((one) => one.dated)) return withoutDay(undated.name);
  const [missing] = demanded;
  // Where nothing else could tell that there was none to reckon, what is missing is missing.
  if (missing && demanded.length === made.length) return missing;
  const found = rowByRow(each, columns, facts, month, [...rules]);
  return 'absent' in found ? found : { ...roundedEntries(found, rounding, month.plan), rejected };
}

/** Whether all entries of a measure have their days. */
interface Dated {
  readonly name: string;
  readonly dated: boolean;
}

/** `when_absent: error`, without any row: each transaction of the other measures demands one, nobody without any does. */
function isDemandedByRow(name: string, { cause }: Absent, { plan }: MonthFacts): boolean {
  return cause === 'no_measure' && plan.measures?.[name]?.kind === 'collected';
}

/** A measure that the plan skips, where the formula says itself what holds without it. */
const isAskedAfter = (name: string, { cause }: Absent, { formula }: Each): boolean =>
  cause === 'skip' && askedAfterIn(formula.value).includes(name);

function rowByRow(
  each: Each,
  columns: Columns,
  facts: AgentFacts,
  month: MonthFacts,
  rules: Entries['rules'],
): Entries | Absent {
  const entries: Entry[] = [];
  const sums = new RunningSums(soFarIn(each.formula.value));
  const cells = new EachCells(each, columns, facts, month);
  // What earlier months had of an order makes it none of this month.
  const ofThisMonth = [...columns].filter(([name]) => month.plan.measures?.[name]?.kind !== 'earlier_by_ref');
  for (const { key, date, ref } of keysOf(new Map(ofThisMonth))) {
    const label: Localized = { en: key, zh: key };
    const ordinal = given(ORDINALS[each.per.value], whole(entries.length + 1));
    const own = (name: string): Measured => (name === ORDINAL ? have(ordinal) : cells.of(name, key));
    const found = evaluate(each.formula, label, own, {
      soFarOf: (name) => sums.upTo(name, own(name)),
      askedOf: (name) => (lacksEntry(name, columns.get(name)?.has(key), month) ? lack('skip') : own(name)),
    });
    if ('absent' in found) {
      // A transaction, day or week that lacks a number which the plan skips then brings nothing, and has no ordinal.
      if (found.cause === 'skip') continue;
      return found;
    }
    sums.add(own);
    const { trace } = found;
    // What no row names can't belong to anything else: it gets no ref here.
    const named = each.per.value === 'transaction' && ref !== '' ? { ref } : {};
    entries.push({ date, value: trace.value, rows: rowsOf(trace), ...named, trace });
  }
  return { entries, rules };
}

/** A transaction, day or week, with its first date; `ref` is empty where no row names one. */
interface Key {
  readonly key: string;
  readonly date: PlainDate;
  readonly ref: string;
}

/** Every key of any column, in the order of dates, then refs (D2 before D10); what has no ref stands in the order of the rows. */
function keysOf(columns: Columns): Key[] {
  const keys = new Map<string, Key>();
  for (const column of columns.values()) {
    for (const [key, entries] of column) {
      for (const { date, ref = '' } of entries) {
        const known = keys.get(key);
        if (known === undefined || date < known.date) keys.set(key, { key, date, ref });
      }
    }
  }
  return [...keys.values()].toSorted((a, b) => byText(a.date, b.date) || byNumbersWithin(a.ref, b.ref));
}

/** A measure that is reckoned for the transactions, days or weeks itself, where it was left out for this one. */
function lacksEntry(name: string, hasEntry: boolean | undefined, { plan }: MonthFacts): boolean {
  return hasEntry === false && plan.measures?.[name]?.kind === 'each';
}
