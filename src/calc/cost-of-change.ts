/** What a month comes to by changed rules, against what it comes to by those in force. */
import { type Exact, sum, ZERO } from '../base/exact.js';
import type { AgentResult } from './pay.js';
import type { MonthResult } from './month.js';

export interface CostOfChange {
  /** The net of all people before debts that were carried in. */
  readonly old: Exact;
  readonly now: Exact;
  /** `now` less `old`: what it costs the firm. */
  readonly difference: Exact;
  /** How many people get more, and how many less. */
  readonly win: number;
  readonly lose: number;
}

const beforeDebt = ({ payslip: { net, debt_in } }: AgentResult): Exact => net.add(debt_in);

const netsOf = ({ agents }: MonthResult): Map<string, Exact> =>
  new Map(agents.map((agent) => [agent.facts.agent.agent_id, beforeDebt(agent)]));

export function costOfChange(before: MonthResult, after: MonthResult): CostOfChange {
  const [olds, news] = [netsOf(before), netsOf(after)];
  const differences = [...new Set([...olds.keys(), ...news.keys()])].map((agent) =>
    (news.get(agent) ?? ZERO).sub(olds.get(agent) ?? ZERO).compare(ZERO),
  );
  const [old, now] = [sum(olds.values()), sum(news.values())];
  return {
    old,
    now,
    difference: now.sub(old),
    win: differences.filter((one) => one > 0).length,
    lose: differences.filter((one) => one < 0).length,
  };
}
