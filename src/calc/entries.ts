/** The entries of a measure: the dated parts that it is the sum of. */
import { ONE } from '../base/exact.js';
import { dateOf, firstDay, type Month, type PlainDate } from '../base/period.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import type { Entry } from './entry.js';
import { type Absent, lack } from './measured.js';
import type { JudgedSignup } from './outcomes.js';
import { rowEntries } from './row-measures.js';

/**
 * The entries of a measure for one person. The rule file was checked: the measure has some. `byDate`: each must
 * have its day; else a row of the whole month stands at the month's first day.
 */
export function entriesOf(
  name: string,
  facts: AgentFacts,
  monthFacts: MonthFacts,
  byDate: boolean,
): { readonly entries: readonly Entry[] } | Absent {
  const { plan, month } = monthFacts;
  const own = facts.given.get(name);
  if (own) return { entries: own };
  if (name === 'gross') return { entries: facts.signups.map(signupEntry) };
  if (name === 'counted') {
    return { entries: facts.signups.filter(({ outcome }) => outcome === 'counted').map(signupEntry) };
  }
  const declared = plan.measures?.[name];
  switch (declared?.kind) {
    case 'collected':
      return collectedEntries(name, declared.when_absent.value, facts, month, byDate);
    case 'rows': {
      const entries = rowEntries(name, declared, facts, monthFacts, byDate);
      return 'absent' in entries ? entries : { entries };
    }
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
  whenAbsent: 'zero' | 'error' | 'skip',
  facts: AgentFacts,
  month: Month,
  byDate: boolean,
): { readonly entries: readonly Entry[] } | Absent {
  const rows = (facts.measures ?? []).filter((row) => row.measure === name);
  if (rows.length === 0 && whenAbsent !== 'zero') return lack(whenAbsent === 'skip' ? 'skip' : 'no_measure');
  if (byDate && rows.some(({ period }) => period === month)) return lack('no_date');
  const entries = rows.map(({ period, value, ref, at }) => ({
    date: isDay(period) ? period : firstDay(month),
    value,
    rows: [at],
    ...(ref === undefined ? {} : { ref }),
  }));
  return { entries };
}

const isDay = (period: PlainDate | Month): period is PlainDate => period.length === 10;
