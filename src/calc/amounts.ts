/** What an amount of the rule file comes to for one person: fixed, so much of a measure, by a scale, a table or cases. */
import type { Exact } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import type { Amount, Case, DayRate } from '../rules/amount-shape.js';
import type { Condition } from '../rules/condition-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import { evaluate } from './formula.js';
import type { Absent } from './measured.js';
import { measure } from './measures.js';
import { reckonScale } from './scale-clocks.js';
import { chosen, computed, ruled, type Trace } from './trace.js';
import { reckonTable } from './two-key-tables.js';
import { rulesOfWeighed, tracesOfWeighed, type Undecided, weigh, type Weighed } from './weighed.js';

/** An amount before cap, floor and rounding; quantity and rate where one rate holds for all units. */
export interface ReckonedAmount {
  readonly trace: Trace;
  readonly quantity?: Exact;
  readonly rate?: Exact;
}

/** The measure that an amount can't be reckoned without. */
export interface MissingMeasure {
  readonly measure: string;
  readonly absent: Absent;
}

/** A scale that counts units met a quantity that is no whole number. */
export interface NotWholeUnits {
  readonly quantity: Exact;
  /** The band that counts them, and how it would take an amount: `from: 2001`, `above: 2000`. */
  readonly from: string;
  readonly above: string;
}

export type Reckoning = ReckonedAmount | MissingMeasure | NotWholeUnits;

const LABELS = {
  amount: { en: 'amount', zh: '金额' },
  rate: { en: 'rate', zh: '单价' },
  divisor: { en: 'days that the monthly base is divided by', zh: '月工资折算天数' },
  times: { en: 'times', zh: '倍数' },
  day_wage: { en: 'day wage', zh: '日工资' },
} satisfies Record<string, Localized>;

export function reckonAmount(amount: Amount, facts: AgentFacts, month: MonthFacts): Reckoning {
  switch (amount.kind) {
    case 'fixed':
      return { trace: ruled(LABELS.amount, amount.fixed) };
    case 'measure':
      return withMeasure(amount.measure, facts, month, (trace) => ({ trace }));
    case 'rate':
      return withMeasure(amount.of, facts, month, (quantity) => ({
        trace: computed('product', LABELS.amount, [quantity, ruled(LABELS.rate, amount.rate)]),
        quantity: quantity.value,
        rate: amount.rate.value,
      }));
    case 'scale':
      return reckonScale(amount.scale, facts, month);
    case 'table':
      return reckonTable(amount.table, facts, month);
    case 'formula': {
      const found = evaluate(amount.formula, LABELS.amount, (name) => measure(name, facts, month));
      return 'absent' in found ? { measure: amount.formula.text, absent: found } : found;
    }
    case 'cases':
      return firstThatHolds(amount.cases, facts, month);
    case 'day_rate':
      return withMeasure(amount.of, facts, month, (days) =>
        // Without a day there is nothing to reckon, whatever the base.
        days.value.n === 0n
          ? { trace: days }
          : withMeasure('monthly_base', facts, month, (base) => ({
              trace: dayWages(amount.day_rate, base, days),
            })),
      );
  }
}

/** The amount of the first case all of whose conditions hold. */
function firstThatHolds(cases: readonly Case[], facts: AgentFacts, month: MonthFacts): Reckoning {
  const tried: Weighed[] = [];
  for (const [index, { when, pays }] of cases.entries()) {
    const all = holdAll(when, facts, month);
    if ('absent' in all) return all;
    tried.push(...all.tried);
    if (!all.holds) continue;
    const found = reckonAmount(pays, facts, month);
    if (!('trace' in found)) return found;
    const rules = tried.flatMap(rulesOfWeighed);
    const trace = chosen(LABELS.amount, found.trace, tried.flatMap(tracesOfWeighed), { rules });
    return { ...found, trace: { ...trace, picked: { of: cases, index } } };
  }
  throw new Error('the last of several cases holds otherwise');
}

/** As many as were needed: one that does not hold settles the list, whatever can't be decided beside it. */
function holdAll(
  conditions: readonly Condition[],
  facts: AgentFacts,
  month: MonthFacts,
): { readonly holds: boolean; readonly tried: readonly Weighed[] } | Undecided {
  const tried: Weighed[] = [];
  let undecided: Undecided | undefined;
  for (const condition of conditions) {
    const weighed = weigh(condition, facts, month);
    if ('absent' in weighed) {
      undecided ??= weighed;
      continue;
    }
    tried.push(weighed);
    if (!weighed.holds) return { holds: false, tried };
  }
  return undecided ?? { holds: true, tried };
}

/** Monthly base ÷ divisor × times × days. */
export function dayWages(rule: DayRate, base: Trace, days: Trace): Trace {
  const wage = computed('quotient', LABELS.day_wage, [base, ruled(LABELS.divisor, rule.divisor)]);
  return computed('product', LABELS.amount, [wage, ruled(LABELS.times, rule.times), days]);
}

function withMeasure(
  name: string,
  facts: AgentFacts,
  month: MonthFacts,
  use: (trace: Trace) => Reckoning,
): Reckoning {
  const found = measure(name, facts, month);
  return 'absent' in found ? { measure: name, absent: found } : use(found.trace);
}
