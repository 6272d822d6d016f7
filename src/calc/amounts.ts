/** What a component's amount comes to: fixed, so much of a measure, by a scale, or by the day wage. */
import type { Exact } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import type { Amount } from '../rules/plan.js';
import type { MeasuredScale, Scale } from '../rules/scale-shape.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import { evaluate } from './formula.js';
import { monthlyBase } from './built-in-measures.js';
import type { Absent } from './measured.js';
import { measure } from './measures.js';
import { applyScale } from './scales.js';
import { computed, ruled, type Trace } from './trace.js';

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
    case 'rate':
      return withMeasure(amount.of, facts, month, (quantity) => ({
        trace: computed('product', LABELS.amount, [quantity, ruled(LABELS.rate, amount.rate)]),
        quantity: quantity.value,
        rate: amount.rate.value,
      }));
    case 'scale':
      return reckonScale(amount.scale, facts, month);
    case 'formula': {
      const found = evaluate(amount.formula, LABELS.amount, (name) => measure(name, facts, month));
      return 'absent' in found ? { measure: amount.formula.text, absent: found } : found;
    }
    case 'day_rate':
      return withMeasure(amount.of, facts, month, (days) =>
        // Without a day there is nothing to reckon, whatever the base.
        days.value.n === 0n
          ? { trace: days }
          : withBase(facts, (base) => ({ trace: dayWages(amount.day_rate, base, days) })),
      );
  }
}

/** The pay that a scale gives for the measure it is over, by the measure that picks the band. */
export function reckonScale(scale: MeasuredScale, facts: AgentFacts, month: MonthFacts): Reckoning {
  return withMeasure(scale.of, facts, month, (quantity) => {
    if (countsUnits(scale) && quantity.value.d !== 1n) return { quantity: quantity.value };
    const by = scale.kind === 'bands' ? scale.by : undefined;
    if (!by) return { trace: applyScale(scale, quantity) };
    return withMeasure(by.value, facts, month, (key) => ({ trace: applyScale(scale, quantity, key) }));
  });
}

function countsUnits(scale: Scale): boolean {
  if (scale.kind !== 'bands' || scale.scale.value !== 'marginal') return false;
  return scale.bands.some((band) => band.edge === 'from');
}

type DayRate = Extract<Amount, { kind: 'day_rate' }>['day_rate'];

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

function withBase(facts: AgentFacts, use: (trace: Trace) => Reckoning): Reckoning {
  const base = monthlyBase(facts);
  return 'absent' in base ? { measure: 'monthly_base', absent: base } : use(base.trace);
}
