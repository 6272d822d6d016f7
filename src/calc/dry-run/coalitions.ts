/**
 * A difference that several changed rules made together, split over them so that the parts add up to it exactly.
 *
 * Up to MOST_TOGETHER rules: each one's part is what it adds on average over all orders in which they could have been
 * changed one after the other (Shapley's value). No order is better than another, two rules that do the same get the
 * same, a rule that does nothing gets nothing, and parts over several pay components add up. With more rules the orders
 * are too many: the mean of two is taken then, that of the file and its reverse.
 */
import { type Exact, floor, sum, whole, ZERO } from '../../base/exact.js';

/** Some of the changed rules by their numbers: bit n for rule n. */
export type Coalition = bigint;

/** Of more rules than these not every order is tried. */
export const MOST_TOGETHER = 4;

const has = (coalition: Coalition, rule: number): boolean => ((coalition >> BigInt(rule)) & 1n) === 1n;
const withRule = (coalition: Coalition, rule: number): Coalition => coalition | (1n << BigInt(rule));

/** The rules of a coalition, in their order. */
export function membersOf(coalition: Coalition): number[] {
  const members: number[] = [];
  for (let rule = 0; coalition >> BigInt(rule) !== 0n; rule += 1)
    if (has(coalition, rule)) members.push(rule);
  return members;
}

/** All of so many rules. */
export const allOf = (rules: number): Coalition => (1n << BigInt(rules)) - 1n;

/** The coalitions whose outcomes are needed to split what these rules made: from none of them to all. */
export function coalitionsOf(together: Coalition): readonly Coalition[] {
  const rules = membersOf(together);
  if (rules.length <= MOST_TOGETHER) return subsetsOf(rules);
  return [...new Set([...prefixesOf(rules), ...prefixesOf(rules.toReversed())])];
}

const subsetsOf = (rules: readonly number[]): Coalition[] =>
  rules.reduce<Coalition[]>((found, rule) => [...found, ...found.map((one) => withRule(one, rule))], [0n]);

function prefixesOf(order: readonly number[]): Coalition[] {
  const found: Coalition[] = [0n];
  let reached: Coalition = 0n;
  for (const rule of order) found.push((reached = withRule(reached, rule)));
  return found;
}

/** What each rule of `together` made of the difference between none of them and all: exact, and adding up to it. */
export function exactParts(
  together: Coalition,
  outcomeOf: (coalition: Coalition) => Exact,
): ReadonlyMap<number, Exact> {
  const rules = membersOf(together);
  if (rules.length <= MOST_TOGETHER) {
    return new Map(rules.map((rule) => [rule, shapleyValue(rule, rules, outcomeOf)]));
  }
  const orders = [rules, rules.toReversed()].map((order) => addedInOrder(order, outcomeOf));
  const mean = (rule: number): Exact => sum(orders.map((one) => one.get(rule) ?? ZERO)).div(whole(2));
  return new Map(rules.map((rule) => [rule, mean(rule)]));
}

function shapleyValue(
  rule: number,
  rules: readonly number[],
  outcomeOf: (coalition: Coalition) => Exact,
): Exact {
  const others = subsetsOf(rules.filter((one) => one !== rule));
  const added = others.map((before) => {
    const orders =
      factorial(membersOf(before).length) * factorial(rules.length - 1 - membersOf(before).length);
    return outcomeOf(withRule(before, rule)).sub(outcomeOf(before)).mul(whole(orders));
  });
  return sum(added).div(whole(factorial(rules.length)));
}

const factorial = (number: number): number => (number <= 1 ? 1 : number * factorial(number - 1));

function addedInOrder(
  order: readonly number[],
  outcomeOf: (coalition: Coalition) => Exact,
): Map<number, Exact> {
  const reached = prefixesOf(order);
  return new Map(
    order.map((rule, index) => [
      rule,
      outcomeOf(reached[index + 1] ?? 0n).sub(outcomeOf(reached[index] ?? 0n)),
    ]),
  );
}

/**
 * Exact parts that add up to a whole of `places` decimals, in numbers of so many decimals that add up to the same: each
 * is rounded down, and the units that leaves go to those that lost most by it; of equals, to the first.
 */
export function roundedParts(parts: readonly Exact[], places: number): Exact[] {
  const unit = whole(10n ** BigInt(places));
  const cut = parts.map((part, index) => {
    const scaled = part.mul(unit);
    const full = floor(scaled);
    return { index, full, lost: scaled.sub(full) };
  });
  const left = Number(sum(cut.map(({ lost }) => lost)).n);
  const luckiest = cut.toSorted((a, b) => b.lost.compare(a.lost) || a.index - b.index);
  const more = new Set(luckiest.slice(0, left).map(({ index }) => index));
  return cut.map(({ index, full }) => (more.has(index) ? full.add(whole(1)) : full).div(unit));
}
