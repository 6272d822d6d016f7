/** The entries of a measure: the dated parts that it is the sum of. */
import { ONE } from '../base/exact.js';
import { dateOf, firstDay, isDay, type Month } from '../base/period.js';
import type { Value } from '../rules/mark.js';
import type { Amount } from '../rules/amount-shape.js';
import { pieceClockOf } from '../rules/clocks.js';
import { rulesOfRows } from '../rules/row-measure-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import { eachEntries } from './each.js';
import { earlierEntries } from './earlier-by-ref.js';
import type { Entries, Entry } from './entry.js';
import { type Absent, lack, withoutDay } from './measured.js';
import type { JudgedSignup } from './outcomes.js';
import { roundedEntries } from './rounded-entries.js';
import { rowEntries } from './row-measures.js';
import { scaleEntries } from './scale-clocks.js';
import { splitEntries } from './splits.js';
import { tableEntries } from './two-key-tables.js';

/**
 * The entries of a measure for one person. The rule file was checked: the measure has some. `byDate`: each must
 * have its day; else a row of the whole month stands at the month's first day.
 */
export function entriesOf(
  name: string,
  facts: AgentFacts,
  monthFacts: MonthFacts,
  byDate: boolean,
): Entries | Absent {
  const { plan, month } = monthFacts;
  const own = facts.given.get(name);
  if (own) return { entries: own, rules: [] };
  if (name === 'gross') return { entries: facts.signups.map(signupEntry), rules: [] };
  if (name === 'counted') {
    const counted = facts.signups.filter(({ outcome }) => outcome === 'counted');
    return { entries: counted.map(signupEntry), rules: [...new Set(counted.flatMap((one) => one.rules))] };
  }
  const declared = plan.measures?.[name];
  switch (declared?.kind) {
    case 'collected':
      return collectedEntries(name, declared.when_absent, facts, month, byDate);
    case 'rows': {
      const entries = rowEntries(name, declared, facts, monthFacts, byDate);
      return 'absent' in entries ? entries : { entries, rules: rulesOfRows(declared) };
    }
    case 'is': {
      const found = amountEntries(declared.is, facts, monthFacts);
      return 'absent' in found ? found : roundedEntries(found, declared.rounding, plan);
    }
    case 'each':
      return eachEntries(declared, facts, monthFacts, byDate);
    case 'earlier_by_ref':
      return earlierEntries(declared, facts, monthFacts);
    case 'split':
      return splitEntries(name, declared, facts, monthFacts, byDate);
    default:
      throw new Error(`${name} is no measure with entries`);
  }
}

const signupEntry = ({ row }: JudgedSignup): Entry => ({
  date: dateOf(row.signed_at),
  value: ONE,
  rows: [row.at],
  ref: row.signup_id,
});

/** The person's rows of measures.csv; without one, what the rule file says of that. */
function collectedEntries(
  name: string,
  whenAbsent: Value<'zero' | 'error' | 'skip'>,
  facts: AgentFacts,
  month: Month,
  byDate: boolean,
): Entries | Absent {
  const rows = (facts.measures ?? []).filter((row) => row.measure === name);
  if (rows.length === 0 && whenAbsent.value !== 'zero') {
    return lack(whenAbsent.value === 'skip' ? 'skip' : 'no_measure');
  }
  if (byDate && rows.some(({ period }) => period === month)) return withoutDay(name);
  const entries = rows.map(({ period, value, ref, at }) => ({
    date: isDay(period) ? period : firstDay(month),
    value,
    rows: [at],
    ...(ref === undefined ? {} : { ref }),
  }));
  return { entries, rules: [whenAbsent] };
}

/** What an amount comes to transaction by transaction, day by day or week by week. The rule file was checked: it does. */
function amountEntries(amount: Amount, facts: AgentFacts, month: MonthFacts): Entries | Absent {
  const clock = pieceClockOf(amount);
  if (clock && amount.kind === 'scale') return scaleEntries(amount.scale, clock, facts, month);
  if (clock && amount.kind === 'table') return tableEntries(amount.table, clock, facts, month);
  throw new Error('an amount of the month has no entries');
}
