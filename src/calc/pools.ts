/** Pools: an amount that several people share by their weights, so that the parts add up to it exactly. */
import { apportion, restOf } from '../base/apportion.js';
import { type Exact, formatShort, ONE, sum, ZERO } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import { computedOnce } from '../base/computed-once.js';
import { type Problem, problem } from '../base/problem.js';
import { CALC_PROBLEMS } from '../problems/calc.js';
import type { Sharer } from '../problems/sharing.js';
import type { Value } from '../rules/mark.js';
import type { Component } from '../rules/plan.js';
import type { Pool } from '../rules/pool-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import type { MissingMeasure } from './amounts.js';
import { tryGate } from './gate.js';
import { personLabel } from './group-totals.js';
import { type Group, groupOf, groupsOf } from './groups.js';
import { lack, type Measured } from './measured.js';
import { measure } from './measures.js';
import { adjusted, inBoth, percent } from './parts.js';
import { shared } from './rests-on.js';
import { type LineRounding, lineRounding, roundedLine } from './rounding.js';
import { restingOn, chosen, computed, given, type Trace } from './trace.js';

type AmountComponent = Extract<Component, { kind: 'amount' }>;

/** A pool that is wrong refuses the month once, not for each who shares it. */
type Part = { readonly trace: Trace } | MissingMeasure | { readonly refused: true };

/** Who gets what of one group's pool. */
interface Division {
  readonly parts: ReadonlyMap<AgentFacts, Trace>;
  readonly problems: readonly Problem[];
}

const LABELS = {
  pool: { en: 'the pool', zh: '分配总额' },
  weights: { en: 'the weights of all who share', zh: '全体参加者权重合计' },
  exact: { en: 'pool × own weight ÷ all weights', zh: '总额 × 本人权重 ÷ 权重合计' },
  product: { en: 'pool × own weight', zh: '总额 × 本人权重' },
  alike: { en: 'the same weight for all', zh: '各人权重相同' },
  part: { en: 'part of the pool', zh: '分得金额' },
  kept: { en: 'kept by the firm', zh: '公司留存' },
} satisfies Record<string, Localized>;

/** A person's part of the pool of his group. His component's roles and gate hold. */
export function shareOf(
  key: string,
  component: AmountComponent,
  pool: Pool,
  facts: AgentFacts,
  month: MonthFacts,
): Part {
  const group = groupOf(pool.among.value, facts, month);
  if (!group) return { measure: pool.of, absent: lack('no_site') };
  const weight = weightOf(pool, facts, month);
  if ('absent' in weight) return { measure: keyOf(pool).text, absent: weight };
  const whole = measure(pool.of, facts, month);
  if ('absent' in whole) return { measure: pool.of, absent: whole };
  const { parts, problems } = divisionOf(key, component, pool, group, month);
  const part = parts.get(facts);
  if (part) return { trace: part };
  // Without a weight there is no part: the weight itself shows it.
  return problems.some((one) => one.severity === 'error') ? { refused: true } : { trace: weight.trace };
}

/** What is to be said of the pools of every group. */
export function poolProblems(month: MonthFacts): Problem[] {
  return Object.entries(month.plan.components).flatMap(([key, component]) =>
    problemsOfPool(key, component, month),
  );
}

/** The same of one component; nothing where it shares no pool. */
export function problemsOfPool(key: string, component: Component, month: MonthFacts): Problem[] {
  if (component.kind !== 'amount' || component.amount.kind !== 'share') return [];
  const { share } = component.amount;
  const groups = groupsOf(share.among.value, month).filter((group) => ownMembers(group, month).length > 0);
  return groups.flatMap((group) => divisionOf(key, component, share, group, month).problems);
}

/** The people who share the pool of the person's group, himself among them; nobody where he has no part of it. */
export function sharersWith(
  key: string,
  component: AmountComponent,
  pool: Pool,
  facts: AgentFacts,
  month: MonthFacts,
): readonly AgentFacts[] {
  const group = groupOf(pool.among.value, facts, month);
  const sharers = group ? [...divisionOf(key, component, pool, group, month).parts.keys()] : [];
  return sharers.includes(facts) ? sharers : [];
}

/** Only who has this plan can have a part of its pools. */
const ownMembers = ({ members }: Group, { plan }: MonthFacts): AgentFacts[] =>
  members.filter((one) => one.plan === plan);

const known = new WeakMap<Group, Map<string, Division>>();

function divisionOf(
  key: string,
  component: AmountComponent,
  pool: Pool,
  group: Group,
  month: MonthFacts,
): Division {
  const divisions = computedOnce(known, group, () => new Map<string, Division>());
  const found = divisions.get(key) ?? divide(key, component, pool, group, month);
  divisions.set(key, found);
  return found;
}

/** What says how much of the pool is whose. */
const keyOf = (pool: Pool): Value<string> => (pool.kind === 'equal' ? pool.equally : pool.by);

const weightOf = (pool: Pool, facts: AgentFacts, month: MonthFacts): Measured =>
  pool.kind === 'equal'
    ? { trace: given(LABELS.alike, ONE, restingOn(pool.equally)) }
    : measure(pool.by.value, facts, month);

/** Someone for whom the component's gate holds, with his weight. */
interface Weighted {
  readonly facts: AgentFacts;
  readonly weight: Trace;
  readonly pool: Measured;
}

function divide(
  key: string,
  component: AmountComponent,
  pool: Pool,
  group: Group,
  month: MonthFacts,
): Division {
  const entitled = ownMembers(group, month).filter(
    (one) => tryGate(component, one, month).reasons.length === 0,
  );
  const weighted = entitled.flatMap((facts): Weighted[] => {
    const weight = weightOf(pool, facts, month);
    return 'absent' in weight ? [] : [{ facts, weight: weight.trace, pool: measure(pool.of, facts, month) }];
  });
  const negative = weighted.filter(({ weight }) => weight.value.s < 0n);
  if (negative.length > 0) return refusing(negative.map((one) => negativeWeight(key, pool, one)));
  const sharers = weighted.filter(({ weight }) => weight.value.n !== 0n);
  const [first, ...others] = sharers;
  if (!first) return refusing(nobodyShares(key, pool, group, entitled, month));
  const other = others.find((one) => !sameNumber(one.pool, first.pool));
  if (other) return refusing([differingPools(key, pool, first, other)]);
  // Where the pool is not known, it is told of each who shares.
  if ('absent' in first.pool) return refusing([]);
  const total = sum(sharers.map(({ weight }) => weight.value));
  if (pool.kind === 'percent' && total.compare(ONE) > 0)
    return refusing([aboveWhole(key, sharers, total, first)]);
  return {
    parts: partsOf(pool, first.pool.trace, sharers, total, lineRounding(month.plan, key)),
    problems: [],
  };
}

const refusing = (problems: readonly Problem[]): Division => ({ parts: new Map(), problems });

const sameNumber = (one: Measured, other: Measured): boolean =>
  'trace' in one && 'trace' in other
    ? one.trace.value.equals(other.trace.value)
    : 'absent' in one && 'absent' in other;

/** Each one's part with how it came about; the parts, and what is kept, add up to the pool as it is rounded. */
function partsOf(
  pool: Pool,
  exactPool: Trace,
  sharers: readonly Weighted[],
  total: Exact,
  rounding: LineRounding,
): Map<AgentFacts, Trace> {
  const rules = [pool.among, keyOf(pool)];
  const whole = shared(computed('sum', LABELS.pool, [roundedLine(exactPool, rounding)], { rules }));
  const own = sharers.map(({ facts, weight }) => computed('sum', personLabel(facts), [weight]));
  const weights = shared(computed('sum', LABELS.weights, own));
  const rest = pool.kind === 'percent' ? [ONE.sub(total)] : [];
  const amounts = apportion(whole.value, [...own.map(({ value }) => value), ...rest], rounding.places);
  const paid = amounts.slice(0, sharers.length);
  const kept = given(LABELS.kept, restOf(whole.value, paid));
  return new Map(
    sharers.map(({ facts }, index): [AgentFacts, Trace] => {
      const product = computed('product', LABELS.product, [whole, own[index] ?? weights]);
      const exact =
        pool.kind === 'percent' ? product : computed('quotient', LABELS.exact, [product, weights]);
      const part = adjusted(LABELS.part, exact, paid[index] ?? ZERO);
      return [facts, pool.kind === 'percent' ? chosen(LABELS.part, part, [weights, kept]) : part];
    }),
  );
}

function nobodyShares(
  component: string,
  pool: Pool,
  group: Group,
  entitled: readonly AgentFacts[],
  month: MonthFacts,
): Problem[] {
  const { kind, name } = group;
  for (const facts of entitled.length > 0 ? entitled : ownMembers(group, month)) {
    const found = measure(pool.of, facts, month);
    if ('absent' in found) continue;
    const { value } = roundedLine(found.trace, lineRounding(month.plan, component));
    if (value.n === 0n) return [];
    const params = { component, among: GROUP_NAMES[kind](name), amount: formatShort(value) };
    return [problem(CALC_PROBLEMS.pool_without_sharers, { file: 'agents.csv' }, params, { value: name })];
  }
  return [];
}

const GROUP_NAMES: Readonly<Record<Group['kind'], (name: string) => Localized>> = {
  team: (name) => ({ en: `team ${name}`, zh: `班组 ${name} ` }),
  site: (name) => ({ en: `site ${name}`, zh: `中心 ${name} ` }),
  everyone: () => ({ en: 'the whole firm', zh: '全体人员中' }),
};

function negativeWeight(component: string, pool: Pool, { facts, weight }: Weighted): Problem {
  const { agent_id: agent, at } = facts.agent;
  const params = { agent, measure: keyOf(pool).text, value: formatShort(weight.value), of: component };
  return problem(CALC_PROBLEMS.negative_weight, at, params);
}

function differingPools(component: string, pool: Pool, one: Weighted, other: Weighted): Problem {
  const named = ({ facts, pool: found }: Weighted): Sharer => ({
    agent: facts.agent.agent_id,
    text: 'absent' in found ? found.absent : inBoth(formatShort(found.trace.value)),
  });
  const params = { component, measure: pool.of, one: named(one), other: named(other) };
  return problem(CALC_PROBLEMS.pool_differs, other.facts.agent.at, params);
}

function aboveWhole(
  component: string,
  sharers: readonly Weighted[],
  total: Exact,
  { facts: { agent } }: Weighted,
): Problem {
  const named = sharers.map(({ facts, weight }) => ({
    agent: facts.agent.agent_id,
    text: inBoth(percent(weight.value)),
  }));
  return problem(CALC_PROBLEMS.shares_above_whole, agent.at, {
    of: component,
    total: percent(total),
    sharers: named,
    inHundreds: sharers.some(({ weight }) => weight.value.compare(ONE) > 0),
    ofSale: false,
  });
}
