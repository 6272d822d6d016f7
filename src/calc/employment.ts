/** What is paid to those who are employed on no day of the month. */
import { type Problem, problem } from '../base/problem.js';
import { CALC_PROBLEMS } from '../problems/calc.js';
import type { Component } from '../rules/plan.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import type { PayLine } from './pay-line.js';

/**
 * A warning for each fixed pay, floor and share of someone who is not employed: these come without any work of his,
 * and the rule file may only have forgotten to say so. What he is paid for sales or results stands for itself.
 */
export function paidThoughNotEmployed(
  { employed, absent, agent }: AgentFacts,
  lines: readonly PayLine[],
  { plan }: MonthFacts,
): Problem[] {
  if (employed || absent) return [];
  const { agent_id, at } = agent;
  return lines.flatMap(({ component }) => {
    const rule = plan.components[component];
    if (!rule || !paysWithoutWork(rule)) return [];
    return [problem(CALC_PROBLEMS.paid_not_employed, at, { agent: agent_id, component })];
  });
}

function paysWithoutWork(component: Component): boolean {
  if (component.kind !== 'amount' || component.class) return false;
  const { amount, floor } = component;
  return amount.kind === 'fixed' || amount.kind === 'share' || floor !== undefined;
}
