/**
 * Measures: the numbers that gates, amounts and scores of a rule file can name. A measure may be defined by
 * others and by amounts, and these by measures again; the rule file was checked to hold no circle.
 */
import { computedOnce } from '../base/computed-once.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import { builtInMeasure } from './built-in-measures.js';
import { declaredMeasure } from './declared-measures.js';
import { givenMeasure } from './given-measures.js';
import type { Measured } from './measured.js';

/** What was computed already, by month, person and name: many rules name the same measure. */
const known = new WeakMap<MonthFacts, Map<AgentFacts, Map<string, Measured>>>();

/** The value of a measure for an agent in his month. The rule file was checked: every name is known. */
export function measure(name: string, facts: AgentFacts, month: MonthFacts): Measured {
  const own = knownOf(facts, month);
  const before = own.get(name);
  if (before) return before;
  const found =
    givenMeasure(name, facts, month.plan) ??
    builtInMeasure(name, facts, month) ??
    declaredMeasure(name, facts, month);
  const named = 'absent' in found ? { measure: name, ...found } : found;
  own.set(name, named);
  return named;
}

const nobody = (): Map<AgentFacts, Map<string, Measured>> => new Map();

function knownOf(facts: AgentFacts, month: MonthFacts): Map<string, Measured> {
  const people = computedOnce(known, month, nobody);
  const before = people.get(facts);
  if (before) return before;
  const own = new Map<string, Measured>();
  people.set(facts, own);
  return own;
}
