/**
 * What closed months remember of measures: what later months need of them for scales that run on, for weeks that
 * end in the next month, and for measures over earlier months.
 */
import { type Exact, sum } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import type { Localized } from '../base/localized.js';
import { firstDay, lastDay, type Month, type PlainDate, shiftMonth } from '../base/period.js';
import { startOfWeek, unfinishedFrom } from '../base/week.js';
import { memoryOf } from '../rules/memory.js';
import type { AgentFacts, FirmFacts, MonthFacts } from './agent-facts.js';
import { entriesOf } from './entries.js';
import type { Entry } from './entry.js';
import { type Absent, have, lack, type Measured } from './measured.js';
import { measure } from './measures.js';
import type { ClosedMonth, RememberedMeasure } from './past.js';
import { given } from './trace.js';
import { monthsBefore } from './year.js';

const LABELS = {
  quarter: { en: 'so far in the quarter', zh: '本季此前合计' },
  year: { en: 'so far in the year', zh: '本年此前合计' },
} satisfies Record<string, Localized>;

/** What a month keeps of each person when it is closed. */
export function rememberedMeasures(month: MonthFacts): RememberedMeasure[] {
  const memory = memoryOf(month.plan);
  const [totals, weeks, refs] = [[...memory.totals], [...memory.weeks], [...memory.refs]];
  return month.agents.flatMap((facts): RememberedMeasure[] => {
    if (facts.absent) return [];
    const { agent_id } = facts.agent;
    return [
      ...totals.flatMap((name): RememberedMeasure[] => {
        const found = measure(name, facts, month);
        return 'absent' in found ? [] : [{ agent_id, measure: name, value: found.trace.value }];
      }),
      ...weeks.flatMap((name) => lastDays(name, facts, month)),
      ...refs.flatMap((name) => byRef(name, facts, month)),
    ];
  });
}

function lastDays(name: string, facts: AgentFacts, month: MonthFacts): RememberedMeasure[] {
  const from = unfinishedFrom(month.month);
  const { agent_id, left_on } = facts.agent;
  const found = entriesOf(name, facts, month, true);
  const gone = left_on !== undefined && left_on <= lastDay(month.month);
  if ('absent' in found || gone || from === undefined) return [];
  const days = groupBy(
    found.entries.filter((entry) => entry.date >= from),
    (entry) => entry.date,
  );
  return [...days].map(([date, entries]) => ({
    agent_id,
    measure: name,
    date,
    value: sum(entries.map((entry) => entry.value)),
  }));
}

/** What each order or contract that has a number came to. */
function byRef(name: string, facts: AgentFacts, month: MonthFacts): RememberedMeasure[] {
  const found = entriesOf(name, facts, month, false);
  if ('absent' in found) return [];
  const { agent_id } = facts.agent;
  const groups = groupBy(found.entries, (entry) => entry.ref ?? '');
  return [...groups].flatMap(([ref, entries]): RememberedMeasure[] =>
    ref === '' ? [] : [{ agent_id, measure: name, ref, value: sum(entries.map((entry) => entry.value)) }],
  );
}

/** What closed months remember of a measure by the refs of the person's transactions, the earliest month first. */
export function rememberedByRef(name: string, { agent }: AgentFacts, { past }: MonthFacts): RefOfMonth[] {
  return past.months.flatMap((closed) =>
    rememberedOf(closed, agent.agent_id, name, 'refs').flatMap(({ ref, value }) =>
      ref === undefined ? [] : [{ month: closed.month, ref, value }],
    ),
  );
}

/** What a transaction came to in a closed month. */
export interface RefOfMonth {
  readonly month: Month;
  readonly ref: string;
  readonly value: Exact;
}

/** A measure's sum over the months of the quarter or year before this one. */
export function amountSoFar(
  name: string,
  span: 'quarter' | 'year',
  facts: AgentFacts,
  month: MonthFacts,
): Measured {
  const months = monthsBefore(span, month);
  const values: Exact[] = [];
  for (const one of months) {
    const found = inMonth(name, one, facts, month);
    if (found === 'unknown') return lack('no_past');
    if (found !== 'nothing') values.push(found);
  }
  const [first] = months;
  const label = LABELS[span];
  const named = first ? `${first} … ${shiftMonth(month.month, -1)}` : '';
  return have(
    given(first ? { en: `${label.en} (${named})`, zh: `${label.zh}（${named}）` } : label, sum(values)),
  );
}

/**
 * What a measure came to in an earlier month: nothing for who was not there, unknown where the month or the
 * measure is not known.
 */
export function inMonth(
  name: string,
  earlier: Month,
  { agent }: AgentFacts,
  { past }: MonthFacts,
): Exact | 'nothing' | 'unknown' {
  const closed = past.months.find(({ month }) => month === earlier);
  if (!closed) return agent.hired_on > lastDay(earlier) ? 'nothing' : 'unknown';
  const [found] = rememberedOf(closed, agent.agent_id, name);
  if (found) return found.value;
  const wasThere = closed.people.some((person) => person.agent_id === agent.agent_id);
  // What another plan remembers of its own people says nothing of him.
  const { of } = closed.plans;
  const known = closed.remembered.some(
    (one) => one.measure === name && isOfMonth(one) && of(one.agent_id) === of(agent.agent_id),
  );
  return wasThere && !known ? 'unknown' : 'nothing';
}

/** Whether a week that began before the first month of all goes through a scale: its first days are not known. */
export function cutsFirstWeek({ plan, month, past }: MonthFacts): boolean {
  const first = firstDay(month);
  return past.months.length === 0 && startOfWeek(first) !== first && memoryOf(plan).weeks.size > 0;
}

/** Those who worked in a week that ends this month and stand in this month's file no more, with their first day in it. */
export function goneWithinWeek({ past, month, agents }: FirmFacts): ReadonlyMap<string, PlainDate> {
  const gone = new Map<string, PlainDate>();
  const last = past.months.at(-1);
  if (last?.month !== shiftMonth(month, -1)) return gone;
  const here = new Set(agents.flatMap((one) => (one.absent ? [] : [one.agent.agent_id])));
  for (const { agent_id, date } of last.remembered) {
    const known = gone.get(agent_id);
    if (date !== undefined && !here.has(agent_id) && (known === undefined || date < known))
      gone.set(agent_id, date);
  }
  return gone;
}

/** The days of a week that began in the month before and ends in this one; none before the first month of all. */
export function unfinishedWeek(
  name: string,
  facts: AgentFacts,
  month: MonthFacts,
): { readonly entries: readonly Entry[] } | Absent {
  const first = firstDay(month.month);
  const monday = startOfWeek(first);
  const { agent_id, hired_on } = facts.agent;
  if (monday === first || hired_on >= first || !month.past.months.length) return { entries: [] };
  const before = shiftMonth(month.month, -1);
  const closed = month.past.months.find((one) => one.month === before);
  if (!closed || isForgotten(name, closed, agent_id)) return lack('no_past');
  const entries = rememberedOf(closed, agent_id, name, 'days').flatMap(({ date, value }) =>
    date === undefined ? [] : [{ date, value, rows: [] }],
  );
  return { entries };
}

/** Whether the person had a plan in that month that does not remember the days of this measure. */
const isForgotten = (name: string, { people, plans }: ClosedMonth, agentId: string): boolean =>
  people.some((person) => person.agent_id === agentId) && !memoryOf(plans.of(agentId)).weeks.has(name);

/** What a closed month remembers, by person and measure, whole months and days apart. */
const indexes = new WeakMap<ClosedMonth, ReadonlyMap<string, readonly RememberedMeasure[]>>();

function rememberedOf(
  closed: ClosedMonth,
  agentId: string,
  name: string,
  what: Span = 'month',
): readonly RememberedMeasure[] {
  const keyOf = (agent: string, measured: string, span: Span): string => `${agent}\t${measured}\t${span}`;
  const index =
    indexes.get(closed) ?? groupBy(closed.remembered, (one) => keyOf(one.agent_id, one.measure, spanOf(one)));
  indexes.set(closed, index);
  return index.get(keyOf(agentId, name, what)) ?? [];
}

/** What a remembered number is of. */
type Span = 'month' | 'days' | 'refs';

function spanOf({ date, ref }: RememberedMeasure): Span {
  if (ref !== undefined) return 'refs';
  return date === undefined ? 'month' : 'days';
}

const isOfMonth = (one: RememberedMeasure): boolean => spanOf(one) === 'month';
