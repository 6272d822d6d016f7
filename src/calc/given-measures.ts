/** Measures that are given rather than computed: what an example of a rule file states outright. */
import { sum } from '../base/exact.js';
import { MEASURES } from '../rules/measures.js';
import type { Plan } from '../rules/plan.js';
import type { AgentFacts } from './agent-facts.js';
import type { Entry } from './entry.js';
import { have, type Measured } from './measured.js';
import { given } from './trace.js';

/** The measures given for one person, by name: the dated parts of each, of which its value is the sum. */
export type GivenMeasures = ReadonlyMap<string, readonly Entry[]>;

export const NOTHING_GIVEN: GivenMeasures = new Map();

/** A measure that is given; undefined where it is to be computed, as all are in a real month. */
export function givenMeasure(name: string, { given: own }: AgentFacts, plan: Plan): Measured | undefined {
  const entries = own.get(name);
  if (!entries) return undefined;
  const declared = plan.measures?.[name] ?? MEASURES[name];
  const rows = entries.flatMap((entry) => entry.rows);
  return have(
    given(declared?.name ?? { en: name, zh: name }, sum(entries.map((entry) => entry.value)), { rows }),
  );
}
