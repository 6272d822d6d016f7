/** What is told of sales that are split, and of the shares they are split by. */
import { type Exact, formatShort, ONE, sum } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import { type Place, type Problem, problem } from '../base/problem.js';
import { CALC_PROBLEMS } from '../problems/calc.js';
import type { DeclaredMeasure } from '../rules/measure-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import type { Entry } from './entry.js';
import { inBoth, percent } from './parts.js';

export type Split = Extract<DeclaredMeasure, { kind: 'split' }>;

/** An entry with the person whose row it is. */
export interface Own {
  readonly facts: AgentFacts;
  readonly entry: Entry;
}

/** One person's share of a ref, or what he booked of it: all his rows of it together. */
export interface Share {
  readonly facts: AgentFacts;
  readonly value: Exact;
  readonly rows: Entry['rows'];
}

/** What each person's rows of a ref come to. */
export const sharesOf = (rows: readonly Own[]): Share[] =>
  [...groupBy(rows, ({ facts }) => facts)].map(([facts, own]) => ({
    facts,
    value: sum(own.map(({ entry }) => entry.value)),
    rows: own.flatMap(({ entry }) => entry.rows),
  }));

/** Negative shares of a ref, or shares above the whole. */
export function wrongShares(
  { by }: Split['split'],
  ref: string,
  shares: readonly Share[],
  total: Exact,
): Problem[] {
  const negative = shares.filter(({ value }) => value.s < 0n);
  if (negative.length > 0) {
    return negative.map(({ facts, value, rows }) => {
      const params = { agent: facts.agent.agent_id, measure: by.value, value: formatShort(value), of: ref };
      return problem(CALC_PROBLEMS.negative_weight, placeOf(rows), params);
    });
  }
  if (total.compare(ONE) <= 0) return [];
  const sharers = shares.map(({ facts, value }) => ({
    agent: facts.agent.agent_id,
    text: inBoth(percent(value)),
  }));
  const place = placeOf(shares.flatMap(({ rows }) => rows));
  const inHundreds = shares.some(({ value }) => value.compare(ONE) > 0);
  const params = { of: ref, total: percent(total), sharers, inHundreds, ofSale: true };
  return [problem(CALC_PROBLEMS.shares_above_whole, place, params)];
}

/** Shares below the whole. */
export function restWarning(
  { of }: Split['split'],
  ref: string,
  rows: Entry['rows'],
  total: Exact,
  rest: Exact,
): Problem[] {
  if (rest.n === 0n) return [];
  const params = { of: of.value, ref, rest: formatShort(rest), total: percent(total) };
  return [problem(CALC_PROBLEMS.split_with_rest, placeOf(rows), params)];
}

/** Nobody can tell whether rows of several people are parts of the sale, or each is the whole of it. */
export function severalWarning(
  { of }: Split['split'],
  ref: string,
  sold: readonly Own[],
  deal: Entry,
): Problem | undefined {
  const booked = sharesOf(sold);
  if (booked.length < 2) return undefined;
  const bookers = booked.map(({ facts, value }) => ({
    agent: facts.agent.agent_id,
    text: inBoth(formatShort(value)),
  }));
  const params = { of: of.value, ref, total: formatShort(deal.value), bookers };
  return problem(CALC_PROBLEMS.split_of_several, placeOf(deal.rows), params);
}

/** Shares of what is not there; a share of a sign-up that does not count is none of something else. */
export function strayShares(
  { of, by }: Split['split'],
  shares: readonly Own[],
  refs: ReadonlySet<string | undefined>,
  { plan, signups }: MonthFacts,
): Problem[] {
  const others = plan.measures?.[of.value]?.kind === 'collected' ? [] : signups;
  const signed = new Set(others.map(({ row }) => row.signup_id));
  return shares.flatMap(({ facts, entry: { ref, rows } }) => {
    if (ref !== undefined && (refs.has(ref) || signed.has(ref))) return [];
    const params = { agent: facts.agent.agent_id, measure: by.value, of: of.value, ref };
    return [problem(CALC_PROBLEMS.share_of_nothing, placeOf(rows), params)];
  });
}

const placeOf = (rows: Entry['rows']): Place => rows[0] ?? { file: 'measures.csv' };
