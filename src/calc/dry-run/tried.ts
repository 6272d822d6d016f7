/** What was found by trying rule files on months. */
import type { Month } from '../../base/period.js';
import type { LoadedPlan } from '../../rules/load.js';
import type { ChangedRules, Variant } from '../../rules/variant.js';
import type { LineDifference } from './lines.js';
import { type Difference, type MonthDifference, type PersonDifference, together } from './comparison.js';

export interface TriedMonth {
  readonly variant: Variant;
  readonly difference: MonthDifference;
  /** Whether it began with what closed months really left to it, or with what the months before it in a chain would have. */
  readonly state: 'real' | 'simulated';
  /** Of the one person who was asked after. */
  readonly lines: readonly LineDifference[];
}

/** Months of which each begins with what the one before would have left, by the old rules and by the new ones. */
export interface Chained {
  /** The closed month with whose real state the first begins; undefined where none was closed just before. */
  readonly after: Month | undefined;
  /** Those whose exports were used. */
  readonly months: readonly Month[];
}

/** One rule file on all of the months. */
export interface TriedFile {
  readonly file: LoadedPlan;
  readonly months: readonly TriedMonth[];
}

/** The rules that some month's difference is split over, each once, in the order they were met. */
export function rulesTried({ months }: TriedFile): ChangedRules[] {
  const rules = new Map<string, ChangedRules>();
  for (const { variant } of months) for (const one of variant.rules) rules.set(ruleKey(one), one);
  return [...rules.values()];
}

/** Rules that changed together are one: all of their paths. */
export const ruleKey = ({ names }: ChangedRules): string => names.join(' + ');

/** A difference whose parts are of `rulesTried`, whatever rules its own month had. */
export function byRules<D extends Difference>(
  one: D,
  { variant }: TriedMonth,
  rules: readonly ChangedRules[],
): D {
  const parts = new Map(variant.rules.map((rule, index) => [ruleKey(rule), one.parts[index]]));
  return {
    ...one,
    parts: rules.map((rule) => parts.get(ruleKey(rule)) ?? one.difference.sub(one.difference)),
  };
}

/** Everybody over all months. */
export interface PersonTried {
  readonly agent: PersonDifference['agent'];
  readonly total: Difference;
}

/** Each person's differences of all months added up, in the order of ids. */
export function peopleTried(tried: TriedFile): PersonTried[] {
  const rules = rulesTried(tried);
  const people = new Map<string, { agent: PersonDifference['agent']; own: PersonDifference[] }>();
  for (const month of tried.months) {
    for (const person of month.difference.people) {
      const { agent } = person;
      const known = people.get(agent.agent_id) ?? { agent, own: [] };
      known.own.push(byRules(person, month, rules));
      people.set(agent.agent_id, known);
    }
  }
  return [...people.values()].map(({ agent, own }) => ({ agent, total: together(own, rules.length) }));
}

/** Everything over all months. */
export function totalTried(tried: TriedFile): Difference {
  const rules = rulesTried(tried);
  return together(
    tried.months.map((month) => byRules(month.difference.total, month, rules)),
    rules.length,
  );
}
