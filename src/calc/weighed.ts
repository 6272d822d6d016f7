/** Conditions held against a person's month: whether they hold, and by what. */
import type { Value } from '../rules/mark.js';
import type { Comparison, Condition } from '../rules/plan.js';
import type { Belonging } from '../rules/condition-shape.js';
import type { RowRef } from '../input/records.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import { holds } from './conditions.js';
import type { Absent } from './measured.js';
import { measure } from './measures.js';
import { eachRule } from './rests-on.js';
import type { Trace } from './trace.js';

/** A condition with what it was decided by. */
export type Weighed =
  | {
      readonly kind: 'comparison';
      readonly holds: boolean;
      readonly condition: Comparison;
      readonly measured: Trace;
    }
  | {
      readonly kind: 'belonging';
      readonly holds: boolean;
      readonly condition: Belonging;
      /** What the person's row says; undefined where it says nothing. */
      readonly own: string | undefined;
      readonly at: RowRef;
    }
  /** As many as were needed. */
  | { readonly kind: 'any'; readonly holds: boolean; readonly tried: readonly Weighed[] };

/** A condition that could not be decided: its measure has no value for the person. */
export interface Undecided {
  readonly measure: string;
  readonly absent: Absent;
  readonly condition: Comparison;
}

/** Holds one condition against a person. */
export function weigh(condition: Condition, facts: AgentFacts, month: MonthFacts): Weighed | Undecided {
  switch (condition.kind) {
    case 'comparison': {
      const found = measure(condition.measure, facts, month);
      if ('absent' in found) return { measure: condition.measure, absent: found, condition };
      const { trace: measured } = found;
      return { kind: 'comparison', holds: holds(condition, measured.value), condition, measured };
    }
    case 'belonging': {
      const own = facts.agent[condition.attribute];
      const belongs = own !== undefined && condition.words.value.includes(own);
      return { kind: 'belonging', holds: belongs, condition, own, at: facts.agent.at };
    }
    case 'any':
      return weighAny(condition.any, facts, month);
  }
}

/** The first that holds decides; where none does, one that could not be decided leaves all undecided. */
function weighAny(
  conditions: readonly Condition[],
  facts: AgentFacts,
  month: MonthFacts,
): Weighed | Undecided {
  const tried: Weighed[] = [];
  let undecided: Undecided | undefined;
  for (const condition of conditions) {
    const found = weigh(condition, facts, month);
    if ('absent' in found) undecided ??= found;
    else tried.push(found);
    if ('holds' in found && found.holds) return { kind: 'any', holds: true, tried };
  }
  return undecided ?? { kind: 'any', holds: false, tried };
}

/** Every value of the rule file that a decision rests on. */
export function rulesOfWeighed(weighed: Weighed): Value<unknown>[] {
  const rules: Value<unknown>[] = [];
  eachRuleOfWeighed(weighed, (rule) => rules.push(rule));
  return [...new Set(rules)];
}

/** Tells every value of the rule file that a decision rests on; one that it rests on twice may be told twice. */
export function eachRuleOfWeighed(weighed: Weighed, tell: (rule: Value<unknown>) => void): void {
  switch (weighed.kind) {
    case 'comparison':
      tell(weighed.condition.threshold);
      tell(weighed.condition.comparator);
      eachRule(weighed.measured, tell);
      return;
    case 'belonging':
      tell(weighed.condition.words);
      return;
    case 'any':
      for (const tried of weighed.tried) eachRuleOfWeighed(tried, tell);
  }
}

/** The numbers that a decision rests on. */
export function tracesOfWeighed(weighed: Weighed): Trace[] {
  switch (weighed.kind) {
    case 'comparison':
      return [weighed.measured];
    case 'belonging':
      return [];
    case 'any':
      return weighed.tried.flatMap(tracesOfWeighed);
  }
}
