/** Conditions held against a person's month: whether they hold, and by what. */
import type { PlainDate } from '../base/period.js';
import type { Value } from '../rules/mark.js';
import type { Comparison, Condition } from '../rules/plan.js';
import type { Against, Belonging, Hiring } from '../rules/condition-shape.js';
import type { RowRef } from '../input/records.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import { compares, holds } from './conditions.js';
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
      readonly kind: 'against';
      readonly holds: boolean;
      readonly condition: Against;
      readonly measured: Trace;
      /** What it is compared with. */
      readonly threshold: Trace;
    }
  | {
      readonly kind: 'belonging';
      readonly holds: boolean;
      readonly condition: Belonging;
      /** What the person's row says; undefined where it says nothing. */
      readonly own: string | undefined;
      readonly at: RowRef;
    }
  | {
      readonly kind: 'hiring';
      readonly holds: boolean;
      readonly condition: Hiring;
      readonly own: PlainDate;
      readonly at: RowRef;
    }
  /** As many as were needed. */
  | { readonly kind: 'any' | 'all'; readonly holds: boolean; readonly tried: readonly Weighed[] }
  | { readonly kind: 'not'; readonly holds: boolean; readonly denied: Weighed };

/** A condition that could not be decided: its measure has no value for the person. */
export interface Undecided {
  readonly measure: string;
  readonly absent: Absent;
  readonly condition: Comparison | Against;
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
    case 'against': {
      const found = measure(condition.measure, facts, month);
      if ('absent' in found) return { measure: condition.measure, absent: found, condition };
      const other = measure(condition.threshold.value, facts, month);
      if ('absent' in other) return { measure: condition.threshold.value, absent: other, condition };
      const [{ trace: measured }, { trace: threshold }] = [found, other];
      const decided = compares(measured.value, condition.comparator.value, threshold.value);
      return { kind: 'against', holds: decided, condition, measured, threshold };
    }
    case 'belonging': {
      const own = facts.agent[condition.attribute];
      const belongs = own !== undefined && condition.words.value.includes(own);
      return { kind: 'belonging', holds: belongs, condition, own, at: facts.agent.at };
    }
    case 'hiring': {
      const { hired_on: own, at } = facts.agent;
      const before = own < condition.day.value;
      return { kind: 'hiring', holds: before === (condition.side === 'hired_before'), condition, own, at };
    }
    case 'any':
      return weighSeveral('any', condition.any, facts, month);
    case 'all':
      return weighSeveral('all', condition.all, facts, month);
    case 'not': {
      const denied = weigh(condition.not, facts, month);
      return 'absent' in denied ? denied : { kind: 'not', holds: !denied.holds, denied };
    }
  }
}

/**
 * Of any the first that holds decides, of all the first that does not; where none decides, one that could not be decided
 * leaves all undecided.
 */
function weighSeveral(
  kind: 'any' | 'all',
  conditions: readonly Condition[],
  facts: AgentFacts,
  month: MonthFacts,
): Weighed | Undecided {
  const decides = kind === 'any';
  const tried: Weighed[] = [];
  let undecided: Undecided | undefined;
  for (const condition of conditions) {
    const found = weigh(condition, facts, month);
    if ('absent' in found) undecided ??= found;
    else tried.push(found);
    if ('holds' in found && found.holds === decides) return { kind, holds: decides, tried };
  }
  return undecided ?? { kind, holds: !decides, tried };
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
    case 'against':
      tell(weighed.condition.threshold);
      tell(weighed.condition.comparator);
      eachRule(weighed.measured, tell);
      eachRule(weighed.threshold, tell);
      return;
    case 'belonging':
      tell(weighed.condition.words);
      return;
    case 'hiring':
      tell(weighed.condition.day);
      return;
    case 'any':
    case 'all':
      for (const tried of weighed.tried) eachRuleOfWeighed(tried, tell);
      return;
    case 'not':
      eachRuleOfWeighed(weighed.denied, tell);
  }
}

/** The numbers that a decision rests on. */
export function tracesOfWeighed(weighed: Weighed): Trace[] {
  switch (weighed.kind) {
    case 'comparison':
      return [weighed.measured];
    case 'against':
      return [weighed.measured, weighed.threshold];
    case 'belonging':
    case 'hiring':
      return [];
    case 'any':
    case 'all':
      return weighed.tried.flatMap(tracesOfWeighed);
    case 'not':
      return tracesOfWeighed(weighed.denied);
  }
}
