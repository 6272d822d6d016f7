/** The figures that a payroll file is made of: sealed ones, or, for a draft, a month as `run` computes it. */
import { type MonthState, type PersonState, stateOf } from '../calc/closing.js';
import { type Entry, type Seal, sealsOf } from '../ledger/chain.js';
import { readRulesOf, readStateOf } from '../ledger/history.js';
import type { PayrollMonth } from '../report/payroll-rows.js';
import { plansOf } from '../rules/in-force.js';
import { assignPlans } from '../rules/plans.js';
import type { SoundMonth } from './compute-month.js';

/**
 * A month as it was sealed. What a later correction found is paid in the month whose lines hold it, so the
 * corrected state is not looked at. Throws BrokenSeal.
 */
export const stateAtSeal = (seal: Seal): MonthState => readStateOf(seal.manifest.month, seal);

/** Throws BrokenSeal. */
export function sealedMonth(entries: readonly Entry[], seal: Seal): PayrollMonth {
  const state = stateAtSeal(seal);
  return {
    state,
    currency: readRulesOf(seal)[0].plan.currency,
    rulesVersionOf: versionsAtSeal(seal, state),
    lastKnown: lastKnownIn(entries, seal.manifest.month),
  };
}

/** Throws BrokenSeal. */
function versionsAtSeal(seal: Seal, { people }: MonthState): PayrollMonth['rulesVersionOf'] {
  const { rules, other_rules } = seal.manifest;
  if (!other_rules) return () => rules.version;
  const plans = assignPlans(plansOf(readRulesOf(seal), seal.manifest.month), people, () => undefined);
  return (agentId) => plans.of(agentId).version;
}

export function computedMonth(entries: readonly Entry[], { result }: SoundMonth): PayrollMonth {
  return {
    state: stateOf(result),
    currency: result.currency,
    rulesVersionOf: (agentId) => result.plans.of(agentId).version,
    lastKnown: lastKnownIn(entries, result.month),
  };
}

/** Looks people up in the months closed before `month`, the latest first. */
function lastKnownIn(entries: readonly Entry[], month: string): PayrollMonth['lastKnown'] {
  const seals = sealsOf(entries).filter((seal) => seal.manifest.month < month);
  const peopleOf = seals.toReversed().map((seal) => once(() => stateAtSeal(seal).people));
  return (agentId) => {
    for (const people of peopleOf) {
      const found = people().find((person) => person.agent_id === agentId && !person.absent);
      if (found) return found;
    }
    return undefined;
  };
}

/** `read`, but done at most once: hardly any month has somebody to look up. */
function once<T extends readonly PersonState[]>(read: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= read());
}
