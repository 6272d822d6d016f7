/** The measures that a rule file declares: by a formula, or from rows of the exports. */
import { type Exact, sum, ZERO } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import { isReckonedInPieces, pieceClockOf } from '../rules/clocks.js';
import type { Plan } from '../rules/plan.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import { reckonAmount, type Reckoning } from './amounts.js';
import { amountOf } from './component-amounts.js';
import { earlierOfAllRefs } from './earlier-by-ref.js';
import { earlierResults } from './earlier-results.js';
import { eachMeasure } from './each.js';
import { entriesOf } from './entries.js';
import { evaluate } from './formula.js';
import { totalOf } from './group-totals.js';
import { have, lack, lackWholeUnits, type Measured } from './measured.js';
import { measure } from './measures.js';
import { takenOfEntries } from './rounded-entries.js';
import { roundedMeasure } from './rounding.js';
import { rankOf } from './ranks.js';
import { rowMeasure } from './row-measures.js';
import { splitOf } from './splits.js';
import { computed, given } from './trace.js';

/** A measure of the rule file's own: by its formula, or the sum of the agent's rows of measures.csv. */
export function declaredMeasure(name: string, facts: AgentFacts, month: MonthFacts): Measured {
  const declared = month.plan.measures?.[name];
  if (!declared) throw new Error(`no measure ${name} in the rule file`);
  const found = measured(name, declared, facts, month);
  // What is reckoned piece by piece was rounded so.
  if ('absent' in found || isReckonedInPieces(declared)) return found;
  return have(roundedMeasure(found.trace, declared.rounding, month.plan));
}

function measured(
  name: string,
  declared: Declared<DeclaredKind>,
  facts: AgentFacts,
  month: MonthFacts,
): Measured {
  switch (declared.kind) {
    case 'formula':
      return evaluate(declared.formula, declared.name, (part) => measure(part, facts, month));
    case 'is':
      return declared.rounding && isReckonedInPieces(declared)
        ? roundedPieces(name, declared, facts, month)
        : asMeasure(reckonAmount(declared.is, facts, month), declared.name);
    case 'total':
      return totalOf(declared, facts, month);
    case 'split':
      return splitOf(name, declared, facts, month);
    case 'rank':
      return rankOf(declared, facts, month);
    case 'earlier':
      return earlierResults(declared, facts, month);
    case 'earlier_by_ref':
      return earlierOfAllRefs(declared, facts, month);
    case 'amount_of':
      return amountOf(declared, facts, month);
    case 'each':
      return eachMeasure(declared, facts, month);
    case 'rows':
      return rowMeasure(name, declared, facts, month);
    case 'collected':
      return collected(name, declared, facts);
  }
}

type DeclaredKind = NonNullable<Plan['measures']>[string]['kind'];
type Declared<Kind> = Extract<NonNullable<Plan['measures']>[string], { kind: Kind }>;

/** The sum of the transactions, days or weeks of an amount, each rounded. */
function roundedPieces(
  name: string,
  declared: Declared<'is'>,
  facts: AgentFacts,
  month: MonthFacts,
): Measured {
  const found = entriesOf(name, facts, month, pieceClockOf(declared.is) !== 'transaction');
  return 'absent' in found ? found : have(takenOfEntries('sum', declared.name, found));
}

/** What an amount comes to, under the measure's name. */
function asMeasure(reckoned: Reckoning, name: Localized): Measured {
  if ('absent' in reckoned) return reckoned.absent;
  if (!('trace' in reckoned)) return lackWholeUnits(reckoned);
  return have(computed('sum', name, [reckoned.trace]));
}

function collected(name: string, declared: Declared<'collected'>, facts: AgentFacts): Measured {
  const rows = (facts.measures ?? []).filter((row) => row.measure === name);
  const total: Exact = rows.length > 0 ? sum(rows.map((row) => row.value)) : ZERO;
  const trace = given(declared.name, total, {
    rows: rows.map((row) => row.at),
    rules: [declared.when_absent],
  });
  if (rows.length > 0) return have(trace);
  switch (declared.when_absent.value) {
    case 'zero':
      return have(trace);
    case 'skip':
      return lack('skip');
    case 'error':
      return lack('no_measure');
  }
}
