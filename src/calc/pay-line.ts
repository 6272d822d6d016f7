/** Pay lines: the smallest things that are paid or deducted, each rounded once, each with its trace. */
import type { Exact } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import type { Month, PlainDate } from '../base/period.js';
import type { RowRef } from '../input/records.js';
import type { PayrollColumn, PenaltyClass } from '../rules/plan.js';
import type { Value } from '../rules/mark.js';
import { eachRuleOfWeighed, tracesOfWeighed, type Weighed } from './weighed.js';
import { eachRule, type OwnRows, ownRowsOf, rowsOf } from './rests-on.js';
import { type LineRounding, roundedLine } from './rounding.js';
import type { Basis, Trace } from './trace.js';

/** What a penalty is for, beside its amount. */
export interface PenaltyDetail {
  readonly class: Value<PenaltyClass>;
  /** The day of the decision, the test or the absence: penalties are applied in its order. */
  readonly date: PlainDate;
  /** What it comes from: an incident's id, a test's result, an attendance status. */
  readonly source: string;
}

/** What a line of a closed month is about. */
export interface PriorDetail {
  readonly month: Month;
  readonly product?: string;
  readonly signup_id?: string;
  /** Place in the ledger's chain of the correction that posted the line. */
  readonly correction?: number;
}

/** The payroll columns that lines go to: those of components, and those of closed months. */
export type LineColumn = PayrollColumn | 'prior_period' | 'clawbacks';

export interface PayLine {
  /** Unique among the agent's lines of the month, and the same whenever the month is computed. */
  readonly line_id: string;
  readonly agent_id: string;
  /** Key of the component in the rule file. */
  readonly component: string;
  readonly name: Localized;
  readonly clause: string;
  readonly column: LineColumn;
  /** Product code, of a line of product commission. */
  readonly product?: string;
  readonly penalty?: PenaltyDetail;
  readonly prior?: PriorDetail;
  /** Units and pay of each, where one rate holds for all. */
  readonly quantity?: Exact;
  readonly rate?: Exact;
  /** Rounded as the rule file has it, positive as the column is named. */
  readonly amount: Exact;
  /** What of the amount is applied: all, where the wage guard does not say otherwise. */
  readonly applied: Exact;
  readonly trace: Trace;
  /** What had to hold for the line to be paid: the roles it is for, and the conditions of its gate. */
  readonly roles?: Value<readonly string[]>;
  readonly conditions: readonly Weighed[];
  readonly basis: Basis;
}

/** What a line is made of, while it is being put together. */
export type LineParts = {
  -readonly [
    Key in keyof Omit<PayLine, 'amount' | 'applied' | 'trace' | 'basis' | 'conditions'>
  ]: PayLine[Key];
} & {
  readonly exact: Trace;
  readonly rounding: LineRounding;
  readonly conditions?: readonly Weighed[];
};

/** Of the lines that were paid without a condition. */
const NONE: readonly Weighed[] = [];

/** A pay line of this exact amount, rounded the one time. */
export function payLine(parts: LineParts): PayLine {
  const { exact, rounding, conditions = NONE } = parts;
  const trace = roundedLine(exact, rounding);
  const { line_id, agent_id, component, name, clause, column } = parts;
  const { product, penalty, prior, quantity, rate, roles } = parts;
  const line: { -readonly [Key in keyof PayLine]: PayLine[Key] } = {
    line_id,
    agent_id,
    component,
    name,
    clause,
    column,
    amount: trace.value,
    applied: trace.value,
    trace,
    conditions,
    basis: 'stated',
  };
  // One after the other: a month has hundreds of thousands of lines, and most have few of these.
  if (product !== undefined) line.product = product;
  if (penalty) line.penalty = penalty;
  if (prior) line.prior = prior;
  if (quantity) line.quantity = quantity;
  if (rate) line.rate = rate;
  if (roles) line.roles = roles;
  line.basis = weakestRule(line);
  return line;
}

type Grounds = Pick<PayLine, 'trace' | 'conditions' | 'roles' | 'penalty'>;

/** How far a line rests on guesses. */
function weakestRule(line: Grounds): Basis {
  let weakest: Basis = 'stated';
  eachRuleOfLine(line, ({ mark: { kind } }) => {
    if (kind === 'assumed' || (kind === 'confirmed' && weakest === 'stated')) weakest = kind;
  });
  return weakest;
}

/** Tells every value of the rule file that a line rests on; one that it rests on twice may be told twice. */
export function eachRuleOfLine(line: Grounds, tell: (rule: Value<unknown>) => void): void {
  eachRule(line.trace, tell);
  for (const condition of line.conditions) eachRuleOfWeighed(condition, tell);
  if (line.roles) tell(line.roles);
  if (line.penalty) tell(line.penalty.class);
}

/** Every value of the rule file that a line rests on, each once. */
export function rulesOfLine(line: Grounds): Value<unknown>[] {
  const rules = new Set<Value<unknown>>();
  eachRuleOfLine(line, (rule) => rules.add(rule));
  return [...rules];
}

/** Every row of the exports that a line rests on: those of its amount and those of its conditions. */
export function rowsOfLine(line: PayLine): RowRef[] {
  return [...new Set([line.trace, ...line.conditions.flatMap(tracesOfWeighed)].flatMap(rowsOf))];
}

/** The same, the rows of totals and pools that many lines share apart. */
export const ownRowsOfLine = (line: PayLine): OwnRows =>
  ownRowsOf([line.trace, ...line.conditions.flatMap(tracesOfWeighed)]);
