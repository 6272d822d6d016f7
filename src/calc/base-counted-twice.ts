/** A plan that pays the monthly base itself, and whose wage guard adds it to what is paid: it may count it twice. */
import { type Problem, problem } from '../base/problem.js';
import { CALC_PROBLEMS } from '../problems/calc.js';
import { needsOfComponent, needsOfMeasure, type Need } from '../rules/dependencies.js';
import type { Plan } from '../rules/plan.js';
import type { AgentFacts } from './agent-facts.js';
import type { AppliedLine } from './payslip.js';
import { isEarning, isGuarded } from './wage-guard.js';

interface Settled {
  readonly facts: AgentFacts;
  readonly lines: readonly AppliedLine[];
}

/**
 * A warning for each plan of which that may be so for somebody whose penalties the guard limits. A plan that
 * says `earnings` itself has chosen, and is not warned of.
 */
export function baseCountedTwice(plans: readonly Plan[], agents: readonly Settled[]): Problem[] {
  return plans.flatMap((plan) => {
    const { guard } = plan.net;
    if (!guard || guard.earnings) return [];
    const paying = new Set(Object.keys(plan.components).filter((key) => paysByBase(key, plan)));
    if (paying.size === 0) return [];
    const isTwice = (line: AppliedLine): boolean =>
      paying.has(line.component) && isEarning(line) && line.applied.n !== 0n;
    const own = agents.filter(
      ({ facts, lines }) =>
        facts.plan === plan && facts.agent.monthly_base && lines.some((line) => isGuarded(guard, line)),
    );
    const twice = own.find(({ lines }) => lines.some(isTwice));
    const component = twice?.lines.find(isTwice)?.component;
    if (!twice || component === undefined) return [];
    const params = { agent: twice.facts.agent.agent_id, component };
    return [problem(CALC_PROBLEMS.base_counted_twice, guard.classes.at, params, { value: component })];
  });
}

/** Whether what a component pays is reckoned from the monthly base, by itself or by a measure that it names. */
function paysByBase(key: string, { components, measures = {} }: Plan): boolean {
  const component = components[key];
  if (!component) return false;
  const seen = new Set<string>();
  const reaches = (needs: readonly Need[]): boolean =>
    needs.some(({ kind, name }) => {
      if (kind !== 'measure' || seen.has(name)) return false;
      if (name === 'monthly_base') return true;
      seen.add(name);
      const declared = measures[name];
      return declared !== undefined && reaches(needsOfMeasure(declared));
    });
  return reaches(needsOfComponent(component));
}
