/** What components pay a person this month, as a number that other rules name. */
import { isError } from '../base/problem.js';
import type { DeclaredMeasure } from '../rules/measure-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import { componentResult } from './components.js';
import { finesOfComponent } from './fines.js';
import { have, lack, type Measured } from './measured.js';
import type { PayLine } from './pay-line.js';
import { restingOn, computed, type Trace } from './trace.js';

type AmountOf = Extract<DeclaredMeasure, { kind: 'amount_of' }>;

/** The lines of the components, rounded as they are paid, each positive as its column is named. */
export function amountOf({ name, amount_of }: AmountOf, facts: AgentFacts, month: MonthFacts): Measured {
  const parts: Trace[] = [];
  for (const key of amount_of.value) {
    const lines = linesOf(key, facts, month);
    if ('absent' in lines) return lines;
    parts.push(...lines.map((line) => line.trace));
  }
  return have(computed('sum', name, parts, restingOn(amount_of)));
}

function linesOf(
  key: string,
  facts: AgentFacts,
  month: MonthFacts,
): readonly PayLine[] | ReturnType<typeof lack> {
  const component = month.plan.components[key];
  if (!component) throw new Error(`no component ${key} in the rule file`);
  if (component.kind === 'fine') {
    return finesOfComponent(key, component, month).lines.filter(
      (line) => line.agent_id === facts.agent.agent_id,
    );
  }
  if (facts.absent) return [];
  const { lines, problems } = componentResult(key, component, facts, month);
  return problems.some(isError) ? lack('no_component') : lines;
}
