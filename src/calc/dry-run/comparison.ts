/** A month by the rules in force held against the same month by others: who gains and loses, how much, by which rule. */
import type { Currency } from '../../base/currency.js';
import { type Exact, HUNDRED, sum, ZERO } from '../../base/exact.js';
import { indexBy } from '../../base/group.js';
import { byText } from '../../base/order.js';
import type { Month } from '../../base/period.js';
import type { AgentRow } from '../../input/records.js';
import type { Reach } from '../../rules/variant-touches.js';
import type { AgentResult, Pay } from '../pay.js';
import { type AppliedLine, signedAmount } from '../payslip.js';
import { allOf, type Coalition, coalitionsOf, exactParts, roundedParts } from './coalitions.js';
import { type Settlements, settlementsOf } from './settlement.js';
import { type TierMove, tierMoves } from './tiers.js';

/** What is compared of a month. */
export type Paid = Pick<Pay, 'month' | 'currency' | 'agents'>;

/** Amounts before the debts of earlier months, which no rule of this month made. */
export interface Difference {
  readonly before: Exact;
  readonly after: Exact;
  readonly difference: Exact;
  /** Undefined where there was nothing before. */
  readonly percent: Exact | undefined;
  /** What each changed rule made of the difference, in the order of the rules: they add up to it. */
  readonly parts: readonly Exact[];
}

export interface PersonDifference extends Difference {
  readonly agent: AgentRow;
  readonly tiers: readonly TierMove[];
  /** What is paid after debts, and what is owed. */
  readonly settlements: Settlements;
}

export interface MonthDifference {
  readonly month: Month;
  readonly currency: Currency;
  /** In the order of their ids. */
  readonly people: readonly PersonDifference[];
  readonly total: Difference;
}

/** Which of the changed rules could make any difference to a line: more than do, never fewer. */
export type Touching = (line: Pick<AppliedLine, 'component' | 'column' | 'product'>) => Coalition;

/** By what each rule can bear on: a line that none of them says it can bear on may be touched by any. */
export function touchingBy(reaches: readonly Reach[]): Touching {
  const known = new Map<string, Map<string | undefined, Coalition>>();
  return ({ component, product }) => {
    const products = known.get(component) ?? new Map<string | undefined, Coalition>();
    known.set(component, products);
    const coalition = products.get(product) ?? touchedBy(reaches, component, product);
    products.set(product, coalition);
    return coalition;
  };
}

const touchedBy = (reaches: readonly Reach[], component: string, product: string | undefined): Coalition =>
  reaches.reduce((coalition, reach, rule) => {
    const isReached =
      !reach ||
      reach.some((one) => {
        if (one.component !== component) return false;
        return !one.products || product === undefined || one.products.includes(product);
      });
    return isReached ? coalition | (1n << BigInt(rule)) : coalition;
  }, 0n);

/** Whether the lines that no rule is said to bear on are the same by both results: else what is said is wrong. */
export function explainsAll(before: Paid, after: Paid, touching: Touching): boolean {
  const untouched = ({ lines }: AgentResult): Exact => total(lines.filter((line) => touching(line) === 0n));
  const [old, now] = [byId(before), byId(after)];
  return [...new Set([...old.keys(), ...now.keys()])].every((id) => {
    const [was, is] = [old.get(id), now.get(id)];
    return (was ? untouched(was) : ZERO).equals(is ? untouched(is) : ZERO);
  });
}

/** The month by some of the changed rules. */
export type Outcomes = (coalition: Coalition) => Paid;

/** The coalitions beside none and all of them whose outcomes the parts are reckoned from. */
export function coalitionsBetween(touched: Iterable<Coalition>): Coalition[] {
  const between = [...new Set(touched)].flatMap((together) =>
    coalitionsOf(together).filter((one) => one !== 0n && one !== together),
  );
  return [...new Set(between)];
}

/** Every set of rules that meets in some line of these results. */
export const touchedIn = (results: readonly Paid[], touching: Touching): Set<Coalition> =>
  new Set(results.flatMap((one) => one.agents.flatMap(({ lines }) => lines.map(touching))));

/**
 * Holds a month against itself by other rules. `outcomes` must know none and all of the `rules` changed, and those of
 * `coalitionsBetween`.
 */
export function compareRules(rules: number, outcomes: Outcomes, touching: Touching): MonthDifference {
  const [old, now] = [outcomes(0n), outcomes(allOf(rules))];
  const [before, after] = [byId(old), byId(now)];
  const ids = [...new Set([...before.keys(), ...after.keys()])].toSorted(byText);
  const outcomesOfPerson = personOutcomes(outcomes);
  const people = ids.flatMap((id): PersonDifference[] => {
    const [was, is] = [before.get(id), after.get(id)];
    const agent = (is ?? was)?.facts.agent;
    if (!agent) return [];
    const linesBy = (coalition: Coalition) => outcomesOfPerson(coalition, id);
    const parts = partsOf(rules, linesBy, touching, old.currency);
    const tiers = tierMoves(linesBy(0n), linesBy(allOf(rules)));
    const difference = differenceOf(total(linesBy(0n)), total(linesBy(allOf(rules))), parts);
    return [{ agent, ...difference, tiers, settlements: settlementsOf(was?.payslip, is?.payslip) }];
  });
  return { month: old.month, currency: old.currency, people, total: together(people, rules) };
}

/** Everybody's results by their ids. */
export const byId = (result: Paid): Map<string, AgentResult> =>
  indexBy(result.agents, ({ facts }) => facts.agent.agent_id);

type Lines = readonly AppliedLine[];

/** Everybody's lines by some of the rules, found by their ids. */
function personOutcomes(outcomes: Outcomes): (coalition: Coalition, id: string) => Lines {
  const known = new Map<Coalition, Map<string, AgentResult>>();
  return (coalition, id) => {
    const people = known.get(coalition) ?? byId(outcomes(coalition));
    known.set(coalition, people);
    return people.get(id)?.lines ?? [];
  };
}

/** What these lines come to as applied. */
export const total = (lines: Lines): Exact => sum(lines.map(signedAmount));

/**
 * The parts of a person's difference: of the lines that the same rules can touch together, and of all of them added up.
 * Where only one rule can touch a line, all of its difference is that rule's.
 */
function partsOf(
  rules: number,
  linesBy: (coalition: Coalition) => Lines,
  touching: Touching,
  { places }: Currency,
): Exact[] {
  const [old, now] = [linesBy(0n), linesBy(allOf(rules))];
  const parts = Array.from({ length: rules }, () => ZERO);
  for (const together of new Set([...old, ...now].map(touching))) {
    // Rules that can't touch these lines change nothing about them: all rules and all that touch them are the same.
    const outcomeOf = (coalition: Coalition): Exact => {
      const lines = coalition === 0n ? old : coalition === together ? now : linesBy(coalition);
      return total(lines.filter((line) => touching(line) === together));
    };
    for (const [rule, part] of exactParts(together, outcomeOf)) parts[rule] = (parts[rule] ?? ZERO).add(part);
  }
  return roundedParts(parts, places);
}

/** Between two amounts, with the parts that add up to it. */
export function differenceOf(before: Exact, after: Exact, parts: readonly Exact[]): Difference {
  const difference = after.sub(before);
  const percent = before.n === 0n ? undefined : difference.div(before.abs()).mul(HUNDRED);
  return { before, after, difference, percent, parts };
}

/** Several differences by the same rules added up: of people, or of months. */
export function together(differences: readonly Difference[], rules: number): Difference {
  const parts = Array.from({ length: rules }, (_, rule) =>
    sum(differences.map((one) => one.parts[rule] ?? ZERO)),
  );
  const [before, after] = [
    sum(differences.map((one) => one.before)),
    sum(differences.map((one) => one.after)),
  ];
  return differenceOf(before, after, parts);
}

/** How differences are spread over people. */
export interface Spread {
  readonly gain: number;
  readonly lose: number;
  readonly same: number;
  readonly median: Exact;
  readonly worst: Exact;
  readonly best: Exact;
}

/** Undefined for nobody. */
export function spreadOf(people: readonly Difference[]): Spread | undefined {
  const sorted = people.map((one) => one.difference).toSorted((a, b) => a.compare(b));
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  const [worst, best] = [sorted[0], sorted.at(-1)];
  if (!worst || !best) return undefined;
  const count = (sign: bigint): number => sorted.filter((one) => one.n !== 0n && one.s === sign).length;
  const [gain, lose] = [count(1n), count(-1n)];
  const median = sum(middle).div(middle.length);
  return { gain, lose, same: sorted.length - gain - lose, median, worst, best };
}
