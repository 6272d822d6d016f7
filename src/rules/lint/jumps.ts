/** Where the pay by one measure may jump: the edges of its scales, and the numbers that conditions compare it with. */
import type { Amount, PaidAmount } from '../amount-shape.js';
import type { Comparator, Condition } from '../condition-shape.js';
import type { Formula, Test } from '../formula.js';
import type { Plan } from '../plan.js';
import { type Edge, edgesOf } from './scale-at.js';

/** The numbers of one measure at which an amount may jump. */
export function jumpsOf(amount: PaidAmount, measure: string, plan: Plan): Edge[] {
  switch (amount.kind) {
    case 'scale':
      return [
        ...(amount.scale.of === measure ? edgesOf(amount.scale) : []),
        ...jumpsOfMeasure(amount.scale.of, measure, plan),
      ];
    case 'cases':
      return amount.cases.flatMap(({ when, pays }) => [
        ...when.flatMap((one) => jumpsOfCondition(one, measure)),
        ...jumpsOf(pays, measure, plan),
      ]);
    case 'measure':
      return jumpsOfMeasure(amount.measure, measure, plan);
    case 'rate':
      return jumpsOfMeasure(amount.of, measure, plan);
    case 'formula':
      return jumpsOfFormula(amount.formula, measure, plan);
    case 'fixed':
    case 'table':
    case 'day_rate':
    case 'share':
      return [];
  }
}

function jumpsOfMeasure(name: string, measure: string, plan: Plan): Edge[] {
  const declared = name === measure ? undefined : plan.measures?.[name];
  if (declared?.kind === 'is') return jumpsOf(declared.is, measure, plan);
  return declared?.kind === 'formula' ? jumpsOfFormula(declared.formula, measure, plan) : [];
}

const ABOVE: readonly Comparator[] = ['more_than', 'at_most'];

export function jumpsOfCondition(condition: Condition, measure: string): Edge[] {
  switch (condition.kind) {
    case 'comparison': {
      if (condition.measure !== measure) return [];
      const { comparator, threshold: at } = condition;
      if (comparator.value === 'equals')
        return [
          { at, side: 'from' },
          { at, side: 'above' },
        ];
      return [{ at, side: ABOVE.includes(comparator.value) ? 'above' : 'from' }];
    }
    case 'any':
      return condition.any.flatMap((one) => jumpsOfCondition(one, measure));
    case 'all':
      return condition.all.flatMap((one) => jumpsOfCondition(one, measure));
    case 'not':
      return jumpsOfCondition(condition.not, measure);
    case 'against':
    case 'belonging':
    case 'hiring':
      return [];
  }
}

type FormulaValue = Extract<Amount, { kind: 'formula' }>['formula'];

/** Thresholds of a formula stand where the formula stands. */
const jumpsOfFormula = (rule: FormulaValue, measure: string, plan: Plan): Edge[] =>
  inFormula(rule.value, { rule, measure, plan });

interface Within {
  readonly rule: FormulaValue;
  readonly measure: string;
  readonly plan: Plan;
}

function inFormula(formula: Formula, within: Within): Edge[] {
  switch (formula.kind) {
    case 'operation':
      return formula.parts.flatMap((part) => inFormula(part, within));
    case 'round':
      return inFormula(formula.of, within);
    case 'choice':
      return [
        ...inTest(formula.test, within),
        ...inFormula(formula.holds, within),
        ...inFormula(formula.otherwise, within),
      ];
    case 'measure':
      return jumpsOfMeasure(formula.name, within.measure, within.plan);
    case 'number':
    case 'so_far':
      return [];
  }
}

function inTest(test: Test, within: Within): Edge[] {
  switch (test.kind) {
    case 'comparison': {
      const { left, right, comparison } = test;
      const ends = comparison === '==' || comparison === '!=';
      const above = ends ? ['from' as const, 'above' as const] : [SIDE[comparison]];
      return [
        ...above.flatMap((side) => threshold(left, right, side, within)),
        ...above.flatMap((side) => threshold(right, left, ends ? side : OTHER[side], within)),
        ...inFormula(left, within),
        ...inFormula(right, within),
      ];
    }
    case 'all':
    case 'any':
      return test.parts.flatMap((part) => inTest(part, within));
    case 'not':
      return inTest(test.of, within);
    case 'has':
      return [];
  }
}

const SIDE = { '>': 'above', '<=': 'above', '<': 'from', '>=': 'from' } as const;
const OTHER = { above: 'from', from: 'above' } as const;

/** The number that the measure itself is compared with. */
function threshold(name: Formula, number: Formula, side: Edge['side'], { rule, measure }: Within): Edge[] {
  if (name.kind !== 'measure' || name.name !== measure || number.kind !== 'number') return [];
  return [{ at: { ...rule, value: number.value, text: number.text }, side }];
}
